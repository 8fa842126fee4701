/** What the register told of each person when it was last filled in: the facts that answers are held against. */
import { cell, heightOf, plainSheet, rangeOf } from './review-sheets-cells.ts';
import {
  amountWords,
  answerFormat,
  FIRST_FACT_ROW,
  said,
  shown,
  type ReviewDrawing,
} from './review-sheets-drawing.ts';
import type { Field } from './fields.ts';
import { MARKS } from './sheet-marks.ts';
import type { ReviewSheet } from './sheets.ts';

const WIDTH = 16;

export function registerSheet(drawing: ReviewDrawing): ReviewSheet {
  const { set, words, facts } = drawing;
  const questions = facts.map((field, at) => {
    const isFirst = facts[at - 1]?.item !== field.item;
    return isFirst ? `${field.item.number}. ${said(drawing, field.item.question)}` : null;
  });
  const answers = facts.map((field) => factWords(drawing, field));
  return plainSheet({
    id: 'register',
    name: words.names.register,
    columns: [{ width: 26 }, ...facts.map(() => ({ width: WIDTH }))],
    rows: [
      [MARKS.register, ...facts.map(({ key }) => key)].map((key) => cell(key, 'key')),
      [cell(words.registerNote, 'note')],
      [cell(null, 'heading'), ...questions.map((question) => cell(question, 'heading', { wrap: true }))],
      [words.person, ...answers].map((word) => cell(word, 'heading', { wrap: true })),
      ...[...set.register].map(([person, told]) => [
        cell(person, 'locked', { format: 'text' }),
        ...facts.map((field) => cell(shown(drawing, field, told), 'locked', answerFormat(field))),
      ]),
    ],
    merges: questionSpans(facts).map(([first, last]) => rangeOf(2, first, 2, last)),
    heights: {
      2: highest(
        questionSpans(facts, true).map(([first, last]) =>
          heightOf(questions[first - 1]!, (last - first + 1) * WIDTH),
        ),
      ),
      3: highest(answers.map((word) => heightOf(word, WIDTH))),
    },
    frozen: { rows: FIRST_FACT_ROW, columns: 1 },
  });
}

function highest(heights: readonly number[]): number {
  return Math.max(15, ...heights);
}

/** First and last column of each question; of those with several columns unless all are asked for. */
function questionSpans(facts: readonly Field[], all = false): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  facts.forEach((field, at) => {
    if (facts[at - 1]?.item === field.item) spans.at(-1)![1] = at + 1;
    else spans.push([at + 1, at + 1]);
  });
  return all ? spans : spans.filter(([first, last]) => last > first);
}

function factWords(drawing: ReviewDrawing, field: Field): string {
  return field.part === 'mark' ? said(drawing, field.code!.label) : amountWords(drawing, field);
}
