/**
 * What is known of an actualisation beforehand, and may go with how often and how soon persons come: the background
 * factors. Those that a column gives are compared; who has no value is left out.
 */
import { UNKNOWN_AGE, type Register } from '../register/register.ts';
import type { FollowUp } from '../statistics/kaplan-meier.ts';
import { codedColumn, valuesAtFirst, type ReturnTimes } from './return.ts';
import type { Lathund } from './lathund.ts';

/** In the order that they are shown. */
export const FACTORS = ['sex', 'age', 'type', 'investigation', 'referrer', 'organisation', 'reason'] as const;
/** A background factor. */
export type Factor = (typeof FACTORS)[number];

/** Lowest ages of the bands that return is compared by. */
export const AGE_BANDS = [0, 18, 30, 45, 65] as const;

/** Keys of the age bands; none where no age is known. */
export const AGE_KEYS: readonly string[] = [
  '',
  ...AGE_BANDS.map((lowest, at) => {
    const next = AGE_BANDS[at + 1];
    return next === undefined ? `${String(lowest)}+` : `${String(lowest)}-${String(next - 1)}`;
  }),
];

/** Into `AGE_KEYS`. */
export function ageBand(age: number): number {
  return age === UNKNOWN_AGE ? 0 : AGE_BANDS.findLastIndex((lowest) => age >= lowest) + 1;
}

/** A value of a factor, and how often it stands in each frequency group. */
export interface LevelByGroup {
  readonly key: string;
  readonly groups: readonly number[];
}

/** A value of a factor, and how soon those return who had it at their first actualisation. */
export interface LevelReturn {
  readonly key: string;
  readonly followed: FollowUp;
}

/** The values of a column by frequency group. Factors that have rows of their own in the group profile need none. */
export function levelsByGroup(
  register: Register,
  { groups, group }: Lathund,
  factor: 'organisation' | 'reason',
): readonly LevelByGroup[] {
  const { keys, index } = codedColumn(register, factor);
  const counts = keys.map(() => new Float64Array(groups.length));
  if (keys.length > 0)
    for (let i = 0; i < register.used; i++) counts[index[i]!]![group[register.person[i]!]!]!++;
  return keys.slice(1).map((key, at) => ({ key, groups: [...counts[at + 1]!] }));
}

/** How soon persons return, by what was known of them at the first actualisation. */
export function levelsOfReturn(
  register: Register,
  lathund: Lathund,
  { days, returned }: ReturnTimes,
  factor: Factor,
): readonly LevelReturn[] {
  const column =
    factor === 'age'
      ? { keys: AGE_KEYS, index: Uint8Array.from(register.age, ageBand) }
      : codedColumn(register, factor);
  if (column.keys.length === 0) return [];
  const ofPerson = valuesAtFirst(register, lathund, column);
  const persons = column.keys.map((): number[] => []);
  ofPerson.forEach((value, person) => persons[value]!.push(person));
  return column.keys.slice(1).map((key, at) => {
    const of = persons[at + 1]!;
    return { key, followed: { days: of.map((p) => days[p]!), returned: of.map((p) => returned[p]!) } };
  });
}
