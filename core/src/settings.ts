/** What the user asks for. The same settings and the same rows give the same figures, to the last byte. */
import { dayNumber, isCalendarDay } from './register/day.ts';
import { PROFILE_NAMES, type ProfileName } from './register/profiles.ts';
import { isRequired, type ChosenColumns } from './register/mapping.ts';
import { ROLES, type Role } from './register/roles.ts';
import { inLine, nearest } from './register/spelling.ts';
import { CODED_ROLES, knownCodes, readCode, type CodedRole } from './register/codes.ts';
import { fail, succeed, type Outcome } from './problem.ts';

/** How months between two days are counted. `completed` is the default; see `Settings.months`. */
export type MonthsConvention = 'completed' | 'boundaries' | 'average';

/** What the return curve can be told apart by. */
export type ReturnBy = 'group' | CodedRole;

/** Who is selected for the case-file review: those for whom all that is said here holds. */
export interface SelectionRule {
  /** At least this many actualisations in the period. */
  readonly atLeast?: number;
  /** At least one actualisation in each of these calendar years. */
  readonly activeYears?: readonly number[];
  /** The n persons with most actualisations; ties at the limit are all included. */
  readonly mostFrequent?: number;
  /** A random sample of those who meet the rest of the rule. */
  readonly sample?: { readonly size: number; readonly seed: number };
}

/** What the user asks for, checked and filled in: the result carries it, so that it can be made again. */
export interface Settings {
  /** The case system that the rows come from, whose own headers are then known by name. */
  readonly profile: ProfileName | null;
  /** Header text of each column that the user has pointed out; a column letter (`B`) serves where headers repeat. */
  readonly columns: ChosenColumns;
  /** What values stand for: `{ "type": { "Orosanmälan": "report" } }`. */
  readonly codes: Readonly<Partial<Record<CodedRole, Readonly<Record<string, string>>>>>;
  /** ISO dates, both days included; either may be left open. */
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly lowestAge: number | null;
  readonly reasons: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly organisations: readonly string[] | null;
  /** Lower limits of the frequency groups: whole, rising, from 1. */
  readonly groups: readonly number[];
  readonly months: MonthsConvention;
  /** What the percentages of the group profile are of. */
  readonly profileBase: 'actualisations' | 'persons';
  /** Show the 95 % interval beside each percent in the tables. */
  readonly intervals: boolean;
  /** Compare the frequency groups with a stated test and an effect size. */
  readonly comparison: boolean;
  /** Show the return curve also by frequency group, or by a coded column (of the person's first actualisation). */
  readonly returnBy: ReturnBy | null;
  /** The day of the analysis, ISO. */
  readonly asOf: string;
  readonly selection: SelectionRule | null;
  readonly protection: {
    readonly mode: 'internal' | 'publication';
    readonly threshold: number;
    /** Round counts to this base instead of suppressing, for views that are filtered. */
    readonly rounding: 3 | 5 | null;
  };
  readonly pseudonymKeyFile: string | null;
}

/**
 * The settings of an analysis where nothing is asked for.
 *
 * @param asOf the day of the analysis, ISO: core has no clock
 */
export function defaultSettings(asOf: string): Settings {
  return {
    profile: null,
    columns: {},
    codes: {},
    period: null,
    lowestAge: null,
    reasons: null,
    types: null,
    organisations: null,
    groups: [1, 2, 3, 7, 12],
    months: 'completed',
    profileBase: 'actualisations',
    intervals: false,
    comparison: false,
    returnBy: null,
    asOf,
    selection: null,
    protection: { mode: 'internal', threshold: 5, rounding: null },
    pseudonymKeyFile: null,
  };
}

/** The day number of a date in the settings, which `readSettings` has found right. */
export function settingsDay(iso: string): number {
  return dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/**
 * Settings from JSON, as the contract of the command line writes them: every key optional, `null` the same as left
 * out. The first thing wrong is the problem: it names the key, the value and the mend.
 *
 * @param json what stands in the settings file, parsed
 * @param asOf today as the host sees it, `YYYY-MM-DD`, where the settings name no other day
 */
export function readSettings(json: unknown, asOf: string): Outcome<Settings> {
  const defaults = defaultSettings(asOf);
  try {
    const given = objectAt(json, '', Object.keys(defaults));
    const settings: Settings = {
      profile: optional(given['profile'], (v) => oneOf(v, 'profile', PROFILE_NAMES)),
      columns: readColumns(given['columns']),
      codes: readCodes(given['codes']),
      period: readPeriod(given['period']),
      lowestAge: optional(given['lowestAge'], (v) => wholeNumber(v, 'lowestAge', 0, 150)),
      reasons: optional(given['reasons'], (v) => texts(v, 'reasons')),
      types: optional(given['types'], (v) => texts(v, 'types')),
      organisations: optional(given['organisations'], (v) => texts(v, 'organisations')),
      groups: optional(given['groups'], readGroups) ?? defaults.groups,
      months:
        optional(given['months'], (v) => oneOf(v, 'months', ['completed', 'boundaries', 'average'])) ??
        defaults.months,
      profileBase:
        optional(given['profileBase'], (v) => oneOf(v, 'profileBase', ['actualisations', 'persons'])) ??
        defaults.profileBase,
      intervals:
        optional(given['intervals'], (v) => oneOf(v, 'intervals', [true, false])) ?? defaults.intervals,
      comparison:
        optional(given['comparison'], (v) => oneOf(v, 'comparison', [true, false])) ?? defaults.comparison,
      returnBy: optional(given['returnBy'], (v) =>
        oneOf(v, 'returnBy', ['group', ...CODED_ROLES] as readonly ReturnBy[]),
      ),
      asOf: optional(given['asOf'], (v) => date(v, 'asOf')) ?? asOf,
      selection: optional(given['selection'], readSelection),
      protection: readProtection(given['protection'], defaults.protection),
      pseudonymKeyFile: optional(given['pseudonymKeyFile'], (v) => text(v, 'pseudonymKeyFile')),
    };
    return succeed(settings);
  } catch (fault) {
    if (fault instanceof SettingsFault) return fail(fault.code, fault.sv, fault.en);
    throw fault;
  }
}

/** Carries the first fault out of the nested readers below; it never leaves this file. */
class SettingsFault extends Error {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  constructor(code: string, sv: string, en: string) {
    super(en);
    this.code = code;
    this.sv = sv;
    this.en = en;
  }
}

function wrong(key: string, value: unknown, mendSv: string, mendEn: string): never {
  const named = inLine(key, 80);
  if (value === undefined)
    throw new SettingsFault(
      'wrong-setting',
      `Inställningen «${named}» saknas: ${mendSv}.`,
      `The setting "${named}" is missing: ${mendEn}.`,
    );
  const shown = inLine(JSON.stringify(value), 80);
  throw new SettingsFault(
    'wrong-setting',
    `Inställningen «${named}» ${shown} går inte att använda: ${mendSv}.`,
    `The setting "${named}" ${shown} cannot be used: ${mendEn}.`,
  );
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === undefined || value === null ? null : read(value);
}

function objectAt(value: unknown, path: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (path !== '')
      wrong(path, value, 'här ska stå ett objekt inom { och }', 'an object within { and } belongs here');
    throw new SettingsFault(
      'wrong-setting',
      'Inställningarna ska vara ett JSON-objekt inom { och }, till exempel {"lowestAge": 18}.',
      'The settings must be a JSON object within { and }, for example {"lowestAge": 18}.',
    );
  }
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const full = inLine(path === '' ? key : `${path}.${key}`, 80);
    const guess = nearest(key, known)!;
    throw new SettingsFault(
      'unknown-setting',
      `Inställningen «${full}» finns inte. Närmast är «${guess}». De som finns här: ${known.join(', ')}.`,
      `There is no setting "${full}". The nearest is "${guess}". Those that exist here: ${known.join(', ')}.`,
    );
  }
  return value as Record<string, unknown>;
}

function text(value: unknown, key: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  return wrong(key, value, 'här ska stå en text', 'a text belongs here');
}

function texts(value: unknown, key: string): readonly string[] {
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((v) => typeof v === 'string' && v.trim() !== '')
  )
    return value as string[];
  return wrong(
    key,
    value,
    'här ska stå en lista av texter, till exempel ["Missbruk/beroende"]',
    'a list of texts belongs here, for example ["Missbruk/beroende"]',
  );
}

function wholeNumber(value: unknown, key: string, lowest: number, highest: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest)
    return value;
  const range = `${String(lowest)}–${String(highest)}`;
  const [bareSv, bareEn] = typeof value === 'string' ? [' utan citattecken', ' without quotes'] : ['', ''];
  return wrong(
    key,
    value,
    `här ska stå ett heltal ${range}${bareSv}`,
    `a whole number ${range}${bareEn} belongs here`,
  );
}

function oneOf<T extends string | number | boolean>(value: unknown, key: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  return wrong(key, value, `välj bland ${allowed.join(', ')}`, `choose among ${allowed.join(', ')}`);
}

function date(value: unknown, key: string): string {
  if (typeof value === 'string') {
    const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (m && isCalendarDay(Number(m[1]), Number(m[2]), Number(m[3]))) return value;
  }
  return wrong(
    key,
    value,
    'skriv en dag som finns i kalendern så här: "2022-06-30"',
    'write a day that the calendar has like this: "2022-06-30"',
  );
}

function readColumns(value: unknown): Settings['columns'] {
  if (value === undefined || value === null) return {};
  const given = objectAt(value, 'columns', ROLES);
  const columns: Partial<Record<Role, string | false>> = {};
  for (const role of ROLES) {
    const header = optional(given[role], (v) =>
      v === false && !isRequired(role) ? v : text(v, `columns.${role}`),
    );
    if (header !== null) columns[role] = header;
  }
  return columns;
}

function readCodes(value: unknown): Settings['codes'] {
  if (value === undefined || value === null) return {};
  const given = objectAt(value, 'codes', CODED_ROLES);
  const codes: Partial<Record<CodedRole, Record<string, string>>> = {};
  for (const role of CODED_ROLES) {
    const map = given[role];
    if (map === undefined || map === null) continue;
    if (typeof map !== 'object' || Array.isArray(map)) objectAt(map, `codes.${role}`, []);
    const entries = Object.entries(map as Record<string, unknown>).map(([from, to]) => {
      const meaning = text(to, `codes.${role}.${from}`);
      const known = knownCodes(role);
      if (known !== null && readCode(role, meaning) === null)
        wrong(
          `codes.${role}.${from}`,
          to,
          `välj bland ${known.join(', ')}`,
          `choose among ${known.join(', ')}`,
        );
      return [from, meaning] as const;
    });
    codes[role] = Object.fromEntries(entries);
  }
  return codes;
}

function readPeriod(value: unknown): Settings['period'] {
  if (value === undefined || value === null) return null;
  const given = objectAt(value, 'period', ['from', 'to']);
  const from = optional(given['from'], (v) => date(v, 'period.from'));
  const to = optional(given['to'], (v) => date(v, 'period.to'));
  if (from === null && to === null) return null;
  if (from !== null && to !== null && from > to)
    throw new SettingsFault(
      'period-reversed',
      `Perioden slutar (${to}) innan den börjar (${from}). Byt plats på «period.from» och «period.to».`,
      `The period ends (${to}) before it starts (${from}). Swap "period.from" and "period.to".`,
    );
  return { from, to };
}

function readGroups(value: unknown): readonly number[] {
  const limits: readonly unknown[] = Array.isArray(value) ? value : [];
  const whole = limits.every((v): v is number => typeof v === 'number' && Number.isInteger(v));
  const rising = whole && limits.every((v, i) => (i === 0 ? v === 1 : v > limits[i - 1]!));
  if (limits.length > 0 && rising && limits.length <= 100) return limits;
  return wrong(
    'groups',
    value,
    'gruppernas nedre gränser ska vara heltal som stiger och börja på 1, till exempel [1, 2, 3, 7, 12]',
    'the lower limits of the groups must be whole numbers that rise and start at 1, for example [1, 2, 3, 7, 12]',
  );
}

function readSelection(value: unknown): SelectionRule | null {
  const given = objectAt(value, 'selection', ['atLeast', 'activeYears', 'mostFrequent', 'sample']);
  const atLeast = optional(given['atLeast'], (v) => wholeNumber(v, 'selection.atLeast', 1, 1_000_000));
  const activeYears = optional(given['activeYears'], readActiveYears);
  const mostFrequent = optional(given['mostFrequent'], (v) =>
    wholeNumber(v, 'selection.mostFrequent', 1, 1_000_000),
  );
  const sample = optional(given['sample'], readSample);
  if (atLeast === null && activeYears === null && mostFrequent === null && sample === null) return null;
  return {
    ...(atLeast !== null && { atLeast }),
    ...(activeYears !== null && { activeYears }),
    ...(mostFrequent !== null && { mostFrequent }),
    ...(sample !== null && { sample }),
  };
}

function readActiveYears(value: unknown): readonly number[] {
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((y) => typeof y === 'number' && Number.isInteger(y) && y >= 1 && y <= 9999)
  )
    return value as number[];
  return wrong(
    'selection.activeYears',
    value,
    'här ska stå en lista av år, till exempel [2017, 2021, 2022]',
    'a list of years belongs here, for example [2017, 2021, 2022]',
  );
}

function readSample(value: unknown): { size: number; seed: number } {
  const given = objectAt(value, 'selection.sample', ['size', 'seed']);
  return {
    size: wholeNumber(given['size'], 'selection.sample.size', 1, 1_000_000),
    seed: optional(given['seed'], (v) => wholeNumber(v, 'selection.sample.seed', 0, 4_294_967_295)) ?? 1,
  };
}

function readProtection(value: unknown, defaults: Settings['protection']): Settings['protection'] {
  if (value === undefined || value === null) return defaults;
  const given = objectAt(value, 'protection', ['mode', 'threshold', 'rounding']);
  return {
    mode:
      optional(given['mode'], (v) => oneOf(v, 'protection.mode', ['internal', 'publication'])) ??
      defaults.mode,
    threshold:
      optional(given['threshold'], (v) => wholeNumber(v, 'protection.threshold', 2, 1000)) ??
      defaults.threshold,
    rounding: optional(given['rounding'], (v) => oneOf(v, 'protection.rounding', [3, 5] as const)),
  };
}
