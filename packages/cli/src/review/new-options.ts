/** Layout and readers of `isu review new`. */
import { fail, nearest, succeed, type Outcome } from 'isu-core';
import type { ReviewLayout } from 'isu-core/review';

const LAYOUTS: readonly ReviewLayout[] = ['rows', 'forms'];

export function askedLayout(layout: string | undefined): Outcome<ReviewLayout> {
  const known = LAYOUTS.find((name) => name === (layout ?? 'rows'));
  if (known !== undefined) return succeed(known);
  const guess = nearest(layout!, LAYOUTS)!;
  return fail(
    'wrong-option',
    `--layout «${layout!}» finns inte; närmast är ${guess}. Skriv rows för en rad per person eller forms för ett blad per person.`,
    `There is no --layout "${layout!}"; the nearest is ${guess}. Write rows for a row a person or forms for a sheet a person.`,
  );
}

const LONGEST = 12;

/** `--readers "AB,CD"`: who reads the files; without it one reader, without a name. */
export function askedReaders(readers: string | undefined): Outcome<readonly string[]> {
  if (readers === undefined) return succeed(['']);
  const names = readers.split(',').map((name) => name.trim());
  const wrong = names.find((name) => name === '' || name.length > LONGEST || /[[\]:*?/\\]/.test(name));
  if (wrong !== undefined)
    return fail(
      'wrong-option',
      `--readers «${readers}» går inte att använda: skriv signaturer om 1–${String(LONGEST)} tecken med komma emellan, utan [ ] : * ? / \\, till exempel --readers "AB,CD".`,
      `--readers "${readers}" cannot be used: write signatures of 1–${String(LONGEST)} characters with a comma between, without [ ] : * ? / \\, for example --readers "AB,CD".`,
    );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    return fail(
      'wrong-option',
      `--readers «${readers}» har ${twice} två gånger. Ge läsarna olika signaturer.`,
      `--readers "${readers}" has ${twice} twice. Give the readers different signatures.`,
    );
  return succeed(names);
}
