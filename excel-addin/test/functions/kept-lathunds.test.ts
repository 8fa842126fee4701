/** What is kept between the calls of a formula that is filled down a whole column. */
import { largeRegister } from 'isu-sample-register';
import { describe, expect, test } from 'vitest';
import { KeptLathunds, type Question } from '../../src/functions/lathund-of-columns.ts';

const ROWS = [...largeRegister({ rows: 100_000, seed: 1 }).rows];

/** As Excel hands a column over: anew at every call. */
function question(change: Partial<Question> = {}): Question {
  return {
    person: ROWS.map(({ person }) => [person]),
    date: ROWS.map(({ day }) => [day + 25_569]),
    number: null,
    groups: null,
    months: 'completed',
    today: '2026-11-22',
    dateSystem: 1900,
    ...change,
  };
}

describe('a register of 100 000 rows', () => {
  const kept = new KeptLathunds();
  const first = kept.of(question());

  test('is read once for calls about the same cells', () => {
    for (let call = 0; call < 20; call++) expect(kept.of(question())).toBe(first);
  });

  test('is read anew when one cell has changed', () => {
    const changed = question();
    (changed.date as unknown[][])[99_999]![0] = 44_000;
    expect(kept.of(changed)).not.toBe(first);
  });

  test.each<[string, Partial<Question>]>([
    ['other limits', { groups: [1, 12] }],
    ['another convention', { months: 'average' }],
    ['no dates', { date: null }],
    ['another date system', { dateSystem: 1904 }],
    ['another day', { today: '2026-11-23' }],
  ])('is another with %s, and the first is still kept', (_, change) => {
    expect(kept.of(question(change))).not.toBe(first);
    expect(kept.of(question())).toBe(first);
  });

  test('is forgotten when eight others have been asked for since', () => {
    for (let limit = 2; limit < 10; limit++) kept.of({ ...question(), groups: [1, limit] });
    expect(kept.of(question())).not.toBe(first);
  });
});
