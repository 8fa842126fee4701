/** A form of another area than addiction goes the same road: into a workbook, out of it, and to tables. */
import { expect, it } from 'vitest';
import { analyseReviews, drawnSheets, readReviewSheets, reviewSheets, type ReviewSet } from 'isu-core/review';
import { ownForm } from './form-edits.ts';

const form = ownForm();
const set: ReviewSet = {
  form,
  reviews: [
    {
      person: 'AAAA',
      reader: '',
      answers: {
        hushallstyp: '1',
        barn: '1',
        'barn:1#': 2,
        'barnens-behov': '2',
        'orsaker:1': false,
        'orsaker:2': true,
        rehabilitering: '1',
        'rehabilitering:1#': 2024,
        ansokningar: 7,
        tid: 4,
        belopp: 184200,
        'anmalare:1': true,
        'anmalare:1#': 1,
        anteckning: 'Väntar på läkarintyg',
      },
    },
    {
      person: 'BBBB',
      reader: '',
      answers: { hushallstyp: '9', barn: '2', 'orsaker:3': true, ansokningar: 2 },
    },
  ],
  register: new Map([['AAAA', { ansokningar: 7 }]]),
};

it.each(['rows', 'forms'] as const)('into a workbook and out of it, as %s', (layout) => {
  const sheets = reviewSheets(set, { language: 'sv', layout, who: null });
  const read = readReviewSheets(drawnSheets(sheets));
  if (!read.ok) throw new Error(read.problem.en);
  expect(read.value.problems).toEqual([]);
  expect(read.value.set.form).toEqual(form);
  expect(read.value.set.reviews).toEqual(set.reviews);
});

it('to tables: every question, and any of them by any other, with none of the report’s own', () => {
  const read = analyseReviews(set, { cross: [{ rows: 'orsaker', columns: 'barn' }] });
  if (!read.ok) throw new Error(read.problem.en);
  const { tables, crosses } = read.value;
  expect(tables.map(({ id }) => id)).toEqual(['review-items']);
  const cells = (key: string) => tables[0]!.rows.find((row) => row.key === key)!.cells;
  expect(cells('barn=1').persons!.value).toBe(1);
  expect(cells('hushallstyp=1').base!.value).toBe(1);
  expect(cells('ansokningar answered')).toMatchObject({ persons: { value: 2 }, sum: { value: 9 } });
  expect(crosses).toHaveLength(1);
});
