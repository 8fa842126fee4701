/** A form as a municipality would change it: in a sheet, cell by cell, and in JSON. */
import { readFileSync } from 'node:fs';
import { formSheetRows, readForm, type Form } from 'isu-core/review';

type Cell = string | number | null;
export type Json = Record<string, unknown>;

/** A form of another area than addiction, as a municipality could write it. */
export function ownForm(): Form {
  const path = new URL('fixtures/ekonomiskt-bistand.json', import.meta.url);
  const read = readForm(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

/** Row 12 is the first of the items: above it stand the mark, what the form is, three sections and the columns. */
export const FIRST_ROW = 12;

export class FormSheet {
  rows: Cell[][];
  constructor(form: Form) {
    this.rows = formSheetRows(form, 'sv').map((row) => [...row]);
  }

  /** @param row as Excel numbers it */
  set(row: number, column: string, value: Cell): void {
    this.rows[row - 1]![this.column(column)] = value;
  }

  column(name: string): number {
    const at = this.rows[FIRST_ROW - 2]!.indexOf(name);
    if (at < 0) throw new Error(`no column ${name}`);
    return at;
  }

  drop(from: number, to = from): void {
    this.rows.splice(from - 1, to - from + 1);
  }

  insert(before: number, cells: Readonly<Record<string, Cell>>): void {
    const row: Cell[] = this.rows[FIRST_ROW - 2]!.map(() => null);
    for (const [name, value] of Object.entries(cells)) row[this.column(name)] = value;
    this.rows.splice(before - 1, 0, row);
  }

  move(from: number, to: number, before: number): void {
    const moved = this.rows.slice(from - 1, to);
    const rest = [...this.rows.slice(0, from - 1), ...this.rows.slice(to)];
    const at = before > to ? before - 1 - moved.length : before - 1;
    this.rows = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  }

  dropColumn(name: string): void {
    const at = this.column(name);
    for (const row of this.rows.slice(FIRST_ROW - 2)) row.splice(at, 1);
  }
}

/** The form as JSON to be changed, its parts by path: `items.3.kind`. */
export class FormJson {
  json: Json;
  constructor(form: Form) {
    this.json = JSON.parse(JSON.stringify(form)) as Json;
  }

  set(path: string, value: unknown): void {
    const keys = path.split('.');
    const last = keys.pop()!;
    const owner = keys.reduce<Json>((node, key) => node[key] as Json, this.json);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }

  list(path: string): Json[] {
    return path.split('.').reduce<unknown>((node, key) => (node as Json)[key], this.json) as Json[];
  }
}
