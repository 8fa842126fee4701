/** Items 1–3: the person. */
import type { Item } from '../form.ts';
import { code, t } from './answers.ts';

export const PERSON_ITEMS: readonly Item[] = [
  {
    id: 'sex',
    number: '1',
    section: 'person',
    kind: 'one',
    question: t('Kön', 'Sex'),
    guidance: t(
      'Som i personnumret, om inte akten säger något annat.',
      'As in the personal identity number, unless the file says otherwise.',
    ),
    codes: [code('1', 'Man', 'Man'), code('2', 'Kvinna', 'Woman')],
    fact: 'sex',
  },
  {
    id: 'age-first',
    number: '2a',
    section: 'person',
    kind: 'years',
    question: t('Ålder vid den första aktualiseringen', 'Age at the first actualisation'),
    guidance: t(
      'Hela år vid den allra första aktualiseringen vid enheten, också om den kom före perioden. Registret känner bara till det som finns i uttaget: ändra om akten visar en tidigare kontakt.',
      'Whole years at the very first actualisation at the unit, also when it came before the period. The register knows only what was exported: change it if the file shows an earlier contact.',
    ),
    codes: [],
    fact: 'age-first',
  },
  {
    id: 'age-latest',
    number: '2b',
    section: 'person',
    kind: 'years',
    question: t('Ålder vid den senaste aktualiseringen', 'Age at the latest actualisation'),
    guidance: t(
      'Hela år vid den sista aktualiseringen under perioden.',
      'Whole years at the last actualisation of the period.',
    ),
    codes: [],
    fact: 'age-latest',
  },
  {
    id: 'age-bands',
    number: '3',
    section: 'person',
    kind: 'several',
    question: t(
      'I vilka åldrar har personen varit aktuell?',
      'At which ages has the person been in contact?',
    ),
    guidance: t(
      'Alla åldersgrupper från den första till den senaste aktualiseringen, även dem emellan.',
      'Every age band from the first to the latest actualisation, those between them too.',
    ),
    codes: [
      code('1', '24 år eller yngre', '24 or younger'),
      code('2', '25–34 år', '25–34'),
      code('3', '35–44 år', '35–44'),
      code('4', '45–54 år', '45–54'),
      code('5', '55–64 år', '55–64'),
      code('6', '65 år eller äldre', '65 or older'),
    ],
    fact: 'age-bands',
    mended: t(
      'I trycket står «<24 år» och därefter 25–34: den som är 24 saknar svar. Den första gruppen är här till och med 24 år, den sista från och med 65.',
      'The print says “<24” and then 25–34, so that 24 has no answer. Here the first band ends with 24 and the last begins at 65.',
    ),
  },
];
