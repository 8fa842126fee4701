/**
 * From a plain sheet (a spreadsheet, a CSV, rows of cells in JSON) to printed tables. Tables stand below each other
 * with an empty row between; a line of text above names a table and may say its n; the first column names the rows.
 * Whether columns or rows are the measures is seen from the words and the percent signs.
 */
import { readCountWithPercent, type Figure, type Kind, type PrintedNumber } from './figure.ts';
import { figuresFrom, numberIn, type RawCell } from './numbers.ts';
import type { Block, Label, PrintedTable, Scalar, Series } from './printed-table.ts';
import {
  areFrequencyGroups,
  conceptOf,
  fold,
  isMoney,
  isRoundedUnit,
  isYear,
  kindSaidBy,
  numberSaidIn,
  roleOf,
  roleOfSeries,
} from './words.ts';

type Grid = readonly (readonly RawCell[])[];

/** Rows of one table, with where they stand in the sheet. */
interface Chunk {
  readonly title: string;
  readonly titleRow: number;
  readonly top: number;
  readonly rows: Grid;
}

/** Rows of cells inside a larger file: where they stand, and what is said of them outside. */
export interface Surroundings {
  readonly path: string;
  readonly title: string;
  /** Names of the columns, where they stand apart from the rows. */
  readonly columns: readonly string[];
}

/** @param rows cells by row, as the sheet has them */
export function readGrid(rows: Grid, around: Surroundings | null = null): readonly PrintedTable[] {
  const headed = around !== null && around.columns.length > 0;
  const grid = headed ? [around.columns, ...rows] : rows;
  const cellName = (row: number, column: number) =>
    around === null
      ? sheetCell(row, column)
      : `${around.path}[${String(row - (headed ? 1 : 0))}][${String(column)}]`;
  return chunksOf(grid, around?.title ?? '').flatMap((chunk) => {
    const table = tableOf(chunk, cellName, around?.path ?? '');
    return table ? [table] : [];
  });
}

/** `C7`, as a spreadsheet names its cells. */
function sheetCell(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

// --- Where the tables are ----------------------------------------------------------------------------------------------

function chunksOf(rows: Grid, name: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let title = { text: name, row: 0 };
  for (let top = 0; top < rows.length; top++) {
    if (isEmpty(rows[top]!)) continue;
    if (isText(rows[top]!)) {
      if (title.text === '' || !isTableName(title.text) || isTableName(textOf(rows[top]!))) {
        title = { text: textOf(rows[top]!), row: top };
      }
      continue;
    }
    let end = top;
    while (end < rows.length && !isEmpty(rows[end]!)) end++;
    chunks.push({ title: title.text, titleRow: title.row, top, rows: rows.slice(top, end) });
    title = { text: '', row: 0 };
    top = end;
  }
  return chunks;
}

function isEmpty(row: readonly RawCell[]): boolean {
  return row.every((cell) => cell === null || cell === undefined || cell === '');
}

/** A line of text alone: a title, a heading in the table, a note. */
function isText(row: readonly RawCell[]): boolean {
  const filled = row.filter((cell) => cell !== null && cell !== undefined && cell !== '');
  return filled.length === 1 && typeof filled[0] === 'string' && numberIn(filled[0]) === null;
}

function textOf(row: readonly RawCell[]): string {
  return String(row.find((cell) => typeof cell === 'string' && cell !== '') ?? '').trim();
}

function isTableName(text: string): boolean {
  return /^(tabell|diagram|figur|bilaga|table|figure|chart)\b/i.test(text);
}

// --- A table -----------------------------------------------------------------------------------------------------------

function tableOf(chunk: Chunk, cellName: CellName, path: string): PrintedTable | null {
  const headers = headerRows(chunk.rows);
  const body = chunk.rows.slice(headers);
  const width = Math.max(...chunk.rows.map((row) => row.length));
  const names = headerNames(chunk.rows.slice(0, headers), width);
  const labelColumns = countLabelColumns(body, names, width);
  const rows = bodyRows(body, chunk.top + headers, labelColumns);
  if (!rows.some((row) => row.cells.some((cell) => isFigure(cell)))) return null;
  const print = printedName(chunk.title);
  const n = nIn(chunk, cellName, print);
  const columns = Array.from({ length: width - labelColumns }, (_, k) => k + labelColumns);
  const layout: Layout = {
    names,
    columns,
    rows,
    cellName,
    print,
    n,
    money: isMoney(chunk.title),
    rounded: isRoundedUnit(chunk.title),
  };
  const block = areMeasuresInRows(layout) ? blockByRows(layout) : blockByColumns(layout);
  return {
    path,
    print,
    scope: path,
    blocks: [block],
    scalars: [...scalarsIn(block), ...meansAmongCounts(layout, block)],
    n,
    period: null,
  };
}

interface BodyRow {
  readonly label: string;
  readonly section: number;
  /** The heading above it inside the table. */
  readonly heading: string;
  readonly cells: readonly RawCell[];
  /** Row of the sheet, counted from 0. */
  readonly at: number;
}

type CellName = (row: number, column: number) => string;

interface Layout {
  readonly names: readonly string[];
  readonly columns: readonly number[];
  readonly rows: readonly BodyRow[];
  readonly cellName: CellName;
  readonly print: string;
  readonly n: Figure | null;
  readonly money: boolean;
  readonly rounded: boolean;
}

/** `Tabell 3` of a title that goes on; other titles in short. */
function printedName(title: string): string {
  return isTableName(title) ? (/^[^.,:]{1,40}/.exec(title)?.[0] ?? '').trim() : title.slice(0, 60);
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Rows at the top without figures; a row of years, or of frequency groups, is a header too. */
function headerRows(rows: Grid): number {
  let count = 0;
  while (count < 3 && count < rows.length - 1 && isHeader(rows[count]!, count)) count++;
  return count;
}

function isHeader(row: readonly RawCell[], index: number): boolean {
  const filled = row.filter((cell) => cell !== null && cell !== undefined && cell !== '');
  const beyond = row.slice(1).filter((cell) => cell !== null && cell !== undefined && cell !== '');
  if (beyond.length === 0) return index === 0 && filled.length > 0;
  const words = beyond.filter((cell) => !isFigure(cell));
  if (words.length === beyond.length) return true;
  if (index > 1) return false;
  const texts = beyond.map(String);
  const groups = texts.filter((text) => roleOf(text) === 'part');
  return groups.every(isYear) || areFrequencyGroups(groups);
}

function isFigure(cell: RawCell): boolean {
  return numberIn(cell) !== null || (typeof cell === 'string' && readCountWithPercent(cell) !== null);
}

/** Headers above each other read as one; a header over several columns (merged cells) holds for each of them. */
function headerNames(headers: Grid, width: number): readonly string[] {
  return Array.from({ length: width }, (_, c) =>
    headers
      .map((row, level) => {
        const own = row[c];
        if (own !== null && own !== undefined && own !== '') return String(own).trim();
        if (level === headers.length - 1 || c === 0) return '';
        const left = row
          .slice(1, c)
          .reverse()
          .find((cell) => cell !== null && cell !== undefined && cell !== '');
        return left === undefined || left === null ? '' : String(left).trim();
      })
      .filter((text) => text !== '')
      .join(' '),
  );
}

/** The columns that name the rows: text, years, groups, or what the header calls so. At least none, at most two. */
function countLabelColumns(body: Grid, names: readonly string[], width: number): number {
  const isLabels = (c: number) => {
    const cells = body
      .map((row) => row[c])
      .filter((cell) => cell !== null && cell !== undefined && cell !== '');
    if (cells.length === 0) return c === 0;
    if (cells.filter((cell) => !isFigure(cell)).length * 2 > cells.length) return true;
    const texts = cells.map(String).filter((text) => roleOf(text) === 'part');
    if (c > 0) return false;
    return (
      texts.every(isYear) ||
      areFrequencyGroups(texts) ||
      /^(ar|year|grupp|group|nr)/.test(fold(names[0] ?? ''))
    );
  };
  let count = 0;
  while (count < 2 && count < width - 1 && isLabels(count)) count++;
  return count;
}

function bodyRows(body: Grid, top: number, labelColumns: number): readonly BodyRow[] {
  let section = 0;
  let heading = '';
  return body.flatMap((row, i) => {
    const label = row
      .slice(0, labelColumns)
      .filter((cell) => cell !== null && cell !== undefined && cell !== '')
      .join(' ');
    const cells = row.slice(labelColumns);
    if (!cells.some((cell) => isFigure(cell))) {
      if (label !== '') {
        section++;
        heading = label;
      }
      return [];
    }
    return [{ label: label || `rad ${String(top + i + 1)}`, section, heading, cells, at: top + i }];
  });
}

function nIn(chunk: Chunk, cellName: CellName, print: string): Figure | null {
  const value = /\bn\s*=/i.test(chunk.title)
    ? numberSaidIn(chunk.title.slice(chunk.title.search(/\bn\s*=/i)))
    : null;
  if (value === null) return null;
  return {
    path: cellName(chunk.titleRow, 0),
    print,
    label: 'n',
    kind: 'base',
    value,
    decimals: 0,
    slack: 0,
    derived: false,
  };
}

// --- Which way it runs ---------------------------------------------------------------------------------------------------

/** Rows are the measures when they say so and the columns do not, or when whole rows are percent and others not. */
function areMeasuresInRows({ names, columns, rows }: Layout): boolean {
  const headed = columns.filter((c) => kindSaidBy(names[c] ?? '') !== undefined).length;
  const said = rows.filter((row) => kindOfRow(row) !== undefined).length;
  const percents = rows.filter(isPercentRow).length;
  if (headed > 0) return false;
  return said * 2 > rows.length || (percents > 0 && percents < rows.length);
}

function kindOfRow(row: BodyRow): Kind | undefined {
  if (roleOf(row.label) === 'total' && kindSaidBy(row.label) === undefined) return undefined;
  if (isPercentRow(row)) return 'percent';
  return kindSaidBy(row.label) ?? kindSaidBy(row.heading);
}

function isPercentRow(row: BodyRow): boolean {
  const numbers = row.cells.flatMap((cell) => numberIn(cell) ?? []);
  return numbers.length > 0 && numbers.every((number) => number.percent);
}

function blockOf(layout: Layout, labels: readonly Label[], series: readonly Series[]): Block {
  return { path: '', name: layout.print, labels, series, n: layout.n, area: null, money: layout.money };
}

function blockByRows(layout: Layout): Block {
  const { names, columns, rows, cellName } = layout;
  const labels = columns.map((c) => labelOf(names[c] || columnLetters(c), 0));
  const series = rows.map((row) => {
    const name =
      row.heading && kindSaidBy(row.label) === undefined ? `${row.label} ${row.heading}` : row.label;
    const kind = kindOfRow(row) ?? 'count';
    const cells = columns.map((_, k) => numberIn(row.cells[k]));
    return seriesOf(layout, {
      name,
      shown: row.label,
      kind,
      labels,
      cells,
      pathOf: (i) => cellName(row.at, columns[i]!),
    });
  });
  return blockOf(layout, labels, series);
}

function blockByColumns(layout: Layout): Block {
  const { names, columns, rows, cellName } = layout;
  const labels = withTotalsApart(rows.map((row) => labelOf(row.label, row.section)));
  const isOther = (i: number) => kindSaidBy(rows[i]!.label) === 'mean' && labels[i]!.role !== 'mean';
  const series = columns.flatMap((c, k) => {
    const cells = rows.map((row) => row.cells[k]);
    const name = names[c] ?? '';
    const pathOf = (i: number) => cellName(rows[i]!.at, c);
    const pairs = cells.map((cell) => (typeof cell === 'string' ? readCountWithPercent(cell) : null));
    if (pairs.some((pair) => pair !== null)) {
      return [0, 1].map((part) => {
        const numbers = cells.map((cell, i) => pairs[i]?.[part] ?? (part === 0 ? numberIn(cell) : null));
        return seriesOf(layout, {
          name,
          shown: name,
          kind: part === 0 ? 'count' : 'percent',
          labels,
          cells: numbers,
          pathOf,
        });
      });
    }
    const all = cells.map((cell) => numberIn(cell));
    if (all.every((number) => number === null)) return [];
    const kind = kindSaidBy(name) ?? (mostlyPercent(all) ? 'percent' : undefined) ?? 'count';
    const numbers = kind === 'count' ? all.map((number, i) => (isOther(i) ? null : number)) : all;
    return [
      seriesOf(layout, {
        name,
        shown: name,
        kind: countedShares(kind, numbers),
        labels,
        cells: numbers,
        pathOf,
      }),
    ];
  });
  return blockOf(layout, labels, series);
}

function mostlyPercent(numbers: readonly (PrintedNumber | null)[]): boolean {
  const filled = numbers.flatMap((number) => number ?? []);
  return filled.filter((number) => number.percent).length * 2 > filled.length;
}

/** `Andelen` has been seen at the head of a column of counts; figures far above a hundred are no shares. */
function countedShares(kind: Kind, numbers: readonly (PrintedNumber | null)[]): Kind {
  const filled = numbers.flatMap((number) => number ?? []);
  const high = filled.filter((number) => number.value > 100 && !number.percent);
  return kind === 'percent' && high.length * 2 > filled.length ? 'count' : kind;
}

// --- Series ----------------------------------------------------------------------------------------------------------------

interface SeriesSource {
  readonly name: string;
  readonly shown: string;
  readonly kind: Kind;
  readonly labels: readonly Label[];
  readonly cells: readonly (PrintedNumber | null)[];
  readonly pathOf: (index: number) => string;
}

function seriesOf(layout: Layout, source: SeriesSource): Series {
  const { labels, name } = source;
  const role = roleOfSeries(name);
  const figures = figuresFrom(
    source.cells,
    source.kind,
    labels.map((label, i) => ({
      path: source.pathOf(i),
      print: layout.print,
      label: [label.text, source.shown].filter((part) => part !== '').join(', '),
    })),
    labels.map((label) => label.role === 'total' || label.role === 'mean' || role === 'total'),
    layout.rounded || isRoundedUnit(name),
  );
  const under = (wanted: string) =>
    figures.flatMap((figure, i) => (figure && labels[i]!.role === wanted ? [figure] : []));
  const base = figures.find((figure, i) => figure && labels[i]!.role === 'base') ?? null;
  return {
    name,
    path: source.pathOf(0),
    kind: source.kind,
    role: role === 'mean' && source.kind !== 'mean' ? 'part' : role,
    base: null,
    baseFigure:
      saidBase(layout, source) ??
      (source.kind === 'percent' && base ? { ...base, kind: 'base', slack: 0 } : null),
    cells: figures,
    totals: under('total'),
    means: under('mean').map((figure) => ({
      ...figure,
      kind: 'mean' as const,
      slack: 0.5 / 10 ** figure.decimals,
    })),
    subtotals: subtotalsIn(labels, figures),
  };
}

function saidBase(layout: Layout, source: SeriesSource): Figure | null {
  const value = source.kind === 'percent' ? numberSaidIn(source.name) : null;
  if (value === null) return null;
  const path = source.pathOf(0);
  return {
    path,
    print: layout.print,
    label: source.name,
    kind: 'base',
    value,
    decimals: 0,
    slack: 0,
    derived: false,
  };
}

function subtotalsIn(labels: readonly Label[], figures: readonly (Figure | null)[]): Series['subtotals'] {
  let from = 0;
  return labels.flatMap((label, i) => {
    if (label.role !== 'subtotal') return [];
    const start = from;
    from = i + 1;
    const figure = figures[i];
    return figure ? [{ from: start, to: i, figure: { ...figure, derived: true } }] : [];
  });
}

function labelOf(text: string, section: number): Label {
  return { text, role: isYear(text) ? 'part' : roleOf(text), section };
}

/**
 * Rows below the total are beside it (`Antal unika`), not parts of it. Where each part of a table has its own total,
 * they are totals of the rows since the last.
 */
function withTotalsApart(labels: readonly Label[]): readonly Label[] {
  const totals = labels.flatMap((label, i) => (label.role === 'total' ? [i] : []));
  if (totals.length > 1) {
    return labels.map((label) => (label.role === 'total' ? { ...label, role: 'subtotal' as const } : label));
  }
  const [total] = totals;
  if (total === undefined || total === 0) return labels;
  return labels.map((label, i) =>
    i > total && label.role === 'part' ? { ...label, role: 'of-which' as const } : label,
  );
}

/** `Genomsnitt per person` at the foot of a column of counts. */
function meansAmongCounts(layout: Layout, block: Block): readonly Scalar[] {
  const { columns, rows, cellName, print } = layout;
  return rows.flatMap((row) =>
    kindSaidBy(row.label) !== 'mean' || roleOf(row.label) !== 'part'
      ? []
      : columns.flatMap((c, k) => {
          const path = cellName(row.at, c);
          const number = numberIn(row.cells[k]);
          const isTaken = block.series.some((series) => series.cells.some((cell) => cell?.path === path));
          if (!number || isTaken) return [];
          const [figure] = figuresFrom([number], 'mean', [{ path, print, label: row.label }], [true], false);
          return [{ name: row.label, beside: '', figure: figure! }];
        }),
  );
}

/** Rows with a single figure that are named by the field's words: `Aktualiseringar 3 465` among other key figures. */
function scalarsIn(block: Block): readonly Scalar[] {
  return block.labels.flatMap((label, i) => {
    const figures = block.series.flatMap((series) => series.cells[i] ?? []);
    const [figure] = figures;
    const isKeyFigure = figures.length === 1 && conceptOf(label.text) !== null && label.role === 'part';
    return isKeyFigure || (figures.length === 1 && kindSaidBy(label.text) === 'mean')
      ? [{ name: label.text, beside: '', figure: figure! }]
      : [];
  });
}
