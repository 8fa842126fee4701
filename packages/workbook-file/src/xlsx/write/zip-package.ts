/**
 * A zip file that is packed while its parts are written, so that a long sheet never stands whole in memory. The same
 * parts give the same bytes on every machine: no clock, and a compressor in JavaScript rather than the platform's.
 */
import { Zip, ZipDeflate } from 'fflate';

const PUSHED_AT_A_TIME = 1 << 16;

/** The earliest that a zip can say; it keeps local time, so it is midnight here wherever here is. */
function noTime(): Date {
  return new Date(1980, 0, 1);
}

export class ZipPackage {
  private readonly packed: Uint8Array[] = [];
  private readonly zip: Zip;

  constructor() {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.packed.push(chunk);
    });
  }

  /** Writes one part from pieces of text. */
  add(path: string, pieces: Iterable<string>): void {
    const entry = new ZipDeflate(path, { level: 6, mem: 8 });
    entry.mtime = noTime();
    this.zip.add(entry);
    const encoder = new TextEncoder();
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PUSHED_AT_A_TIME) continue;
      entry.push(encoder.encode(waiting));
      waiting = '';
    }
    entry.push(encoder.encode(waiting), true);
  }

  /** Writes one part that is no text. */
  addBytes(path: string, bytes: Uint8Array): void {
    const entry = new ZipDeflate(path, { level: 6, mem: 8 });
    entry.mtime = noTime();
    this.zip.add(entry);
    entry.push(bytes, true);
  }

  finish(): Uint8Array {
    this.zip.end();
    const bytes = new Uint8Array(this.packed.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.packed) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}
