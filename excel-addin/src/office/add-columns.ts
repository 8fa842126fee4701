/** The lathund's columns beside the user's own rows, as values or as functions. */
import type { Outcome } from 'isu-core';
import { cellValue, columnName, DATE_FORMAT, formatCode, TEXT_FORMAT } from 'isu-workbook-file/sheet-plan';
import { Batch, holdStill } from './batch.ts';
import { askDateSystem } from './date-system.ts';
import { problemOf, Refused } from './excel-problem.ts';
import { exportCells, type ExportCells } from './export-cells.ts';
import type { AddedColumn, AddedColumns, ExportPlace, FormulaCells } from './workbook.ts';
import { demandWritable, mendColumns, writeColumns, type ColumnWriting } from './write-columns.ts';

export async function addColumns(
  place: ExportPlace,
  added: AddedColumns,
  as: 'values' | 'functions',
): Promise<Outcome<{ readonly address: string }>> {
  let before: ExportCells | null = null;
  try {
    const address = await Excel.run(async (context) => {
      const dates = askDateSystem(context);
      const cells = await exportCells(context, place);
      demandWritable(cells, place);
      if (as === 'functions') demandFewRows(cells);
      const lastRow = cells.area.row + cells.area.rowCount;
      const columns = added.columns.map((column) =>
        as === 'values'
          ? valuesOf(column, added, lastRow, dates.answer().dayShift)
          : formulasOf(column, added, lastRow, cells.table !== null),
      );
      before = cells;
      holdStill(context);
      return writeColumns(cells, added.headerRow, columns, new Batch(context, new AbortController().signal));
    });
    return { ok: true, value: { address } };
  } catch (error) {
    const standing = await mendColumns(
      place,
      before,
      added.columns.map(({ key }) => key),
    );
    return { ok: false, problem: problemOf(error, standing) };
  }
}

function valuesOf(
  { key, header, format, values }: AddedColumn,
  { headerRow, language }: AddedColumns,
  lastRow: number,
  dayShift: number,
): ColumnWriting {
  if (values.length !== lastRow - headerRow)
    throw new Refused('export-changed', {
      sv: 'Raderna är inte längre de som lästes. Kör igen och lägg sedan till kolumnerna.',
      en: 'The rows are no longer those that were read. Run again, and add the columns then.',
    });
  const numberFormat = format === 'text' ? TEXT_FORMAT : formatCode(format, language);
  const cell = (i: number) => {
    const value = values[i] ?? null;
    if (value === null) return '';
    const shown = cellValue({ value }, format, language);
    return typeof shown === 'number' && numberFormat === DATE_FORMAT ? shown - dayShift : shown;
  };
  return { key, header, numberFormat, cell, isFormula: false };
}

function formulasOf(
  { key, header, format, formula }: AddedColumn,
  { headerRow, language }: AddedColumns,
  lastRow: number,
  isInTable: boolean,
): ColumnWriting {
  const column = (c: number) => {
    const name = columnName(c);
    return `$${name}$${String(headerRow + 1)}:$${name}$${String(lastRow)}`;
  };
  const inRow = (row: number): FormulaCells => ({ own: (c) => `$${columnName(c)}${String(row)}`, column });
  const cell = (i: number) => {
    if (isInTable) return formula(inRow(headerRow + 1 + i));
    return i === 0 ? formula({ own: column, column }) : '';
  };
  return { key, header, numberFormat: formatCode(format, language), cell, isFormula: true };
}

/** In a table nothing flows over rows: each row's call is handed whole columns, so the work grows with rows times rows. */
const MOST_CALLS = 5_000;

function demandFewRows({ table, area }: ExportCells): void {
  if (table === null || area.rowCount <= MOST_CALLS) return;
  throw new Refused('too-many-rows-for-functions', {
    sv: `Tabellen har för många rader för funktioner (fler än ${String(MOST_CALLS)}): Excel skulle räkna i många minuter. Lägg till kolumnerna som värden, eller gör om tabellen till ett område (Tabelldesign – Konvertera till område).`,
    en: `The table has too many rows for functions (more than ${String(MOST_CALLS)}): Excel would calculate for many minutes. Add the columns as values, or convert the table to a range (Table Design – Convert to Range).`,
  });
}
