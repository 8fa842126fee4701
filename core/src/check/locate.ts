/**
 * Which figure is wrong. Where equations fail, each figure in them is asked what value would mend the most of them and
 * break the fewest that hold; the best is blamed, taken as mended, and the rest looked at again. So a total that two
 * other tables contradict is wrong itself, and a percent that alone disagrees is wrong, not its count.
 */
import { swapFor } from './digits.ts';
import type { Equation } from './equation.ts';
import { printedAs, type Figure, type Reading } from './figure.ts';
import { contains, wholeNumbersIn, type Interval } from './interval.ts';

export interface Finding {
  readonly figure: Figure;
  /** What it should be, or between what; `null` where no value would do. */
  readonly expected: Interval | null;
  /** The equations that failed on it, the most telling first. */
  readonly equations: readonly Equation[];
  /** Figures that could as well be the wrong one, with what they would be. */
  readonly others: readonly { readonly figure: Figure; readonly expected: Interval }[];
  /** The figures as they were taken when this was found. */
  readonly read: Reading;
}

interface Suspicion {
  readonly figure: Figure;
  readonly expected: Interval | null;
  readonly mends: readonly Equation[];
  readonly plainScore: number;
  /** With what speaks for a slip of the pen. */
  readonly score: number;
}

/** A figure that is worked out is wrong sooner than those that it is worked out from. */
const PRIOR_OF_DERIVED = 0.6;
const PRIOR_OF_SLIP = 0.7;

/** How closely a value must be known, as a share of it, for a slip to be more than chance. */
const NARROW = 0.01;

export function locate(equations: readonly Equation[]): readonly Finding[] {
  const mended = new Map<Figure, number>();
  const read: Reading = (figure) => mended.get(figure) ?? figure.value;
  const settled = new Set<Figure>();
  const byFigure = indexByFigure(equations);
  let failing = equations.filter((equation) => !equation.holds(read));
  const findings: Finding[] = [];
  while (failing.length > 0) {
    const suspicions = suspectsIn(failing)
      .filter((figure) => !settled.has(figure))
      .map((figure) => suspicionOf(figure, byFigure.get(figure)!, read));
    const best = bestOf(suspicions);
    if (!best) {
      findings.push(unresolved(failing[0]!, read));
      failing = failing.slice(1);
      continue;
    }
    const others = suspicions.filter((one) => one !== best && isAsLikely(one, best));
    const rivals = suspicions.filter((one) => one !== best && isRival(one, best));
    findings.push({
      figure: best.figure,
      expected: best.expected,
      equations: best.mends,
      others: [...others, ...rivals.filter((one) => !others.includes(one))].map((one) => ({
        figure: one.figure,
        expected: one.expected!,
      })),
      read: snapshot(mended),
    });
    settled.add(best.figure);
    const done = new Set(best.mends);
    const isSure = others.length === 0 && best.score > 0;
    if (isSure && best.expected) mended.set(best.figure, valueIn(best.expected, best.figure));
    failing = failing.filter((equation) => !done.has(equation) && !equation.holds(read));
  }
  return findings;
}

function indexByFigure(equations: readonly Equation[]): ReadonlyMap<Figure, readonly Equation[]> {
  const index = new Map<Figure, Equation[]>();
  for (const equation of equations) {
    for (const figure of new Set(equation.figures)) {
      const list = index.get(figure);
      if (list) list.push(equation);
      else index.set(figure, [equation]);
    }
  }
  return index;
}

function suspectsIn(failing: readonly Equation[]): readonly Figure[] {
  return [...new Set(failing.flatMap((equation) => equation.figures))];
}

/** The value of a figure that mends the most, and what that is worth. */
function suspicionOf(figure: Figure, equations: readonly Equation[], read: Reading): Suspicion {
  const failing = equations.filter((equation) => !equation.holds(read));
  const holding = equations.filter((equation) => equation.holds(read));
  const solved = new Map<Equation, Interval>();
  for (const equation of equations) {
    const interval = equation.solve(figure, read);
    const printable = interval && printableIn(interval, figure);
    if (printable) solved.set(equation, printable);
  }
  const ends = [...solved.values()].flatMap((interval) => [interval.low, interval.high]);
  let best: Suspicion = { figure, expected: null, mends: [], plainScore: -Infinity, score: -Infinity };
  for (const value of new Set(ends.filter((end) => Number.isFinite(end)))) {
    const changed: Reading = (one) => (one === figure ? value : read(one));
    const mends = failing.filter((equation) => equation.holds(changed));
    if (mends.length === 0) continue;
    const breaks = holding.filter((equation) => !equation.holds(changed));
    const score = weightOf(mends) - weightOf(breaks) + (figure.derived ? PRIOR_OF_DERIVED : 0);
    if (score > best.plainScore) {
      const intervals = [...solved.values()].filter((interval) => contains(interval, value));
      const expected = intersection(intervals);
      best = { figure, expected, mends, plainScore: score, score: score + slipBonus(figure, expected) };
    }
  }
  return best;
}

/** Two digits that changed places explain a figure that has to be just that much larger or smaller. */
function slipBonus(figure: Figure, expected: Interval): number {
  const isNarrow = expected.high - expected.low <= Math.max(Math.abs(figure.value), 1) * NARROW;
  return isNarrow && swapFor(figure, expected) !== null ? PRIOR_OF_SLIP : 0;
}

function weightOf(equations: readonly Equation[]): number {
  return equations.reduce((sum, equation) => sum + equation.weight, 0);
}

/** The values of an interval that can be printed with the figure's decimals. */
function printableIn(interval: Interval, figure: Figure): Interval | null {
  const unit = 10 ** figure.decimals;
  const whole = wholeNumbersIn({ low: interval.low * unit, high: interval.high * unit });
  // + 0: no figure is printed −0.
  return whole && { low: whole.low / unit + 0, high: whole.high / unit + 0 };
}

function intersection(intervals: readonly Interval[]): Interval {
  return {
    low: Math.max(...intervals.map((one) => one.low)),
    high: Math.min(...intervals.map((one) => one.high)),
  };
}

/** The highest score; of equals one whose digits have changed places, then the one that has to change the least. */
function bestOf(suspicions: readonly Suspicion[]): Suspicion | undefined {
  const possible = suspicions.filter((one) => one.mends.length > 0);
  const top = Math.max(...possible.map((one) => one.score));
  const change = ({ figure, expected }: Suspicion) => {
    if (!expected) return Infinity;
    const nearest = Math.min(Math.max(figure.value, expected.low), expected.high);
    return Math.abs(Math.log((nearest + 1) / (figure.value + 1)));
  };
  const isSlip = ({ figure, expected }: Suspicion) =>
    expected && swapFor(figure, expected) !== null ? 0 : 1;
  return possible
    .filter((one) => one.score === top)
    .sort((a, b) => isSlip(a) - isSlip(b) || change(a) - change(b))[0];
}

function isAsLikely(one: Suspicion, best: Suspicion): boolean {
  return one.score >= best.score && one.mends.some((equation) => best.mends.includes(equation));
}

/** One count whose change would mend several percentages, against each of them being wrong. */
function isRival(one: Suspicion, best: Suspicion): boolean {
  if (one.figure.derived || !best.figure.derived || one.mends.length < 2) return false;
  return (
    one.score >= best.score - PRIOR_OF_DERIVED && one.mends.some((equation) => best.mends.includes(equation))
  );
}

/** No figure can mend it alone: the worked-out one is named, without a value. */
function unresolved(equation: Equation, read: Reading): Finding {
  const figure = equation.figures.find((one) => one.derived) ?? equation.figures[0]!;
  return { figure, expected: null, equations: [equation], others: [], read };
}

function snapshot(mended: ReadonlyMap<Figure, number>): Reading {
  const copy = new Map(mended);
  return (figure) => copy.get(figure) ?? figure.value;
}

function valueIn(expected: Interval, figure: Figure): number {
  if (expected.high === Infinity) return expected.low;
  return printedAs((expected.low + expected.high) / 2, figure);
}
