/** What the report says of the data it was given. What core has words for is said in core's. */
import type { Language } from 'isu-core';

export interface ReportWords {
  /** Of a part that needs the actualisations one by one. */
  readonly needsRows: string;
  /** Of a part that shows persons. */
  readonly noPersons: string;
  readonly mayHaveMerged: string;
  readonly grouped: string;
  readonly uncounted: (rows: string) => string;
  readonly excluded: (excluded: string, read: string) => string;
  /** In place of a name, where the source has none. */
  readonly source: string;
}

const WORDS: Readonly<Record<Language, ReportWords>> = {
  sv: {
    needsRows:
      'Tabellen är redan grupperad per person. Dra Datum i stället för Tidigaste och Senaste för att se detta.',
    noPersons: 'Personer visas inte när skyddet är Publicering.',
    mayHaveMerged:
      'Två aktualiseringar av samma person på samma dag kan ha slagits ihop till en. Dra Aktualiseringsnummer, eller ett mått med antal rader till Antal.',
    grouped: 'Tabellen är redan grupperad per person: bara antal, tidigaste och senaste är kända.',
    uncounted: (rows) =>
      `${rows} rader har ett antal som inte är ett helt tal och räknas som en. Dra ett mått med antal rader till Antal.`,
    excluded: (excluded, read) => `${excluded} av ${read} rader är inte med:`,
    source: 'Power BI',
  },
  en: {
    needsRows: 'The table is already grouped by person. Add Date instead of Earliest and Latest to see this.',
    noPersons: 'Persons are not shown when the protection is Publication.',
    mayHaveMerged:
      'Two actualisations of one person on one day may have merged into one. Add Actualisation number, or a measure of the number of rows to Number.',
    grouped: 'The table is already grouped by person: only number, earliest and latest are known.',
    uncounted: (rows) =>
      `${rows} rows have a number that is not whole and count as one. Add a measure of the number of rows to Number.`,
    excluded: (excluded, read) => `${excluded} of ${read} rows are left out:`,
    source: 'Power BI',
  },
};

export function reportWords(language: Language): ReportWords {
  return WORDS[language];
}
