/** Names that Excel takes for sheets: at most 31 characters, none of []:*?/\, none alike, capitals aside. */

const LONGEST_NAME = 31;

/** @param others names that the workbook has already */
export function safeSheetNames(wanted: readonly string[], others: Iterable<string> = []): string[] {
  const taken = withoutCapitals(others);
  return wanted.map((name) => safeSheetName(name, taken));
}

/** Excel tells names apart without regard to capitals. */
export function withoutCapitals(names: Iterable<string>): Set<string> {
  return new Set(Array.from(names, (name) => name.toLowerCase()));
}

export function safeSheetName(wanted: string, taken: Set<string>): string {
  const allowed = wanted
    .replace(/[[\]:*?/\\\0-\x1f]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/^[\s']+|[\s']+$/g, '');
  // Excel keeps the name History for itself.
  const name = allowed === '' || /^history$/i.test(allowed) ? `Blad ${allowed}`.trim() : allowed;
  let unlike = name;
  for (let n = 2; taken.has(unlike.toLowerCase()); n++) {
    const suffix = ` (${String(n)})`;
    unlike = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
  }
  taken.add(unlike.toLowerCase());
  return unlike;
}
