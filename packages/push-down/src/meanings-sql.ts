/** Tables of what values mean, as core has said: one row a value, looked up by every row that holds it. */
import type { Dialect } from './dialect.ts';

export type Column = readonly [name: string, type: 'text' | 'small' | 'integer' | 'whole'];

/** SQL Server takes no more rows at a time. */
const ROWS_A_TIME = 1000;

/** @returns statements that make the table and fill it */
export function valueTable(
  dialect: Dialect,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number | null)[])[],
): readonly string[] {
  const typed = columns.map(([column, type]) => [column, dialect.type[type]] as const);
  const statements = [dialect.createEmpty(name, typed)];
  for (let from = 0; from < rows.length; from += ROWS_A_TIME) {
    const values = rows
      .slice(from, from + ROWS_A_TIME)
      .map((row) => `(${row.map((value) => written(dialect, value)).join(', ')})`);
    statements.push(`INSERT INTO ${dialect.table(name)} VALUES ${values.join(',\n')}`);
  }
  return statements;
}

function written(dialect: Dialect, value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : dialect.text(value);
}
