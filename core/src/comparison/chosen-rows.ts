/** Rows of one's own: any column of the sheets, as levels or as a number. */
import { succeed, type Outcome } from '../problem.ts';
import { foldBare } from '../register/spelling.ts';
import type { CellValue } from '../register/sheet.ts';
import type { ComparedRows } from './compared-rows.ts';
import type { ChosenRow } from './comparison-settings.ts';
import { findColumn } from './find-column.ts';
import { levelsOf, rowsOfCell, type ColumnOf } from './levels.ts';
import type { Category, Level, Numeric, Variable } from './variables.ts';

/** A column of so many numbers is a measure; of fewer, a code. */
const MOST_CODES = 12;

export function chosenVariable(rows: ComparedRows, chosen: ChosenRow): Outcome<Variable> {
  const mappings = rows.parts.map(({ register }) => register.mapping);
  const found = findColumn(chosen.column, mappings);
  if (!found.ok) return found;
  const at = found.value.findIndex((column) => column !== null);
  const header = mappings[at]!.headers[found.value[at]!]!;
  const columns = rows.parts.map(({ register, sheet }, part): ColumnOf => {
    return { register, sheet, column: found.value[part]! };
  });
  const as = chosen.as ?? (isMeasure(columns) ? 'number' : 'category');
  return succeed(
    as === 'number' ? numeric(rows, chosen, header, columns) : category(rows, chosen, header, columns),
  );
}

/** Where registers are one and the same, so are their columns. */
function distinct(columns: readonly ColumnOf[]): ColumnOf[] {
  return columns.filter(
    ({ register }, at) => columns.findIndex((other) => other.register === register) === at,
  );
}

/** Whether all values of a column are numbers, and too many to be codes. */
export function isMeasure(columns: readonly ColumnOf[]): boolean {
  const numbers = new Set<number>();
  for (const one of distinct(columns)) {
    if (one.column === null) continue;
    const { value } = one.sheet.columns[one.column]!;
    for (const [code, n] of rowsOfCell(one).entries()) {
      if (n === 0 || code === 0) continue;
      const number = readNumber(value(code));
      if (Number.isNaN(number)) return false;
      numbers.add(number);
    }
  }
  return numbers.size > MOST_CODES;
}

const NUMBER = /^[-−]?\d+(?:[.,]\d+)?$/;

/** Decimal comma or point, spaces between thousands. */
function readNumber(cell: CellValue): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : NaN;
  if (typeof cell !== 'string') return NaN;
  const text = cell.replace(/\s/g, '');
  return NUMBER.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : NaN;
}

function numeric(
  rows: ComparedRows,
  { base, label, digits }: ChosenRow,
  header: string,
  columns: readonly ColumnOf[],
): Numeric {
  const numbers = columns.map(({ sheet, column }) => {
    if (column === null) return null;
    const { codes, size, value } = sheet.columns[column]!;
    return { codes, ofCode: Float64Array.from({ length: size }, (_, code) => readNumber(value(code))) };
  });
  const values = Float64Array.from({ length: rows.size }, (_, row) => {
    const part = rows.part[row]!;
    const own = numbers[part];
    if (!own) return NaN;
    return own.ofCode[own.codes[rows.parts[part]!.register.row[rows.at[row]!]! - 1]!]!;
  });
  const key = `column:${header}`;
  return {
    kind: 'number',
    key,
    base,
    digits,
    label: label ?? header,
    whole: 'all',
    parts: columns.map(({ column }) => column !== null),
    columns: columns.map(({ column }) => column),
    values,
    summary: 'whole',
    missingKey: `${key}=missing`,
  };
}

function category(
  rows: ComparedRows,
  chosen: ChosenRow,
  header: string,
  columns: readonly ColumnOf[],
): Category {
  const key = `column:${header}`;
  const own = distinct(columns);
  const read = levelsOf(own, chosen.separator);
  const indexOf = new Map(own.map(({ register }, at) => [register, read.index[at]!]));
  const codes = Int32Array.from({ length: rows.size }, (_, row) => {
    const part = rows.part[row]!;
    // A part whose register lacks the column says nothing of it.
    if (columns[part]!.column === null) return -1;
    return indexOf.get(rows.parts[part]!.register)![rows.at[row]!]!;
  });
  const labels = new Map(Object.entries(chosen.labels).map(([value, label]) => [foldBare(value), label]));
  const { levels, answers } = inOrder(read, codes, chosen, (name) => ({
    key: `${key}=${name}`,
    label: labels.get(foldBare(name)) ?? name,
  }));
  return {
    kind: 'category',
    key,
    base: chosen.base,
    digits: chosen.digits,
    label: chosen.label ?? header,
    whole: 'all',
    parts: columns.map(({ column }) => column !== null),
    columns: columns.map(({ column }) => column),
    levels: levels.map((level) => (level === null ? { key: `${key}=other`, label: null } : level)),
    codesIn: () => codes,
    answers,
    byScope: false,
    separately: false,
    percentOf: 'known',
    missingKey: `${key}=missing`,
  };
}

/** The levels that have rows, as asked for; the last is null where the rest are taken together. */
function inOrder(
  { levels, answers }: ReturnType<typeof levelsOf>,
  codes: Int32Array,
  { order, top }: ChosenRow,
  levelOf: (name: string) => Level,
): { levels: (Level | null)[]; answers: readonly (readonly number[])[] } {
  const n = new Float64Array(levels.length);
  for (const code of codes) if (code > 0) for (const level of answers[code]!) n[level]!++;
  const present = [...levels.keys()].filter((level) => n[level]! > 0);
  const name = (level: number) => levels[level]!.name;
  if (order === 'value') present.sort((a, b) => byValue(name(a), name(b)));
  else {
    const asked = order === 'frequency' ? [] : order.map(foldBare);
    const place = (level: number) => {
      const at = asked.indexOf(foldBare(name(level)));
      return at < 0 ? asked.length : at;
    };
    present.sort((a, b) => place(a) - place(b) || n[b]! - n[a]! || byValue(name(a), name(b)));
  }
  const byRows = [...present].sort((a, b) => n[b]! - n[a]! || present.indexOf(a) - present.indexOf(b));
  // One level alone is not worth a row of the rest.
  const kept = new Set(present.length <= top + 1 && order === 'frequency' ? present : byRows.slice(0, top));
  const shown = present.filter((level) => kept.has(level));
  const hasRest = shown.length < present.length;
  const placeOf = new Map(
    present.map((level) => [level, kept.has(level) ? shown.indexOf(level) : shown.length]),
  );
  return {
    levels: [...shown.map((level) => levelOf(name(level))), ...(hasRest ? [null] : [])],
    answers: answers.map((all) => [...new Set(all.flatMap((level) => placeOf.get(level) ?? []))]),
  };
}

function byValue(a: string, b: string): number {
  const [x, y] = [readNumber(a), readNumber(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
