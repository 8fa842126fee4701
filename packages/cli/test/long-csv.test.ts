/** A long file is read by two threads, standard input by one: both must say the same, whatever stands where they meet. */
import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isu, workFolder } from './command.ts';

const folder = workFolder();
const HEADER =
  'Personnummer;Aktualiseringsnummer;Aktualiseringsdatum;Aktualiserande part;Organisation;Fritext\r\n';
const ROWS = 250_000;
/** Shorter files are left to one thread. */
const LONG = 16 << 20;
/** Rows about which the file is divided: a little after the middle. */
const MEETING = { from: 0.5, to: 0.75 };

/** Rows of a register of some 20 MB; `odd` rewrites those about the place where the threads meet. */
function longRegister(odd: (row: string, i: number) => string = (row) => row): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = new Date(Date.UTC(2017, 0, 1 + (i % 2000))).toISOString().slice(0, 10);
    const person = `key-${String((i * 7919) % 60_000)}`;
    const row = `${person};${String(100_000 + i)};${day};${i % 3 === 0 ? 'Polisen' : 'Hälso- och sjukvård'};Vuxenenheten, beroende och missbruk;-\r\n`;
    return i > ROWS * MEETING.from && i < ROWS * MEETING.to ? odd(row, i) : row;
  });
  return HEADER + rows.join('');
}

interface Told {
  readonly code: number | null;
  readonly error: string;
  readonly json: string;
}

async function readBothWays(name: string, content: string | Uint8Array): Promise<[Told, Told]> {
  expect(content.length).toBeGreaterThan(LONG);
  const file = folder.write(name, content);
  const input = readFileSync(file);
  const told = async (from: string, target: string): Promise<Told> => {
    const { code, error } = await isu(['analyse', from, '--json', target], { input });
    const json = code === 2 ? '' : readFileSync(target, 'utf8');
    return { code, error: error.replace(from === '-' ? 'stdin' : file, 'FILE'), json };
  };
  const byTwo = await told(file, folder.at(`${name}.two.json`));
  const byOne = await told('-', folder.at(`${name}.one.json`));
  const named = {
    ...byOne,
    json: byOne.json.replace('"source": {"name":"-"', `"source": {"name":"${name}"`),
  };
  return [byTwo, named];
}

describe.skipIf(availableParallelism() < 2)('a register of 20 MB', () => {
  it('gives the same bytes of JSON, hash included', async () => {
    const [byTwo, byOne] = await readBothWays('plain.csv', longRegister());
    expect(byTwo.code).toBe(0);
    expect(byTwo.json).toBe(byOne.json);
    expect(JSON.parse(byTwo.json)).toMatchObject({ rows: { read: ROWS, used: ROWS, excluded: [] } });
  });

  it('in Windows-1252 is read as such though half of it has no letter outside ASCII', async () => {
    const text = longRegister().replaceAll('Hälso- och sjukvård', 'Sjukvård');
    const bytes = Buffer.from(text, 'latin1');
    const [byTwo, byOne] = await readBothWays('ansi.csv', bytes);
    expect(byTwo.json).toBe(byOne.json);
    expect(byTwo.json).toContain('"Sjukvård"');
  });

  it('with line feeds inside quotes where the threads meet', async () => {
    const odd = (row: string) => row.replace(';-\r\n', ';"ett\nbrev\n"\r\n');
    const [byTwo, byOne] = await readBothWays('quoted.csv', longRegister(odd));
    expect(byTwo.code).toBe(0);
    expect(byTwo.json).toBe(byOne.json);
    expect(JSON.parse(byTwo.json)).toMatchObject({ rows: { read: ROWS, used: ROWS } });
  });

  it('with persons whose keys have letters of two, three and four bytes', async () => {
    const odd = (row: string) => row.replace('key-', 'nyckel å–😀-');
    const [byTwo, byOne] = await readBothWays('keys.csv', longRegister(odd));
    expect(byTwo.json).toBe(byOne.json);
    expect(byTwo.json).toContain('{"person":"nyckel å–😀-');
  });

  it('with one cell of many lines where the threads meet', async () => {
    const lines = 'rad;rad;rad\n'.repeat(700_000);
    const first = Math.floor(ROWS * MEETING.from) + 1;
    const odd = (row: string, i: number) => (i === first ? row.replace(';-\r\n', `;"${lines}"\r\n`) : row);
    const [byTwo, byOne] = await readBothWays('letter.csv', longRegister(odd));
    expect(byTwo.code).toBe(0);
    expect(byTwo.json).toBe(byOne.json);
  });

  it.each([
    ['before the threads meet', 0.1],
    ['after it', 0.9],
  ])('with a quote left open %s has the sentence with the right row', async (_, share) => {
    const at = Math.floor(ROWS * share);
    const text = longRegister();
    const cut = text.indexOf(`;${String(100_000 + at)};`);
    const broken = text.slice(0, cut) + ';"' + text.slice(cut + 1);
    const [byTwo, byOne] = await readBothWays('open.csv', broken);
    expect(byTwo.code).toBe(2);
    expect(byTwo.error).toBe(byOne.error);
    expect(byTwo.error).toContain(`Rad ${String(at + 2)},`);
  });

  it('with a NUL near its end has the sentence with the right row', async () => {
    const text = longRegister();
    const [byTwo, byOne] = await readBothWays('nul.csv', `${text.slice(0, -3)}\0\r\n`);
    expect(byTwo.code).toBe(2);
    expect(byTwo.error).toBe(byOne.error);
    expect(byTwo.error).toContain(`Rad ${String(ROWS + 1)},`);
  });
});
