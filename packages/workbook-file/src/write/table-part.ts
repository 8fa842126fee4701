/** A native Excel table (ECMA-376, part 1, 18.5): its range, its columns' names and its look. */
import { TABLE_STYLE } from './look.ts';
import type { PlannedTable } from './sheet-plan.ts';
import { rangeName, XML_START, xmlAttribute } from './xml.ts';

export function tablePart(table: PlannedTable, number: number): string {
  const range = rangeName(table.range);
  const columns = table.headers.map(
    (header, c) => `<tableColumn id="${String(c + 1)}" name="${xmlAttribute(header)}"/>`,
  );
  return (
    `${XML_START}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${String(number)}" ` +
    `name="${table.name}" displayName="${table.name}" ref="${range}" totalsRowShown="0">` +
    (table.filter ? `<autoFilter ref="${range}"/>` : '') +
    `<tableColumns count="${String(columns.length)}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}

/**
 * Column names as Excel demands them: none empty, none alike (capitals aside), on one line. The cells of the header
 * row must hold the very same texts.
 */
export function tableHeaders(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text, c) => {
    const name = text.replace(/\s+/g, ' ').trim().slice(0, 250) || columnNumber(c);
    let unlike = name;
    for (let n = 2; taken.has(unlike.toLowerCase()); n++) unlike = `${name} (${String(n)})`;
    taken.add(unlike.toLowerCase());
    return unlike;
  });
}

function columnNumber(column: number): string {
  return `Kolumn ${String(column + 1)}`;
}

/** A table's name in formulas: letters, digits and _, unlike a cell's address, and unlike every other. */
export function tableName(id: string, taken: Set<string>): string {
  const plain = id.normalize('NFC').replace(/[^\p{L}\p{N}_]/gu, '_');
  const name = /^(\p{L}{1,3}\d+|[rc]\d*|r\d+c\d+|\P{L}.*|)$/iu.test(plain) ? `_${plain}` : plain;
  let unlike = name;
  for (let n = 2; taken.has(unlike.toLowerCase()); n++) unlike = `${name}_${String(n)}`;
  taken.add(unlike.toLowerCase());
  return unlike;
}
