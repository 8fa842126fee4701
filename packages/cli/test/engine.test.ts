/** `isu analyse --engine duckdb`: byte for byte what isu gives without it, and a clear line where it cannot be. */
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMAND, run, workFolder } from './command.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = workFolder();
const [withDuckdb, withoutDuckdb] = [folder.at('with'), folder.at('without')];
const messy = readFileSync(join(ROOT, 'test/definitions/fixtures/messy-register.csv'), 'utf8');

beforeAll(() => {
  for (const place of [withDuckdb, withoutDuckdb]) cpSync(dirname(COMMAND), place, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(withDuckdb, 'node_modules'));
});

const isu = (args: readonly string[], place = withDuckdb) =>
  run(process.execPath, [join(place, 'isu.js'), ...args]);

async function expectSame(file: string, ...args: string[]): Promise<void> {
  const [alone, engine] = await Promise.all([
    isu(['analyse', file, ...args]),
    isu(['analyse', file, ...args, '--engine', 'duckdb']),
  ]);
  expect(alone.error).toBe('');
  expect(engine.error).toBe('');
  expect(engine.out).toBe(alone.out);
  expect(engine.code).toBe(alone.code);
}

describe('a file counted by DuckDB', () => {
  it('gives the same JSON', async () => {
    await expectSame(folder.write('messy.csv', messy), '--json', '-');
  });

  it('gives the same tables on the screen, where no person is fetched', async () => {
    await expectSame(folder.write('screen.csv', messy));
  });

  it('gives the same for publication', async () => {
    const settings = folder.write(
      'publication.json',
      '{"protection":{"mode":"publication"},"selection":{"atLeast":3}}',
    );
    await expectSame(folder.write('public.csv', messy), '--settings', settings, '--json', '-');
  });

  it('in Windows-1252, with a title, empty lines, quotes and line ends within them', async () => {
    const text =
      'Uttag\r\n\r\nPersonnummer;Aktualiseringsdatum;Aktualiserande part\r\n' +
      '19811218-9876;2019-01-05;"Anhörig; mor"\r\n\r\n19811218-9876;2020-02-30;Övrig\r\n' +
      '20170101-2393;2020-06-01;"Två\r\n\r\nrader ""så"""\r\n\r\n';
    await expectSame(folder.write('windows.csv', Buffer.from(text, 'latin1')), '--json', '-');
  });

  it('with the separator named in the first line, and rows of fewer cells', async () => {
    const text =
      '\ufeffsep=,\nPersonnummer,Datum,Typ\n19811218-9876,2019-01-05\n20170101-2393,2020-06-01,LOB';
    await expectSame(folder.write('named.csv', text), '--json', '-');
  });

  it('without a usable row', async () => {
    const file = folder.write('nothing.csv', 'Personnummer;Datum\n;2020-01-01\n');
    const [alone, engine] = await Promise.all([
      isu(['analyse', file]),
      isu(['analyse', file, '--engine', 'duckdb']),
    ]);
    expect(engine).toEqual(alone);
    expect(engine.code).toBe(1);
  });

  it('in Parquet, with dates and numbers as such', async () => {
    const file = folder.at('register.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT * FROM (VALUES (198112189876, DATE '2019-01-05', 1.0::DOUBLE, 'Ansökan'),
         (8112189876, DATE '2020-03-05', 2.0, 'Anmälan'), (201701012393, NULL, 3.0, 'Anmälan'))
         AS rows (Personnummer, Aktualiseringsdatum, Aktualiseringsnummer, Aktualiseringstyp)) TO '${file}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const { out } = await isu(['analyse', file, '--engine', 'duckdb', '--json', '-']);
    const result = JSON.parse(out) as { rows: unknown; persons: unknown };
    expect(result.rows).toMatchObject({ read: 3, excluded: [{ row: 4, reason: 'missing-date', value: '' }] });
    expect(result.persons).toEqual([
      {
        person: '198112189876',
        actualisations: 2,
        first: '2019-01-05',
        last: '2020-03-05',
        months: 14,
        group: '2',
      },
    ]);
  });
});

describe('a CSV on standard input', () => {
  it('gives the same JSON', async () => {
    const [alone, engine] = await Promise.all(
      [[], ['--engine', 'duckdb']].map((args) =>
        run(process.execPath, [join(withDuckdb, 'isu.js'), 'analyse', '-', '--json', '-', ...args], {
          input: messy,
        }),
      ),
    );
    expect(engine).toEqual(alone);
    expect(engine!.code).toBe(0);
  });
});

describe('what an engine cannot', () => {
  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an engine that there is not', ['a.csv', '--engine', 'sqlite'], /motor «sqlite»/],
    ['a workbook', ['a.xlsx', '--engine', 'duckdb'], /inte «a.xlsx»/],
    ['a sheet', ['a.csv', '--sheet', 'Blad1', '--engine', 'duckdb'], /--sheet/],
    ['a file that there is not', ['none.csv', '--engine', 'duckdb'], /none.csv» finns inte/],
  ];

  it.each(mistakes)('%s is told in one line', async (_, args, words) => {
    const { code, out, error } = await isu(['analyse', ...args]);
    expect(error).toMatch(words);
    expect(error.trimEnd()).not.toContain('\n');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('a quote that does not end is told as without an engine', async () => {
    const file = folder.write('quote.csv', 'Personnummer;Datum;Part\n19811218-9876;2019-01-05;"Anhörig\n');
    const [alone, engine] = await Promise.all([
      isu(['analyse', file]),
      isu(['analyse', file, '--engine', 'duckdb']),
    ]);
    expect(engine).toEqual(alone);
    expect(engine.code).toBe(2);
  });

  it('a Parquet file that is none is told with the mend', async () => {
    const file = folder.write('broken.parquet', 'PAR1');
    const { code, error } = await isu(['analyse', file, '--engine', 'duckdb']);
    expect(error).toMatch(/broken.parquet.*Kontrollera att filen är hel/);
    expect(error.trimEnd()).not.toContain('\n');
    expect(code).toBe(2);
  });

  it('a Parquet file without an engine is told which one reads it', async () => {
    const { code, error } = await isu(['analyse', 'a.parquet', '--lang', 'en']);
    expect(error).toBe(
      '"a.parquet" is a Parquet file, which an engine reads: isu analyse a.parquet --engine duckdb.\n',
    );
    expect(code).toBe(2);
  });

  it('without DuckDB, how to install it', async () => {
    const file = folder.write('some.csv', messy);
    const { code, error } = await isu(['analyse', file, '--engine', 'duckdb', '--lang', 'en'], withoutDuckdb);
    expect(error).toBe(
      'DuckDB is not installed. Install it where isu is installed, with npm install @duckdb/node-api, or leave out --engine.\n',
    );
    expect(code).toBe(2);
  });
});
