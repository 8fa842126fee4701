/**
 * The key to pseudonyms that is open in the pane, for PSEUDONYM. It is held in this page's memory and nowhere else: an
 * argument or a named cell would be saved with the workbook, sent with it, and kept in its version history, and whoever
 * has the codes and the key has the persons. So no formula takes a key. Closing the key in the pane, the workbook or
 * Excel forgets it.
 */
let open: Uint8Array | null = null;
let isMissed = false;
let onFound = () => {};

/** @param key from `parsePseudonymKey` */
export function openKey(key: Uint8Array): void {
  open = key;
  if (isMissed) onFound();
  isMissed = false;
}

export function closeKey(): void {
  open = null;
}

/** The key; a formula that asks while there is none is to be worked out again when there is. */
export function askForKey(): Uint8Array | null {
  isMissed ||= open === null;
  return open;
}

/** @param found called when a key is opened that a formula has asked for */
export function whenKeyIsFound(found: () => void): void {
  onFound = found;
}
