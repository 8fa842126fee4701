/** The words of the review's tables and document; each in both languages, and nowhere else. */
import type { Language } from '../../problem.ts';
import type { Text } from '../form.ts';
import type { ReviewColumnKey } from './review-table.ts';
import { english } from './words-en.ts';
import { swedish } from './words-sv.ts';

export type ReviewTableId =
  'background' | 'contact' | 'interventions' | 'purchases' | 'diagnoses' | 'sip' | 'items';

/** The five questions of systematic follow-up. */
export type Question = 'who' | 'needs' | 'interventions' | 'change' | 'meet';

export type ReviewSheetName =
  'overview' | 'tables' | 'items' | 'cross' | 'agreement' | 'differences' | 'protocol';

export interface ReviewTableWords {
  readonly title: string;
  readonly rowHeader: string;
  readonly note: string;
  /** Where they differ from the other tables'. */
  readonly columns?: Readonly<Partial<Record<ReviewColumnKey, string>>>;
}

export interface ReviewWords {
  readonly title: string;
  readonly marking: string;
  readonly sheets: Readonly<Record<ReviewSheetName, string>>;
  readonly questions: Readonly<Record<Question, string>>;
  /** Under a question that nothing in the form answers. */
  readonly nothing: string;
  readonly columns: Readonly<Record<ReviewColumnKey, string>>;
  readonly interval: string;
  readonly to: (lower: string, upper: string) => string;
  readonly rows: Readonly<
    Record<
      | 'any'
      | 'total'
      | 'diagnoses'
      | 'personInterventions'
      | 'anyIntervention'
      | 'answered'
      | 'missing'
      | 'empty'
      | 'not-asked',
      string
    >
  >;
  readonly tables: Readonly<Record<ReviewTableId, ReviewTableWords>>;
  readonly orMore: (number: string) => string;
  readonly cross: {
    readonly title: (rows: string, columns: string) => string;
    readonly all: string;
    readonly base: string;
    readonly persons: string;
    readonly number: (answer: string) => string;
    readonly percent: (answer: string) => string;
    readonly percentOf: Readonly<Record<'columns' | 'rows', string>>;
    readonly both: string;
    readonly overlaps: string;
    readonly split: string;
    readonly notPublished: string;
    readonly testsTitle: (number: string) => string;
    readonly tests: Readonly<Record<'chi-square' | 'fisher' | 'fisher-simulated' | 'kruskal-wallis', string>>;
    readonly doubtful: (test: string) => string;
    readonly between: (test: string, lower: string, upper: string) => string;
    readonly nothingToTest: string;
    readonly testColumns: Readonly<
      Record<'rows' | 'columns' | 'test' | 'p' | 'adjusted' | 'effectSize', string>
    >;
    readonly wholeQuestion: string;
    readonly tooLarge: string;
    readonly below: (p: string) => string;
    readonly testNotes: readonly string[];
  };
  readonly overview: {
    readonly headline: (persons: string, reader: string | null) => string;
    readonly progress: (answered: string, asked: string, percent: string) => string;
    readonly unfinished: (persons: string) => string;
    readonly findings: (findings: string, persons: string) => string;
    readonly suppressed: (threshold: string) => string;
    readonly change: string;
    readonly persons: string;
    /** In place of a figure whose question is answered for nobody. */
    readonly notYet: string;
    readonly some: (label: string) => string;
    /** `22 (79 % av 28)`. */
    readonly share: (persons: string, percent: string, base: string) => string;
    readonly mean: (label: string) => string;
    readonly meanAny: (label: string) => string;
    readonly total: (label: string) => string;
    readonly chart: { readonly title: string; readonly category: string; readonly value: string };
    readonly chartAlternative: (rows: readonly (readonly [string, string])[]) => string;
  };
  readonly texts: {
    readonly title: string;
    readonly columns: Readonly<Record<'text' | 'persons', string>>;
    readonly note: string;
  };
  readonly agreement: {
    readonly title: (first: string, second: string) => string;
    readonly none: string;
    readonly columns: Readonly<
      Record<
        | 'item'
        | 'compared'
        | 'equal'
        | 'percent'
        | 'kappa'
        | 'interval'
        | 'meanDifference'
        | 'unanswered'
        | 'filled',
        string
      >
    >;
    readonly wholeAnswer: string;
    readonly filled: string;
    readonly theAnswer: string;
    readonly amount: Readonly<Record<'count' | 'money' | 'year', (answer: string) => string>>;
    readonly least: (items: string) => string;
    readonly notes: readonly string[];
  };
  readonly differences: {
    readonly title: string;
    readonly none: string;
    readonly columns: Readonly<Record<'person' | 'reader' | 'field' | 'register' | 'review', string>>;
    readonly emptied: string;
    readonly note: string;
    readonly findingsTitle: string;
    readonly noFindings: string;
    readonly finding: string;
    readonly findingsNote: string;
  };
  readonly protocol: {
    readonly intro: string;
    readonly product: string;
    readonly source: string;
    readonly sheet: string;
    readonly checksum: string;
    readonly form: string;
    readonly formVersion: string;
    readonly years: string;
    readonly items: string;
    readonly persons: string;
    readonly readers: string;
    readonly noReader: string;
    readonly reader: string;
    readonly compared: string;
    readonly protection: string;
    readonly modes: Readonly<Record<'internal' | 'publication', string>>;
    readonly threshold: string;
    readonly intervals: string;
    readonly yesNo: Readonly<Record<'yes' | 'no', string>>;
    readonly answered: string;
    readonly findings: string;
    readonly none: string;
    readonly mendedTitle: string;
    readonly mendedItem: string;
    readonly mendedHow: string;
    readonly rulesTitle: string;
    readonly rules: readonly string[];
  };
}

export function reviewWordsIn(language: Language): ReviewWords {
  return language === 'sv' ? swedish : english;
}

export function inBoth(pick: (words: ReviewWords, language: Language) => string): Text {
  return { sv: pick(swedish, 'sv'), en: pick(english, 'en') };
}
