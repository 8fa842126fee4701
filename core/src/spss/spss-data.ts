/**
 * Data for SPSS: a CSV file with codes as numbers, and a syntax file that reads it and gives variable labels, value
 * labels, missing values, formats and levels. The syntax is what PSPP runs too.
 */
import { isoDate } from '../register/day.ts';
import { utf8 } from '../utf8.ts';

/** A column of the data. */
export interface SpssVariable {
  /** Letters, digits and underscores, beginning with a letter; unique whatever the case. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date';
  readonly decimals?: number;
  readonly level: 'nominal' | 'ordinal' | 'scale';
  /** What the numbers stand for. */
  readonly values?: readonly (readonly [code: number, label: string])[];
  /** Numbers that stand for no value: at most three. */
  readonly missing?: readonly number[];
}

/** A cell: a date is a day number, and null an empty cell. */
export type SpssCell = string | number | null;

/** What is written as one .csv and one .sps. */
export interface SpssData {
  /** Of the files, without ending. */
  readonly name: string;
  /** What they are, for those who open the syntax: one sentence a line. */
  readonly about: readonly string[];
  readonly variables: readonly SpssVariable[];
  readonly rows: readonly (readonly SpssCell[])[];
}

const BYTE_ORDER_MARK = '\ufeff';
const LINE = '\r\n';

/** The CSV file, line by line: UTF-8 with a byte order mark, semicolons between, decimal points. */
export function* spssCsv({ variables, rows }: SpssData): Generator<string> {
  yield `${BYTE_ORDER_MARK}${variables.map(({ name }) => name).join(';')}${LINE}`;
  for (const row of rows) yield `${row.map((cell, at) => csvCell(cell, variables[at]!)).join(';')}${LINE}`;
}

function csvCell(cell: SpssCell, { kind }: SpssVariable): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'date' ? isoDate(cell) : String(cell);
  return `"${inOneLine(cell).replaceAll('"', '""')}"`;
}

/** A line break in a cell would begin a new case. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The syntax file that reads the CSV beside it. */
export function spssSyntax(data: SpssData): string {
  const { name, about, variables } = data;
  const commands = [
    ...about.map((sentence) => `* ${inOneLine(sentence).replace(/[.!]+$/, '')}.`),
    'SET DECIMAL=DOT.',
    readCommand(data),
    listCommand(
      'VARIABLE LABELS',
      variables.map(({ name: own, label }) => `${own} ${quoted(label, 255)}`),
    ),
    ...variables.flatMap(({ name: own, values }) =>
      values && values.length > 0
        ? [
            listCommand(
              'VALUE LABELS',
              [own, ...values.map(([code, label]) => `${String(code)} ${quoted(label, 120)}`)],
              '',
            ),
          ]
        : [],
    ),
    ...variables.flatMap(({ name: own, missing }) =>
      missing && missing.length > 0 ? [`MISSING VALUES ${own} (${missing.join(', ')}).`] : [],
    ),
    ...(['nominal', 'ordinal', 'scale'] as const).flatMap((level) => {
      const those = variables.filter((variable) => variable.level === level).map(({ name: own }) => own);
      return those.length > 0
        ? [listCommand('VARIABLE LEVEL', [...those, `(${level.toUpperCase()})`], '')]
        : [];
    }),
    `SAVE OUTFILE='${name}.sav'.`,
    'EXECUTE.',
  ];
  return `${BYTE_ORDER_MARK}${commands.join(`${LINE}`)}${LINE}`;
}

function readCommand({ name, variables, rows }: SpssData): string {
  const formats = variables.map((variable, at) => `  ${variable.name} ${formatOf(variable, at, rows)}`);
  return [
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE='${name}.csv'`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /DELCASE=LINE',
    '  /FIRSTCASE=2',
    "  /DELIMITERS=';'",
    `  /QUALIFIER='"'`,
    '  /VARIABLES=',
    `${formats.join(LINE)}.`,
  ].join(LINE);
}

/** A text is as wide as its longest, in bytes; a number as its longest, in signs, or that of its values. */
function formatOf(
  { kind, decimals = 0, values = [] }: SpssVariable,
  at: number,
  rows: SpssData['rows'],
): string {
  if (kind === 'date') return 'SDATE10';
  let widest = Math.max(1, ...values.map(([code]) => String(code).length));
  for (const row of rows) {
    const cell = row[at];
    if (cell === null || cell === undefined) continue;
    const width = typeof cell === 'string' ? utf8(inOneLine(cell)).length : cell.toFixed(decimals).length;
    if (width > widest) widest = width;
  }
  return kind === 'text'
    ? `A${String(widest)}`
    : `F${String(Math.max(widest, decimals + 2))}.${String(decimals)}`;
}

/** One thing a line, so that no line is too long for an older SPSS. */
function listCommand(command: string, things: readonly string[], between = ' /'): string {
  const [first, ...rest] = things;
  return `${[`${command} ${first!}`, ...rest.map((thing) => ` ${between}${thing}`)].join(LINE)}.`;
}

/** Within so many bytes; an apostrophe is doubled. */
function quoted(text: string, mostBytes: number): string {
  let kept = inOneLine(text);
  while (utf8(kept).length > mostBytes) kept = kept.slice(0, -1);
  return `'${kept.replaceAll("'", "''")}'`;
}

/** A name that SPSS takes, of any text: small letters, digits and underscores, within 60 signs. */
export function spssName(text: string, taken: Set<string>): string {
  const bare = text
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 56);
  const start = /^[a-z]/.test(bare) ? bare : `v${bare}`;
  let name = start;
  for (let number = 2; taken.has(name) || RESERVED.has(name); number++) name = `${start}_${String(number)}`;
  taken.add(name);
  return name;
}

/** Words that SPSS keeps for itself. */
const RESERVED = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);
