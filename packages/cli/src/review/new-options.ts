/** What `isu review new` is asked for, all of it looked through before anything is read. */
import { fail, nearest, succeed, type Outcome, type Settings } from 'isu-core';
import type { ReviewLayout } from 'isu-core/review';
import type { Call } from '../call.ts';
import { settingsFrom } from '../settings-file.ts';
import { mayWriteFile } from '../targets.ts';
import { askedForm, askedYears, type AskedForm } from './form-file.ts';
import { keyFileOf } from './register.ts';
import { isJson, reviewEnding } from './review-file.ts';
import { keyNeededForJson, withoutOut, withoutSelection } from './review-problems.ts';

export interface NewReviewAsked {
  readonly register: string;
  readonly out: string;
  readonly form: AskedForm;
  /** Null where they are not given. */
  readonly years: readonly number[] | null;
  readonly layout: ReviewLayout;
  readonly readers: readonly string[];
  readonly settings: Settings;
  /** Null where the codes are of this run only. */
  readonly keyFile: string | null;
}

export async function askedReview(call: Call, today: string): Promise<Outcome<NewReviewAsked>> {
  const { options } = call;
  const register = call.file!;
  const out = askedOut(options.out, register);
  if (!out.ok) return out;
  const layout = askedLayout(options.layout);
  if (!layout.ok) return layout;
  const readers = askedReaders(options.readers);
  if (!readers.ok) return readers;
  const form = askedForm(options.form);
  if (!form.ok) return form;
  const years = askedYears(options.years);
  if (!years.ok) return years;
  const settings = await settingsFrom(options.settings, today);
  if (!settings.ok) return settings;
  if (!settings.value.selection && !isLight(form.value))
    return withoutSelection(options.settings !== undefined);
  const keyFile = keyFileOf(options, settings.value);
  if (keyFile === null && isJson(out.value)) return keyNeededForJson(out.value);
  const formFile = 'file' in form.value ? form.value.file : null;
  const ready = await mayWriteFile('--out', out.value, [register, options.settings, keyFile, formFile]);
  if (!ready.ok) return ready;
  return succeed({
    register,
    out: out.value,
    form: form.value,
    years: years.value,
    layout: layout.value,
    readers: readers.value,
    settings: settings.value,
    keyFile,
  });
}

export function isLight(form: AskedForm): boolean {
  return 'name' in form && form.name === 'light';
}

function askedOut(out: string | undefined, register: string): Outcome<string> {
  return out === undefined
    ? withoutOut(`review new ${register}`, 'granskning.xlsx')
    : reviewEnding('--out', out);
}

const LAYOUTS: readonly ReviewLayout[] = ['rows', 'forms'];

export function askedLayout(layout = 'rows'): Outcome<ReviewLayout> {
  const known = LAYOUTS.find((name) => name === layout);
  if (known !== undefined) return succeed(known);
  const guess = nearest(layout, LAYOUTS)!;
  return fail(
    'wrong-option',
    `--layout «${layout}» finns inte; närmast är ${guess}. Skriv rows för en rad per person eller forms för ett blad per person.`,
    `There is no --layout "${layout}"; the nearest is ${guess}. Write rows for a row a person or forms for a sheet a person.`,
  );
}

const LONGEST = 12;

/** `--readers "AB,CD"`: who reads the files; without it one reader, without a name. */
function askedReaders(readers: string | undefined): Outcome<readonly string[]> {
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
