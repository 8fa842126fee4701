/**
 * A long text put together as UTF-8 piece by piece. Most of what is written of a register is written again
 * and again, and copying its bytes takes a fifth of the time of joining as many short strings.
 */

import { utf8 } from '../utf8.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const ZERO = 48;
/** As many bytes are copied one by one before a call to copy them is made. */
const SHORT = 32;

export class TextBytes {
  private bytes = new Uint8Array(65_536);
  private length = 0;

  /** @returns where it begins, until the text is taken */
  add(part: Uint8Array): number {
    const at = this.makeRoom(part.length);
    if (part.length > SHORT) this.bytes.set(part, at);
    else this.overwrite(at, part);
    this.length = at + part.length;
    return at;
  }

  /** Puts a few bytes in place of what stands there. */
  overwrite(at: number, part: Uint8Array): void {
    const { bytes } = this;
    for (let i = 0; i < part.length; i++) bytes[at + i] = part[i]!;
  }

  /** A whole number as a JSON string of twelve digits. */
  addTwelveDigits(value: number): void {
    const at = this.makeRoom(14);
    const { bytes } = this;
    let high = Math.floor(value / 1e6);
    let low = value - high * 1e6;
    bytes[at] = QUOTE;
    for (let i = 6; i > 0; i--) {
      bytes[at + i] = ZERO + (high % 10);
      bytes[at + 6 + i] = ZERO + (low % 10);
      high = (high / 10) | 0;
      low = (low / 10) | 0;
    }
    bytes[at + 13] = QUOTE;
    this.length = at + 14;
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
  take(): Uint8Array<ArrayBuffer> {
    const text = this.bytes.slice(0, this.length);
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
