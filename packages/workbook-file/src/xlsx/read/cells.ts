/** The rows of a sheet, one by one. Cells are the bulk of a file: they are found by pattern, without a tree of nodes. */
import { columnOf, rangeAt } from '../address.ts';
import { writtenFormula } from '../formula-text.ts';
import type { CellData, RowData } from '../workbook-data.ts';
import { attributesOf, isOn, unescapeXml } from './xml.ts';

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

/** @param xml the sheet's data alone */
export function* readRows(xml: string, strings: readonly string[]): Generator<RowData> {
  let next = 0;
  for (const [, rowText, inside] of xml.matchAll(ROW)) {
    const { r, ht, customHeight, hidden, s, customFormat } = attributesOf(rowText!);
    const row = r === undefined ? next : Number(r) - 1;
    next = row + 1;
    const isOwnHeight = ht !== undefined && (isOn(customHeight) || isOn(hidden));
    const cells: CellData[] = [];
    let nextColumn = 0;
    for (const [, cellText, held] of (inside ?? '').matchAll(CELL)) {
      const cell = readCell(cellText!, held ?? '', nextColumn, strings);
      nextColumn = cell.column + 1;
      cells.push(cell);
    }
    yield {
      row,
      ...(isOwnHeight && { height: Number(ht) }),
      ...(isOn(hidden) && { hidden: true }),
      ...(s !== undefined && isOn(customFormat) && { style: Number(s) }),
      cells,
    };
  }
}

const ADDRESS = /\br="\$?([A-Za-z]{1,3})\$?\d+"/;
const STYLE = /\bs="(\d+)"/;
const TYPE = /\bt="(\w+)"/;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const FORMULA = /<(?:\w+:)?f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;

function readCell(text: string, inside: string, next: number, strings: readonly string[]): CellData {
  const letters = ADDRESS.exec(text)?.[1];
  const column = letters === undefined ? next : columnOf(letters);
  const style = Number(STYLE.exec(text)?.[1] ?? 0);
  const type = TYPE.exec(text)?.[1];
  const value = type === 'inlineStr' ? inlineText(inside) : heldValue(VALUE.exec(inside)?.[1], type, strings);
  const formula = inside.includes('f') ? FORMULA.exec(inside) : null;
  // Of a shared formula the others of its cells have only a number.
  if (!formula?.[2]) return { column, value, style };
  const { t, ref } = attributesOf(formula[1]!);
  const spill = t === 'array' && ref !== undefined ? rangeAt(ref) : null;
  return {
    column,
    value,
    style,
    formula: writtenFormula(unescapeXml(formula[2])),
    ...(spill && { spill }),
  };
}

function inlineText(inside: string): string {
  return [...inside.matchAll(/<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text]) => unescapeXml(text!))
    .join('');
}

function heldValue(
  text: string | undefined,
  type: string | undefined,
  strings: readonly string[],
): CellData['value'] {
  if (text === undefined) return null;
  switch (type) {
    case 's':
      return strings[Number(text)] ?? null;
    case 'str':
      return unescapeXml(text);
    case 'b':
      return text === '1';
    case 'e':
      return { error: unescapeXml(text) };
    case 'd':
      return dayOf(text);
    case undefined:
    default:
      return Number(text);
  }
}

/** A day written out (ISO 8601), as a serial number. */
function dayOf(text: string): number | string {
  const time = Date.parse(/T/.test(text) && !/Z$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
}
