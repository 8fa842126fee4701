/** The tables of a few rows, for tests. */
import { analyse, type Analysis } from '../../src/analyse.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';
import type { TableId } from '../../src/tables/table.ts';
import { settingsOf } from '../register/reading.ts';

export type Rows = readonly (readonly Cell[])[];

export function analysisOf(rows: Rows, given: object = {}): Analysis {
  const done = analyse(sheetOf(rows), settingsOf(given), { name: 'prov.csv', sha256: null, sheet: null });
  if (!done.ok) throw new Error(done.problem.en);
  return done.value;
}

export function tableOf(rows: Rows, id: TableId, given: object = {}) {
  return analysisOf(rows, given).tables.find((table) => table.id === id)!;
}

/** Every cell of a table, by row and column: a count as its number, a percent or mean as `numerator/denominator`. */
export function cellsOf(
  rows: Rows,
  id: TableId,
  given: object = {},
): Record<string, Record<string, number | string>> {
  return Object.fromEntries(
    tableOf(rows, id, given).rows.map(({ key, cells }) => [
      key,
      Object.fromEntries(
        Object.entries(cells).map(([column, { value, numerator, denominator }]) => [
          column,
          numerator === undefined ? value! : `${String(numerator)}/${String(denominator)}`,
        ]),
      ),
    ]),
  );
}

/** Without the columns of these headers. */
export function without(rows: Rows, ...headers: readonly string[]): Rows {
  const kept = rows[0]!.flatMap((header, column) => (headers.includes(header as string) ? [] : [column]));
  return rows.map((row) => kept.map((column) => row[column]));
}

/**
 * Seven actualisations of three persons, with every kind of value that can be missing. A comes once, B twice, C four
 * times; the last of C's has no type, the second no referrer, sex or age. C's first is a LOB by its reason.
 */
export const SEVEN: Rows = [
  ['Person', 'Datum', 'Typ', 'Anmälare', 'Orsak', 'Beslut', 'Kön', 'Ålder'],
  ['A', '2018-01-01', 'Ansökan', 'Den enskilde', 'Missbruk', 'Ja', 'Kvinna', 30],
  ['B', '2018-02-01', 'Anmälan', 'Polisen', 'Missbruk', 'Nej', 'Man', 40],
  ['B', '2020-02-01', 'LOB', 'Polisen', 'Missbruk', null, 'Man', 42],
  ['C', '2018-03-01', 'Anmälan', 'Anhörig', 'LOB', 'Ja', 'Man', 50],
  ['C', '2020-03-01', 'Anmälan', null, 'Missbruk', 'Ja', null, null],
  ['C', '2020-04-01', 'Begäran', 'Polisen', 'Missbruk', 'Vet ej', 'Man', 52],
  ['C', '2020-05-01', null, 'Polisen', null, 'Ja', 'Man', 52],
];

/** So that each of the three is a frequency group of its own: 1, 2, 3+. */
export const GROUPS = { groups: [1, 2, 3] };
