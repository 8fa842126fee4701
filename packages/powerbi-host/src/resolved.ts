/** A promise kept at once. Microsoft's types have a promise of their own, which a plain one serves for. */
import type powerbi from 'powerbi-visuals-api';

export function resolved<T>(value: T): powerbi.IPromise<T> {
  return Promise.resolve(value) as unknown as powerbi.IPromise<T>;
}
