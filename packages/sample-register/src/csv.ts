/** A register as CSV the way Swedish Excel reads it: UTF-8 with byte order mark, semicolons, CRLF, ISO dates. */
import { isoDate } from 'isu-core';
import { COLUMNS, type SampleRegister, type SampleRow } from './row.ts';

const CHUNK = 1 << 16;

/** No field needs quotes: names and numbers here hold neither semicolons, quotes nor line breaks. */
export function* csvChunks(
  register: SampleRegister<Iterable<SampleRow>>,
): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let text = `\ufeff${register.header.join(';')}\r\n`;
  let day = NaN;
  let date = '';
  for (const row of register.rows) {
    if (row.day !== day) {
      day = row.day;
      date = isoDate(day);
    }
    for (let c = 0; c < COLUMNS.length; c++) {
      const { field } = COLUMNS[c]!;
      text += (c === 0 ? '' : ';') + (field === 'day' ? date : String(row[field]));
    }
    text += '\r\n';
    if (text.length >= CHUNK) {
      yield encoder.encode(text);
      text = '';
    }
  }
  yield encoder.encode(text);
}
