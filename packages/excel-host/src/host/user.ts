/** The person at the screen: edits, selects, renames and deletes behind the add-in's back. */
import { cellsAt } from '../model/cells-of.ts';
import { Fault } from '../model/fault.ts';
import { deleteCells, insertCells } from '../model/shifting.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { clearContents, writeValues } from '../model/writing.ts';

export class User {
  private readonly workbook: Workbook;
  private readonly afterwards: () => void;
  private editing: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(workbook: Workbook, afterwards: () => void) {
    this.workbook = workbook;
    this.afterwards = afterwards;
  }

  /** Types into a cell of the sheet in sight, or of the sheet that the address names: text, number or `=formula`. */
  type(address: string, written: string | number | boolean): void {
    this.do(() => {
      const { sheet, area } = cellsAt(this.workbook.activeSheet, address);
      writeValues(sheet, area, written);
    });
  }

  clear(address: string): void {
    this.do(() => {
      const { sheet, area } = cellsAt(this.workbook.activeSheet, address);
      clearContents(sheet, area);
    });
  }

  select(address: string): void {
    this.do(() => {
      const { sheet, area } = cellsAt(this.workbook.activeSheet, address);
      this.workbook.select(sheet, area);
    });
  }

  activateSheet(name: string): void {
    this.do(() => this.workbook.activate(this.sheet(name)));
  }

  addSheet(name?: string): void {
    this.do(() => this.workbook.addSheet(name));
  }

  renameSheet(name: string, newName: string): void {
    this.do(() => this.workbook.renameSheet(this.sheet(name), newName));
  }

  deleteSheet(name: string): void {
    this.do(() => this.workbook.deleteSheet(this.sheet(name)));
  }

  insertRows(address: string): void {
    this.do(() => {
      const { sheet, area } = cellsAt(this.workbook.activeSheet, address);
      insertCells(sheet, area, 'Down');
    });
  }

  deleteRows(address: string): void {
    this.do(() => {
      const { sheet, area } = cellsAt(this.workbook.activeSheet, address);
      deleteCells(sheet, area, 'Up');
    });
  }

  /** Begins editing a cell: Excel answers no add-in until it ends. */
  beginEditing(): void {
    if (this.editing) return;
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.editing = { ended, end };
  }

  endEditing(): void {
    this.editing?.end();
    this.editing = null;
  }

  /** Called for each request. */
  async letThrough(waitsForEdit: boolean): Promise<void> {
    if (!this.editing) return;
    if (!waitsForEdit) throw new Fault('InvalidOperationInCellEditMode');
    await this.editing.ended;
  }

  private sheet(name: string): Sheet {
    const sheet = this.workbook.findSheet(name);
    if (!sheet) throw new Fault('ItemNotFound', `there is no sheet "${name}"`);
    return sheet;
  }

  private do(deed: () => void): void {
    deed();
    this.workbook.settle();
    this.afterwards();
  }
}
