/**
 * The made-up reviews: first who is what (single, homeless, in residential care, …) as often as printed, then each
 * person's whole form. What the register tells is taken over, but where a file knows more: the first contact is often
 * before the register begins, and two persons' actualisations are miscounted in it.
 */
import { standardForm, type Answers, type Form } from 'isu-core/review';
import { randomFrom } from '../random.ts';
import { sampleRegister } from '../sample-register.ts';
import { answersOf } from './answers.ts';
import { Choosing } from './choosing.ts';
import { livesOf } from './lives.ts';
import { secondReading, SECOND_READINGS } from './second-reader.ts';
import { registerAnswers, selectedPersons } from './selected-person.ts';

export interface ReadFile {
  /** Personnummer as the register writes it. */
  readonly person: string;
  /** What the register tells, by field key. */
  readonly register: Answers;
  /** By the first reader, and for some files by the second as well. */
  readonly readings: readonly { readonly reader: string; readonly answers: Answers }[];
}

export interface SampleReviews {
  readonly form: Form;
  readonly readers: readonly [string, string];
  /** In the order that the persons first come in the register. */
  readonly files: readonly ReadFile[];
}

/** The report's: six whole years. */
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022];
const READERS = ['AN', 'BK'] as const;

/**
 * Reviews of the persons whom the register of the same seed selects.
 *
 * @param options.seed As of `sampleRegister`; 1 unless given.
 */
export function sampleReviews(options: { readonly seed?: number } = {}): SampleReviews {
  const seed = options.seed ?? 1;
  const form = standardForm(YEARS);
  const persons = selectedPersons(sampleRegister({ seed }).rows);
  const choosing = new Choosing(randomFrom(seed ^ 0x5eed));
  const lives = livesOf(persons, choosing);
  const files = persons.map((person, at): ReadFile => {
    const answers = answersOf(form, person, lives, choosing);
    // Every third file, until the second reader's are done.
    const second = at % 3 === 1 ? SECOND_READINGS[(at - 1) / 3] : undefined;
    return {
      person: person.person,
      register: registerAnswers(form, person),
      readings: [
        { reader: READERS[0], answers },
        ...(second ? [{ reader: READERS[1], answers: secondReading(form, answers, second) }] : []),
      ],
    };
  });
  return { form, readers: READERS, files };
}
