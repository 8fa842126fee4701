/** A small review of the made-up register, for tests of its sheets in Excel. */
import { analyse, readSettings, sheetOf } from 'isu-core';
import { FORMS, newReviewSet, reviewSheets, type ReviewLayout, type ReviewSet } from 'isu-core/review';
import { COLUMNS, HEADER, sampleRegister } from 'isu-sample-register';
import { valueOf } from './excel.ts';

const DAY_ZERO = 25_569;

export function smallReview(readers: readonly string[] = ['']): ReviewSet {
  const rows = sampleRegister().rows.map((row) =>
    COLUMNS.map(({ field }) => (field === 'day' ? row.day + DAY_ZERO : row[field])),
  );
  const settings = valueOf(readSettings({ selection: { mostFrequent: 3 } }, '2026-11-22'));
  const source = { name: 'Bok1.xlsx', sha256: null, sheet: 'Aktualiseringar' };
  const analysis = valueOf(analyse(sheetOf([[...HEADER], ...rows], 1900), settings, source));
  const persons = analysis.selection!.persons.slice(0, 3);
  return newReviewSet({
    form: FORMS.standard([2017, 2018, 2019, 2020, 2021, 2022]),
    analysis,
    persons,
    codes: persons.map((_, i) => `KOD${String(i + 1)}`),
    readers,
  });
}

export function sheetsOf(set: ReviewSet, layout: ReviewLayout, language: 'sv' | 'en' = 'sv') {
  const who = [{ code: 'KOD1', person: '19600101-9812' }];
  return reviewSheets(set, { language, layout, who });
}
