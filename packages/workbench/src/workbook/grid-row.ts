/** A row as the grid holds it: its number in the sheet, and what is being typed into one of its cells. */
export interface GridRow {
  readonly row: number;
  readonly typed?: string;
}
