/** A review's workbook as its reader has it: what stands in it, and an answer written in its cell. */
import { readFileSync, writeFileSync } from 'node:fs';
import { answerPlace, readReviewSheets, type ReviewSet } from 'isu-core/review';
import { readSheets } from 'isu-workbook-file/review';
import { readXlsx, writeXlsx } from 'isu-workbook-file/workbook';

export function bookAt(file: string) {
  const sheets = readSheets(readFileSync(file));
  if (!sheets.ok) throw new Error(sheets.problem.en);
  const review = readReviewSheets(sheets.value);
  if (!review.ok) throw new Error(review.problem.en);
  return { sheets: sheets.value, ...review.value };
}

export function setAt(file: string): ReviewSet {
  return bookAt(file).set;
}

/** Types a value into a cell, `F7` of a sheet, and saves. */
export function type(file: string, sheet: string, address: string, value: string | number | null): void {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const column = [...letters!].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  const book = readXlsx(readFileSync(file))!;
  const changed = [...book.sheets].map((data) => {
    if (data.name !== sheet) return data;
    const rows = [...data.rows].map((at) => {
      if (at.row !== row) return at;
      const own = at.cells.find((cell) => cell.column === column);
      const cell = { column, style: own?.style ?? 0, value };
      const others = at.cells.filter((other) => other.column !== column);
      return { ...at, cells: [...others, cell].sort((a, b) => a.column - b.column) };
    });
    return { ...data, rows };
  });
  writeFileSync(file, writeXlsx({ ...book, sheets: changed }));
}

/** Answers a field of a person's form, in words as a reader would. */
export function answer(
  file: string,
  person: string,
  reader: string,
  fields: Readonly<Record<string, string | number>>,
) {
  const { places } = bookAt(file);
  for (const [key, value] of Object.entries(fields)) {
    const place = answerPlace(places, person, reader, key)!;
    type(file, place.sheet, place.address, value);
  }
}

/** The code of a person, as the workbook's own sheet says who is who. */
export function codeOf(file: string, person: string): string {
  return bookAt(file).who!.find((who) => who.person === person)!.code;
}
