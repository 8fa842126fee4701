/** How many return, and when, although not everyone has been followed equally long. */
import { Z_95 } from './wilson-interval.ts';

export interface FollowUp {
  /** For each person a whole number of days, 0 to 4,000,000: to the return, or to where the follow-up ends. */
  readonly days: ArrayLike<number>;
  /** For each person 1 (or true) when the days end with a return, 0 (or false) when with the end of the follow-up. */
  readonly returned: ArrayLike<number | boolean>;
}

/** The share of persons who have returned within some days, with its interval. */
export interface ShareReturned {
  readonly days: number;
  /** Persons who before this day had neither returned nor left the follow-up. */
  readonly atRisk: number;
  /** Share returned up to and including this day, 0 to 1; null when no one is followed. */
  readonly returned: number | null;
  /** 95 % limits of the share; null when no one is followed, and from the day when all at risk have returned. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A day on which someone returned: where the curve takes a step. */
export interface ReturnStep extends ShareReturned {
  /** Persons who returned on this day. */
  readonly events: number;
}

export interface ReturnCurve {
  /** Persons followed. */
  readonly persons: number;
  /** Persons who returned. */
  readonly events: number;
  /** One for each day on which someone returned, in order; none when no one did. */
  readonly steps: readonly ReturnStep[];
  /** The share returned within this many days (0 or more). After the last day of follow-up the curve stays level. */
  readonly at: (days: number) => ShareReturned;
}

/** More days than the calendar has between the years 1 and 9999. */
const MOST_DAYS = 4_000_000;

/**
 * The share of persons who have come back within so many days of their first actualisation. Use it instead of a plain
 * percentage, since those who came late in the period have had less time to return: each person counts for as long as
 * he or she can be followed.
 *
 * Source: E. L. Kaplan & P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958) 457–481;
 * Greenwood's variance (1926); 95 % interval on the log scale, upper limit of the share remaining cut at 1, as
 * survfit in R's survival does by default. The share returned is 1 − S, so its lower limit is 1 less the upper of S.
 *
 * Edges. Someone who leaves the follow-up on a day when others return was at risk that day. Before the first return
 * the share is 0 with limits 0 and 0. When all who were at risk have returned the share is 1, and the log scale gives
 * no limits (R: NA): null, then and on all later days.
 *
 * @param followUp `days` and `returned` of equal length, one place a person; otherwise, or with a value outside its
 * range, a RangeError.
 * @returns the curve as steps, and `at(days)`.
 * @example
 * kaplanMeier({ days: [10, 40, 90, 200], returned: [1, 0, 1, 0] }).at(90) // → { days: 90, atRisk: 2, returned: 0.625, lower: 0, upper: 0.9160704 }
 */
export function kaplanMeier({ days, returned }: FollowUp): ReturnCurve {
  if (days.length !== returned.length) {
    throw new RangeError(
      `kaplanMeier needs a flag for each person, got ${String(days.length)} days and ${String(returned.length)} flags`,
    );
  }
  const { atRiskOn, eventsOn } = countByDay(days, returned);
  const persons = days.length;
  const steps = stepsOf(atRiskOn, eventsOn);
  return {
    persons,
    events: steps.reduce((sum, step) => sum + step.events, 0),
    steps,
    at: (day) => {
      if (!(day >= 0)) throw new RangeError(`at needs days ≥ 0, got ${String(day)}`);
      const step = lastStepUpTo(steps, day);
      const none = persons === 0 ? null : 0;
      return {
        days: day,
        atRisk: atRiskOn[Math.ceil(day)] ?? 0,
        returned: step === undefined ? none : step.returned,
        lower: step === undefined ? none : step.lower,
        upper: step === undefined ? none : step.upper,
      };
    },
  };
}

/** Counting by day instead of sorting persons: the days are few, the persons many. */
function countByDay(
  days: ArrayLike<number>,
  returned: ArrayLike<number | boolean>,
): { readonly atRiskOn: Int32Array; readonly eventsOn: Int32Array } {
  let last = 0;
  for (let person = 0; person < days.length; person += 1) {
    const day = days[person]!;
    if (!(Number.isInteger(day) && day >= 0 && day <= MOST_DAYS)) {
      throw new RangeError(`kaplanMeier needs whole days from 0 to ${String(MOST_DAYS)}, got ${String(day)}`);
    }
    if (day > last) last = day;
  }
  const eventsOn = new Int32Array(last + 1);
  const atRiskOn = new Int32Array(last + 1);
  for (let person = 0; person < days.length; person += 1) {
    const day = days[person]!;
    const flag = Number(returned[person]);
    if (flag !== 0 && flag !== 1) {
      throw new RangeError(`kaplanMeier needs flags 0 or 1, got ${String(returned[person])}`);
    }
    atRiskOn[day]! += 1;
    eventsOn[day]! += flag;
  }
  for (let day = last - 1; day >= 0; day -= 1) atRiskOn[day]! += atRiskOn[day + 1]!;
  return { atRiskOn, eventsOn };
}

function stepsOf(atRiskOn: Int32Array, eventsOn: Int32Array): ReturnStep[] {
  const steps: ReturnStep[] = [];
  let remaining = 1;
  let greenwood = 0;
  for (let days = 0; days < eventsOn.length; days += 1) {
    const events = eventsOn[days]!;
    if (events === 0) continue;
    const atRisk = atRiskOn[days]!;
    remaining *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const width = Math.exp(Z_95 * Math.sqrt(greenwood));
    steps.push({
      days,
      atRisk,
      events,
      returned: 1 - remaining,
      lower: remaining === 0 ? null : 1 - Math.min(1, remaining * width),
      upper: remaining === 0 ? null : 1 - remaining / width,
    });
  }
  return steps;
}

function lastStepUpTo(steps: readonly ReturnStep[], day: number): ReturnStep | undefined {
  let from = 0;
  let to = steps.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (steps[middle]!.days <= day) from = middle + 1;
    else to = middle;
  }
  return steps[from - 1];
}
