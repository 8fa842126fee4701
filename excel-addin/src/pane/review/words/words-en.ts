/** The words of the review's part of the pane, in English. */
import type { ReviewWords } from './words.ts';

const one = (count: number, single: string, several: string) => (count === 1 ? single : several);

/** “a”, “b” or “c” */
const either = (labels: readonly string[]) =>
  labels
    .map((label) => `“${label}”`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');

const all = (numbers: readonly string[]) => numbers.join(', ').replace(/, (?=[^,]*$)/, ' and ');

export const english: ReviewWords = {
  title: 'Case-file review',
  opening: 'Reading the review in the workbook …',
  none: {
    text: 'There is no review in the workbook yet.',
    how: 'Choose persons under Selection and make the review there. Then you answer the questions here, or in the sheets.',
    selection: 'To Selection',
  },
  tryAgain: 'Try again',
  backToLathund: 'To the lathund',
  persons: {
    form: (title, version, years) => `${title}, version ${version}, ${years}.`,
    who: 'The sheet Who is who says which file belongs to which code.',
    reader: 'Who reads?',
    noName: 'No signature',
    title: 'Persons',
    ready: (ready, of) => `${String(ready)} of ${String(of)} are done.`,
    progress: (answered, asked) => `${String(answered)} of ${String(asked)}`,
    answered: 'questions answered',
    done: 'done',
    tables: 'To the tables',
    unread: (count) =>
      one(
        count,
        'One cell cannot be read. The rest is read.',
        `${String(count)} cells cannot be read. The rest is read.`,
      ),
    cell: (sheet, address) => `${sheet}, cell ${address}:`,
    moreCells: (count) => `And ${String(count)} more.`,
  },
  person: {
    toPersons: 'To the persons',
    toItems: 'All questions',
    read: (person, reader) => (reader === '' ? person : `${person}, read by ${reader}`),
    answered: (answered, asked) => `${String(answered)} of ${String(asked)} answered`,
  },
  question: {
    place: (at, of) => `question ${String(at)} of ${String(of)}`,
    filled: 'Filled in from the register.',
    filledHint: 'Change it if the file says otherwise.',
    changed: (told) => `Changed. The register says: ${told}`,
    registerSays: (told) => `The register says: ${told}`,
    takeRegister: 'Use the register’s answer',
    none: 'None of these',
    byHand: 'The answer was just changed in the sheet. What stands here is what holds now.',
    passed: (numbers, on, answers) =>
      `${one(numbers.length, 'Question', 'Questions')} ${all(numbers)} ${one(numbers.length, 'was', 'were')} passed over: asked only when the answer to question ${on} is ${either(answers)}.`,
    notAsked: (on, answers) =>
      `This question is not asked here: it goes only for when the answer to question ${on} is ${either(answers)}.`,
    optional: 'Optional: leave empty if the file has nothing.',
    guidance: 'How to answer',
    mended: 'Changed from the printed form',
    noNames: 'Write no names, personal identity numbers or addresses.',
    clear: 'Remove the answer',
    show: 'Show in the sheet',
    answer: 'Answer',
    kronor: 'SEK',
    years: 'years',
  },
  beside: { count: 'Number', money: 'SEK', year: 'Year', text: 'What?' },
  besideOf: (answer, what) =>
    `${answer}: ${what.replace('?', '').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
  states: {
    answered: 'answered',
    missing: 'no information',
    empty: 'not answered',
    'not-asked': 'not asked',
  },
  optional: 'optional',
  fromRegister: 'from the register',
  toLookAt: 'to look at',
  items: { title: 'All questions', open: 'To the question' },
  end: {
    done: (person) => `${person} is done`,
    left: (person, count) => `${person}: ${String(count)} ${one(count, 'question', 'questions')} left`,
    doneText: 'Every question that is asked has an answer. It stands in the sheets.',
    leftTitle: 'Not answered',
    findings: 'To look at',
    findingsHint: 'Answers contradict each other. They may stand if the file is so.',
    nextPerson: (person) => `Next: ${person}`,
    everybody: 'All persons are done. Now the tables can be made.',
    tables: 'Make the tables',
    persons: 'All persons',
  },
  foot: {
    back: 'Back',
    next: 'Next',
    end: 'Done',
    unanswered: 'Next unanswered',
  },
  saving: {
    rest: '',
    saving: 'Saving …',
    saved: 'Saved in the sheet',
    failed: 'Not saved',
  },
  notSaved: 'The answer is not saved in the sheet.',
  kept: 'It is kept here until it can be saved.',
  saveAgain: 'Save again',
  keys: {
    title: 'Keys',
    list: [
      ['1 2 3 …', 'choose an answer or write the number; 0 is None of these'],
      ['-', 'No information, where a number is asked for'],
      ['Enter', 'next question'],
      ['Enter in a number', 'back to the answers, where several can be chosen'],
      ['Shift + Enter', 'previous question'],
      ['Alt + ← →', 'previous, next'],
      ['↑ ↓', 'between the answers'],
      ['Delete', 'removes the answer'],
      ['Esc', 'all questions'],
    ],
  },
};
