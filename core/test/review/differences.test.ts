/** What readers have answered otherwise than the register, and filling again from a later export. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, refill } from '../../src/review/differences.ts';
import type { Answers, ReviewSet } from '../../src/review/reviews.ts';
import { FORM, someAnswers } from './fields-at-random.ts';

const FACTS: Answers = {
  sex: '2',
  actualisations: 24,
  'referrers:1': false,
  'referrers:6': true,
  'referrers:6#': 3,
};

/** One person, filled with the facts and read once, by a reader who has changed this. */
function setOf(changed: Answers = {}, emptied: readonly string[] = []): ReviewSet {
  const answers = Object.fromEntries(
    Object.entries({ ...FACTS, ...changed }).filter(([key]) => !emptied.includes(key)),
  );
  return {
    form: FORM,
    reviews: [{ person: 'K7QF', reader: 'AN', answers }],
    register: new Map([['K7QF', FACTS]]),
  };
}

function refilled(set: ReviewSet, facts: Answers) {
  const done = refill(set, new Map([['K7QF', facts]]));
  return { ...done, answers: done.set.reviews[0]!.answers };
}

describe('differences from the register', () => {
  it('are none as long as nothing it told has been changed', () => {
    expect(differences(setOf())).toEqual([]);
    expect(differences(setOf({ 'housing:1': true, 'age-first': 40 }))).toEqual([]);
  });

  it('are told field by field, with what each of them says', () => {
    const found = differences(
      setOf({ actualisations: 25, sex: '1', 'referrers:1': true, 'referrers:1#': 2 }),
    );
    expect(found.map(({ field, register, review }) => [field.key, register, review])).toEqual([
      ['sex', '2', '1'],
      ['actualisations', 24, 25],
      ['referrers:1', false, true],
    ]);
    expect(found.map(({ sv }) => sv)).toEqual([
      'Fråga 1: registret säger Kvinna, granskningen säger Man.',
      'Fråga 6: registret säger 24, granskningen säger 25.',
      'Fråga 12, Anhörig: registret säger Nej, granskningen säger Ja.',
    ]);
    expect(found[1]!.en).toBe('Item 6: the register says 24, the review says 25.');
    expect(found[0]).toMatchObject({ person: 'K7QF', reader: 'AN' });
  });

  it('count an emptied cell: what was filled in is gone', () => {
    const [found] = differences(setOf({}, ['actualisations']));
    expect(found).toMatchObject({ register: 24, review: null });
    expect(found!.sv).toBe('Fråga 6: registret säger 24, granskningen har inget svar.');
  });

  it('are told of each reader for himself', () => {
    const set = setOf({ actualisations: 25 });
    const second = { person: 'K7QF', reader: 'BK', answers: { ...FACTS, actualisations: 26 } };
    const found = differences({ ...set, reviews: [...set.reviews, second] });
    expect(found.map(({ reader, review }) => [reader, review])).toEqual([
      ['AN', 25],
      ['BK', 26],
    ]);
  });

  it('are none of a person whom the register did not fill', () => {
    expect(differences({ ...setOf({ sex: '1' }), register: new Map() })).toEqual([]);
  });
});

describe('filling again', () => {
  it('lets an answer that still is as it was filled follow the register', () => {
    const { answers, changed, set } = refilled(setOf(), { ...FACTS, actualisations: 26 });
    expect(answers).toEqual({ ...FACTS, actualisations: 26 });
    expect(changed).toBe(1);
    expect(set.register.get('K7QF')).toEqual({ ...FACTS, actualisations: 26 });
  });

  it('keeps what a reader has changed, and tells of it', () => {
    const done = refilled(setOf({ actualisations: 25 }), { ...FACTS, actualisations: 26 });
    expect(done.answers['actualisations']).toBe(25);
    expect(done.changed).toBe(0);
    expect(done.differences.map(({ register, review }) => [register, review])).toEqual([[26, 25]]);
  });

  it('keeps what a reader has emptied empty', () => {
    const done = refilled(setOf({}, ['actualisations']), { ...FACTS, actualisations: 26 });
    expect(done.answers['actualisations']).toBeUndefined();
    expect(done.differences).toHaveLength(1);
  });

  it('fills what the register now tells and nobody has answered, but keeps an answer', () => {
    const facts = { ...FACTS, 'age-first': 33, 'age-latest': 46 };
    const { answers, changed, differences: told } = refilled(setOf({ 'age-first': 30 }), facts);
    expect(answers).toMatchObject({ 'age-first': 30, 'age-latest': 46 });
    expect(changed).toBe(1);
    expect(told.map(({ field }) => field.key)).toEqual(['age-first']);
  });

  it('takes away the number beside a referrer who has not reported after all', () => {
    const { answers } = refilled(setOf(), { 'referrers:1': true, 'referrers:1#': 1, 'referrers:6': false });
    expect(answers).toEqual({
      sex: '2',
      actualisations: 24,
      'referrers:1': true,
      'referrers:1#': 1,
      'referrers:6': false,
    });
  });

  it('from an export without a column takes nothing away', () => {
    const { set, changed } = refilled(setOf(), { sex: '2' });
    expect(set).toEqual(setOf());
    expect(changed).toBe(0);
  });

  it('passes over persons who are not in the set, and leaves those of whom nothing is told', () => {
    const done = refill(setOf(), new Map([['XXXX', { sex: '1' }]]));
    expect(done.set).toEqual(setOf());
  });

  it('twice is the same as once, whatever was answered and told', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, someAnswers, (facts, answered, later) => {
        const set: ReviewSet = {
          form: FORM,
          reviews: [
            { person: 'K7QF', reader: 'AN', answers: { ...facts, ...answered } },
            { person: 'K7QF', reader: 'BK', answers: facts },
          ],
          register: new Map([['K7QF', facts]]),
        };
        const told = new Map([['K7QF', later]]);
        const once = refill(set, told);
        const twice = refill(once.set, told);
        expect(twice.set).toEqual(once.set);
        expect(twice.changed).toBe(0);
        // Whoever has changed nothing differs in nothing.
        expect(once.differences.filter(({ reader }) => reader === 'BK')).toEqual([]);
      }),
    );
  });

  it('with what was told before changes nothing', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (facts, answers) => {
        const set: ReviewSet = {
          form: FORM,
          reviews: [{ person: 'K7QF', reader: '', answers }],
          register: new Map([['K7QF', facts]]),
        };
        expect(refill(set, new Map([['K7QF', facts]])).set).toEqual(set);
      }),
    );
  });
});
