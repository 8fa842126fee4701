/**
 * From a result of this product (`isu analyse --json`) to what can be held against itself: every cell against its own
 * numerator and denominator, groups against totals, the account of the rows. Its figures are unrounded.
 */
import { constantSide, ratio, same, sideOf, type Equation } from './equation.ts';
import { decimalsOf, type Figure, type Kind } from './figure.ts';
import { point } from './interval.ts';
import { areFrequencyGroups, roleOf } from './words.ts';

interface Cell {
  readonly table: string;
  readonly title: string;
  readonly row: string;
  readonly column: string;
  readonly figure: Figure;
  readonly numerator: Figure | null;
  readonly denominator: Figure | null;
}

/** Whether JSON has the shape of a result. */
export function isResult(json: unknown): json is { readonly tables: readonly unknown[] } {
  const tables = field(json, 'tables');
  return (
    Array.isArray(tables) && tables.some((table) => Array.isArray(field(table, 'rows')) && hasCells(table))
  );
}

export interface ReadResult {
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
}

export function readResult(json: { readonly tables: readonly unknown[] }): ReadResult {
  const cells = json.tables.flatMap(cellsOf);
  const rounded = field(field(field(json, 'settings'), 'protection'), 'rounding');
  const sums =
    typeof rounded === 'number'
      ? []
      : [...totalsOf(cells, 'row', 'column'), ...totalsOf(cells, 'column', 'row')];
  const account = rowAccount(json);
  return {
    figures: [
      ...cells.flatMap((cell) => [cell.figure, cell.numerator ?? [], cell.denominator ?? []].flat()),
      ...account.flatMap((one) => one.figures),
    ],
    equations: [...cells.flatMap(ownRatio), ...numeratorsInRows(cells), ...sums, ...account],
  };
}

// --- Cells ---------------------------------------------------------------------------------------------------------------

function cellsOf(table: unknown, index: number): readonly Cell[] {
  const id = text(field(table, 'id')) || String(index);
  const title = text(field(table, 'title'));
  const rows = field(table, 'rows');
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const key = text(field(row, 'key'));
    const cells = field(row, 'cells');
    if (typeof cells !== 'object' || cells === null) return [];
    return Object.entries(cells).flatMap(([column, cell]) => cellOf({ id, title, key, column }, cell));
  });
}

interface CellPlace {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly column: string;
}

function cellOf(place: CellPlace, cell: unknown): readonly Cell[] {
  const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map((name) =>
    number(field(cell, name)),
  );
  if (value === null || value === undefined) return [];
  const isRatio =
    numerator !== null && denominator !== null && numerator !== undefined && denominator !== undefined;
  const kind: Kind = !isRatio
    ? 'count'
    : isPercent(value, numerator, denominator, place)
      ? 'percent'
      : 'mean';
  const figure = figureOf(place, 'value', value, kind);
  return [
    {
      table: place.id,
      title: place.title,
      row: place.key,
      column: place.column,
      figure,
      numerator: isRatio ? figureOf(place, 'numerator', numerator, 'count') : null,
      denominator: isRatio ? figureOf(place, 'denominator', denominator, 'count') : null,
    },
  ];
}

function figureOf({ id, title, key, column }: CellPlace, part: string, value: number, kind: Kind): Figure {
  const decimals = decimalsOf(value);
  return {
    path: `tables.${id}.${key}.${column}${part === 'value' ? '' : `.${part}`}`,
    print: title,
    label: `${key}, ${column}`,
    kind,
    value,
    decimals,
    slack: kind === 'count' ? 0 : 0.5 / 10 ** decimals,
    derived: kind !== 'count' || roleOf(key) === 'total' || roleOf(column) === 'total',
  };
}

function isPercent(value: number, numerator: number, denominator: number, place: CellPlace): boolean {
  const share = numerator / denominator;
  const [asPercent, asMean] = [Math.abs(value - 100 * share), Math.abs(value - share)];
  if (Math.min(asPercent, asMean) < 1e-6 * Math.max(1, value)) return asPercent < asMean;
  return /percent/.test(`${place.key} ${place.column}`);
}

function ownRatio({ figure, numerator, denominator }: Cell): readonly Equation[] {
  if (!numerator || !denominator) return [];
  return [
    ratio(
      'numerator',
      figure,
      sideOf([numerator]),
      sideOf([denominator]),
      figure.kind === 'percent' ? 100 : 1,
    ),
  ];
}

/** A percent beside counts in the same row is of one of them. */
function numeratorsInRows(cells: readonly Cell[]): readonly Equation[] {
  return cells.flatMap((cell) => {
    if (cell.figure.kind !== 'percent' || !cell.numerator) return [];
    const counts = cells.filter(
      (one) => one.table === cell.table && one.row === cell.row && one.figure.kind === 'count',
    );
    const own = counts.find((one) => one.figure.value === cell.numerator!.value) ?? counts.at(-1);
    return own ? [same('numerator', sideOf([own.figure]), sideOf([cell.numerator]))] : [];
  });
}

// --- Totals --------------------------------------------------------------------------------------------------------------

/** Frequency groups against their total, where none of them is suppressed: counts, and numerators of what is not. */
function totalsOf(
  cells: readonly Cell[],
  along: 'row' | 'column',
  fixed: 'row' | 'column',
): readonly Equation[] {
  const lines = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.table}|${cell[fixed]}`;
    lines.set(key, [...(lines.get(key) ?? []), cell]);
  }
  return [...lines.values()].flatMap((line) => {
    const parts = line.filter((cell) => roleOf(cell[along]) === 'part');
    const total = line.find((cell) => cell[along] === 'total');
    if (!total || !areFrequencyGroups(parts.map((cell) => cell[along]))) return [];
    const counted = (cell: Cell) => (cell.figure.kind === 'count' ? cell.figure : cell.numerator);
    const figures = parts.map(counted);
    const whole = counted(total);
    return whole && figures.every((figure) => figure !== null)
      ? [same('sum', sideOf([whole]), sideOf(figures))]
      : [];
  });
}

function rowAccount(json: unknown): readonly Equation[] {
  const rows = field(json, 'rows');
  const [read, used] = ['read', 'used'].map((name) => number(field(rows, name)));
  const excluded = field(rows, 'excluded');
  if (typeof read !== 'number' || typeof used !== 'number' || !Array.isArray(excluded)) return [];
  const figure = (name: string, value: number): Figure => ({
    path: `rows.${name}`,
    print: '',
    label: '',
    kind: 'count',
    value,
    decimals: 0,
    slack: 0,
    derived: name === 'read',
  });
  const left = constantSide(point(excluded.length), { sv: 'uteslutna', en: 'excluded' });
  const both = { ...left, figures: [figure('used', used)] };
  return [same('rows', sideOf([figure('read', read)]), both)];
}

// --- JSON ----------------------------------------------------------------------------------------------------------------

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function hasCells(table: unknown): boolean {
  return (field(table, 'rows') as readonly unknown[]).some((row) => typeof field(row, 'cells') === 'object');
}
