/** Where each person has a sheet: the sheet of answers, which shows the same, a row for each, and is not filled in. */
import { progressOf } from './progress.ts';
import { addressOf, cell, plainSheet, rangeOf, sheetReference } from './review-sheets-cells.ts';
import { answersHead, answerWidths, HEAD_ROWS, OWN_COLUMNS } from './review-sheets-answers.ts';
import { answerFormat, countDiffering, shown, type ReviewDrawing } from './review-sheets-drawing.ts';
import { PERSON_CELLS, personAddresses } from './review-sheets-person.ts';
import type { Review } from './reviews.ts';
import type { ReviewCell, ReviewSheet } from './sheets.ts';

/** @param names of the persons' sheets, in the order of the reviews */
export function mirrorSheet(drawing: ReviewDrawing, names: readonly string[]): ReviewSheet {
  const { set, words } = drawing;
  const { rows: head, heights, merges } = answersHead(drawing);
  const addresses = personAddresses(drawing);
  const last = HEAD_ROWS + Math.max(1, set.reviews.length) - 1;
  const [answered, asked] = [OWN_COLUMNS.answered, OWN_COLUMNS.asked].map(
    (column) => `$${addressOf(HEAD_ROWS, column)}`,
  );
  return plainSheet({
    id: 'answers',
    name: words.names.answers,
    columns: answerWidths(drawing).map((width) => ({ width })),
    rows: [...head, ...set.reviews.map((review, at) => mirrorRow(drawing, review, names[at]!, addresses))],
    heights,
    merges,
    frozen: { rows: HEAD_ROWS, columns: 2 },
    conditions: [
      {
        range: rangeOf(HEAD_ROWS, 0, last, OWN_COLUMNS.asked),
        formula: `${answered!}=${asked!}`,
        look: 'done',
      },
    ],
  });
}

function mirrorRow(
  drawing: ReviewDrawing,
  review: Review,
  name: string,
  addresses: ReadonlyMap<string, string>,
): ReviewCell[] {
  const { set, fields } = drawing;
  const on = sheetReference(name);
  const { answered, asked } = progressOf(set.form, review.answers);
  return [
    cell(review.person, 'locked', { format: 'text' }),
    cell(review.reader, 'locked', { format: 'text' }),
    cell(answered, 'locked', { formula: on + PERSON_CELLS.answered }),
    cell(asked, 'locked', { formula: on + PERSON_CELLS.asked }),
    cell(countDiffering(drawing, review), 'locked', { formula: on + PERSON_CELLS.differs }),
    ...fields.map((field) => {
      const answer = on + addresses.get(field.key)!;
      const { format, wrap } = answerFormat(field);
      return cell(shown(drawing, field, review.answers) ?? '', 'locked', {
        formula: `IF(${answer}="","",${answer})`,
        // A formula in a cell of text would be shown as it is written.
        ...(format && format !== 'text' && { format }),
        ...(wrap && { wrap }),
      });
    }),
  ];
}
