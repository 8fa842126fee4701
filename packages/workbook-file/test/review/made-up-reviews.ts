/** A few reviews, made up so that every kind of answer, condition and difference stands in one of them. */
import { standardForm, type Answers, type Form, type ReviewSet } from 'isu-core/review';

const FORM = standardForm([2017, 2018, 2019, 2020, 2021, 2022]);

const TOLD: Answers = {
  sex: '1',
  'age-first': 30,
  'age-latest': 41,
  'age-bands:1': false,
  'age-bands:2': true,
  'age-bands:3': true,
  'active-years:2017': true,
  'active-years:2018': false,
  actualisations: 12,
  reports: 8,
  lob: 2,
  applications: 2,
  'referrers:1': true,
  'referrers:1#': 8,
  'referrers:3': false,
  'referrers:6': true,
  'referrers:6#': 2,
};

const READ: Answers = {
  ...TOLD,
  'age-first': 27,
  'lvm-investigations': 1,
  'lvm-return': '1',
  'lvm-return:1#': 2,
  'lvm-return-months-1': 3,
  'lvm-return-actions:2': true,
  'lvm-return-actions:3': false,
  'birth-country': '1',
  'civil-status:5': true,
  children: '1',
  'children:1#': 2,
  'housing:7': true,
  'housing:8': true,
  'housing:8#': 'husvagn, "tillfälligt"',
  'interventions:1': true,
  'interventions:1#': 4,
  'sip:1': false,
  'sip:2': true,
  'sip:2#': 1,
  'sip-followed-up': '1',
  'sip-followed-up:1#': 1,
  'other-interventions-1': '=boendestöd',
  'cost-residential': 11_359_980,
  deceased: '1',
  'deceased:1#': 2021,
  'moved-in': '1',
};

export function reviewsBy(readers: readonly string[]): ReviewSet {
  const persons = ['RZQA-J7QD-23CJ-2Q4D', 'M4NB-11XT-AAQ2-77ZK', "L'HÔP [1]"];
  const register = new Map(persons.slice(0, 2).map((person) => [person, TOLD]));
  const answers: readonly Answers[] = [
    READ,
    TOLD,
    { sex: '2', 'sip:1': true, 'sip-followed-up': '2', 'moved-in': '2', 'child-welfare': '3' },
  ];
  const reviews = persons.flatMap((person, at) =>
    readers.map((reader, by) => ({ person, reader, answers: answers[(at + by) % 3]! })),
  );
  return { form: FORM, reviews, register };
}

const t = (sv: string) => ({ sv, en: `${sv} (en)` });

/** A form of another area, with words, numbers and dependencies that are hard on formulas. */
const ODD_FORM: Form = {
  id: 'ekonomiskt-bistand',
  version: '0.9',
  title: t('Ekonomiskt bistånd & "annat"'),
  years: [2024],
  sections: [{ id: 'a', title: t('Hushållet; "alla"') }],
  items: [
    {
      ...{ id: 'children-number', number: '1', section: 'a', kind: 'one', guidance: { sv: '', en: '' } },
      question: t("Antal barn, 'hemma'"),
      codes: [
        { code: 'a', label: { sv: '0', en: 'None' } },
        { code: 'b', label: { sv: '1', en: 'One' }, amount: 'year' },
        { code: 'c', label: { sv: '2, eller "fler"', en: 'Two, or "more"' }, amount: 'text' },
        { code: 'd', label: { sv: `${'Mycket lång '.repeat(16)}.`, en: 'Long' }, missing: true },
      ],
    },
    {
      ...{ id: 'reader', number: '2', section: 'a', kind: 'several', guidance: { sv: '', en: '' } },
      question: t('Vilka?'),
      codes: [{ code: '1', label: t('Enda, svaret') }],
      asked: { item: 'children-number', codes: ['b', 'c'] },
    },
    {
      ...{ id: 'answered', number: '3', section: 'a', kind: 'money', guidance: { sv: '', en: '' } },
      question: t('Kronor'),
      codes: [],
      asked: { item: 'reader', codes: ['1'] },
    },
    {
      ...{ id: 'note', number: '4', section: 'a', kind: 'text', guidance: { sv: '', en: '' } },
      question: t('Anteckning'),
      codes: [],
      optional: true,
    },
  ],
};

export function oddReviews(): ReviewSet {
  const answers: readonly Answers[] = [
    {},
    { 'children-number': 'a' },
    { 'children-number': 'b', 'children-number:b#': 2019, 'reader:1': true },
    { 'children-number': 'c', 'children-number:c#': 'två', 'reader:1': false, answered: 0, note: '0' },
    { 'children-number': 'd', 'reader:1': true, answered: 5 },
    { 'children-number': 'c', 'reader:1': true, answered: 5 },
  ];
  return {
    form: ODD_FORM,
    reviews: answers.map((given, at) => ({ person: String(at + 1), reader: '', answers: given })),
    register: new Map([['2', { 'children-number': 'b', 'reader:1': true, answered: 7 }]]),
  };
}
