/**
 * Which cells may not be shown. Small cells first (primary: they rest on fewer persons than the threshold), then as
 * much else as it takes that no reader can work a small cell out (secondary).
 *
 * The reader is taken to know every equation and limit and every cell that is shown, that counts are whole and that
 * zeros are shown, and to own a solver. Against that reader each small cell is given a proof: another whole table, the
 * same in all that is shown, where the cell is larger by a good margin and not small at all. The cheapest such table is
 * looked for, and what it changes is hidden. At last each secondary cell, the largest first, is shown again where every
 * proof can do without it.
 *
 * docs/decisions/0005-protection.md has the reasons, the measurements, and what this does not protect against.
 */
import { allTimesOver, cheapestMove, repeated, type Move } from './move.ts';
import { readSystem, total, type Cell, type Quantities, type Row, type System } from './quantities.ts';
import { findSecrets, isSmall, wantedRise, type Secret } from './secrets.ts';
import type { Effort } from './simplex.ts';

export type Suppression = 'primary' | 'secondary';

/** What a reader with a solver can learn of the hidden cells. */
export interface Audit {
  /** Small cells, and sums of small cells that are small in their turn. */
  readonly primaries: number;
  /** How many of them lack a proof, so that they may be exactly known. */
  readonly determined: number;
  /** How many of them a reader may know to be below the threshold, the determined ones among them. */
  readonly boundedBelowThreshold: number;
}

/** What of the audit may be published: how many cells are small would help to tell which. */
export function publicAudit({ determined, boundedBelowThreshold }: Audit): Omit<Audit, 'primaries'> {
  return { determined, boundedBelowThreshold };
}

export interface Protection {
  /** By key. A cell that is not here may be shown. */
  readonly suppressed: ReadonlyMap<string, Suppression>;
  readonly audit: Audit;
}

export interface ProtectionTask extends Quantities {
  /** The fewest persons a shown cell may rest on, from 2 up. */
  readonly threshold: number;
  /**
   * How many multiplications the search for the cheapest proofs may take; a year's tables take some tens of millions.
   * Small cells that have no proof by then are protected by hiding all that hangs together with them.
   */
  readonly effort?: number;
}

const EFFORT = 3e8;
const EFFORT_TO_SHOW_AGAIN = 1e8;
const EFFORT_FOR_ZERO = 1e7;

/** What it costs to hide a cell, for each unit of its step. A zero is worth much to a reader and hides little. */
const COST_OF_ZERO = 100;
const COST_OF_HIDDEN = 1e-3;

export function protect(task: ProtectionTask): Protection {
  const { threshold, effort = EFFORT } = task;
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    throw new RangeError(`Not a threshold: ${threshold}`);
  const system = readSystem(task);
  const primary = system.cells.map((cell) => isSmall(cell, threshold));
  const hidden = system.cells.map(
    (cell, j) => cell.shown === 'never' || (primary[j]! && cell.shown !== 'always'),
  );
  const secrets = findSecrets(system, primary, threshold);

  if (hide(system, secrets, hidden, threshold, { left: effort }))
    showAgain(system, secrets, hidden, primary, threshold, { left: Math.min(effort, EFFORT_TO_SHOW_AGAIN) });

  const suppressed = new Map<string, Suppression>();
  system.cells.forEach((cell, j) => {
    if (hidden[j] && cell.shown !== 'never') suppressed.set(cell.key, primary[j] ? 'primary' : 'secondary');
  });
  return { suppressed, audit: audited(secrets, threshold) };
}

/** Gives every secret a proof, and hides what the proofs change. False where there was no time to look for them all. */
function hide(
  system: System,
  secrets: readonly Secret[],
  hidden: boolean[],
  threshold: number,
  effort: Effort,
): boolean {
  const cost = new Float64Array(system.value.length);
  // With small differences between the columns the cheapest move is one and the same on every machine.
  const price = (j: number) => (1 + (j / cost.length) * 1e-3) * costOfHiding(system.cells[j], hidden[j]!);
  for (let j = 0; j < cost.length; j++) cost[j] = price(j);

  let isDone = true;
  for (const secret of secrets) {
    if (secret.proof) continue;
    const proof = prove(system, secret, threshold, cost, effort);
    if (!proof) {
      if (effort.left > 0) continue;
      hideAll(system, secret, hidden);
      isDone = false;
      continue;
    }
    secret.proof = proof;
    for (let j = 0; j < hidden.length; j++) {
      if (proof[j] === 0 || hidden[j]) continue;
      hidden[j] = true;
      cost[j] = price(j);
    }
    for (const other of secrets) {
      const same = other.proof ? undefined : alsoProves(system, other, proof, threshold);
      if (same) other.proof = same;
    }
  }
  return isDone;
}

/** All that hangs together with a secret that there was no time to prove: what can be done without a proof. */
function hideAll(system: System, { row }: Secret, hidden: boolean[]): void {
  const reached = allTimesOver(system, row.columns[0]!, 1);
  system.cells.forEach((cell, j) => {
    if (reached[j] !== 0 && cell.shown !== 'always') hidden[j] = true;
  });
}

/** More for a large cell than for a small one, but less than in proportion: how many cells are hidden matters too. */
function costOfHiding(cell: Cell | undefined, hidden: boolean): number {
  if (!cell || hidden) return COST_OF_HIDDEN;
  if (cell.shown === 'always') return Infinity;
  return cell.value === 0 ? COST_OF_ZERO : 1 + doublings(1 + cell.value);
}

/** The logarithm to base 2, with straight lines between the powers: unlike Math.log2, the same in every engine. */
function doublings(count: number): number {
  let whole = 0;
  while (count >= 2) {
    count /= 2;
    whole++;
  }
  return whole + count - 1;
}

/** The best proof there is: the whole margin; else up to the threshold, at any price; else any change at all. */
function prove(
  system: System,
  secret: Secret,
  threshold: number,
  cost: Float64Array,
  effort: Effort,
): Move | undefined {
  // For a zero there is nothing but the search: no number of times makes it larger.
  const spent = secret.value === 0 && effort.left < EFFORT_FOR_ZERO ? { left: EFFORT_FOR_ZERO } : effort;
  const cheapest = (row: Row, by: number) => cheapestMove(system, row, by, cost, spent);
  const fall = { ...secret.row, coefficients: secret.row.coefficients.map((factor) => -factor) };
  return (
    cheapest(secret.row, wantedRise(secret, threshold)) ??
    cheapest(secret.row, Math.max(threshold - secret.value, 1)) ??
    proveByAll(system, secret, threshold) ??
    cheapest(secret.row, 1) ??
    cheapest(fall, 1)
  );
}

/** The table with all that hangs together with the secret some times over, where nothing of it is known. */
function proveByAll(system: System, secret: Secret, threshold: number): Move | undefined {
  if (secret.value === 0) return undefined;
  const times = Math.ceil(wantedRise(secret, threshold) / secret.value);
  const move = allTimesOver(system, secret.row.columns[0]!, times);
  return system.cells.some((cell, j) => cell.shown === 'always' && move[j] !== 0) ? undefined : move;
}

/** A proof found for another secret, taken as many times as this one needs, forwards or backwards. */
function alsoProves(system: System, secret: Secret, move: Move, threshold: number): Move | undefined {
  const step = total(secret.row, move);
  if (step === 0) return undefined;
  const times = Math.ceil(wantedRise(secret, threshold) / Math.abs(step));
  return repeated(system, move, Math.sign(step) * times);
}

/** Shows a secondary cell again where every proof that changes it can be replaced by one that does not. */
function showAgain(
  system: System,
  secrets: readonly Secret[],
  hidden: boolean[],
  primary: readonly boolean[],
  threshold: number,
  effort: Effort,
): void {
  const { cells } = system;
  const isSecondary = (j: number) => hidden[j]! && !primary[j] && cells[j]!.shown !== 'never';
  const cost = Float64Array.from(system.value, (_, j) => {
    if (j < cells.length && !hidden[j]) return Infinity;
    return j < cells.length && isSecondary(j) ? 1 + j / cells.length : COST_OF_HIDDEN;
  });
  const secondary = cells.map((_, j) => j).filter(isSecondary);
  secondary.sort((a, b) => cells[b]!.value - cells[a]!.value || a - b);

  for (const j of secondary) {
    const before = cost[j]!;
    cost[j] = Infinity;
    const others = proofsWithout(j, system, secrets, cost, threshold, effort);
    if (!others) {
      cost[j] = before;
      continue;
    }
    hidden[j] = false;
    for (const [secret, proof] of others) secret.proof = proof;
  }
}

/** Other proofs, that leave column j alone, for the secrets whose proof changes it; undefined where one has none. */
function proofsWithout(
  j: number,
  system: System,
  secrets: readonly Secret[],
  cost: Float64Array,
  threshold: number,
  effort: Effort,
): Map<Secret, Move> | undefined {
  const found = new Map<Secret, Move>();
  const another = (secret: Secret): Move | undefined => {
    for (const move of found.values()) {
      const same = alsoProves(system, secret, move, threshold);
      if (same) return same;
    }
    const rise = Math.min(wantedRise(secret, threshold), total(secret.row, secret.proof!));
    return rise > 0 ? cheapestMove(system, secret.row, rise, cost, effort) : undefined;
  };
  for (const secret of secrets) {
    if (!secret.proof || secret.proof[j] === 0) continue;
    const proof = another(secret);
    if (!proof) return undefined;
    found.set(secret, proof);
  }
  return found;
}

function audited(secrets: readonly Secret[], threshold: number): Audit {
  const reaches = ({ row, value, proof }: Secret) =>
    proof !== undefined && value + total(row, proof) >= threshold;
  return {
    primaries: secrets.length,
    determined: secrets.filter((secret) => !secret.proof).length,
    boundedBelowThreshold: secrets.filter((secret) => !reaches(secret)).length,
  };
}
