/**
 * Writes CSV as Swedish Excel opens it by a double click: UTF-8 with a byte order mark, semicolons, CRLF.
 *
 * Text that begins with `=`, `+`, `-` or `@` is written as it is, since a CSV file cannot mark a cell as text and the
 * value must come back unchanged. Excel may take such a cell for a formula; in .xlsx it stays text.
 */

/** Goes before the first row, once. */
export const CSV_BOM = '\uFEFF';

/** One row with its line end. `null` is an empty cell; numbers have a decimal comma. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
  return /[;"\r\n\t,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
