/** What the CSV tests share: text as bytes in an encoding, and a sheet as rows of values. */
import type { CellValue, Outcome, Sheet } from 'isu-core';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The characters of Windows-1252 from 0x80, by the table of unicode.org (CP1252.TXT); a dot where it has none. */
const FROM_80 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

export function bytesOf(text: string, encoding: TextEncoding = 'utf-8'): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'utf-16le':
      return utf16(`\uFEFF${text}`, true);
    case 'utf-16be':
      return utf16(`\uFEFF${text}`, false);
    case 'windows-1252':
      return Uint8Array.from(text, (character) => {
        const at = FROM_80.indexOf(character);
        return at >= 0 && character !== '.' ? 0x80 + at : character.charCodeAt(0);
      });
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

export function rowsOf(sheet: Sheet): CellValue[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((column) => column.value(column.codes[row]!)),
  );
}

/** The rows of a sheet that was read; a problem fails the test with its sentence. */
export function rowsRead(outcome: Outcome<Sheet>): CellValue[][] {
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return rowsOf(outcome.value);
}

/**
 * CSV read letter by letter, as slowly and plainly as it can be said; the reader has to agree with it. Rows are as
 * wide as the widest; a quote that is not closed gives `null`.
 */
export function readLetterByLetter(text: string, separator: string): CellValue[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'after quotes' = 'start';
  const endRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
    state = 'start';
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (state === 'quoted') {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else state = 'after quotes';
    } else if (letter === separator) {
      row.push(cell);
      cell = '';
      state = 'start';
    } else if (letter === '\r' || letter === '\n') {
      if (letter === '\r' && text[i + 1] === '\n') i++;
      endRow();
    } else if (letter === '"' && state === 'start') {
      state = 'quoted';
    } else {
      cell += letter;
      if (state === 'start') state = 'plain';
    }
  }
  if (state === 'quoted') return null;
  if (row.length > 0 || cell !== '' || !/[\r\n]$/.test(text)) endRow();
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => Array.from({ length: width }, (_, i) => (cells[i] ?? '').trim() || null));
}
