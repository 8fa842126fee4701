/** Names of tables and of their columns as Excel demands them. */

/**
 * Column names: none empty, none alike (capitals aside), on one line. The cells of the header
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
