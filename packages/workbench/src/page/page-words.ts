/** The words of the page around the result; those of the result stand in its document. */
import type { Language } from 'isu-core';
import type { Step } from '../worker/messages.ts';

export interface PageWords {
  readonly documentTitle: string;
  readonly lead: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly file: string;
  readonly dropHere: string;
  readonly chooseFile: string;
  readonly fileKinds: string;
  readonly staysHere: string;
  readonly showSample: string;
  readonly sampleShown: string;
  readonly settings: string;
  readonly from: string;
  readonly to: string;
  readonly lowestAge: string;
  readonly lowestAgeHint: string;
  readonly sheet: string;
  readonly selection: string;
  readonly atLeast: string;
  readonly activeYears: string;
  readonly activeYearsHint: string;
  readonly columns: string;
  readonly columnsHint: string;
  readonly personColumn: string;
  readonly dateColumn: string;
  readonly shownIn: string;
  readonly intervals: string;
  readonly comparison: string;
  readonly publication: string;
  readonly publicationHint: string;
  readonly analyse: string;
  readonly save: string;
  readonly savedName: string;
  readonly saved: string;
  readonly print: string;
  readonly resultFor: (file: string) => string;
  readonly done: (file: string) => string;
  readonly views: string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly problem: string;
  readonly oneFile: string;
  readonly unreadable: (file: string) => string;
  readonly fault: string;
  readonly search: string;
  readonly more: (rows: string) => string;
  readonly shown: (shown: string, all: string) => string;
  readonly foundNone: string;
}

const swedish: PageWords = {
  documentTitle: 'ISU Lathund',
  lead: 'Se hur ofta människor kommer tillbaka till mottagningen, och hur mycket av arbetet som rör dem som kommer oftast.',
  otherLanguage: 'In English',
  skip: 'Gå till resultatet',
  file: 'Ditt register',
  dropHere: 'Släpp filen här eller',
  chooseFile: 'Välj fil …',
  fileKinds: 'Excel (.xlsx, .xls) eller CSV, en rad per aktualisering.',
  staysHere: 'Ingenting lämnar datorn. Filen läses i webbläsaren och sparas inte någonstans.',
  showSample: 'Visa exemplet',
  sampleShown: 'Här visas ett påhittat register med samma tabeller som rapporten från Söderhamn.',
  settings: 'Avgränsning',
  from: 'Från och med',
  to: 'Till och med',
  lowestAge: 'Lägsta ålder',
  lowestAgeHint: 'Tomt: alla åldrar.',
  sheet: 'Blad',
  selection: 'Urval till aktgranskning',
  atLeast: 'Minst så många aktualiseringar',
  activeYears: 'Minst en vart och ett av åren',
  activeYearsHint: 'Till exempel 2017, 2021, 2022.',
  columns: 'Kolumner',
  columnsHint: 'Rubrik eller kolumnbokstav. Tomt: kolumnen väljs av sin rubrik.',
  personColumn: 'Person',
  dateColumn: 'Datum',
  shownIn: 'Vad som visas',
  intervals: '95 %-intervall vid procent',
  comparison: 'Jämför grupperna med test',
  publication: 'För publicering',
  publicationHint: 'Inga personer visas, och inget tal som vilar på ett fåtal.',
  analyse: 'Räkna om',
  save: 'Spara som Excel',
  savedName: 'isu-resultat.xlsx',
  saved: 'Arbetsboken är sparad bland dina hämtade filer.',
  print: 'Skriv ut',
  resultFor: (file) => `Resultat för ${file}`,
  done: (file) => `Klart: resultatet för ${file} visas.`,
  views: 'Resultatets delar',
  steps: {
    reading: 'Läser filen …',
    counting: 'Räknar …',
    arranging: 'Ställer upp tabellerna …',
    writing: 'Skriver arbetsboken …',
  },
  problem: 'Det gick inte',
  oneFile: 'Släpp en fil i taget.',
  unreadable: (file) =>
    `${file}: filen kunde inte läsas. Är det en mapp, eller har filen flyttats? Välj den på nytt.`,
  fault: 'Något gick fel i programmet, inte i din fil. Ladda om sidan och försök igen.',
  search: 'Sök i tabellen',
  more: (rows) => `Visa ${rows} till`,
  shown: (shown, all) => `Visar ${shown} av ${all} rader.`,
  foundNone: 'Ingen rad har det.',
};

const english: PageWords = {
  documentTitle: 'ISU Lathund',
  lead: 'See how often people come back to the reception unit, and how much of its work concerns those who come most often.',
  otherLanguage: 'På svenska',
  skip: 'Go to the result',
  file: 'Your register',
  dropHere: 'Drop the file here or',
  chooseFile: 'Choose file …',
  fileKinds: 'Excel (.xlsx, .xls) or CSV, one row per actualisation.',
  staysHere: 'Nothing leaves the computer. The file is read in the browser and is not stored anywhere.',
  showSample: 'Show the example',
  sampleShown: 'This is a made-up register with the same tables as the Söderhamn report.',
  settings: 'Limits',
  from: 'From',
  to: 'To',
  lowestAge: 'Lowest age',
  lowestAgeHint: 'Empty: all ages.',
  sheet: 'Sheet',
  selection: 'Selection for the case-file review',
  atLeast: 'At least so many actualisations',
  activeYears: 'At least one in each of the years',
  activeYearsHint: 'For example 2017, 2021, 2022.',
  columns: 'Columns',
  columnsHint: 'Header or column letter. Empty: the column is chosen by its header.',
  personColumn: 'Person',
  dateColumn: 'Date',
  shownIn: 'What is shown',
  intervals: '95% interval at percentages',
  comparison: 'Compare the groups with a test',
  publication: 'For publication',
  publicationHint: 'No person is shown, and no figure that rests on a few.',
  analyse: 'Count again',
  save: 'Save as Excel',
  savedName: 'isu-result.xlsx',
  saved: 'The workbook is saved among your downloads.',
  print: 'Print',
  resultFor: (file) => `Result for ${file}`,
  done: (file) => `Done: the result for ${file} is shown.`,
  views: 'Parts of the result',
  steps: {
    reading: 'Reading the file …',
    counting: 'Counting …',
    arranging: 'Arranging the tables …',
    writing: 'Writing the workbook …',
  },
  problem: 'It did not work',
  oneFile: 'Drop one file at a time.',
  unreadable: (file) =>
    `${file}: the file could not be read. Is it a folder, or was it moved? Choose it again.`,
  fault: 'Something went wrong in the program, not in your file. Reload the page and try again.',
  search: 'Search the table',
  more: (rows) => `Show ${rows} more`,
  shown: (shown, all) => `Showing ${shown} of ${all} rows.`,
  foundNone: 'No row has it.',
};

export function pageWords(language: Language): PageWords {
  return language === 'sv' ? swedish : english;
}
