/** The same files read by someone else, who reads a little differently: so that agreement has something to tell. */
import { fieldsOf, type Answers, type FieldValue, type Form } from 'isu-core/review';

/** For each file that both have read: the items that the second reader answers otherwise, or has not come to yet. */
export interface SecondReading {
  readonly otherwise: readonly (keyof typeof OTHERWISE)[];
  readonly notYet?: readonly string[];
}

export const SECOND_READINGS: readonly SecondReading[] = [
  { otherwise: ['suspected-psychiatric', 'interventions', 'cost-residential'] },
  { otherwise: ['crime', 'housing'] },
  { otherwise: ['substance', 'asi-base'] },
  { otherwise: ['age-first'] },
  { otherwise: ['suspected-psychiatric', 'lvm-investigations', 'livelihood'] },
  { otherwise: ['age-first', 'children', 'diagnoses'] },
  { otherwise: ['crime', 'substance', 'housing'] },
  { otherwise: ['birth-country'], notYet: ['needs', 'childhood'] },
];

/** Of the age bands, and of adults. */
const LOWEST_OF_BANDS = [18, 25, 35, 45, 55, 65];

/** What the second reader answers instead. */
const OTHERWISE = {
  // Another first contact a year before, in the same age band.
  'age-first': (answers) => {
    const age = Number(answers['age-first']);
    return { 'age-first': LOWEST_OF_BANDS.includes(age) ? age : age - 1 };
  },
  'birth-country': () => ({ 'birth-country': '5' }),
  children: ({ children }) => ({ children: children === '1' ? '1' : '3' }),
  crime: ({ crime }) => ({ crime: crime === '1' ? '2' : crime === '2' ? '1' : '3' }),
  'asi-base': (answers) => ({ 'asi-base': answers['asi-base'] === '3' ? '2' : '3' }),
  'suspected-psychiatric': (answers) => ({
    'suspected-psychiatric': answers['suspected-psychiatric'] === '1' ? '2' : '1',
  }),
  'lvm-investigations': (answers) => ({
    'lvm-investigations': Number(answers['lvm-investigations']) + 1,
  }),
  substance: (answers) => ({
    'substance:3': answers['substance:3'] !== true,
    'substance:4': answers['substance:3'] === true,
  }),
  housing: (answers) => ({
    ...turned(answers, 'housing:3'),
    // Who finds a home in the file does not say that it tells of none.
    ...(answers['housing:9'] === true && { 'housing:9': false }),
  }),
  livelihood: (answers) => turned(answers, 'livelihood:5'),
  diagnoses: (answers) => turned(answers, 'diagnoses:2'),
  // An invoice that the first reader counted to the year after.
  'cost-residential': (answers) => ({
    'cost-residential': Math.max(0, Number(answers['cost-residential']) - 14_350),
  }),
  interventions: (answers) => ({
    'interventions:1': true,
    'interventions:1#': Number(answers['interventions:1#'] ?? 0) + 1,
  }),
} satisfies Record<string, (answers: Answers) => Answers>;

function turned(answers: Answers, key: string): Answers {
  return { [key]: answers[key] !== true };
}

export function secondReading(
  form: Form,
  first: Answers,
  { otherwise, notYet = [] }: SecondReading,
): Answers {
  const answers: Record<string, FieldValue> = { ...first };
  for (const id of otherwise) Object.assign(answers, OTHERWISE[id](first));
  for (const { key, item } of fieldsOf(form)) {
    if (notYet.includes(item.section)) delete answers[key];
  }
  return answers;
}
