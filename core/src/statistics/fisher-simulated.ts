/** Do groups differ in a yes/no or a code? The test for few cases in a table too large to go through. */
import { contingencyTable, sum, type ContingencyTable, type CountTable } from './contingency-table.ts';
import { EQUALLY_LIKELY } from './fisher-network.ts';
import { logGamma } from './log-gamma.ts';
import { seededRandom } from './seeded-random.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface FisherSimulated {
  readonly test: 'fisher-simulated';
  /** Above 0, up to 1: the observed table counts as one of the drawn. */
  readonly p: number;
  /** 95 % limits for what the exact test would give. */
  readonly lower: number;
  readonly upper: number;
  /** How many tables were drawn. */
  readonly draws: number;
}

const MOST_DRAWS = 10_000;
const FEWEST_DRAWS = 1_000;

/** Cells to draw, in all: about a second on a machine of 2020. */
const WORK_LIMIT = 2_000_000;

const SEED = 1;

/**
 * Fisher's exact test by simulation: of tables drawn at random with the same totals, how large a part is as unlikely as
 * this one or more so. Use it where an expected count is below 5 and fisherExactTest gives up; independenceTest chooses
 * for you. The limits tell how far chance in the drawing may have taken the p-value; always the same tables are drawn.
 *
 * Source: p and its use of the observed table as A. C. A. Hope, A simplified Monte Carlo significance test procedure,
 * JRSS B 30 (1968) 582–598, as R's fisher.test(simulate.p.value = TRUE); the limits are Wilson's.
 *
 * @param table counts, whole and 0 or more, one row a group; otherwise a RangeError. Rows and columns where all are 0
 * are left out.
 * @param mostDraws how many tables to draw; of tables with more than 200 cells fewer are.
 * @returns null when fewer than two rows or columns are left, or when it has more than 2 000 cells.
 * @example
 * fisherSimulated([[3, 1, 0], [1, 3, 4]], 1000) // → { test: 'fisher-simulated', p: 0.1898102, lower: 0.1659419, upper: 0.2144384, draws: 1000 }
 */
export function fisherSimulated(table: CountTable, mostDraws = MOST_DRAWS): FisherSimulated | null {
  const counted = contingencyTable(table);
  if (counted === null) return null;
  const cells = counted.rowTotals.length * counted.columnTotals.length;
  const draws = Math.min(mostDraws, Math.floor(WORK_LIMIT / cells));
  if (draws < Math.min(mostDraws, FEWEST_DRAWS)) return null;
  const chance: Chance = { random: seededRandom(SEED), logFactorial: logFactorials(counted.total) };
  const limit = EQUALLY_LIKELY - sum(counted.counts.flat().map(chance.logFactorial));
  let asUnlikely = 0;
  for (let draw = 0; draw < draws; draw += 1) if (drawnWeight(counted, chance) <= limit) asUnlikely += 1;
  const { lower, upper } = wilsonInterval(asUnlikely, draws)!;
  return { test: 'fisher-simulated', p: (asUnlikely + 1) / (draws + 1), lower, upper, draws };
}

interface Chance {
  readonly random: () => number;
  readonly logFactorial: (n: number) => number;
}

/** Most counts are small: their ln n! is looked up. */
const LOOKED_UP = 4096;

function logFactorials(total: number): (n: number) => number {
  const known = Float64Array.from({ length: Math.min(total, LOOKED_UP) + 1 }, (_, n) => logGamma(n + 1));
  return (n) => known[n] ?? logGamma(n + 1);
}

/**
 * The weight, −Σ ln cell!, of a table drawn cell by cell, each from what its row and its column have left: the
 * log-probability of the table less a constant.
 */
function drawnWeight({ rowTotals, columnTotals, total }: ContingencyTable, chance: Chance): number {
  const left = [...rowTotals];
  let weight = 0;
  let remaining = total;
  for (const column of columnTotals) {
    let toFill = column;
    let below = remaining;
    for (let row = 0; row < left.length; row += 1) {
      below -= left[row]!;
      const cell = hypergeometric(left[row]!, below, toFill, chance);
      weight -= chance.logFactorial(cell);
      left[row]! -= cell;
      toFill -= cell;
    }
    remaining -= column;
  }
  return weight;
}

/**
 * How many of `drawn` things, taken without replacement, are of the first kind. Outcomes are gone through from the most
 * likely on both sides, so that the way is short also where the numbers are large.
 */
function hypergeometric(
  first: number,
  second: number,
  drawn: number,
  { random, logFactorial }: Chance,
): number {
  const fewest = Math.max(0, drawn - second);
  const most = Math.min(first, drawn);
  if (fewest === most) return most;
  const mode = Math.min(most, Math.floor(((drawn + 1) * (first + 1)) / (first + second + 2)));
  const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  const atMode = Math.exp(
    logChoose(first, mode) + logChoose(second, drawn - mode) - logChoose(first + second, drawn),
  );
  let rest = random() - atMode;
  let [up, down] = [mode, mode];
  let [above, under] = [atMode, atMode];
  while (rest >= 0 && (up < most || down > fewest)) {
    if (up < most) {
      above *= ((first - up) * (drawn - up)) / ((up + 1) * (second - drawn + up + 1));
      up += 1;
      rest -= above;
      if (rest < 0) return up;
    }
    if (down > fewest) {
      under *= (down * (second - drawn + down)) / ((first - down + 1) * (drawn - down + 1));
      down -= 1;
      rest -= under;
      if (rest < 0) return down;
    }
    // What rounding has left of the chance when nothing likely remains.
    if (above + under < 1e-300) break;
  }
  return mode;
}
