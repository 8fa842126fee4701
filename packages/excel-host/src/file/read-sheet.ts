/** One sheet of an .xlsx file into the model. */
import { areaAt, requireArea } from '../model/address.ts';
import { errorOfText, type CellValue } from '../model/cell-value.ts';
import type { Sheet } from '../model/sheet.ts';
import { Table } from '../model/table.ts';
import type { Parts } from './open.ts';
import { isOn } from './read-styles.ts';
import { attributesOf, child, childrenOf, parseXml, unescapeXml, type XmlNode } from './xml.ts';

export interface Shared {
  /** Style numbers of the file as numbers of the workbook. */
  readonly styles: readonly number[];
  readonly strings: readonly string[];
}

/** Characters of Calibri 11 as points: 7 pixels each and 5 to pad, at 96 pixels an inch. */
const POINTS_PER_CHARACTER = 5.25;
const PADDING = 3.75;

export function readSheetPart(sheet: Sheet, path: string, parts: Parts, shared: Shared): void {
  const xml = parts.text(path);
  const at = xml.search(/<(\w+:)?sheetData/);
  const end = xml.search(/<\/(\w+:)?sheetData>/);
  readCells(sheet, end < 0 ? '' : xml.slice(at, end), shared);
  // What is around the cells is small, and read as a tree.
  const around = parseXml(end < 0 ? xml : `${xml.slice(0, at)}${xml.slice(xml.indexOf('>', end) + 1)}`);
  readView(sheet, around);
  readColumns(sheet, around, shared);
  sheet.merges = childrenOf(child(around, 'mergeCells'), 'mergeCell').map(({ attributes }) =>
    requireArea(attributes['ref']!),
  );
  const tab = child(child(around, 'sheetPr'), 'tabColor')?.attributes['rgb'];
  if (tab) sheet.tabColor = `#${tab.slice(-6).toUpperCase()}`;
  for (const { target, type } of parts.relations(path).values()) {
    if (type === 'table') readTable(sheet, parts.text(target));
  }
  readSheetProperties(sheet, around, path, parts);
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function readCells(sheet: Sheet, xml: string, shared: Shared): void {
  let nextRow = 0;
  for (const [, rowText, cells] of xml.matchAll(ROW)) {
    const { r, ht, customHeight, hidden } = attributesOf(rowText!);
    const row = r === undefined ? nextRow : Number(r) - 1;
    nextRow = row + 1;
    if (isOn(hidden) || (ht !== undefined && isOn(customHeight))) {
      const line = sheet.line(sheet.rows, row);
      if (isOn(hidden)) line.hidden = true;
      if (ht !== undefined) line.size = Number(ht);
    }
    let nextColumn = 0;
    for (const [, cellText, inside] of (cells ?? '').matchAll(CELL)) {
      nextColumn = readCell(sheet, row, nextColumn, attributesOf(cellText!), inside ?? '', shared) + 1;
    }
  }
}

function readCell(
  sheet: Sheet,
  row: number,
  next: number,
  { r, s, t }: Record<string, string>,
  inside: string,
  { styles, strings }: Shared,
): number {
  const column = r === undefined ? next : (areaAt(r)?.column ?? next);
  const [, formula] = /<(?:\w+:)?f\b[^>]*?>([\s\S]*?)<\/(?:\w+:)?f>/.exec(inside) ?? [];
  const [, value] = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inside) ?? [];
  const held = t === 'inlineStr' ? inlineText(inside) : valueOf(value, t, strings);
  if (held !== null) sheet.cells.setValue(row, column, held);
  if (formula) sheet.cells.setFormula(row, column, `=${unescapeXml(formula).replaceAll('_xlfn.', '')}`);
  const style = styles[Number(s ?? 0)] ?? 0;
  if (style !== 0) sheet.cells.setStyle(row, column, style);
  return column;
}

function inlineText(inside: string): string {
  return [...inside.matchAll(/<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text]) => unescapeXml(text!))
    .join('');
}

function valueOf(value: string | undefined, type: string | undefined, strings: readonly string[]): CellValue {
  if (value === undefined) return null;
  switch (type) {
    case 's':
      return strings[Number(value)] ?? null;
    case 'str':
      return unescapeXml(value);
    case 'b':
      return value === '1';
    case 'e':
      return errorOfText(value) ?? errorOfText('#VALUE!');
    case undefined:
    default:
      return Number(value);
  }
}

function readView(sheet: Sheet, around: XmlNode): void {
  const view = child(child(around, 'sheetViews'), 'sheetView');
  if (view?.attributes['showGridLines'] === '0') sheet.showGridlines = false;
  const pane = child(view, 'pane')?.attributes;
  if (pane?.['state']?.startsWith('frozen')) {
    sheet.frozen = { rows: Number(pane['ySplit'] ?? 0), columns: Number(pane['xSplit'] ?? 0) };
  }
}

function readColumns(sheet: Sheet, around: XmlNode, { styles }: Shared): void {
  for (const { attributes } of childrenOf(child(around, 'cols'), 'col')) {
    const { min = '1', max = '1', width, hidden, style } = attributes;
    for (let column = Number(min) - 1; column < Number(max); column++) {
      const line = sheet.line(sheet.columns, column);
      if (width !== undefined)
        line.size = Math.max(0, (Number(width) - 5 / 7) * POINTS_PER_CHARACTER + PADDING);
      if (isOn(hidden)) line.hidden = true;
      const look = styles[Number(style ?? 0)] ?? 0;
      if (look !== 0) line.style = look;
    }
  }
}

function readTable(sheet: Sheet, xml: string): void {
  const root = parseXml(xml);
  const { displayName = '', ref = '', headerRowCount, totalsRowCount } = root.attributes;
  const area = areaAt(ref);
  if (!area) return;
  const table = new Table(sheet, sheet.workbook.nextNumber(), displayName, area);
  table.showHeaders = headerRowCount !== '0';
  table.showTotals = totalsRowCount !== undefined && totalsRowCount !== '0';
  table.showFilterButton = child(root, 'autoFilter') !== undefined;
  table.columns = childrenOf(child(root, 'tableColumns'), 'tableColumn').map(({ attributes }) =>
    table.newColumn((attributes['name'] ?? '').replaceAll('_x000a_', '\n')),
  );
  const style = child(root, 'tableStyleInfo')?.attributes;
  table.style = style?.['name'] ?? '';
  table.showBandedRows = isOn(style?.['showRowStripes']);
  table.showBandedColumns = isOn(style?.['showColumnStripes']);
  table.highlightFirstColumn = isOn(style?.['showFirstColumn']);
  table.highlightLastColumn = isOn(style?.['showLastColumn']);
  sheet.tables.push(table);
}

/** A sheet's own properties stand each in a part of UTF-16 text. */
function readSheetProperties(sheet: Sheet, around: XmlNode, path: string, parts: Parts): void {
  const relations = parts.relations(path);
  for (const { attributes } of childrenOf(child(around, 'customProperties'), 'customPr')) {
    const target = relations.get(attributes['id'] ?? '')?.target;
    const bytes = target === undefined ? null : parts.bytes(target);
    if (bytes)
      sheet.customProperties.set(attributes['name'] ?? '', new TextDecoder('utf-16le').decode(bytes));
  }
}
