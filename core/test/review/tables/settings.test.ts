/** What can be asked of the tables, and the sentence where it cannot. */
import { describe, expect, it } from 'vitest';
import { analyseReviews, readersOf, type ReviewSettings } from '../../../src/review/review-analysis.ts';
import type { ReviewSet } from '../../../src/review/reviews.ts';
import { standardForm } from '../../../src/review/standard-form.ts';

const FORM = standardForm([2021, 2022]);
const SET: ReviewSet = {
  form: FORM,
  reviews: ['AN', 'BK'].flatMap((reader) =>
    ['P1', 'P2'].map((person) => ({ person, reader, answers: { sex: reader === 'AN' ? '1' : '2' } })),
  ),
  register: new Map(),
};

const problemOf = (settings: ReviewSettings) => {
  const outcome = analyseReviews(SET, settings);
  return outcome.ok ? null : outcome.problem;
};

describe('a review that two have read', () => {
  it('gives tables of the chosen reader alone: each person is counted once', () => {
    for (const [reader, men] of [
      ['AN', 2],
      ['BK', 0],
    ] as const) {
      const outcome = analyseReviews(SET, { reader });
      if (!outcome.ok) throw new Error(outcome.problem.en);
      const row = outcome.value.tables[0]!.rows.find(({ key }) => key === 'sex=1')!;
      expect(row.cells['persons']!.value).toBe(men);
      expect(row.cells['base']!.value).toBe(2);
    }
  });

  it('must be told whose answers the tables rest on', () => {
    expect(readersOf(SET)).toEqual(['AN', 'BK']);
    expect(problemOf({})).toMatchObject({ code: 'review-which-reader' });
    expect(problemOf({})!.sv).toContain('«AN», «BK»');
  });

  it('rests on the first of two that are held against each other', () => {
    const outcome = analyseReviews(SET, { readers: ['BK', 'AN'] });
    expect(outcome.ok && outcome.value.settings.reader).toBe('BK');
    expect(outcome.ok && outcome.value.agreement![0]!.agreement).toMatchObject({ persons: 2, equal: 0 });
  });
});

it.each<[string, ReviewSettings, string, string]>([
  ['an unknown reader', { reader: 'A N' }, 'review-unknown-reader', '«AN»'],
  ['the same reader twice', { readers: ['AN', 'AN'] }, 'review-same-reader', 'AN, BK'],
  [
    'an unknown question',
    { reader: 'AN', cross: [{ rows: 'boende', columns: 'sex' }] },
    'review-unknown-item',
    '«boende»',
  ],
  [
    'a question of words',
    { reader: 'AN', cross: [{ rows: 'sex', columns: 'other-interventions-1' }] },
    'review-text-item',
    '«other-interventions-1»',
  ],
  [
    'a question by itself',
    { reader: 'AN', cross: [{ rows: 'sex', columns: 'sex' }] },
    'review-same-item',
    '«sex»',
  ],
  [
    'a threshold that protects nobody',
    { reader: 'AN', protection: { mode: 'publication', threshold: 1 } },
    'review-threshold',
    'från 2',
  ],
  [
    'fewer persons than the threshold',
    { reader: 'AN', protection: { mode: 'publication', threshold: 5 } },
    'review-too-few-persons',
    '2 personer',
  ],
])('%s is told with place and mend', (_, settings, code, part) => {
  const problem = problemOf(settings);
  expect(problem?.code).toBe(code);
  expect(problem?.sv).toContain(part);
  expect(problem?.en).not.toBe(problem?.sv);
});

it('publication needs two groups as large as the threshold', () => {
  const reviews = (persons: number) =>
    Array.from({ length: persons }, (_, at) => ({ person: `P${String(at)}`, reader: '', answers: {} }));
  const protection = { mode: 'publication', threshold: 5 } as const;
  const isMade = (persons: number) =>
    analyseReviews({ ...SET, reviews: reviews(persons) }, { protection }).ok;
  expect([9, 10].map(isMade)).toEqual([false, true]);
});

it('the nearest question is named', () => {
  const problem = problemOf({ reader: 'AN', cross: [{ rows: 'housin', columns: 'sex' }] });
  expect(problem?.sv).toContain('«housing»');
});
