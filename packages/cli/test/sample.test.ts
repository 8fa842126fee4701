/** `isu sample`: the register of the Söderhamn report, made up, as a file to try everything with. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isu, workFolder } from './command.ts';
import { cellOf, resultOf } from './result.ts';

const folder = workFolder();
const SETTINGS = folder.write(
  'settings.json',
  JSON.stringify({ selection: { atLeast: 12, activeYears: [2017, 2021, 2022] }, asOf: '2026-11-22' }),
);

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function sampled(name: string, ...args: string[]): Promise<string> {
  const run = await isu(['sample', '--out', folder.at(name), ...args]);
  expect(run).toMatchObject({ code: 0, out: '', error: '' });
  return folder.at(name);
}

async function analysed(path: string) {
  const { code, out, error } = await isu(['analyse', path, '--settings', SETTINGS, '--json', '-']);
  expect([code, error]).toEqual([0, '']);
  return resultOf(out);
}

describe('the sample', () => {
  it.each(['sample.csv', 'sample.xlsx'])(
    'as %s has the report’s persons, actualisations and selection',
    async (name) => {
      const result = await analysed(await sampled(name));
      expect(result.rows).toEqual({ read: 3465, used: 3465, excluded: [], warnings: [] });
      expect(cellOf(result, 'persons-by-group', '1', 'percent')).toMatchObject({
        numerator: 300,
        denominator: 679,
      });
      expect(cellOf(result, 'persons-by-group', '1', 'percent')!.value).toBeCloseTo(44.18262, 5);
      expect(cellOf(result, 'persons-by-group', 'total', 'persons')).toMatchObject({ value: 679 });
      expect(cellOf(result, 'actualisations-by-group', 'total', 'actualisations')).toMatchObject({
        value: 3465,
      });
      expect(result.selection?.rule).toEqual({ atLeast: 12, activeYears: [2017, 2021, 2022] });
      expect(result.selection?.persons).toHaveLength(28);
    },
  );

  it('has the shape that scripts read: keys, ids, days and shares of the contract', async () => {
    const result = await analysed(await sampled('shape.csv'));
    const keys = (id: string) => result.tables.find((table) => table.id === id)?.rows.map(({ key }) => key);
    expect(result.tables.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'persons-by-group',
        'actualisations-by-group',
        'group-profile',
        'per-year',
        'sex-and-age',
        'summary',
      ]),
    );
    expect(keys('persons-by-group')).toEqual(['1', '2', '3-6', '7-11', '12+', 'total']);
    expect(keys('group-profile')).toEqual(
      expect.arrayContaining([
        'mean-actualisations',
        'mean-age',
        'percent-women',
        'percent-applications',
        'percent-lob',
        'percent-investigation',
        'investigations',
        'percent-of-investigations',
        'referrer:Polisen',
      ]),
    );
    expect(keys('per-year')).toEqual(
      expect.arrayContaining(['2017', '2018', '2019', '2020', '2021', '2022']),
    );
    expect(result.return.method).toBe('kaplan-meier');
    expect(result.return.points.map(({ days }) => days)).toEqual([90, 180, 365, 730]);
    expect(result.concentration.top.map(({ share }) => share)).toEqual([0.01, 0.05, 0.1, 0.2]);
    expect(result.concentration.lorenz.at(0)).toEqual([0, 0]);
    expect(result.concentration.lorenz.at(-1)).toEqual([1, 1]);
    const persons = result.persons!.map(({ person }) => person);
    expect(persons).toEqual([...persons].sort());
  });

  it('goes to standard output without --out, and from there into the analysis', async () => {
    const { out } = await isu(['sample']);
    expect(out).toBe(readFileSync(await sampled('same.csv'), 'utf8'));
    const piped = await isu(['analyse', '-', '--settings', SETTINGS, '--json', '-'], { input: out });
    expect(resultOf(piped.out).persons).toHaveLength(679);
  });

  it('is the same each time, and with another seed other persons with the same tables', async () => {
    const first = await sampled('first.csv');
    const again = await sampled('again.csv');
    const other = await sampled('other.csv', '--seed', '7');
    expect(sha(again)).toBe(sha(first));
    expect(sha(other)).not.toBe(sha(first));
    const [one, two] = [await analysed(first), await analysed(other)];
    expect(two.persons).not.toEqual(one.persons);
    expect(two.tables.slice(0, 2)).toEqual(one.tables.slice(0, 2));
  });

  it.each(['large.csv', 'large.xlsx'])('has as many rows as asked for (%s), by the seed', async (name) => {
    const result = await analysed(await sampled(name, '--rows', '10000', '--seed', '3'));
    expect([result.rows.read, result.rows.used]).toEqual([10_000, 10_000]);
    const ofOne = cellOf(result, 'persons-by-group', '1', 'percent')!.value!;
    expect(Math.abs(ofOne - 44.18)).toBeLessThan(3);
  });

  it.each(['1', '2'])('may be as small as %s rows', async (rows) => {
    const result = await analysed(await sampled('small.csv', '--rows', rows));
    expect(result.rows.used).toBe(Number(rows));
  });
});
