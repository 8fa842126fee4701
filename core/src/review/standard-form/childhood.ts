/** Items 33–36: what the municipality knows of the person's childhood and youth. */
import type { Item } from '../form.ts';
import { code, missing, NO, NO_INFORMATION_ADDED, t, YES } from './answers.ts';

/** In the print everybody is asked, though the municipality's files cannot answer for those who moved in as adults. */
const ASKED = { item: 'moved-in', codes: ['2', '3'] } as const;
const ASKED_ADDED = t(
  'Trycket frågar alla; här frågas inte om den som flyttat in som vuxen, vars barndom kommunens akter inte känner.',
  'The print asks of all; here it is not asked of who moved in as an adult, whose childhood the municipality’s files do not know.',
);

export const CHILDHOOD_ITEMS: readonly Item[] = [
  {
    id: 'moved-in',
    number: '33',
    section: 'childhood',
    kind: 'one',
    question: t(
      'Har personen flyttat till kommunen som vuxen (18 år eller äldre)?',
      'Did the person move to the municipality as an adult (18 or older)?',
    ),
    guidance: t(
      'Nej om personen har bott i kommunen någon gång före 18 års ålder. Vid ja ställs inte frågorna om barn- och ungdomstiden: kommunens akter känner den inte.',
      'No if the person lived in the municipality at any time before 18. If yes, childhood and youth are not asked of: the municipality’s files do not know them.',
    ),
    codes: [YES, NO, missing('3')],
    mended: NO_INFORMATION_ADDED,
  },
  {
    id: 'child-welfare',
    number: '34',
    section: 'childhood',
    kind: 'one',
    question: t('Aktuell inom barn- och ungdomsvården?', 'In contact with child and youth welfare?'),
    guidance: t(
      'Ja om det funnits en utredning eller insats före 18 års ålder. «Ingen uppgift» om den gamla akten är gallrad eller inte går att få fram.',
      'Yes if there was an investigation or intervention before 18. “No information” if the old file is destroyed or cannot be found.',
    ),
    codes: [YES, NO, missing('3')],
    asked: ASKED,
    mended: ASKED_ADDED,
  },
  {
    id: 'placed-sol',
    number: '35',
    section: 'childhood',
    kind: 'one',
    question: t(
      'Placerad enligt SoL som barn eller ungdom?',
      'Placed with consent (SoL) as a child or youth?',
    ),
    guidance: t(
      'Placering utanför hemmet med samtycke. Vid ja: skriv vilka år, t.ex. 1998–2001.',
      'Placed outside the home with consent. If yes: write which years, e.g. 1998–2001.',
    ),
    codes: [code('1', 'Ja', 'Yes', 'text'), NO, missing('3')],
    asked: ASKED,
    mended: ASKED_ADDED,
  },
  {
    id: 'placed-lvu',
    number: '36',
    section: 'childhood',
    kind: 'one',
    question: t(
      'Placerad enligt LVU som barn eller ungdom?',
      'Placed under compulsion (LVU) as a child or youth?',
    ),
    guidance: t(
      'Placering utan samtycke, även ett omedelbart omhändertagande. Vid ja: skriv vilka år, t.ex. 1998–2001.',
      'Placed without consent, an immediate custody order included. If yes: write which years, e.g. 1998–2001.',
    ),
    codes: [code('1', 'Ja', 'Yes', 'text'), NO, missing('3')],
    asked: ASKED,
    mended: ASKED_ADDED,
  },
];
