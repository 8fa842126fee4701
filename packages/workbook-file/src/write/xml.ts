/** Text, numbers and cell addresses as the parts of a workbook write them. */

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Signs that XML cannot hold are written as Excel writes them, `_x0007_`, and such a text itself is escaped. */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, (sign) => `_x${hex4(sign)}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

export function xmlAttribute(text: string): string {
  return xmlText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, (sign) => `_x${hex4(sign)}_`);
}

/** For the drawing parts, which know no `_x0007_`: what XML cannot hold is left out. */
export function drawingText(text: string): string {
  return xmlAttribute(text.replace(/[\0-\x1f\ufffe\uffff]/g, ' ')).replaceAll('_x005F_', '_');
}

function hex4(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** Column letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  return (
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
  );
}

export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export function rangeName({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  return `${columnName(firstColumn)}${String(firstRow + 1)}:${columnName(lastColumn)}${String(lastRow + 1)}`;
}

/** A sheet's name before the `!` of a reference. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `'Tabeller'!$B$5:$B$9`; several ranges in brackets. */
export function reference(sheetName: string, ranges: readonly CellRange[]): string {
  const references = ranges.map(({ firstRow, firstColumn, lastRow, lastColumn }) => {
    const start = fixedCell(firstColumn, firstRow);
    const end = fixedCell(lastColumn, lastRow);
    return `${quotedSheet(sheetName)}!${start === end ? start : `${start}:${end}`}`;
  });
  return references.length === 1 ? references[0]! : `(${references.join(',')})`;
}

function fixedCell(column: number, row: number): string {
  return `$${columnName(column)}$${String(row + 1)}`;
}
