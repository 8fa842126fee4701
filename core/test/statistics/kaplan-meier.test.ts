import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, type FollowUp, type ShareReturned } from '../../src/statistics/kaplan-meier.ts';
import { casesFromR, spread } from './from-r.ts';

interface PointFromR {
  days: number;
  atRisk: number;
  /** R's S, and its limits. */
  remaining: number;
  lower: number | null;
  upper: number | null;
}

interface Case {
  name: string;
  days: number[] | null;
  returned: number[] | null;
  persons: number;
  events: number;
  steps: PointFromR[];
  eventsAtSteps: number[];
  at: PointFromR[];
}

function followUpOf(known: Case): FollowUp {
  if (known.days !== null && known.returned !== null) return { days: known.days, returned: known.returned };
  return {
    days: Int32Array.from(spread(200_000, 7919, 104_729), (value) => value % 367),
    returned: Uint8Array.from(spread(200_000, 31, 101), (value) => (value % 3 === 0 ? 1 : 0)),
  };
}

function expectSame(point: ShareReturned, fromR: PointFromR): void {
  expect(point.days).toBe(fromR.days);
  expect(point.atRisk).toBe(fromR.atRisk);
  expect(point.returned).toBeCloseTo(1 - fromR.remaining, 13);
  // The upper limit of those remaining is the lower limit of those returned.
  for (const [ours, theirs] of [
    [point.lower, fromR.upper],
    [point.upper, fromR.lower],
  ] as const) {
    if (ours === null || theirs === null) expect(ours).toBe(theirs);
    else expect(ours).toBeCloseTo(1 - theirs, 13);
  }
}

const persons = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 60 }), returned: fc.integer({ min: 0, max: 1 }) }),
);

function curveOf(followed: readonly { days: number; returned: number }[]) {
  return kaplanMeier({
    days: Int32Array.from(followed, ({ days }) => days),
    returned: Uint8Array.from(followed, ({ returned }) => returned),
  });
}

describe('the share of persons who return', () => {
  describe.each(casesFromR<Case>('kaplan-meier.json'))("agrees with R's survfit: $name", (known) => {
    it('at each step', () => {
      const curve = kaplanMeier(followUpOf(known));
      expect(curve.persons).toBe(known.persons);
      expect(curve.events).toBe(known.events);
      expect(curve.steps.map(({ events }) => events)).toEqual(known.eventsAtSteps);
      expect(curve.steps.length).toBe(known.steps.length);
      curve.steps.forEach((step, i) => {
        expectSame(step, known.steps[i]!);
      });
    });

    it('on days between, before and after the steps', () => {
      const curve = kaplanMeier(followUpOf(known));
      for (const point of known.at) expectSame(curve.at(point.days), point);
    });
  });

  it('is the plain percentage when everyone is followed to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 365 }), { minLength: 1 }), (days) => {
        const followed = days.map((day) => ({ days: Math.min(day, 200), returned: day < 200 ? 1 : 0 }));
        const within = followed.filter((one) => one.days <= 90 && one.returned === 1).length;
        expect(curveOf(followed).at(90).returned).toBeCloseTo(within / days.length, 12);
      }),
    );
  });

  it('never falls, lies within its limits, and does not depend on the order of persons', () => {
    fc.assert(
      fc.property(persons, (followed) => {
        const curve = curveOf(followed);
        expect(curveOf([...followed].reverse()).steps).toEqual(curve.steps);
        let before = 0;
        for (const step of curve.steps) {
          expect(step.returned!).toBeGreaterThan(before);
          expect(step.returned!).toBeLessThanOrEqual(1);
          if (step.lower !== null) expect(step.lower).toBeLessThanOrEqual(step.returned!);
          if (step.upper !== null) expect(step.upper).toBeGreaterThanOrEqual(step.returned!);
          before = step.returned!;
        }
      }),
    );
  });

  it('counts at risk those who have neither returned nor left before the day', () => {
    fc.assert(
      fc.property(persons, fc.integer({ min: 0, max: 160 }), (followed, halfDays) => {
        const day = halfDays / 2;
        expect(curveOf(followed).at(day).atRisk).toBe(followed.filter(({ days }) => days >= day).length);
      }),
    );
  });

  it('has no limits from the day when all who were at risk have returned', () => {
    const curve = kaplanMeier({ days: [10, 20], returned: [1, 1] });
    expect(curve.at(20)).toEqual({ days: 20, atRisk: 1, returned: 1, lower: null, upper: null });
    expect(curve.at(400)).toEqual({ days: 400, atRisk: 0, returned: 1, lower: null, upper: null });
  });

  it('of no one is not known', () => {
    const curve = kaplanMeier({ days: new Int32Array(0), returned: new Uint8Array(0) });
    expect(curve).toMatchObject({ persons: 0, events: 0, steps: [] });
    expect(curve.at(90)).toEqual({ days: 90, atRisk: 0, returned: null, lower: null, upper: null });
  });

  it('reads true and false as 1 and 0', () => {
    const flags = kaplanMeier({ days: [1, 2, 3], returned: [true, false, true] });
    expect(flags.steps).toEqual(kaplanMeier({ days: [1, 2, 3], returned: [1, 0, 1] }).steps);
  });

  it('refuses what is no follow-up', () => {
    expect(() => kaplanMeier({ days: [1, 2], returned: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ days: [-1], returned: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ days: [0.5], returned: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ days: [NaN], returned: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ days: [1e9], returned: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ days: [1], returned: [2] })).toThrow(RangeError);
    expect(() => kaplanMeier({ days: [1], returned: [1] }).at(-1)).toThrow(RangeError);
  });
});
