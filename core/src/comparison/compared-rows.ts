/** The rows of all parts in one set of columns, with persons told apart over the parts. */
import type { Register } from '../register/register.ts';
import { frequencyGroups, groupIndex, type FrequencyGroup } from '../lathund/groups.ts';
import type { Part } from './parts.ts';

/** A part, all of them together, or all but one. */
export interface Scope {
  readonly key: string;
  readonly kind: 'part' | 'together' | 'rest';
  /** Of a part, and of the part that is not in a rest. */
  readonly part: number;
}

export const TOGETHER: Scope = { key: 'together', kind: 'together', part: -1 };

/** Worked out once for each scope. */
export function remembered<Of>(make: (scope: Scope) => Of): (scope: Scope) => Of {
  const known = new Map<string, Of>();
  return (scope) => {
    let found = known.get(scope.key);
    if (found === undefined) known.set(scope.key, (found = make(scope)));
    return found;
  };
}

export interface ComparedRows {
  readonly parts: readonly Part[];
  readonly size: number;
  readonly persons: number;
  /** By row. Rows of a person stand together, earliest first. */
  readonly part: Int32Array;
  readonly person: Int32Array;
  readonly day: Int32Array;
  /** Where the row stands in its part's register. */
  readonly at: Int32Array;
  readonly groups: readonly FrequencyGroup[];
  readonly isIn: (scope: Scope, row: number) => boolean;
  /** By row: the frequency group of its person, by the actualisations in that scope. */
  readonly groupsIn: (scope: Scope) => Int32Array;
  /** By person: actualisations in that scope. */
  readonly countsIn: (scope: Scope) => Int32Array;
}

/**
 * @param sameCodes codes that are no personnummer mean the same person in different files too: pseudonyms by one key,
 *   and not running numbers of each file's own
 */
export function comparedRows(parts: readonly Part[], sameCodes: boolean): ComparedRows {
  const numbered = numberPersons(parts, sameCodes);
  const size = parts.reduce((sum, part) => sum + rowsIn(part), 0);
  const [parted, numberOf, dayOf, place] = [0, 1, 2, 3].map(() => new Int32Array(size)) as Columns;
  let filled = 0;
  parts.forEach(({ register, holds }, p) => {
    const persons = numbered.of.get(register)!;
    for (let i = 0; i < register.used; i++) {
      if (holds && holds[i] === 0) continue;
      parted[filled] = p;
      numberOf[filled] = persons[register.person[i]!]!;
      dayOf[filled] = register.day[i]!;
      place[filled++] = i;
    }
  });
  const order = Uint32Array.from({ length: size }, (_, row) => row).sort(
    (a, b) =>
      numberOf[a]! - numberOf[b]! ||
      dayOf[a]! - dayOf[b]! ||
      parted[a]! - parted[b]! ||
      place[a]! - place[b]!,
  );
  const inOrder = (column: Int32Array) => Int32Array.from(order, (row) => column[row]!);
  const limits = parts[0]!.settings.groups;
  const [part, person] = [inOrder(parted), inOrder(numberOf)];
  const isIn = (scope: Scope, row: number) =>
    scope.kind === 'together' || (part[row] === scope.part) === (scope.kind === 'part');
  const countsIn = (scope: Scope) => {
    const counts = new Int32Array(numbered.size);
    for (let row = 0; row < size; row++) if (isIn(scope, row)) counts[person[row]!]!++;
    return counts;
  };
  return {
    parts,
    size,
    persons: numbered.size,
    part,
    person,
    day: inOrder(dayOf),
    at: inOrder(place),
    groups: frequencyGroups(limits),
    isIn,
    countsIn,
    groupsIn: (scope) => {
      const groups = Int32Array.from(countsIn(scope), (count) => groupIndex(count, limits));
      return person.map((p) => groups[p]!);
    },
  };
}

type Columns = [Int32Array, Int32Array, Int32Array, Int32Array];

/** By row of all: from each register's own column. */
export function columnOfAll<Column extends ArrayLike<number>>(
  { size, part, at, parts }: ComparedRows,
  column: (register: Register) => Column | null,
  otherwise: number,
): Float64Array {
  const columns = parts.map(({ register }) => column(register));
  const values = new Float64Array(size);
  for (let row = 0; row < size; row++) values[row] = columns[part[row]!]?.[at[row]!] ?? otherwise;
  return values;
}

function rowsIn({ register, holds }: Part): number {
  return holds ? holds.reduce((sum, is) => sum + is, 0) : register.used;
}

function numberPersons(parts: readonly Part[], sameCodes: boolean) {
  const of = new Map<Register, Int32Array>();
  const numbers = new Map<string, number>();
  for (const { register } of parts) {
    if (of.has(register)) continue;
    const { size, key, keys } = register.persons;
    const file = String(of.size);
    const person = Int32Array.from({ length: size }, (_, p) => {
      const isNumber = keys.digits[p] !== 0;
      const name = isNumber ? key(p) : `${sameCodes ? '' : file}|${key(p)}`;
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
    of.set(register, person);
  }
  return { of, size: numbers.size };
}
