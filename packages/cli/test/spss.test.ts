/** `isu spss`: files for SPSS, in a folder. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makePseudonymKey } from 'isu-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isuHere } from './command-here.ts';
import { workFolder } from './work-folder.ts';

const ALBY = fileURLToPath(new URL('../../../core/test/comparison/fixtures/alby.csv', import.meta.url));
const folder = workFolder();
const spss = (...args: string[]) => isuHere(['spss', ...args], folder.path);
const text = (name: string) => readFileSync(folder.at(name), 'utf8');

beforeAll(() => {
  folder.write('alby.csv', readFileSync(ALBY, 'utf8'));
  folder.write('nyckel.txt', makePseudonymKey(Uint8Array.from({ length: 32 }, (_, at) => at)));
  folder.write('koder.json', '{"pseudonymKeyFile": "nyckel.txt"}');
  folder.write('delad.json', '{"pseudonymKeyFile": "nyckel.txt", "protection": {"mode": "publication"}}');
  folder.write('tom.csv', 'Person;Datum\nA;\n');
});

describe('isu spss', () => {
  it('writes persons and actualisations under codes, with a syntax file each', async () => {
    const done = await spss('alby.csv', '--settings', 'koder.json', '--out', 'till-spss');
    expect(done).toEqual({ code: 0, out: '', error: '' });
    expect(text('till-spss/personer.csv').split('\r\n').length).toBe(140 + 2);
    expect(text('till-spss/aktualiseringar.csv')).not.toContain('A001');
    expect(text('till-spss/aktualiseringar.sps')).toContain("/FILE='aktualiseringar.csv'");
    const again = await spss('alby.csv', '--settings', 'koder.json', '--out', 'for-spss', '--lang', 'en');
    expect(again.code).toBe(0);
    expect(text('for-spss/persons.sps')).toContain("VARIABLE LABELS person 'Person (code)'");
  });

  it('writes a review, a row for each file and reader: eight of the sample have two', async () => {
    expect((await isuHere(['sample', '--review', '--out', 'granskning.json'], folder.path)).code).toBe(0);
    expect((await spss('granskning.json', '--review', '--out', 'akter')).code).toBe(0);
    expect(text('akter/granskningar.csv').split('\r\n').length).toBe(28 + 8 + 2);
    expect(text('akter/granskningar.sps')).toContain("-98 'Frågan ställs inte'");
  });

  it.each([
    [['alby.csv', '--out', 'x'], 2, /det behövs en nyckel\. Gör en med isu key nyckel\.txt/],
    [['alby.csv', '--out', 'x', '--settings', 'delad.json'], 2, /kan inte göras för publicering/],
    [['alby.csv', '--settings', 'koder.json'], 2, /isu spss .*alby\.csv --out MAPP/],
    [['alby.csv', '--settings', 'koder.json', '--out', 'tom.csv'], 2, /tom\.csv/],
    [['tom.csv', '--settings', 'koder.json', '--out', 'x'], 1, /^tom\.csv: /],
    [['saknas.csv', '--settings', 'koder.json', '--out', 'x'], 2, /saknas\.csv» finns inte/],
  ])('isu spss %j is exit code %i and one line', async (args, exit, sentence) => {
    const before = folder.names();
    const { code, out, error } = await spss(...args);
    expect([code, out]).toEqual([exit, '']);
    expect(error.replace(/\n$/, '')).toMatch(sentence);
    expect(error.trim().split('\n').length).toBe(1);
    expect(folder.names()).toEqual(before);
  });
});
