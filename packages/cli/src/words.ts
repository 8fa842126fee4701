/** What the command line says besides the result: help, progress, and problems of the call and of files. */
import { fail, type Language } from 'isu-core';

export function notFound(name: string) {
  return fail(
    'no-such-file',
    `Filen «${name}» finns inte. Kontrollera sökvägen.`,
    `There is no file "${name}". Check the path.`,
  );
}

export function unreadable(name: string, cause: string) {
  return fail(
    'unreadable-file',
    `Filen «${name}» går inte att läsa (${cause}). Kontrollera att den inte är öppen i ett annat program och att du har rätt att läsa den.`,
    `The file "${name}" cannot be read (${cause}). Check that no other program has it open and that you may read it.`,
  );
}

export function unwritable(name: string, cause: string) {
  return fail(
    'unwritable-file',
    `Det går inte att skriva «${name}» (${cause}). Kontrollera att mappen finns, att du har rätt att skriva där och att filen inte är öppen i Excel.`,
    `"${name}" cannot be written (${cause}). Check that the folder exists, that you may write there, and that the file is not open in Excel.`,
  );
}

export function notJson(name: string, cause: string) {
  return fail(
    'not-json',
    `Filen «${name}» är inte giltig JSON (${cause}). Rätta den och försök igen.`,
    `The file "${name}" is not valid JSON (${cause}). Mend it and try again.`,
  );
}

export function wrongEnding(option: string, name: string, endings: string) {
  return fail(
    'wrong-ending',
    `${option} «${name}» ska sluta på ${endings}.`,
    `${option} "${name}" must end in ${endings}.`,
  );
}

/** The cause that the system gives, in a word. */
export function causeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
}

export const PROGRESS: Record<Language, (percent: number | null, megabytes: number) => string> = {
  sv: (percent, mb) => `Läser … ${percent === null ? `${String(mb)} MB` : `${String(percent)} %`}`,
  en: (percent, mb) => `Reading … ${percent === null ? `${String(mb)} MB` : `${String(percent)}%`}`,
};

export const WORKING: Record<Language, string> = { sv: 'Räknar …', en: 'Counting …' };
export const WRITTEN: Record<Language, (name: string) => string> = {
  sv: (name) => `Skrev ${name}`,
  en: (name) => `Wrote ${name}`,
};
export const AND_MORE: Record<Language, (more: string) => string> = {
  sv: (more) => `… och ${more} till. Alla finns i resultatet med --out eller --json.`,
  en: (more) => `… and ${more} more. All are in the result with --out or --json.`,
};

export const HELP: Record<Language, string> = {
  sv: `isu – individbaserad systematisk uppföljning efter lathunden

Användning
  isu analyse FIL [val]    räkna ut lathunden och tabellerna
  isu check FIL.json       pröva en tryckt tabell mot sig själv
  isu sample [val]         gör ett påhittat register att pröva med

isu analyse FIL
  FIL                .xlsx, .xls eller .csv; - läser CSV från standard in
  --sheet NAMN       blad i arbetsboken (annars det första med innehåll)
  --settings FIL     inställningar i JSON: kolumner, koder, period, ålder, grupper, urval, skydd
  --json FIL|-       skriv resultatet som JSON till fil eller standard ut
  --out FIL.xlsx     skriv resultatet som arbetsbok; en äldre fil ersätts först när den nya är hel
  --encoding NAMN    teckenkodning för CSV, t.ex. windows-1252 (annars avgörs den av innehållet)
  --lang sv|en       språk (svenska om inget anges)
  Utan --json och --out skrivs tabellerna och radredovisningen på standard ut.

isu check FIL.json
  En rad för varje motsägelse, med vad det borde stå.

isu sample
  --out FIL          .xlsx eller .csv; utan --out skrivs CSV på standard ut
  --rows N           så många rader i stället för rapportens 3 465
  --seed N           startvärde för de påhittade personerna

Allmänt
  --help, -h         den här hjälpen
  --version, -v      version
  NO_COLOR=1         inga färger (färger används bara i en terminal)

Slutkoder
  0  klart
  1  filen lästes men ingen rad kunde användas; för check: motsägelser finns
  2  anropet, inställningarna eller filen är fel; felet står på en rad på standard error

Exempel
  isu analyse export.csv --out resultat.xlsx
  isu analyse export.xlsx --sheet Blad1 --settings vuxen.json --json resultat.json
  isu sample --rows 100000 --out prov.csv

Programmet kopplar inte upp sig någonstans. Uppgifterna stannar på datorn.
`,
  en: `isu – individual-based systematic follow-up by the lathund

Usage
  isu analyse FILE [options]   work out the lathund and the tables
  isu check FILE.json          hold a printed table against itself
  isu sample [options]         make up a register to try with

isu analyse FILE
  FILE               .xlsx, .xls or .csv; - reads CSV from standard input
  --sheet NAME       sheet of the workbook (otherwise the first with content)
  --settings FILE    settings in JSON: columns, codes, period, age, groups, selection, protection
  --json FILE|-      write the result as JSON to a file or standard output
  --out FILE.xlsx    write the result as a workbook; an older file is replaced only when the new one is whole
  --encoding NAME    encoding of CSV, e.g. windows-1252 (otherwise told by the content)
  --lang sv|en       language (Swedish unless given)
  Without --json and --out the tables and the row account go to standard output.

isu check FILE.json
  One line for each contradiction, with what it should be.

isu sample
  --out FILE         .xlsx or .csv; without --out, CSV goes to standard output
  --rows N           so many rows instead of the report's 3,465
  --seed N           seed of the made-up persons

General
  --help, -h         this help
  --version, -v      version
  NO_COLOR=1         no colours (colours are used on a terminal only)

Exit codes
  0  done
  1  the file was read, and no row could be used; for check: there are contradictions
  2  the call, the settings or the file is wrong; the fault stands in one line on standard error

Examples
  isu analyse export.csv --out result.xlsx
  isu analyse export.xlsx --sheet Sheet1 --settings adults.json --json result.json
  isu sample --rows 100000 --out try.csv

The program connects nowhere. The data stay on the computer.
`,
};

export const NO_CONTRADICTIONS: Record<Language, string> = {
  sv: 'Inga motsägelser.',
  en: 'No contradictions.',
};
