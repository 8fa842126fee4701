/** What the register told of an item, beside what the reader has answered. */
import type { Language } from 'isu-core';
import { formatNumber } from 'isu-core';
import {
  chosenCodes,
  fieldsOfItem,
  markKey,
  amountKey,
  showValue,
  type Answers,
  type Field,
  type FieldValue,
  type Item,
} from 'isu-core/review';

/** `same`: the answer is the register's; `changed`: the reader has answered otherwise; `null`: it told nothing. */
export type RegisterTold = 'same' | 'changed' | null;

export function registerTold(item: Item, answers: Answers, filled: Answers): RegisterTold {
  const fields = fieldsOfItem(item);
  if (fields.every(({ key }) => filled[key] === undefined)) return null;
  const isSame = fields.every((field) => standsAs(field, answers) === standsAs(field, filled));
  const isAnswered = fields.some(({ key }) => answers[key] !== undefined);
  return isSame && isAnswered ? 'same' : 'changed';
}

/** A mark left empty is no. */
function standsAs({ key, part }: Field, answers: Answers): FieldValue | null {
  return answers[key] ?? (part === 'mark' ? false : null);
}

/** As words: `Polisen (3), Anhörig (1)`. */
export function answerInWords(item: Item, answers: Answers, language: Language, none: string): string {
  if (item.kind !== 'one' && item.kind !== 'several') {
    const [field] = fieldsOfItem(item);
    return shown(field!, answers[item.id], language);
  }
  const fields = fieldsOfItem(item);
  const beside = (key: string) => {
    const field = fields.find((each) => each.key === key);
    const text = field ? shown(field, answers[key], language) : '';
    return text === '' ? '' : ` (${text})`;
  };
  const chosen = chosenCodes(item, answers);
  const isAnswered =
    item.kind === 'several' && item.codes.some((code) => answers[markKey(item, code)] === false);
  if (chosen.length === 0) return isAnswered ? none : '';
  return chosen.map((code) => code.label[language] + beside(amountKey(item, code))).join(', ');
}

/** A number as a person writes it; a year without a space. */
export function shown(field: Field, value: FieldValue | undefined, language: Language): string {
  if (value === undefined) return '';
  if (typeof value === 'number' && field.takes !== 'year') return formatNumber(value, 'integer', language);
  return String(showValue(field, value, language) ?? '');
}
