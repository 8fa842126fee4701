/**
 * A form's answers, laid out flat: each field is one cell a person can fill in, a column of the row layout and a line
 * of the form layout. Sheets, pane, files and tables all speak of fields.
 */
import type { Language } from '../problem.ts';
import type { AmountKind, Code, Form, Item } from './form.ts';

/** What of an item a cell holds. */
export type FieldPart =
  | 'choice' // of an item of kind one: its code
  | 'mark' // of a code in an item of kind several: yes or no
  | 'value' // of the other kinds
  | 'amount'; // beside a code

/** A cell that one fills in. */
export interface Field {
  /** `civil-status:1` is a mark, `civil-status:1#` the amount beside it, `sex` a choice, `age-first` a value. */
  readonly key: string;
  readonly item: Item;
  readonly part: FieldPart;
  /** Of a mark and of an amount. */
  readonly code: Code | null;
  /** What kind of value the cell takes. */
  readonly takes: 'code' | 'yes-no' | 'count' | 'years' | 'money' | 'year' | 'text';
}

/** Whether the file may be silent about it, so that `MISSING` stands for a number; choices have codes for that. */
export function mayBeMissing({ part, takes }: Field): boolean {
  return part === 'value' && takes !== 'text';
}

/** The cells that one fills in for a form, in its order. */
export function fieldsOf(form: Form): readonly Field[] {
  return form.items.flatMap(fieldsOfItem);
}

/** The cells that one fills in for an item: one, or one for each code and one for each amount beside a code. */
export function fieldsOfItem(item: Item): readonly Field[] {
  const amounts = (code: Code): Field[] =>
    code.amount ? [{ key: amountKey(item, code), item, part: 'amount', code, takes: code.amount }] : [];
  if (item.kind === 'one')
    return [
      { key: item.id, item, part: 'choice', code: null, takes: 'code' },
      ...item.codes.flatMap(amounts),
    ];
  if (item.kind === 'several')
    return item.codes.flatMap((code): Field[] => [
      { key: markKey(item, code), item, part: 'mark', code, takes: 'yes-no' },
      ...amounts(code),
    ]);
  return [{ key: item.id, item, part: 'value', code: null, takes: item.kind }];
}

/** Whether a code of an item of kind several is chosen: `housing:1`. */
export function markKey(item: Item, code: Code): string {
  return `${item.id}:${code.code}`;
}

/** Which number or words stand beside the code: `sip:1#`. */
export function amountKey(item: Item, code: Code): string {
  return `${item.id}:${code.code}#`;
}

const AMOUNT_WORDS: Record<AmountKind, Record<Language, string>> = {
  count: { sv: 'antal', en: 'number' },
  money: { sv: 'kronor', en: 'SEK' },
  year: { sv: 'vilket år', en: 'which year' },
  text: { sv: 'vad', en: 'what' },
};

/** What a sentence calls the field: `Fråga 12, Polisen (antal)`. */
export function fieldName({ item, part, code }: Field, language: Language): string {
  const asked = `${language === 'sv' ? 'Fråga' : 'Item'} ${item.number}`;
  if (code === null) return asked;
  const beside = part === 'amount' ? ` (${AMOUNT_WORDS[code.amount!][language]})` : '';
  return `${asked}, ${code.label[language]}${beside}`;
}

export type { AmountKind };
