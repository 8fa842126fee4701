/** What becomes of something written into a cell: number, text, date, formula, error. As if a person had typed it. */
import { isTextFormat, parseValue } from 'numfmt';
import { errorOfText, LONGEST_TEXT, type CellValue } from './cell-value.ts';
import { Fault } from './fault.ts';
import type { Locale } from './locale.ts';

export interface Entry {
  readonly value: CellValue;
  readonly formula: string | null;
  /** The format that what was written brings along, as a typed date does. */
  readonly numberFormat: string | null;
}

const NOTHING: Entry = { value: null, formula: null, numberFormat: null };

/** Most characters of a formula. */
const LONGEST_FORMULA = 8_192;

export function entryOf(written: unknown, numberFormat: string, locale: Locale): Entry {
  if (typeof written === 'number') return numberEntry(written);
  if (typeof written === 'boolean') return { ...NOTHING, value: written };
  if (typeof written === 'string') return textEntry(written, numberFormat, locale);
  throw new Fault('InvalidArgument', `a cell cannot hold ${describe(written)}`);
}

function numberEntry(written: number): Entry {
  if (!Number.isFinite(written)) throw new Fault('InvalidArgument', 'a cell cannot hold NaN or infinity');
  return { ...NOTHING, value: written };
}

function textEntry(written: string, numberFormat: string, locale: Locale): Entry {
  if (written === '') return NOTHING;
  if (written.startsWith('=')) return formulaEntry(written, numberFormat);
  if (written.length > LONGEST_TEXT) {
    throw new Fault(
      'InvalidArgument',
      `${String(written.length)} characters in a cell; ${String(LONGEST_TEXT)} fit`,
    );
  }
  if (written.startsWith("'")) return { ...NOTHING, value: written.slice(1) };
  if (isTextFormat(numberFormat)) return { ...NOTHING, value: written };
  const error = errorOfText(written);
  if (error) return { ...NOTHING, value: error };
  const parsed = mayBeANumber(written) ? parseValue(written, { locale: locale.name }) : null;
  if (parsed) return { ...NOTHING, value: parsed.v, numberFormat: parsed.z ?? null };
  if (/^[+-]\s*[\p{L}\d(.]/u.test(written)) return formulaEntry(`=${written}`, numberFormat);
  return { ...NOTHING, value: written };
}

/** Spares most texts the parser: a number, date, time or percentage has a digit, and few characters. */
function mayBeANumber(written: string): boolean {
  return written.length < 40 && (/\d/.test(written) || /^(true|false)$/i.test(written));
}

function formulaEntry(written: string, numberFormat: string): Entry {
  if (isTextFormat(numberFormat) || written.length === 1) return { ...NOTHING, value: written };
  if (written.length > LONGEST_FORMULA)
    throw new Fault('InvalidArgument', 'a formula holds 8,192 characters');
  return { ...NOTHING, formula: written };
}

function describe(written: unknown): string {
  return Array.isArray(written) ? 'a list' : typeof written;
}
