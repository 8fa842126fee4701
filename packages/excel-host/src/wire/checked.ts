/** Arguments and values from add-ins that are written in JavaScript, or that the compiler let pass. */
import { Fault } from '../model/fault.ts';

/** The value, if it is of the kind that stands there now, and one of the allowed. */
export function checked(name: string, given: unknown, now: unknown, allowed?: readonly unknown[]): unknown {
  const isAllowed = allowed ? allowed.includes(given) : typeof given === typeof now;
  if (!isAllowed) throw new Fault('InvalidArgument', `${name} cannot be ${JSON.stringify(given)}`);
  return given;
}

export function requireWhole(name: string, given: unknown, least = Number.NEGATIVE_INFINITY): number {
  if (Number.isInteger(given) && (given as number) >= least) return given as number;
  throw new Fault('InvalidArgument', `${name} cannot be ${JSON.stringify(given)}`);
}

export function requireNumber(name: string, given: unknown, least = 0, most = Infinity): number {
  if (typeof given === 'number' && given >= least && given <= most) return given;
  throw new Fault('InvalidArgument', `${name} cannot be ${JSON.stringify(given)}`);
}

export function requireText(name: string, given: unknown): string {
  if (typeof given === 'string') return given;
  throw new Fault('InvalidArgument', `${name} must be text, not ${typeof given}`);
}

/** Office.js takes an enum's member and its text alike. */
export function oneOf<const T extends string>(name: string, given: unknown, allowed: readonly T[]): T {
  if (allowed.includes(given as T)) return given as T;
  throw new Fault('InvalidArgument', `${name} cannot be ${JSON.stringify(given)}; ${allowed.join(', ')} can`);
}

export function requireFound<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Fault('ItemNotFound', what);
  return found;
}
