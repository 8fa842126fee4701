/**
 * The technical cells by which a review's sheets are known, whatever they are called and in whichever order they stand:
 * one mark in the first row of each, and keys over the columns that are not answers. An answer's column has its field's
 * key, which never holds a mark.
 */
export const MARKS = {
  start: 'isu-review:start',
  answers: 'isu-review:answers',
  form: 'isu-review:form',
  codes: 'isu-review:codes',
  register: 'isu-review:register',
  who: 'isu-review:who',
  person: 'isu-review:person',
} as const;

/** Which of a review’s sheets it is. */
export type SheetKind = keyof typeof MARKS;

export const COLUMN_KEYS = {
  reader: 'isu-review:reader',
  answered: 'isu-review:answered',
  asked: 'isu-review:asked',
  differs: 'isu-review:differs',
  state: 'isu-review:state:',
  registerRow: 'isu-review:register-row',
  differsAt: 'isu-review:differs:',
  /** Beside the mark of the first sheet. */
  layout: 'isu-review:layout:',
  language: 'isu-review:language:',
  /** On a person's sheet: the columns of keys and of what they name, and the rows of who and by whom. */
  answer: 'isu-review:answer',
  amountKey: 'isu-review:amount-key',
  amount: 'isu-review:amount',
  code: 'isu-review:code',
  identity: 'isu-review:identity',
} as const;

const OWN = 'isu-review:';

/** Whether a key names something else than an answer. */
export function isOwnKey(key: string): boolean {
  return key.startsWith(OWN);
}
