/** What every sheet of a review's workbook is drawn from, and the rules that its cells share. */
import type { Language } from '../problem.ts';
import { fieldsOf, markKey, mayBeMissing, type Field } from './fields.ts';
import { itemOf, type Code, type Form, type Item, type Text } from './form.ts';
import { itemState } from './item-state.ts';
import { MISSING_WORDS, showValue, TEXT_LIMIT, VALUE_LIMITS, YES_NO } from './read-value.ts';
import { cell, fixedAddress, fixedRange, sheetReference } from './review-sheets-cells.ts';
import type { Answers, Review, ReviewSet } from './reviews.ts';
import { SHEET_WORDS, type SheetWords } from './sheet-words.ts';
import type { ReviewCell, Validation } from './sheets.ts';

export interface ReviewDrawing {
  readonly set: ReviewSet;
  readonly language: Language;
  readonly layout: ReviewLayout;
  readonly words: SheetWords;
  readonly fields: readonly Field[];
  /** Fields that the register told of anyone. */
  readonly facts: readonly Field[];
  /** Columns of the register's sheet, by their fields' keys. */
  readonly factColumns: ReadonlyMap<string, number>;
  /** Column of the sheet of codes that holds an item's words. */
  readonly listColumns: ReadonlyMap<string, number>;
}

/** `rows`: a row for each person and reader is filled in. `forms`: a sheet for each. */
export type ReviewLayout = 'rows' | 'forms';

/** First row of the words in the sheet of codes: after keys, a note, numbers and questions. */
export const FIRST_CODE_ROW = 4;

/** First row of a person in the register's sheet: after keys, a note, questions and answers. */
export const FIRST_FACT_ROW = 4;

export function reviewDrawing(set: ReviewSet, language: Language, layout: ReviewLayout): ReviewDrawing {
  const fields = fieldsOf(set.form);
  const told = new Set([...set.register.values()].flatMap((answers) => Object.keys(answers)));
  const facts = fields.filter(({ key }) => told.has(key));
  const lists = set.form.items.filter(({ kind }) => kind === 'one');
  return {
    set,
    language,
    layout,
    words: SHEET_WORDS[language],
    fields,
    facts,
    factColumns: new Map(facts.map(({ key }, at) => [key, at + 1])),
    listColumns: new Map(lists.map(({ id }, at) => [id, at + 1])),
  };
}

export function said(drawing: ReviewDrawing, text: Text): string {
  return text[drawing.language];
}

/** What stands in a cell: `null` where nothing does. */
export function shown(
  drawing: ReviewDrawing,
  field: Field,
  answers: Answers | undefined,
): string | number | null {
  return showValue(field, answers?.[field.key], drawing.language);
}

/** A cell to be filled in, as it stands. */
export function answerCell(drawing: ReviewDrawing, field: Field, review: Review | null): ReviewCell {
  const told = review && drawing.set.register.get(review.person)?.[field.key];
  return cell(
    review && shown(drawing, field, review.answers),
    told === undefined || told === null ? 'input' : 'filled',
    answerFormat(field),
  );
}

export function answerFormat({ takes }: Field): Pick<ReviewCell, 'format' | 'wrap'> {
  switch (takes) {
    case 'count':
    case 'years':
      return { format: 'integer' };
    case 'money':
      return { format: 'money' };
    case 'text':
      return { format: 'text', wrap: true };
    case 'code':
    case 'yes-no':
      return { wrap: true };
    case 'year':
      return {};
  }
}

// --- What may be typed ---------------------------------------------------------------------------------------------------

const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;

/** @param range that the rule is for, as `C5:C32` */
export function validationOf(
  drawing: ReviewDrawing,
  field: Field,
  prompts: boolean,
  range: string,
): Validation {
  const { words, language } = drawing;
  const { item, takes } = field;
  const guidance = said(drawing, item.guidance);
  const asked = {
    title: cut(words.item(item.number), LONGEST_TITLE),
    ...(prompts && guidance !== '' && { prompt: cut(guidance, LONGEST_PROMPT) }),
  };
  switch (takes) {
    case 'code':
      return { ...asked, kind: 'list', source: listOf(drawing, item), message: words.listMessage };
    case 'yes-no': {
      const { yes, no } = YES_NO[language];
      return { ...asked, kind: 'list', source: [yes, no], message: words.listMessage };
    }
    case 'text':
      return { ...asked, kind: 'text', most: TEXT_LIMIT, message: words.textMessage(String(TEXT_LIMIT)) };
    case 'count':
    case 'years':
    case 'year':
    case 'money': {
      const { least, most } = VALUE_LIMITS[takes];
      const message = words.wholeMessage(String(least), String(most));
      if (!mayBeMissing(field)) return { ...asked, kind: 'whole', least, most, message };
      const word = MISSING_WORDS[language];
      return {
        ...asked,
        kind: 'whole-or-word',
        least,
        most,
        word,
        formula: wholeOrWord(range.split(':')[0]!, least, most, word),
        message: `${message} ${words.orMissing(word)}`,
      };
    }
  }
}

/** A word fails what is asked of numbers, and a failure within OR is one of the whole: hence IF. */
function wholeOrWord(cell: string, least: number, most: number, word: string): string {
  const isWhole = `AND(${cell}=INT(${cell}),${cell}>=${String(least)},${cell}<=${String(most)})`;
  return `IF(ISNUMBER(${cell}),${isWhole},${cell}="${word}")`;
}

/** Whether one rule does for both. */
export function takesTheSame(one: Field, other: Field): boolean {
  return one.item === other.item && one.takes === other.takes;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** `'Koder'!$B$5:$B$7`. */
function listOf({ listColumns, words }: ReviewDrawing, { id, codes }: Item): string {
  const column = listColumns.get(id)!;
  const last = FIRST_CODE_ROW + codes.length - 1;
  return sheetReference(words.names.codes) + fixedRange(FIRST_CODE_ROW, column, last);
}

// --- How an item stands, as a formula and as what it gives --------------------------------------------------------------------

/** Addresses in one review: of a field's cell, and of the cell that tells how an item stands. */
export interface ReviewAddresses {
  readonly field: (key: string) => string;
  readonly state: (itemId: string) => string;
}

/** Asked and may be left empty: counts neither as answered nor as lacking. */
const OPTIONAL = '-';

/** 1 answered (or said to be missing), 0 not yet, nothing where it is not asked. */
export function stateValue(form: Form, item: Item, answers: Answers): number | string {
  const state = itemState(form, item, answers);
  if (state === 'not-asked') return '';
  if (item.optional) return OPTIONAL;
  return state === 'empty' ? 0 : 1;
}

export function stateFormula(drawing: ReviewDrawing, item: Item, at: ReviewAddresses): string {
  const own = item.optional ? `"${OPTIONAL}"` : `IF(${filledFormula(item, at)},1,0)`;
  if (!item.asked) return own;
  const { asked } = item;
  const on = itemOf(drawing.set.form, asked.item);
  const chosen = on?.codes.filter(({ code }) => asked.codes.includes(code)) ?? [];
  if (!on || chosen.length === 0) return '""';
  const isChosen = anyOf(chosen.map((code) => chosenFormula(drawing, on, code, at)));
  const isAsked = on.asked ? `AND(${at.state(on.id)}<>"",${isChosen})` : isChosen;
  return `IF(${isAsked},${own},"")`;
}

function filledFormula(item: Item, at: ReviewAddresses): string {
  const keys = item.kind === 'several' ? item.codes.map((code) => markKey(item, code)) : [item.id];
  return anyOf(keys.map((key) => `${at.field(key)}<>""`));
}

/** By the words of the list, or by the number that is typed from paper. */
function chosenFormula(drawing: ReviewDrawing, item: Item, code: Code, at: ReviewAddresses): string {
  if (item.kind === 'several') {
    const mark = at.field(markKey(item, code));
    return `${mark}="${YES_NO[drawing.language].yes}",${mark}&""="1"`;
  }
  const answer = at.field(item.id);
  const row = FIRST_CODE_ROW + item.codes.indexOf(code);
  const word =
    sheetReference(drawing.words.names.codes) + fixedAddress(row, drawing.listColumns.get(item.id)!);
  // Excel makes a number of words that look like one.
  return `${answer}&""=${word}&"",${answer}&""="${code.code.replaceAll('"', '""')}"`;
}

/** Each may be several conditions with commas between. */
function anyOf(conditions: readonly string[]): string {
  const all = conditions.join(',');
  return all.includes(',') ? `OR(${all})` : all;
}

/** Fields where the register told something and the answer is another, or none any more. */
export function differsFromRegister(drawing: ReviewDrawing, field: Field, review: Review): boolean {
  const told = drawing.set.register.get(review.person)?.[field.key];
  return told !== undefined && told !== review.answers[field.key];
}

export function countDiffering(drawing: ReviewDrawing, review: Review): number {
  return drawing.facts.filter((field) => differsFromRegister(drawing, field, review)).length;
}

/** The code that a field of amounts stands beside, by its words; of an item without codes its own question. */
export function amountWords(drawing: ReviewDrawing, field: Field): string {
  const { amounts, answer } = drawing.words;
  return field.takes === 'code' || field.takes === 'yes-no' ? answer : amounts[field.takes];
}
