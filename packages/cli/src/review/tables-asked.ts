/** What `isu review tables` is asked for: whose answers, which items against which, for whom to read. */
import { fail, nearest, succeed, type Outcome } from 'isu-core';
import { itemOf, type Form, type ReviewSet, type ReviewSettings } from 'isu-core/review';
import type { Call } from '../call.ts';

export function tablesAsked(
  { options: { reader, agreement }, crosses }: Call,
  set: ReviewSet,
  shown: Pick<ReviewSettings, 'protection' | 'intervals' | 'tests'>,
): Outcome<ReviewSettings> {
  const readers = agreement === undefined ? succeed(null) : twoReaders(agreement);
  if (!readers.ok) return readers;
  const cross: { rows: string; columns: string }[] = [];
  for (const { by, across } of crosses) {
    const rows = itemNamed(set.form, '--by', by);
    if (!rows.ok) return rows;
    const columns = itemNamed(set.form, '--across', across);
    if (!columns.ok) return columns;
    cross.push({ rows: rows.value, columns: columns.value });
  }
  return succeed({
    ...shown,
    cross,
    ...(reader !== undefined && { reader }),
    ...(readers.value && { readers: readers.value }),
  });
}

/** `AB,CD`. */
function twoReaders(text: string): Outcome<readonly [string, string]> {
  const [one, other, ...more] = text.split(',').map((name) => name.trim());
  if (one && other && more.length === 0 && one !== other) return succeed([one, other]);
  return fail(
    'wrong-option',
    `--agreement «${text}» går inte att använda: skriv två läsares signaturer med komma emellan, till exempel --agreement AB,CD.`,
    `--agreement "${text}" cannot be used: write two readers’ signatures with a comma between, for example --agreement AB,CD.`,
  );
}

/** An item by its number in the form (16, 23a) or its id (housing). */
function itemNamed(form: Form, option: string, word: string): Outcome<string> {
  const asked = word.trim().toLowerCase();
  const found =
    form.items.find(({ number }) => number.toLowerCase() === asked) ??
    itemOf(form, asked) ??
    itemOf(form, word);
  if (found) return succeed(found.id);
  const guess = nearest(
    asked,
    form.items.flatMap(({ id, number }) => [number, id]),
  )!;
  const { number, question } = form.items.find((item) => item.id === guess || item.number === guess)!;
  return fail(
    'no-such-item',
    `${option} «${word}»: formuläret har ingen sådan fråga. Närmast är «${guess}» (${number} ${question.sv}). Skriv frågans nummer eller kortnamn; granskningens blad Formulär visar dem alla.`,
    `${option} "${word}": the form has no such item. The nearest is "${guess}" (${number} ${question.en}). Write the item's number or short name; the review's sheet Form shows them all.`,
  );
}
