/** How much room a text takes, near enough: Excel tells nobody, and merged cells do not grow by themselves. */

export interface TextSize {
  /** In points; columns count in 11 points. */
  readonly size?: number;
  readonly bold?: boolean;
}

const BOLD = 1.02;

/** Widths of Calibri's letters in tenths, where a digit is 1; letters that are not named are as wide as a digit. */
const WIDTHS: readonly (readonly [string, number])[] = [
  [" '", 0.4],
  ['ijlI.,:;·', 0.5],
  ['fJ!()[]-', 0.6],
  ['rt', 0.7],
  ['cszL/"', 0.8],
  ['agkvxyåäFSZ|', 0.9],
  ['ABCRVÅÄ', 1.1],
  ['DGH', 1.2],
  ['NOQUÖ&', 1.3],
  ['w%…', 1.4],
  ['mM', 1.7],
  ['W—@', 1.8],
];

const WIDTH_OF = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/** In characters as a column's width counts them. */
export function textWidth(text: string, { size = 11, bold = false }: TextSize = {}): number {
  let width = 0;
  for (const letter of text) width += WIDTH_OF.get(letter) ?? 1;
  return (width * size * (bold ? BOLD : 1)) / 11;
}

/** A little room to spare: a line too many is a small fault, a cut line a large one. */
const SPARE = 1.03;

/** Lines that a text takes in a column of so many characters when whole words move to the next line. */
export function lineCount(text: string, characters: number, look: TextSize = {}): number {
  const room = Math.max(1, characters / SPARE);
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room, look), 0);
}

function paragraphLines(text: string, room: number, look: TextSize): number {
  if (textWidth(text, look) <= room) return 1;
  const space = textWidth(' ', look);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = textWidth(word, look);
    if (used > 0 && used + space + width > room) {
      lines++;
      used = 0;
    }
    used += width + (used > 0 ? space : 0);
    // A word longer than the line is broken.
    for (; used > room; used -= room) lines++;
  }
  return lines;
}

export function longestWord(text: string, look: TextSize = {}): number {
  return text.split(/\s+/).reduce((longest, word) => Math.max(longest, textWidth(word, look)), 0);
}
