/** A review's workbook as its reader has it: what stands in it, and an answer written in its cell. */
import { readFileSync, writeFileSync } from 'node:fs';
import { answerPlace, readReviewSheets, type ReviewSet } from 'isu-core/review';
import { readSheets } from 'isu-workbook-file/review';
import { columnName, readXlsx, writeXlsx } from 'isu-workbook-file/workbook';

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

/** Answers fields of a person's form, in words as a reader would type them into the cells, and saves. */
export function answer(
  file: string,
  person: string,
  reader: string,
  fields: Readonly<Record<string, string | number>>,
): void {
  const { places } = bookAt(file);
  const typed = new Map(
    Object.entries(fields).map(([key, value]) => {
      const { sheet, address } = answerPlace(places, person, reader, key)!;
      return [`${sheet}!${address}`, value];
    }),
  );
  const book = readXlsx(readFileSync(file))!;
  const sheets = [...book.sheets].map((data) => ({
    ...data,
    rows: [...data.rows].map((at) => ({
      ...at,
      cells: at.cells.map((cell) => {
        const value = typed.get(`${data.name}!${columnName(cell.column)}${String(at.row + 1)}`);
        return value === undefined ? cell : { ...cell, value };
      }),
    })),
  }));
  writeFileSync(file, writeXlsx({ ...book, sheets }));
}

/** The code of a person, as the workbook's own sheet says who is who. */
export function codeOf(file: string, person: string): string {
  return bookAt(file).who!.find((who) => who.person === person)!.code;
}
