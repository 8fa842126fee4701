/** `isu review fill`: a review filled anew from a register; what its readers have answered stays. */
import { pseudonyms, shownPerson, succeed, type Analysis, type Outcome } from 'isu-core';
import { refill, registerFactsOf, type ReviewSet } from 'isu-core/review';
import type { Call } from '../call.ts';
import { writeStandardOutput } from '../files.ts';
import { readKey } from '../key.ts';
import { settingsFrom } from '../settings-file.ts';
import { mayWriteFile } from '../targets.ts';
import { textWidth } from '../terminal.ts';
import { fillText } from './fill-text.ts';
import { analysedRegister, keyFileOf } from './register.ts';
import { readReview, reviewEnding, writeReview, type ReviewFile } from './review-file.ts';
import { noneInRegister, notAllRead, whoIsMissing } from './review-problems.ts';

export async function runFill(call: Call, today: string): Promise<Outcome<0>> {
  const { options, language } = call;
  const [file, register] = [call.file!, call.register!];
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

  const review = await readReview(file, language);
  if (!review.ok) return review;
  const { set, unread } = review.value;
  if (unread.length > 0) return notAllRead(file, unread);
  const analysed = await analysedRegister(register, settings.value, call);
  if (!analysed.ok) return analysed;
  const persons = await personsOf(review.value, analysed.value, key.value);
  if (persons === null) return whoIsMissing(file);
  if (persons.size === 0) return noneInRegister(file, register);
  const { set: filled, changed, differences } = refill(set, factsOf(set, analysed.value, persons));

  const written = out === null ? succeed(null) : await writeReview(out, filled, review.value);
  if (!written.ok) return written;
  const notFound = codesOf(set).filter((code) => !persons.has(code));
  const text = fillText({ out, changed, differences, notFound }, language, textWidth(process.stdout));
  const shown = await writeStandardOutput(text);
  return shown.ok ? succeed(0) : shown;
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
): Promise<Map<string, number> | null> {
  const keys = Array.from({ length: lathund.persons }, (_, index) => lathund.key(index));
  if (key === null && who === null) return null;
  const codes = key === null ? new Map<string, string>() : codesBySomeone(await pseudonyms(keys, key), keys);
  for (const { code, person } of who ?? []) codes.set(code, person);
  const indexes = new Map(
    keys.flatMap((name, index) => [[name, index] as const, [shownPerson(name), index] as const]),
  );
  return new Map(
    codesOf(set).flatMap((code) => {
      const index = indexes.get(codes.get(code) ?? '');
      return index === undefined ? [] : [[code, index] as const];
    }),
  );
}

function codesBySomeone(codes: readonly string[], keys: readonly string[]): Map<string, string> {
  return new Map(codes.map((code, at) => [code, keys[at]!]));
}

function factsOf({ form }: ReviewSet, analysis: Analysis, persons: ReadonlyMap<string, number>) {
  const facts = registerFactsOf(form, analysis, [...persons.values()]);
  return new Map([...persons.keys()].map((code, at) => [code, facts[at]!]));
}
