/** `isu review new`: the selected persons' files as a review to fill in, with what the register tells. */
import { succeed, type Analysis, type Outcome } from 'isu-core';
import { lightSelection, newReviewSet, reviewYears } from 'isu-core/review';
import type { Call } from '../call.ts';
import { writeStandardOutput } from '../files.ts';
import { printable } from '../terminal.ts';
import { formFrom } from './form-file.ts';
import { askedReview, isLight, type NewReviewAsked } from './new-options.ts';
import { analysedRegister, codedPersons, keyFrom, sayYearsNotHeld } from './register.ts';
import { isJson, writeReview } from './review-file.ts';
import { nobodySelected } from './review-problems.ts';
import { MADE } from './words.ts';

export async function runNew(call: Call, today: string): Promise<Outcome<0>> {
  const { language } = call;
  const askedFor = await askedReview(call, today);
  if (!askedFor.ok) return askedFor;
  const asked = askedFor.value;
  const key = await keyFrom(asked.keyFile);
  if (!key.ok) return key;
  const analysed = await analysedRegister(asked.register, asked.settings, call);
  if (!analysed.ok) return analysed;
  const analysis = analysed.value;
  const selected = selectionOf(analysis, asked);
  if (selected.persons.length === 0) return nobodySelected();
  const read = await formFrom(asked.form, { given: asked.years, otherwise: selected.years });
  if (!read.ok) return read;

  const form = read.value;
  sayYearsNotHeld(form, analysis, language);
  const who = await codedPersons(analysis, selected.persons, key.value);
  const { out, readers, layout } = asked;
  const [persons, codes] = [who.map(({ index }) => index), who.map(({ code }) => code)];
  const set = newReviewSet({ form, analysis, persons, codes, readers });
  const written = await writeReview(out, set, { language, layout, who });
  if (!written.ok) return written;
  const about = { out, form, persons: who.length, readers: readers.length };
  const lines = MADE[language]({ ...about, ties: selected.ties, hasWho: !isJson(out) });
  const shown = await writeStandardOutput(lines.map((line) => `${printable(line)}\n`));
  return shown.ok ? succeed(0) : shown;
}

interface Selected {
  /** Indexes in the lathund. */
  readonly persons: readonly number[];
  readonly years: readonly number[];
  /** More than asked for, since they tie with the last. */
  readonly ties: number;
}

/** As the settings say; without a rule as the light form selects, which covers the latest years either way. */
function selectionOf(analysis: Analysis, { form, years }: NewReviewAsked): Selected {
  const light = lightSelection(analysis, years ?? undefined);
  if (!analysis.selection) return light;
  const { persons, ties } = analysis.selection;
  return { persons, ties, years: isLight(form) ? light.years : reviewYears(analysis) };
}
