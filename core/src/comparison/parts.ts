/**
 * What is compared: parts of one register (periods, organisations, the values of any column) or several registers
 * (municipalities). A part is a register and which of its rows are meant.
 */
import { beginAnalysis, type Analysis, type Source } from '../analyse.ts';
import { frequencyGroups, groupIndex } from '../lathund/groups.ts';
import { fail, succeed, type Outcome } from '../problem.ts';
import { calendarDay, dayNumber, isoDate } from '../register/day.ts';
import { noUsableRows, type Register } from '../register/register.ts';
import type { Sheet } from '../register/sheet.ts';
import { inLine } from '../register/spelling.ts';
import { settingsDay, type Settings } from '../settings.ts';
import { findColumn } from './find-column.ts';
import { levelsOf } from './levels.ts';

/** A register, or a part of one, that stands beside others. */
export interface Part {
  readonly name: string;
  /** Whether the part is several values of few persons, taken together for publication: `name` is no value then. */
  readonly isRest: boolean;
  /** The column whose value the part is; null where it is something else. */
  readonly valueOf: number | null;
  readonly settings: Settings;
  readonly sheet: Sheet;
  readonly register: Register;
  readonly source: Source;
  /** By used row: 1 where the row is in the part; null for a part that is the whole register. */
  readonly holds: Uint8Array | null;
  /** The day to which returns are followed. */
  readonly end: number;
  /** Inhabitants (times years, where the part covers several); null where nobody has said. */
  readonly population: number | null;
}

/** Days that a part is of. */
export interface Period {
  readonly name: string;
  /** ISO dates, both days included. */
  readonly from: string;
  readonly to: string;
}

/** How one register is split: by its organisations or any other column, by year, by periods, or by frequency group. */
export type SplitBy =
  | { readonly by: 'organisation' }
  | { readonly by: 'year' }
  | { readonly by: 'group' }
  | { readonly by: 'column'; readonly column: string }
  | { readonly by: 'period'; readonly periods: readonly Period[] };

/** The parts of a register. */
export interface Split {
  readonly parts: readonly Part[];
  /** Used rows that are in none of the parts. */
  readonly inNone: number;
}

/** A whole register as a part. */
export function wholePart(
  sheet: Sheet,
  settings: Settings,
  source: Source,
  given: { readonly name: string; readonly population?: number | null },
): Outcome<Part> {
  const begun = beginAnalysis(sheet, settings);
  if (!begun.ok) return begun;
  const { register } = begun.value;
  if (register.used === 0) return noUsableRows(register.account);
  const { name, population = null } = given;
  return succeed({ ...analysedPart({ settings, register, source }, sheet, name), population });
}

/** What an analysis is of, as a part: a register with a row to use is not read again. */
export function analysedPart(
  { settings, register, source }: Pick<Analysis, 'settings' | 'register' | 'source'>,
  sheet: Sheet,
  name: string,
): Part {
  const to = settings.period?.to ?? null;
  const end = to === null ? latestDay(register) : settingsDay(to);
  const own = { name, isRest: false, valueOf: null, holds: null, end, population: null };
  return { ...own, settings, sheet, register, source };
}

/** The parts of a register, in the order of the periods, of time, or of how many rows they have. */
export function splitPart(whole: Part, split: SplitBy): Outcome<Split> {
  if (split.by === 'period' || split.by === 'year') {
    const periods = split.by === 'period' ? split.periods : yearsOf(whole.register);
    const wrong = wrongPeriods(periods);
    return wrong ?? splitOf(whole, byPeriod(whole.register, periods), periods);
  }
  if (split.by === 'group')
    return splitOf(
      whole,
      byGroup(whole),
      frequencyGroups(whole.settings.groups).map(({ key }) => ({ name: key })),
    );
  const values = split.by === 'column' ? byColumn(whole, split.column) : byOrganisation(whole);
  return values.ok ? splitOf(whole, values.value.index, values.value.parts, values.value.column) : values;
}

/** What the part of rare values is called where no language is spoken. */
const REST = 'other';

interface Values {
  /** That they stand in. */
  readonly column: number;
  /** By used row: which part, from 0; −1 is none. */
  readonly index: Int32Array;
  readonly parts: readonly Named[];
}

interface Named {
  readonly name: string;
  readonly isRest?: boolean;
  readonly to?: string;
}

function splitOf(
  whole: Part,
  index: Int32Array,
  named: readonly Named[],
  valueOf: number | null = null,
): Outcome<Split> {
  const parts = named
    .map(({ name, isRest = false, to }, at): Part => {
      const holds = Uint8Array.from(index, (part) => (part === at ? 1 : 0));
      const end = to === undefined ? whole.end : Math.min(settingsDay(to), whole.end);
      return { ...whole, name, isRest, valueOf, holds, end, population: null };
    })
    .filter(({ holds }) => holds!.includes(1));
  if (parts.length < 2)
    return fail(
      'nothing-to-compare',
      `Det finns ${parts.length === 0 ? 'ingen del' : 'bara en del'} med aktualiseringar att jämföra. Välj en annan kolumn eller andra perioder.`,
      `There ${parts.length === 0 ? 'is no part' : 'is only one part'} with actualisations to compare. Choose another column or other periods.`,
    );
  return succeed({ parts, inNone: index.reduce((n, part) => n + (part < 0 ? 1 : 0), 0) });
}

function byOrganisation({ register }: Part): Outcome<Values> {
  const { organisation, mapping } = register;
  if (!organisation)
    return fail(
      'no-organisation-column',
      'Registret har ingen kolumn för organisation att dela efter. Välj den (i en inställningsfil {"columns": {"organisation": "…"}}) eller dela efter en annan kolumn.',
      'The register has no column of organisations to split by. Choose it (in a settings file {"columns": {"organisation": "…"}}) or split by another column.',
    );
  const parts = organisation.names.slice(1).map((name) => ({ name }));
  const { column } = mapping.columns.organisation!;
  return succeed({ column, index: organisation.index.map((at) => at - 1), parts });
}

/** By the actualisations of the row's person in the whole register. */
function byGroup({ register, settings }: Part): Int32Array {
  const counts = new Int32Array(register.persons.size);
  for (let i = 0; i < register.used; i++) counts[register.person[i]!]!++;
  return register.person.map((person) => groupIndex(counts[person]!, settings.groups));
}

function byColumn({ register, sheet, settings }: Part, column: string): Outcome<Values> {
  const found = findColumn(column, [register.mapping]);
  if (!found.ok) return found;
  const at = found.value[0]!;
  const { levels, index } = levelsOf([{ register, sheet, column: at }], null);
  const values = { column: at, index: Int32Array.from(index[0]!, (level) => level - 1), parts: levels };
  const { mode, threshold } = settings.protection;
  return succeed(mode === 'internal' ? values : withoutRareParts(values, register, threshold));
}

/** For publication: values of few persons are one part, since their names alone could tell who the persons are. */
function withoutRareParts({ column, index, parts }: Values, { person }: Register, threshold: number): Values {
  const persons = parts.map(() => new Set<number>());
  index.forEach((part, i) => {
    if (part >= 0 && persons[part]!.size < threshold) persons[part]!.add(person[i]!);
  });
  const isKept = parts.map(({ name }, part) => persons[part]!.size >= threshold && name !== REST);
  if (!isKept.includes(false)) return { column, index, parts };
  const kept = parts.filter((_, part) => isKept[part]);
  const place = Int32Array.from(parts, (part, at) => (isKept[at] ? kept.indexOf(part) : kept.length));
  return {
    column,
    index: index.map((part) => (part < 0 ? -1 : place[part]!)),
    parts: [...kept, { name: REST, isRest: true }],
  };
}

function byPeriod({ day }: Register, periods: readonly Period[]): Int32Array {
  const limits = periods.map(({ from, to }) => [settingsDay(from), settingsDay(to)] as const);
  return Int32Array.from(day, (d) => limits.findIndex(([from, to]) => d >= from && d <= to));
}

function yearsOf({ day }: Register): Period[] {
  const years = [...new Set(day.map((d) => calendarDay(d).year))].sort((a, b) => a - b);
  return years.map((year) => ({
    name: String(year),
    from: isoDate(dayNumber(year, 1, 1)),
    to: isoDate(dayNumber(year, 12, 31)),
  }));
}

function wrongPeriods(periods: readonly Period[]): ReturnType<typeof fail> | null {
  const rising = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [at, { name, from, to }] of rising.entries()) {
    if (from > to)
      return fail(
        'period-reversed',
        `Perioden «${inLine(name)}» slutar innan den börjar. Byt plats på datumen.`,
        `The period "${inLine(name)}" ends before it starts. Swap its dates.`,
      );
    const before = rising[at - 1];
    if (before && before.to >= from)
      return fail(
        'periods-overlap',
        `Perioderna «${inLine(before.name)}» och «${inLine(name)}» har dagar gemensamt. Låt den ena börja dagen efter att den andra slutar.`,
        `The periods "${inLine(before.name)}" and "${inLine(name)}" have days in common. Let one begin the day after the other ends.`,
      );
  }
  return null;
}

function latestDay({ day }: Register): number {
  return day.reduce((latest, d) => Math.max(latest, d), -2_147_483_648);
}
