/** What can be chosen of a register that is to be compared with itself: periods, and columns to split by or to show. */
import { settingsDay } from '../settings.ts';
import { calendarDay, dayNumber, isoDate } from '../register/day.ts';
import { columnName } from '../register/mapping.ts';
import type { Role } from '../register/roles.ts';
import { isMeasure } from './chosen-rows.ts';
import type { Base } from './comparison-settings.ts';
import { levelsOf, rowsOfCell, type ColumnOf } from './levels.ts';
import type { Part, Period } from './parts.ts';
import { periodOf } from './periods.ts';

/** What a user can choose among before anything is compared. */
export interface ComparisonChoices {
  /** The register's time in two, as a beginning; null where all is of one day. */
  readonly periods: readonly [Period, Period] | null;
  /** Whether there are organisations to compare. */
  readonly organisations: boolean;
  /** Columns that the register can be split by, as `splitPart` takes them. */
  readonly splits: readonly string[];
  /** Columns that can be rows of one's own, as `chosenRow` takes them: those that the group profile does not show. */
  readonly rows: readonly string[];
  /** What percentages are of, as the settings say. */
  readonly base: Base;
}

/** More parts than these nobody can read side by side. */
const MOST_PARTS = 12;
/** A column of more values than these is free text, or names. */
const MOST_LEVELS = 100;

const IDENTIFYING: readonly Role[] = ['person', 'number', 'date'];
const IN_PROFILE: readonly Role[] = ['type', 'referrer', 'investigation', 'sex', 'age'];

/** What can be chosen of a whole register. */
export function comparisonChoices(whole: Part): ComparisonChoices {
  const { register } = whole;
  const { headers, columns } = register.mapping;
  const roleOf = new Map(Object.entries(columns).map(([role, { column }]) => [column, role as Role]));
  const splits: string[] = [];
  const rows: string[] = [];
  for (const [column, header] of headers.entries()) {
    const role = roleOf.get(column) ?? null;
    if (header === '' || (role !== null && IDENTIFYING.includes(role))) continue;
    const { levels, measure } = contentOf({ ...whole, column });
    const name = columnName(headers, column);
    if (levels > 1 && levels <= MOST_PARTS && role !== 'organisation') splits.push(name);
    const isOwn = role === null || !IN_PROFILE.includes(role);
    if (isOwn && (measure || (levels > 1 && levels <= MOST_LEVELS))) rows.push(name);
  }
  const organisations = (register.organisation?.names.length ?? 0) > 2;
  const base = whole.settings.profileBase;
  return { periods: twoPeriods(whole), organisations, splits, rows, base };
}

function contentOf(column: ColumnOf): { readonly levels: number; readonly measure: boolean } {
  const distinct = rowsOfCell(column).reduce((n, rows) => n + (rows > 0 ? 1 : 0), 0);
  const measure = isMeasure([column]);
  // Spellings that fold into one level are few; whole numbers are told as they are.
  if (measure || distinct > 10 * MOST_LEVELS) return { levels: distinct, measure };
  return { levels: levelsOf([column], null).levels.length, measure };
}

/**
 * The time that the register is of, cut in two nearest the middle: at a new year where each part keeps at least a third
 * of the days, else at the first of a month, else in the very middle.
 */
export function twoPeriods({ register, settings }: Part): readonly [Period, Period] | null {
  const [first, last] = timeOf(register.day, settings.period);
  const days = last - first + 1;
  if (days < 2) return null;
  const middle = first + Math.ceil(days / 2);
  const { year, month } = calendarDay(middle);
  const nearest = (...cuts: readonly number[]) =>
    [...cuts].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]!;
  const newYear = nearest(dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1));
  const newMonth = nearest(
    dayNumber(year, month, 1),
    dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1),
  );
  const least = days / 3;
  const keepsBoth = (cut: number) => cut - first >= least && last - cut + 1 >= least;
  const cut = [newYear, newMonth].find(keepsBoth) ?? middle;
  return [periodOf(isoDate(first), isoDate(cut - 1)), periodOf(isoDate(cut), isoDate(last))];
}

/** Of the settings; else of the rows, from the new year where they begin in January, and to its end where in December. */
function timeOf(
  day: Int32Array,
  period: { readonly from: string | null; readonly to: string | null } | null,
): readonly [number, number] {
  const first = day.reduce((least, d) => Math.min(least, d), day[0]!);
  const last = day.reduce((most, d) => Math.max(most, d), day[0]!);
  const [start, end] = [calendarDay(first), calendarDay(last)];
  const from = period?.from ?? null;
  const to = period?.to ?? null;
  return [
    from === null ? (start.month === 1 ? dayNumber(start.year, 1, 1) : first) : settingsDay(from),
    to === null ? (end.month === 12 ? dayNumber(end.year, 12, 31) : last) : settingsDay(to),
  ];
}
