/** One question at a time: what a key, a click or a step does, without a browser. Values by hand from the form. */
import {
  amountKey,
  fieldsOfItem,
  findingsOf,
  isAsked,
  itemOf,
  itemState,
  markKey,
  standardForm,
  type Answers,
  type Item,
} from 'isu-core/review';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asFilled,
  choose,
  clear,
  isNoneOfThese,
  mark,
  markMissing,
  markNone,
  withChanges,
} from '../../../src/pane/review/model/answering.ts';
import { inSight, keysOf, noneKey, typed, typedOut } from '../../../src/pane/review/model/digits.ts';
import { deedOf, type FocusIn, type Pressed } from '../../../src/pane/review/model/question-keys.ts';
import { answerInWords, registerTold, shown } from '../../../src/pane/review/model/register-told.ts';
import {
  nextUnanswered,
  stepBack,
  stepOn,
  unanswered,
  whyPassed,
} from '../../../src/pane/review/model/walk.ts';

const form = standardForm([2017, 2018, 2019, 2020, 2021, 2022]);
const item = (id: string): Item => itemOf(form, id)!;
const codeOf = (of: Item, code: string) => of.codes.find((each) => each.code === code)!;
const numbers = (items: readonly Item[]) => items.map(({ number }) => number);

describe('the way through the form', () => {
  it('passes over what depends on another answer, and says which', () => {
    const { to, passed } = stepOn(form, { 'lvm-return': '2' }, 'lvm-return');
    expect(to!.number).toBe('12');
    expect(numbers(passed)).toEqual(['10a', '10b', '10c', '11']);
    const [reason, ...others] = whyPassed(form, passed);
    expect(others).toEqual([]);
    expect(reason!.numbers).toEqual(['10a', '10b', '10c', '11']);
    expect(reason!.on.number).toBe('9');
    expect(reason!.codes.map(({ label }) => label.sv)).toEqual(['Ja']);
  });

  it('goes into them when the answer asks for them', () => {
    expect(stepOn(form, { 'lvm-return': '1' }, 'lvm-return')).toMatchObject({
      to: { number: '10a' },
      passed: [],
    });
  });

  it('gives one reason for a question and for what depends on that', () => {
    const { to, passed } = stepOn(form, { 'sip:3': true }, 'sip');
    expect(to!.number).toBe('23a');
    const reasons = whyPassed(form, passed);
    expect(reasons.map(({ numbers: over, on }) => [over, on.number])).toEqual([[['21', '22'], '20']]);
  });

  it('goes back to the question that it came from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...form.items), fc.constantFrom('1', '2', '4'), (from, code) => {
        const answers = { 'lvm-return': code, 'sip:1': code === '1', 'moved-in': code === '1' ? '1' : '2' };
        const { to } = stepOn(form, answers, from.id);
        fc.pre(to !== null && isAsked(form, from, answers));
        expect(stepBack(form, answers, to.id).to).toBe(from);
      }),
    );
  });

  it('ends after the last question, and begins at the first', () => {
    expect(stepOn(form, { 'moved-in': '2' }, 'placed-lvu').to).toBeNull();
    expect(stepBack(form, {}, 'sex').to).toBeNull();
  });

  it('jumps to the first without an answer, and from there to the next', () => {
    expect(nextUnanswered(form, { sex: '1' }, '')!.number).toBe('2a');
    expect(nextUnanswered(form, { sex: '1', 'age-latest': 40 }, 'age-first')!.number).toBe('3');
    // After the last it begins anew.
    expect(nextUnanswered(form, { sex: '1' }, 'placed-lvu')!.number).toBe('2a');
  });

  it('waits for no question that may be left empty', () => {
    expect(numbers(unanswered(form, { 'lvm-return': '1' }))).not.toContain('19a');
    expect(numbers(unanswered(form, { 'lvm-return': '1' }))).toContain('10a');
  });
});

describe('an answer', () => {
  const returned = item('lvm-return');
  const referrers = item('referrers');
  const housing = item('housing');

  it('takes with it what stood beside another', () => {
    const before = { 'lvm-return': '1', 'lvm-return:1#': 3 };
    const changes = choose(returned, codeOf(returned, '2'), before);
    expect(changes).toEqual({ 'lvm-return': '2', 'lvm-return:1#': null });
    expect(choose(returned, codeOf(returned, '1'), before)).toEqual({});
  });

  it('of several makes the others no, and the last one taken back leaves nothing answered', () => {
    const police = codeOf(referrers, '6');
    const one = withChanges({}, mark(referrers, police, true, {}));
    expect(one).toEqual({
      'referrers:1': false,
      'referrers:2': false,
      'referrers:3': false,
      'referrers:4': false,
      'referrers:5': false,
      'referrers:6': true,
      'referrers:7': false,
    });
    const counted = { ...one, 'referrers:6#': 4 };
    expect(withChanges(counted, mark(referrers, police, false, counted))).toEqual({});
  });

  it('«Ingen uppgift» stands alone, and is not the same as nothing answered', () => {
    const missing = codeOf(housing, '9');
    const homeless = withChanges({}, mark(housing, codeOf(housing, '7'), true, {}));
    const silent = withChanges(homeless, mark(housing, missing, true, homeless));
    expect(silent).toEqual({ 'housing:9': true });
    expect(itemState(form, housing, silent)).toBe('missing');
    const again = withChanges(silent, mark(housing, codeOf(housing, '1'), true, silent));
    expect(itemState(form, housing, again)).toBe('answered');
    expect(again['housing:9']).toBeUndefined();
  });

  it('«Inget av dessa» is no to each, and is an answer', () => {
    const none = withChanges({}, markNone(referrers, true, {}));
    expect(Object.values(none)).toEqual(Array.from({ length: 7 }, () => false));
    expect(isNoneOfThese(form, referrers, none)).toBe(true);
    expect(withChanges(none, markNone(referrers, false, none))).toEqual({});
  });

  it('to how many may be that the file does not tell, which is an answer', () => {
    const cost = item('cost-residential');
    const silent = withChanges({ 'cost-residential': 5 }, markMissing(cost, true, { 'cost-residential': 5 }));
    expect(itemState(form, cost, silent)).toBe('missing');
    expect(answerInWords(cost, silent, 'sv', 'Inget')).toBe('Ingen uppgift');
    expect(withChanges(silent, markMissing(cost, false, silent))).toEqual({});
  });

  it('in the pane never contradicts itself, whatever is pressed', () => {
    const choices = form.items.filter(({ codes }) => codes.length > 0);
    const presses = fc.array(fc.tuple(fc.nat(12), fc.boolean(), fc.nat(9)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...choices), presses, (of, pressed) => {
        let answers: Answers = {};
        for (const [at, isYes, amount] of pressed) {
          const code = of.codes[at];
          const changes =
            code === undefined
              ? of.kind === 'one'
                ? clear(of, answers)
                : markNone(of, isYes, answers)
              : of.kind === 'one'
                ? choose(of, code, answers)
                : mark(of, code, isYes, answers);
          answers = withChanges(answers, changes);
          const holds = code && (of.kind === 'one' || answers[markKey(of, code)] === true);
          if (holds && code.amount === 'count') answers = { ...answers, [amountKey(of, code)]: amount };
        }
        const codes = findingsOf({ ...form, items: [{ ...of, asked: undefined } as never] }, answers);
        expect(
          codes.filter(({ code }) => code === 'missing-with-others' || code === 'amount-beside-no'),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('digits', () => {
  it('are the printed codes, or places where the codes are years', () => {
    expect(keysOf(item('housing'))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(keysOf(item('active-years'))).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(noneKey(item('active-years'))).toBe('0');
  });

  it('wait where another may follow', () => {
    const keys = keysOf(item('livelihood'));
    expect(typed(keys, '', '2')).toEqual({ waiting: '', chosen: 1 });
    const one = typed(keys, '', '1');
    expect(one).toEqual({ waiting: '1', chosen: null });
    expect(typedOut(keys, one.waiting)).toBe(0);
    expect(keys[typed(keys, '1', '0').chosen!]).toBe('10');
  });

  it('that nothing is called by choose nothing', () => {
    expect(typed(keysOf(item('sex')), '', '7')).toEqual({ waiting: '', chosen: null });
  });

  it('choose every answer of the form', () => {
    for (const of of form.items.filter(({ codes }) => codes.length > 0))
      for (const { code, key } of inSight(of)) {
        const keys = keysOf(of);
        let [waiting, chosen]: [string, number | null] = ['', null];
        for (const digit of key) ({ waiting, chosen } = typed(keys, waiting, digit));
        expect(of.codes[(chosen ?? typedOut(keys, waiting))!]).toBe(code);
      }
  });

  it('show «Ingen uppgift» last, whatever its code', () => {
    expect(inSight(item('livelihood')).at(-1)).toMatchObject({ key: '10', code: { missing: true } });
  });
});

describe('a key', () => {
  const press = (key: string, where: FocusIn, id: string, more: Partial<Pressed> = {}) =>
    deedOf({ key, isShift: false, isAlt: false, isRepeated: false, ...more }, where, item(id));

  it('walks on, back and to all questions from wherever the focus is', () => {
    for (const where of ['question', 'field'] as const) {
      expect(press('Enter', where, 'sex')).toBe('next');
      expect(press('Enter', where, 'sex', { isShift: true })).toBe('back');
      expect(press('Escape', where, 'sex')).toBe('items');
    }
    expect(press('ArrowLeft', 'question', 'sex', { isAlt: true })).toBe('back');
    expect(press('ArrowRight', 'question', 'sex', { isAlt: true })).toBe('next');
  });

  it('held down walks past nothing', () => {
    expect(press('Enter', 'question', 'sex', { isRepeated: true })).toBe('nothing');
  });

  it('from a number beside one of several goes back to the alternatives', () => {
    expect(press('Enter', 'beside', 'referrers')).toBe('to-alternative');
  });

  it('is left to a button and to a field that has the focus', () => {
    expect(press('Enter', 'button', 'sex')).toBeNull();
    for (const key of ['1', '-', 'Delete', 'a']) {
      expect(press(key, 'field', 'actualisations')).toBeNull();
      expect(press(key, 'button', 'sex')).toBeNull();
    }
    expect(press('ArrowLeft', 'field', 'sex', { isAlt: true })).toBeNull();
  });

  it('answers by what is asked for', () => {
    expect(press('2', 'question', 'sex')).toBe('digit');
    expect(press('2', 'question', 'actualisations')).toBe('to-field');
    expect(press('-', 'question', 'actualisations')).toBe('missing');
    expect(press('-', 'question', 'sex')).toBeNull();
    expect(press('å', 'question', 'other-interventions-1')).toBe('to-field');
    expect(press('Tab', 'question', 'other-interventions-1')).toBeNull();
    expect(press('Delete', 'question', 'sex')).toBe('clear');
  });
});

describe('what the register told', () => {
  const referrers = item('referrers');
  const filled: Answers = {
    'referrers:1': true,
    'referrers:1#': 2,
    'referrers:6': true,
    'referrers:6#': 1200,
    'referrers:7': false,
  };

  it('is the answer until it is changed', () => {
    expect(registerTold(referrers, filled, filled)).toBe('same');
    expect(registerTold(referrers, { ...filled, 'referrers:6#': 3 }, filled)).toBe('changed');
    expect(registerTold(referrers, {}, filled)).toBe('changed');
    expect(registerTold(item('birth-country'), { 'birth-country': '1' }, filled)).toBeNull();
    // A mark left empty is no.
    expect(registerTold(referrers, { ...filled, 'referrers:2': false }, filled)).toBe('same');
  });

  it('is said in words, and can be taken back', () => {
    expect(answerInWords(referrers, filled, 'sv', 'Inget')).toBe('Anhörig (2), Polisen (1\u00a0200)');
    expect(answerInWords(item('sex'), { sex: '2' }, 'en', 'None')).toBe('Woman');
    expect(answerInWords(referrers, { 'referrers:1': false }, 'sv', 'Inget')).toBe('Inget');
    const changed = { 'referrers:2': true };
    expect(withChanges(changed, asFilled(referrers, filled, changed))).toEqual(filled);
  });

  it('is written as people write it, a year without a space', () => {
    const [, beside] = fieldsOfItem(item('deceased'));
    expect(shown(beside!, 2021, 'sv')).toBe('2021');
    expect(shown(fieldsOfItem(item('cost-residential'))[0]!, 11_359_980, 'sv')).toBe('11\u00a0359\u00a0980');
  });
});
