/** What every sheet of a review's document is made from, and the small things that they share. */
import type { Language } from '../../problem.ts';
import { formatNumber } from '../../document/format.ts';
import type { Field } from '../fields.ts';
import type { Item } from '../form.ts';
import type { ReviewAnalysis } from '../review-analysis.ts';
import type { ShownReview } from '../review-protection.ts';
import type { ShownReviewRow, ShownReviewTable } from '../tables/review-table.ts';
import type { ReviewWords } from '../tables/words.ts';

/** Where the answers came from, as the host knows it. */
export interface ReviewSource {
  /** Of the file or workbook. */
  readonly name: string;
  readonly sheet?: string | null;
  readonly sha256?: string | null;
}

export interface ReviewResult {
  readonly analysis: ReviewAnalysis;
  readonly shown: ShownReview;
  readonly words: ReviewWords;
  readonly language: Language;
  readonly source: ReviewSource;
}

export function integer(n: number, language: Language): string {
  return formatNumber(n, 'integer', language);
}

/** `16. Boende under perioden` */
export function questionOf({ number, question }: Item, language: Language): string {
  return `${number}. ${question[language]}`;
}

/** The question, and which answer the field is of: `16. Boende under perioden: Bostadslös`. */
export function fieldTitle({ item, code }: Field, language: Language): string {
  return code ? joined(questionOf(item, language), code.label[language]) : questionOf(item, language);
}

/** A question and an answer to it. */
export function joined(question: string, answer: string): string {
  return question.endsWith('?') ? `${question} ${answer}` : `${question}: ${answer}`;
}

export interface FoundRow {
  readonly row: ShownReviewRow;
  /** The question it answers, where it stands under one. */
  readonly section: ShownReviewRow | null;
}

/** A row by its key, with the question that it stands under; undefined where the form has no such question. */
export function findRow(table: ShownReviewTable | undefined, key: string): FoundRow | undefined {
  let section: ShownReviewRow | null = null;
  for (const row of table?.rows ?? []) {
    if (row.key === key) return { row, section };
    if (row.kind === 'section') section = row;
  }
  return undefined;
}
