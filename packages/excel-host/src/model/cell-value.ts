/** What a cell holds. `null` is an empty cell; a date is its serial number. */
export type CellValue = number | string | boolean | CellError | null;

export type ErrorCode =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!'
  | '#GETTING_DATA';

/** An error value, with the words that a custom function gave it. */
export interface CellError {
  readonly error: ErrorCode;
  readonly message?: string;
}

const CODES: readonly ErrorCode[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
];

const PLAIN = new Map(CODES.map((code) => [code as string, Object.freeze<CellError>({ error: code })]));

export function cellError(error: ErrorCode, message?: string): CellError {
  return message === undefined ? PLAIN.get(error)! : { error, message };
}

/** The error whose code the text is, so that a written `#N/A` is one, as in Excel. */
export function errorOfText(text: string): CellError | null {
  return text.startsWith('#') ? (PLAIN.get(text.toUpperCase()) ?? null) : null;
}

export function isError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** The value as Office.js gives it: empty cells are `''`, errors their code. */
export function plainValue(value: CellValue): number | string | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** The most characters that a cell holds. */
export const LONGEST_TEXT = 32_767;
