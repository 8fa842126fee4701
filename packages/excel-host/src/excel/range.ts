/** Excel.Range. */
import {
  areaOf,
  boundingArea,
  cellCount,
  contains,
  intersection,
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  overlaps,
} from '../model/area.ts';
import { cellsGiven, cellsOf, fullAddress, type CellsOf } from '../model/cells-of.ts';
import { copyCells } from '../model/copying.ts';
import { Fault } from '../model/fault.ts';
import { commonOf, writeNumberFormats } from '../model/formatting.ts';
import { findCell, replaceAll } from '../model/finding.ts';
import { edgeOf, extendTo, surroundingRegion } from '../model/regions.ts';
import { clearCells, mergeCells, unmergeCells } from '../model/clearing.ts';
import { removeDuplicates } from '../model/duplicates.ts';
import { deleteCells, insertCells } from '../model/shifting.ts';
import { isHidden, setHidden } from '../model/lines.ts';
import { readFormulas, readGrid, readValues, valueType, writingValues } from '../model/writing.ts';
import { act, answer, describe, give, giveOrNull, part, value, writable } from '../wire/description.ts';
import { oneOf, requireFound, requireWhole } from '../wire/checked.ts';
import { applyNamedStyle } from '../model/named-styles.ts';
import { hyperlinkAt, setHyperlink } from '../model/hyperlinks.ts';
import { cellProperties, setCellProperties } from './cell-properties.ts';

const SHIFT_IN = ['Down', 'Right'] as const;
const SHIFT_OUT = ['Up', 'Left'] as const;

export const range = describe<Excel.Range, CellsOf>(
  'Range',
  {
    conditionalFormats: part('1.6', 'ConditionalFormatCollection', (cells) => cells),
    dataValidation: part('1.8', 'DataValidation', (cells) => cells),
    format: part('1.1', 'RangeFormat', (cells) => cells),
    sort: part('1.2', 'RangeSort', (cells) => cells),
    worksheet: part('1.1', 'Worksheet', ({ sheet }) => sheet),

    address: value('1.1', fullAddress),
    addressLocal: value('1.1', fullAddress),
    // Docs, Range.cellCount: -1 where there are more than 2^31-1.
    cellCount: value('1.1', ({ area }) => (cellCount(area) > 0x7fffffff ? -1 : cellCount(area))),
    columnCount: value('1.1', ({ area }) => area.columnCount),
    columnIndex: value('1.1', ({ area }) => area.column),
    rowCount: value('1.1', ({ area }) => area.rowCount),
    rowIndex: value('1.1', ({ area }) => area.row),
    columnHidden: writable(
      '1.2',
      ({ sheet, area }) => isHidden(sheet.columns, area.column, area.columnCount),
      ({ sheet, area }, hidden) => setHidden(sheet, 'columns', area, hidden),
    ),
    rowHidden: writable(
      '1.2',
      ({ sheet, area }) => isHidden(sheet.rows, area.row, area.rowCount),
      ({ sheet, area }, hidden) => setHidden(sheet, 'rows', area, hidden),
    ),
    hidden: value('1.2', ({ sheet, area }) => {
      const columns = isHidden(sheet.columns, area.column, area.columnCount);
      const rows = isHidden(sheet.rows, area.row, area.rowCount);
      return columns === true || rows === true ? true : columns === null || rows === null ? null : false;
    }),
    formulas: writable(
      '1.1',
      ({ sheet, area }) => readFormulas(sheet, area),
      ({ sheet, area }, formulas) => writingValues(sheet, area, formulas),
    ),
    formulasLocal: writable(
      '1.1',
      ({ sheet, area }) => readFormulas(sheet, area),
      ({ sheet, area }, formulas) => writingValues(sheet, area, formulas),
    ),
    hasSpill: value('1.12', ({ sheet, area }) => {
      const touched = sheet.spills.filter((spill) => overlaps(spill.area, area));
      if (touched.length === 0) return false;
      return touched.some((spill) => contains(spill.area, area)) ? true : null;
    }),
    height: value('1.10', ({ sheet, area }) => sheet.top(area.row + area.rowCount) - sheet.top(area.row)),
    width: value(
      '1.10',
      ({ sheet, area }) => sheet.left(area.column + area.columnCount) - sheet.left(area.column),
    ),
    left: value('1.10', ({ sheet, area }) => sheet.left(area.column)),
    top: value('1.10', ({ sheet, area }) => sheet.top(area.row)),
    hyperlink: writable(
      '1.7',
      ({ sheet, area }) => hyperlinkAt(sheet, area),
      ({ sheet, area }, link) => setHyperlink(sheet, area, link),
    ),
    isEntireColumn: value('1.7', ({ area }) => isEntireColumn(area)),
    isEntireRow: value('1.7', ({ area }) => isEntireRow(area)),
    numberFormat: writable(
      '1.1',
      ({ sheet, area }) => readGrid(area, (row, column) => sheet.style(row, column).numberFormat),
      ({ sheet, area }, formats) => writeNumberFormats(sheet, area, formats),
    ),
    numberFormatLocal: writable(
      '1.7',
      ({ sheet, area }) => readGrid(area, (row, column) => sheet.style(row, column).numberFormat),
      ({ sheet, area }, formats) => writeNumberFormats(sheet, area, formats),
    ),
    style: writable(
      '1.7',
      ({ sheet, area }) => commonOf(sheet, area, ({ named }) => named),
      ({ sheet, area }, name) => applyNamedStyle(sheet, area, name),
    ),
    text: value('1.1', ({ sheet, area }) =>
      readGrid(area, (row, column) => sheet.workbook.shownText(sheet, row, column)),
    ),
    values: writable(
      '1.1',
      ({ sheet, area }) => readValues(sheet, area),
      ({ sheet, area }, values) => writingValues(sheet, area, values),
    ),
    valueTypes: value(
      '1.1',
      ({ sheet, area }) =>
        readGrid(area, (row, column) => valueType(sheet.value(row, column))) as Excel.RangeValueType[][],
    ),

    calculate: act('1.6', ({ sheet }) => sheet.workbook.calculator?.calculate()),
    clear: act('1.1', ({ sheet, area }, applyTo) =>
      clearCells(
        sheet,
        area,
        oneOf('applyTo', applyTo ?? 'All', [
          'All',
          'Formats',
          'Contents',
          'Hyperlinks',
          'RemoveHyperlinks',
          'ResetContents',
        ]),
      ),
    ),
    copyFrom: act('1.9', (target, source, copyType, skipBlanks, transpose) => {
      const from = typeof source === 'string' ? cellsGiven(target.sheet, source) : source;
      if ('areas' in from) throw new Fault('UnsupportedOperation', 'this host copies one area');
      copyCells(from, target, {
        what: oneOf('copyType', copyType ?? 'All', ['All', 'Formulas', 'Values', 'Formats']),
        skipBlanks: skipBlanks ?? false,
        transpose: transpose ?? false,
      });
    }),
    delete: act('1.1', ({ sheet, area }, shift) =>
      deleteCells(sheet, area, oneOf('shift', shift, SHIFT_OUT)),
    ),
    insert: give('1.1', 'Range', ({ sheet, area }, shift) => {
      insertCells(sheet, area, oneOf('shift', shift, SHIFT_IN));
      return cellsOf(sheet, area);
    }),
    find: give('1.9', 'Range', ({ sheet, area }, text, criteria) => findCell(sheet, area, text, criteria)),
    findOrNullObject: giveOrNull('1.9', 'Range', ({ sheet, area }, text, criteria) =>
      findCell(sheet, area, text, criteria),
    ),
    getAbsoluteResizedRange: give('1.7', 'Range', ({ sheet, area }, rows, columns) =>
      cellsOf(sheet, areaOf(area.row, area.column, rows, columns)),
    ),
    getBoundingRect: give('1.1', 'Range', ({ sheet, area }, other) =>
      cellsOf(sheet, boundingArea(area, cellsGiven(sheet, other).area)),
    ),
    getCell: give('1.1', 'Range', ({ sheet, area }, row, column) =>
      cellsOf(
        sheet,
        areaOf(area.row + requireWhole('row', row), area.column + requireWhole('column', column)),
      ),
    ),
    getCellProperties: answer('1.9', (cells, wanted) => cellProperties(cells, wanted)),
    setCellProperties: act('1.9', (cells, properties) => setCellProperties(cells, properties)),
    getColumn: give('1.1', 'Range', ({ sheet, area }, column) => {
      if (requireWhole('column', column, 0) >= area.columnCount) throw new Fault('InvalidArgument');
      return cellsOf(sheet, { ...area, column: area.column + column, columnCount: 1 });
    }),
    getRow: give('1.1', 'Range', ({ sheet, area }, row) => {
      if (requireWhole('row', row, 0) >= area.rowCount) throw new Fault('InvalidArgument');
      return cellsOf(sheet, { ...area, row: area.row + row, rowCount: 1 });
    }),
    // Docs: a negative count gives the lines on the other side, inside the range.
    getColumnsAfter: give('1.2', 'Range', ({ sheet, area }, count = 1) =>
      cellsOf(sheet, {
        ...area,
        column: count > 0 ? lastColumn(area) + 1 : lastColumn(area) + 1 + count,
        columnCount: Math.abs(count),
      }),
    ),
    getColumnsBefore: give('1.2', 'Range', ({ sheet, area }, count = 1) =>
      cellsOf(sheet, {
        ...area,
        column: count > 0 ? area.column - count : area.column,
        columnCount: Math.abs(count),
      }),
    ),
    getRowsAbove: give('1.2', 'Range', ({ sheet, area }, count = 1) =>
      cellsOf(sheet, { ...area, row: count > 0 ? area.row - count : area.row, rowCount: Math.abs(count) }),
    ),
    getRowsBelow: give('1.2', 'Range', ({ sheet, area }, count = 1) =>
      cellsOf(sheet, {
        ...area,
        row: count > 0 ? lastRow(area) + 1 : lastRow(area) + 1 + count,
        rowCount: Math.abs(count),
      }),
    ),
    getEntireColumn: give('1.1', 'Range', ({ sheet, area }) =>
      cellsOf(sheet, { ...area, row: 0, rowCount: MAX_ROWS }),
    ),
    getEntireRow: give('1.1', 'Range', ({ sheet, area }) =>
      cellsOf(sheet, { ...area, column: 0, columnCount: MAX_COLUMNS }),
    ),
    getExtendedRange: give('1.13', 'Range', ({ sheet, area }, direction) =>
      cellsOf(sheet, extendTo(sheet, area, direction)),
    ),
    getRangeEdge: give('1.13', 'Range', ({ sheet, area }, direction) =>
      cellsOf(sheet, edgeOf(sheet, area, direction)),
    ),
    getIntersection: give('1.1', 'Range', (cells, other) => intersectionOf(cells, other)),
    getIntersectionOrNullObject: giveOrNull('1.4', 'Range', (cells, other) => intersectionOf(cells, other)),
    getLastCell: give('1.1', 'Range', ({ sheet, area }) =>
      cellsOf(sheet, areaOf(lastRow(area), lastColumn(area))),
    ),
    getLastColumn: give('1.1', 'Range', ({ sheet, area }) =>
      cellsOf(sheet, { ...area, column: lastColumn(area), columnCount: 1 }),
    ),
    getLastRow: give('1.1', 'Range', ({ sheet, area }) =>
      cellsOf(sheet, { ...area, row: lastRow(area), rowCount: 1 }),
    ),
    getOffsetRange: give('1.1', 'Range', ({ sheet, area }, rows, columns) =>
      cellsOf(sheet, {
        ...area,
        row: area.row + requireWhole('rowOffset', rows),
        column: area.column + requireWhole('columnOffset', columns),
      }),
    ),
    getResizedRange: give('1.2', 'Range', ({ sheet, area }, rows, columns) =>
      cellsOf(sheet, {
        ...area,
        rowCount: area.rowCount + requireWhole('deltaRows', rows),
        columnCount: area.columnCount + requireWhole('deltaColumns', columns),
      }),
    ),
    getSpillParent: give('1.12', 'Range', (cells) => spillParent(cells)),
    getSpillParentOrNullObject: giveOrNull('1.12', 'Range', (cells) => spillParent(cells)),
    getSpillingToRange: give('1.12', 'Range', (cells) => spillingTo(cells)),
    getSpillingToRangeOrNullObject: giveOrNull('1.12', 'Range', (cells) => spillingTo(cells)),
    getSurroundingRegion: give('1.7', 'Range', ({ sheet, area }) =>
      cellsOf(sheet, surroundingRegion(sheet, area)),
    ),
    getTables: give('1.9', 'TableScopedCollection', ({ sheet, area }, fullyContained) => ({
      tables: sheet.tables.filter((table) =>
        fullyContained ? contains(area, table.area) : overlaps(area, table.area),
      ),
    })),
    getUsedRange: give('1.1', 'Range', ({ sheet, area }, valuesOnly) =>
      cellsOf(sheet, requireFound(sheet.usedArea(valuesOnly ?? false, area), 'the range is empty')),
    ),
    getUsedRangeOrNullObject: giveOrNull('1.4', 'Range', ({ sheet, area }, valuesOnly) => {
      const used = sheet.usedArea(valuesOnly ?? false, area);
      return used && cellsOf(sheet, used);
    }),
    merge: act('1.2', ({ sheet, area }, across) => mergeCells(sheet, area, across ?? false)),
    unmerge: act('1.2', ({ sheet, area }) => unmergeCells(sheet, area)),
    removeDuplicates: give('1.9', 'RemoveDuplicatesResult', ({ sheet, area }, columns, includesHeader) =>
      removeDuplicates(sheet, area, columns, includesHeader),
    ),
    replaceAll: answer('1.9', ({ sheet, area }, text, replacement, criteria) =>
      replaceAll(sheet, area, text, replacement, criteria),
    ),
    select: act('1.1', ({ sheet, area }) => sheet.workbook.select(sheet, area)),
  },
  ({ sheet, isGone }) => !sheet.isGone && !isGone,
);

function intersectionOf({ sheet, area }: CellsOf, given: CellsOf | string): CellsOf | null {
  const other = cellsGiven(sheet, given);
  const common = other.sheet === sheet ? intersection(area, other.area) : null;
  return common && cellsOf(sheet, common);
}

function spillParent({ sheet, area }: CellsOf): CellsOf | null {
  const spill = sheet.spills.find((each) => contains(each.area, area));
  return spill ? cellsOf(sheet, areaOf(spill.area.row, spill.area.column)) : null;
}

function spillingTo({ sheet, area }: CellsOf): CellsOf | null {
  const spill = sheet.spills.find((each) => each.area.row === area.row && each.area.column === area.column);
  return spill ? cellsOf(sheet, spill.area) : null;
}

export const removeDuplicatesResult = describe<
  Excel.RemoveDuplicatesResult,
  { readonly removed: number; readonly uniqueRemaining: number }
>('RemoveDuplicatesResult', {
  removed: value('1.9', ({ removed }) => removed),
  uniqueRemaining: value('1.9', ({ uniqueRemaining }) => uniqueRemaining),
});
