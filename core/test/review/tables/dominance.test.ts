/** Kronor that are nearly all bought for one person are that person's, however many have some. */
import { expect, it } from 'vitest';
import { isSuppressed } from '../../../src/protection/shown.ts';
import { analyseReviews } from '../../../src/review/review-analysis.ts';
import { shownReview } from '../../../src/review/review-protection.ts';
import { standardForm } from '../../../src/review/standard-form.ts';

/** Twenty persons, for the first fifteen of whom something was bought. */
function boughtOutside(kronor: readonly number[]) {
  const form = standardForm([2021, 2022]);
  const costs = ['cost-outpatient', 'cost-residential', 'cost-family-home'] as const;
  const reviews = Array.from({ length: 20 }, (_, p) => {
    const own = [kronor[p] ?? 0, p < 10 && p % 2 === 0 ? 50_000 : 0, p >= 10 && p < 15 ? 40_000 : 0];
    const answers = Object.fromEntries(costs.map((item, at) => [item, own[at]!]));
    return { person: `P${String(p)}`, reader: '', answers };
  });
  const analysis = analyseReviews(
    { form, reviews, register: new Map() },
    { protection: { mode: 'publication', threshold: 5 } },
  );
  if (!analysis.ok) throw new Error(analysis.problem.en);
  const { rows } = shownReview(analysis.value).tables.find(({ id }) => id === 'review-purchases')!;
  return rows.map(({ key, cells }) => {
    const { sum, persons } = cells;
    return [key, isSuppressed(sum!) ? '..' : sum!.value, isSuppressed(persons!) ? '..' : persons!.value];
  });
}

it('are shown where no one has nearly all', () => {
  expect(boughtOutside(Array<number>(10).fill(30_000))).toEqual([
    ['cost-outpatient', 300_000, 10],
    ['cost-residential', 250_000, 5],
    ['cost-family-home', 200_000, 5],
    ['total', 750_000, 15],
  ]);
});

it('are hidden where one has, with another sum that would give them back, and the persons stay', () => {
  const shown = boughtOutside([2_000_000, 20_000, ...Array<number>(8).fill(1000)]);
  expect(shown[0]).toEqual(['cost-outpatient', '..', 10]);
  expect(shown.filter(([, sum]) => sum === '..').length).toBeGreaterThanOrEqual(2);
  expect(shown.map(([, , persons]) => persons)).toEqual([10, 5, 5, 15]);
});
