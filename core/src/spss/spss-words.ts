/** Names and labels of the data for SPSS, in both languages. */
import type { Language } from '../problem.ts';

export interface SpssWords {
  readonly persons: string;
  readonly rows: string;
  readonly reviews: string;
  readonly about: Readonly<Record<'persons' | 'rows' | 'reviews', string>>;
  readonly run: string;
  readonly secret: string;
  readonly missing: string;
  readonly notAsked: string;
  readonly yes: string;
  readonly no: string;
  readonly variables: Readonly<
    Record<
      | 'person'
      | 'actualisations'
      | 'first'
      | 'last'
      | 'months'
      | 'group'
      | 'date'
      | 'year'
      | 'type'
      | 'reason'
      | 'referrer'
      | 'organisation'
      | 'investigation'
      | 'sex'
      | 'age'
      | 'reader',
      readonly [name: string, label: string]
    >
  >;
  readonly types: readonly string[];
  readonly sexes: readonly string[];
  readonly item: string;
}

const SWEDISH: SpssWords = {
  persons: 'personer',
  rows: 'aktualiseringar',
  reviews: 'granskningar',
  about: {
    persons: 'Lathunden: en rad per person',
    rows: 'Registret: en rad per aktualisering som räknats',
    reviews: 'Aktgranskningen: en rad per granskad akt och läsare',
  },
  run: 'Öppna filen i SPSS med mappen där den ligger som arbetsmapp, och kör allt',
  secret: 'Personerna står med koder, och uppgifterna är fortfarande personuppgifter',
  missing: 'Uppgift saknas',
  notAsked: 'Frågan ställs inte',
  yes: 'Ja',
  no: 'Nej',
  variables: {
    person: ['person', 'Person (kod)'],
    actualisations: ['antal', 'Antal aktualiseringar'],
    first: ['forsta', 'Första aktualisering'],
    last: ['senaste', 'Senaste aktualisering'],
    months: ['manader', 'Månader mellan första och senaste'],
    group: ['grupp', 'Frekvensgrupp'],
    date: ['datum', 'Aktualiseringsdatum'],
    year: ['ar', 'År'],
    type: ['typ', 'Aktualiseringstyp'],
    reason: ['orsak', 'Aktualiseringsorsak'],
    referrer: ['anmalare', 'Aktualiserande part'],
    organisation: ['organisation', 'Organisation'],
    investigation: ['utredning', 'Utredning inledd'],
    sex: ['kon', 'Kön'],
    age: ['alder', 'Ålder vid aktualiseringen, år'],
    reader: ['lasare', 'Läsare'],
  },
  types: ['Ansökan', 'Anmälan', 'LOB', 'Annan'],
  sexes: ['Man', 'Kvinna'],
  item: 'f',
};

const ENGLISH: SpssWords = {
  persons: 'persons',
  rows: 'actualisations',
  reviews: 'reviews',
  about: {
    persons: 'The lathund: a row a person',
    rows: 'The register: a row for each actualisation that is counted',
    reviews: 'The case-file review: a row for each file and reader',
  },
  run: 'Open this file in SPSS with its own folder as working folder, and run all',
  secret: 'Persons stand with codes, and the data are still personal data',
  missing: 'Missing',
  notAsked: 'Not asked',
  yes: 'Yes',
  no: 'No',
  variables: {
    person: ['person', 'Person (code)'],
    actualisations: ['n', 'Number of actualisations'],
    first: ['first', 'First actualisation'],
    last: ['last', 'Latest actualisation'],
    months: ['months', 'Months between first and latest'],
    group: ['freqgroup', 'Frequency group'],
    date: ['date', 'Date of actualisation'],
    year: ['year', 'Year'],
    type: ['type', 'Type'],
    reason: ['reason', 'Reason'],
    referrer: ['referrer', 'Referrer'],
    organisation: ['organisation', 'Organisation'],
    investigation: ['investigation', 'Investigation opened'],
    sex: ['sex', 'Sex'],
    age: ['age', 'Age at the actualisation, years'],
    reader: ['reader', 'Reader'],
  },
  types: ['Application', 'Report', 'LOB', 'Other'],
  sexes: ['Man', 'Woman'],
  item: 'i',
};

/** The words in a language. */
export function spssWordsIn(language: Language): SpssWords {
  return language === 'sv' ? SWEDISH : ENGLISH;
}
