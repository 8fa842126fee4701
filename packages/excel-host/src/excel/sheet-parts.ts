/** What a sheet carries beside its cells: frozen panes, protection, page layout. */
import {
  areaOf,
  boundingArea,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../model/area.ts';
import { cellsAt, cellsGiven, cellsOf, type AreasOf, type CellsOf } from '../model/cells-of.ts';
import { Fault } from '../model/fault.ts';
import type { HeaderFooterTexts, PageLayout } from '../model/page-layout.ts';
import { NOTHING_ALLOWED } from '../model/protection.ts';
import type { Sheet } from '../model/sheet.ts';
import { checked, requireNumber, requireWhole } from '../wire/checked.ts';
import {
  act,
  describe,
  field,
  give,
  giveOrNull,
  part,
  value,
  writable,
  type Since,
} from '../wire/description.ts';

export const freezePanes = describe<Excel.WorksheetFreezePanes, Sheet>('WorksheetFreezePanes', {
  // Docs: the frozen range goes from the sheet's corner to the end of the given one.
  freezeAt: act('1.7', (sheet, given) => {
    const { area } = cellsGiven(sheet, given);
    const { rowCount, columnCount } = boundingArea(areaOf(0, 0), area);
    sheet.frozen = {
      rows: isEntireColumn(area) ? 0 : rowCount,
      columns: isEntireRow(area) ? 0 : columnCount,
    };
  }),
  freezeColumns: act('1.7', (sheet, count) => {
    sheet.frozen = { rows: 0, columns: requireWhole('count', count ?? 1, 0) };
  }),
  freezeRows: act('1.7', (sheet, count) => {
    sheet.frozen = { rows: requireWhole('count', count ?? 1, 0), columns: 0 };
  }),
  unfreeze: act('1.7', (sheet) => {
    sheet.frozen = { rows: 0, columns: 0 };
  }),
  getLocation: give('1.7', 'Range', frozenCells),
  getLocationOrNullObject: giveOrNull('1.7', 'Range', frozenCells),
});

function frozenCells(sheet: Sheet): CellsOf | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  return cellsOf(sheet, areaOf(0, 0, rows === 0 ? MAX_ROWS : rows, columns === 0 ? MAX_COLUMNS : columns));
}

export const worksheetProtection = describe<Excel.WorksheetProtection, Sheet>('WorksheetProtection', {
  protected: value('1.2', ({ protection }) => protection !== null),
  options: value(
    '1.2',
    ({ protection }) => (protection?.options ?? NOTHING_ALLOWED) as Excel.WorksheetProtectionOptions,
  ),
  protect: act('1.2', (sheet, options, password) => {
    if (sheet.protection) throw new Fault('InvalidOperation', 'the sheet is protected already');
    for (const key of Object.keys(options ?? {})) {
      if (!(key in NOTHING_ALLOWED)) throw new Fault('InvalidArgument', `there is no option "${key}"`);
    }
    sheet.protection = {
      options: { ...NOTHING_ALLOWED, ...(options as Partial<typeof NOTHING_ALLOWED> | undefined) },
      password: password ?? null,
    };
    sheet.workbook.events.emit({ kind: 'protection', sheet, isProtected: true });
  }),
  unprotect: act('1.7', (sheet, password) => {
    if (!sheet.protection) return;
    const { password: right } = sheet.protection;
    if (right !== null && right !== password) throw new Fault('AccessDenied', 'the password is wrong');
    sheet.protection = null;
    sheet.workbook.events.emit({ kind: 'protection', sheet, isProtected: false });
  }),
});

function layoutField<K extends keyof PageLayout, V>(since: Since, key: K, allowed?: readonly V[]) {
  return writable<Sheet, V>(
    since,
    ({ pageLayout }) => pageLayout[key] as unknown as V,
    ({ pageLayout }, value) => {
      pageLayout[key] = checked(key, value, pageLayout[key], allowed) as PageLayout[K];
    },
  );
}

const UNIT_POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

export const pageLayout = describe<Excel.PageLayout, Sheet>('PageLayout', {
  headersFooters: part('1.9', 'HeaderFooterGroup', ({ pageLayout }) => pageLayout.headersFooters),
  orientation: layoutField('1.9', 'orientation', ['Portrait', 'Landscape']),
  paperSize: layoutField('1.9', 'paperSize'),
  topMargin: layoutField('1.9', 'topMargin'),
  bottomMargin: layoutField('1.9', 'bottomMargin'),
  leftMargin: layoutField('1.9', 'leftMargin'),
  rightMargin: layoutField('1.9', 'rightMargin'),
  headerMargin: layoutField('1.9', 'headerMargin'),
  footerMargin: layoutField('1.9', 'footerMargin'),
  centerHorizontally: layoutField('1.9', 'centerHorizontally'),
  centerVertically: layoutField('1.9', 'centerVertically'),
  blackAndWhite: layoutField('1.9', 'blackAndWhite'),
  draftMode: layoutField('1.9', 'draftMode'),
  firstPageNumber: writable(
    '1.9',
    ({ pageLayout }) => pageLayout.firstPageNumber,
    ({ pageLayout }, number) => {
      pageLayout.firstPageNumber = number === '' ? '' : requireWhole('firstPageNumber', number);
    },
  ),
  printGridlines: layoutField('1.9', 'printGridlines'),
  printHeadings: layoutField('1.9', 'printHeadings'),
  printComments: layoutField('1.9', 'printComments', ['NoComments', 'EndSheet', 'InPlace']),
  printErrors: layoutField('1.9', 'printErrors', ['AsDisplayed', 'Blank', 'Dash', 'NotAvailable']),
  printOrder: layoutField('1.9', 'printOrder', ['DownThenOver', 'OverThenDown']),
  // Docs, PageLayoutZoomOptions: a scale from 10 to 400, or a number of pages; not both.
  zoom: writable(
    '1.9',
    ({ pageLayout }) => pageLayout.zoom,
    ({ pageLayout }, { scale, horizontalFitToPages, verticalFitToPages }) => {
      if (scale !== undefined) requireNumber('zoom.scale', scale, 10, 400);
      pageLayout.zoom = {
        ...(scale !== undefined && { scale }),
        ...(horizontalFitToPages !== undefined && { horizontalFitToPages }),
        ...(verticalFitToPages !== undefined && { verticalFitToPages }),
      };
    },
  ),
  getPrintArea: give('1.9', 'RangeAreas', (sheet) => printAreas(sheet)),
  getPrintAreaOrNullObject: giveOrNull('1.9', 'RangeAreas', (sheet) => printAreas(sheet)),
  setPrintArea: act('1.9', (sheet, given) => {
    sheet.pageLayout.printAreas =
      typeof given === 'string'
        ? given.split(',').map((address) => cellsAt(sheet, address).area)
        : 'areas' in given
          ? given.areas
          : [given.area];
  }),
  setPrintMargins: act('1.9', ({ pageLayout }, unit, margins) => {
    const points = UNIT_POINTS[unit];
    for (const side of ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const) {
      const given = margins[side];
      if (given !== undefined) pageLayout[`${side}Margin`] = requireNumber(side, given) * points;
    }
  }),
  setPrintTitleRows: act('1.9', (sheet, given) => {
    sheet.pageLayout.titleRows = lines(cellsGiven(sheet, given).area, 'rows');
  }),
  setPrintTitleColumns: act('1.9', (sheet, given) => {
    sheet.pageLayout.titleColumns = lines(cellsGiven(sheet, given).area, 'columns');
  }),
  getPrintTitleRows: give('1.9', 'Range', (sheet) => titles(sheet, 'titleRows')),
  getPrintTitleRowsOrNullObject: giveOrNull('1.9', 'Range', (sheet) => titles(sheet, 'titleRows')),
  getPrintTitleColumns: give('1.9', 'Range', (sheet) => titles(sheet, 'titleColumns')),
  getPrintTitleColumnsOrNullObject: giveOrNull('1.9', 'Range', (sheet) => titles(sheet, 'titleColumns')),
});

function printAreas(sheet: Sheet): AreasOf | null {
  const { printAreas: areas } = sheet.pageLayout;
  return areas.length === 0 ? null : { sheet, areas };
}

function lines(area: Area, axis: 'rows' | 'columns'): Area {
  return axis === 'rows'
    ? { ...area, column: 0, columnCount: MAX_COLUMNS }
    : { ...area, row: 0, rowCount: MAX_ROWS };
}

function titles(sheet: Sheet, which: 'titleRows' | 'titleColumns'): CellsOf | null {
  const area = sheet.pageLayout[which];
  return area && cellsOf(sheet, area);
}

export const headerFooterGroup = describe<Excel.HeaderFooterGroup, PageLayout['headersFooters']>(
  'HeaderFooterGroup',
  {
    defaultForAllPages: part('1.9', 'HeaderFooter', (group) => group.defaultForAllPages),
    evenPages: part('1.9', 'HeaderFooter', (group) => group.evenPages),
    firstPage: part('1.9', 'HeaderFooter', (group) => group.firstPage),
    oddPages: part('1.9', 'HeaderFooter', (group) => group.oddPages),
    state: field('1.9', 'state', ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven']),
    useSheetMargins: field('1.9', 'useSheetMargins'),
    useSheetScale: field('1.9', 'useSheetScale'),
  },
);

export const headerFooter = describe<Excel.HeaderFooter, HeaderFooterTexts>('HeaderFooter', {
  leftHeader: field('1.9', 'leftHeader'),
  centerHeader: field('1.9', 'centerHeader'),
  rightHeader: field('1.9', 'rightHeader'),
  leftFooter: field('1.9', 'leftFooter'),
  centerFooter: field('1.9', 'centerFooter'),
  rightFooter: field('1.9', 'rightFooter'),
});
