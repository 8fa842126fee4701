/**
 * Text that stays text. What is written into a cell is read as if a person had typed it: `=1+1` becomes a formula,
 * `3-6` a date. A leading apostrophe makes it text in a cell without a format, and is no part of the value. In a cell
 * with the text format a number or a date stays text by itself; what an apostrophe or `=` does there is told differently
 * of different Excels, so such texts are written while their cell has no format, and get it afterwards.
 */

/** In a cell with the text format. */
export function needsApostrophe(text: string): boolean {
  return /^[=+\-@']/.test(text);
}

/** No number, date, time, amount, truth value or error in any of Excel's languages is longer. */
const LONGEST_READ = 60;

/** In a cell without a format: whatever Excel could take for something else. Too often does no harm. */
export function asTypedText(text: string): string {
  const isRead =
    needsApostrophe(text) ||
    (text.length <= LONGEST_READ && (/[\d#]/.test(text) || /^\s*\p{L}{2,12}\s*$/u.test(text)));
  return isRead ? `'${text}` : text;
}
