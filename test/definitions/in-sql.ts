/**
 * Made-up registers of awkward shapes, and their persons and every cell of every table: by lathund.sql, run by DuckDB,
 * and by core.
 */
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { analyse, readSettings, resultJson, sheetOf, type Cell } from 'isu-core';

export const COLUMNS = {
  person: 'Person',
  date: 'Aktualiseringsdatum',
  type: 'Aktualiseringstyp',
  reason: 'Aktualiseringsorsak',
  referrer: 'Aktualiserande part',
  decision: 'Beslut att inleda utredning',
  sex: 'Kön',
  age: 'Ålder',
} as const;
export type ColumnName = keyof typeof COLUMNS;
type Row = Readonly<Record<ColumnName, string | null>>;

/** Numbers in [0, 1), the same on every run (Park and Miller's minimal standard generator). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface Shape {
  readonly rows: number;
  readonly persons: number;
  /** Opaque keys tell neither age nor sex. */
  readonly opaque?: boolean;
  readonly sameDay?: boolean;
  /** Some dates before 1990 and after the day of the analysis, and years without any actualisation. */
  readonly farDates?: boolean;
  readonly without?: readonly ColumnName[];
  /** These columns are there, with no cell filled. */
  readonly empty?: readonly ColumnName[];
  /** A few persons have most of the actualisations. */
  readonly skewed?: boolean;
}

export function registerOf(shape: Shape, seed: number): Row[] {
  const chance = chanceOf(seed);
  const upTo = (n: number) => Math.floor(chance() * n);
  const among = <T>(values: readonly T[]): T => values[upTo(values.length)]!;
  const two = (n: number) => String(n).padStart(2, '0');
  const persons = Array.from({ length: shape.persons }, (_, i) =>
    shape.opaque
      ? `K-${String(i * 7919)}`
      : `${String(1930 + upTo(75))}${two(1 + upTo(12))}${two(1 + upTo(28))}98${String(upTo(10))}${String(i % 10)}`,
  );
  const day = () => {
    if (shape.sameDay) return '2020-02-29';
    const year = shape.farDates ? among([1952, 1989, 1990, 1993, 2020, 2022, 2023, 2060]) : 2016 + upTo(7);
    return `${String(year)}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`;
  };
  const rows = Array.from({ length: shape.rows }, (): Row => {
    const at = shape.skewed ? Math.floor(chance() ** 3 * persons.length) : upTo(persons.length);
    const row: Row = {
      person: persons[at]!,
      date: day(),
      type: among(['Ansökan', 'Anmälan', 'Anmälan', 'LOB', 'Begäran', 'Tips', null]),
      reason: among(['Missbruk/beroende', 'Missbruk/beroende', 'Spelberoende', 'LOB', null]),
      referrer: among(['Polisen', 'Polisen', 'Anhörig', 'Skolan', 'Frivården', 'Vuxenpsykiatrin', null]),
      decision: among(['Ja', 'Ja', 'Nej', 'Avvaktar', null]),
      sex: among(['Man', 'Kvinna', null, null, 'Okänt']),
      age: among(['18', '33', '64', null, null, null]),
    };
    return shape.empty ? { ...row, ...Object.fromEntries(shape.empty.map((name) => [name, null])) } : row;
  });
  return rows;
}

interface Cells {
  readonly persons: readonly object[];
  readonly cells: Readonly<Record<string, string>>;
}

/** By SQL: each cell as `numerator/denominator`, a count as `numerator`. */
export async function bySql(
  rows: readonly Row[],
  names: readonly ColumnName[],
  given: Given,
): Promise<Cells> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `CREATE TABLE raw (${Object.keys(COLUMNS)
        .map((name) => `${name} VARCHAR`)
        .join(', ')})`,
    );
    const appender = await connection.createAppender('raw');
    for (const row of rows) {
      for (const name of Object.keys(COLUMNS) as ColumnName[]) {
        const cell = names.includes(name) ? row[name] : null;
        if (cell === null) appender.appendNull();
        else appender.appendVarchar(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
    const values = (list: readonly (string | number)[]) =>
      list.map((value) => (typeof value === 'number' ? `(${String(value)})` : `('${value}')`)).join(', ');
    await connection.run(
      `CREATE TABLE lower_limit (lowest INTEGER); INSERT INTO lower_limit VALUES ${values(given.groups)};`,
    );
    const roles = names.map((name) => (name === 'decision' ? 'investigation' : name));
    await connection.run(
      `CREATE TABLE has_column (role VARCHAR); INSERT INTO has_column VALUES ${values(roles)};`,
    );
    await connection.run(`CREATE TABLE setting AS SELECT 2022 AS this_year, '${given.profileBase}' AS base`);
    await connection.run(readFileSync(new URL('lathund.sql', import.meta.url), 'utf8'));
    const persons = await connection.runAndReadAll(
      `SELECT person, actualisations::DOUBLE AS actualisations, first::VARCHAR AS first, last::VARCHAR AS last,
              ${given.months}::DOUBLE AS months, "group" FROM person ORDER BY person`,
    );
    const cells = await connection.runAndReadAll(
      `SELECT table_id || ' | ' || row_key || ' | ' || column_key AS place,
              numerator::BIGINT::VARCHAR || coalesce('/' || denominator::BIGINT::VARCHAR, '') AS figure FROM cell`,
    );
    return {
      persons: persons.getRowObjects(),
      cells: Object.fromEntries(
        cells.getRows().map(([place, figure]) => [place as string, figure as string]),
      ),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export interface Given {
  readonly groups: readonly number[];
  readonly months: 'completed' | 'boundaries' | 'average';
  readonly profileBase: 'actualisations' | 'persons';
}

export interface Result {
  readonly rows: { readonly read: number; readonly used: number };
  readonly persons: readonly object[];
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {
      readonly key: string;
      readonly cells: Readonly<
        Record<string, { value: number | null; numerator?: number; denominator?: number; of: string }>
      >;
    }[];
  }[];
}

export function byCore(
  rows: readonly Row[],
  names: readonly ColumnName[],
  given: Given,
): Cells & { result: Result } {
  const settings = readSettings({ ...given, asOf: '2022-12-31' }, '1999-12-31');
  if (!settings.ok) throw new Error(settings.problem.en);
  const cells: (readonly Cell[])[] = [names.map((name) => COLUMNS[name])];
  for (const row of rows) cells.push(names.map((name) => row[name]));
  const analysed = analyse(sheetOf(cells), settings.value, { name: 'prov', sha256: null, sheet: null });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  const result = JSON.parse([...resultJson(analysed.value, 'sv')].join('')) as Result;
  const shown = result.tables.flatMap(({ id, rows: tableRows }) =>
    tableRows.flatMap(({ key, cells: byColumn }) =>
      Object.entries(byColumn).map(([column, { value, numerator, denominator }]) => [
        `${id} | ${key} | ${column}`,
        numerator === undefined ? String(value) : `${String(numerator)}/${String(denominator)}`,
      ]),
    ),
  );
  return { result, persons: result.persons, cells: Object.fromEntries(shown) as Record<string, string> };
}

export const DEFAULT: Given = {
  groups: [1, 2, 3, 7, 12],
  months: 'completed',
  profileBase: 'actualisations',
};
