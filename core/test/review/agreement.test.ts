/** How far two readers of the same files agree. Figures are counted by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, type ItemAgreement } from '../../src/review/agreement.ts';
import type { Answers, ReviewSet } from '../../src/review/reviews.ts';
import { FORM, someAnswers } from './fields-at-random.ts';

/** A person for each pair: what AN and BK have answered; null where that reader has not read the file. */
function setOf(
  pairs: readonly (readonly [Answers | null, Answers | null])[],
  register: ReviewSet['register'] = new Map(),
): ReviewSet {
  const reviews = pairs.flatMap((pair, at) =>
    pair.flatMap((answers, reader) =>
      answers ? [{ person: `P${String(at + 1)}`, reader: ['AN', 'BK'][reader]!, answers }] : [],
    ),
  );
  return { form: FORM, reviews, register };
}

function agreement(set: ReviewSet, item: string, readers: [string, string] = ['AN', 'BK']): ItemAgreement {
  return agreementOf(set, ...readers).find((own) => own.item.id === item)!;
}

describe('of one choice', () => {
  // Ten persons: both yes 4, AN yes and BK no 1, AN no and BK yes 2, both no 2, and one where both miss information.
  const yes = { children: '1' };
  const no = { children: '2' };
  const unknown = { children: '3' };
  const set = setOf([
    [yes, yes],
    [yes, yes],
    [yes, yes],
    [yes, yes],
    [yes, no],
    [no, yes],
    [no, yes],
    [no, no],
    [no, no],
    [unknown, unknown],
  ]);

  it('7 of 10 are equal; by chance 5·6 + 4·3 + 1·1 = 43 of 100, so kappa is 27/57', () => {
    const { agreement: found, unanswered, notAsked, isFilled } = agreement(set, 'children');
    expect(found).toMatchObject({ persons: 10, equal: 7, meanDifference: null });
    expect(found.kappa!.observed).toBeCloseTo(0.7, 14);
    expect(found.kappa!.expected).toBeCloseTo(0.43, 14);
    expect(found.kappa!.kappa).toBeCloseTo(27 / 57, 14);
    expect({ unanswered, notAsked, isFilled }).toEqual({ unanswered: 0, notAsked: 0, isFilled: false });
  });

  it('who has not answered is left out and told; who has not been read by both is not there', () => {
    const { agreement: found, unanswered } = agreement(
      setOf([
        [yes, yes],
        [yes, {}],
        [{}, {}],
        [{}, no],
        [yes, null],
        [null, no],
      ]),
      'children',
    );
    expect(found).toMatchObject({ persons: 1, equal: 1, kappa: null });
    expect(unanswered).toBe(3);
  });

  it('whom only one was to be asked about is told apart', () => {
    const asked = { 'moved-in': '2', 'child-welfare': '1' };
    const notAsked = { 'moved-in': '1' };
    const found = agreement(
      setOf([
        [asked, asked],
        [asked, notAsked],
        [notAsked, notAsked],
      ]),
      'child-welfare',
    );
    expect(found.agreement.persons).toBe(1);
    expect(found).toMatchObject({ notAsked: 2, unanswered: 0 });
  });

  it('of nobody says nothing', () => {
    expect(agreement(setOf([]), 'children').agreement).toEqual({
      persons: 0,
      equal: 0,
      kappa: null,
      meanDifference: null,
    });
  });
});

describe('of several choices', () => {
  const set = setOf([
    [{ 'substance:1': true, 'substance:2': false }, { 'substance:1': true }],
    [{ 'substance:1': true, 'substance:2': true }, { 'substance:1': true }],
    [{ 'substance:2': true }, { 'substance:2': true }],
    [{ 'substance:5': true }, { 'substance:5': true }],
    [{ 'substance:1': true }, { 'substance:5': true }],
    [{}, { 'substance:1': true }],
  ]);
  const found = agreement(set, 'substance');
  const ofCode = (code: string) => found.codes.find((own) => own.code.code === code)!.agreement;

  it('the whole is equal where exactly the same is marked, and marks left empty are no', () => {
    expect(found.agreement).toEqual({ persons: 5, equal: 3, kappa: null, meanDifference: null });
    expect(found.unanswered).toBe(1);
  });

  it('each code is yes, no or missing', () => {
    // Alcohol: yes yes, yes yes, no no, missing missing, yes missing. By chance 3·2 + 1·1 + 1·2 = 9 of 25.
    expect(ofCode('1')).toMatchObject({ persons: 5, equal: 4 });
    expect(ofCode('1').kappa!.kappa).toBeCloseTo((20 - 9) / (25 - 9), 14);
    // Narcotics: no no, yes no, yes yes, missing missing, no missing. By chance 2·2 + 2·1 + 1·2 = 8 of 25.
    expect(ofCode('2')).toMatchObject({ persons: 5, equal: 3 });
    expect(ofCode('2').kappa!.kappa).toBeCloseTo((15 - 8) / (25 - 8), 14);
  });

  it('has no line for what only says that information is missing', () => {
    expect(found.codes.map(({ code }) => code.code)).not.toContain('5');
  });
});

describe('of numbers', () => {
  it('told are how many are equal, kappa over the numbers, and the mean distance', () => {
    const of = (a: number, b: number): [Answers, Answers] => [{ 'age-first': a }, { 'age-first': b }];
    const found = agreement(setOf([of(33, 33), of(33, 33), of(40, 41), of(20, 24)]), 'age-first').agreement;
    // By chance 2·2 = 4 of 16 (only 33 is used by both).
    expect(found).toMatchObject({ persons: 4, equal: 2, meanDifference: 1.25 });
    expect(found.kappa!.kappa).toBeCloseTo((8 - 4) / (16 - 4), 14);
  });

  it('those beside a code are compared where both have chosen it and given a number', () => {
    const of = (times: number) => ({ 'interventions:4': true, 'interventions:4#': times });
    const set = setOf([
      [of(2), of(2)],
      [of(3), of(1)],
      [of(1), { 'interventions:4': true }],
      [of(1), { 'interventions:4': false, 'interventions:4#': 1 }],
    ]);
    const { amounts } = agreement(set, 'interventions');
    const found = amounts.find(({ code }) => code.code === '4')!.agreement;
    expect(found).toMatchObject({ persons: 2, equal: 1, meanDifference: 1 });
    expect(amounts.map(({ code }) => code.code)).not.toContain('8');
  });
});

it('items of words are not compared', () => {
  const items = agreementOf(setOf([]), 'AN', 'BK').map(({ item }) => item.kind);
  expect(items).not.toContain('text');
  expect(items).toHaveLength(FORM.items.filter(({ kind }) => kind !== 'text').length);
});

it('where the register has filled the answer for both, that is said', () => {
  const answers = { sex: '1', 'referrers:6': true, children: '1' };
  const set = setOf([[answers, answers]], new Map([['P1', { sex: '1', 'referrers:6': true }]]));
  expect(['sex', 'referrers', 'children'].map((item) => agreement(set, item).isFilled)).toEqual([
    true,
    true,
    false,
  ]);
});

it('whichever reader is named first, the agreement is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someAnswers, someAnswers), { maxLength: 8 }), (pairs) => {
      const set = setOf(pairs);
      expect(agreementOf(set, 'BK', 'AN')).toEqual(agreementOf(set, 'AN', 'BK'));
    }),
    { numRuns: 30 },
  );
});

it('a reader agrees with himself in everything', () => {
  fc.assert(
    fc.property(fc.array(someAnswers, { maxLength: 8 }), (all) => {
      const set = setOf(all.map((answers) => [answers, answers]));
      for (const { agreement: whole, codes, amounts } of agreementOf(set, 'AN', 'BK'))
        for (const found of [whole, ...[...codes, ...amounts].map((part) => part.agreement)]) {
          expect(found.equal).toBe(found.persons);
          expect(found.kappa?.kappa ?? 1).toBe(1);
          expect(found.meanDifference ?? 0).toBe(0);
        }
    }),
    { numRuns: 30 },
  );
});
