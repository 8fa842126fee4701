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

/** Swedish or English. */
export type Language = 'sv' | 'en';

/** A value, or the problem that keeps it from being: what a user can mend is never an exception. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A value as an outcome. */
export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A problem as an outcome, with its sentence in Swedish and in English. */
export function fail(
  code: string,
  sv: string,
  en: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, sv, en } };
}
