/** The register, the lathund and the tables held against LibreOffice, Python, DuckDB and the print. */
import { readFileSync } from 'node:fs';
import { analyse, isoDate, readSettings, resultJson, roundHalfAway, sheetOf, type Cell } from 'isu-core';
import { analyseReviews } from 'isu-core/review';
import { COLUMNS as SAMPLE_COLUMNS, sampleRegister } from 'isu-sample-register';
import { sampleReviewSet } from 'isu-sample-register/review';
import { monthsBetween } from '../../core/src/lathund/months.ts';
import { pseudonyms } from '../../core/src/protection/pseudonym.ts';
import { dayNumber } from '../../core/src/register/day.ts';
import {
  byCore,
  bySql,
  COLUMNS,
  DEFAULT,
  registerOf,
  type ColumnName,
  type Shape,
} from '../definitions/in-sql.ts';
import inPrint from '../published-tables/soderhamn.json' with { type: 'json' };
import reviewInPrint from '../published-tables/soderhamn-review.json' with { type: 'json' };
import { differenceOf, type Figure, type Held } from './held.ts';

type Pair = readonly [ours: Figure, theirs: Figure];

const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const SOURCE = { name: 'validation', sha256: null, sheet: null };

export async function againstOthers(): Promise<Held[]> {
  return [
    ...months(),
    ...messyRegister(),
    ...(await registersInSql()),
    lathundInPrint(),
    await reviewsInPrint(),
    await codesOfPersons(),
  ];
}

/** By LibreOffice, which makes the file: its version stands in the script beside it. */
function months(): Held[] {
  const where = 'core/test/lathund/fixtures/datedif.csv';
  const version = /written with (LibreOffice [\d.]*\d)/.exec(
    textOf('core/test/lathund/fixtures/make-datedif.py'),
  )![1]!;
  const lines = textOf(where)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const dayOf = (iso: string) =>
    dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)));
  const formulas = {
    completed: 'DATEDIF(…;"m")',
    boundaries: 'YEAR, MONTH',
    average: 'ROUND(days/30,4375;1)',
  };
  return (['completed', 'boundaries', 'average'] as const).map((convention, at) => ({
    definition: `Months between, \`${convention}\``,
    reference: `${version}: \`${formulas[convention]}\``,
    where,
    cases: lines.length,
    difference: differenceOf(
      lines.map(([first, last, ...theirs]): Pair => [
        monthsBetween(dayOf(first!), dayOf(last!), convention),
        Number(theirs[at]),
      ]),
    ),
  }));
}

interface Result {
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly excluded: readonly { readonly row: number; readonly reason: string }[];
    readonly warnings: readonly { readonly row: number; readonly warning: string }[];
  };
  readonly persons: readonly Readonly<Record<string, string | number>>[];
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {
      readonly key: string;
      readonly cells: Readonly<
        Record<string, { value: number | null; numerator?: number; denominator?: number }>
      >;
    }[];
  }[];
  readonly return: { readonly points: readonly Readonly<Record<'days' | 'atRisk' | 'returned', number>>[] };
  readonly concentration: {
    readonly gini: number;
    readonly top: readonly { readonly ofActualisations: number }[];
  };
}

function resultOf(rows: readonly (readonly Cell[])[], given: object): Result {
  const settings = readSettings(given, '1999-12-31');
  if (!settings.ok) throw new Error(settings.problem.en);
  const analysed = analyse(sheetOf(rows), settings.value, SOURCE);
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return JSON.parse([...resultJson(analysed.value, 'sv')].join('')) as Result;
}

interface Answer extends Pick<Result, 'rows'> {
  readonly settings: object;
  readonly persons: readonly {
    readonly person: string;
    readonly actualisations: number;
    readonly first: string;
    readonly last: string;
    readonly months: Readonly<Record<string, number>>;
    readonly group: string;
  }[];
  readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | Two>>>>>>;
  readonly return: Result['return']['points'];
  readonly concentration: Result['concentration'];
}
type Two = readonly [numerator: number, denominator: number];

/** By Python, from what each row means and not from how it is written. */
function messyRegister(): Held[] {
  const folder = 'test/definitions/fixtures/';
  const answer = JSON.parse(textOf(`${folder}messy-answer.json`)) as Answer;
  const asText = textOf(`${folder}messy-register.csv`)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  const asCells = JSON.parse(textOf(`${folder}messy-register.json`)) as readonly (readonly Cell[])[];
  const results = [asText, asCells].map((rows) => resultOf(rows, answer.settings));
  const held = (definition: string, pairs: (result: Result) => Iterable<Pair>): Held => ({
    definition,
    reference: 'Python, from what each row means: `make-messy-register.py`',
    where: `${folder}messy-answer.json`,
    cases: results.length,
    difference: differenceOf(results.flatMap((result) => [...pairs(result)])),
  });
  return [
    held('Rows read, used, excluded and warned of', function* ({ rows }) {
      yield [rows.read, answer.rows.read];
      yield [rows.used, answer.rows.used];
      yield [rows.excluded.length, answer.rows.excluded.length];
      for (const [at, { row, reason }] of answer.rows.excluded.entries())
        yield [
          `${String(rows.excluded[at]?.row)} ${String(rows.excluded[at]?.reason)}`,
          `${String(row)} ${reason}`,
        ];
      yield [rows.warnings.length, answer.rows.warnings.length];
      for (const [at, { row, warning }] of answer.rows.warnings.entries())
        yield [
          `${String(rows.warnings[at]?.row)} ${String(rows.warnings[at]?.warning)}`,
          `${String(row)} ${warning}`,
        ];
    }),
    held('The lathund per person, of a messy register', function* ({ persons }) {
      yield [persons.length, answer.persons.length];
      for (const [at, { months: byConvention, ...theirs }] of answer.persons.entries()) {
        for (const [key, value] of Object.entries(theirs)) yield [persons[at]![key], value];
        yield [persons[at]!['months'], byConvention['completed']];
      }
    }),
    held('The six tables, of a messy register', function* ({ tables }) {
      for (const { id, rows } of tables)
        for (const { key, cells } of rows)
          for (const [column, { value, numerator, denominator }] of Object.entries(cells)) {
            const theirs = answer.tables[id]![key]![column]!;
            if (typeof theirs === 'number') yield [value, theirs];
            else {
              yield [numerator, theirs[0]];
              yield [denominator, theirs[1]];
            }
          }
    }),
    held('Return and concentration, of a messy register', function* (result) {
      for (const [at, theirs] of answer.return.entries())
        for (const key of ['days', 'atRisk', 'returned'] as const)
          yield [result.return.points[at]![key], theirs[key]];
      yield [result.concentration.gini, answer.concentration.gini];
      for (const [at, top] of answer.concentration.top.entries())
        yield [result.concentration.top[at]!.ofActualisations, top.ofActualisations];
    }),
  ];
}

/** Few of the shapes that test/definitions/duckdb.test.ts goes through, enough to meet every cell. */
const SHAPES: readonly Shape[] = [
  { rows: 1000, persons: 300 },
  { rows: 1000, persons: 400, skewed: true },
  { rows: 800, persons: 200, opaque: true },
  { rows: 400, persons: 90, farDates: true },
];

async function registersInSql(): Promise<Held[]> {
  const { dependencies } = JSON.parse(textOf('node_modules/@duckdb/node-api/package.json')) as {
    dependencies: Record<string, string>;
  };
  const version = dependencies['@duckdb/node-bindings']!;
  const names = Object.keys(COLUMNS) as ColumnName[];
  const persons: Pair[] = [];
  const cells: Pair[] = [];
  for (const [seed, shape] of SHAPES.entries()) {
    const rows = registerOf(shape, 20_170_101 + seed);
    const ours = byCore(rows, names, DEFAULT);
    const theirs = await bySql(rows, names, DEFAULT);
    persons.push([ours.persons.length, theirs.persons.length]);
    for (const [at, person] of theirs.persons.entries())
      for (const [key, value] of Object.entries(person) as [string, Figure][])
        persons.push([(ours.persons[at] as Record<string, Figure>)[key], value]);
    const places = new Set([...Object.keys(ours.cells), ...Object.keys(theirs.cells)]);
    for (const place of places) {
      const [a, b] = [ours.cells[place]!.split('/'), theirs.cells[place]!.split('/')];
      cells.push([a.length, b.length], ...a.map((part, at): Pair => [Number(part), Number(b[at])]));
    }
  }
  const held = (definition: string, pairs: readonly Pair[]): Held => ({
    definition,
    reference: `DuckDB ${version}: \`lathund.sql\``,
    where: 'test/definitions/duckdb.test.ts',
    cases: SHAPES.length,
    difference: differenceOf(pairs),
  });
  return [
    held('The lathund per person: count, first, last, months, group', persons),
    held('The six tables, every numerator and denominator', cells),
  ];
}

interface Printed {
  readonly print: string;
  readonly decimals?: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
interface Contradiction {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly correct: number;
}
interface Shown {
  readonly id: string;
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, unknown>> }[];
}

/** Each printed figure and ours, rounded as it is; where the print contradicts itself, the right one. */
function printedPairs(
  tables: readonly Shown[],
  printed: Readonly<Record<string, Printed>>,
  contradictions: readonly Contradiction[],
  decimals: (table: Printed, row: string, column: string) => number,
): Pair[] {
  return Object.entries(printed).flatMap(([id, table]) =>
    Object.entries(table.rows).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, figure]): Pair => {
        const wrong = contradictions.find((c) => c.table === id && c.row === row && c.column === column);
        const shown = tables.find((one) => one.id === id)!.rows.find(({ key }) => key === row);
        const cell = shown!.cells[column] as { readonly value: number };
        return [roundHalfAway(cell.value, decimals(table, row, column)), wrong?.correct ?? figure];
      }),
    ),
  );
}

const inPrintWith = (tables: Readonly<Record<string, Printed>>, contradictions: readonly Contradiction[]) =>
  `The print, FoU 2024:2: ${Object.values(tables)
    .map(({ print }) => print)
    .join(
      ', ',
    )}${contradictions.length === 0 ? '' : ` (${String(contradictions.length)} of its figures contradict the others: held against what these make it)`}`;

function lathundInPrint(): Held {
  const tables = inPrint.tables as Readonly<Record<string, Printed>>;
  const { header, rows } = sampleRegister({ seed: 1 });
  const cells = rows.map((row): Cell[] =>
    SAMPLE_COLUMNS.map(({ field }) => (field === 'day' ? isoDate(row.day) : row[field])),
  );
  const result = resultOf([header, ...cells], { period: inPrint.period, lowestAge: 18, asOf: '2026-11-22' });
  return {
    definition: 'The tables of the register, of the made-up register',
    reference: inPrintWith(tables, inPrint.contradictions),
    where: 'test/published-tables/soderhamn.json',
    cases: Object.keys(tables).length,
    difference: differenceOf(
      printedPairs(
        result.tables,
        tables,
        inPrint.contradictions,
        ({ decimals = {} }, row) => decimals[row] ?? 0,
      ),
    ),
  };
}

async function reviewsInPrint(): Promise<Held> {
  const tables = reviewInPrint.tables as unknown as Readonly<Record<string, Printed>>;
  const decimals: Readonly<Record<string, number>> = reviewInPrint.decimals;
  const { set } = await sampleReviewSet({ seed: 1 });
  const analysed = analyseReviews(set, { reader: 'AN' });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return {
    definition: 'The tables of the case-file review, of the made-up reviews',
    reference: inPrintWith(tables, reviewInPrint.contradictions),
    where: 'test/published-tables/soderhamn-review.json',
    cases: Object.keys(tables).length,
    difference: differenceOf(
      printedPairs(
        analysed.value.tables,
        tables,
        reviewInPrint.contradictions,
        (_, __, column) => decimals[column] ?? 0,
      ),
    ),
  };
}

async function codesOfPersons(): Promise<Held> {
  const where = 'core/test/protection/fixtures/pseudonyms.json';
  const cases = JSON.parse(textOf(where)) as readonly {
    readonly key: string;
    readonly persons: readonly string[];
    readonly codes: readonly string[];
  }[];
  const pairs: Pair[] = [];
  for (const { key, persons, codes } of cases) {
    const ours = await pseudonyms(persons, Uint8Array.from(Buffer.from(key, 'hex')));
    codes.forEach((code, at) => pairs.push([ours[at], code]));
  }
  return {
    definition: 'Codes in place of persons (HMAC-SHA-256)',
    reference: 'Python: `hmac`',
    where,
    cases: cases.length,
    difference: differenceOf(pairs),
  };
}
