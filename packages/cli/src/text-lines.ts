/** Text in lines of a given width, as a terminal counts it. */

/** Columns that a text takes: letters, not the marks that some files write beside them (å as a and ring). */
export function shownWidth(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

export function padded(text: string, width: number, side: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - shownWidth(text)));
  return side === 'left' ? space + text : text + space;
}

/** Broken between words; a no-break space is none, and a word longer than the width keeps its own line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && shownWidth(line) + 1 + shownWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

export function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(shownWidth));
}

/** The narrowest width in which a text takes at most so many lines. */
export function widthInLines(text: string, lines: number): number {
  let width = longestWord(text);
  while (wrapped(text, width).length > lines) width++;
  return width;
}

/** In so many lines at most; what has no room in them, or in the width, ends in … */
export function inLines(text: string, width: number, most: number): string[] {
  const lines = wrapped(text, width);
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')];
  return kept.map((line) => (shownWidth(line) > width ? `${[...line].slice(0, width - 1).join('')}…` : line));
}
