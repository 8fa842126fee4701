/** Where the export could stand: every table, and every sheet without one, but the sheets that we made. */
import type { Outcome } from 'isu-core';
import { MARKS } from 'isu-core/review';
import { areaOf, contains, withoutSheet, type CellArea } from './address.ts';
import { codeOf, outcomeOf, Refused } from './excel-problem.ts';
import { surveyOf, type SurveyedSheet } from './survey.ts';
import type { ExportPlace } from './workbook.ts';

export function listPlaces(): Promise<Outcome<readonly ExportPlace[]>> {
  return outcomeOf(() => Excel.run(places));
}

export function findExport(): Promise<Outcome<ExportPlace>> {
  return outcomeOf(async () => {
    const [likeliest] = await Excel.run(places);
    if (!likeliest)
      throw new Refused('no-export', {
        sv: 'Arbetsboken har inget blad med rader att läsa. Öppna exporten från verksamhetssystemet i Excel, eller klistra in den på ett blad.',
        en: 'The workbook has no sheet with rows to read. Open the export from the case system in Excel, or paste it into a sheet.',
      });
    return likeliest;
  });
}

interface ActiveCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Whoever stands in a table means that one; else what the sheet in sight holds; else whatever is longest. */
async function places(context: Excel.RequestContext): Promise<ExportPlace[]> {
  const { sheets } = await surveyOf(context);
  const found = await placesOn(
    context,
    sheets.filter(({ mark, isVisible }) => mark === null && isVisible),
  );
  const active = await activeCell(context);
  const nearness = (place: ExportPlace) => {
    if (active === null || place.sheet !== active.sheet) return 2;
    return contains(areaOfPlace(place), active.row, active.column) ? 0 : 1;
  };
  return found.sort((a, b) => nearness(a) - nearness(b) || b.rows - a.rows);
}

export function areaOfPlace({ firstRow, firstColumn, rows, columns }: ExportPlace): CellArea {
  return { row: firstRow, column: firstColumn, rowCount: rows, columnCount: columns };
}

interface AskedPlace {
  readonly sheet: string;
  readonly table: string | null;
  readonly cells: Excel.Range;
  /** By which a sheet of a review is known, whoever has made it. */
  readonly first: Excel.Range;
}

const REVIEW_MARKS = new Set<unknown>(Object.values(MARKS));

async function placesOn(
  context: Excel.RequestContext,
  sheets: readonly SurveyedSheet[],
): Promise<ExportPlace[]> {
  const asked = sheets.flatMap(({ id, name, tables }): AskedPlace[] => {
    const sheet = context.workbook.worksheets.getItem(id);
    const first = sheet.getRange('A1');
    first.load('values');
    if (tables.length === 0)
      return [{ sheet: name, table: null, cells: sheet.getUsedRangeOrNullObject(true), first }];
    return tables.map((table) => {
      const cells = sheet.tables.getItem(table).getRange();
      return { sheet: name, table, cells, first };
    });
  });
  for (const { cells } of asked) cells.load('address');
  await context.sync();
  return asked.flatMap(({ sheet, table, cells, first }) => {
    if (REVIEW_MARKS.has((first.values as unknown[][])[0]![0])) return [];
    const place = cells.isNullObject ? null : placeAt(sheet, table, cells.address);
    // A header and a row, a person and a date: less is no export.
    return place === null || place.rows < 2 || place.columns < 2 ? [] : [place];
  });
}

export function placeAt(sheet: string, table: string | null, fullAddress: string): ExportPlace | null {
  const address = withoutSheet(fullAddress);
  const area = areaOf(address);
  return (
    area && {
      sheet,
      table,
      address,
      rows: area.rowCount,
      columns: area.columnCount,
      firstRow: area.row,
      firstColumn: area.column,
    }
  );
}

/** `null` where no cell is selected but a chart or a picture. */
async function activeCell(context: Excel.RequestContext): Promise<ActiveCell | null> {
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex,columnIndex');
  cell.worksheet.load('name');
  try {
    await context.sync();
  } catch (error) {
    if (codeOf(error) === 'InvalidSelection' || codeOf(error) === 'GeneralException') return null;
    throw error;
  }
  return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
}
