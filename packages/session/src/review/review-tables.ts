/** The tables of a review that stands in a workbook, as a document. */
import { readSettings, succeed, type Language, type Outcome, type ResultDocument } from 'isu-core';
import { analyseReviews, readReviewSheets, reviewDocument, type Form, type ReadSheet } from 'isu-core/review';
import type { ReviewItemChoice, ShownReview, TablesChosen } from './review-messages.ts';

export interface ReviewTables extends Omit<ShownReview, 'document'> {
  readonly document: ResultDocument;
}

/** @param name of the workbook, as the protocol names the source */
export function reviewTables(
  sheets: readonly ReadSheet[],
  chosen: TablesChosen,
  name: string,
  { language, asOf }: { readonly language: Language; readonly asOf: string },
): Outcome<ReviewTables> {
  const read = readReviewSheets(sheets);
  if (!read.ok) return read;
  const { set, problems } = read.value;
  const readers = [...new Set(set.reviews.map(({ reader }) => reader))];
  const reader =
    chosen.reader !== null && readers.includes(chosen.reader) ? chosen.reader : (readers[0] ?? '');
  const { publication, threshold } = chosen;
  const mode = publication ? 'publication' : 'internal';
  const settings = readSettings(
    { protection: { mode, threshold: threshold === null ? undefined : Number(threshold) } },
    asOf,
  );
  if (!settings.ok) return settings;
  const [first, second] = readers;
  const analysis = analyseReviews(set, {
    reader,
    ...(first !== undefined && second !== undefined && { readers: [first, second] }),
    ...(chosen.cross && { cross: [chosen.cross] }),
    protection: settings.value.protection,
  });
  if (!analysis.ok) return analysis;
  const document = reviewDocument(analysis.value, language, { name });
  return succeed({ document, readers, reader, items: itemsOf(set.form, language), unread: problems });
}

/** Free text is held against nothing. */
function itemsOf(form: Form, language: Language): ReviewItemChoice[] {
  return form.items.flatMap(({ id, number, question, kind }) =>
    kind === 'text' ? [] : [{ id, name: `${number}. ${question[language]}` }],
  );
}
