/**
 * The peer of the benchmark: the figures of `isu analyse FILE.csv --json OUT.json` worked out by DuckDB in SQL.
 *
 *   node duckdb-peer.mjs FILE.csv OUT.json
 *
 * It has the easy half of the work: the register is clean (personnummer with a dash, ISO dates, known codes, no
 * duplicates), columns are known by name, and nothing is checked, explained or counted as excluded. DuckDB is left
 * with its own defaults: all cores, no limit on memory.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [source, target] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();

const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// One pass over the file, every column read as text; what the figures need is kept in narrow types.
await connection.run(`
  CREATE TABLE actualisation AS
  SELECT person, date, lob, application, opened, referrer,
         CAST(substr(person, 11, 1) AS TINYINT) % 2 = 0 AS woman,
         CAST(year(date) - CAST(substr(person, 1, 4) AS SMALLINT)
           - CAST(strftime(date, '%m%d') < substr(person, 5, 4) AS TINYINT) AS SMALLINT) AS age
  FROM (
    SELECT replace("Personnummer", '-', '') AS person,
           CAST("Aktualiseringsdatum" AS DATE) AS date,
           "Aktualiseringstyp" = 'Anmälan LOB' AS lob,
           "Aktualiseringstyp" = 'Ansökan' AS application,
           "Beslut att inleda utredning" = 'Inleda utredning' AS opened,
           "Aktualiserande part" AS referrer
    FROM read_csv(${quoted(source)}, delim = ';', header = true, all_varchar = true)
  )`);

await connection.run(`
  CREATE TABLE person AS
  SELECT person, actualisations, first, last,
         (year(last) - year(first)) * 12 + month(last) - month(first)
           - CASE WHEN day(last) < day(first) THEN 1 ELSE 0 END AS months,
         CASE WHEN actualisations >= 12 THEN '12+' WHEN actualisations >= 7 THEN '7-11'
              WHEN actualisations >= 3 THEN '3-6' ELSE CAST(actualisations AS VARCHAR) END AS "group"
  FROM (
    SELECT person, count(*) AS actualisations, min(date) AS first, max(date) AS last
    FROM actualisation GROUP BY person
  )`);

const personsByGroup = await rowsOf(`
  SELECT coalesce("group", 'total') AS key, count(*) AS persons,
         100.0 * count(*) / (SELECT count(*) FROM person) AS percent
  FROM person GROUP BY ROLLUP ("group")`);

const actualisationsByGroup = await rowsOf(`
  SELECT coalesce("group", 'total') AS key, count(*) AS persons, sum(actualisations) AS actualisations,
         100.0 * sum(actualisations) / (SELECT count(*) FROM actualisation) AS percent
  FROM person GROUP BY ROLLUP ("group")`);

await connection.run(`
  CREATE TABLE grouped AS
  SELECT a.*, p."group" FROM actualisation a JOIN person p USING (person)`);

const groupProfile = await rowsOf(`
  SELECT coalesce("group", 'total') AS key, count(*) AS actualisations,
         count(*) / count(DISTINCT person) AS meanActualisations, avg(age) AS meanAge,
         100.0 * avg(woman::INT) AS percentWomen, 100.0 * avg(application::INT) AS percentApplications,
         100.0 * avg(lob::INT) AS percentLob, 100.0 * avg(opened::INT) AS percentInvestigation,
         count(*) FILTER (opened) AS investigations,
         100.0 * count(*) FILTER (opened) / (SELECT count(*) FILTER (opened) FROM actualisation)
           AS percentOfInvestigations
  FROM grouped GROUP BY ROLLUP ("group")`);

const referrersByGroup = await rowsOf(`
  SELECT key, referrer, reports, 100.0 * reports / sum(reports) OVER (PARTITION BY key) AS percent
  FROM (
    SELECT coalesce("group", 'total') AS key, referrer, count(*) AS reports
    FROM grouped WHERE NOT application GROUP BY GROUPING SETS (("group", referrer), (referrer))
  )`);

const perYear = await rowsOf(`
  SELECT year(date) AS key, count(*) AS actualisations, count(DISTINCT person) AS persons
  FROM actualisation GROUP BY 1 ORDER BY 1`);

const sexAndAge = await rowsOf(`
  SELECT woman, application, count(*) AS actualisations, avg(age) AS meanAge
  FROM actualisation GROUP BY CUBE (woman, application)`);

const summary = await rowsOf(`
  SELECT count(*) AS actualisations, count(*) / (SELECT count(*) FROM person) AS perPerson,
         count(*) FILTER (opened) AS investigations, count(*) FILTER (application) AS applications,
         count(*) FILTER (NOT application) AS reports, count(*) FILTER (NOT woman) AS men,
         count(*) FILTER (woman) AS women, avg(age) AS meanAge,
         (SELECT list(m ORDER BY y) FROM (SELECT year(date) AS y, avg(age) AS m FROM actualisation GROUP BY 1))
           AS meanAgePerYear
  FROM actualisation`);

const tables = {
  personsByGroup,
  actualisationsByGroup,
  groupProfile,
  referrersByGroup,
  perYear,
  sexAndAge,
  summary,
};

// DuckDB writes the persons as JSON itself, which takes less time and memory than handing them to JavaScript.
await connection.run(
  `COPY (SELECT * FROM person ORDER BY person) TO ${quoted(target)} (FORMAT json, ARRAY true)`,
);
const persons = readFileSync(target);
const file = openSync(target, 'w');
for (const part of ['{"persons":', persons, `,"tables":${JSON.stringify(tables)}}\n`]) writeSync(file, part);
closeSync(file);
