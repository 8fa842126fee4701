/** What sheets, tables and names may be called in Excel. */
import { areaAt } from './address.ts';
import { Fault } from './fault.ts';

const LONGEST_SHEET_NAME = 31;
const LONGEST_NAME = 255;

/** Microsoft Support, "Rename a worksheet": not blank, 31 characters, none of / \ ? * : [ ], no ' at an end, not History. */
export function checkSheetName(name: string, others: Iterable<string>): void {
  const wrong = wrongInSheetName(name);
  if (wrong !== null) throw new Fault('InvalidArgument', `a sheet cannot be named "${name}": ${wrong}`);
  if (isTaken(name, others)) throw new Fault('ItemAlreadyExists', `a sheet is already named "${name}"`);
}

function wrongInSheetName(name: string): string | null {
  if (typeof name !== 'string' || name.trim() === '') return 'it is blank';
  if (name.length > LONGEST_SHEET_NAME) return `it has more than ${String(LONGEST_SHEET_NAME)} characters`;
  if (/[/\\?*:[\]]/.test(name)) return 'it has one of / \\ ? * : [ ]';
  if (name.startsWith("'") || name.endsWith("'")) return "it begins or ends with '";
  if (name.toLowerCase() === 'history') return 'Excel keeps that name for itself';
  return null;
}

/** Microsoft Support, "Names in formulas": letter, _ or \ first; letters, digits, . and _; unlike a cell; 255 characters. */
export function checkDefinedName(name: string, others: Iterable<string>): void {
  const wrong = wrongInDefinedName(name);
  if (wrong !== null) throw new Fault('InvalidArgument', `"${name}" cannot be a name: ${wrong}`);
  if (isTaken(name, others)) throw new Fault('ItemAlreadyExists', `the name "${name}" is taken`);
}

function wrongInDefinedName(name: string): string | null {
  if (typeof name !== 'string' || name === '') return 'it is empty';
  if (name.length > LONGEST_NAME) return `it has more than ${String(LONGEST_NAME)} characters`;
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) return 'it has other than letters, digits, . and _';
  if (areaAt(name) || /^(r\d*c\d*|[rc])$/i.test(name)) return 'it is the address of a cell';
  return null;
}

export function isTaken(name: string, others: Iterable<string>): boolean {
  const wanted = name.toLowerCase();
  for (const other of others) if (other.toLowerCase() === wanted) return true;
  return false;
}

/** The first of `Base1`, `Base2`, … that is free. */
export function freeName(base: string, taken: readonly string[], first = 1): string {
  for (let n = first; ; n++) if (!isTaken(base + String(n), taken)) return base + String(n);
}
