/**
 * The form of the Söderhamn report (Bilaga 2), item by item, in wording of our own. Numbers and codes are the printed
 * ones, so that files coded on paper can be typed in; answers that were added come after them. Where the print
 * contradicts itself or lacks an answer, the item is mended and says so.
 */
import type { Form, Section } from './form.ts';
import { periodOf } from './form-years.ts';
import { t } from './standard-form/answers.ts';
import { CHILDHOOD_ITEMS } from './standard-form/childhood.ts';
import { contactItems } from './standard-form/contact.ts';
import { interventionItems } from './standard-form/interventions.ts';
import { NEEDS_ITEMS } from './standard-form/needs.ts';
import { PERSON_ITEMS } from './standard-form/person.ts';
import { SITUATION_ITEMS } from './standard-form/situation.ts';

const SECTIONS: readonly Section[] = [
  { id: 'person', title: t('Personen', 'The person') },
  { id: 'contact', title: t('Kontakten med socialtjänsten', 'The contact with social services') },
  { id: 'situation', title: t('Livssituation', 'Life situation') },
  { id: 'interventions', title: t('Insatser och samordning', 'Interventions and coordination') },
  { id: 'needs', title: t('Problematik, hälsa och försörjning', 'Problems, health and livelihood') },
  { id: 'childhood', title: t('Barn- och ungdomstid', 'Childhood and youth') },
];

/**
 * The form of Bilaga 2 of the report, for the calendar years that the review covers.
 *
 * @param years the calendar years that the review covers, rising; the report's are 2017–2022
 */
export function standardForm(years: readonly number[]): Form {
  const period = periodOf(years);
  return {
    id: 'bilaga-2',
    version: '1.0',
    title: t('Aktgranskning', 'Case-file review'),
    years,
    sections: SECTIONS,
    items: [
      ...PERSON_ITEMS,
      ...contactItems(years, period),
      ...SITUATION_ITEMS,
      ...interventionItems(period),
      ...NEEDS_ITEMS,
      ...CHILDHOOD_ITEMS,
    ],
  };
}
