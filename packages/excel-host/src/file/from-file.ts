/** A workbook read from a file, as the model. */
import type {
  ColumnData,
  PropertiesData,
  RowData,
  SheetData,
  TableData,
  WorkbookRead,
} from 'isu-workbook-file/workbook';
import { errorOfText, type CellValue } from '../model/cell-value.ts';
import type { Sheet, Visibility } from '../model/sheet.ts';
import { Table } from '../model/table.ts';
import { Workbook } from '../model/workbook.ts';
import { namespaceOf } from '../model/xml-namespace.ts';
import { areaOfRange, pointsOf, shownColour } from './areas.ts';
import { readChart } from './chart-map.ts';
import { styleOfLook } from './look-map.ts';
import { readPage } from './page-map.ts';
import {
  readConditionalFormat,
  readFilter,
  readHyperlink,
  readProtection,
  readValidation,
} from './rule-map.ts';

export function workbookOf(read: WorkbookRead, name: string, locale: string | undefined): Workbook {
  const workbook = new Workbook(locale);
  workbook.name = name;
  workbook.dateSystem = read.dateSystem;
  workbook.carried = {
    theme: read.theme,
    tableStyles: read.tableStyles,
    defaultTableStyle: read.defaultTableStyle,
  };
  const styles = read.styles.map((look) => workbook.styles.number(styleOfLook(look)));
  const sheets = read.sheets.map((data) => readSheet(workbook.addSheet(data.name), data, styles));
  // A chart may draw cells of a later sheet.
  read.sheets.forEach((data, i) => {
    sheets[i]!.charts = data.charts.map((chart) => readChart(sheets[i]!, chart));
  });
  for (const { name: called, sheet: number, formula, comment, visible } of read.names) {
    const sheet = number === null ? null : (sheets[number] ?? null);
    const named = { name: called, sheet, formula: `=${formula}`, comment, visible, isGone: false };
    (sheet ?? workbook).names.push(named);
  }
  for (const { id, xml } of read.customXml) {
    workbook.customXmlParts.push({ workbook, id, xml, namespaceUri: namespaceIn(xml), isGone: false });
  }
  readProperties(workbook, read.properties);
  const shown = workbook.sheets[read.activeSheet];
  if (shown?.visibility === 'Visible') workbook.activate(shown);
  workbook.isStructureProtected = read.isStructureProtected;
  workbook.isDirty = false;
  return workbook;
}

/** A part that is no XML is kept as it is, and found by no namespace. */
function namespaceIn(xml: string): string {
  try {
    return namespaceOf(xml);
  } catch {
    return '';
  }
}

function readProperties(workbook: Workbook, read: PropertiesData): void {
  const { properties } = workbook;
  const { creator, description, lastModifiedBy, revision, created, custom = [] } = read;
  for (const key of ['title', 'subject', 'keywords', 'category', 'manager', 'company'] as const) {
    properties[key] = read[key] ?? '';
  }
  properties.author = creator ?? '';
  properties.comments = description ?? '';
  properties.lastAuthor = lastModifiedBy ?? '';
  properties.revisionNumber = revision ?? 0;
  properties.creationDate = created ?? properties.creationDate;
  workbook.customDocumentProperties = custom.map(({ name, value }) => ({
    workbook,
    key: name,
    value,
    isGone: false,
  }));
}

const VISIBILITIES: Readonly<Record<SheetData['visibility'], Visibility>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  'very-hidden': 'VeryHidden',
};

/** @param styles style numbers of the file as numbers of the workbook */
function readSheet(sheet: Sheet, data: SheetData, styles: readonly number[]): Sheet {
  sheet.visibility = VISIBILITIES[data.visibility];
  sheet.tabColor = shownColour(data.tabColour);
  sheet.showGridlines = data.showGridlines;
  sheet.showHeadings = data.showHeadings;
  sheet.frozen = { ...data.frozen };
  sheet.selection = areaOfRange(data.selection);
  sheet.standardHeight = data.rowHeight;
  if (data.columnWidth !== null) sheet.standardWidth = pointsOf(data.columnWidth);
  for (const column of data.columns) readColumn(sheet, column, styles);
  for (const row of data.rows) readRow(sheet, row, styles);
  sheet.merges = data.merges.map(areaOfRange);
  sheet.filter = data.filter && readFilter(data.filter);
  sheet.tables = data.tables.map((table) => readTable(sheet, table));
  sheet.validations = data.validations.flatMap(readValidation);
  sheet.conditionalFormats = data.conditionalFormats.map((format) => readConditionalFormat(sheet, format));
  sheet.hyperlinks = data.hyperlinks.map(readHyperlink);
  sheet.protection = data.protection && readProtection(data.protection);
  readPage(sheet.pageLayout, data.page);
  for (const { name, value } of data.customProperties) sheet.customProperties.set(name, value);
  return sheet;
}

function readColumn(
  sheet: Sheet,
  { first, last, width, hidden, style }: ColumnData,
  styles: readonly number[],
): void {
  const look = style === undefined ? 0 : (styles[style] ?? 0);
  for (let column = first; column <= last; column++) {
    const line = sheet.line(sheet.columns, column);
    if (width !== null) line.size = Math.max(0, pointsOf(width));
    if (hidden) line.hidden = true;
    if (look !== 0) line.style = look;
  }
}

function readRow(
  sheet: Sheet,
  { row, height, hidden, style, cells }: RowData,
  styles: readonly number[],
): void {
  if (height !== undefined || hidden || style !== undefined) {
    const line = sheet.line(sheet.rows, row);
    if (height !== undefined) line.size = height;
    if (hidden) line.hidden = true;
    if (style !== undefined) line.style = styles[style] ?? 0;
  }
  for (const cell of cells) {
    const { column, value } = cell;
    if (value !== null) sheet.cells.setValue(row, column, valueOf(value));
    if (cell.formula !== undefined) sheet.cells.setFormula(row, column, `=${cell.formula}`);
    if (cell.spill) sheet.spills.push({ area: areaOfRange(cell.spill) });
    const look = styles[cell.style] ?? 0;
    if (look !== 0) sheet.cells.setStyle(row, column, look);
  }
}

function valueOf(value: RowData['cells'][number]['value']): CellValue {
  if (typeof value !== 'object' || value === null) return value;
  return errorOfText(value.error) ?? errorOfText('#VALUE!');
}

function readTable(sheet: Sheet, data: TableData): Table {
  const table = new Table(sheet, sheet.workbook.nextNumber(), data.name, areaOfRange(data.range));
  table.showHeaders = data.hasHeader;
  table.showTotals = data.hasTotals;
  table.showFilterButton = data.filter !== null;
  if (data.filter) table.filter = readFilter(data.filter).criteria;
  table.columns = data.columns.map(({ name }) => table.newColumn(name));
  table.style = data.style ?? '';
  table.showBandedRows = data.bandedRows;
  table.showBandedColumns = data.bandedColumns;
  table.highlightFirstColumn = data.firstColumn;
  table.highlightLastColumn = data.lastColumn;
  return table;
}
