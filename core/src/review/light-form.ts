/**
 * The light form (Söderhamn report, chapter 5): some five of the most returning and investigated persons, over two or
 * three years. The report does not say which items; here they are the 18 of the 36 that its tables 4–7 and Bilaga 4's
 * 4 and 5 are made of, but for child welfare, which is asked through an item that no table has.
 */
import type { Form } from './form.ts';
import { standardForm } from './standard-form.ts';

const LIGHT_ITEMS: ReadonlySet<string> = new Set([
  'sex',
  'age-first',
  'age-latest',
  'years-known',
  'actualisations',
  'referrers',
  'lvm-investigations',
  'civil-status',
  'children',
  'housing',
  'livelihood',
  'investigations',
  'interventions',
  'sip',
  'cost-outpatient',
  'cost-residential',
  'cost-family-home',
  'substance',
  'diagnoses',
  'suspected-psychiatric',
  'crime',
]);

/** The report’s light form, for the calendar years that the review covers. */
export function lightForm(years: readonly number[]): Form {
  const whole = standardForm(years);
  const items = whole.items.filter(({ id }) => LIGHT_ITEMS.has(id));
  const sections = whole.sections.filter(({ id }) => items.some(({ section }) => section === id));
  return {
    ...whole,
    id: 'bilaga-2-light',
    title: { sv: 'Aktgranskning, lätt form', en: 'Case-file review, light form' },
    sections,
    items,
  };
}
