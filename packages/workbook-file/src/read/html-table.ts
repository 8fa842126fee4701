/**
 * The tables of a web page as rows of text. Case systems export such pages under the ending .xls, and Excel opens
 * them: all tables of the page under each other on one sheet, with the lines between them.
 *
 * Every cell is text exactly as the page has it; nothing is taken for a number or a date here.
 */
import { decodeEntities } from './html-entities.ts';

/** A piece of markup (comment or tag), a closed-off element whose text is not shown, or text. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|[^<]+|</gi;

/** Elements that stand on lines of their own. */
const BLOCK =
  /^(p|div|h[1-6]|center|ul|ol|li|caption|hr|body|html|address|form|fieldset|section|header|footer)$/;

/** No sane page spans more; a damaged one must not fill the memory. */
const LARGEST_SPAN = 1000;

export interface HtmlRows {
  readonly rows: readonly (readonly string[])[];
  readonly hasTable: boolean;
}

export function htmlRows(page: string): HtmlRows {
  const reader = new PageReader();
  for (const piece of page.matchAll(PIECE)) {
    const [whole, hidden, closing, tag, attributes] = piece;
    if (hidden !== undefined || whole.startsWith('<!--')) continue;
    if (tag === undefined) reader.text(whole);
    else if (closing === '/') reader.close(tag.toLowerCase());
    else reader.open(tag.toLowerCase(), attributes ?? '');
  }
  return reader.finish();
}

/** A table that is being read: the row under way, and the cells that spans from above have taken in rows to come. */
interface OpenTable {
  row: string[] | null;
  /** How many rows down the cell of a column still reaches. */
  readonly reaching: number[];
  cell: { text: string; readonly columns: number; readonly rows: number } | null;
  holdsTable: boolean;
}

class PageReader {
  private readonly rows: string[][] = [];
  private readonly tables: OpenTable[] = [];
  private line = '';
  private hasTable = false;

  open(tag: string, attributes: string): void {
    if (tag === 'table') this.openTable();
    else if (tag === 'tr') this.openRow();
    else if (tag === 'td' || tag === 'th') this.openCell(attributes);
    else if (tag === 'br') this.breakLine();
    else if (BLOCK.test(tag)) this.endBlock();
  }

  close(tag: string): void {
    if (tag === 'table') this.closeTable();
    else if (tag === 'tr') this.closeRow();
    else if (tag === 'td' || tag === 'th') this.closeCell();
    else if (BLOCK.test(tag)) this.endBlock();
  }

  text(piece: string): void {
    const table = this.tables.at(-1);
    const shown = piece.replace(/[\t\n\f\r ]+/g, ' ');
    if (table?.cell) table.cell.text += shown;
    else if (!table) this.line += shown;
  }

  finish(): HtmlRows {
    while (this.tables.length > 0) this.closeTable();
    this.endLine();
    return { rows: this.rows, hasTable: this.hasTable };
  }

  private openTable(): void {
    this.endLine();
    this.hasTable = true;
    const around = this.tables.at(-1);
    if (around) around.holdsTable = true;
    this.tables.push({ row: null, reaching: [], cell: null, holdsTable: false });
  }

  private closeTable(): void {
    this.closeRow();
    this.tables.pop();
  }

  private openRow(): void {
    this.closeRow();
    const table = this.tables.at(-1);
    if (table) table.row = [];
  }

  private closeRow(): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (!table?.row) return;
    this.skipReached(table, table.row);
    const { row, holdsTable, reaching } = table;
    for (let c = row.length; c < reaching.length; c++) if (reaching[c]! > 0) reaching[c]!--;
    table.row = null;
    table.holdsTable = false;
    // A row that only holds an inner table is lay-out: the inner rows are out already.
    if (!holdsTable || row.some((text) => text !== '')) this.rows.push(row);
  }

  private openCell(attributes: string): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (!table) return;
    table.row ??= [];
    table.cell = { text: '', columns: span(attributes, 'colspan'), rows: span(attributes, 'rowspan') };
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    if (!table?.cell || !table.row) return;
    this.skipReached(table, table.row);
    const { text, columns, rows } = table.cell;
    for (let i = 0; i < columns; i++) {
      table.reaching[table.row.length] = rows - 1;
      table.row.push(i === 0 ? tidy(text) : '');
    }
    table.cell = null;
  }

  /** Leaves empty what a cell in a row above covers. */
  private skipReached(table: OpenTable, row: string[]): void {
    while ((table.reaching[row.length] ?? 0) > 0) {
      table.reaching[row.length]!--;
      row.push('');
    }
  }

  private breakLine(): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.text += '\n';
    else this.endLine();
  }

  private endBlock(): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.text += cell.text.trim() === '' ? '' : '\n';
    else this.endLine();
  }

  /** Text between the tables is a row with one cell, as in Excel. */
  private endLine(): void {
    const line = tidy(this.line);
    this.line = '';
    if (line !== '' && this.tables.length === 0) this.rows.push([line]);
  }
}

function span(attributes: string, name: string): number {
  const number = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(number, 1), LARGEST_SPAN);
}

function tidy(text: string): string {
  return decodeEntities(text)
    .replace(/ *\n */g, '\n')
    .trim();
}
