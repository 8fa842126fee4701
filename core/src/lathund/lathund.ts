/**
 * The lathund (Bilaga 1 of the Söderhamn report): per person the number of actualisations, the earliest, the latest,
 * the months between them, and the frequency group.
 */
import type { PersonKeys } from '../register/persons.ts';
import type { Register } from '../register/register.ts';
import type { Settings } from '../settings.ts';
import { frequencyGroups, groupIndex, type FrequencyGroup } from './groups.ts';
import { monthsBetween } from './months.ts';

/** Columns by person, in the order of the register's persons (sorted by key). */
export interface Lathund {
  readonly persons: number;
  readonly keys: PersonKeys;
  /** Of `keys`. */
  readonly key: (person: number) => string;
  readonly actualisations: Int32Array;
  /** Day numbers. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly months: Float64Array;
  /** Index into `groups`. */
  readonly group: Uint8Array;
  readonly groups: readonly FrequencyGroup[];
}

export function lathundOf(register: Register, settings: Pick<Settings, 'groups' | 'months'>): Lathund {
  const { size: persons, keys, key } = register.persons;
  const actualisations = new Int32Array(persons);
  const first = new Int32Array(persons).fill(2_147_483_647);
  const last = new Int32Array(persons).fill(-2_147_483_648);
  const { person, day, used } = register;
  for (let i = 0; i < used; i++) {
    const p = person[i]!;
    const d = day[i]!;
    actualisations[p]!++;
    if (d < first[p]!) first[p] = d;
    if (d > last[p]!) last[p] = d;
  }
  const months = new Float64Array(persons);
  const group = new Uint8Array(persons);
  for (let p = 0; p < persons; p++) {
    months[p] = first[p] === last[p] ? 0 : monthsBetween(first[p]!, last[p]!, settings.months);
    group[p] = groupIndex(actualisations[p]!, settings.groups);
  }
  return {
    persons,
    keys,
    key,
    actualisations,
    first,
    last,
    months,
    group,
    groups: frequencyGroups(settings.groups),
  };
}
