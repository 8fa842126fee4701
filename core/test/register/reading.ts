/** A register read from a few rows, for tests: settings as a user writes them, the day of the analysis fixed. */
import { readRegister, type Register } from '../../src/register/register.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';
import { readSettings, type Settings } from '../../src/settings.ts';

export const AS_OF = '2026-11-22';

export function settingsOf(given: object = {}): Settings {
  const read = readSettings(given, AS_OF);
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

/** @param rows the first is the header */
export function registerOf(
  rows: readonly (readonly Cell[])[],
  given: object = {},
  dateSystem: 1900 | 1904 = 1900,
): Register {
  const read = readRegister(sheetOf(rows, dateSystem), settingsOf(given));
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

/** The code of the problem that keeps rows from being read. */
export function problemOf(rows: readonly (readonly Cell[])[], given: object = {}) {
  const read = readRegister(sheetOf(rows), settingsOf(given));
  if (read.ok) throw new Error('the rows can be read');
  return read.problem;
}

/** The key of the person of each used row. */
export function personsOf(register: Register): string[] {
  return Array.from(register.person, (p) => register.persons.key(p));
}

/** `row reason` of each excluded row, in order. */
export function excludedOf({ account }: Register): string[] {
  return account.excluded.map(({ row, reason }) => `${String(row)} ${reason}`);
}

/** `row warning` of each warning, in order. */
export function warningsOf({ account }: Register): string[] {
  return account.warnings.map(({ row, warning }) => `${String(row)} ${warning}`);
}
