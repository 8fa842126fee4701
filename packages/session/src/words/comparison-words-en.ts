/** The labels of a comparison's fields in English. */
import type { ComparisonFormWords } from './comparison-words.ts';
import { english as settings } from './settings-words-en.ts';

export const english: ComparisonFormWords = {
  intro:
    'Parts of the register side by side, each and together, with differences, intervals and tests. The limits hold here too.',
  by: 'What is to be compared?',
  splits: {
    periods: 'Two periods',
    year: 'Calendar years',
    organisation: 'Organisations',
    group: 'Frequency groups',
  },
  columns: 'By a column',
  period: (number) => `Period ${String(number)}`,
  from: settings.form.from,
  to: settings.form.to,
  rows: 'Take along',
  rowsHint: 'Columns that are not among the background factors already.',
  separator: 'Sign between several answers in a cell',
  separatorHint: 'Such as ; in Alcohol; Narcotics.',
  base: 'Percent of',
  bases: settings.form.bases,
  against: 'Each part against',
  againsts: { first: 'the first', rest: 'all the others together' },
  population: 'Per 10,000 inhabitants',
  populationHint: 'Inhabitants of each part. Empty: not counted.',
  compare: 'Compare',
  more: settings.form.more,
};
