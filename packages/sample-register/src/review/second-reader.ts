/** The same files read by someone else, who reads a little differently: so that agreement has something to tell. */
import { fieldsOf, type Answers, type FieldValue, type Form } from 'isu-core/review';

/** For each file that both have read: the items that the second reader answers otherwise, or has not come to yet. */
export interface SecondReading {
  readonly otherwise: readonly (keyof typeof OTHERWISE)[];
  readonly notYet?: readonly string[];
}

export const SECOND_READINGS: readonly SecondReading[] = [
  { otherwise: ['suspected-psychiatric', 'interventions'] },
  { otherwise: ['crime', 'housing'] },
  { otherwise: ['substance', 'asi-base'] },
  { otherwise: [] },
  { otherwise: ['suspected-psychiatric', 'lvm-investigations', 'livelihood'] },
  { otherwise: ['children', 'diagnoses'] },
  { otherwise: ['crime', 'substance', 'housing'] },
  { otherwise: ['birth-country'], notYet: ['needs', 'childhood'] },
];

/** What the second reader answers instead. */
const OTHERWISE = {
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
