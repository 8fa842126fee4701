/** What can be wrong with a CSV file: each problem with its place and the mend, in Swedish and English. */
import { fail, formatNumber, type Problem } from 'isu-core';

export function unclosedQuote(row: number, column: number): Problem {
  return fail(
    'unclosed-quote',
    `Rad ${String(row)}, kolumn ${String(column)}: ett citattecken (") öppnar cellen men stängs aldrig. Stäng det eller ta bort det i filen.`,
    `Row ${String(row)}, column ${String(column)}: a quote (") opens the cell and is never closed. Close it or remove it in the file.`,
  ).problem;
}

export function nulBytes(row: number, column: number): Problem {
  return fail(
    'nul-bytes',
    `Rad ${String(row)}, kolumn ${String(column)}: filen innehåller NUL-tecken och är troligen ingen textfil. Spara om den som CSV i det program den kommer från; är den i UTF-16, ange teckenkodningen utf-16le.`,
    `Row ${String(row)}, column ${String(column)}: the file has NUL bytes and is probably not a text file. Save it as CSV again in the program it comes from; if it is in UTF-16, give the encoding utf-16le.`,
  ).problem;
}

export function tooManyColumns(row: number, count: number, most: number): Problem {
  return fail(
    'too-many-columns',
    `Rad ${String(row)} har ${formatNumber(count, 'integer', 'sv')} kolumner; högst ${formatNumber(most, 'integer', 'sv')} kan läsas, som i Excel. Kontrollera att filen är ett uttag ur ärendesystemet, och ta bort kolumner som inte behövs.`,
    `Row ${String(row)} has ${formatNumber(count, 'integer', 'en')} columns; at most ${formatNumber(most, 'integer', 'en')} can be read, as in Excel. Check that the file is an export from the case system, and remove columns that are not needed.`,
  ).problem;
}

export function rowTooLong(row: number, megabytes: number): Problem {
  return fail(
    'row-too-long',
    `Rad ${String(row)} är längre än ${String(megabytes)} MB. Filen är troligen inte en CSV-fil; exportera den igen.`,
    `Row ${String(row)} is longer than ${String(megabytes)} MB. The file is probably not a CSV file; export it again.`,
  ).problem;
}

export function tooLarge(): Problem {
  return fail(
    'file-too-large',
    'Filen är för stor för datorns minne. Ta bort kolumner som inte behövs, eller dela uttaget i kortare perioder.',
    "The file is too large for the computer's memory. Remove columns that are not needed, or split the export into shorter periods.",
  ).problem;
}

export function emptyFile(): Problem {
  return fail(
    'empty-file',
    'Filen är tom: ingen cell är ifylld. Gör om uttaget ur ärendesystemet.',
    'The file is empty: no cell is filled. Make the export from the case system again.',
  ).problem;
}

/** The browser and Node say by a RangeError that an array is larger than they can give. */
export function withinMemory(work: () => Problem | null): Problem | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return tooLarge();
    throw error;
  }
}
