/** From cells as they come (numbers, or text such as `44 %`) to figures with the precision of their column. */
import { decimalsOf, readNumber, type Figure, type Kind, type PrintedNumber } from './figure.ts';

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
}

/**
 * The figures of one row or column. A number in JSON has lost its last zeros (5.10 is 5.1), so a column is as exact
 * as its most exact figure. Shares printed as parts of one (0,44) become percent.
 */
export function figuresFrom(
  cells: readonly (PrintedNumber | null)[],
  kind: Kind,
  places: readonly FigurePlace[],
  derived: readonly boolean[],
  roundedUnit: boolean,
): readonly (Figure | null)[] {
  const numbers = kind === 'percent' ? asPercent(cells) : cells;
  const decimals = Math.max(0, ...numbers.map((one) => one?.decimals ?? 0));
  return numbers.map((one, i) =>
    one === null
      ? null
      : {
          ...places[i]!,
          kind,
          value: one.value,
          decimals,
          slack: slackOf(kind, decimals, roundedUnit),
          derived: derived[i]! || kind === 'percent' || kind === 'mean',
        },
  );
}

export function slackOf(kind: Kind, decimals: number, roundedUnit: boolean): number {
  const exact = (kind === 'count' || kind === 'base') && decimals === 0 && !roundedUnit;
  return exact ? 0 : 0.5 / 10 ** decimals;
}

function asPercent(cells: readonly (PrintedNumber | null)[]): readonly (PrintedNumber | null)[] {
  const numbers = cells.flatMap((one) => one ?? []);
  const fractions =
    numbers.some((one) => one.decimals > 1) &&
    numbers.some((one) => one.value >= 0.1) &&
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
