/**
 * One contender of the race over rows in memory, in a process of its own: makes the rows, then times how long it takes
 * to have, for each person, the number of actualisations, the first and the last.
 *
 *   node --expose-gc rows-contender.mjs CONTENDER FORM ROWS ROUNDS
 *
 * CONTENDER is isu, map, arquero or duckdb. FORM is what the program has: `numbers` (a Float64Array of twelve digits
 * and an Int32Array of days) or `texts` (an array of twelve digits as text, one text a row, and one of ISO dates).
 * Prints JSON: milliseconds of each round, the most memory held meanwhile beyond the rows, and a sum over all persons
 * by which the contenders are held against each other.
 */
const [, , contender, form, rowCount, rounds] = process.argv;
const ROWS = Number(rowCount);
const FIRST_DAY = 17_167; // 2017-01-01
const DAYS = 2007;
const DAY = 86_400_000;

const CONTENDERS = { isu, map, arquero, duckdb };

const rows = form === 'numbers' ? madeRows() : asTexts(madeRows());
const run = await CONTENDERS[contender](rows);
globalThis.gc();
const held = process.memoryUsage.rss();
const peakBefore = process.resourceUsage().maxRSS * 1024;
const milliseconds = [];
let answer;
for (let round = 0; round <= Number(rounds); round++) {
  answer = null;
  globalThis.gc();
  const start = performance.now();
  answer = await run.work();
  milliseconds.push(performance.now() - start);
}
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(
  JSON.stringify({
    milliseconds: milliseconds.slice(1),
    loading: run.loading ?? 0,
    // Where making the rows took more, nothing is known of the work.
    bytes: peak > peakBefore ? peak - held : null,
    sum: sumOf(run.persons(answer)),
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
 * A table in memory that already holds the rows, in its own types; not asked to sort; both cores. Fetched chunk by chunk:
 * numbers as the typed arrays that it hands out, joined into one; texts as an array.
 */
async function duckdb({ person, date }) {
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
  const loading = performance.now() - start;
  const columns = isText
    ? "person, count(*)::INTEGER, (min(day) - DATE '1970-01-01')::INTEGER, (max(day) - DATE '1970-01-01')::INTEGER"
    : 'person, count(*)::INTEGER, min(day), max(day)';
  return {
    loading,
    async work() {
      const result = await connection.run(`SELECT ${columns} FROM actualisation GROUP BY person`);
      const chunks = await result.fetchAllChunks();
      const size = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
      const found = [isText ? [] : new Float64Array(size), ...[1, 2, 3].map(() => new Int32Array(size))];
      let at = 0;
      for (const chunk of chunks) {
        for (const [c, column] of found.entries()) {
          if (isText && c === 0) for (const text of chunk.getColumnValues(0)) column.push(text);
          else column.set(chunk.getColumnVector(c).items, at);
        }
        at += chunk.rowCount;
      }
      return found;
    },
    *persons([id, count, first, last]) {
      for (let p = 0; p < id.length; p++) yield [Number(id[p]), count[p], first[p], last[p]];
    },
  };
}

function dayOf(date) {
  return typeof date === 'number' ? date : Date.parse(date) / DAY;
}

/** The same for the same persons in whatever order, and hardly for others. */
function sumOf(persons) {
  let [size, sum] = [0, 0];
  for (const [id, count, first, last] of persons) {
    let mixed = Math.imul(id % 1e6, 0x9e3779b1) ^ Math.imul(Math.floor(id / 1e6), 0x85ebca6b);
    for (const figure of [count, first, last]) mixed = Math.imul(mixed ^ figure, 0xc2b2ae35) ^ (mixed >>> 15);
    size++;
    sum = (sum + (mixed >>> 0)) % 9_007_199_254_740_881;
  }
  return `${size} persons, ${sum}`;
}
