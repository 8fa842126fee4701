/** A register on its way in: rows as a host reads them, in order, collected into a sheet. */
import { SheetBuilder, type CellValue, type Sheet } from 'isu-core';

export class IncomingRows {
  private readonly name: string;
  private readonly sheetName: string | null;
  private readonly builder = new SheetBuilder();
  private rows = 0;

  constructor(name: string, sheetName: string | null) {
    this.name = name;
    this.sheetName = sheetName;
  }

  /**
   * @param firstRow the first row's number in its sheet, from 0: rows that nobody has handed over are empty
   * @returns how many rows the sheet has so far
   */
  take(rows: readonly (readonly CellValue[])[], firstRow: number): number {
    for (; this.rows < firstRow; this.rows++) this.builder.addRow([]);
    for (const row of rows) this.builder.addRow(row);
    return (this.rows += rows.length);
  }

  /** @param dateSystem is told at the end: a host may learn it last */
  finish(dateSystem: 1900 | 1904): { name: string; sheetName: string | null; sheet: Sheet } {
    return { name: this.name, sheetName: this.sheetName, sheet: { ...this.builder.finish(), dateSystem } };
  }
}
