/**
 * What a case worker can do something about: what is wrong in the source, how many rows, which, and (in the words of
 * the document) what to do. Nothing here changes a figure.
 */
import {
  EXCLUSION_REASONS,
  WARNINGS,
  type ExclusionReason,
  type Register,
  type ValueGap,
  type Warning,
} from './register.ts';
import type { ChosenBy } from './mapping.ts';
import { ROLES, type Role } from './roles.ts';

/** What there can be to look over. */
export type QualityCode =
  | ExclusionReason
  | Warning
  | 'odd-person'
  | 'unsure-column'
  | 'column-not-found'
  | 'value-not-recognised'
  | 'value-missing';

/** One thing to look over in the source: what, how much of it, and where. */
export interface QualityFinding {
  readonly code: QualityCode;
  /** Where it is about one column. */
  readonly role: Role | null;
  /** Rows concerned; of a column, its filled rows. */
  readonly count: number;
  /** The first of them, by row number of the source. */
  readonly rows: readonly number[];
  /** Examples of the values concerned, most frequent first. */
  readonly values: readonly string[];
}

/** As many rows and values as are told by number or name. */
export const EXAMPLES = 20;
/** Limits are the user's own wish: rows outside them are nothing to mend. */
const WISHED: readonly ExclusionReason[] = ['outside-period', 'under-age', 'outside-selection'];

/** What to look over in the source, with rows or values to begin with. */
export function qualityOf(register: Register): readonly QualityFinding[] {
  return [
    ...exclusions(register),
    ...warnings(register),
    ...oddPersons(register),
    ...columns(register),
    ...values(register),
    ...missing(register),
  ];
}

function finding(code: QualityCode, found: Partial<Omit<QualityFinding, 'code'>>): QualityFinding {
  return { role: null, count: 0, rows: [], values: [], ...found, code };
}

function exclusions({ account }: Register): QualityFinding[] {
  return EXCLUSION_REASONS.filter((reason) => !WISHED.includes(reason)).flatMap((reason) => {
    const excluded = account.excluded.filter((row) => row.reason === reason);
    const rows = excluded.slice(0, EXAMPLES).map(({ row }) => row);
    return excluded.length === 0 ? [] : [finding(reason, { count: excluded.length, rows })];
  });
}

function warnings({ account }: Register): QualityFinding[] {
  return WARNINGS.flatMap((warning) => {
    const warned = account.warnings.filter((row) => row.warning === warning);
    const rows = warned.slice(0, EXAMPLES).map(({ row }) => row);
    return warned.length === 0 ? [] : [finding(warning, { count: warned.length, rows })];
  });
}

function oddPersons({ oddPersons: odd }: Register): QualityFinding[] {
  return odd.length === 0
    ? []
    : [finding('odd-person', { role: 'person', count: odd.length, rows: odd.slice(0, EXAMPLES) })];
}

/** A column whose header only might mean it, or most of whose values are not what they should be. */
function columns({ mapping, fit }: Register): QualityFinding[] {
  const isNeedless = (role: Role) => role === 'sex' || role === 'age' || mapping.declined.includes(role);
  return ROLES.flatMap((role) => {
    const mapped = mapping.columns[role];
    if (!mapped) return isNeedless(role) ? [] : [finding('column-not-found', { role })];
    const unsure = surenessOf(mapped.by, fit[role]) === 'unsure';
    return unsure ? [finding('unsure-column', { role, values: [mapped.header] })] : [];
  });
}

/** How surely a column is what it was taken for. */
export type Sureness = 'sure' | 'likely' | 'unsure';

/**
 * How sure the choice of a column is.
 *
 * @param by the user's own choice or the profile, or how strongly the header speaks for it (3 is the method's own word)
 * @param fit share of the values that are of the right form, where the form can be told
 */
export function surenessOf(by: ChosenBy, fit: number | undefined): Sureness {
  const form = fit ?? 1;
  if (by === 'settings' || by === 'profile') return form < 0.5 ? 'likely' : 'sure';
  if (by === 1 || form < 0.5) return 'unsure';
  return by === 3 && form >= 0.9 ? 'sure' : 'likely';
}

function values({ meanings }: Register): QualityFinding[] {
  return (['type', 'investigation', 'sex'] as const).flatMap((role) => {
    const unknown = (meanings[role] ?? []).filter(({ code }) => code === null);
    const count = unknown.reduce((sum, { rows }) => sum + rows, 0);
    if (count === 0) return [];
    return [
      finding('value-not-recognised', {
        role,
        count,
        values: unknown.slice(0, EXAMPLES).map(({ value }) => value),
      }),
    ];
  });
}

function missing(register: Register): QualityFinding[] {
  return (register.gaps ?? gapsIn(register)).map((gap) => finding('value-missing', gap));
}

function gapsIn(register: Register): ValueGap[] {
  const { row, used } = register;
  const byRole: readonly (readonly [Role, Uint8Array | Int32Array | null])[] = [
    ['type', register.hasTypeColumn ? register.type : null],
    ['investigation', register.investigation],
    ['referrer', register.referrer?.index ?? null],
    ['reason', register.reason?.index ?? null],
  ];
  return byRole.flatMap(([role, values]) => {
    if (!values?.includes(0)) return [];
    const rows: number[] = [];
    let count = 0;
    for (let i = 0; i < used; i++) {
      if (values[i] !== 0) continue;
      if (count++ < EXAMPLES) rows.push(row[i]!);
    }
    return count === 0 ? [] : [{ role, count, rows }];
  });
}
