/** What parts are compared on: the rows of the group profile, and columns of one's own. */
import { INVESTIGATION, SEX, TYPE, UNKNOWN_AGE } from '../register/register.ts';
import type { Role } from '../register/roles.ts';
import { columnOfAll, type ComparedRows, type Scope } from './compared-rows.ts';
import type { Base } from './comparison-settings.ts';

interface OfAnyKind {
  /** Of tables and counts: `sex`, `column:Distrikt`. */
  readonly key: string;
  readonly base: Base;
  /** The column's header or the user's word; null for what the product has words for. */
  readonly label: string | null;
  /** What the counts of those that it applies to are called: `persons`, `actualisation`, `report`. */
  readonly whole: 'all' | 'report';
  /** Decimals, where the user has said. */
  readonly digits?: number | null;
  /** By part: whether its register has the column at all. */
  readonly parts: readonly boolean[];
  /** By part: the column of its sheet that the values stand in; null where they stand in none, or are worked out. */
  readonly columns: readonly (number | null)[];
}

export interface Category extends OfAnyKind {
  readonly kind: 'category';
  readonly levels: readonly Level[];
  /** By row: −1 where it does not apply, else into `answers`, where 0 is missing. */
  readonly codesIn: (scope: Scope) => Int32Array;
  readonly answers: readonly (readonly number[])[];
  /** The level depends on the scope: the frequency group. */
  readonly byScope: boolean;
  /** Each level against all the others, and no heading: `percent-women`. */
  readonly separately: boolean;
  /** What percentages are of: those whose value is known, or all that it applies to. */
  readonly percentOf: 'known' | 'applicable';
  /** Shown as a row of its own, where there are any. */
  readonly missingKey: string;
}

export interface Level {
  /** Of the row: `percent-women`, `column:Distrikt=Norr`. */
  readonly key: string;
  readonly label: string | null;
  /** Levels that make up the whole but have no row: men, reports. */
  readonly hidden?: true;
}

export interface Numeric extends OfAnyKind {
  readonly kind: 'number';
  /** By row; NaN where it is missing. */
  readonly values: Float64Array;
  /** Mean only (the profile), or also spread, quartiles and range. */
  readonly summary: 'mean' | 'whole';
  readonly missingKey: string;
}

export type Variable = Category | Numeric;

/** The rows of the group profile, but those that are sums of others. */
export function profileVariables(rows: ComparedRows, base: Base): readonly Variable[] {
  const registers = rows.parts.map(({ register }) => register);
  const hasType = registers.some((register) => register.hasTypeColumn);
  const hasLob = registers.some((register) => register.type !== null);
  const hasInvestigation = registers.some((register) => register.investigation !== null);
  const hasReferrer = hasType && registers.some((register) => register.referrer !== null);
  return [
    ageVariable(rows, base),
    sexVariable(rows, base),
    ...(hasLob ? [typeVariable(rows, base, hasType)] : []),
    ...(hasInvestigation ? [investigationVariable(rows, base)] : []),
    ...(hasReferrer ? [referrerVariable(rows, base)] : []),
  ];
}

function ageVariable(rows: ComparedRows, base: Base): Numeric {
  const ages = columnOfAll(rows, ({ age }) => age, UNKNOWN_AGE);
  const values = ages.map((age) => (age === UNKNOWN_AGE ? NaN : age));
  const own = { key: 'age', label: null, whole: 'all', missingKey: 'age-unknown' } as const;
  const parts = everywhere(rows);
  return { kind: 'number', ...own, parts, columns: columnsOf(rows, 'age'), base, values, summary: 'mean' };
}

function columnsOf({ parts }: ComparedRows, role: Role): readonly (number | null)[] {
  return parts.map(({ register }) => register.mapping.columns[role]?.column ?? null);
}

function everywhere({ parts }: ComparedRows): readonly boolean[] {
  return parts.map(() => true);
}

const SEPARATELY = { kind: 'category', label: null, byScope: false, separately: true } as const;

function sexVariable(rows: ComparedRows, base: Base): Category {
  const codes = Int32Array.from(columnOfAll(rows, ({ sex }) => sex, SEX.unknown));
  return {
    ...SEPARATELY,
    key: 'sex',
    base,
    whole: 'all',
    parts: everywhere(rows),
    columns: columnsOf(rows, 'sex'),
    levels: [
      { key: 'man', label: null, hidden: true },
      { key: 'percent-women', label: null },
    ],
    codesIn: () => codes,
    answers: [[], [0], [1]],
    percentOf: 'known',
    missingKey: 'sex-unknown',
  };
}

/** In the order of `TYPE`. */
function typeVariable(rows: ComparedRows, base: Base, hasType: boolean): Category {
  const codes = Int32Array.from(columnOfAll(rows, ({ type }) => type, TYPE.unknown));
  return {
    ...SEPARATELY,
    key: 'type',
    base,
    whole: 'all',
    parts: everywhere(rows),
    columns: columnsOf(rows, 'type'),
    levels: [
      { key: 'percent-applications', label: null, ...(!hasType && { hidden: true as const }) },
      { key: 'report', label: null, hidden: true },
      { key: 'percent-lob', label: null },
      { key: 'other', label: null, hidden: true },
    ],
    codesIn: () => codes,
    answers: [[], [0], [1], [2], [3]],
    percentOf: 'known',
    missingKey: 'type-unknown',
  };
}

function investigationVariable(rows: ComparedRows, base: Base): Category {
  const codes = Int32Array.from(
    columnOfAll(rows, ({ investigation }) => investigation, INVESTIGATION.unknown),
  );
  return {
    ...SEPARATELY,
    key: 'investigation',
    base,
    whole: 'all',
    parts: everywhere(rows),
    columns: columnsOf(rows, 'investigation'),
    levels: [
      { key: 'percent-investigation', label: null },
      { key: 'no-investigation', label: null, hidden: true },
    ],
    codesIn: () => codes,
    answers: [[], [0], [1]],
    percentOf: 'known',
    missingKey: 'investigation-unknown',
  };
}

/** Of reports, LOB included; names as the registers have understood them. */
function referrerVariable(rows: ComparedRows, base: Base): Category {
  const names = new Map<string, number>();
  const own = new Map(
    rows.parts.map(({ register }) => [
      register,
      (register.referrer?.names ?? ['']).map((name, at) => {
        if (at === 0) return 0;
        if (!names.has(name)) names.set(name, names.size + 1);
        return names.get(name)!;
      }),
    ]),
  );
  const types = columnOfAll(rows, ({ type }) => type, TYPE.unknown);
  const codes = new Int32Array(rows.size).fill(-1);
  const counts = new Int32Array(names.size + 1);
  for (let row = 0; row < rows.size; row++) {
    if (types[row] !== TYPE.report && types[row] !== TYPE.lob) continue;
    const { register } = rows.parts[rows.part[row]!]!;
    const at = own.get(register)![register.referrer?.index[rows.at[row]!] ?? 0]!;
    counts[at]!++;
    codes[row] = at;
  }
  const ordered = [...names].filter(([, at]) => counts[at]! > 0);
  ordered.sort(([a, x], [b, y]) => counts[y]! - counts[x]! || (a < b ? -1 : 1));
  const place = new Map(ordered.map(([, at], level) => [at, level + 1]));
  const placed = codes.map((at) => (at > 0 ? place.get(at)! : at));
  return {
    ...SEPARATELY,
    key: 'referrer',
    base,
    whole: 'report',
    parts: everywhere(rows),
    columns: columnsOf(rows, 'referrer'),
    levels: ordered.map(([name]) => ({ key: `referrer:${name}`, label: null })),
    codesIn: () => placed,
    answers: [[], ...ordered.map((_, level) => [level])],
    percentOf: 'applicable',
    missingKey: 'referrer-missing',
  };
}

/** Persons, or their actualisations, by how often the persons have come in the same scope. */
export function frequencyVariable(rows: ComparedRows, base: Base): Category {
  const known = new Map<string, Int32Array>();
  const codesIn = (scope: Scope) => {
    if (!known.has(scope.key))
      known.set(
        scope.key,
        rows.groupsIn(scope).map((group) => group + 1),
      );
    return known.get(scope.key)!;
  };
  return {
    kind: 'category',
    key: `${base}-by-group`,
    base,
    label: null,
    whole: 'all',
    parts: everywhere(rows),
    columns: rows.parts.map(() => null),
    levels: rows.groups.map(({ key }) => ({ key, label: null })),
    codesIn,
    answers: [[], ...rows.groups.map((_, group) => [group])],
    byScope: true,
    separately: false,
    percentOf: 'known',
    missingKey: 'missing',
  };
}
