/** Made-up reviews of any form, always the same for the same seed: skewed answers, some of them missing or not given. */
import { amountKey, markKey } from '../../../src/review/fields.ts';
import type { Form, Item } from '../../../src/review/form.ts';
import { isAsked } from '../../../src/review/item-state.ts';
import type { FieldValue, Review, ReviewSet } from '../../../src/review/reviews.ts';
import { between, draws, type Draw } from '../../protection/random-tables.ts';

export function randomReviews(form: Form, persons: number, seed: number): ReviewSet {
  const draw = draws(seed);
  // A question is common or rare among all: some answers are then held by one or two, others by nearly everyone.
  const shares = new Map(
    form.items.flatMap((item) =>
      [item.id, ...item.codes.map(({ code }) => `${item.id}=${code}`)].map((key) => [key, draw() ** 2]),
    ),
  );
  const reviews = Array.from({ length: persons }, (_, person): Review => {
    const answers: Record<string, FieldValue> = {};
    for (const item of form.items) if (isAsked(form, item, answers)) answer(draw, item, shares, answers);
    return { person: `P${String(person + 1)}`, reader: '', answers };
  });
  return { form, reviews, register: new Map() };
}

function answer(
  draw: Draw,
  item: Item,
  shares: ReadonlyMap<string, number>,
  answers: Record<string, FieldValue>,
): void {
  if (draw() < 0.05) return;
  const told = item.codes.filter(({ missing }) => !missing);
  const missing = item.codes.find((code) => code.missing);
  const share = (code: string) => shares.get(`${item.id}=${code}`)!;
  const amount = (code: Item['codes'][number]) => {
    if (code.amount && draw() < 0.9)
      answers[amountKey(item, code)] = code.amount === 'text' ? 'ord' : between(draw, 1, 6);
  };
  if (item.kind === 'one') {
    const total = told.reduce((sum, { code }) => sum + share(code), 0);
    let at = draw() * total;
    const chosen =
      missing && draw() < 0.05 ? missing : (told.find(({ code }) => (at -= share(code)) < 0) ?? told.at(-1)!);
    answers[item.id] = chosen.code;
    amount(chosen);
  } else if (item.kind === 'several') {
    if (missing && draw() < 0.05) {
      answers[markKey(item, missing)] = true;
      return;
    }
    for (const code of told) {
      const yes = draw() < share(code.code);
      answers[markKey(item, code)] = yes;
      if (yes) amount(code);
    }
  } else if (item.kind === 'text') answers[item.id] = 'egna ord';
  else answers[item.id] = draw() < 1 - shares.get(item.id)! ? 0 : between(draw, 1, 60);
}
