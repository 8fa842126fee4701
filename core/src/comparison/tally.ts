/** Counts of a variable in a scope: rows or persons, each with the number of persons it rests on. */
import type { Count } from '../tables/counts.ts';
import type { ComparedRows, Scope } from './compared-rows.ts';
import type { Category, Numeric, Variable } from './variables.ts';

export type Of = 'persons' | 'actualisations' | 'reports' | 'sum';
/** A count of a part. */
export type ComparedCount = Count<Of>;

interface Tally {
  readonly applicable: ComparedCount;
  readonly known: ComparedCount;
  readonly missing: ComparedCount;
}

export interface CategoryTally extends Tally {
  readonly levels: readonly ComparedCount[];
  /** Nobody, and no row, is counted in two levels. */
  readonly exclusive: boolean;
  /** How many persons are. */
  readonly personsInSeveral: number;
}

export interface NumberTally extends Tally {
  /** Σ of the values. */
  readonly sum: ComparedCount;
  readonly values: Float64Array;
  /** By value: whose it is. */
  readonly persons: Int32Array;
}

export function tallyCategory(rows: ComparedRows, variable: Category, scope: Scope): CategoryTally {
  const { answers, levels, base } = variable;
  const codes = variable.codesIn(scope);
  const n = new Float64Array(levels.length);
  const persons = new Float64Array(levels.length);
  const stamp = new Int32Array(levels.length).fill(-1);
  let levelsOfPerson = 0;
  const several = { rows: 0, persons: 0 };
  const counted = walk(rows, scope, {
    isApplicable: (row) => codes[row]! >= 0,
    isKnown: (row) => codes[row]! > 0,
    row: (row, person, isNew) => {
      if (isNew) levelsOfPerson = 0;
      const found = codes[row]! > 0 ? answers[codes[row]!]! : [];
      if (found.length > 1) several.rows++;
      for (const level of found) {
        n[level]!++;
        if (stamp[level] === person) continue;
        stamp[level] = person;
        persons[level]!++;
        if (++levelsOfPerson === 2) several.persons++;
      }
    },
  });
  const count = counterOf(variable, scope);
  const isOfPersons = base === 'persons';
  return {
    ...wholesOf(variable, scope, counted),
    levels: levels.map(({ key }, level) =>
      count(key, isOfPersons ? persons[level]! : n[level]!, persons[level]!),
    ),
    exclusive: (isOfPersons ? several.persons : several.rows) === 0,
    personsInSeveral: several.persons,
  };
}

/** Of persons, the value is that of the first row that has one. */
export function tallyNumber(rows: ComparedRows, variable: Numeric, scope: Scope): NumberTally {
  const { values, base } = variable;
  const found: number[] = [];
  const whose: number[] = [];
  const counted = walk(rows, scope, {
    isApplicable: (row) => variable.parts[rows.part[row]!]!,
    isKnown: (row) => !Number.isNaN(values[row]!),
    row: (row, person) => {
      if (Number.isNaN(values[row]!)) return;
      if (base === 'persons' && whose.at(-1) === person) return;
      found.push(values[row]!);
      whose.push(person);
    },
  });
  const wholes = wholesOf(variable, scope, counted);
  const total = found.reduce((sum, value) => sum + value, 0);
  const key = `sum of ${variable.key} (${base})|${scope.key}`;
  return {
    ...wholes,
    sum: { key, n: total, persons: wholes.known.persons, of: 'sum' },
    values: Float64Array.from(found),
    persons: Int32Array.from(whose),
  };
}

/** Persons and rows of a scope: what every variable of the whole applies to. */
export function wholeOf(rows: ComparedRows, scope: Scope) {
  const counted = walk(rows, scope, { isApplicable: () => true, isKnown: () => true, row: () => undefined });
  const { persons, rows: n } = counted.applicable;
  return {
    persons: { key: `persons|${scope.key}`, n: persons, persons, of: 'persons' },
    actualisations: { key: `actualisation|${scope.key}`, n, persons, of: 'actualisations' },
  } as const satisfies Record<string, ComparedCount>;
}

interface Counted {
  readonly applicable: RowsAndPersons;
  readonly known: RowsAndPersons;
  /** Rows without a value, and the persons who have such a row. */
  readonly missing: RowsAndPersons;
}

interface RowsAndPersons {
  rows: number;
  persons: number;
}

/** Rows of a person stand together, so that persons are counted as they pass. */
function walk(
  { size, person, isIn }: ComparedRows,
  scope: Scope,
  visit: {
    readonly isApplicable: (row: number) => boolean;
    readonly isKnown: (row: number) => boolean;
    readonly row: (row: number, person: number, isNew: boolean) => void;
  },
): Counted {
  const counted = {
    applicable: { rows: 0, persons: 0 },
    known: { rows: 0, persons: 0 },
    missing: { rows: 0, persons: 0 },
  };
  const last = { applicable: -1, known: -1, missing: -1 };
  const add = (what: keyof Counted, p: number) => {
    counted[what].rows++;
    if (last[what] === p) return;
    last[what] = p;
    counted[what].persons++;
  };
  for (let row = 0; row < size; row++) {
    if (!isIn(scope, row) || !visit.isApplicable(row)) continue;
    const p = person[row]!;
    const isNew = last.applicable !== p;
    add('applicable', p);
    add(visit.isKnown(row) ? 'known' : 'missing', p);
    visit.row(row, p, isNew);
  }
  return counted;
}

function counterOf({ key, base }: Variable, scope: Scope) {
  const of = base === 'persons' ? ('persons' as const) : ('actualisations' as const);
  return (what: string, n: number, persons: number): ComparedCount => ({
    key: `${key}: ${what} (${base})|${scope.key}`,
    n,
    persons,
    of,
  });
}

/** Of persons, the missing are those of whom nothing is known; of actualisations, the rows without a value. */
function wholesOf(variable: Variable, scope: Scope, { applicable, known, missing }: Counted): Tally {
  const isOfPersons = variable.base === 'persons';
  const count = counterOf(variable, scope);
  const unknown = applicable.persons - known.persons;
  return {
    applicable: wholeCount(variable, scope, applicable),
    known: count('known', isOfPersons ? known.persons : known.rows, known.persons),
    missing: isOfPersons
      ? count('missing', unknown, unknown)
      : count('missing', missing.rows, missing.persons),
  };
}

/** Variables that apply to the same rows share the count of these, so that protection sees how they hang together. */
function wholeCount(variable: Variable, scope: Scope, { rows, persons }: RowsAndPersons): ComparedCount {
  const { base, whole } = variable;
  const isOfPersons = base === 'persons';
  const of = isOfPersons ? 'persons' : whole === 'report' ? 'reports' : 'actualisations';
  return { key: `${wholeName(variable)}|${scope.key}`, n: isOfPersons ? persons : rows, persons, of };
}

export function wholeName({ key, base, whole, parts }: Variable): string {
  if (whole === 'report') return `report (${base})`;
  if (parts.includes(false)) return `${key}: applicable (${base})`;
  return base === 'persons' ? 'persons' : 'actualisation';
}
