/** Names that Excel takes for sheets: at most 31 characters, none of []:*?/\, none alike, capitals aside. */

const LONGEST_NAME = 31;

export function safeSheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => safeSheetName(name, taken));
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
