/** Excel.Worksheet and Excel.WorksheetCollection. */
import { areaAddress, requireArea } from '../model/address.ts';
import { areaOf } from '../model/area.ts';
import { cellsAt, cellsOf } from '../model/cells-of.ts';
import { copySheet } from '../model/copy-sheet.ts';
import type { Sheet, Visibility } from '../model/sheet.ts';
import { colourOf } from '../model/style.ts';
import type { Workbook } from '../model/workbook.ts';
import { oneOf, requireFound, requireNumber, requireText, requireWhole } from '../wire/checked.ts';
import {
  act,
  answer,
  describe,
  event,
  field,
  give,
  giveOrNull,
  items,
  part,
  value,
  writable,
} from '../wire/description.ts';
import { changedArgs, LOCAL } from './event-args.ts';

export const worksheetCollection = describe<Excel.WorksheetCollection, Workbook>('WorksheetCollection', {
  items: items('Worksheet', (workbook) => workbook.sheets),
  add: give('1.1', 'Worksheet', (workbook, name) => workbook.addSheet(name)),
  getActiveWorksheet: give('1.1', 'Worksheet', (workbook) => workbook.activeSheet),
  getCount: answer('1.4', (workbook, visibleOnly) => shown(workbook, visibleOnly).length),
  getFirst: give('1.5', 'Worksheet', (workbook, visibleOnly) => shown(workbook, visibleOnly)[0]),
  getLast: give('1.5', 'Worksheet', (workbook, visibleOnly) => shown(workbook, visibleOnly).at(-1)),
  getItem: give('1.1', 'Worksheet', (workbook, key) => workbook.findSheet(requireText('key', key))),
  getItemOrNullObject: giveOrNull('1.4', 'Worksheet', (workbook, key) =>
    workbook.findSheet(requireText('key', key)),
  ),
  onActivated: event('1.7', 'activated', (_, { sheet }) => ({
    type: 'WorksheetActivated',
    worksheetId: sheet.id,
  })),
  onAdded: event('1.7', 'added', (_, { sheet }) => ({
    type: 'WorksheetAdded',
    source: LOCAL,
    worksheetId: sheet.id,
  })),
  onChanged: event('1.9', 'changed', (_, change) => changedArgs(change)),
  onDeactivated: event('1.7', 'deactivated', (_, { sheet }) => ({
    type: 'WorksheetDeactivated',
    worksheetId: sheet.id,
  })),
  onDeleted: event('1.7', 'deleted', (_, { sheet }) => ({
    type: 'WorksheetDeleted',
    source: LOCAL,
    worksheetId: sheet.id,
  })),
  onFormatChanged: event('1.9', 'format-changed', (_, { sheet, area }) =>
    formatArgs(sheet, areaAddress(area)),
  ),
  onMoved: event('1.17', 'moved', (_, { sheet, before, after }) => ({
    type: 'WorksheetMoved',
    source: LOCAL,
    worksheetId: sheet.id,
    positionBefore: before,
    positionAfter: after,
  })),
  onNameChanged: event('1.17', 'renamed', (_, { sheet, before, after }) => renamedArgs(sheet, before, after)),
  onSelectionChanged: event('1.9', 'selected', (_, { sheet, area }) =>
    selectionArgs(sheet, areaAddress(area)),
  ),
  onVisibilityChanged: event('1.17', 'visibility', (_, { sheet, before, after }) =>
    visibilityArgs(sheet, before, after),
  ),
  onProtectionChanged: event('1.14', 'protection', (_, { sheet, isProtected }) =>
    protectionArgs(sheet, isProtected),
  ),
  onCalculated: event('1.8', 'calculated', (_, { sheet, address }) => calculatedArgs(sheet, address)),
});

export const worksheet = describe<Excel.Worksheet, Sheet>(
  'Worksheet',
  {
    charts: part('1.1', 'ChartCollection', (sheet) => sheet),
    customProperties: part('1.12', 'WorksheetCustomPropertyCollection', (sheet) => sheet),
    freezePanes: part('1.7', 'WorksheetFreezePanes', (sheet) => sheet),
    names: part('1.4', 'NamedItemCollection', (sheet) => ({ workbook: sheet.workbook, sheet })),
    horizontalPageBreaks: part('1.9', 'PageBreakCollection', (sheet) => ({ sheet, across: 'rows' })),
    verticalPageBreaks: part('1.9', 'PageBreakCollection', (sheet) => ({ sheet, across: 'columns' })),
    pageLayout: part('1.9', 'PageLayout', (sheet) => sheet),
    protection: part('1.2', 'WorksheetProtection', (sheet) => sheet),
    tables: part('1.1', 'TableCollection', (sheet) => ({ workbook: sheet.workbook, sheet })),
    autoFilter: part('1.9', 'AutoFilter', (sheet) => ({ sheet, table: null })),

    id: value('1.1', (sheet) => sheet.id),
    name: writable(
      '1.1',
      (sheet) => sheet.name,
      (sheet, name) => sheet.workbook.renameSheet(sheet, name),
    ),
    position: writable(
      '1.1',
      (sheet) => sheet.workbook.sheets.indexOf(sheet),
      (sheet, position) => sheet.workbook.moveSheet(sheet, position),
    ),
    visibility: writable(
      '1.1',
      (sheet) => sheet.visibility,
      (sheet, visibility) =>
        sheet.workbook.setVisibility(
          sheet,
          oneOf('visibility', visibility, ['Visible', 'Hidden', 'VeryHidden']),
        ),
    ),
    tabColor: writable(
      '1.7',
      (sheet) => sheet.tabColor,
      (sheet, colour) => {
        sheet.tabColor = colour === '' ? '' : colourOf(colour);
      },
    ),
    tabId: value('1.14', (sheet) => sheet.number),
    showGridlines: field('1.8', 'showGridlines'),
    showHeadings: field('1.8', 'showHeadings'),
    enableCalculation: field('1.9', 'enableCalculation'),
    standardHeight: value('1.7', () => 15),
    standardWidth: writable(
      '1.7',
      (sheet) => sheet.standardWidth,
      (sheet, width) => {
        sheet.standardWidth = requireNumber('standardWidth', width);
      },
    ),

    activate: act('1.1', (sheet) => sheet.workbook.activate(sheet)),
    calculate: act('1.6', (sheet) => sheet.workbook.calculator?.calculate()),
    copy: give('1.7', 'Worksheet', (sheet, position, relativeTo) =>
      copySheet(sheet, position ?? 'None', relativeTo),
    ),
    delete: act('1.1', (sheet) => sheet.workbook.deleteSheet(sheet)),
    getCell: give('1.1', 'Range', (sheet, row, column) =>
      cellsOf(sheet, areaOf(requireWhole('row', row, 0), requireWhole('column', column, 0))),
    ),
    getNext: give('1.5', 'Worksheet', (sheet, visibleOnly) => neighbour(sheet, 1, visibleOnly)),
    getNextOrNullObject: giveOrNull('1.5', 'Worksheet', (sheet, visibleOnly) =>
      neighbour(sheet, 1, visibleOnly),
    ),
    getPrevious: give('1.5', 'Worksheet', (sheet, visibleOnly) => neighbour(sheet, -1, visibleOnly)),
    getPreviousOrNullObject: giveOrNull('1.5', 'Worksheet', (sheet, visibleOnly) =>
      neighbour(sheet, -1, visibleOnly),
    ),
    getRange: give('1.1', 'Range', (sheet, address) =>
      address === undefined || address === ''
        ? cellsOf(sheet, requireArea('1:1048576'))
        : cellsAt(sheet, requireText('address', address)),
    ),
    getRangeByIndexes: give('1.7', 'Range', (sheet, row, column, rowCount, columnCount) =>
      cellsOf(sheet, areaOf(row, column, rowCount, columnCount)),
    ),
    getRanges: give('1.9', 'RangeAreas', (sheet, address) => ({
      sheet,
      areas: requireText('address', address ?? '1:1048576')
        .split(',')
        .map((each) => cellsAt(sheet, each).area),
    })),
    // Docs, Worksheet.getUsedRange: an empty sheet gives its top left cell.
    getUsedRange: give('1.1', 'Range', (sheet, valuesOnly) =>
      cellsOf(sheet, sheet.usedArea(valuesOnly ?? false) ?? areaOf(0, 0)),
    ),
    getUsedRangeOrNullObject: giveOrNull('1.4', 'Range', (sheet, valuesOnly) => {
      const area = sheet.usedArea(valuesOnly ?? false);
      return area && cellsOf(sheet, area);
    }),

    onActivated: event('1.7', 'activated', (own, { sheet }) =>
      own === sheet ? { type: 'WorksheetActivated', worksheetId: sheet.id } : null,
    ),
    onDeactivated: event('1.7', 'deactivated', (own, { sheet }) =>
      own === sheet ? { type: 'WorksheetDeactivated', worksheetId: sheet.id } : null,
    ),
    onChanged: event('1.7', 'changed', (own, change) => (own === change.sheet ? changedArgs(change) : null)),
    onCalculated: event('1.8', 'calculated', (own, { sheet, address }) =>
      own === sheet ? calculatedArgs(sheet, address) : null,
    ),
    onFormatChanged: event('1.9', 'format-changed', (own, { sheet, area }) =>
      own === sheet ? formatArgs(sheet, areaAddress(area)) : null,
    ),
    onNameChanged: event('1.17', 'renamed', (own, { sheet, before, after }) =>
      own === sheet ? renamedArgs(sheet, before, after) : null,
    ),
    onSelectionChanged: event('1.7', 'selected', (own, { sheet, area }) =>
      own === sheet ? selectionArgs(sheet, areaAddress(area)) : null,
    ),
    onVisibilityChanged: event('1.17', 'visibility', (own, { sheet, before, after }) =>
      own === sheet ? visibilityArgs(sheet, before, after) : null,
    ),
    onProtectionChanged: event('1.14', 'protection', (own, { sheet, isProtected }) =>
      own === sheet ? protectionArgs(sheet, isProtected) : null,
    ),
  },
  (sheet) => !sheet.isGone,
);

export const customPropertyCollection = describe<Excel.WorksheetCustomPropertyCollection, Sheet>(
  'WorksheetCustomPropertyCollection',
  {
    items: items('WorksheetCustomProperty', (sheet) =>
      [...sheet.customProperties.keys()].map((key) => ({ sheet, key })),
    ),
    add: give('1.12', 'WorksheetCustomProperty', (sheet, key, text) => {
      sheet.customProperties.set(requireText('key', key), requireText('value', text));
      return { sheet, key };
    }),
    getCount: answer('1.12', (sheet) => sheet.customProperties.size),
    getItem: give('1.12', 'WorksheetCustomProperty', (sheet, key) => findProperty(sheet, key)),
    getItemOrNullObject: giveOrNull('1.12', 'WorksheetCustomProperty', (sheet, key) =>
      findProperty(sheet, key),
    ),
  },
);

interface SheetProperty {
  readonly sheet: Sheet;
  readonly key: string;
}

export const customProperty = describe<Excel.WorksheetCustomProperty, SheetProperty>(
  'WorksheetCustomProperty',
  {
    key: value('1.12', ({ key }) => key),
    value: writable(
      '1.12',
      ({ sheet, key }) => requireFound(sheet.customProperties.get(key), key),
      ({ sheet, key }, text) => void sheet.customProperties.set(key, requireText('value', text)),
    ),
    delete: act('1.12', ({ sheet, key }) => void sheet.customProperties.delete(key)),
  },
  ({ sheet, key }) => sheet.customProperties.has(key),
);

/** Docs, WorksheetCustomPropertyCollection: keys are told apart without regard to case. */
function findProperty(sheet: Sheet, wanted: string): SheetProperty | null {
  const key = [...sheet.customProperties.keys()].find((each) => each.toLowerCase() === wanted.toLowerCase());
  return key === undefined ? null : { sheet, key };
}

function shown(workbook: Workbook, visibleOnly: boolean | undefined): readonly Sheet[] {
  return visibleOnly ? workbook.sheets.filter(({ visibility }) => visibility === 'Visible') : workbook.sheets;
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean | undefined): Sheet | null {
  const { sheets } = sheet.workbook;
  for (let i = sheets.indexOf(sheet) + step; sheets[i]; i += step) {
    if (!visibleOnly || sheets[i]!.visibility === 'Visible') return sheets[i]!;
  }
  return null;
}

function formatArgs(sheet: Sheet, address: string): object {
  return { type: 'WorksheetFormatChanged', source: LOCAL, worksheetId: sheet.id, address };
}

function selectionArgs(sheet: Sheet, address: string): object {
  return { type: 'WorksheetSelectionChanged', worksheetId: sheet.id, address };
}

function renamedArgs(sheet: Sheet, nameBefore: string, nameAfter: string): object {
  return { type: 'WorksheetNameChanged', source: LOCAL, worksheetId: sheet.id, nameBefore, nameAfter };
}

function visibilityArgs(sheet: Sheet, visibilityBefore: Visibility, visibilityAfter: Visibility): object {
  return {
    type: 'WorksheetVisibilityChanged',
    source: LOCAL,
    worksheetId: sheet.id,
    visibilityBefore,
    visibilityAfter,
  };
}

function protectionArgs(sheet: Sheet, isProtected: boolean): object {
  return {
    type: 'WorksheetProtectionChanged',
    source: LOCAL,
    worksheetId: sheet.id,
    isProtected,
    sheetPassword: '',
  };
}

function calculatedArgs(sheet: Sheet, address: string): object {
  return { type: 'WorksheetCalculated', worksheetId: sheet.id, address };
}
