/**
 * The sheet of answers that is filled in: a row for each person and reader, a group of columns for each question. The
 * first row, hidden, says what each column holds, so that the sheet can be read however its columns are moved. Columns
 * at the right, hidden, work out how each question stands and where an answer differs from the register.
 */
import { fieldsOfItem, type Field } from './fields.ts';
import type { Item } from './form.ts';
import { progressOf } from './progress.ts';
import {
  addressOf,
  cell,
  fixedColumn,
  fixedRange,
  heightOf,
  plainSheet,
  rangeOf,
  sheetReference,
} from './review-sheets-cells.ts';
import {
  amountWords,
  answerCell,
  countDiffering,
  differsFromRegister,
  FIRST_FACT_ROW,
  said,
  stateFormula,
  stateValue,
  takesTheSame,
  validationOf,
  type ReviewDrawing,
} from './review-sheets-drawing.ts';
import type { Review } from './reviews.ts';
import { COLUMN_KEYS, MARKS } from './sheet-marks.ts';
import type { ReviewCell, ReviewSheet } from './sheets.ts';

/** Keys, sections, numbers, questions, answers. */
export const HEAD_ROWS = 5;
const SECTION_ROW = 1;
const NUMBER_ROW = 2;
const QUESTION_ROW = 3;
const ANSWER_ROW = 4;

export const OWN_COLUMNS = { person: 0, reader: 1, answered: 2, asked: 3, differs: 4 } as const;
const FIRST_FIELD = 5;

/** Prepared for persons that are added by hand. */
const SPARE_ROWS = 10;

export interface AnswerColumns {
  readonly field: ReadonlyMap<string, number>;
  readonly state: ReadonlyMap<string, number>;
  /** Which row of the register's sheet is the person's. */
  readonly registerRow: number;
  readonly differs: ReadonlyMap<string, number>;
}

function answerColumns({ set, fields, facts }: ReviewDrawing): AnswerColumns {
  const firstState = FIRST_FIELD + fields.length;
  const registerRow = firstState + set.form.items.length;
  return {
    field: new Map(fields.map(({ key }, at) => [key, FIRST_FIELD + at])),
    state: new Map(set.form.items.map(({ id }, at) => [id, firstState + at])),
    registerRow,
    differs: new Map(facts.map(({ key }, at) => [key, registerRow + 1 + at])),
  };
}

export function answersSheet(drawing: ReviewDrawing): ReviewSheet {
  const { set, words } = drawing;
  const columns = answerColumns(drawing);
  const { rows: head, heights, merges } = answersHead(drawing);
  const keys = [...head[0]!, ...hiddenKeys(columns)];
  const last = HEAD_ROWS + set.reviews.length + SPARE_ROWS - 1;
  const reviews = [...set.reviews, ...Array.from({ length: SPARE_ROWS }, () => null)];
  return plainSheet({
    id: 'answers',
    name: words.names.answers,
    columns: [
      ...answerWidths(drawing).map((width) => ({ width })),
      ...hiddenKeys(columns).map(() => ({ width: 6, hidden: true as const })),
    ],
    rows: [
      keys,
      ...head.slice(1),
      ...reviews.map((review, at) => answerRow(drawing, columns, review, HEAD_ROWS + at)),
    ],
    heights,
    merges,
    frozen: { rows: HEAD_ROWS, columns: 2 },
    validations: answerValidations(drawing, columns, last),
    conditions: answerConditions(drawing, columns, last),
    tab: 'work',
  });
}

function downFrom(column: number, last: number): string {
  return rangeOf(HEAD_ROWS, column, last, column);
}

// --- Head --------------------------------------------------------------------------------------------------------------

const WIDTHS: Readonly<Record<Exclude<Field['takes'], 'yes-no'>, number>> = {
  code: 24,
  count: 10,
  years: 10,
  year: 10,
  money: 16,
  text: 28,
};
/** A question about one number needs room for its words. */
const NARROWEST_VALUE = 18;
const PERSON_WIDTH = 26;
const OWN_WIDTHS = [PERSON_WIDTH, 9, 13, 7, 11];

function fieldWidth({ language }: ReviewDrawing, { takes, part, code }: Field): number {
  if (takes === 'yes-no') return markWidth(code!.label[language]);
  return part === 'value' ? Math.max(NARROWEST_VALUE, WIDTHS[takes]) : WIDTHS[takes];
}

/** Of a column that takes yes or no: its heading shall not be much higher than wide. */
function markWidth(label: string): number {
  const longest = Math.max(...label.split(/[\s-]/).map((word) => word.length));
  return Math.min(24, Math.max(8, longest + 2, Math.ceil(label.length / 2.6)));
}

export function answerWidths(drawing: ReviewDrawing): number[] {
  return [...OWN_WIDTHS, ...drawing.fields.map((field) => fieldWidth(drawing, field))];
}

interface Head {
  readonly rows: readonly (readonly ReviewCell[])[];
  readonly heights: Readonly<Record<number, number>>;
  readonly merges: readonly string[];
}

/** The head of the sheet of answers, the same in both layouts. */
export function answersHead(drawing: ReviewDrawing): Head {
  const { set, words, fields } = drawing;
  const own = [words.person, words.reader, words.answered, words.asked, words.differs];
  const blank = own.map(() => cell(null, 'heading'));
  const ownKeys = [
    MARKS.answers,
    ...(['reader', 'answered', 'asked', 'differs'] as const).map((key) => COLUMN_KEYS[key]),
  ];
  const groups = set.form.items.map((item) => fieldsOfItem(item));
  const heads = groups.flatMap((group) => group.map((field, at) => headOf(drawing, field, at === 0)));
  const sections = set.form.items.flatMap((item, at) =>
    groups[at]!.map((_, place) => {
      const isFirst = place === 0 && set.form.items[at - 1]?.section !== item.section;
      const title = set.form.sections.find(({ id }) => id === item.section)?.title;
      return cell(isFirst && title ? said(drawing, title) : null, 'section');
    }),
  );
  return {
    rows: [
      [...ownKeys, ...fields.map(({ key }) => key)].map((key) => cell(key, 'key')),
      [cell(words.marking, 'warning'), ...own.slice(1).map(() => cell(null, 'plain')), ...sections],
      [...blank, ...heads.map(({ number }) => number)],
      [...blank, ...heads.map(({ question }) => question)],
      [...own.map((word) => cell(word, 'heading', { wrap: true })), ...heads.map(({ answer }) => answer)],
    ],
    ...headMeasures(drawing, groups),
  };
}

function headOf(drawing: ReviewDrawing, field: Field, isFirst: boolean) {
  const { item, code, part } = field;
  const answer = part === 'mark' ? said(drawing, code!.label) : amountWords(drawing, field);
  const ofCode =
    part === 'amount' && item.kind === 'one' ? `${said(drawing, code!.label)}: ${lower(answer)}` : answer;
  return {
    number: cell(isFirst ? item.number : null, 'number'),
    question: cell(isFirst ? said(drawing, item.question) : null, 'heading', { wrap: true }),
    answer: cell(ofCode, 'heading', { wrap: true }),
  };
}

function lower(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
}

/** Questions stand over all their columns; rows are as high as their highest words. */
function headMeasures(drawing: ReviewDrawing, groups: readonly (readonly Field[])[]) {
  const { words } = drawing;
  const merges: string[] = [];
  let question = 15;
  let answer = Math.max(heightOf(words.answered, OWN_WIDTHS[2]!), heightOf(words.differs, OWN_WIDTHS[4]!));
  let column = FIRST_FIELD;
  for (const group of groups) {
    const width = group.reduce((sum, field) => sum + fieldWidth(drawing, field), 0);
    question = Math.max(question, heightOf(said(drawing, group[0]!.item.question), width));
    for (const field of group) {
      const heading = String(headOf(drawing, field, false).answer.value);
      answer = Math.max(answer, heightOf(heading, fieldWidth(drawing, field)));
    }
    if (group.length > 1) merges.push(rangeOf(QUESTION_ROW, column, QUESTION_ROW, column + group.length - 1));
    column += group.length;
  }
  const heights = { [SECTION_ROW]: 20, [NUMBER_ROW]: 15, [QUESTION_ROW]: question, [ANSWER_ROW]: answer };
  return { merges, heights };
}

function hiddenKeys({ state, differs }: AnswerColumns): ReviewCell[] {
  const keys = [
    ...[...state.keys()].map((id) => `${COLUMN_KEYS.state}${id}`),
    COLUMN_KEYS.registerRow,
    ...[...differs.keys()].map((key) => `${COLUMN_KEYS.differsAt}${key}`),
  ];
  return keys.map((key) => cell(key, 'key'));
}

// --- Rows --------------------------------------------------------------------------------------------------------------

function answerRow(
  drawing: ReviewDrawing,
  columns: AnswerColumns,
  review: Review | null,
  row: number,
): ReviewCell[] {
  const { set, fields, facts } = drawing;
  const at = (column: number) => addressOf(row, column);
  const person = fixedColumn(row, OWN_COLUMNS.person);
  /** Nothing is worked out on a row without a person. */
  const worked = (formula: string, value: (review: Review) => number | string) =>
    cell(review ? value(review) : '', 'locked', { formula: `IF(${person}="","",${formula})` });
  const states = spanOf(columns.state, row);
  const differs = spanOf(columns.differs, row);
  const addresses = {
    field: (key: string) => at(columns.field.get(key)!),
    state: (id: string) => at(columns.state.get(id)!),
  };
  return [
    cell(review?.person ?? null, review ? 'locked' : 'input', { format: 'text' }),
    cell(review?.reader ?? null, review ? 'locked' : 'input', { format: 'text' }),
    worked(`SUM(${states})`, ({ answers }) => progressOf(set.form, answers).answered),
    worked(`COUNT(${states})`, ({ answers }) => progressOf(set.form, answers).asked),
    worked(facts.length > 0 ? `SUM(${differs})` : '0', (known) => countDiffering(drawing, known)),
    ...fields.map((field) => answerCell(drawing, field, review)),
    ...set.form.items.map((item) =>
      worked(stateFormula(drawing, item, addresses), ({ answers }) => stateValue(set.form, item, answers)),
    ),
    registerRowCell(drawing, review, person),
    ...facts.map((field) =>
      differsCell(
        drawing,
        field,
        review,
        at(columns.field.get(field.key)!),
        fixedColumn(row, columns.registerRow),
      ),
    ),
  ];
}

function spanOf(columns: ReadonlyMap<string, number>, row: number): string {
  const all = [...columns.values()];
  return all.length === 0 ? '' : rangeOf(row, all[0]!, row, all.at(-1)!);
}

function registerRowCell(
  { set, words, facts }: ReviewDrawing,
  review: Review | null,
  person: string,
): ReviewCell {
  const persons = [...set.register.keys()];
  if (persons.length === 0 || facts.length === 0) return cell(0, 'locked');
  const known = review ? persons.indexOf(review.person) + 1 : 0;
  const range =
    sheetReference(words.names.register) + fixedRange(FIRST_FACT_ROW, 0, FIRST_FACT_ROW + persons.length - 1);
  return cell(known, 'locked', { formula: `IF(${person}="",0,IFERROR(MATCH(${person},${range},0),0))` });
}

/** 1 where the register told something else than what the cell now holds. */
function differsCell(
  drawing: ReviewDrawing,
  field: Field,
  review: Review | null,
  answer: string,
  registerRow: string,
): ReviewCell {
  const { set, words } = drawing;
  const column = drawing.factColumns.get(field.key)!;
  const range = fixedRange(FIRST_FACT_ROW, column, FIRST_FACT_ROW + set.register.size - 1);
  const told = `INDEX(${sheetReference(words.names.register)}${range},${registerRow})`;
  const value = review && differsFromRegister(drawing, field, review) ? 1 : 0;
  return cell(value, 'locked', {
    formula: `IF(${registerRow}=0,0,IF(OR(${told}="",${answer}&""=${told}&""),0,1))`,
  });
}

/** Columns beside each other that take the same have one rule together. */
function answerValidations(
  drawing: ReviewDrawing,
  columns: AnswerColumns,
  last: number,
): ReviewSheet['validations'] {
  const rules: { first: number; last: number; field: Field }[] = [];
  for (const field of drawing.fields) {
    const column = columns.field.get(field.key)!;
    const before = rules.at(-1);
    if (before && takesTheSame(before.field, field)) before.last = column;
    else rules.push({ first: column, last: column, field });
  }
  return rules.map((rule) => {
    const range = rangeOf(HEAD_ROWS, rule.first, last, rule.last);
    return { range, rule: validationOf(drawing, rule.field, true, range) };
  });
}

// --- Looks that come and go ----------------------------------------------------------------------------------------------

function answerConditions(
  drawing: ReviewDrawing,
  columns: AnswerColumns,
  last: number,
): ReviewSheet['conditions'] {
  const { set, facts } = drawing;
  const first = HEAD_ROWS;
  const person = fixedColumn(first, OWN_COLUMNS.person);
  const [answered, asked] = [OWN_COLUMNS.answered, OWN_COLUMNS.asked].map((column) =>
    fixedColumn(first, column),
  );
  return [
    ...set.form.items
      .filter(({ asked: on }) => on)
      .map((item) => ({
        range: groupRange(item, columns, last),
        formula: `AND(${person}<>"",${fixedColumn(first, columns.state.get(item.id)!)}="")`,
        look: 'greyed' as const,
      })),
    ...facts.map(({ key }) => ({
      range: downFrom(columns.field.get(key)!, last),
      formula: `${fixedColumn(first, columns.differs.get(key)!)}=1`,
      look: 'differs' as const,
    })),
    {
      range: rangeOf(first, OWN_COLUMNS.person, last, OWN_COLUMNS.asked),
      formula: `AND(${person}<>"",${answered!}=${asked!})`,
      look: 'done',
    },
  ];
}

function groupRange(item: Item, columns: AnswerColumns, last: number): string {
  const places = fieldsOfItem(item).map(({ key }) => columns.field.get(key)!);
  return rangeOf(HEAD_ROWS, places[0]!, last, places.at(-1)!);
}
