/**
 * What can be wrong with a file that should be a register, each said with its place and its mend. The sentences begin
 * without the file's name: `readWorkbook` puts it before them, as it does for CSV.
 */
import { distance } from 'fastest-levenshtein';
import { fail } from 'isu-core';
import type { Foreign } from './file-kind.ts';

export function notAWorkbook(what: Foreign) {
  return fail(
    'not-a-workbook',
    `Filen är ${what.sv}, ingen arbetsbok. Välj registret som .xlsx, .xls eller .csv.`,
    `The file is ${what.en}, not a workbook. Choose the register as .xlsx, .xls or .csv.`,
  );
}

export function encryptedWorkbook() {
  return fail(
    'encrypted-workbook',
    'Arbetsboken är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet under Arkiv › Info › Skydda arbetsbok, och spara en kopia.',
    'The workbook is protected by a password. Open it in Excel, remove the password under File › Info › Protect Workbook, and save a copy.',
  );
}

export function damagedWorkbook() {
  return fail(
    'damaged-workbook',
    'Arbetsboken är skadad eller avbruten och kan inte läsas. Exportera eller kopiera den på nytt; om Excel kan öppna den, spara den därifrån som .xlsx.',
    'The workbook is damaged or cut off and cannot be read. Export or copy it again; if Excel can open it, save it from there as .xlsx.',
  );
}

export function noSuchSheet(sheet: string, sheets: readonly string[]) {
  const listed = nearestFirst(sheet, sheets);
  return fail(
    'no-such-sheet',
    `Det finns inget blad ”${sheet}”. Bladen är ${listed.map((name) => `”${name}”`).join(', ')}: ange ett av dem.`,
    `There is no sheet “${sheet}”. The sheets are ${listed.map((name) => `“${name}”`).join(', ')}: name one of them.`,
  );
}

export function noSheetsAtAll(sheet: string) {
  return fail(
    'no-such-sheet',
    `Filen är text och har inga blad, så bladet ”${sheet}” finns inte. Utelämna bladets namn.`,
    `The file is text and has no sheets, so there is no sheet “${sheet}”. Leave the sheet’s name out.`,
  );
}

export function emptyWorkbook(hidden: readonly string[]) {
  const [sv, en] =
    hidden.length === 0
      ? [
          'Välj arbetsboken med registret, eller exportera det på nytt.',
          'Choose the workbook that holds the register, or export it again.',
        ]
      : [
          `Dolda blad med innehåll: ${hidden.map((name) => `”${name}”`).join(', ')}. Ange det som ska läsas.`,
          `Hidden sheets with content: ${hidden.map((name) => `“${name}”`).join(', ')}. Name the one to read.`,
        ];
  return fail(
    'empty-workbook',
    `Inget synligt blad i arbetsboken har något i sina celler. ${sv}`,
    `No visible sheet of the workbook has anything in its cells. ${en}`,
  );
}

export function emptySheet(sheet: string) {
  return fail(
    'empty-workbook',
    `Bladet ”${sheet}” är tomt. Ange det blad som har registret.`,
    `The sheet “${sheet}” is empty. Name the sheet that holds the register.`,
  );
}

export function emptyPage() {
  return fail(
    'empty-workbook',
    'Tabellen på webbsidan är tom. Exportera registret på nytt.',
    'The table of the web page is empty. Export the register again.',
  );
}

function nearestFirst(sheet: string, sheets: readonly string[]): readonly string[] {
  const far = (name: string) => distance(name.toLowerCase(), sheet.toLowerCase());
  return sheets.toSorted((a, b) => far(a) - far(b));
}
