/**
 * From a plain sheet (a spreadsheet, a CSV, rows of cells in JSON) to printed tables. Tables stand below each other
 * with an empty row between; a line of text above names a table and may say its n; the first column names the rows.
 * Whether columns or rows are the measures is seen from the words and the percent signs.
 */
import { readCountWithPercent, type Figure, type Kind, type PrintedNumber } from './figure.ts';
import { areFractions, coarsenessOf, figuresFrom, isGap, numberIn, type RawCell } from './numbers.ts';
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
  type Role,
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
  readonly scope: string;
  readonly title: string;
  /** Names of the columns, where they stand apart from the rows. */
  readonly columns: readonly string[];
  /** The name of a cell, rows and columns counted from 0. */
  readonly cellName: CellName;
}

const A_SHEET: Surroundings = { path: '', scope: '', title: '', columns: [], cellName: sheetCell };

/** @param rows cells by row, as the sheet has them */
export function readGrid(rows: Grid, around: Surroundings = A_SHEET): readonly PrintedTable[] {
  const isHeaded = around.columns.length > 0;
  const grid = isHeaded ? [around.columns, ...rows] : rows;
  const cellName: CellName = (row, column) => around.cellName(isHeaded ? row - 1 : row, column);
  const sheets = chunksOf(grid, around.title).flatMap((chunk) => {
    const layout = layoutOf(chunk, cellName);
    return layout ? [{ layout, arranged: arranged(layout) }] : [];
  });
  const coarseness = coarsenessOf(sheets.flatMap(({ arranged }) => countsIn(arranged)));
  return sheets.map(({ layout, arranged }) => tableOf(layout, arranged, coarseness, around));
}

/** `C7`, as a spreadsheet names its cells. */
export function sheetCell(row: number, column: number): string {
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

/** A line of text alone: a title, a heading in the table, a note. Merged cells may repeat it. */
function isText(row: readonly RawCell[]): boolean {
  const filled = new Set(row.filter((cell) => !isGap(cell)));
  const [text] = filled;
  return filled.size === 1 && typeof text === 'string' && numberIn(text) === null;
}

function textOf(row: readonly RawCell[]): string {
  return String(row.find((cell) => typeof cell === 'string' && cell !== '') ?? '').trim();
}

function isTableName(text: string): boolean {
  return /^(tabell|diagram|figur|bilaga|table|figure|chart)\b/i.test(text);
}

// --- A table -----------------------------------------------------------------------------------------------------------

function layoutOf(chunk: Chunk, cellName: CellName): Layout | null {
  const headers = headerRows(chunk.rows);
  const body = chunk.rows.slice(headers);
  const width = Math.max(...chunk.rows.map((row) => row.length));
  const names = headerNames(chunk.rows.slice(0, headers), width);
  const labelColumns = countLabelColumns(body, names, width);
  const rows = bodyRows(body, chunk.top + headers, labelColumns);
  if (!rows.some((row) => row.cells.some((cell) => isFigure(cell)))) return null;
  const print = printedName(chunk.title);
  const columns = Array.from({ length: width - labelColumns }, (_, k) => k + labelColumns);
  return { title: chunk.title, names, columns, rows, cellName, print, n: nIn(chunk, cellName, print) };
}

function tableOf(
  layout: Layout,
  { labels, sources }: Arranged,
  coarseness: number,
  { path, scope }: Surroundings,
): PrintedTable {
  const { title, print, n } = layout;
  const series = sources.map((source) =>
    seriesOf(print, labels, source, coarsenessFor(source, title, coarseness)),
  );
  const block: Block = {
    path: '',
    name: print,
    labels,
    series,
    grandTotals: [],
    n,
    area: null,
    money: isMoney(title),
  };
  return {
    path,
    print,
    scope,
    blocks: [block],
    scalars: [...scalarsIn(block), ...meansAmongCounts(layout, block)],
    n,
    period: null,
  };
}

function coarsenessFor(source: SeriesSource, title: string, ofSheet: number): number {
  return isRoundedUnit(title) || isRoundedUnit(source.name) ? 0.5 : ofSheet;
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
  readonly title: string;
  readonly names: readonly string[];
  readonly columns: readonly number[];
  readonly rows: readonly BodyRow[];
  readonly cellName: CellName;
  readonly print: string;
  readonly n: Figure | null;
}

/** A table with its measures told from its labels. */
interface Arranged {
  readonly labels: readonly Label[];
  readonly sources: readonly SeriesSource[];
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
  const filled = row.filter((cell) => !isGap(cell));
  const beyond = row.slice(1).filter((cell) => !isGap(cell));
  if (beyond.length === 0) return index === 0 && filled.length > 0;
  const words = beyond.filter((cell) => !isFigure(cell));
  if (words.length === beyond.length) return true;
  const isNamed = row[0] !== null && row[0] !== undefined && row[0] !== '';
  if (index > 1 || (index > 0 && isNamed)) return false;
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
    const cells = body.map((row) => row[c]).filter((cell) => !isGap(cell));
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
    if (isText(row)) {
      section++;
      heading = textOf(row);
      return [];
    }
    const label = row
      .slice(0, labelColumns)
      .filter((cell) => !isGap(cell))
      .join(' ');
    const cells = row.slice(labelColumns);
    if (!cells.some((cell) => isFigure(cell))) return [];
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
  const said = kindSaidBy(row.label) ?? kindSaidBy(row.heading);
  return said ?? (areFractions(row.cells.map((cell) => numberIn(cell))) ? 'percent' : undefined);
}

function isPercentRow(row: BodyRow): boolean {
  const numbers = row.cells.flatMap((cell) => numberIn(cell) ?? []);
  return numbers.length > 0 && numbers.every((number) => number.percent);
}

function arranged(layout: Layout): Arranged {
  return areMeasuresInRows(layout) ? arrangedByRows(layout) : arrangedByColumns(layout);
}

function arrangedByRows({ names, columns, rows, cellName }: Layout): Arranged {
  const labels = columns.map((c) => labelOf(names[c] || columnLetters(c), 0));
  const sources = rows.map((row): SeriesSource => {
    const named = row.heading !== '' && kindSaidBy(row.label) === undefined;
    return {
      name: named ? `${row.label} ${row.heading}` : row.label,
      shown: row.label,
      kind: kindOfRow(row) ?? 'count',
      cells: columns.map((_, k) => numberIn(row.cells[k])),
      pathOf: (i) => cellName(row.at, columns[i]!),
    };
  });
  return { labels, sources };
}

function arrangedByColumns({ names, columns, rows, cellName }: Layout): Arranged {
  const labels = withTotalsApart(rows.map((row) => labelOf(row.label, row.section)));
  const isOther = (i: number) => isOfOtherKind(rows[i]!.label) && labels[i]!.role !== 'mean';
  const sources = columns.flatMap((c, k): readonly SeriesSource[] => {
    const cells = rows.map((row) => row.cells[k]);
    const name = names[c] ?? '';
    const column = { name, shown: name, pathOf: (i: number) => cellName(rows[i]!.at, c) };
    const pairs = cells.map((cell) => (typeof cell === 'string' ? readCountWithPercent(cell) : null));
    if (pairs.some((pair) => pair !== null)) {
      return [
        { ...column, kind: 'count', cells: cells.map((cell, i) => pairs[i]?.[0] ?? numberIn(cell)) },
        { ...column, kind: 'percent', cells: cells.map((_, i) => pairs[i]?.[1] ?? null) },
      ];
    }
    const all = cells.map((cell) => numberIn(cell));
    if (all.every((number) => number === null)) return [];
    const kind = kindSaidBy(name) ?? (mostlyPercent(all) || areFractions(all) ? 'percent' : 'count');
    const numbers = kind === 'count' ? all.map((number, i) => (isOther(i) ? null : number)) : all;
    return [{ ...column, kind: countedShares(kind, numbers), cells: numbers }];
  });
  return { labels, sources };
}

function countsIn({ sources }: Arranged): readonly PrintedNumber[] {
  return sources
    .filter((source) => source.kind === 'count')
    .flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
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
  /** As the place of a figure is told. */
  readonly shown: string;
  readonly kind: Kind;
  readonly cells: readonly (PrintedNumber | null)[];
  readonly pathOf: (index: number) => string;
}

function seriesOf(print: string, labels: readonly Label[], source: SeriesSource, coarseness: number): Series {
  const { name, kind } = source;
  const role = roleOfSeries(name);
  const places = labels.map((label, i) => ({
    path: source.pathOf(i),
    print,
    label: [label.text, source.shown].filter((part) => part !== '').join(', '),
    role: role === 'total' ? role : label.role,
  }));
  const figures = figuresFrom(source.cells, kind, places, coarseness);
  const under = (wanted: Role) =>
    figures.flatMap((figure, i) => (figure && labels[i]!.role === wanted ? [figure] : []));
  const [inBaseRow] = kind === 'percent' ? under('base') : [];
  return {
    name,
    path: source.pathOf(0),
    kind,
    role: role === 'mean' && kind !== 'mean' ? 'part' : role,
    base: null,
    baseFigure: saidBase(print, source) ?? (inBaseRow ? { ...inBaseRow, kind: 'base', slack: 0 } : null),
    cells: figures,
    totals: under('total'),
    means: under('mean'),
    subtotals: subtotalsIn(labels, figures),
  };
}

function saidBase(print: string, source: SeriesSource): Figure | null {
  const value = source.kind === 'percent' ? numberSaidIn(source.name) : null;
  if (value === null) return null;
  const path = source.pathOf(0);
  return { path, print, label: source.name, kind: 'base', value, decimals: 0, slack: 0, derived: false };
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
          const [figure] = figuresFrom(
            [number],
            'mean',
            [{ path, print, label: row.label, role: 'part' }],
            0,
          );
          return [{ name: row.label, beside: '', figure: figure! }];
        }),
  );
}

/** Rows with a single figure that are named by the field's words: `Aktualiseringar 3 465` among other key figures. */
function scalarsIn(block: Block): readonly Scalar[] {
  const counted = block.labels.map((label) => (isOfOtherKind(label.text) ? null : conceptOf(label.text)));
  return block.labels.flatMap((label, i) => {
    const figures = block.series.flatMap((series) => series.cells[i] ?? []);
    const [figure] = figures;
    if (figures.length !== 1 || label.role !== 'part') return [];
    const isOnly = counted[i] !== null && counted.filter((concept) => concept === counted[i]).length === 1;
    const isMean = kindSaidBy(label.text) === 'mean' && figure!.kind === 'mean';
    return isOnly || isMean ? [{ name: label.text, beside: '', figure: figure! }] : [];
  });
}

/** A row of means, percentages or medians in a column of counts. */
function isOfOtherKind(label: string): boolean {
  const kind = kindSaidBy(label);
  return kind !== undefined && kind !== 'count';
}
