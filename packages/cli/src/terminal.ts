/** What differs on a terminal: colours (NO_COLOR obeyed), width, and a progress line on standard error. */
import type { Language } from 'isu-core';
import { READING } from './words.ts';

export interface Style {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warning: (text: string) => string;
}

const PLAIN: Style = { bold: same, faint: same, accent: same, warning: same };
const COLOURED: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  accent: (text) => `\u001b[36m${text}\u001b[39m`,
  warning: (text) => `\u001b[33m${text}\u001b[39m`,
};

function same(text: string): string {
  return text;
}

/** Colours on a terminal only, and not where NO_COLOR is set to anything (no-color.org). */
export function styleFor(stream: NodeJS.WriteStream): Style {
  const refused = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return stream.isTTY && !refused ? COLOURED : PLAIN;
}

const WIDTH_WITHOUT_TERMINAL = 100;
/** Wider lines are hard to follow with the eye. */
const WIDEST = 120;

export function textWidth(stream: NodeJS.WriteStream): number {
  return Math.min(stream.columns || WIDTH_WITHOUT_TERMINAL, WIDEST);
}

/** One line on standard error, whatever the file put into it. */
export function sayOnError(sentence: string): void {
  process.stderr.write(`${styleFor(process.stderr).warning(printable(sentence))}\n`);
}

/** Text as one line that a terminal only shows: what a file holds must not steer it (ESC) or break the line. */
export function printable(text: string): string {
  return text.replace(/[\s\p{Cc}]*[\p{Cc}\u2028\u2029]+[\s\p{Cc}]*/gu, ' ').replace(/\p{Cf}/gu, '');
}

export interface ProgressLine {
  readonly reading: (read: number, all: number | null) => void;
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

const SILENT: ProgressLine = { reading: () => undefined, say: () => undefined, clear: () => undefined };
/** Shorter files are read before anyone could read a progress line. */
const LONG_FILE = 8 << 20;

export function progressLine(stream: NodeJS.WriteStream, language: Language): ProgressLine {
  if (!stream.isTTY) return SILENT;
  let shown = '';
  const say = (text: string) => {
    if (text === shown) return;
    stream.write(`\r\u001b[K${text}`);
    shown = text;
  };
  return {
    reading: (read, all) => {
      if ((all ?? read) < LONG_FILE) return;
      const percent = all === null ? null : Math.floor((100 * read) / all);
      say(READING[language](percent, Math.round(read / (1 << 20))));
    },
    say: (text) => {
      if (shown !== '') say(text);
    },
    clear: () => {
      if (shown !== '') stream.write('\r\u001b[K');
      shown = '';
    },
  };
}
