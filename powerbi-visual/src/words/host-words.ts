/** The words of what the visual does in Power BI: tooltips, the file of a table. */
import type { Language } from 'isu-core';

export interface HostWords {
  /** The rows that another visual highlights are counted as a lathund of their own. */
  readonly highlightedPersons: string;
  readonly highlightedActualisations: string;
  readonly saveTable: string;
  readonly tooLong: { readonly short: string; readonly long: string };
}

const WORDS: Readonly<Record<Language, HostWords>> = {
  sv: {
    highlightedPersons: 'Personer i det markerade',
    highlightedActualisations: 'Aktualiseringar i det markerade',
    saveTable: 'Spara tabellen som CSV',
    tooLong: {
      short: 'Tabellen är för lång att spara.',
      long: 'Power BI lämnar ut högst 30 MB från ett visuellt objekt. Avgränsa med ett filter och spara igen.',
    },
  },
  en: {
    highlightedPersons: 'Persons in what is highlighted',
    highlightedActualisations: 'Actualisations in what is highlighted',
    saveTable: 'Save the table as CSV',
    tooLong: {
      short: 'The table is too long to be saved.',
      long: 'Power BI lets at most 30 MB out of a visual. Narrow the data down with a filter and save again.',
    },
  },
};

export function hostWords(language: Language): HostWords {
  return WORDS[language];
}
