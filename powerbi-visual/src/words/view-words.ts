/** The words of the views and of what stands in their place. What core has words for is said in core's. */
import type { Language } from 'isu-core';
import type { FieldName, TypeKey } from '../analysis/report.ts';
import type { ViewName } from '../views/view.ts';
import { english } from './view-words-en.ts';
import { swedish } from './view-words-sv.ts';

interface MeasureWords {
  readonly header: string;
  readonly short: string;
  /** In a tile. */
  readonly tiny: string;
}

export interface ViewWords {
  /** Name of the tab, and of the view. */
  readonly views: Readonly<Record<ViewName, string>>;
  readonly chooseView: string;
  /** `86 (13 %)`. */
  readonly with: (count: string, share: string) => string;
  readonly groups: {
    readonly persons: MeasureWords;
    readonly actualisations: MeasureWords;
    /** Over the groups' names. */
    readonly times: string;
    readonly finding: (ofPersons: string, ofActualisations: string) => string;
    readonly group: (name: string) => string;
  };
  readonly profile: {
    /** Names of statistics where the table's own have no room. */
    readonly short: Readonly<Record<string, string>>;
    /** As the table's own names begin, and the section that they are shown in. */
    readonly referrer: (name: string) => string;
    readonly referrers: string;
    readonly label: string;
  };
  readonly concentration: {
    readonly finding: (persons: string, ofActualisations: string) => string;
    readonly findingShort: (persons: string, ofActualisations: string) => string;
    /** The axes. */
    readonly persons: string;
    readonly personsShort: string;
    readonly actualisations: string;
    readonly gini: string;
    readonly giniShort: string;
    readonly mostFrequent: string;
    readonly hidden: string;
    readonly top: (share: string) => string;
    readonly label: string;
  };
  readonly timelines: {
    readonly label: (persons: string) => string;
    /** Over the counts. */
    readonly number: string;
    readonly types: Readonly<Record<TypeKey, string>>;
    readonly columns: Readonly<
      Record<'person' | 'group' | 'actualisations' | 'first' | 'last' | 'months', string>
    >;
    readonly title: string;
  };
  readonly returns: {
    readonly finding: (share: string, days: string) => string;
    readonly dayAxis: string;
    readonly dayAxisShort: string;
    readonly shareAxis: string;
    readonly atRisk: string;
    readonly all: string;
    readonly interval: (lower: string, upper: string) => string;
    readonly within: (days: string) => string;
    readonly label: string;
  };
  readonly years: {
    readonly mean: (figure: string) => string;
  };
  /** Under a table of which some rows are shown. */
  readonly pager: {
    readonly before: string;
    readonly after: string;
    readonly rows: (from: string, to: string, of: string) => string;
  };
  /** In place of a view. */
  readonly situations: {
    readonly landingTitle: string;
    readonly landing: string;
    readonly missing: string;
    readonly landingFields: readonly { readonly fields: readonly FieldName[]; readonly why: string }[];
    readonly aggregated: string;
    readonly privacy: string;
    readonly fields: Readonly<Record<FieldName, string>>;
    readonly given: string;
    readonly loading: (rows: string) => string;
    readonly cut: (rows: string, of: string | null) => string;
    readonly cutMend: string;
    readonly empty: string;
  };
}

export function viewWords(language: Language): ViewWords {
  return language === 'sv' ? swedish : english;
}
