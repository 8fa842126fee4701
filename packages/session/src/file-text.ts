/** What a dropped file is, by its first words; what is wrong with it is told with its name. */
import { textOf } from 'isu-workbook-file/json';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A key is text, and so may a register be: a key must never be read as one. */
export function fileContent({ name, bytes }: NamedFile): 'key' | 'json' | 'rows' {
  const start = textOf(bytes.subarray(0, 400)).trimStart();
  if (/^isu-nyckel\b/i.test(start)) return 'key';
  return /\.json$/i.test(name) || start.startsWith('{') ? 'json' : 'rows';
}
