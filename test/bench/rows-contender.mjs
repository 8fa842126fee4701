/**
 * One contender of the race over rows in memory, in a process of its own: makes the rows, then times how long it takes
 * to have, for each person, the number of actualisations, the first and the last; `isu` and `register` are asked for
 * the register and the whole lathund.
 *
 *   node --expose-gc rows-contender.mjs CONTENDER FORM ROWS ROUNDS
 *
 * CONTENDER is isu, map, arquero, duckdb, or register (DuckDB, asked for the same as isu). FORM is what the program has: `numbers` (a Float64Array of twelve digits
 * and an Int32Array of days) or `texts` (an array of twelve digits as text, one text a row, and one of ISO dates).
 * Prints JSON: milliseconds of each round but the first ones, the most memory held meanwhile beyond the rows, and sums
 * by which the contenders are held against each other: over all persons' figures, and of those asked for it over the
 * months, the groups and the rows that there is something to say of.
 */
const [, , contender, form, rowCount, rounds] = process.argv;
const ROWS = Number(rowCount);
const FIRST_DAY = 17_167; // 2017-01-01
const DAYS = 2007;
const DAY = 86_400_000;
const REMARKS = ['check-digit', 'unlikely-date', 'equal-rows'];
/** From 1990-01-01 to the day of the analysis. */
const LIKELY = { from: 7305, to: 20_779 };

const CONTENDERS = { isu, map, arquero, duckdb, register };
/** Rounds before those that are told: engines need some to be warm, and of many rows one is enough. */
const WARMING = ROWS > 2_000_000 ? 1 : 3;

const rows = form === 'numbers' ? madeRows() : asTexts(madeRows());
const run = await CONTENDERS[contender](rows);
globalThis.gc();
const held = process.memoryUsage.rss();
const peakBefore = process.resourceUsage().maxRSS * 1024;
const milliseconds = [];
let answer;
for (let round = 0; round < WARMING + Number(rounds); round++) {
  answer = null;
  globalThis.gc();
  const start = performance.now();
  answer = await run.work();
  milliseconds.push(performance.now() - start);
}
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(
  JSON.stringify({
    milliseconds: milliseconds.slice(WARMING),
    loading: run.loading ?? 0,
    // Where making the rows took more, nothing is known of the work.
    bytes: peak > peakBefore ? peak - held : null,
    sum: sumOf(run.persons(answer)),
    whole: run.whole ? `${sumOf(run.whole(answer))}, ${sumOf(run.remarks(answer))}` : null,
  }),
);

/** One person in five rows on the whole, most with one and few with many; right check digits; days of five and a half years. */
function madeRows() {
  let state = 20_170_101;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const upTo = (n) => Math.floor(chance() * n);
  const ids = Float64Array.from({ length: Math.ceil(ROWS / 5) }, () => {
    const birth = (1930 + upTo(75)) * 10_000 + (1 + upTo(12)) * 100 + 1 + upTo(28);
    return withCheckDigit(birth * 1000 + 1 + upTo(998));
  });
  const person = new Float64Array(ROWS);
  const date = new Int32Array(ROWS);
  for (let i = 0; i < ROWS; i++) {
    person[i] = ids[Math.floor(chance() ** 2 * ids.length)];
    date[i] = FIRST_DAY + upTo(DAYS);
  }
  return { person, date };
}

function withCheckDigit(eleven) {
  let sum = 0;
  for (let place = 0, rest = eleven % 1e9; place < 9; place++) {
    const digit = (rest % 10) * (place % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
    rest = Math.floor(rest / 10);
  }
  return eleven * 10 + ((10 - (sum % 10)) % 10);
}

/** As a program has them that has read a file: a text of its own for each row's person; dates are texts that rows share. */
function asTexts({ person, date }) {
  const isoDates = Array.from({ length: DAYS }, (_, at) =>
    new Date((FIRST_DAY + at) * DAY).toISOString().slice(0, 10),
  );
  const persons = new Array(ROWS);
  const dates = new Array(ROWS);
  for (let i = 0; i < ROWS; i++) {
    persons[i] = person[i].toFixed(0);
    dates[i] = isoDates[date[i] - FIRST_DAY];
  }
  return { person: persons, date: dates };
}

/** The register too (which rows are used, whose each row is, what there is to warn of), months and groups; sorted by person. */
async function isu(rows) {
  const { defaultSettings } = await import('../../core/dist/index.js');
  const { lathundOfRows } = await import('../../core/dist/rows/index.js');
  const settings = defaultSettings('2026-11-22');
  return {
    work: () => lathundOfRows(rows, settings).value,
    *persons({ lathund }) {
      const { persons, keys, actualisations, first, last } = lathund;
      for (let p = 0; p < persons; p++) yield [keys.digits[p], actualisations[p], first[p], last[p]];
    },
    *whole({ lathund }) {
      const { persons, keys, months, group } = lathund;
      for (let p = 0; p < persons; p++) yield [keys.digits[p], p, months[p], group[p]];
    },
    *remarks({ account }) {
      if (account.excluded.length > 0) throw new Error('The rows of this bench are all used.');
      for (const { row, warning } of account.warnings) yield [row, REMARKS.indexOf(warning)];
    },
  };
}

/** A Map from person to a number, and arrays by that number. ISO dates are compared as they are. */
function map({ person, date }) {
  return {
    work() {
      const numberOf = new Map();
      const [count, first, last] = [[], [], []];
      for (let i = 0; i < person.length; i++) {
        const day = date[i];
        const known = numberOf.get(person[i]);
        if (known === undefined) {
          numberOf.set(person[i], count.length);
          count.push(1);
          first.push(day);
          last.push(day);
        } else {
          count[known]++;
          if (day < first[known]) first[known] = day;
          if (day > last[known]) last[known] = day;
        }
      }
      return { numberOf, count, first, last };
    },
    *persons({ numberOf, count, first, last }) {
      for (const [id, p] of numberOf) yield [Number(id), count[p], dayOf(first[p]), dayOf(last[p])];
    },
  };
}

/** Grouped and rolled up, its own columns as the answer. */
async function arquero(rows) {
  const { op, table } = await import('arquero');
  const all = table(rows);
  return {
    work: () =>
      all
        .groupby('person')
        .rollup({ count: op.count(), first: op.min('date'), last: op.max('date') })
        .reify(),
    *persons(found) {
      const [id, count, first, last] = ['person', 'count', 'first', 'last'].map((name) => found.array(name));
      for (let p = 0; p < id.length; p++) yield [Number(id[p]), count[p], dayOf(first[p]), dayOf(last[p])];
    },
  };
}

/**
 * Each person's figures of a table in memory that already holds the rows; not asked to sort. Fetched chunk by chunk:
 * numbers as the typed arrays that it hands out, joined into one; texts as an array.
 */
async function duckdb(rows) {
  const { connection, isText, loading } = await loadedIntoDuckdb(rows);
  const columns = isText
    ? "person, count(*)::INTEGER, (min(day) - DATE '1970-01-01')::INTEGER, (max(day) - DATE '1970-01-01')::INTEGER"
    : 'person, count(*)::INTEGER, min(day), max(day)';
  return {
    loading,
    work: () =>
      fetched(connection, `SELECT ${columns} FROM actualisation GROUP BY person`, [
        isText ? Array : Float64Array,
        Int32Array,
        Int32Array,
        Int32Array,
      ]),
    *persons([id, count, first, last]) {
      for (let p = 0; p < id.length; p++) yield [Number(id[p]), count[p], first[p], last[p]];
    },
  };
}

/**
 * The register and the whole lathund of the same table: the persons sorted, with months and group, whether each can be
 * a person and has a right check digit; and the rows of no possible date, and those that are equal. It is spared what
 * these rows do not need: the rows of impossible persons, of wrong check digits and of unlikely dates would be asked for
 * where there are any. Nor is it asked whose each row is, which isu tells too.
 */
async function register(rows) {
  const { connection, isText, loading } = await loadedIntoDuckdb(rows);
  await connection.run('CREATE MACRO twice(digit) AS digit * 2 - CASE WHEN digit > 4 THEN 9 ELSE 0 END');
  const [earliest, latest] = isText ? ["DATE '0001-01-01'", "DATE '9999-12-30'"] : ['-719162', '2932895'];
  const date = (day) => (isText ? day : `(DATE '1970-01-01' + ${day})`);
  const number = (day) => (isText ? `(${day} - DATE '1970-01-01')::INTEGER` : day);
  const digit = (place) => `(id // ${10 ** (10 - place)} % 10)`;
  const luhn = Array.from({ length: 10 }, (_, at) =>
    at % 2 === 0 ? `twice(${digit(at + 1)})` : digit(at + 1),
  );
  const persons = `
    WITH grouped AS (
      SELECT person, count(*)::INTEGER AS n, min(day) AS first, max(day) AS last
      FROM actualisation WHERE day BETWEEN ${earliest} AND ${latest} GROUP BY person
    ), person AS (
      SELECT *, ${date('first')} AS f, ${date('last')} AS l,
        TRY_CAST(person AS BIGINT) AS id, id // 100000000 AS y, id // 1000000 % 100 AS m,
        id // 10000 % 100 AS of_month, CASE WHEN of_month > 60 THEN of_month - 60 ELSE of_month END AS d
      FROM grouped
    )
    SELECT id::DOUBLE, n, ${number('first')}, ${number('last')},
      ((year(l) - year(f)) * 12 + month(l) - month(f) - CASE WHEN day(l) < day(f) THEN 1 ELSE 0 END)::INTEGER,
      (CASE WHEN n >= 12 THEN 4 WHEN n >= 7 THEN 3 WHEN n >= 3 THEN 2 ELSE n - 1 END)::UTINYINT,
      (id IS NULL OR ${isText ? 'length(person) <> 12' : 'id <> person'} OR id % 10000 = 0
        OR y NOT BETWEEN 1800 AND 2099 OR m NOT BETWEEN 1 AND 12
        OR d NOT BETWEEN 1 AND CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31
          WHEN y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0) THEN 29 ELSE 28 END)::UTINYINT,
      ((${luhn.join(' + ')}) % 10 <> 0)::UTINYINT
    FROM person ORDER BY person`;
  const ofNoDate = `
    SELECT (rowid + 1)::INTEGER FROM actualisation
    WHERE person IS NULL OR day IS NULL OR day NOT BETWEEN ${earliest} AND ${latest}`;
  const equal = `
    WITH several AS (SELECT person, day FROM actualisation GROUP BY person, day HAVING count(*) > 1)
    SELECT (rowid + 1)::INTEGER FROM actualisation JOIN several USING (person, day) ORDER BY rowid`;
  return {
    loading,
    async work() {
      const types = [Float64Array, Int32Array, Int32Array, Int32Array, Int32Array];
      const found = await fetched(connection, persons, [...types, Uint8Array, Uint8Array, Uint8Array]);
      const [, , first, last, , , impossible, wrong] = found;
      const [excluded] = await fetched(connection, ofNoDate, [Int32Array]);
      const isRemarkable = (_, p) =>
        impossible[p] !== 0 || wrong[p] !== 0 || first[p] < LIKELY.from || last[p] > LIKELY.to;
      if (excluded.length > 0 || first.some(isRemarkable))
        throw new Error('The rows of this bench are clean.');
      return { found, equal: (await fetched(connection, equal, [Int32Array]))[0] };
    },
    *persons({ found: [id, count, first, last] }) {
      for (let p = 0; p < id.length; p++) yield [id[p], count[p], first[p], last[p]];
    },
    *whole({ found: [id, , , , months, group] }) {
      for (let p = 0; p < id.length; p++) yield [id[p], p, months[p], group[p]];
    },
    *remarks(answer) {
      for (const row of answer.equal) yield [row, REMARKS.indexOf('equal-rows')];
    },
  };
}

/** A table in DuckDB's own memory, in its own types; it uses all cores. */
async function loadedIntoDuckdb({ person, date }) {
  const { DATE, DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } =
    await import('@duckdb/node-api');
  const isText = Array.isArray(person);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const start = performance.now();
  await connection.run(
    `CREATE TABLE actualisation (person ${isText ? 'VARCHAR, day DATE' : 'DOUBLE, day INTEGER'})`,
  );
  const appender = await connection.createAppender('actualisation');
  const days = new Map();
  const known = (iso) => days.get(iso) ?? days.set(iso, dayOf(iso)).get(iso);
  for (let from = 0; from < person.length; from += 2048) {
    const to = Math.min(from + 2048, person.length);
    const chunk = DuckDBDataChunk.create(isText ? [VARCHAR, DATE] : [DOUBLE, INTEGER], to - from);
    const [persons, dates] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    if (isText) {
      for (let i = from; i < to; i++) persons.setItem(i - from, person[i]);
      for (let i = from; i < to; i++) dates.items[i - from] = known(date[i]);
    } else {
      persons.items.set(person.subarray(from, to));
      dates.items.set(date.subarray(from, to));
    }
    persons.flush();
    dates.flush();
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return { connection, isText, loading: performance.now() - start };
}

/** The result's columns, each in an array of its type. */
async function fetched(connection, sql, types) {
  const result = await connection.run(sql);
  const chunks = await result.fetchAllChunks();
  const size = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = types.map((Type) => (Type === Array ? [] : new Type(size)));
  let at = 0;
  for (const chunk of chunks) {
    for (const [c, column] of columns.entries()) {
      if (types[c] === Array) for (const text of chunk.getColumnValues(c)) column.push(text);
      else column.set(chunk.getColumnVector(c).items, at);
    }
    at += chunk.rowCount;
  }
  return columns;
}

function dayOf(date) {
  return typeof date === 'number' ? date : Date.parse(date) / DAY;
}

/** The same for the same persons in whatever order, and hardly for others. */
function sumOf(persons) {
  let [size, sum] = [0, 0];
  for (const [id, ...figures] of persons) {
    let mixed = Math.imul(id % 1e6, 0x9e3779b1) ^ Math.imul(Math.floor(id / 1e6), 0x85ebca6b);
    for (const figure of figures) mixed = Math.imul(mixed ^ figure, 0xc2b2ae35) ^ (mixed >>> 15);
    size++;
    sum = (sum + (mixed >>> 0)) % 9_007_199_254_740_881;
  }
  return `${size}: ${sum}`;
}
