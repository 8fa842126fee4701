/**
 * The cheapest way to change a table: minimise Σ cost · |step| over all steps that keep every row at 0, take no column
 * below its least value, and raise a given sum. A linear programme, long used to choose what to hide besides the small
 * cells (Kelly, Golden & Assad 1990; Fischetti & Salazar 1999), here solved by the dual simplex method.
 *
 * A step costs the same up and down, so the cost of a column has a kink at 0. A column outside the basis rests at the
 * kink or at its floor. To begin with all rest at 0, which no cost forbids, and only the demanded raise is unmet; a
 * few pivots mend that. Rows are written out when a pivot first reaches them, so that a table of a thousand cells costs
 * little more than the corner of it that moves.
 */
import type { Row, System } from './quantities.ts';

/** What is taken for 0 after a number of pivots on whole coefficients. */
const TINY = 1e-9;
/** Pivoting on anything smaller would blow up rounding errors. */
const SMALLEST_PIVOT = 1e-7;
const NONE = -1;

/** How many multiplications may still be made: a limit that, unlike a clock, is the same on every machine. */
export interface Effort {
  left: number;
}

export interface Demand {
  /** The sum to raise, and by how much at least. */
  readonly row: Row;
  readonly by: number;
  /** Columns whose step is given. */
  readonly told: readonly (readonly [column: number, step: number])[];
  /** For each column what a unit of its step costs. A column with the cost Infinity does not move. */
  readonly cost: Float64Array;
}

/** One step per column, perhaps fractions; undefined where no steps do, or the effort is spent. */
export function cheapestSteps(system: System, demand: Demand, effort: Effort): Float64Array | undefined {
  const tableau = new Tableau(system, demand);
  const patience = 4 * (system.value.length + system.rows.length);
  for (let turn = 0; turn < patience && effort.left > 0; turn++) {
    const unmet = tableau.worstRow();
    if (unmet === NONE) return tableau.steps();
    if (!tableau.mend(unmet, effort)) return undefined;
  }
  return undefined;
}

class Tableau {
  private readonly system: System;
  private readonly width: number;
  private readonly cost: Float64Array;
  private readonly floor: Float64Array;
  /** The rows written out so far: for each, its entry in every column. */
  private readonly written: (Float64Array | undefined)[] = [];
  private readonly inUse: number[] = [];
  /** The column whose step a row decides; NONE while the row is an equation not yet used. */
  private readonly basis: Int32Array;
  /** The step of that column; for an unused equation how much it is off. */
  private readonly level: Float64Array;
  /** How much a row's level means beside the others' (Devex reference weights). */
  private readonly weight: Float64Array;
  /** 1 where the step of a basic column is counted upwards from the kink, −1 where downwards. */
  private readonly side: Int8Array;
  private readonly isBasic: Uint8Array;
  /** The step of a column outside the basis: 0 or its floor. */
  private readonly rest: Float64Array;
  /** What a unit of each column saves in the others; between −cost and cost for a column at its kink. */
  private readonly price: Float64Array;

  constructor(system: System, { row, by, told, cost }: Demand) {
    // One more column than the system has: what the sum is raised by beyond `by`, free of charge.
    const width = system.value.length + 1;
    const height = system.rows.length + 1 + told.length;
    this.system = system;
    this.width = width;
    this.cost = new Float64Array(width);
    this.cost.set(cost);
    this.floor = new Float64Array(width);
    for (let j = 0; j < width - 1; j++) this.floor[j] = system.least[j]! - system.value[j]!;
    this.basis = new Int32Array(height).fill(NONE);
    this.level = new Float64Array(height);
    this.weight = new Float64Array(height).fill(1);
    this.side = new Int8Array(width);
    this.isBasic = new Uint8Array(width);
    this.rest = new Float64Array(width);
    this.price = new Float64Array(width);

    this.write(system.rows.length, row)[width - 1] = -1;
    this.level[system.rows.length] = by;
    told.forEach(([column, step], i) => {
      const r = system.rows.length + 1 + i;
      this.write(r, { columns: [column], coefficients: [1] });
      this.level[r] = step;
    });
  }

  /** The row whose basic column is furthest outside what it may be, or NONE. */
  worstRow(): number {
    let worst = NONE;
    let furthest = 0;
    for (const r of this.inUse) {
      const off = Math.abs(this.level[r]! - this.goal(r));
      if (off < TINY) continue;
      const distance = (off * off) / this.weight[r]!;
      if (distance > furthest) {
        furthest = distance;
        worst = r;
      }
    }
    return worst;
  }

  /** Brings the row's basic column to the nearest step it may have, at the least cost. False where nothing can. */
  mend(r: number, effort: Effort): boolean {
    const row = this.written[r]!;
    const leaving = this.basis[r]!;
    const goal = this.goal(r);
    const up = this.level[r]! < goal ? 1 : -1;
    const entries: number[] = [];
    let entering = NONE;
    let rate = Infinity;
    for (let j = 0; j < this.width; j++) {
      if (Math.abs(row[j]!) < TINY) {
        row[j] = 0;
        continue;
      }
      entries.push(j);
      const offered = this.rate(j, row[j]!, up);
      if (offered < rate) {
        rate = offered;
        entering = j;
      }
    }
    const passing = leaving === NONE || goal !== 0 ? Infinity : this.passingRate(leaving);
    if (passing === Infinity && entering === NONE) return false;

    const paid = up * Math.min(passing, rate);
    for (const j of entries) if (!this.isBasic[j]) this.price[j]! -= paid * row[j]!;
    if (passing <= rate) {
      this.side[leaving] = -this.side[leaving]!;
      return true;
    }
    if (leaving !== NONE) {
      this.price[leaving] = this.side[leaving]! * this.cost[leaving]! - paid;
      this.rest[leaving] = goal;
      this.isBasic[leaving] = 0;
    }
    this.side[entering] = row[entering]! * up < 0 && this.rest[entering] === 0 ? 1 : -1;
    this.pivot(r, entering, goal, entries, effort);
    return true;
  }

  steps(): Float64Array {
    const steps = this.rest.slice(0, this.width - 1);
    for (const r of this.inUse) {
      const j = this.basis[r]!;
      if (j !== NONE && j < steps.length) steps[j] = this.level[r]!;
    }
    return steps;
  }

  /** The step nearest to its present one that the row's basic column may have. */
  private goal(r: number): number {
    const j = this.basis[r]!;
    if (j === NONE) return 0;
    const at = this.level[r]!;
    return this.side[j]! > 0 ? Math.max(at, 0) : Math.min(Math.max(at, this.floor[j]!), 0);
  }

  /** What it costs to move the row's basic column one unit by means of column j; Infinity where j cannot. */
  private rate(j: number, entry: number, up: number): number {
    if (this.isBasic[j] || Math.abs(entry) < SMALLEST_PIVOT) return Infinity;
    const cost = this.cost[j]!;
    const atFloor = this.rest[j]! < 0;
    let slope: number;
    if (entry * up < 0) slope = (atFloor ? -cost : cost) - this.price[j]!;
    else if (atFloor || this.floor[j]! >= 0) return Infinity;
    else slope = cost + this.price[j]!;
    return Math.max(0, slope) / Math.abs(entry);
  }

  /** What it costs to let a basic column go on past its kink. */
  private passingRate(j: number): number {
    return this.side[j]! > 0 && this.floor[j]! >= 0 ? Infinity : 2 * this.cost[j]!;
  }

  private pivot(r: number, entering: number, goal: number, entries: readonly number[], effort: Effort): void {
    const row = this.written[r]!;
    const pivot = row[entering]!;
    const step = (this.level[r]! - goal) / pivot;
    for (const other of this.system.rowsOf[entering] ?? []) {
      if (!this.written[other]) this.write(other, this.system.rows[other]!);
    }
    for (const other of this.inUse) {
      const target = this.written[other]!;
      const factor = target[entering]!;
      if (factor === 0 || other === r) continue;
      const times = factor / pivot;
      for (const j of entries) target[j]! -= times * row[j]!;
      target[entering] = 0;
      this.level[other]! -= factor * step;
      this.weight[other] = Math.max(this.weight[other]!, times * times * this.weight[r]!);
      effort.left -= entries.length;
    }
    for (const j of entries) row[j]! /= pivot;
    this.weight[r] = Math.max(1, this.weight[r]! / (pivot * pivot));
    this.level[r] = this.rest[entering]! + step;
    this.rest[entering] = 0;
    this.basis[r] = entering;
    this.isBasic[entering] = 1;
    effort.left -= this.width;
  }

  /** Copies a row of the system; columns that do not move are left out. */
  private write(r: number, row: Row): Float64Array {
    const entries = new Float64Array(this.width);
    row.columns.forEach((column, i) => {
      if (this.cost[column]! < Infinity) entries[column] = row.coefficients[i]!;
    });
    this.written[r] = entries;
    this.inUse.push(r);
    return entries;
  }
}
