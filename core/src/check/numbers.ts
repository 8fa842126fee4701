/** From cells as they come (numbers, or text such as `44 %`) to figures with the precision of their column. */
import { decimalsOf, readNumber, type Figure, type Kind, type PrintedNumber } from './figure.ts';
import type { Role } from './words.ts';

/** What a printed cell may be in JSON or a sheet. */
export type RawCell = string | number | boolean | null | undefined;

/** The number in a cell; `null` where it is empty, suppressed (`..`), illegible or text. */
export function numberIn(cell: unknown): PrintedNumber | null {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? { value: cell, decimals: decimalsOf(cell), percent: false } : null;
  }
  return typeof cell === 'string' ? readNumber(cell) : null;
}

export interface FigurePlace {
  readonly path: string;
  readonly print: string;
  readonly label: string;
  readonly role: Role;
}

/**
 * The figures of one row or column. A number in JSON has lost its last zeros (5.10 is 5.1), so a column is as exact
 * as its most exact figure; a mean under a column of counts has decimals of its own. Shares printed as parts of one
 * (0,44) become percent.
 */
export function figuresFrom(
  cells: readonly (PrintedNumber | null)[],
  kind: Kind,
  places: readonly FigurePlace[],
  coarseness: number,
): readonly (Figure | null)[] {
  const numbers = kind === 'percent' ? asPercent(cells) : cells;
  const isMean = (i: number) => kind === 'count' && places[i]!.role === 'mean';
  const decimalsAmong = (mean: boolean) =>
    Math.max(0, ...numbers.map((one, i) => (isMean(i) === mean ? (one?.decimals ?? 0) : 0)));
  const [ofCells, ofMeans] = [decimalsAmong(false), decimalsAmong(true)];
  return numbers.map((one, i) => {
    if (one === null) return null;
    const { path, print, label, role } = places[i]!;
    const own = isMean(i) ? 'mean' : kind;
    const decimals = isMean(i) ? ofMeans : ofCells;
    const slack = slackOf(own, decimals, coarseness);
    const derived = role === 'total' || own === 'percent' || own === 'mean';
    return { path, print, label, kind: own, value: one.value, decimals, slack, derived };
  });
}

/**
 * How far a figure may be from what it stands for.
 * @param coarseness how far a whole count may be off by design: 0; 0,5 in thousands; more where counts are rounded to
 *   a base, so that no one can be found in them
 */
export function slackOf(kind: Kind, decimals: number, coarseness: number): number {
  const isWhole = (kind === 'count' || kind === 'base') && decimals === 0;
  return isWhole ? coarseness : 0.5 / 10 ** decimals;
}

/** What rounding to a base does to counts, when every one of them, or most of many, is a multiple of 3 or of 5. */
export function coarsenessOf(numbers: readonly PrintedNumber[]): number {
  const counts = numbers.filter((one) => one.decimals === 0 && !one.percent && one.value > 0);
  const multiples = (base: number) => counts.filter((one) => one.value % base === 0).length;
  const enough = counts.length >= MANY ? MOST * counts.length : counts.length;
  const base = [3, 5].find((candidate) => multiples(candidate) >= enough);
  return base !== undefined && counts.length >= FEW ? base - 1 : 0;
}

/** So many counts are not all multiples by chance, and of so many not even most. */
const FEW = 8;
const MANY = 20;
const MOST = 0.8;

/** An empty cell, or one that tells that its figure is not shown: `..`, `–`, `x`. */
export function isGap(cell: unknown): boolean {
  return (
    cell === null ||
    cell === undefined ||
    (typeof cell === 'string' && /^(\.\.|[-–—x*]?)$/i.test(cell.trim()))
  );
}

/** Figures that nobody has called percent, but that can be nothing else than parts of one: 0,44 and 0,13. */
export function areFractions(cells: readonly (PrintedNumber | null)[]): boolean {
  const numbers = cells.flatMap((one) => one ?? []);
  return (
    numbers.length >= 2 &&
    numbers.every((one) => one.value >= 0 && one.value <= 1) &&
    numbers.some((one) => one.decimals >= 2)
  );
}

function asPercent(cells: readonly (PrintedNumber | null)[]): readonly (PrintedNumber | null)[] {
  const numbers = cells.flatMap((one) => one ?? []);
  const fractions =
    numbers.some((one) => one.decimals > 1) &&
    numbers.some((one) => one.value >= 0.1 || one.decimals >= 4) &&
    numbers.every((one) => one.value <= 1 && one.value >= 0 && !one.percent);
  if (!fractions) return cells;
  const decimals = Math.max(0, ...numbers.map((one) => one.decimals - 2));
  return cells.map((one) =>
    one === null ? null : { value: tidy(one.value * 100), decimals, percent: true },
  );
}

/** 0.57 · 100 is 56.99999999999999 in binary; the print says 57. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
