/**
 * A sheet of the workbook as the table of a Power BI model: the columns under its headers, one value a row, days as days.
 * Which column is what is core's mapping.
 */
import { mappingChoices, sheetOf, type Role } from 'isu-core';
import { isError, lastColumn, lastRow, type Sheet, type Workbook } from 'isu-excel-host';
import type { ModelValue } from './messages.ts';

export interface ModelColumn {
  readonly name: string;
  /** In the sheet, from 0. */
  readonly column: number;
}

export interface ModelPlace {
  readonly sheet: Sheet;
  /** From 0. */
  readonly headerRow: number;
  readonly columns: readonly ModelColumn[];
  /** By role, the name of the column that core takes for it. */
  readonly taken: Readonly<Partial<Record<Role, string>>>;
}

export interface SheetModel {
  readonly place: ModelPlace;
  /** By row of the model, its row in the sheet. */
  readonly rows: readonly number[];
  /** By name of the column. */
  readonly columns: Readonly<Record<string, readonly ModelValue[]>>;
}

/** Rows that core looks at to find the headers. */
const ROWS_AT_TOP = 60;
/** Rows read at one stretch. */
const CHUNK = 500;
/** No export has more. */
const MOST_COLUMNS = 200;

export function visibleSheets({ sheets }: Workbook): readonly Sheet[] {
  return sheets.filter(({ visibility }) => visibility === 'Visible');
}

/** The likeliest export: the first sheet where core finds both person and date, else the first that holds something. */
export function exportPlace(workbook: Workbook): ModelPlace | null {
  const places = visibleSheets(workbook).map(placeIn);
  const whole = places.find((place) => place?.taken.person !== undefined && place.taken.date !== undefined);
  return whole ?? places.find((place) => place !== null) ?? null;
}

/** Null: the sheet is empty. */
export function placeIn(sheet: Sheet): ModelPlace | null {
  const used = sheet.usedArea(true);
  if (!used) return null;
  const width = Math.min(lastColumn(used) + 1, MOST_COLUMNS);
  const top = Array.from({ length: Math.min(lastRow(used) + 1, ROWS_AT_TOP) }, (_, row) =>
    Array.from({ length: width }, (__, column) => plain(sheet, row, column)),
  );
  const cells = sheetOf(top, sheet.workbook.dateSystem);
  const { headerRow, columns, roles } = mappingChoices(
    cells,
    { columns: {}, codes: {}, profile: null },
    null,
  );
  const taken: Partial<Record<Role, string>> = {};
  for (const { role, column } of roles) if (column !== null) taken[role] = columns[column]!.name;
  return {
    sheet,
    headerRow: headerRow - 1,
    columns: columns
      .map(({ name, header }, column) => ({ name, header, column }))
      .filter(({ header }) => header !== '')
      .map(({ name, column }) => ({ name, column })),
    taken,
  };
}

/**
 * Reads all rows that are not empty, some at a time.
 *
 * @param pause waited for between two stretches; false from it ends the reading, and null is given
 */
export async function readModel(
  place: ModelPlace,
  pause: () => Promise<boolean>,
): Promise<SheetModel | null> {
  const { sheet, headerRow, columns } = place;
  const used = sheet.usedArea(true);
  const end = used ? lastRow(used) + 1 : 0;
  const rows: number[] = [];
  const read = columns.map(({ name, column }) => ({ name, column, values: [] as ModelValue[] }));
  const isDay = dayStyles(sheet);
  for (let from = headerRow + 1; from < end; from += CHUNK) {
    for (let row = from; row < Math.min(from + CHUNK, end); row++) {
      if (read.every(({ column }) => plain(sheet, row, column) === null)) continue;
      rows.push(row);
      for (const { column, values } of read) values.push(modelValue(sheet, row, column, isDay));
    }
    if (!(await pause())) return null;
  }
  return {
    place,
    rows,
    columns: Object.fromEntries(read.map(({ name, values }) => [name, values])),
  };
}

function plain(sheet: Sheet, row: number, column: number): string | number | boolean | null {
  const value = sheet.value(row, column);
  return isError(value) || value === '' ? null : value;
}

function modelValue(
  sheet: Sheet,
  row: number,
  column: number,
  isDay: (style: number) => boolean,
): ModelValue {
  const value = plain(sheet, row, column);
  if (typeof value !== 'number' || !isDay(sheet.styleNumber(row, column))) return value;
  return dayOf(value, sheet.workbook.dateSystem);
}

/** Whether a style writes its numbers as days, looked up once a style. */
function dayStyles({ workbook }: Sheet): (style: number) => boolean {
  const known = new Map<number, boolean>();
  return (style) => {
    let isDay = known.get(style);
    if (isDay === undefined)
      known.set(style, (isDay = writesDays(workbook.styles.style(style).numberFormat)));
    return isDay;
  };
}

function writesDays(numberFormat: string): boolean {
  return /[ymd]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace('General', ''));
}

/** Power BI gives a day as its midnight here. */
function dayOf(serial: number, dateSystem: 1900 | 1904): Date {
  const days = Math.floor(serial) + (dateSystem === 1904 ? 1462 : 0);
  const day = new Date(1899, 11, 30 + days);
  day.setMilliseconds(Math.round((serial - Math.floor(serial)) * 86_400_000));
  return day;
}
