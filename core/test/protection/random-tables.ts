/** Made-up tables of awkward shapes, always the same for the same seed: many ones, zeros, and a few large cells. */
import type { Cell, Quantities, Sum } from '../../src/protection/quantities.ts';

export type Draw = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function draws(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function between(draw: Draw, low: number, high: number): number {
  return low + Math.floor(draw() * (high - low + 1));
}

/** 15 % zeros, 15 % ones, 20 % two to four, and now and then a category that dominates its row. */
function skewed(draw: Draw): number {
  const share = draw();
  if (share < 0.15) return 0;
  if (share < 0.3) return 1;
  if (share < 0.5) return between(draw, 2, 4);
  if (share < 0.75) return between(draw, 5, 15);
  if (share < 0.95) return between(draw, 10, 80);
  return between(draw, 100, 900);
}

interface Shape {
  /** Categories in each direction. */
  readonly sizes: readonly number[];
  /** The first direction has groups of categories between category and total. */
  readonly groups?: boolean;
  /** Only the sums are shown, never the cells that all directions cross in: linked tables. */
  readonly sumsOnly?: boolean;
}

/** Persons by two or more directions, with every sum over one or more of them. */
export function crossed(draw: Draw, { sizes, groups = false, sumsOnly = false }: Shape): Quantities {
  const count = new Map<string, number>();
  const equations: Sum[] = [];
  const directions = sizes.map((size) => Array.from({ length: size }, (_, i) => `${i}`));
  for (const place of product(directions)) count.set(place.join(), skewed(draw));
  const inner = new Set(count.keys());

  sizes.forEach((_, d) => {
    for (const part of groups && d === 0 ? inGroups(directions[0]!) : [['T', directions[d]!] as const]) {
      const [name, members] = part;
      const others = product(directions.map((categories, e) => (e === d ? ['?'] : categories)));
      for (const place of others) {
        const at = (category: string) => place.map((own, e) => (e === d ? category : own)).join();
        count.set(
          at(name),
          members.reduce((sum, member) => sum + count.get(at(member))!, 0),
        );
        equations.push([...members.map((member) => [1, at(member)] as const), [-1, at(name)]]);
      }
    }
    directions[d] = [...directions[d]!, ...(groups && d === 0 ? ['g0', 'g1'] : []), 'T'];
  });
  const telling = tellingZeros(equations, count);
  const cells = [...count].map(([key, value]): Cell => ({
    key,
    value,
    persons: value,
    ...(telling.has(key) ? { zeroTells: true } : {}),
    ...(sumsOnly && inner.has(key) ? { shown: 'never' } : {}),
  }));
  return { cells, equations };
}

/** Every second category in each of two groups, and the total as the sum of the groups. */
function inGroups(categories: readonly string[]): (readonly [string, readonly string[]])[] {
  const half = (odd: number) => categories.filter((_, i) => i % 2 === odd);
  return [
    ['g0', half(0)],
    ['g1', half(1)],
    ['T', ['g0', 'g1']],
  ];
}

function product(directions: readonly (readonly string[])[]): string[][] {
  return directions.reduce<string[][]>(
    (places, categories) => places.flatMap((place) => categories.map((category) => [...place, category])),
    [[]],
  );
}

/** The zeros of a row in which one category holds everyone. */
function tellingZeros(equations: readonly Sum[], count: ReadonlyMap<string, number>): Set<string> {
  const telling = new Set<string>();
  for (const equation of equations) {
    const parts = equation.filter(([factor]) => factor > 0).map(([, key]) => key);
    const empty = parts.filter((key) => count.get(key) === 0);
    if (empty.length === parts.length - 1) empty.forEach((key) => telling.add(key));
  }
  return telling;
}

export interface Tables extends Quantities {
  /** Who stands behind each cell, so that a test can count different persons. */
  readonly who: ReadonlyMap<string, ReadonlySet<number>>;
}

const LIMITS = [1, 2, 3, 7, 12];
const REFERRERS = ['police', 'relative', 'private', 'health', 'psychiatry', 'other'].map(
  (name) => `by ${name}`,
);

/**
 * A made-up register and the tables of the lathund over it: persons, actualisations, sex, type, LOB, investigations and
 * referrers, by frequency group and by year, tied as they are in truth.
 */
export function lathundTables(draw: Draw, persons: number, years: number): Tables {
  const who = new Map<string, Set<number>>();
  const count = new Map<string, number>();
  const add = (key: string, person: number) => {
    if (!who.has(key)) who.set(key, new Set());
    who.get(key)!.add(person);
    count.set(key, (count.get(key) ?? 0) + 1);
  };
  for (let person = 0; person < persons; person++) {
    const times = actualisationsOf(draw);
    const group = `group ${LIMITS.filter((limit) => times >= limit).at(-1)!}`;
    const sex = draw() < 0.02 ? 'sex unknown' : draw() < 0.3 ? 'women' : 'men';
    for (let i = 0; i < times; i++) {
      const facts = ['actualisations', sex, ...drawActualisation(draw)];
      const year = `year ${between(draw, 1, years)}`;
      for (const slice of [group, year, 'all']) for (const fact of facts) add(`${slice}: ${fact}`, person);
      for (const slice of [group, year, 'all'])
        who.set(`${slice}: persons`, who.get(`${slice}: actualisations`)!);
    }
  }
  return { ...tied(count, who, years), who };
}

function actualisationsOf(draw: Draw): number {
  const share = draw();
  if (share < 0.45) return 1;
  if (share < 0.6) return 2;
  if (share < 0.8) return between(draw, 3, 6);
  if (share < 0.9) return between(draw, 7, 11);
  return between(draw, 12, 40);
}

function drawActualisation(draw: Draw): string[] {
  const investigation = draw() < 0.05 ? 'opened unknown' : draw() < 0.6 ? 'opened' : 'not opened';
  if (draw() < 0.3) return ['applications', investigation];
  // The first referrers are common, the last rare.
  const rank = Math.min(REFERRERS.length - 1, Math.floor(-Math.log(1 - draw()) * 1.4));
  return ['reports', investigation, REFERRERS[rank]!, draw() < 0.2 ? 'LOB' : 'other than LOB'];
}

/** The cells of every slice and what is known to hold between them. */
function tied(
  count: ReadonlyMap<string, number>,
  who: ReadonlyMap<string, ReadonlySet<number>>,
  years: number,
): Quantities {
  const groups = LIMITS.map((limit) => `group ${limit}`);
  const yearly = Array.from({ length: years }, (_, i) => `year ${i + 1}`);
  const parts: readonly (readonly [whole: string, parts: readonly string[]])[] = [
    ['actualisations', ['women', 'men', 'sex unknown']],
    ['actualisations', ['applications', 'reports']],
    ['actualisations', ['opened', 'not opened', 'opened unknown']],
    ['reports', REFERRERS],
    ['reports', ['LOB', 'other than LOB']],
  ];
  const facts = [...new Set(parts.flat(2))];
  const cells: Cell[] = [];
  const equations: Sum[] = [];
  const inequalities: Sum[] = [];
  for (const slice of [...groups, ...yearly, 'all']) {
    for (const fact of facts) {
      const key = `${slice}: ${fact}`;
      const cell = { key, value: count.get(key) ?? 0, persons: who.get(key)?.size ?? 0 };
      cells.push(fact === 'other than LOB' ? { ...cell, shown: 'never' } : cell);
    }
    const all = who.get(`${slice}: actualisations`)?.size ?? 0;
    cells.push({ key: `${slice}: persons`, value: all, persons: all });
    for (const [whole, each] of parts) {
      equations.push([...each.map((part) => [1, `${slice}: ${part}`] as const), [-1, `${slice}: ${whole}`]]);
    }
    inequalities.push([[1, `${slice}: actualisations`], [-1, `${slice}: persons`]]); // prettier-ignore
  }
  for (const fact of facts) {
    for (const slices of [groups, yearly]) {
      equations.push([...slices.map((slice) => [1, `${slice}: ${fact}`] as const), [-1, `all: ${fact}`]]);
    }
  }
  equations.push([...groups.map((group) => [1, `${group}: persons`] as const), [-1, 'all: persons']]);
  for (const year of yearly) inequalities.push([[1, 'all: persons'], [-1, `${year}: persons`]]); // prettier-ignore
  LIMITS.forEach((limit, i) => {
    const next = LIMITS[i + 1];
    const sum = (times: number, sign: number): Sum => [
      [sign, `group ${limit}: actualisations`],
      [-sign * times, `group ${limit}: persons`],
    ];
    if (next === limit + 1) equations.push(sum(limit, 1));
    else inequalities.push(sum(limit, 1), ...(next === undefined ? [] : [sum(next - 1, -1)]));
  });
  return { cells, equations, inequalities };
}
