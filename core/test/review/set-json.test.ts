/** A review set as a JSON file: written, read back, and every fault told with its place and its mend. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightForm } from '../../src/review/light-form.ts';
import type { ReviewSet } from '../../src/review/reviews.ts';
import { readReviewSet, reviewSetJson } from '../../src/review/set-json.ts';
import { FORM, someAnswers } from './fields-at-random.ts';

const SET: ReviewSet = {
  form: lightForm([2020, 2021, 2022]),
  reviews: [
    { person: 'K7QF-2M9X', reader: 'AN', answers: { 'civil-status:1': true, sex: '2', 'age-latest': 46 } },
    { person: 'K7QF-2M9X', reader: 'BK', answers: { 'cost-residential': 11_359_980, 'housing:8#': 'Stuga' } },
    { person: 'RZQA-J7QD', reader: 'AN', answers: {} },
  ],
  register: new Map([['K7QF-2M9X', { sex: '2' }]]),
};

interface Json {
  [key: string]: unknown;
  reviews: { person?: unknown; reader?: unknown; answers: Record<string, unknown> }[];
}

/** The set as JSON with one thing changed. */
function changed(change: (json: Json) => void): unknown {
  const json = JSON.parse(reviewSetJson(SET)) as Json;
  change(json);
  return json;
}

function problemOf(json: unknown) {
  const read = readReviewSet(json);
  if (read.ok) throw new Error('the set can be read');
  return read.problem;
}

describe('a review set as JSON', () => {
  it('is read back as it was, the form and its version with it', () => {
    const read = readReviewSet(JSON.parse(reviewSetJson(SET)));
    if (!read.ok) throw new Error(read.problem.en);
    expect(read.value).toEqual(SET);
    expect(read.value.form.version).toBe('1.0');
    expect(reviewSetJson(read.value)).toBe(reviewSetJson(SET));
  });

  it('does not hang on the order in which a reader answered', () => {
    const [first, ...others] = SET.reviews;
    const answers = Object.fromEntries(Object.entries(first!.answers).reverse());
    expect(reviewSetJson({ ...SET, reviews: [{ ...first!, answers }, ...others] })).toBe(reviewSetJson(SET));
  });

  it('is read back whatever was answered', () => {
    fc.assert(
      fc.property(fc.array(someAnswers, { maxLength: 4 }), someAnswers, (all, facts) => {
        const reviews = all.map((answers, at) => ({ person: `P-${String(at)}`, reader: 'ÅÄÖ "1"', answers }));
        const set: ReviewSet = { form: FORM, reviews, register: new Map([['P-0', facts]]) };
        expect(readReviewSet(JSON.parse(reviewSetJson(set)))).toEqual({ ok: true, value: set });
      }),
      { numRuns: 20 },
    );
  });

  it('takes null for a field that is not answered, and no reader for the only one', () => {
    const read = readReviewSet(
      changed(({ reviews }) => {
        reviews[1]!.answers['sex'] = null;
        delete reviews[2]!.reader;
      }),
    );
    if (!read.ok) throw new Error(read.problem.en);
    expect(read.value.reviews[1]!.answers).toEqual(SET.reviews[1]!.answers);
    expect(read.value.reviews[2]!.reader).toBe('');
  });

  it('keeps an answer in the name of an object’s own property out', () => {
    const json: unknown = JSON.parse(
      reviewSetJson(SET).replace('"civil-status:1": true', '"__proto__": true'),
    );
    expect(problemOf(json).code).toBe('review-unknown-field');
  });
});

describe('a fault in the file is told with its place and its mend', () => {
  const first = (answers: Record<string, unknown>) =>
    changed(({ reviews }) => {
      reviews[0]!.answers = answers;
    });

  it.each<[string, unknown, string, string]>([
    ['another file', { persons: [] }, 'not-a-review-set', 'Det här är ingen granskning'],
    ['no object at all', 'granskning', 'not-a-review-set', '"kind"'],
    ['a later version', changed((json) => (json['version'] = 2)), 'review-set-version', 'version 2'],
    [
      'a word for a code',
      first({ sex: 'Kvinna' }),
      'review-wrong-value',
      '(K7QF-2M9X, AN): "sex" är "Kvinna"',
    ],
    ['a code that the item lacks', first({ sex: '3' }), 'review-wrong-value', 'en av koderna "1", "2"'],
    ['a number for a code', first({ sex: 2 }), 'review-wrong-value', '"sex" är 2'],
    ['a word for yes', first({ 'civil-status:1': 'ja' }), 'review-wrong-value', 'true eller false'],
    ['a half', first({ 'age-latest': 45.5 }), 'review-wrong-value', 'ett helt tal från 0 till 130'],
    ['an age of 131', first({ 'age-latest': 131 }), 'review-wrong-value', '131'],
    ['a number as text', first({ 'cost-residential': '100' }), 'review-wrong-value', 'utan citattecken'],
    ['a number for words', first({ 'housing:8#': 5 }), 'review-wrong-value', 'en text'],
    [
      'a field that is misspelt',
      first({ 'age-lates': 46 }),
      'review-unknown-field',
      'Närmast är «age-latest»',
    ],
    ['an item of another form', first({ lob: 3 }), 'review-unknown-field', '«lob»'],
    [
      'answers that are a list',
      changed((json) => (json.reviews[0]!.answers = [] as never)),
      'review-set-shape',
      '[]',
    ],
    [
      'reviews that are none',
      changed((json) => (json.reviews = {} as never)),
      'review-set-shape',
      '"reviews"',
    ],
    [
      'a review that is a text',
      changed((json) => (json.reviews[1] = 'x' as never)),
      'review-set-shape',
      'Granskning 2',
    ],
    ['no person', changed((json) => delete json.reviews[2]!.person), 'review-person', 'Granskning 3'],
    ['an empty person', changed((json) => (json.reviews[2]!.person = ' ')), 'review-person', 'Granskning 3'],
    [
      'a personal identity number',
      changed((json) => (json.reviews[2]!.person = '20170101-2393')),
      'review-person-is-identity-number',
      'förs under kod',
    ],
    [
      'the same in ten digits',
      changed((json) => (json.reviews[2]!.person = '170101-2393')),
      'review-person-is-identity-number',
      'förs under kod',
    ],
    [
      'a reader who is a number',
      changed((json) => (json.reviews[0]!.reader = 1)),
      'review-reader',
      '"reader"',
    ],
    [
      'a person read twice by one',
      changed((json) => (json.reviews[1]!.reader = 'AN')),
      'review-twice',
      'Granskning 2 (K7QF-2M9X, AN)',
    ],
    [
      'facts about one person twice',
      changed((json) => (json['register'] = [{ person: 'X' }, { person: 'X', facts: {} }])),
      'review-twice',
      '"register", plats 2 (X)',
    ],
    [
      'facts that are wrong',
      changed((json) => (json['register'] = [{ person: 'X', facts: { sex: 1 } }])),
      'review-wrong-value',
      '"register", plats 1 (X): "sex" är 1',
    ],
    [
      'facts about nobody',
      changed((json) => (json['register'] = [{ facts: {} }])),
      'review-person',
      '"register", plats 1',
    ],
  ])('%s', (_, json, code, words) => {
    const problem = problemOf(json);
    expect(problem.code).toBe(code);
    expect(problem.sv).toContain(words);
    expect(problem.en).not.toBe(problem.sv);
  });

  it('and a fault in the form is told as the form’s', () => {
    const json = changed((whole) => (whole['form'] = { ...(whole['form'] as object), items: 7 }));
    expect(problemOf(json).code).toMatch(/^form-/);
  });
});
