/** What Excel takes as the text of a cell. */

/** Excel holds no longer text in a cell. */
const LONGEST_TEXT = 32_767;

export function keptText(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}
