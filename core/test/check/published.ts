/** The tables of the source reports as printed, and what the check finds in them or in a part of them. */
import { readFileSync } from 'node:fs';
import { checkPublished, type Contradiction } from '../../src/check/check.ts';

export type Json = Record<string, unknown>;

/** A fresh copy, so that a test may change a figure. */
export function published(path = ''): Json {
  const text = readFileSync(new URL('fixtures/published-tables.json', import.meta.url), 'utf8');
  const keys = path === '' ? [] : path.split('.');
  return keys.reduce<Json>((json, key) => json[key] as Json, JSON.parse(text) as Json);
}

export function found(json: unknown): readonly Contradiction[] {
  const outcome = checkPublished(json);
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

/** What is said of one figure, by its path. */
export function at(path: string, all: readonly Contradiction[]): Contradiction {
  const one = all.find(({ place }) => place === path || place.endsWith(`(${path})`));
  if (!one)
    throw new Error(`nothing is said of ${path}; only of ${all.map(({ place }) => place).join('; ')}`);
  return one;
}

/** Sets a figure: `set(tables, 'soderhamn.perYear.mean.0', 700)`. */
export function set(json: unknown, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  const owner = keys.reduce<Json>((object, key) => object[key] as Json, json as Json);
  owner[last] = value;
}
