/** A small review of the made-up register, for tests of its sheets in Excel. */
import { analyse, readSettings, sheetOf } from 'isu-core';
import {
  FORMS,
  newReviewSet,
  reviewSheets,
  type Form,
  type ReviewLayout,
  type ReviewSet,
} from 'isu-core/review';
import { COLUMNS, HEADER, sampleRegister } from 'isu-sample-register';
import { valueOf } from './excel.ts';

const DAY_ZERO = 25_569;

/** One item or more of each kind, of those that are filled and of those that depend on another. */
const ITEMS = [
  'sex',
  'age-latest',
  'age-bands',
  'actualisations',
  'referrers',
  'birth-country',
  'children',
  'housing',
  'other-interventions-1',
  'sip',
  'sip-followed-up',
  'cost-outpatient',
];

export function shortForm(): Form {
  const whole = FORMS.standard([2017, 2018, 2019, 2020, 2021, 2022]);
  const items = whole.items.filter(({ id }) => ITEMS.includes(id));
  const sections = whole.sections.filter(({ id }) => items.some(({ section }) => section === id));
  return { ...whole, items, sections };
}

export function smallReview(form = shortForm()): ReviewSet {
  const rows = sampleRegister().rows.map((row) =>
    COLUMNS.map(({ field }) => (field === 'day' ? row.day + DAY_ZERO : row[field])),
  );
  const settings = valueOf(readSettings({ selection: { mostFrequent: 3 } }, '2026-11-22'));
  const source = { name: 'Bok1.xlsx', sha256: null, sheet: 'Aktualiseringar' };
  const analysis = valueOf(analyse(sheetOf([[...HEADER], ...rows], 1900), settings, source));
  const persons = analysis.selection!.persons.slice(0, 3);
  return newReviewSet({
    form,
    analysis,
    persons,
    codes: persons.map((_, i) => `KOD${String(i + 1)}`),
    readers: [''],
  });
}

export function sheetsOf(set: ReviewSet, layout: ReviewLayout, language: 'sv' | 'en' = 'sv') {
  const who = [{ code: 'KOD1', person: '19600101-9812' }];
  return reviewSheets(set, { language, layout, who });
}
