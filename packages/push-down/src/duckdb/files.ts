/** CSV and Parquet files as sources of rows in DuckDB. */
import { dialectOf } from '../dialect.ts';
import { rowsOf, type Engine, type EngineSource } from '../engine.ts';

const duckdb = dialectOf('duckdb');

export interface CsvShape {
  readonly separator: string;
  /** Cells of the widest row that has been seen. */
  readonly columns: number;
  /** Lines before the first row: the one that names the separator. */
  readonly skip: number;
  /** Row 0 is the first of the file. */
  readonly headerRow: number;
}

/** Most bytes of a row, as in the product's own reader. */
const LONGEST_ROW = 16 * 1024 * 1024;

/**
 * Copies a CSV file in UTF-8 without empty lines (which DuckDB would pass over without counting them) as Parquet: a
 * CSV is slow to read, and the rows are read several times.
 *
 * @param copy a file that there is not yet
 */
export async function csvSource(
  engine: Engine,
  path: string,
  { separator, columns, skip, headerRow }: CsvShape,
  copy: string,
): Promise<EngineSource> {
  const cells = Array.from({ length: columns }, (_, at) => `c${String(at)}`);
  const types = cells.map((cell) => `${cell}: 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = false',
    'all_varchar = true',
    `columns = {${types}}`,
    `delim = ${duckdb.text(separator)}`,
    `quote = '"'`,
    `escape = '"'`,
    'null_padding = true',
    'strict_mode = false',
    // Rows may have line ends within quotes and fewer cells than others: both together are not read in parallel.
    'parallel = false',
    `max_line_size = ${String(LONGEST_ROW)}`,
    `skip = ${String(skip)}`,
  ];
  await engine.run(`COPY (
SELECT * FROM (SELECT row_number() OVER () AS line_no, * FROM read_csv(${duckdb.text(path)}, ${options.join(', ')})) AS lines
WHERE line_no >= ${String(headerRow + 2)}
) TO ${duckdb.text(copy)} (FORMAT parquet, COMPRESSION lz4_raw)`);
  return {
    relation: `read_parquet(${duckdb.text(copy)})`,
    cells,
    rowNumber: 'line_no',
    firstRow: null,
  };
}

export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns of a Parquet file, by which the rows' meaning is found. */
export async function parquetHeaders(engine: Engine, path: string): Promise<readonly ParquetColumn[]> {
  const rows = await rowsOf(
    engine,
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${duckdb.text(path)}))`,
  );
  return rows.map(([name, type]) => ({ name: name as string, type: type as string }));
}

/** Types whose values have no white space around them as text. */
const PLAIN = /^(DATE|TIME|U?(TINY|SMALL|BIG|HUGE)?INT|DECIMAL|DOUBLE|FLOAT|BOOLEAN)/;

/** The first row of a Parquet file is number 2, as though its columns' names stood above it. */
export function parquetSource(path: string, columns: readonly ParquetColumn[]): EngineSource {
  return {
    relation: `read_parquet(${duckdb.text(path)}, file_row_number = true)`,
    cells: columns.map(({ name, type }) => cellOf(duckdb.quoted(name), type)),
    plain: columns.flatMap(({ type }, at) => (PLAIN.test(type) ? [at] : [])),
    rowNumber: 'file_row_number + 2',
    firstRow: null,
  };
}

/** A whole number is written without decimals, also where the column could hold others, as a spreadsheet has it. */
function cellOf(column: string, type: string): string {
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type))
    return `CASE WHEN ${column} = floor(${column}) AND abs(${column}) < 1e15 THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;
  if (type.startsWith('TIMESTAMP')) return `strftime(CAST(${column} AS TIMESTAMP), '%Y-%m-%d %H:%M:%S')`;
  return column;
}
