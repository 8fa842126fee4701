/**
 * How wide a text is, near enough to lay out a chart where no browser is at hand to measure it. The widths are those
 * of common interface fonts (Segoe UI, Helvetica, DejaVu lies a little above), rounded up.
 */

/** @param size font size in pixels; bold text is about a tenth wider */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * size;
}

/** Letters are few, and measured for every text of every picture. */
const known = new Map<string, number>();

function characterWidth(character: string): number {
  let em = known.get(character);
  if (em === undefined) known.set(character, (em = emOf(character)));
  return em;
}

function emOf(character: string): number {
  if (/[ \u00a0.,:;'|!iljIt()[\]·-]/.test(character)) return 0.34;
  if (/[mwMW%@—…]/.test(character)) return 0.9;
  if (/[A-ZÅÄÖ]/.test(character)) return 0.7;
  return 0.57;
}

/** Lines no wider than `width`, broken at spaces; a word or a rest that finds no room ends in `…`. */
export function wrapText(text: string, size: number, width: number, mostLines: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  const shown = lines.slice(0, mostLines);
  if (lines.length > shown.length && shown.length > 0) shown[shown.length - 1] += ' …';
  return shown.map((line) => shortened(line, size, width));
}

function shortened(line: string, size: number, width: number): string {
  if (textWidth(line, size) <= width) return line;
  const characters = Array.from(line.replace(/ ?…$/, ''));
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
