/** The sheets that answers lean on: the form itself, the words of the lists, and who is who. */
import { formSheetRows } from './form-sheet.ts';
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
  const widths = Array.from({ length: width }, (_, column) => {
    const texts = rows.slice(head).map((row) => String(row[column] ?? ''));
    return Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(({ length }) => length + 2)));
  });
  return plainSheet({
    id: 'form',
    name: SHEET_WORDS[language].names.form,
    columns: widths.map((each) => ({ width: each })),
    rows: rows.map((row, at) => row.map((value) => formCell(value, at, head))),
    heights: Object.fromEntries(
      rows
        .slice(head)
        .map((row, at) => [
          head + at,
          Math.max(15, ...row.map((value, column) => heightOf(String(value ?? ''), widths[column]!))),
        ]),
    ),
    frozen: { rows: 0, columns: 2 },
    isProtected: false,
  });
}

function formCell(value: string | number | null, row: number, head: number): ReviewCell {
  if (row === 0) return cell(value, 'key');
  if (row === head) return cell(value, 'heading', { wrap: true });
  // Codes and numbers of questions stay as they are written: `1`, `2a`.
  const format = typeof value === 'string' ? { format: 'text' as const } : {};
  return row < head ? cell(value, 'plain', format) : cell(value, 'input', { ...format, wrap: true });
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
    columns: [{ width: 24 }, { width: 26 }],
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
