/** The sheets that answers lean on: the form itself, the words of the lists, and who is who. */
import { formSheetRows, type FormSheetRow } from './form-sheet.ts';
import type { Form } from './form.ts';
import type { Language } from '../problem.ts';
import { cell, heightOf, plainSheet } from './review-sheets-cells.ts';
import { FIRST_CODE_ROW, said, type ReviewDrawing } from './review-sheets-drawing.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import { COLUMN_KEYS, MARKS } from './sheet-marks.ts';
import type { ReviewCell, ReviewSheet } from './sheets.ts';

/** Pseudonym and the personal identity number that it stands for. */
export interface WhoIsWho {
  readonly code: string;
  readonly person: string;
}

const WIDEST = 44;
const NARROWEST = 9;

/** The form as a sheet that a municipality can change. It goes with every review, so that its version does. */
export function formSheet(form: Form, language: Language): ReviewSheet {
  const rows = formSheetRows(form, language);
  const width = Math.max(...rows.map(({ length }) => length));
  // The row of column names is the first that is as wide as the widest.
  const head = rows.findIndex(({ length }) => length === width);
  const widths = formWidths(rows, head, width);
  const heightsOf = (row: (typeof rows)[number]) =>
    row.map((value, column) => heightOf(String(value ?? ''), widths[column]!));
  return plainSheet({
    id: 'form',
    name: SHEET_WORDS[language].names.form,
    columns: widths.map((each) => ({ width: each })),
    rows: rows.map((row, at) => row.map((value, column) => formCell(value, at - head, at, column))),
    heights: Object.fromEntries(
      rows.slice(head).map((row, at) => [head + at, Math.max(15, ...heightsOf(row))]),
    ),
    frozen: { rows: 0, columns: 2 },
    repeated: { first: head, last: head },
    isProtected: false,
  });
}

/** Columns as wide as their words, within bounds; the first holds the names of what is said about the form too. */
function formWidths(rows: readonly FormSheetRow[], head: number, width: number): number[] {
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.slice(column === 0 ? 1 : head).map((row) => String(row[column] ?? ''));
    return Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(({ length }) => length + 2)));
  });
}

/** @param below the heading: negative is above it */
function formCell(value: string | number | null, below: number, row: number, column: number): ReviewCell {
  if (row === 0) return cell(value, 'key');
  if (below === 0) return cell(value, 'heading', { wrap: true });
  if (below > 0) {
    // Numbers of questions and codes are words: `1` stands where `2a` does.
    return cell(value === null ? null : String(value), 'input', { format: 'text', wrap: true });
  }
  if (column === 0) return cell(value, 'number');
  // What is longer than its column goes on over the next.
  return cell(value, value === null || column > 2 ? 'plain' : 'input', { format: 'text' });
}

export function codesSheet(drawing: ReviewDrawing): ReviewSheet {
  const { set, words, listColumns } = drawing;
  const items = set.form.items.filter(({ id }) => listColumns.has(id));
  const longest = Math.max(0, ...items.map(({ codes }) => codes.length));
  return plainSheet({
    id: 'codes',
    name: words.names.codes,
    columns: [{ width: 4 }, ...items.map(() => ({ width: 28 }))],
    rows: [
      [MARKS.codes, ...items.map(({ id }) => id)].map((key) => cell(key, 'key')),
      [cell(words.codesNote, 'note')],
      [cell(null, 'number'), ...items.map(({ number }) => cell(number, 'number'))],
      [
        cell(null, 'heading'),
        ...items.map(({ question }) => cell(said(drawing, question), 'heading', { wrap: true })),
      ],
      ...Array.from({ length: longest }, (_, at) => [
        cell(null, 'plain'),
        ...items.map(({ codes }) => {
          const code = codes[at];
          return cell(code ? said(drawing, code.label) : null, 'plain', { format: 'text', wrap: true });
        }),
      ]),
    ],
    frozen: { rows: FIRST_CODE_ROW, columns: 0 },
    isHidden: true,
  });
}

export function whoSheet({ words }: ReviewDrawing, who: readonly WhoIsWho[]): ReviewSheet {
  const text = { format: 'text' } as const;
  return plainSheet({
    id: 'who',
    name: words.names.who,
    columns: [{ width: 26 }, { width: 26 }],
    rows: [
      [MARKS.who, COLUMN_KEYS.identity].map((key) => cell(key, 'key')),
      [cell(words.marking, 'warning')],
      ...words.whoNote.map((note) => [cell(note, 'note')]),
      [words.code, words.identity].map((word) => cell(word, 'heading')),
      ...who.map(({ code, person }) => [cell(code, 'locked', text), cell(person, 'locked', text)]),
      ...Array.from({ length: SPARE_ROWS }, () => [cell(null, 'input', text), cell(null, 'input', text)]),
    ],
    frozen: { rows: 3 + words.whoNote.length, columns: 0 },
    tab: 'secret',
    landscape: false,
  });
}

/** For persons that are added by hand. */
const SPARE_ROWS = 10;
