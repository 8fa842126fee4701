/** What `isu review` says of its work, in Swedish and English. */
import type { Language } from 'isu-core';
import { writeYears, type CellProblem, type Form } from 'isu-core/review';

export interface Made {
  readonly out: string;
  readonly form: Form;
  readonly persons: number;
  readonly readers: number;
  /** Persons taken along since they tie with the last. */
  readonly ties: number;
  readonly hasWho: boolean;
}

export const MADE: Record<Language, (made: Made) => readonly string[]> = {
  sv: ({ out, form, persons, readers, ties, hasWho }) => [
    `${persons === 1 ? '1 person' : `${String(persons)} personer`}, ${readers === 1 ? 'en läsare' : `${String(readers)} läsare`}. Formulär: ${form.title.sv} (${form.id}, version ${form.version}), åren ${writeYears(form.years)}.`,
    ...(ties > 0 ? [`${String(ties)} av dem delar sista platsen och är tagna med.`] : []),
    `Skrev ${out}.`,
    ...(hasWho
      ? ['Bladet «Vem är vem» säger vem varje kod står för. Boken omfattas av sekretess.']
      : ['Koderna är fortfarande personuppgifter: filen omfattas av sekretess.']),
  ],
  en: ({ out, form, persons, readers, ties, hasWho }) => [
    `${persons === 1 ? '1 person' : `${String(persons)} persons`}, ${readers === 1 ? 'one reader' : `${String(readers)} readers`}. Form: ${form.title.en} (${form.id}, version ${form.version}), the years ${writeYears(form.years)}.`,
    ...(ties > 0 ? [`${String(ties)} of them tie with the last and are taken along.`] : []),
    `Wrote ${out}.`,
    ...(hasWho
      ? ['The sheet “Who is who” says whom each code stands for. The workbook is under secrecy.']
      : ['The codes are still personal data: the file is under secrecy.']),
  ],
};

interface FilledWords {
  readonly wouldChange: (answers: string) => string;
  readonly changed: (answers: string) => string;
  readonly written: (file: string) => string;
  readonly notFound: (persons: string, codes: string) => string;
  readonly noDifferences: string;
  readonly differences: (answers: string) => string;
}

export const FILLED: Record<Language, FilledWords> = {
  sv: {
    wouldChange: (answers) =>
      `${answers} svar skulle fyllas i eller ändras. Inget är skrivet: ange --out för att skriva.`,
    changed: (answers) =>
      `${answers} svar är ifyllda eller ändrade ur registret. Läsarnas egna svar står kvar.`,
    written: (file) => `Skrev ${file}.`,
    notFound: (persons, codes) => `${persons} finns inte i registret och är orörda: ${codes}.`,
    noDifferences: 'Inget svar skiljer sig från registret.',
    differences: (answers) => `${answers} svar skiljer sig från registret:`,
  },
  en: {
    wouldChange: (answers) =>
      `${answers} answers would be filled in or changed. Nothing is written: give --out to write.`,
    changed: (answers) =>
      `${answers} answers are filled in or changed from the register. The readers’ own stay.`,
    written: (file) => `Wrote ${file}.`,
    notFound: (persons, codes) => `${persons} are not in the register and are left as they are: ${codes}.`,
    noDifferences: 'No answer differs from the register.',
    differences: (answers) => `${answers} answers differ from the register:`,
  },
};

/** Whose file, and who has read it where that is said. */
export function personReader(
  { person, reader }: { readonly person: string; readonly reader: string },
  language: Language,
): string {
  if (reader === '') return person;
  return language === 'sv' ? `${person}, läsare ${reader}` : `${person}, reader ${reader}`;
}

/** A cell that no answer could be read from, told on one line. */
export const UNREAD: Record<Language, (cell: CellProblem & { readonly file: string }) => string> = {
  sv: ({ file, sheet, address, problem }) =>
    `${file}, bladet «${sheet}», ${address}: ${problem.sv} Svaret är räknat som obesvarat.`,
  en: ({ file, sheet, address, problem }) =>
    `${file}, sheet "${sheet}", ${address}: ${problem.en} It is counted as not answered.`,
};

export const FORM_IS_RIGHT: Record<Language, (file: string, form: Form) => string> = {
  sv: (file, { id, version, items, years }) =>
    `${file}: formuläret ${id} version ${version} går att använda: ${String(items.length)} frågor, åren ${writeYears(years)}.`,
  en: (file, { id, version, items, years }) =>
    `${file}: the form ${id} version ${version} can be used: ${String(items.length)} items, the years ${writeYears(years)}.`,
};

export const ALL_ITEMS: Record<Language, string> = {
  sv: 'Alla frågor med alla svar finns i resultatet med --out eller --json.',
  en: 'Every item with every answer is in the result with --out or --json.',
};
