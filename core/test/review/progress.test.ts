/** How an item stands in a review, and how far the reader has come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf } from '../../src/review/form.ts';
import { isAsked, itemState } from '../../src/review/item-state.ts';
import { progressOf } from '../../src/review/progress.ts';
import type { Answers } from '../../src/review/reviews.ts';
import { FORM, someAnswers } from './fields-at-random.ts';

function stateOf(id: string, answers: Answers) {
  return itemState(FORM, itemOf(FORM, id)!, answers);
}

describe('an item of one choice', () => {
  it.each<[string, Answers, string]>([
    ['is empty before it is answered', {}, 'empty'],
    ['is answered by a code', { children: '2' }, 'answered'],
    ['is missing where the file does not tell', { children: '3' }, 'missing'],
    ['is empty with a code that the form does not have', { children: '9' }, 'empty'],
    ['is not answered by the number beside a code', { 'children:1#': 2 }, 'empty'],
  ])('%s', (_, answers, state) => {
    expect(stateOf('children', answers)).toBe(state);
  });
});

describe('an item of several choices', () => {
  it.each<[string, Answers, string]>([
    ['is empty without a mark', {}, 'empty'],
    ['is answered by a yes', { 'housing:7': true }, 'answered'],
    ['is answered by a no: none of them applied', { 'housing:7': false }, 'answered'],
    ['is missing when only that is marked', { 'housing:9': true, 'housing:1': false }, 'missing'],
    ['is answered when something is told besides', { 'housing:9': true, 'housing:1': true }, 'answered'],
  ])('%s', (_, answers, state) => {
    expect(stateOf('housing', answers)).toBe(state);
  });
});

describe('an item of a number', () => {
  it('is answered by 0 too', () => {
    expect(stateOf('lvm-investigations', {})).toBe('empty');
    expect(stateOf('lvm-investigations', { 'lvm-investigations': 0 })).toBe('answered');
  });
});

describe('an item that depends on another', () => {
  it('is asked where the other has such an answer, and not before', () => {
    expect(stateOf('sip-followed-up', {})).toBe('not-asked');
    expect(stateOf('sip-followed-up', { 'sip:1': false, 'sip:2': false })).toBe('not-asked');
    expect(stateOf('sip-followed-up', { 'sip:2': true })).toBe('empty');
    expect(stateOf('sip-followed-up', { 'sip:2': true, 'sip-followed-up': '3' })).toBe('missing');
  });

  it('is not asked where the other is not, whatever that says', () => {
    const answers = { 'sip:1': false, 'sip-followed-up': '1', 'sip-plan-followed': '1' };
    expect(stateOf('sip-plan-followed', answers)).toBe('not-asked');
    expect(stateOf('sip-plan-followed', { ...answers, 'sip:1': true })).toBe('answered');
  });

  it('on an item that the form has lost is never asked', () => {
    const form = { ...FORM, items: FORM.items.filter(({ id }) => id !== 'sip') };
    expect(isAsked(form, itemOf(form, 'sip-followed-up')!, { 'sip:1': true })).toBe(false);
  });
});

describe('progress', () => {
  const optional = FORM.items.filter((item) => item.optional).map(({ id }) => id);
  const dependent = FORM.items.filter(({ asked }) => asked).map(({ id }) => id);

  it('waits for nothing that may be left empty', () => {
    expect(optional).toEqual([
      'lvm-return-months-2',
      'lvm-return-months-3',
      'other-interventions-1',
      'other-interventions-2',
      'other-interventions-3',
    ]);
    const before = progressOf(FORM, {});
    expect(progressOf(FORM, { 'other-interventions-1': 'Boendestöd' })).toEqual(before);
  });

  it('is of the items that are asked as the answers stand', () => {
    const all = FORM.items.length;
    const always = all - new Set([...optional, ...dependent]).size;
    expect(progressOf(FORM, {})).toEqual({ answered: 0, asked: always });
    // A yes to item 9 asks for 10a and 11; a no to item 33 asks for 34, 35 and 36.
    expect(progressOf(FORM, { 'lvm-return': '1' })).toEqual({ answered: 1, asked: always + 2 });
    expect(progressOf(FORM, { 'moved-in': '2' })).toEqual({ answered: 1, asked: always + 3 });
    expect(progressOf(FORM, { 'moved-in': '1' })).toEqual({ answered: 1, asked: always });
  });

  it('counts “no information” as answered: the file has been read', () => {
    expect(progressOf(FORM, { crime: '3' }).answered).toBe(1);
  });

  it('never is more answered than asked', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const { answered, asked } = progressOf(FORM, answers);
        expect(answered).toBeLessThanOrEqual(asked);
      }),
    );
  });
});
