/**
 * The text of a web page from its bytes: by its byte order mark, else the encoding that the user named, else the one
 * that the page declares, else UTF-8 where that fits, else Windows-1252.
 */
import { succeed, type Outcome } from 'isu-core';
import {
  byteOrderMark,
  encodingOfName,
  isUtf8,
  putWindows1252,
  WINDOWS_1252_GROWTH,
  type Encoding,
} from '../csv/encoding.ts';

export function pageText(bytes: Uint8Array, named?: string): Outcome<string> {
  const mark = byteOrderMark(bytes);
  if (mark) return succeed(decodeText(bytes.subarray(mark.length), mark.encoding));
  if (named !== undefined) {
    const encoding = encodingOfName(named);
    return encoding.ok ? succeed(decodeText(bytes, encoding.value)) : encoding;
  }
  const declared = declaredText(bytes);
  return succeed(declared ?? decodeText(bytes, isUtf8(bytes, 0, bytes.length) ? 'utf-8' : 'windows-1252'));
}

export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const utf8 = new Uint8Array(bytes.length * (1 + WINDOWS_1252_GROWTH));
  let length = 0;
  for (const byte of bytes) length = putWindows1252(byte, utf8, length);
  return new TextDecoder().decode(utf8.subarray(0, length));
}

const DECLARATION_BYTES = 4096;

/** `<meta charset="…">`, `<meta … content="text/html; charset=…">` or `<?xml encoding="…"?>`. */
function declaredText(bytes: Uint8Array): string | null {
  const start = decodeText(bytes.subarray(0, DECLARATION_BYTES), 'windows-1252');
  const name = (/<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start) ??
    /^\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(start))?.[1];
  // A page that can be read as ASCII cannot declare UTF-16 and mean it.
  if (name === undefined || /^utf-?16/i.test(name)) return null;
  const known = encodingOfName(name);
  if (known.ok) return decodeText(bytes, known.value);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    // An encoding that nobody knows is as none.
    return null;
  }
}
