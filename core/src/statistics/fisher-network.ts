/**
 * Fisher's exact test for tables larger than two by two: the network of C. R. Mehta & N. R. Patel, A network algorithm
 * for performing Fisher's exact test in r × c contingency tables, JASA 78 (1983) 427–434. Tables with the same totals
 * are roads through a network, a stage for each column, a node for what then remains of the row totals. Where every
 * road onward from a node counts, or none, they need not be walked one by one.
 */
import { sum, type ContingencyTable } from './contingency-table.ts';
import { logGamma } from './log-gamma.ts';

/** The weight of a road, or of a piece of one, is −Σ ln cell!: the log-probability of the table less a constant. */
interface Network {
  readonly columnTotals: readonly number[];
  readonly logFactorial: Float64Array;
  /** For each stage, its nodes by their remaining row totals written as one number. */
  readonly nodes: readonly Map<number, Node>[];
  stepsLeft: number;
}

interface Node {
  /** The least and the greatest weight of a road from here to the end. */
  readonly least: number;
  readonly most: number;
  /** ln Σ exp(weight) over all roads from here. */
  readonly all: number;
  /** For each step out of here its weight; when two columns remain, of the whole road. */
  readonly weights: Float64Array;
  /** Where each step leads; when two columns remain, nothing. */
  readonly next: readonly Node[];
  /** When two columns remain and the weights have been put in order: for each, see inOrder. */
  parts: Float64Array | null;
}

/** Two tables whose probabilities differ less than this, relatively, are equally likely: R's allowance for rounding. */
export const EQUALLY_LIKELY = 1e-7;

/**
 * The probability, given the totals, of all tables as unlikely as this one or more so.
 *
 * @param workLimit how many steps may be taken.
 * @returns 0 to 1; null when the steps do not suffice.
 * @example
 * pByNetwork(contingencyTable([[3, 0, 1], [0, 2, 2]]), 1000) // → 0.2285714
 */
export function pByNetwork(counted: ContingencyTable, workLimit: number): number | null {
  const { counts, rowTotals, columnTotals, total } = arranged(counted);
  const everyNodeHasItsNumber = (total + 1) ** (rowTotals.length - 1) <= Number.MAX_SAFE_INTEGER;
  if (!everyNodeHasItsNumber || total > workLimit) return null;
  const network: Network = {
    columnTotals,
    logFactorial: Float64Array.from({ length: total + 1 }, (_, n) => logGamma(n + 1)),
    nodes: columnTotals.map(() => new Map<number, Node>()),
    stepsLeft: workLimit,
  };
  const start = nodeOf(network, 0, rowTotals);
  if (start === null) return null;
  const observed = sum(counts.map((row) => weightOf(network, row)));
  const p = asUnlikelyFrom(network, start, 0, start.all, observed + EQUALLY_LIKELY);
  return network.stepsLeft < 0 ? null : Math.min(1, p);
}

/** The same table with no more rows than columns and the smallest columns first: the network is then smallest. */
function arranged(table: ContingencyTable): ContingencyTable {
  const standing = table.rowTotals.length > table.columnTotals.length;
  const { counts, rowTotals, columnTotals, total } = standing ? turned(table) : table;
  const order = columnTotals.map((_, column) => column).sort((a, b) => columnTotals[a]! - columnTotals[b]!);
  return {
    counts: counts.map((row) => order.map((column) => row[column]!)),
    rowTotals,
    columnTotals: order.map((column) => columnTotals[column]!),
    total,
  };
}

function turned({ counts, rowTotals, columnTotals, total }: ContingencyTable): ContingencyTable {
  return {
    counts: columnTotals.map((_, column) => counts.map((row) => row[column]!)),
    rowTotals: columnTotals,
    columnTotals: rowTotals,
    total,
  };
}

function weightOf({ logFactorial }: Network, cells: readonly number[]): number {
  let weight = 0;
  for (const cell of cells) weight -= logFactorial[cell]!;
  return weight;
}

/** The node of a stage with these row totals remaining, made with all that follows on it; null when out of steps. */
function nodeOf(network: Network, stage: number, rowTotals: readonly number[]): Node | null {
  // Which row has which total makes no difference onward, so that nodes which differ only in it are one.
  const remaining = [...rowTotals].sort((a, b) => a - b);
  const nodes = network.nodes[stage]!;
  const key = numberOf(remaining, network.logFactorial.length);
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const twoColumnsRemain = stage === network.columnTotals.length - 2;
  const made = twoColumnsRemain ? lastNode(network, stage, remaining) : innerNode(network, stage, remaining);
  if (made !== null) nodes.set(key, made);
  return made;
}

/** The remaining row totals as the digits of one number; the last follows from the others. */
function numberOf(remaining: readonly number[], base: number): number {
  let number = 0;
  for (let row = 0; row < remaining.length - 1; row += 1) number = number * base + remaining[row]!;
  return number;
}

function innerNode(network: Network, stage: number, remaining: readonly number[]): Node | null {
  const weights: number[] = [];
  const next: Node[] = [];
  let least = Infinity;
  let most = -Infinity;
  const finished = everyColumn(network, remaining, network.columnTotals[stage]!, (cells, rest) => {
    const node = nodeOf(network, stage + 1, rest);
    if (node === null) return false;
    const weight = weightOf(network, cells);
    weights.push(weight);
    next.push(node);
    least = Math.min(least, weight + node.least);
    most = Math.max(most, weight + node.most);
    return true;
  });
  if (!finished) return null;
  const all = weightOfAll(network, stage, remaining);
  return { least, most, all, weights: Float64Array.from(weights), next, parts: null };
}

function lastNode(network: Network, stage: number, remaining: readonly number[]): Node | null {
  const found: number[] = [];
  let least = Infinity;
  let most = -Infinity;
  const finished = everyColumn(network, remaining, network.columnTotals[stage]!, (cells, rest) => {
    const weight = weightOf(network, cells) + weightOf(network, rest);
    found.push(weight);
    least = Math.min(least, weight);
    most = Math.max(most, weight);
    return true;
  });
  if (!finished) return null;
  const all = weightOfAll(network, stage, remaining);
  return { least, most, all, weights: Float64Array.from(found), next: [], parts: null };
}

/** ln of (Σ rows)! / (Π rows! Π columns!), what the roads from a node sum to (Vandermonde's identity). */
function weightOfAll(network: Network, stage: number, remaining: readonly number[]): number {
  const columns = network.columnTotals.slice(stage);
  return network.logFactorial[sum(remaining)]! + weightOf(network, remaining) + weightOf(network, columns);
}

/** Every way to fill a column from the remaining row totals. False when out of steps or when `visit` says so. */
function everyColumn(
  network: Network,
  remaining: readonly number[],
  columnTotal: number,
  visit: (cells: readonly number[], rest: readonly number[]) => boolean,
): boolean {
  const cells = remaining.map(() => 0);
  const rest = [...remaining];
  const fill = (row: number, left: number, room: number): boolean => {
    if (row === remaining.length) {
      network.stepsLeft -= 1;
      return network.stepsLeft >= 0 && visit(cells, rest);
    }
    const roomBelow = room - remaining[row]!;
    const fewest = Math.max(0, left - roomBelow);
    for (let cell = Math.min(remaining[row]!, left); cell >= fewest; cell -= 1) {
      cells[row] = cell;
      rest[row] = remaining[row]! - cell;
      if (!fill(row + 1, left - cell, roomBelow)) return false;
    }
    return true;
  };
  return fill(0, columnTotal, sum(remaining));
}

/** The probability of the roads through a node whose whole weight is at most `limit`. */
function asUnlikelyFrom(network: Network, node: Node, past: number, all: number, limit: number): number {
  network.stepsLeft -= 1;
  if (network.stepsLeft < 0 || past + node.least > limit) return 0;
  const whole = Math.exp(past + node.all - all);
  if (past + node.most <= limit) return whole;
  if (node.next.length === 0) return whole * inOrder(node)[roadsUpTo(node, past, limit) - 1]!;
  let p = 0;
  for (let step = 0; step < node.next.length; step += 1) {
    p += asUnlikelyFrom(network, node.next[step]!, past + node.weights[step]!, all, limit);
  }
  return p;
}

/**
 * Puts the roads of a node in rising order, and gives for each the part of exp(all) that it and those of less weight
 * make up. Most nodes are never asked, so it waits until one is.
 */
function inOrder(node: Node): Float64Array {
  if (node.parts === null) {
    let part = 0;
    node.weights.sort();
    node.parts = node.weights.map((weight) => (part += Math.exp(weight - node.all)));
  }
  return node.parts;
}

/** How many of the rising weights, added to `past`, are at most `limit`. */
function roadsUpTo({ weights }: Node, past: number, limit: number): number {
  let from = 0;
  let to = weights.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (past + weights[middle]! <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
