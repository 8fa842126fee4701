/**
 * The key to pseudonyms that is open in the pane, for PSEUDONYM. It is held in this page's memory and nowhere else: an
 * argument or a named cell would be saved with the workbook, sent with it, and kept in its version history, and whoever
 * has the codes and the key has the persons. So no formula takes a key. Closing the pane's key, the workbook or Excel
 * forgets it.
 */
let open: Uint8Array | null = null;

/** @param key from `parsePseudonymKey` */
export function openKey(key: Uint8Array): void {
  open = key;
}

export function closeKey(): void {
  open = null;
}

export function keyThatIsOpen(): Uint8Array | null {
  return open;
}
