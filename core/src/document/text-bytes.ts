/**
 * A long text put together as UTF-8 and made a string at the end. Most of what is written of a register is written again
 * and again, and copying its bytes takes a fifth of the time of joining as many short strings.
 */

import { fromUtf8, utf8 } from '../utf8.ts';

const QUOTE = 34;
const BACKSLASH = 92;

export class TextBytes {
  private bytes = new Uint8Array(65_536);
  private length = 0;

  add(part: Uint8Array): void {
    const at = this.makeRoom(part.length);
    const { bytes } = this;
    bytes.set(part, at);
    this.length = at + part.length;
  }

  /** As a JSON string. */
  addQuoted(text: string): void {
    const at = this.makeRoom(text.length + 2);
    const { bytes } = this;
    bytes[at] = QUOTE;
    for (let i = 0; i < text.length; i++) {
      const letter = text.charCodeAt(i);
      if (letter < 32 || letter > 126 || letter === QUOTE || letter === BACKSLASH) {
        this.add(utf8(JSON.stringify(text)));
        return;
      }
      bytes[at + 1 + i] = letter;
    }
    bytes[at + 1 + text.length] = QUOTE;
    this.length = at + text.length + 2;
  }

  /** The text so far; what is added next begins another. */
  take(): string {
    const text = fromUtf8(this.bytes.subarray(0, this.length));
    this.length = 0;
    return text;
  }

  /** @returns where the next byte goes */
  private makeRoom(length: number): number {
    const needed = this.length + length;
    if (needed > this.bytes.length) {
      const longer = new Uint8Array(Math.max(2 * this.bytes.length, needed));
      longer.set(this.bytes.subarray(0, this.length));
      this.bytes = longer;
    }
    return this.length;
  }
}
