/** How soon persons come back: days from the first actualisation to the second, by Kaplan–Meier. */
import type { Register } from '../register/register.ts';
import type { CodedRole } from '../register/codes.ts';
import { settingsDay, type ReturnBy, type Settings } from '../settings.ts';
import { kaplanMeier, type ReturnStep, type ShareReturned } from '../statistics/kaplan-meier.ts';
import type { Lathund } from './lathund.ts';

/** The days at which the share returned is told. */
export const RETURN_DAYS = [90, 180, 365, 730] as const;

export interface ReturnTimes {
  /** Per person: days to the second actualisation, or to the end of the follow-up. */
  readonly days: Int32Array;
  readonly returned: Uint8Array;
}

/** Censored at the end of the period, or without one at the latest date used. */
export function returnTimes(register: Register, lathund: Lathund, period: Settings['period']): ReturnTimes {
  const { first } = lathund;
  const second = secondDays(register, lathund);
  const to = period?.to ?? null;
  const end = to !== null ? settingsDay(to) : latestDay(register);
  const days = new Int32Array(lathund.persons);
  const returned = new Uint8Array(lathund.persons);
  for (let p = 0; p < lathund.persons; p++) {
    returned[p] = lathund.actualisations[p]! > 1 ? 1 : 0;
    days[p] = (returned[p] ? second[p]! : end) - first[p]!;
  }
  return { days, returned };
}

export interface ReturnShares {
  /** The share returned within 90, 180, 365 and 730 days. */
  readonly points: readonly ShareReturned[];
  /** The whole curve: a step for each day on which someone returned. */
  readonly steps: readonly ReturnStep[];
}

/** Of the persons that are asked for (all, where none are). */
export function returnShares(times: ReturnTimes, among?: (person: number) => boolean): ReturnShares {
  const chosen = among ? [...times.days.keys()].filter(among) : null;
  const curve = chosen
    ? kaplanMeier({
        days: chosen.map((p) => times.days[p]!),
        returned: chosen.map((p) => times.returned[p]!),
      })
    : kaplanMeier(times);
  return { points: RETURN_DAYS.map((day) => curve.at(day)), steps: curve.steps };
}

/** How soon the persons of a group return. */
export interface ReturnGroup extends ReturnShares {
  /** Frequency group's key, or the value's name; empty where the value is missing. */
  readonly key: string;
  readonly persons: number;
}

/** The return curve of each frequency group, or of each value of a coded column at the first actualisation. */
export function returnGroups(
  register: Register,
  lathund: Lathund,
  times: ReturnTimes,
  by: ReturnBy,
): readonly ReturnGroup[] {
  const { keys, ofPerson } =
    by === 'group' ? frequencyGroupsOf(lathund) : codedAtFirst(register, lathund, by);
  return keys
    .map((key, at) => {
      const isIn = (person: number) => ofPerson[person] === at;
      return { key, persons: ofPerson.filter((k) => k === at).length, ...returnShares(times, isIn) };
    })
    .filter(({ persons }) => persons > 0);
}

function frequencyGroupsOf({ groups, group }: Lathund) {
  return { keys: groups.map(({ key }) => key), ofPerson: Int32Array.from(group) };
}

function codedAtFirst(register: Register, lathund: Lathund, by: CodedRole) {
  const column = codedColumn(register, by);
  return { keys: column.keys, ofPerson: valuesAtFirst(register, lathund, column) };
}

/** By used row: which of the keys it has; 0 is missing. */
export interface KeyedColumn {
  readonly keys: readonly string[];
  readonly index: ArrayLike<number>;
}

/** By person. Where two actualisations share the first day, the first row of the source speaks. */
export function valuesAtFirst(register: Register, lathund: Lathund, { index }: KeyedColumn): Int32Array {
  const ofPerson = new Int32Array(lathund.persons).fill(-1);
  for (let i = 0; i < register.used; i++) {
    const p = register.person[i]!;
    if (register.day[i] === lathund.first[p] && ofPerson[p] === -1) ofPerson[p] = index[i]!;
  }
  return ofPerson;
}

/** The key of each `TYPE`. */
export const TYPE_KEYS = ['', 'application', 'report', 'lob', 'other'];
/** The key of each `SEX`. */
export const SEX_KEYS = ['', 'man', 'woman'];
/** The key of each `INVESTIGATION`. */
export const INVESTIGATION_KEYS = ['', 'yes', 'no'];

const NO_COLUMN: KeyedColumn = { keys: [], index: [] };

/** A column that the register reads; without keys or rows where there is none. */
export function codedColumn(register: Register, by: CodedRole): KeyedColumn {
  if (by === 'sex') return { keys: SEX_KEYS, index: register.sex };
  if (by === 'type') return register.type ? { keys: TYPE_KEYS, index: register.type } : NO_COLUMN;
  if (by === 'investigation')
    return register.investigation ? { keys: INVESTIGATION_KEYS, index: register.investigation } : NO_COLUMN;
  const column = register[by];
  return column ? { keys: column.names, index: column.index } : NO_COLUMN;
}

/** The day of each person's second actualisation; the first again where both are on one day. */
function secondDays(register: Register, lathund: Lathund): Int32Array {
  const second = new Int32Array(lathund.persons).fill(2_147_483_647);
  const seenFirst = new Uint8Array(lathund.persons);
  for (let i = 0; i < register.used; i++) {
    const p = register.person[i]!;
    const day = register.day[i]!;
    if (day === lathund.first[p] && !seenFirst[p]) seenFirst[p] = 1;
    else if (day < second[p]!) second[p] = day;
  }
  return second;
}

function latestDay(register: Register): number {
  let latest = -2_147_483_648;
  for (let i = 0; i < register.used; i++) if (register.day[i]! > latest) latest = register.day[i]!;
  return latest;
}
