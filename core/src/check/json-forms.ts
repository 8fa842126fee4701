/** The forms that a printed table takes in JSON, told apart by shape and words alone. */
import type { Kind } from './figure.ts';
import { isGap, numberIn, type RawCell } from './numbers.ts';
import { conceptOf, fold, isMoney, kindSaidBy, roleOf } from './words.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const NAMES = ['print', 'title', 'titel', 'rubrik', 'tabell', 'caption'];
export const WORDS_ABOUT = new Set([
  ...NAMES,
  'note',
  'notes',
  'not',
  'unit',
  'enhet',
  'period',
  'selection',
  'trend',
  'base',
]);
export const LABEL_KEYS =
  /^(groups?|grupp|grupper|labels?|years?|ar|columns?|kolumner|categories|kategorier|header|headers|rubriker)$/;

/** Rows of cells, or records whose keys are the header. */
export function gridIn(value: Json): readonly (readonly RawCell[])[] | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const rows = value as readonly Json[];
  if (rows.every((row) => Array.isArray(row) && (row as readonly Json[]).every(isCell))) {
    const grid = rows as readonly (readonly RawCell[])[];
    return grid.some((row) => row.length > 1) ? grid : null;
  }
  const keys = recordKeysIn(value);
  if (!keys) return null;
  const records = rows as readonly JsonObject[];
  return [keys, ...records.map((row) => keys.map((key) => (row[key] ?? null) as RawCell))];
}

/** The header of a list of records: every key that one of them has. */
export function recordKeysIn(value: Json): readonly string[] | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const rows = value as readonly Json[];
  const areRecords = rows.every((row) => isObject(row) && Object.values(row).every(isCell));
  return areRecords ? [...new Set((rows as readonly JsonObject[]).flatMap((row) => Object.keys(row)))] : null;
}

function isCell(cell: Json): boolean {
  return cell === null || typeof cell !== 'object';
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsIn(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const object = asObject(value);
    return object ? [[key, object] as const] : [];
  });
}

/** An object, or a list of objects that are not rows of one table, by their number. */
export function asObject(value: Json): JsonObject | null {
  if (isObject(value)) return value;
  if (!Array.isArray(value) || value.length === 0 || isRows(value) || gridIn(value)) return null;
  const list = value as readonly Json[];
  return list.every(isObject) ? Object.fromEntries(list.map((one, i) => [String(i), one])) : null;
}

/** Numbers, numbers as text, and gaps; at least one number. */
export function isNumbers(value: Json): value is readonly Json[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.some((cell) => numberIn(cell) !== null) &&
    value.every((cell) => numberIn(cell) !== null || isGap(cell))
  );
}

export function isRows(value: Json): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const rows = value as readonly Json[];
  const isNamedRow = (row: Json) =>
    (Array.isArray(row) &&
      typeof row[0] === 'string' &&
      row.slice(1).some((cell) => numberIn(cell) !== null)) ||
    (isObject(row) && isRecord(row));
  return rows.every((row) => isNamedRow(row));
}

/** Cells by name, among them a text and a number. */
export function isRecord(row: JsonObject): boolean {
  const cells = Object.values(row);
  return (
    cells.every(isCell) &&
    cells.some((cell) => typeof cell === 'string') &&
    cells.some((cell) => numberIn(cell) !== null)
  );
}

export function isColumnNames(key: string, rowsKey: string | undefined): boolean {
  return rowsKey !== undefined && LABEL_KEYS.test(fold(key));
}

export function columnNames(node: JsonObject): readonly string[] {
  const entry = Object.entries(node).find(
    ([key, value]) => LABEL_KEYS.test(fold(key)) && Array.isArray(value),
  );
  return entry ? (entry[1] as readonly Json[]).map(String) : [];
}

export function labelKeyOf(entries: readonly (readonly [string, Json])[]): string | undefined {
  const isLabels = (value: Json): value is readonly Json[] =>
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((cell) => typeof cell === 'string' || typeof cell === 'number');
  const candidates = entries.filter(
    ([key, value]) =>
      isLabels(value) &&
      (LABEL_KEYS.test(fold(key)) ||
        value.some((cell) => typeof cell === 'string' && numberIn(cell) === null && !isGap(cell))),
  );
  const others = (key: string, length: number) =>
    entries.some(
      ([name, value]) =>
        name !== key &&
        ((isNumbers(value) && Math.abs(value.length - length) <= 1) ||
          (isObject(value) && Object.values(value).some((one) => isNumbers(one)))),
    );
  return candidates.find(([key, value]) => others(key, (value as readonly Json[]).length))?.[0];
}

/** Two figures (or three) under a name, of which the second can be the percent of the first. */
export function pairsAmong(
  content: readonly (readonly [string, Json])[],
): readonly (readonly [string, readonly Json[]])[] {
  const candidates = content.flatMap(([key, value]) =>
    isNumbers(value) && (value.length === 2 || value.length === 3) && mayBePair(key, value)
      ? [[key, value] as const]
      : [],
  );
  const plausible = candidates.filter(([, value]) => numberIn(value[1])!.value <= 100);
  return plausible.length * 2 >= candidates.length ? candidates : plausible;
}

export function mayBePair(key: string, value: readonly Json[]): boolean {
  const [first, second] = [numberIn(value[0]), numberIn(value[1])];
  if (!first || !second || first.percent || first.decimals > 0 || first.value < 0 || second.value < 0)
    return false;
  const said = kindSaidBy(key);
  return (
    (said === undefined || said === 'count') &&
    !isMoney(key) &&
    conceptOf(key) !== 'age' &&
    roleOf(key) !== 'mean'
  );
}

/** Nested objects that hold single figures only and look alike, or whose keys say count, percent, mean. */
export function recordsAmong(
  nested: readonly (readonly [string, JsonObject])[],
  name: string,
): readonly (readonly [string, JsonObject])[] {
  const flat = nested.filter(
    ([key, child]) =>
      textUnder(child, NAMES) === '' &&
      !['mean', 'percent'].includes(kindSaidBy(key) ?? '') &&
      Object.keys(child).length > 0 &&
      Object.values(child).every((value) => numberIn(value) !== null || isGap(value)),
  );
  const says = ([, child]: readonly [string, JsonObject]) => {
    const kinds = Object.keys(child).map(kindSaidBy);
    return kinds.includes('count') && (kinds.includes('percent') || kinds.includes('mean'));
  };
  const [first] = flat;
  if (!first) return [];
  const keys = new Set(Object.keys(first[1]));
  const alike = flat.filter(([, child]) => {
    const own = Object.keys(child);
    return own.filter((key) => keys.has(key)).length * 2 >= Math.max(own.length, keys.size);
  });
  const several = alike.length >= 2 && kindSaidBy(name) !== 'mean';
  return several ? alike : flat.filter(says);
}

/** Nested objects of the same shape inside a table, each about its own place. */
export function areasAmong(nested: readonly (readonly [string, JsonObject])[]): Set<string> {
  const shape = ([, child]: readonly [string, JsonObject]) => Object.keys(child).sort().join('|');
  const alike = nested.filter((one) => nested.some((other) => other !== one && shape(one) === shape(other)));
  return new Set(alike.map(([key]) => key));
}

/** What the columns hold, by their headers, else by their order: a count, then its percent, then base or mean. */
export function kindsOfColumns(
  columns: readonly (readonly (number | null)[])[],
  headers: readonly string[],
): readonly Kind[] {
  const said = headers.map((header) => kindSaidBy(header));
  const named = headers.some((header) => header !== '');
  const numbers = (c: number) => columns[c]!.flatMap((value) => value ?? []);
  return columns.map((_, c) => {
    if (said[c]) return said[c];
    if (named || c === 0) return 'count';
    if (c === 1)
      return numbers(1).some((value) => value > 100 || value < 0) && numbers(1).length < 2
        ? 'count'
        : 'percent';
    const wholes = numbers(c).every((value) => Number.isInteger(value));
    const bases = columns[c]!.every((value, i) => value === null || value >= (columns[0]![i] ?? 0));
    return c === 2 && wholes && bases ? 'base' : c === 2 ? 'mean' : 'other';
  });
}

export function hasFigures(node: JsonObject, name: string): boolean {
  const direct = Object.entries(node).some(
    ([key, value]) =>
      !isN(key) &&
      !WORDS_ABOUT.has(fold(key)) &&
      (numberIn(value) !== null || isNumbers(value) || isRows(value)),
  );
  return direct || recordsAmong(objectsIn(node), name).length > 0;
}

export function isN(key: string): boolean {
  return key === 'n' || key === 'N';
}

export function textUnder(node: JsonObject, keys: readonly string[]): string {
  for (const key of keys) {
    const text = node[key];
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return '';
}

export function periodOf(node: JsonObject): readonly [string, string] | null {
  const period = node['period'];
  if (!Array.isArray(period) || period.length !== 2) return null;
  const [from, to] = period as readonly Json[];
  return typeof from === 'string' && typeof to === 'string' ? [from, to] : null;
}
