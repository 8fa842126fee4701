/**
 * A sheet for one person and reader, from top to bottom: number, question, answer, number beside, what the register
 * told, how the question is meant. Two columns at the left, hidden, hold the keys of the answers beside them; three at
 * the right work out how each question stands.
 */
import { amountKey, fieldsOfItem, markKey, type Field } from './fields.ts';
import type { Item } from './form.ts';
import { progressOf } from './progress.ts';
import {
  addressOf,
  cell,
  fixedAddress,
  fixedColumn,
  heightOf,
  plainSheet,
  rangeOf,
  rowOf,
} from './review-sheets-cells.ts';
import {
  amountWords,
  answerCell,
  countDiffering,
  said,
  shown,
  stateFormula,
  stateValue,
  takesTheSame,
  validationOf,
  type ReviewDrawing,
} from './review-sheets-drawing.ts';
import type { Review } from './reviews.ts';
import { COLUMN_KEYS, MARKS } from './sheet-marks.ts';
import type { ReviewCell, ReviewSheet } from './sheets.ts';

const COLUMNS = {
  key: 0,
  amountKey: 1,
  number: 2,
  question: 3,
  answer: 4,
  amount: 5,
  register: 6,
  guidance: 7,
  state: 8,
  told: 9,
  toldAmount: 10,
} as const;
const WIDTHS = [4, 4, 6, 48, 26, 16, 18, 54, 4, 4, 4];
const HIDDEN: ReadonlySet<number> = new Set([
  COLUMNS.key,
  COLUMNS.amountKey,
  COLUMNS.state,
  COLUMNS.told,
  COLUMNS.toldAmount,
]);

/** Keys, title, person, reader, progress, differences, heading. */
const HEAD_ROWS = 7;
const PROGRESS_ROW = 4;
const DIFFERS_ROW = 5;

/** Cells of a person's sheet that its own and other sheets refer to. */
export const PERSON_CELLS = {
  answered: fixedAddress(PROGRESS_ROW, COLUMNS.answer),
  asked: fixedAddress(PROGRESS_ROW, COLUMNS.amount),
  differs: fixedAddress(DIFFERS_ROW, COLUMNS.answer),
} as const;

interface Line {
  readonly kind: 'section' | 'item' | 'code';
  readonly item: Item | null;
  readonly number: string | null;
  readonly words: string;
  readonly guidance: string;
  readonly answer: Field | null;
  readonly amount: Field | null;
}

/** The lines of the form in the order in which they stand below the head. */
function linesOf(drawing: ReviewDrawing): readonly Line[] {
  const { form } = drawing.set;
  return form.items.flatMap((item, at) => {
    const section = form.sections.find(({ id }) => id === item.section);
    const isNew = section && form.items[at - 1]?.section !== item.section;
    return [...(isNew ? [sectionLine(said(drawing, section.title))] : []), ...itemLines(drawing, item)];
  });
}

function sectionLine(words: string): Line {
  return { kind: 'section', item: null, number: null, words, guidance: '', answer: null, amount: null };
}

function itemLines(drawing: ReviewDrawing, item: Item): readonly Line[] {
  const fields = new Map(fieldsOfItem(item).map((field) => [field.key, field]));
  const head = {
    kind: 'item' as const,
    item,
    number: item.number,
    words: said(drawing, item.question),
    guidance: said(drawing, item.guidance),
  };
  const ofCode = (words: string, answer: Field | null, amount: Field | null): Line => {
    return { kind: 'code', item, number: null, words, guidance: '', answer, amount };
  };
  const amounts = item.codes.filter(({ amount }) => amount);
  const amountOf = (code: Item['codes'][number]) => fields.get(amountKey(item, code)) ?? null;
  if (item.kind === 'several') {
    const codes = item.codes.map((code) =>
      ofCode(said(drawing, code.label), fields.get(markKey(item, code))!, amountOf(code)),
    );
    return [{ ...head, answer: null, amount: null }, ...codes];
  }
  const [only, ...more] = amounts;
  const answer = fields.get(item.id)!;
  // One number stands beside its answer; of several each says which answer it belongs to.
  if (more.length === 0) return [{ ...head, answer, amount: only ? amountOf(only) : null }];
  return [
    { ...head, answer, amount: null },
    ...amounts.map((code) => ofCode(said(drawing, code.label), null, amountOf(code))),
  ];
}

/** Where each field stands on every person's sheet. */
export function personAddresses(drawing: ReviewDrawing): ReadonlyMap<string, string> {
  return new Map(
    linesOf(drawing).flatMap(({ answer, amount }, at) => [
      ...(answer ? [[answer.key, fixedAddress(HEAD_ROWS + at, COLUMNS.answer)] as const] : []),
      ...(amount ? [[amount.key, fixedAddress(HEAD_ROWS + at, COLUMNS.amount)] as const] : []),
    ]),
  );
}

export function personSheet(drawing: ReviewDrawing, review: Review, name: string): ReviewSheet {
  const lines = linesOf(drawing);
  return plainSheet({
    id: `person:${review.person}${review.reader === '' ? '' : `:${review.reader}`}`,
    name,
    columns: WIDTHS.map((width, column) => (HIDDEN.has(column) ? { width, hidden: true } : { width })),
    rows: [...headRows(drawing, review, HEAD_ROWS + lines.length - 1), ...lineRows(drawing, review, lines)],
    heights: { 1: 24, ...Object.fromEntries(lines.map((line, at) => [HEAD_ROWS + at, lineHeight(line)])) },
    frozen: { rows: HEAD_ROWS, columns: 0 },
    validations: personValidations(drawing, lines),
    conditions: personConditions(lines),
    tab: 'work',
  });
}

/** Notes are small: a line of them is lower and holds more. */
const NOTE = { height: 0.85, width: 1.25 } as const;

function lineHeight({ kind, words, guidance, amount }: Line): number {
  if (kind === 'section') return 21;
  return Math.max(
    18,
    amount?.takes === 'text' ? 30 : 0,
    heightOf(words, WIDTHS[COLUMNS.question]!),
    heightOf(guidance, WIDTHS[COLUMNS.guidance]! * NOTE.width) * NOTE.height,
  );
}

// --- Head --------------------------------------------------------------------------------------------------------------

function headRows(drawing: ReviewDrawing, review: Review, last: number): ReviewCell[][] {
  const { words, set, facts } = drawing;
  const { question, answer, amount } = COLUMNS;
  const states = rangeOf(HEAD_ROWS, COLUMNS.state, last, COLUMNS.state);
  const { answered, asked } = progressOf(set.form, review.answers);
  const differs = [
    [COLUMNS.told, COLUMNS.answer],
    [COLUMNS.toldAmount, COLUMNS.amount],
  ].map(([told, given]) => {
    const [toldAll, givenAll] = [told!, given!].map((column) => rangeOf(HEAD_ROWS, column, last, column));
    return `SUMPRODUCT((${toldAll!}<>"")*(${givenAll!}&""<>${toldAll!}&""))`;
  });
  const key = (text: string) => cell(text, 'key');
  return [
    rowOf({
      [COLUMNS.key]: key(MARKS.person),
      [COLUMNS.amountKey]: key(COLUMN_KEYS.amountKey),
      [answer]: key(COLUMN_KEYS.answer),
      [amount]: key(COLUMN_KEYS.amount),
    }),
    rowOf({
      [COLUMNS.number]: cell(said(drawing, set.form.title), 'title'),
      [COLUMNS.guidance]: cell(words.marking, 'warning'),
    }),
    rowOf({
      [COLUMNS.key]: key(COLUMN_KEYS.code),
      [question]: cell(words.person, 'number'),
      [answer]: cell(review.person, 'locked', { format: 'text' }),
    }),
    rowOf({
      [COLUMNS.key]: key(COLUMN_KEYS.reader),
      [question]: cell(words.reader, 'number'),
      [answer]: cell(review.reader, 'locked', { format: 'text' }),
    }),
    rowOf({
      [question]: cell(words.answeredOf, 'number'),
      [answer]: cell(answered, 'locked', { formula: `SUM(${states})`, format: 'integer' }),
      [amount]: cell(asked, 'locked', { formula: `COUNT(${states})`, format: 'integer' }),
    }),
    rowOf({
      [question]: cell(words.differs, 'number'),
      [answer]: cell(countDiffering(drawing, review), 'locked', {
        ...(facts.length > 0 && { formula: differs.join('+') }),
        format: 'integer',
      }),
    }),
    rowOf(
      Object.fromEntries(
        [words.number, words.question, words.answer, words.amount, words.fromRegister, words.guidance].map(
          (word, at) => [COLUMNS.number + at, cell(word, 'heading')],
        ),
      ),
    ),
  ];
}

// --- Lines -------------------------------------------------------------------------------------------------------------

function lineRows(drawing: ReviewDrawing, review: Review, lines: readonly Line[]): ReviewCell[][] {
  const addresses = personAddresses(drawing);
  const itemRows = new Map(
    lines.flatMap(({ kind, item }, at) => (kind === 'item' ? [[item!.id, HEAD_ROWS + at]] : [])),
  );
  const at = {
    field: (key: string) => addresses.get(key)!,
    state: (id: string) => fixedAddress(itemRows.get(id)!, COLUMNS.state),
  };
  return lines.map((line) => {
    if (line.kind === 'section') return sectionRow(line.words);
    const { item, answer, amount } = line;
    const state = line.kind === 'item' && {
      [COLUMNS.state]: cell(stateValue(drawing.set.form, item!, review.answers), 'locked', {
        formula: stateFormula(drawing, item!, at),
      }),
    };
    return rowOf({
      ...(answer && { [COLUMNS.key]: cell(answer.key, 'key') }),
      ...(amount && { [COLUMNS.amountKey]: cell(amount.key, 'key') }),
      [COLUMNS.number]: cell(line.number, 'number'),
      [COLUMNS.question]: cell(line.words, line.kind === 'item' ? 'question' : 'plain', { wrap: true }),
      ...(answer && { [COLUMNS.answer]: answerCell(drawing, answer, review) }),
      ...(amount && { [COLUMNS.amount]: answerCell(drawing, amount, review) }),
      [COLUMNS.register]: cell(toldWords(drawing, line, review), 'note', { wrap: true }),
      [COLUMNS.guidance]: cell(line.guidance === '' ? null : line.guidance, 'note', { wrap: true }),
      ...state,
      ...(answer && { [COLUMNS.told]: cell(told(drawing, answer, review), 'locked') }),
      ...(amount && { [COLUMNS.toldAmount]: cell(told(drawing, amount, review), 'locked') }),
    });
  });
}

function sectionRow(words: string): ReviewCell[] {
  const across = Array.from({ length: COLUMNS.guidance - COLUMNS.number + 1 }, (_, at) => {
    return [COLUMNS.number + at, cell(at === 0 ? words : null, 'section')] as const;
  });
  return rowOf(Object.fromEntries(across));
}

function told(drawing: ReviewDrawing, field: Field, review: Review): string | number | null {
  return shown(drawing, field, drawing.set.register.get(review.person));
}

/** `Ja · 12`, `46`. */
function toldWords(drawing: ReviewDrawing, { answer, amount }: Line, review: Review): string | null {
  const [said, beside] = [answer, amount].map((field) => field && told(drawing, field, review));
  const parts = [
    ...(said === null || said === undefined ? [] : [String(said)]),
    ...(beside === null || beside === undefined
      ? []
      : [`${amountWords(drawing, amount!).toLowerCase()} ${String(beside)}`]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Lines under each other that take the same have one rule together. */
function personValidations(drawing: ReviewDrawing, lines: readonly Line[]): ReviewSheet['validations'] {
  const rules: { first: number; last: number; column: number; field: Field }[] = [];
  for (const [part, column] of [
    ['answer', COLUMNS.answer],
    ['amount', COLUMNS.amount],
  ] as const) {
    for (const [at, line] of lines.entries()) {
      const field = line[part];
      if (!field) continue;
      const row = HEAD_ROWS + at;
      const above = rules.at(-1);
      const goesOn = above?.column === column && above.last === row - 1 && takesTheSame(above.field, field);
      if (goesOn) above.last = row;
      else rules.push({ first: row, last: row, column, field });
    }
  }
  return rules.map(({ first, last, column, field }) => {
    const range = rangeOf(first, column, last, column);
    return { range, rule: validationOf(drawing, field, false, range) };
  });
}

// --- Looks that come and go ----------------------------------------------------------------------------------------------

function personConditions(lines: readonly Line[]): ReviewSheet['conditions'] {
  const rows = lines.map((line, at) => ({ ...line, row: HEAD_ROWS + at }));
  const greyed = rows
    .filter(({ kind, item }) => kind === 'item' && item!.asked)
    .map(({ item, row }) => {
      const last = rows.filter((line) => line.item === item).at(-1)!.row;
      return {
        range: rangeOf(row, COLUMNS.number, last, COLUMNS.guidance),
        formula: `${fixedAddress(row, COLUMNS.state)}=""`,
        look: 'greyed' as const,
      };
    });
  const last = HEAD_ROWS + lines.length - 1;
  const differs = (
    [
      [COLUMNS.answer, COLUMNS.told],
      [COLUMNS.amount, COLUMNS.toldAmount],
    ] as const
  ).map(([given, told]) => {
    const [is, was] = [given, told].map((column) => fixedColumn(HEAD_ROWS, column));
    return {
      range: rangeOf(HEAD_ROWS, given, last, given),
      formula: `AND(${was!}<>"",${is!}&""<>${was!}&"")`,
      look: 'differs' as const,
    };
  });
  return [
    ...greyed,
    ...differs,
    {
      range: addressOf(PROGRESS_ROW, COLUMNS.answer),
      formula: `${PERSON_CELLS.answered}=${PERSON_CELLS.asked}`,
      look: 'done',
    },
  ];
}
