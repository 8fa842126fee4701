/** What a mark in a picture stands for: whom it selects, what it says when pointed at, and how it is read aloud. */
export interface Mark {
  readonly kind: 'group' | 'person' | 'year' | 'share';
  /** Group's key, person's place in the lathund, year: what is selected when the mark is. */
  readonly key: string;
  /** Tells marks of the same key in one picture apart: a statistic, a measure; empty where there is one only. */
  readonly part: string;
  /** Read aloud: whom and what, with figures. */
  readonly name: string;
  /** For a tooltip: the same, a line each. */
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A mark whose facts are its name. */
export function markOf(
  kind: Mark['kind'],
  key: string,
  heading: string,
  facts: readonly Fact[],
  part = '',
): Mark {
  const told = facts.map(({ label, text }) => `${label} ${text}`).join(', ');
  return { kind, key, part, name: told === '' ? heading : `${heading}: ${told}`, facts };
}
