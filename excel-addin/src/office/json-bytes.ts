/** How much cells weigh on the way to and from Excel, which travels as JSON in UTF-8. */

/**
 * What one request or answer may carry. Excel on the web takes 5 MB; a part of that keeps each piece of work so short
 * that the pane still answers, and leaves room for rows that are longer than those before them.
 */
export const CHUNK_BYTES = 1_000_000;

const encoder = new TextEncoder();

export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value);
  return encoder.encode(text).length;
}
