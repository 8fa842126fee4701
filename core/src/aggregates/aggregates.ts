/**
 * What an engine that has the rows tells of them: counts, and the rows that are left out. From these alone the whole
 * result is made, as `analyse` makes it of the rows.
 */
import type { Factor } from '../lathund/factors.ts';
import type { Mapping } from '../register/mapping.ts';
import type { PersonKeys } from '../register/persons.ts';
import type { Category, Register, RowAccount, ValueGap } from '../register/register.ts';

/** Groups are by their number, from 0; types, sexes and investigations by the codes of the register. */
export interface Aggregates {
  readonly mapping: Mapping;
  readonly account: RowAccount;
  readonly oddPersons: readonly number[];
  readonly gaps: readonly ValueGap[];
  readonly fit: Register['fit'];
  readonly meanings: Register['meanings'];
  readonly hasTypeColumn: boolean;
  /** Also where only LOB is known, from the reasons. */
  readonly hasTypes: boolean;
  readonly hasInvestigations: boolean;
  readonly referrer: Pick<Category, 'names' | 'codes'> | null;
  /** By what the settings ask for in `returnBy`: the keys of the curves. */
  readonly returnKeys: readonly string[];

  readonly persons: ListedPersons | CountedPersons;
  readonly kinds: readonly KindCount[];
  readonly personMeasures: readonly PersonMeasures[];
  readonly referrers: readonly ReferrerCount[];
  /** Of the referrers of reports about fewer persons than the threshold, taken together. */
  readonly rareReferrers: readonly ReferrerCount[];
  readonly years: readonly YearCount[];
  readonly ages: readonly { readonly group: number; readonly age: number; readonly n: number }[];
  /** The first known age on the day of the first actualisation; null where none is known. */
  readonly firstAges: readonly { readonly age: number | null; readonly persons: number }[];
  readonly spans: readonly SpanCount[];
  readonly returns: readonly ReturnCount[];
  /** Of the background factors that the register has; none where the settings ask for no comparison. */
  readonly factors: readonly FactorCounts[];
}

/** How often the values of a background factor occur, and how soon those return who had them first. */
export interface FactorCounts {
  readonly factor: Factor;
  /** What the values are called, by their number; 0 is missing. */
  readonly keys: readonly string[];
  /** Rows by frequency group: of organisations and reasons, which no other count tells. */
  readonly byGroup: readonly { readonly group: number; readonly value: number; readonly n: number }[];
  /** Persons by the value at the first actualisation, the number of a return's key being that of the value. */
  readonly returns: readonly ReturnCount[];
}

/** Persons one by one, for who may see them. All columns by person. */
export interface ListedPersons {
  readonly kind: 'listed';
  readonly keys: PersonKeys;
  readonly actualisations: Int32Array;
  /** Day numbers. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** 1 where the person has an actualisation in each of the years that the selection asks for. */
  readonly active: Uint8Array;
}

/** Persons as a number of those alike. */
export interface CountedPersons {
  readonly kind: 'counted';
  readonly alike: readonly {
    readonly actualisations: number;
    readonly active: 0 | 1;
    readonly persons: number;
  }[];
  /** The first and the last day of all, day numbers; null where there is no person. */
  readonly days: readonly [first: number, last: number] | null;
}

/** Rows alike, by `type · 18 + sex · 6 + investigation · 2 + age known`. */
export interface KindCount {
  readonly group: number;
  readonly kind: number;
  readonly n: number;
  /** Sum of the known ages. */
  readonly ages: number;
}

/** Persons alike in what holds of at least one of their actualisations, as the bits of `measureBits`. */
export interface PersonMeasures {
  readonly group: number;
  readonly bits: number;
  readonly persons: number;
}

/** How often a referrer stands behind the reports of a frequency group. */
export interface ReferrerCount {
  readonly group: number;
  /** Its place among the names; 0 is missing. */
  readonly referrer: number;
  readonly n: number;
  readonly persons: number;
}

/** The actualisations of a calendar year. */
export interface YearCount {
  readonly year: number;
  readonly n: number;
  readonly persons: number;
  /** With known age. */
  readonly known: number;
  readonly knownPersons: number;
  readonly ages: number;
}

/** Persons by what lies between their first and last actualisation: days for `average`, otherwise months. */
export interface SpanCount {
  readonly span: number;
  readonly persons: number;
}

/** Persons by days to the second actualisation (returned 1) or to the end of the follow-up (returned 0). */
export interface ReturnCount {
  /** Of `returnKeys`; 0 where the settings ask for none. */
  readonly key: number;
  readonly days: number;
  readonly returned: 0 | 1;
  readonly persons: number;
}
