/** The model as the workbook that a file is written from. */
import type {
  CellData,
  ColumnData,
  ErrorData,
  NameData,
  PropertiesData,
  RowData,
  SheetData,
  TableColumnData,
  TableData,
  WorkbookData,
} from 'isu-workbook-file/workbook';
import { lastColumn, lastRow, type Area } from '../model/area.ts';
import { isError, type CellValue } from '../model/cell-value.ts';
import type { DefinedName } from '../model/defined-name.ts';
import { STANDARD_WIDTH, type Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import { charactersOf, rangeOfArea, storedColour } from './areas.ts';
import { writtenChart } from './chart-map.ts';
import { lookOfStyle } from './look-map.ts';
import { writtenPage } from './page-map.ts';
import {
  writtenConditionalFormat,
  writtenFilter,
  writtenHyperlink,
  writtenProtection,
  writtenValidation,
} from './rule-map.ts';

export function dataOf(workbook: Workbook): WorkbookData {
  const { styles, carried, sheets } = workbook;
  return {
    ...carried,
    sheets: sheets.map(sheetData),
    styles: Array.from({ length: styles.size }, (_, number) => lookOfStyle(styles.style(number))),
    names: [
      ...workbook.names.map((name) => nameData(name, null)),
      ...sheets.flatMap(({ names }, i) => names.map((name) => nameData(name, i))),
    ],
    properties: propertiesData(workbook),
    customXml: workbook.customXmlParts.map(({ id, xml }) => ({ id, xml })),
    activeSheet: sheets.indexOf(workbook.activeSheet),
    dateSystem: workbook.dateSystem,
    isStructureProtected: workbook.isStructureProtected,
  };
}

function nameData({ name, formula, comment, visible }: DefinedName, sheet: number | null): NameData {
  return { name, sheet, formula: formula.replace(/^=/, ''), comment, visible };
}

function propertiesData({ properties, customDocumentProperties }: Workbook): PropertiesData {
  const texts = {
    title: properties.title,
    creator: properties.author,
    subject: properties.subject,
    description: properties.comments,
    keywords: properties.keywords,
    category: properties.category,
    lastModifiedBy: properties.lastAuthor,
    manager: properties.manager,
    company: properties.company,
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(properties.revisionNumber > 0 && { revision: properties.revisionNumber }),
    created: properties.creationDate,
    custom: customDocumentProperties.map(({ key, value }) => ({ name: key, value })),
  };
}

const VISIBILITIES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' } as const;

function sheetData(sheet: Sheet): SheetData {
  const { standardWidth } = sheet;
  return {
    name: sheet.name,
    visibility: VISIBILITIES[sheet.visibility],
    tabColour: storedColour(sheet.tabColor),
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    frozen: sheet.frozen,
    selection: rangeOfArea(sheet.selection),
    rowHeight: sheet.standardHeight,
    columnWidth: standardWidth === STANDARD_WIDTH ? null : charactersOf(standardWidth),
    columns: columnsOf(sheet),
    rows: { [Symbol.iterator]: () => rowsOf(sheet) },
    merges: sheet.merges.map(rangeOfArea),
    filter: sheet.filter && writtenFilter(sheet.filter),
    protection: sheet.protection && writtenProtection(sheet.protection),
    conditionalFormats: sheet.conditionalFormats.flatMap((format) => writtenConditionalFormat(format) ?? []),
    validations: sheet.validations.map(writtenValidation),
    hyperlinks: sheet.hyperlinks.map(writtenHyperlink),
    page: writtenPage(sheet.pageLayout),
    charts: sheet.charts.map(writtenChart),
    customProperties: [...sheet.customProperties].map(([name, value]) => ({ name, value })),
    tables: sheet.tables.map(tableData),
    textRanges: [],
  };
}

function columnsOf(sheet: Sheet): ColumnData[] {
  const lines = [...sheet.columns].sort(([a], [b]) => a - b);
  return lines.map(([column, { size, hidden, style }]) => ({
    first: column,
    last: column,
    width: charactersOf(size ?? sheet.standardWidth),
    ...(hidden && { hidden }),
    ...(style !== undefined && { style }),
  }));
}

function* rowsOf(sheet: Sheet): Generator<RowData> {
  const used = sheet.usedArea(false);
  const spills = new Map(
    sheet.spills.map(({ area }) => [`${String(area.row)} ${String(area.column)}`, area]),
  );
  const last = [...sheet.rows.keys()].reduce((most, row) => Math.max(most, row), used ? lastRow(used) : -1);
  for (let row = 0; row <= last; row++) {
    const line = sheet.rows.get(row);
    const cells = used ? cellsOf(sheet, row, used, spills) : [];
    if (cells.length === 0 && !line) continue;
    if (!line) yield { row, cells };
    else {
      const { size, hidden, style } = line;
      yield {
        row,
        ...(size !== undefined && { height: size }),
        ...(hidden && { hidden }),
        ...(style !== undefined && { style }),
        cells,
      };
    }
  }
}

function cellsOf(sheet: Sheet, row: number, used: Area, spills: ReadonlyMap<string, Area>): CellData[] {
  const cells: CellData[] = [];
  for (let column = used.column; column <= lastColumn(used); column++) {
    const value = sheet.value(row, column);
    const formula = sheet.cells.formula(row, column);
    const style = sheet.cells.style(row, column);
    if (formula !== null) {
      const spill = spills.get(`${String(row)} ${String(column)}`);
      cells.push({
        column,
        value: stored(value),
        style,
        formula: formula.slice(1),
        ...(spill && { spill: rangeOfArea(spill) }),
      });
    } else if (value !== null || style !== 0) cells.push({ column, value: stored(value), style });
  }
  return cells;
}

/** A function that has not answered is #N/A in a file, which knows no waiting. */
function stored(value: CellValue): string | number | boolean | ErrorData | null {
  if (!isError(value)) return value;
  return { error: value.error === '#BUSY!' || value.error === '#GETTING_DATA' ? '#N/A' : value.error };
}

function tableData(table: Table): TableData {
  const { area, showTotals } = table;
  const filtered = { ...area, rowCount: area.rowCount - Number(showTotals) };
  return {
    name: table.name,
    range: rangeOfArea(area),
    columns: table.columns.map(({ name }, i) => columnData(table, name, i)),
    hasHeader: table.showHeaders,
    hasTotals: showTotals,
    filter: table.showFilterButton ? writtenFilter({ area: filtered, criteria: table.filter }) : null,
    style: table.style === '' ? null : table.style,
    bandedRows: table.showBandedRows,
    bandedColumns: table.showBandedColumns,
    firstColumn: table.highlightFirstColumn,
    lastColumn: table.highlightLastColumn,
  };
}

function columnData({ sheet, area, showTotals }: Table, name: string, i: number): TableColumnData {
  if (!showTotals) return { name };
  const [row, column] = [lastRow(area), area.column + i];
  const formula = sheet.cells.formula(row, column);
  if (formula !== null) return { name, total: { formula: formula.slice(1) } };
  const label = sheet.value(row, column);
  return typeof label === 'string' ? { name, total: { label } } : { name };
}
