/**
 * A register of the sample's shape of any size, made by DuckDB as a Parquet file or CSV: the sample as many times as it takes, each
 * time with persons of its own, in date order as a case system exports it.
 *
 *   node test/bench/engine-register.mjs FILE.parquet ROWS
 *
 * Some rows are as rows are: an empty date, a birth date without a person, ten digits, a wrong check digit, a number
 * that stands twice.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

/** Days of birth there are, from 1905, and numbers of a day: persons enough for more than 100 million rows. */
const BIRTH_DAYS = 36_500;

/** How far apart the sample's rows begin among the copies, which are in an order of their own. */
const STEP = 7919;

export async function writeRegister(file, rows) {
  const isu = fileURLToPath(new URL('../../packages/cli/dist/isu.js', import.meta.url));
  const sample = execFileSync(process.execPath, [isu, 'sample'], { encoding: 'utf8' }).replace('\ufeff', '');
  const [header, ...lines] = sample
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  const place = new Map();
  const text = (value) => `'${value.replaceAll("'", "''")}'`;
  const values = lines.map(([person, , ...cells], at) => {
    if (!place.has(person)) place.set(person, place.size);
    return `(${[at, place.get(person), ...cells.map(text)].join(', ')})`;
  });
  const copies = Math.ceil(rows / lines.length);
  const names = header.slice(2).map((name) => `"${name}"`);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB' });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE sample AS FROM (VALUES ${values.join(',\n')}) AS s (place, who, ${names.join(', ')})`,
  );
  await connection.run(
    `CREATE TABLE shuffled AS SELECT copy, row_number() OVER (ORDER BY hash(copy)) - 1 AS nth FROM range(${copies}) AS r(copy)`,
  );
  // A person's number within all copies says the day of birth and the three digits after it.
  await connection.run(`CREATE MACRO digit(nine, nth) AS CAST(substr(nine, nth, 1) AS INTEGER)`);
  await connection.run(`CREATE MACRO twice(d) AS d * 2 - CASE WHEN d > 4 THEN 9 ELSE 0 END`);
  await connection.run(`COPY (
    WITH numbered AS (
      SELECT i, who * ${copies} + copy AS person, sample.* EXCLUDE (place, who)
      FROM range(${rows}) AS r(i) JOIN sample ON place = i // ${copies} JOIN shuffled ON nth = (i + ${STEP} * place) % ${copies}
    ), born AS (
      SELECT *, strftime(DATE '1905-01-01' + CAST(person % ${BIRTH_DAYS} AS INTEGER), '%Y%m%d') AS birth,
        lpad(CAST(100 + person // ${BIRTH_DAYS} AS VARCHAR), 3, '0') AS three
      FROM numbered
    ), checked AS (
      SELECT *, substr(birth, 3) || three AS nine,
        (1000 - ${[1, 3, 5, 7, 9].map((at) => `twice(digit(nine, ${at}))`).join(' - ')}
         - ${[2, 4, 6, 8].map((at) => `digit(nine, ${at})`).join(' - ')}) % 10 AS checking
      FROM born
    )
    SELECT CASE
        WHEN i % 1009 = 0 THEN birth || '-TF12'
        WHEN i % 211 = 0 THEN nine || checking
        WHEN i % 1501 = 0 THEN birth || '-' || three || (checking + 1) % 10
        ELSE birth || '-' || three || checking END AS "Personnummer",
      CASE WHEN i % 1999 = 0 THEN i ELSE i + 100001 END AS "Aktualiseringsnummer",
      CASE WHEN i % 997 = 0 THEN NULL ELSE CAST("Aktualiseringsdatum" AS DATE) END AS "Aktualiseringsdatum",
      ${names.slice(1).join(', ')}
    FROM checked
  ) TO ${text(file)} ${file.endsWith('.csv') ? "(FORMAT csv, DELIMITER ';', HEADER true)" : '(FORMAT parquet, COMPRESSION zstd)'}`);
  connection.closeSync();
  instance.closeSync();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeRegister(process.argv[2], Number(process.argv[3]));
