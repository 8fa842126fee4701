/**
 * A field's value as people write it, and as it is shown to them: the words of a code, Ja or Nej, a number with spaces
 * in it. Whatever is shown in either language can be read back.
 */
import { fail, succeed, type Language, type Outcome } from '../problem.ts';
import { fold, foldBare, inLine } from '../register/spelling.ts';
import { fieldName, mayBeMissing, type Field } from './fields.ts';
import type { Code } from './form.ts';
import { MISSING, type FieldValue } from './reviews.ts';

/** What a whole number may be, by what the field takes; both ends included. */
export const VALUE_LIMITS = {
  count: { least: 0, most: 99_999 },
  years: { least: 0, most: 130 },
  year: { least: 1900, most: 2100 },
  money: { least: 0, most: 9_999_999_999 },
} as const;
/** The kinds of number that a cell can take. */
export type NumberTaken = keyof typeof VALUE_LIMITS;

/** Longest text, in characters. */
export const TEXT_LIMIT = 2000;

/** How a mark is written. */
export const YES_NO = { sv: { yes: 'Ja', no: 'Nej' }, en: { yes: 'Yes', no: 'No' } } as const;

/** What stands in the place of a number that the file does not tell. */
export const MISSING_WORDS = { sv: 'Ingen uppgift', en: 'No information' } as const;

/**
 * What a cell says. A code may be written by its words in either language or by its number, words first: where an
 * answer is called `2` in words, a 2 is that answer.
 *
 * @returns undefined of an empty cell, which is no answer; a problem that says what is allowed
 */
export function readValue(
  field: Field,
  value: FieldValue | null | undefined,
): Outcome<FieldValue | undefined> {
  const cell = typeof value === 'string' ? value.trim() : value;
  if (cell === null || cell === undefined || cell === '') return succeed(undefined);
  if (field.takes === 'code') return readCode(field, cell);
  if (field.takes === 'yes-no') return readYesNo(field, cell);
  if (field.takes === 'text') return readText(field, cell);
  return readNumber(field, field.takes, cell);
}

/** What stands in the cell; null where there is no answer. */
export function showValue(
  field: Field,
  value: FieldValue | null | undefined,
  language: Language,
): string | number | null {
  if (value === undefined || value === null) return null;
  if (field.takes === 'code')
    return field.item.codes.find(({ code }) => code === value)?.label[language] ?? String(value);
  if (value === MISSING && mayBeMissing(field)) return MISSING_WORDS[language];
  if (typeof value === 'boolean') return value ? YES_NO[language].yes : YES_NO[language].no;
  return value;
}

// --- Codes ---------------------------------------------------------------------------------------------------------------

function readCode(field: Field, cell: FieldValue): Outcome<FieldValue> {
  const { codes } = field.item;
  // Excel makes TRUE of what is typed as SANT.
  const text = typeof cell === 'boolean' ? YES_NO.sv[cell ? 'yes' : 'no'] : String(cell);
  const found =
    only(codes, ({ label }) => label.sv.trim() === text || label.en.trim() === text) ??
    only(codes, ({ code }) => code === text) ??
    only(codes, (code) => saysTheSame(code, text, fold)) ??
    only(codes, (code) => saysTheSame(code, text, foldBare));
  return found ? succeed(found.code) : notACode(field, text);
}

/** The one code of which it holds; none where it holds of several, for then it is not known which was meant. */
function only(codes: readonly Code[], holds: (code: Code) => boolean): Code | undefined {
  const found = codes.filter(holds);
  return found.length === 1 ? found[0] : undefined;
}

/** Its words, alone or after its number (`1 = Man`). */
function saysTheSame({ code, label }: Code, text: string, folded: (text: string) => string): boolean {
  const said = folded(text);
  return [label.sv, label.en].some((words) => {
    const same = folded(words);
    return said === same || (text.startsWith(code) && said === folded(code) + same);
  });
}

/** More than these are not listed in a sentence. */
const MOST_LISTED = 12;

function notACode(field: Field, text: string) {
  const list = (language: Language, or: string) => {
    const words = field.item.codes.map(({ label }) => `«${label[language]}»`);
    if (words.length > MOST_LISTED) return [...words.slice(0, MOST_LISTED), '…'].join(', ');
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)!}`;
  };
  return fail(
    'review-not-a-code',
    `${fieldName(field, 'sv')}: «${inLine(text)}» är inget av svaren. Välj ${list('sv', 'eller')}.`,
    `${fieldName(field, 'en')}: “${inLine(text)}” is none of the answers. Choose ${list('en', 'or').replace(/«/g, '“').replace(/»/g, '”')}.`,
  );
}

// --- Yes and no ----------------------------------------------------------------------------------------------------------

const YES_WORDS: ReadonlySet<string> = new Set(['ja', 'j', 'yes', 'y', 'x', '1', 'sant', 'true', '✓', '✔']);
const NO_WORDS: ReadonlySet<string> = new Set(['nej', 'n', 'no', '0', 'falskt', 'false']);

function readYesNo(field: Field, cell: FieldValue): Outcome<FieldValue> {
  const word = String(cell).toLowerCase().replace(/[.!]$/, '');
  if (YES_WORDS.has(word)) return succeed(true);
  if (NO_WORDS.has(word)) return succeed(false);
  return fail(
    'review-not-yes-or-no',
    `${fieldName(field, 'sv')}: «${inLine(String(cell))}» är varken ja eller nej. Skriv Ja eller Nej, eller lämna tomt tills frågan är besvarad.`,
    `${fieldName(field, 'en')}: “${inLine(String(cell))}” is neither yes nor no. Write Yes or No, or leave it empty until it is answered.`,
  );
}

// --- Numbers -------------------------------------------------------------------------------------------------------------

const NUMBER_WORDS: Record<NumberTaken, { sv: string; en: string; example: string }> = {
  count: { sv: 'ett helt antal', en: 'a whole number', example: '3' },
  years: { sv: 'hela år', en: 'whole years', example: '46' },
  year: { sv: 'ett årtal', en: 'a calendar year', example: '2021' },
  money: { sv: 'hela kronor', en: 'whole kronor', example: '11359980' },
};

function readNumber(field: Field, takes: NumberTaken, cell: FieldValue): Outcome<FieldValue> {
  if (mayBeMissing(field) && saysMissing(cell)) return succeed(MISSING);
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? wholeIn(cell) : null;
  const { least, most } = VALUE_LIMITS[takes];
  const { sv, en, example } = NUMBER_WORDS[takes];
  if (number === null || !Number.isInteger(number))
    return fail(
      'review-not-a-whole-number',
      `${fieldName(field, 'sv')}: «${inLine(String(cell))}» är inte ${sv}. Skriv bara siffror, t.ex. ${example}${mayBeMissing(field) ? `, eller «${MISSING_WORDS.sv}»` : ''}.`,
      `${fieldName(field, 'en')}: “${inLine(String(cell))}” is not ${en}. Write digits only, e.g. ${example}${mayBeMissing(field) ? `, or “${MISSING_WORDS.en}”` : ''}.`,
    );
  if (number < least || number > most)
    return fail(
      'review-number-out-of-range',
      `${fieldName(field, 'sv')}: ${String(number)} kan inte stämma. Skriv ${sv} från ${String(least)} till ${String(most)}.`,
      `${fieldName(field, 'en')}: ${String(number)} cannot be right. Write ${en} from ${String(least)} to ${String(most)}.`,
    );
  return succeed(number === 0 ? 0 : number); // never −0
}

function saysMissing(cell: FieldValue): boolean {
  if (typeof cell !== 'string') return false;
  const said = fold(cell);
  return said === fold(MISSING) || said === fold(MISSING_WORDS.sv) || said === fold(MISSING_WORDS.en);
}

const GROUPED =
  /^-?(?:\d+|\d{1,3}(?:[ \u00a0\u2009\u202f']\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})$/;
const UNIT = /\s*(?:kr|kronor|sek|st|år|years?|gånger|ggr|times|månader|mån|months?)\.?$/iu;

/** `11 359 980 kr` and `2,0` are whole numbers; `1.000` can be one or a thousand and is neither. */
function wholeIn(text: string): number | null {
  const bare = text
    .replace(UNIT, '')
    .replace(/:-$/, '')
    .replace(/^[−–]/, '-')
    .replace(/[.,]0{1,2}$/, '')
    .trim();
  return GROUPED.test(bare) ? Number(bare.replace(/[^\d-]/g, '')) : null;
}

// --- Words ---------------------------------------------------------------------------------------------------------------

function readText(field: Field, cell: FieldValue): Outcome<FieldValue> {
  const text = typeof cell === 'boolean' ? YES_NO.sv[cell ? 'yes' : 'no'] : String(cell);
  if (text.length <= TEXT_LIMIT) return succeed(text);
  return fail(
    'review-text-too-long',
    `${fieldName(field, 'sv')}: texten är ${String(text.length)} tecken lång. Korta den till högst ${String(TEXT_LIMIT)}.`,
    `${fieldName(field, 'en')}: the text is ${String(text.length)} characters long. Cut it to ${String(TEXT_LIMIT)} at most.`,
  );
}
