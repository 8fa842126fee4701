/**
 * A problem is something the user can mend: it says in Swedish and in English what is wrong, where, and how to
 * mend it. Problems are values; exceptions are left for the mistakes of programmers.
 */
export interface Problem {
  /** Stable name for scripts and tests, e.g. `no-date-column`. */
  readonly code: string;
  readonly sv: string;
  readonly en: string;
}

export type Language = 'sv' | 'en';

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(
  code: string,
  sv: string,
  en: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, sv, en } };
}
