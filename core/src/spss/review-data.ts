/** The reviews for SPSS: a row for each file and reader, a variable for each cell of the form. */
import type { Language } from '../problem.ts';
import { fieldsOf, type Field } from '../review/fields.ts';
import { itemState } from '../review/item-state.ts';
import type { Form, Item } from '../review/form.ts';
import type { Review, ReviewSet } from '../review/reviews.ts';
import { NO_VALUE } from './lathund-data.ts';
import { spssName, type SpssCell, type SpssData, type SpssVariable } from './spss-data.ts';
import { spssWordsIn, type SpssWords } from './spss-words.ts';

/** The item is not asked of this person. */
const NOT_ASKED = -98;

/** The answers as they stand, under the review's own codes: empty where nobody has answered yet. */
export function reviewData({ form, reviews }: ReviewSet, language: Language): SpssData {
  const words = spssWordsIn(language);
  const { person, reader } = words.variables;
  const text = { kind: 'text', level: 'nominal' } as const;
  const taken = new Set([person[0], reader[0]]);
  const fields = fieldsOf(form);
  return {
    name: words.reviews,
    about: [words.about.reviews, words.run, words.secret],
    variables: [
      { name: person[0], label: person[1], ...text },
      { name: reader[0], label: reader[1], ...text },
      ...fields.map((field) => variableOf(field, words, language, taken)),
    ],
    rows: reviews.map((review) => [
      review.person,
      review.reader,
      ...fields.map((field) => cellOf(form, field, review)),
    ]),
  };
}

function variableOf(
  { item, part, code, takes }: Field,
  words: SpssWords,
  language: Language,
  taken: Set<string>,
): SpssVariable {
  const beside = part === 'amount' ? '_n' : '';
  const name = spssName(`${words.item}${item.number}${code ? `_${code.code}` : ''}${beside}`, taken);
  const label = `${item.number}. ${item.question[language]}${code ? `: ${code.label[language]}` : ''}`;
  if (takes === 'text') return { name, label, kind: 'text', level: 'nominal' };
  const values: (readonly [number, string])[] = [
    [NO_VALUE, words.missing],
    [NOT_ASKED, words.notAsked],
  ];
  const own = { name, label, kind: 'number', missing: [NO_VALUE, NOT_ASKED] } as const;
  if (takes === 'yes-no')
    return { ...own, level: 'nominal', values: [...values, [0, words.no], [1, words.yes]] };
  if (takes !== 'code') return { ...own, level: 'scale', values };
  const answers = item.codes.flatMap((one, at) =>
    one.missing ? [] : [[numberOf(item, at), one.label[language]] as const],
  );
  return { ...own, level: 'nominal', values: [...values, ...answers] };
}

/** As the form numbers its codes, or where a code is no number by its place. */
function numberOf({ codes }: Item, at: number): number {
  const areNumbers = codes.every(({ code }) => /^\d{1,9}$/.test(code));
  return areNumbers ? Number(codes[at]!.code) : at + 1;
}

function cellOf(form: Form, { key, item, part, takes }: Field, { answers }: Review): SpssCell {
  const value = answers[key];
  if (takes === 'text') return typeof value === 'string' && value !== '' ? value : null;
  const state = itemState(form, item, answers);
  if (state === 'not-asked') return NOT_ASKED;
  if (state === 'missing') return NO_VALUE;
  if (part === 'mark') return state === 'empty' ? null : value === true ? 1 : 0;
  if (part === 'choice') {
    const at = item.codes.findIndex(({ code }) => code === value);
    return at < 0 ? null : numberOf(item, at);
  }
  return typeof value === 'number' ? value : null;
}
