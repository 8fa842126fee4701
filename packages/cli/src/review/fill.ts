/** `isu review fill`: a review filled anew from a register; what its readers have answered stays. */
import { pseudonyms, shownPerson, succeed, type Analysis, type Outcome, type Settings } from 'isu-core';
import { refill, registerFactsOf, type ReviewSet } from 'isu-core/review';
import type { Call } from '../call.ts';
import { writeStandardOutput } from '../files.ts';
import { readKey } from '../key.ts';
import { settingsFrom } from '../settings-file.ts';
import { mayWriteFile } from '../targets.ts';
import { textWidth } from '../terminal.ts';
import { fillText } from './fill-text.ts';
import { analysedRegister, keyFileOf, sayYearsNotHeld } from './register.ts';
import { readReview, reviewEnding, writeReview, type ReviewFile } from './review-file.ts';
import { noneInRegister, notAllRead, whoIsMissing } from './review-problems.ts';

export async function runFill(call: Call, today: string): Promise<Outcome<0>> {
  const { language } = call;
  const askedFor = await askedFilling(call, today);
  if (!askedFor.ok) return askedFor;
  const { file, register, out, settings, key } = askedFor.value;
  const review = await readReview(file, language);
  if (!review.ok) return review;
  const { set, unread } = review.value;
  if (unread.length > 0) return notAllRead(file, unread);
  const analysed = await analysedRegister(register, settings, call);
  if (!analysed.ok) return analysed;
  const persons = await personsOf(review.value, analysed.value, key);
  if (persons === null) return whoIsMissing(file);
  if (persons.size === 0) return noneInRegister(file, register);

  sayYearsNotHeld(set.form, analysed.value, language);
  const { set: filled, changed, differences } = refill(set, factsOf(set, analysed.value, persons));
  const written = out === null ? succeed(null) : await writeReview(out, filled, review.value);
  if (!written.ok) return written;
  const notFound = codesOf(set).filter((code) => !persons.has(code));
  const text = fillText({ out, changed, differences, notFound }, language, textWidth(process.stdout));
  const shown = await writeStandardOutput(text);
  return shown.ok ? succeed(0) : shown;
}

interface FillingAsked {
  readonly file: string;
  readonly register: string;
  /** Null where it is only to be told what a filling would do. */
  readonly out: string | null;
  readonly settings: Settings;
  /** Null where the review itself must say who is who. */
  readonly key: Uint8Array | null;
}

async function askedFilling(
  { file, register, options }: Call,
  today: string,
): Promise<Outcome<FillingAsked>> {
  const { out = null } = options;
  const ending = out === null ? succeed(null) : reviewEnding('--out', out);
  if (!ending.ok) return ending;
  const settings = await settingsFrom(options.settings, today);
  if (!settings.ok) return settings;
  const keyFile = keyFileOf(options, settings.value);
  // The review itself may be replaced: every answer in it is kept.
  const sources = [register, options.settings, keyFile];
  const ready = out === null ? succeed(null) : await mayWriteFile('--out', out, sources);
  if (!ready.ok) return ready;
  const key = keyFile === null ? succeed(null) : await readKey(keyFile);
  if (!key.ok) return key;
  return succeed({ file: file!, register: register!, out, settings: settings.value, key: key.value });
}

function codesOf({ reviews }: ReviewSet): string[] {
  return [...new Set(reviews.map(({ person }) => person))];
}

/**
 * Where in the lathund the review's persons are: by who is who, else by the key that gave the codes.
 *
 * @returns index by code, of those whom the register has; null where neither says who is who
 */
async function personsOf(
  { set, who }: ReviewFile,
  { lathund }: Analysis,
  key: Uint8Array | null,
): Promise<ReadonlyMap<string, number> | null> {
  if (key === null && who === null) return null;
  const keys = Array.from({ length: lathund.persons }, (_, index) => lathund.key(index));
  const coded = key === null ? [] : await pseudonyms(keys, key);
  const byCode = new Map(coded.map((code, index) => [code, index]));
  const byPerson = new Map(keys.map((name, index) => [shownPerson(name), index]));
  const named = new Map(who?.map(({ code, person }) => [code, byPerson.get(person)]));
  return new Map(
    codesOf(set).flatMap((code) => {
      const index = named.get(code) ?? byCode.get(code);
      return index === undefined ? [] : [[code, index] as const];
    }),
  );
}

function factsOf({ form }: ReviewSet, analysis: Analysis, persons: ReadonlyMap<string, number>) {
  const facts = registerFactsOf(form, analysis, [...persons.values()]);
  return new Map([...persons.keys()].map((code, at) => [code, facts[at]!]));
}
