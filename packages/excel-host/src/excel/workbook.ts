/** Excel.Workbook, Excel.Application and Excel.Runtime. */
import { cellsOf } from '../model/cells-of.ts';
import { areaOf } from '../model/area.ts';
import { Fault } from '../model/fault.ts';
import { insertFromBase64, type InsertOptions } from '../file/from-base64.ts';
import type { Workbook } from '../model/workbook.ts';
import { oneOf } from '../wire/checked.ts';
import {
  act,
  answer,
  describe,
  event,
  give,
  giveOrNull,
  part,
  value,
  writable,
} from '../wire/description.ts';

export const workbook = describe<Excel.Workbook, Workbook>('Workbook', {
  application: part('1.1', 'Application', (workbook) => workbook),
  customXmlParts: part('1.5', 'CustomXmlPartCollection', (workbook) => ({ workbook, namespace: null })),
  functions: part('1.2', 'Functions', (workbook) => workbook),
  names: part('1.1', 'NamedItemCollection', (workbook) => ({ workbook, sheet: null })),
  properties: part('1.7', 'DocumentProperties', (workbook) => workbook),
  protection: part('1.7', 'WorkbookProtection', (workbook) => workbook),
  settings: part('1.4', 'SettingCollection', (workbook) => workbook),
  tables: part('1.1', 'TableCollection', (workbook) => ({ workbook, sheet: null })),
  worksheets: part('1.1', 'WorksheetCollection', (workbook) => workbook),
  name: value('1.7', ({ name }) => name),
  readOnly: value('1.8', () => false),
  isDirty: writable(
    '1.9',
    ({ isDirty }) => isDirty,
    (workbook, isDirty) => {
      workbook.isDirty = isDirty;
    },
  ),
  autoSave: value('1.9', () => false),
  previouslySaved: value('1.9', () => true),
  calculationEngineVersion: value('1.9', () => 191029),
  getActiveCell: give('1.7', 'Range', ({ activeSheet }) => {
    const { row, column } = activeSheet.selection;
    return cellsOf(activeSheet, areaOf(row, column));
  }),
  getSelectedRange: give('1.1', 'Range', ({ activeSheet }) => cellsOf(activeSheet, activeSheet.selection)),
  getSelectedRanges: give('1.9', 'RangeAreas', ({ activeSheet }) => ({
    sheet: activeSheet,
    areas: [activeSheet.selection],
  })),
  getActiveChartOrNullObject: giveOrNull('1.9', 'Chart', () => null),
  insertWorksheetsFromBase64: answer('1.13', (workbook, base64, options) =>
    insertFromBase64(workbook, base64, (options ?? {}) as InsertOptions),
  ),
  save: act('1.11', (workbook) => {
    workbook.isDirty = false;
  }),
  onSelectionChanged: event('1.2', 'selected', (workbook) => ({
    type: 'SelectionChanged',
    workbook: { name: workbook.name },
  })),
});

export const application = describe<Excel.Application, Workbook>('Application', {
  cultureInfo: part('1.11', 'CultureInfo', (workbook) => workbook),
  calculationMode: writable(
    '1.1',
    ({ calculationMode }) => calculationMode,
    (workbook, mode) => {
      workbook.calculationMode = oneOf('calculationMode', mode, [
        'Automatic',
        'AutomaticExceptTables',
        'Manual',
      ]);
    },
  ),
  calculationState: value('1.9', ({ calculator }) => (calculator?.isBusy ? 'Calculating' : 'Done')),
  calculationEngineVersion: value('1.9', () => 191029),
  decimalSeparator: value('1.11', ({ locale }) => locale.decimal),
  thousandsSeparator: value('1.11', ({ locale }) => locale.group),
  useSystemSeparators: value('1.11', () => true),
  calculate: act('1.1', ({ calculator }, calculationType) => {
    oneOf('calculationType', calculationType, ['Recalculate', 'Full', 'FullRebuild']);
    if (calculationType !== 'Recalculate') calculator?.touchAll();
    calculator?.calculate();
  }),
  suspendApiCalculationUntilNextSync: act('1.6', ({ calculator }) => calculator?.suspend()),
  suspendScreenUpdatingUntilNextSync: act('1.9', nothingToSee),
});

export const cultureInfo = describe<Excel.CultureInfo, Workbook>('CultureInfo', {
  datetimeFormat: part('1.12', 'DatetimeFormatInfo', (workbook) => workbook),
  numberFormat: part('1.11', 'NumberFormatInfo', (workbook) => workbook),
  name: value('1.11', ({ locale }) => locale.name),
});

export const numberFormatInfo = describe<Excel.NumberFormatInfo, Workbook>('NumberFormatInfo', {
  currencySymbol: value('1.17', ({ locale }) => locale.currency),
  numberDecimalSeparator: value('1.11', ({ locale }) => locale.decimal),
  numberGroupSeparator: value('1.11', ({ locale }) => locale.group),
});

export const datetimeFormatInfo = describe<Excel.DatetimeFormatInfo, Workbook>('DatetimeFormatInfo', {
  dateSeparator: value('1.12', ({ locale }) => locale.dateSeparator),
  longDatePattern: value('1.12', ({ locale }) => locale.longDate),
  longTimePattern: value('1.12', () => 'HH:mm:ss'),
  shortDatePattern: value('1.12', ({ locale }) => locale.shortDate),
  timeSeparator: value('1.12', () => ':'),
});

/** What `context.runtime` switches. */
export interface EventSwitch {
  eventsAreOn: boolean;
}

export const runtime = describe<Excel.Runtime, EventSwitch>('Runtime', {
  enableEvents: writable(
    '1.8',
    ({ eventsAreOn }) => eventsAreOn,
    (host, isOn) => {
      host.eventsAreOn = isOn;
    },
  ),
});

export const workbookProtection = describe<Excel.WorkbookProtection, Workbook>('WorkbookProtection', {
  protected: value('1.7', ({ isStructureProtected }) => isStructureProtected),
  protect: act('1.7', (workbook, password) => {
    if (workbook.isStructureProtected)
      throw new Fault('InvalidOperation', 'the workbook is protected already');
    workbook.isStructureProtected = true;
    workbook.structurePassword = password ?? null;
  }),
  unprotect: act('1.7', (workbook, password) => {
    if (workbook.structurePassword !== null && workbook.structurePassword !== password)
      throw new Fault('AccessDenied');
    workbook.isStructureProtected = false;
    workbook.structurePassword = null;
  }),
});

/** This host has no screen to hold still. */
function nothingToSee(): void {
  return;
}
