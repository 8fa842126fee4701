/** A few reviews, made up so that every kind of answer, condition and difference stands in one of them. */
import { standardForm, type Answers, type ReviewSet } from 'isu-core/review';

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
