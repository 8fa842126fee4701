/**
 * All that the views draw: figures and words of core, already through protection. Plain data in the report's language;
 * the views compute no figure and reach nothing else.
 */
import type { DocumentTable, Language, Problem } from 'isu-core';

/** A figure as core shows it: `text` is `..` where it is suppressed, `–` where there is nothing to count. */
export interface Figure {
  /** Percent as 0–100. Null where `text` says why. */
  readonly value: number | null;
  readonly text: string;
  readonly suppressed: boolean;
}

/** A part of the report, or the sentence why these fields do not give it. */
export type Part<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export interface RowCount {
  readonly read: number;
  readonly used: number;
}

/** One frequency group, or all of them together. */
export interface GroupLine {
  /** `1`, `3-6`, `12+`, `total`. */
  readonly key: string;
  readonly name: string;
  readonly persons: Figure;
  readonly ofPersons: Figure;
  readonly actualisations: Figure;
  readonly ofActualisations: Figure;
}

export interface Groups {
  readonly lines: readonly GroupLine[];
  readonly total: GroupLine;
  /** Tabell 1 and tabell 2. */
  readonly tables: readonly DocumentTable[];
}

export interface Profile {
  /** Tabell 3: statistics as rows, frequency groups and their total as columns. */
  readonly table: DocumentTable;
}

export interface TopShareLine {
  /** 0,01 for the most frequent 1 %. */
  readonly share: number;
  readonly name: string;
  readonly persons: Figure;
  readonly ofActualisations: Figure;
}

export interface Concentration {
  /** [share of persons, share of actualisations], 0–1, from [0, 0] to [1, 1]; none where protection hides it. */
  readonly lorenz: readonly (readonly [persons: number, actualisations: number])[];
  readonly gini: Figure;
  readonly top: readonly TopShareLine[];
  readonly table: DocumentTable;
}

/** Types as the register codes them, in the order of `Timeline.types`. */
export const TYPE_KEYS = ['unknown', 'application', 'report', 'lob', 'other'] as const;
export type TypeKey = (typeof TYPE_KEYS)[number];

export interface Timeline {
  /** The person's place among the persons of the lathund: the same until the data change. */
  readonly person: number;
  /** As shown to people: YYYYMMDD-NNNN, or the model's own code. */
  readonly label: string;
  readonly group: string;
  readonly groupName: string;
  readonly actualisations: number;
  /** Day numbers: days since 1970-01-01. */
  readonly first: number;
  readonly last: number;
  readonly months: Figure;
  /** One dot an actualisation, in the order of days. Of an aggregated table only the first and the last. */
  readonly days: ArrayLike<number>;
  /** By dot: index into TYPE_KEYS. */
  readonly types: ArrayLike<number>;
}

/** A line a person, most frequent first; made one by one, as they come into sight. */
export interface Timelines {
  readonly count: number;
  /** First and last day of all. */
  readonly from: number;
  readonly to: number;
  /** The types that occur. */
  readonly types: readonly TypeKey[];
  readonly at: (line: number) => Timeline;
}

/** A point of a Kaplan–Meier curve: the share returned within so many days. */
export interface CurvePoint {
  readonly days: number;
  /** Percent, 0–100. */
  readonly returned: Figure;
  /** 95 % limits, percent. */
  readonly lower: Figure;
  readonly upper: Figure;
  readonly atRisk: Figure;
}

export interface ReturnCurve {
  /** A frequency group's key, or `total`. */
  readonly key: string;
  readonly name: string;
  readonly persons: Figure;
  /** The days on which someone returned, in percent, 0–100; none where only `points` are given. */
  readonly steps: readonly {
    readonly days: number;
    readonly returned: number;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  /** Within 90, 180, 365 and 730 days. */
  readonly points: readonly CurvePoint[];
}

export interface Returns {
  /** Of all persons first; of each group where persons may be shown. */
  readonly curves: readonly ReturnCurve[];
  readonly tables: readonly DocumentTable[];
}

export interface Year {
  readonly key: string;
  readonly name: string;
  readonly actualisations: Figure;
  readonly persons: Figure;
}

export interface Years {
  readonly years: readonly Year[];
  readonly mean: Year | null;
  readonly table: DocumentTable;
}

export interface Report {
  readonly language: Language;
  readonly rows: RowCount;
  readonly persons: Figure;
  /** The report's main finding in core's words. */
  readonly headline: string;
  /** «Internt arbetsmaterial – omfattas av sekretess», or nothing. */
  readonly marking: string | null;
  readonly protection: 'internal' | 'publication';
  /** What the reader should know of the data: rows that may have merged, rows left out. */
  readonly notices: readonly string[];
  readonly groups: Part<Groups>;
  readonly profile: Part<Profile>;
  readonly concentration: Part<Concentration>;
  readonly timelines: Part<Timelines>;
  readonly returns: Part<Returns>;
  readonly years: Part<Years>;
  /** The same of the rows that another visual highlights; null where none does, and never in `publication`. */
  readonly highlighted: Report | null;
}

/** Fields that the visual asks for: names of capabilities.json. */
export type FieldName =
  | 'person'
  | 'date'
  | 'number'
  | 'type'
  | 'reason'
  | 'referrer'
  | 'organisation'
  | 'investigation'
  | 'sex'
  | 'age'
  | 'rows'
  | 'first'
  | 'last'
  | 'tooltips';

/** What there is to draw. */
export type Situation =
  /** Fields are wanting: `missing` are those without which there is nothing. */
  | {
      readonly kind: 'landing';
      readonly missing: readonly FieldName[];
      readonly given: readonly FieldName[];
    }
  /** Windows of rows are on their way. */
  | { readonly kind: 'loading'; readonly rows: number }
  /** The host stopped before the data were whole: no share of these rows is the share of the whole. */
  | {
      readonly kind: 'cut';
      readonly rows: number;
      /** What the host says there is; null where it does not say. */
      readonly of: number | null;
    }
  /** Fields, and not one row. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'report'; readonly report: Report };
