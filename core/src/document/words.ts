/** The words of the document. A new table or figure gets its words here, in both languages, and nowhere else. */
import type { Language } from '../problem.ts';
import type { ExclusionReason, Warning } from '../register/register.ts';
import type { DistributionKey } from '../lathund/distributions.ts';
import type { Comparison } from '../lathund/comparison.ts';
import type { QualityCode, Sureness } from '../register/quality.ts';
import type { Role } from '../register/roles.ts';
import type { MonthsConvention, SelectionRule } from '../settings.ts';
import type { TableId } from '../tables/table.ts';
import { english } from './words-en.ts';
import { swedish } from './words-sv.ts';

/** The words of a table. */
export interface TableWords {
  readonly title: string;
  /** Header of the first column. */
  readonly rows: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rowLabels: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

export interface Words {
  readonly title: string;
  readonly marking: string;
  readonly sheets: Readonly<Record<'overview' | 'persons' | 'tables' | 'rows' | 'protocol', string>>;
  readonly questions: Readonly<Record<'who' | 'needs' | 'further', string>>;
  readonly furtherText: string;
  /** `3–6`, `12 eller fler`. */
  readonly group: (key: string) => string;
  readonly total: string;
  readonly tables: Readonly<Record<TableId, TableWords>>;
  readonly lacks: (roles: readonly string[]) => string;
  readonly headline: (share: {
    persons: string;
    group: string;
    ofPersons: string;
    ofActualisations: string;
  }) => string;
  readonly headlineSuppressed: string;
  readonly suppressedNote: (threshold: string) => string;
  readonly roundedNote: (base: string) => string;
  readonly pseudonymNote: string;
  readonly noPersons: string;
  readonly overview: {
    readonly facts: Readonly<
      Record<
        'persons' | 'actualisations' | 'perPerson' | 'median' | 'firstDay' | 'lastDay' | 'source',
        string
      >
    >;
    readonly rowsUsed: (read: string, used: string, excluded: string, warnings: string) => string;
    readonly groupsTitle: string;
    readonly yearsTitle: string;
    readonly groupAxis: string;
    readonly yearAxis: string;
    readonly numberAxis: string;
    readonly groupsAlternative: (rows: readonly (readonly [string, string, string])[]) => string;
    readonly yearsAlternative: (rows: readonly (readonly [string, string, string])[]) => string;
  };
  readonly returned: {
    readonly title: string;
    readonly within: string;
    readonly days: (days: string) => string;
    readonly columns: Readonly<Record<'returned' | 'lower' | 'upper' | 'atRisk', string>>;
    readonly notes: readonly string[];
  };
  readonly returnedBy: {
    readonly title: (by: string) => string;
    readonly frequencyGroup: string;
    readonly missing: string;
    readonly persons: string;
    readonly notes: readonly string[];
    readonly noColumn: (by: string) => string;
  };
  readonly interval: string;
  readonly to: (lower: string, upper: string) => string;
  readonly distributions: {
    readonly title: string;
    readonly rows: string;
    readonly labels: Readonly<Record<DistributionKey, string>>;
    readonly columns: Readonly<
      Record<
        'n' | 'missing' | 'mean' | 'sd' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'min' | 'max',
        string
      >
    >;
    readonly notes: readonly string[];
  };
  readonly trend: (trend: {
    years: string;
    actualisations: string;
    persons: string;
    rSquared: string;
  }) => string;
  readonly comparison: {
    readonly title: string;
    readonly returnTitle: string;
    readonly columns: Readonly<
      Record<'test' | 'p' | 'adjusted' | 'effect' | 'effectSize' | 'factor' | 'soonest' | 'latest', string>
    >;
    /** What is compared and has no row in the group profile. */
    readonly factors: Readonly<Record<string, string>>;
    /** An age band: `18-29`, `65+`. */
    readonly ages: (key: string) => string;
    /** The values of a column that are not among its most common. */
    readonly rest: string;
    readonly tests: Readonly<Record<Comparison['test'], string>>;
    readonly between: (test: string, lower: string, upper: string) => string;
    readonly doubtful: (test: string) => string;
    readonly below: (p: string) => string;
    readonly effects: Readonly<Record<Comparison['effect'], string>>;
    readonly notes: {
      readonly groups: readonly string[];
      readonly return: readonly string[];
      readonly adjusted: (tests: string) => string;
      readonly simulated: (draws: string) => string;
      readonly doubtful: string;
    };
  };
  readonly quality: {
    readonly title: string;
    readonly columns: Readonly<Record<'what' | 'count' | 'where' | 'todo', string>>;
    readonly nothing: string;
    readonly what: Readonly<Record<QualityCode, string>>;
    readonly todo: Readonly<Record<QualityCode, string>>;
    readonly row: (rows: string) => string;
  };
  readonly concentration: {
    readonly title: string;
    readonly rows: string;
    readonly column: string;
    readonly persons: string;
    readonly top: (percent: string) => string;
    readonly gini: string;
    readonly notes: readonly string[];
  };
  readonly selection: {
    readonly title: string;
    readonly rule: (
      rule: SelectionRule,
      chosen: { persons: number | null; ties: number; drawnFrom: number | null },
    ) => string;
  };
  readonly persons: {
    readonly title: string;
    readonly columns: Readonly<
      Record<'person' | 'actualisations' | 'first' | 'last' | 'months' | 'group', string>
    >;
    readonly months: Readonly<Record<MonthsConvention, string>>;
  };
  readonly rows: {
    readonly accountTitle: string;
    readonly outcome: string;
    readonly number: string;
    readonly read: string;
    readonly used: string;
    readonly reasons: Readonly<Record<ExclusionReason, string>>;
    readonly excludedTitle: string;
    readonly row: string;
    readonly reason: string;
    readonly value: string;
    readonly noneExcluded: string;
    readonly warningsTitle: string;
    readonly warning: string;
    readonly noWarnings: string;
    readonly warnings: Readonly<Record<Warning, string>>;
    readonly tooMany: (shown: string, all: string) => string;
  };
  readonly protocol: {
    readonly intro: string;
    readonly product: string;
    readonly file: string;
    readonly sheet: string;
    readonly checksum: string;
    readonly headerRow: string;
    readonly asOf: string;
    readonly period: string;
    readonly open: string;
    readonly none: string;
    readonly lowestAge: string;
    readonly reasons: string;
    readonly types: string;
    readonly organisations: string;
    readonly groups: string;
    readonly months: string;
    readonly base: string;
    readonly bases: Readonly<Record<'actualisations' | 'persons', string>>;
    readonly protection: string;
    readonly modes: Readonly<Record<'internal' | 'publication', string>>;
    readonly columnsTitle: string;
    readonly column: string;
    readonly header: string;
    readonly chosenBy: string;
    readonly bySettings: string;
    readonly byProfile: string;
    readonly byHeader: string;
    readonly passedOver: (headers: string) => string;
    readonly notFound: string;
    readonly sureness: string;
    readonly surenesses: Readonly<Record<Sureness, string>>;
    readonly fit: (percent: string) => string;
    readonly roles: Readonly<Record<Role, string>>;
    readonly valuesTitle: string;
    readonly valueColumn: string;
    readonly takenFor: string;
    readonly numberOfRows: string;
    readonly ownName: string;
    readonly codes: Readonly<Record<string, string>>;
  };
}

export function wordsIn(language: Language): Words {
  return language === 'sv' ? swedish : english;
}
