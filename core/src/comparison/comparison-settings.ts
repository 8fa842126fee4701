/** What is asked of a comparison: the base, what is set against what, and the rows of one's own. */
import { fail, succeed, type Outcome } from '../problem.ts';
import { inLine, nearest } from '../register/spelling.ts';
import type { Settings } from '../settings.ts';

/** What percentages are of. */
export type Base = 'persons' | 'actualisations';

/** A row of one's own: any column of the sheet. */
export interface ChosenRow {
  /** The column's header, or its letter. */
  readonly column: string;
  /** What the row is called; otherwise the header. */
  readonly label: string | null;
  /** Otherwise told by the values: a number where all are numbers and more than twelve of them differ. */
  readonly as: 'category' | 'number' | null;
  readonly base: Base;
  /** Between the answers of a cell: «;» in «Alkohol; Narkotika». */
  readonly separator: string | null;
  /** Most first, by value, or the levels named first in the order given. */
  readonly order: 'frequency' | 'value' | readonly string[];
  /** So many levels, the rest together. */
  readonly top: number;
  /** What levels are called, by value. */
  readonly labels: Readonly<Record<string, string>>;
  /** Decimals; null: those of the comparison. */
  readonly digits: number | null;
}

/** What is asked of a comparison, checked and filled in. */
export interface ComparisonSettings {
  /** What the percentages of the group profile are of. */
  readonly base: Base;
  /** Each part against the first, or against all the others together. */
  readonly against: 'first' | 'rest';
  /** Of a part (down the column), or of a level (along the row). */
  readonly percent: 'column' | 'row';
  readonly rows: readonly ChosenRow[];
  /** Codes that are no personnummer stand for the same person in all files. */
  readonly sameCodes: boolean;
  /** The 95 % interval below each percentage. */
  readonly intervals: boolean;
  /** Decimals of means and percentages (these one at most) where a row says no other; null: as each figure usually has. */
  readonly digits: number | null;
  /** In publication counts are hidden, or rounded to a base. */
  readonly protection: Settings['protection'];
}

export const TOP_LEVELS = 20;

/** The settings of a comparison where nothing is asked for. */
export function defaultComparison(): ComparisonSettings {
  return {
    base: 'actualisations',
    against: 'first',
    percent: 'column',
    rows: [],
    sameCodes: false,
    intervals: false,
    digits: null,
    protection: { mode: 'internal', threshold: 5, rounding: null },
  };
}

/** What the settings of an analysis say of a comparison of its parts. */
export function comparisonOf({ profileBase, intervals, protection }: Settings): ComparisonSettings {
  return { ...defaultComparison(), base: profileBase, intervals, protection };
}

/** A row for a column of the sheet, as it is where only the column is named. */
export function chosenRow(column: string): ChosenRow {
  return {
    column,
    label: null,
    as: null,
    base: 'persons',
    separator: null,
    order: 'frequency',
    top: TOP_LEVELS,
    labels: {},
    digits: null,
  };
}

/**
 * Settings from JSON, every key optional: `{ "base": "persons", "rows": ["Distrikt", { "column": "Missbruk",
 * "separator": ";" }] }`. The first thing wrong is the problem.
 *
 * @param defaults what holds where the JSON says nothing: `comparisonOf` the settings of the analysis, say
 */
export function readComparisonSettings(
  json: unknown,
  defaults: ComparisonSettings = defaultComparison(),
): Outcome<ComparisonSettings> {
  const given = objectOf(json, '', Object.keys(defaults));
  if (!given.ok) return given;
  const { base, against, percent, sameCodes, rows, intervals, digits, protection } = given.value;
  const read = {
    base: oneOf(base, 'base', ['actualisations', 'persons'] as const, defaults.base),
    against: oneOf(against, 'against', ['first', 'rest'] as const, defaults.against),
    percent: oneOf(percent, 'percent', ['column', 'row'] as const, defaults.percent),
    sameCodes: oneOf(sameCodes, 'sameCodes', [true, false] as const, defaults.sameCodes),
    rows: isNothing(rows) ? succeed(defaults.rows) : readRows(rows),
    intervals: oneOf(intervals, 'intervals', [true, false] as const, defaults.intervals),
    digits: isNothing(digits) ? succeed(defaults.digits) : readDigits(digits, 'digits'),
    protection: readProtection(protection, defaults.protection),
  };
  return allOf(read);
}

type Outcomes<T> = { readonly [K in keyof T]: Outcome<T[K]> };

/** Each value where all are right, else the first problem. */
function allOf<T>(outcomes: Outcomes<T>): Outcome<T> {
  const values: Partial<T> = {};
  for (const key of Object.keys(outcomes) as (keyof T)[]) {
    const outcome = outcomes[key];
    if (!outcome.ok) return outcome;
    values[key] = outcome.value;
  }
  return succeed(values as T);
}

function readRows(given: unknown): Outcome<readonly ChosenRow[]> {
  if (isNothing(given)) return succeed([]);
  if (!Array.isArray(given)) return wrong('rows', given, 'en lista inom [ och ]', 'a list within [ and ]');
  const rows: ChosenRow[] = [];
  for (const [at, one] of (given as unknown[]).entries()) {
    const read = readRow(one, `rows.${String(at + 1)}`);
    if (!read.ok) return read;
    rows.push(read.value);
  }
  return succeed(rows);
}

function readRow(given: unknown, path: string): Outcome<ChosenRow> {
  if (typeof given === 'string' && given.trim() !== '') return succeed(chosenRow(given));
  const defaults = chosenRow('');
  const read = objectOf(given, path, Object.keys(defaults));
  if (!read.ok) return read;
  const { column, label, as, base, separator, order, top, labels, digits } = read.value;
  return allOf<ChosenRow>({
    column: textOf(column, `${path}.column`),
    label: isNothing(label) ? succeed(null) : textOf(label, `${path}.label`),
    as: isNothing(as)
      ? succeed(null)
      : oneOf(as, `${path}.as`, ['category', 'number'] as const, 'category' as const),
    base: oneOf(base, `${path}.base`, ['persons', 'actualisations'] as const, defaults.base),
    separator: isNothing(separator) ? succeed(null) : textOf(separator, `${path}.separator`),
    order: Array.isArray(order)
      ? textsOf(order, `${path}.order`)
      : oneOf(order, `${path}.order`, ['frequency', 'value'] as const, 'frequency' as const),
    top: isNothing(top) ? succeed(defaults.top) : wholeOf(top, `${path}.top`, 1, 1000),
    labels: readLabels(labels, `${path}.labels`),
    digits: readDigits(digits, `${path}.digits`),
  });
}

const MOST_DIGITS = 3;

function readDigits(given: unknown, path: string): Outcome<number | null> {
  return isNothing(given) ? succeed(null) : wholeOf(given, path, 0, MOST_DIGITS);
}

function readLabels(given: unknown, path: string): Outcome<Readonly<Record<string, string>>> {
  if (isNothing(given)) return succeed({});
  const read = objectOf(given, path, null);
  if (!read.ok) return read;
  for (const [key, value] of Object.entries(read.value))
    if (typeof value !== 'string') return wrong(`${path}.${key}`, value, 'en text', 'a text');
  return succeed(read.value as Record<string, string>);
}

function readProtection(
  given: unknown,
  defaults: ComparisonSettings['protection'],
): Outcome<ComparisonSettings['protection']> {
  if (isNothing(given)) return succeed(defaults);
  const read = objectOf(given, 'protection', Object.keys(defaults));
  if (!read.ok) return read;
  const { mode, threshold, rounding } = read.value;
  return allOf<ComparisonSettings['protection']>({
    mode: oneOf(mode, 'protection.mode', ['internal', 'publication'] as const, defaults.mode),
    threshold: isNothing(threshold)
      ? succeed(defaults.threshold)
      : wholeOf(threshold, 'protection.threshold', 2, 1000),
    rounding: isNothing(rounding)
      ? succeed(defaults.rounding)
      : oneOf(rounding, 'protection.rounding', [3, 5] as const, 5 as const),
  });
}

function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function objectOf(
  value: unknown,
  path: string,
  known: readonly string[] | null,
): Outcome<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(path, value, 'ett objekt inom { och }', 'an object within { and }');
  for (const key of known === null ? [] : Object.keys(value)) {
    if (known!.includes(key)) continue;
    const full = inLine(path === '' ? key : `${path}.${key}`, 80);
    const guess = nearest(key, known!)!;
    return fail(
      'unknown-setting',
      `Inställningen «${full}» finns inte. Närmast är «${guess}». De som finns här: ${known!.join(', ')}.`,
      `There is no setting "${full}". The nearest is "${guess}". Those that exist here: ${known!.join(', ')}.`,
    );
  }
  return succeed(value as Record<string, unknown>);
}

function textOf(value: unknown, path: string): Outcome<string> {
  const isText = typeof value === 'string' && value !== '';
  return isText ? succeed(value) : wrong(path, value, 'en text', 'a text');
}

function textsOf(value: readonly unknown[], path: string): Outcome<readonly string[]> {
  const areTexts = value.length > 0 && value.every((one) => typeof one === 'string');
  return areTexts ? succeed(value as string[]) : wrong(path, value, 'texter', 'texts');
}

function wholeOf(value: unknown, path: string, least: number, most: number): Outcome<number> {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most)
    return succeed(value);
  const limits = `${String(least)}–${String(most)}`;
  return wrong(path, value, `ett heltal ${limits}`, `a whole number ${limits}`);
}

function oneOf<T extends string | boolean | number>(
  value: unknown,
  path: string,
  allowed: readonly T[],
  otherwise: T,
): Outcome<T> {
  if (isNothing(value)) return succeed(otherwise);
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return succeed(found);
  const named = allowed.map((one) => JSON.stringify(one)).join(', ');
  return wrong(path, value, `något av ${named}`, `one of ${named}`);
}

function wrong(path: string, value: unknown, sv: string, en: string): ReturnType<typeof fail> {
  const named = path === '' ? '' : ` «${inLine(path, 80)}»`;
  const namedEn = path === '' ? '' : ` "${inLine(path, 80)}"`;
  const shown = inLine(JSON.stringify(value) ?? '–', 80);
  return fail(
    'wrong-setting',
    `Jämförelsens inställning${named} ${shown} går inte att använda: här ska stå ${sv}.`,
    `The comparison's setting${namedEn} ${shown} cannot be used: ${en} belongs here.`,
  );
}
