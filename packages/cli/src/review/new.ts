/** `isu review new`: the selected persons' files as a review to fill in, with what the register tells. */
import { succeed, type Analysis, type Outcome } from 'isu-core';
import { lightSelection, newReviewSet, reviewYears, type Form, type ReviewSet } from 'isu-core/review';
import type { Call } from '../call.ts';
import { writeStandardOutput } from '../files.ts';
import { settingsFrom } from '../settings-file.ts';
import { mayWriteFile } from '../targets.ts';
import { printable } from '../terminal.ts';
import { askedForm, askedYears, formFrom, type AskedForm } from './form-file.ts';
import { askedLayout, askedReaders } from './new-options.ts';
import { analysedRegister, codedPersons, keyFileOf, keyFrom, type CodedPerson } from './register.ts';
import { isJson, reviewEnding, writeReview } from './review-file.ts';
import { keyNeededForJson, nobodySelected, withoutOut, withoutSelection } from './review-problems.ts';
import { MADE } from './words.ts';

export async function runNew(call: Call, today: string): Promise<Outcome<0>> {
  const { options, language } = call;
  const file = call.file!;
  const { out } = options;
  if (out === undefined) return withoutOut(`review new ${file}`, 'granskning.xlsx');
  const ending = reviewEnding('--out', out);
  if (!ending.ok) return ending;
  const layout = askedLayout(options.layout);
  if (!layout.ok) return layout;
  const readers = askedReaders(options.readers);
  if (!readers.ok) return readers;
  const asked = askedForm(options.form);
  if (!asked.ok) return asked;
  const years = askedYears(options.years);
  if (!years.ok) return years;
  const settings = await settingsFrom(options.settings, today);
  if (!settings.ok) return settings;
  if (!settings.value.selection && !isLight(asked.value))
    return withoutSelection(options.settings !== undefined);
  const keyFile = keyFileOf(options, settings.value);
  if (keyFile === null && isJson(out)) return keyNeededForJson(out);
  const formFile = 'file' in asked.value ? asked.value.file : null;
  const ready = await mayWriteFile('--out', out, [file, options.settings, keyFile, formFile]);
  if (!ready.ok) return ready;
  const key = await keyFrom(keyFile);
  if (!key.ok) return key;

  const analysed = await analysedRegister(file, settings.value, call);
  if (!analysed.ok) return analysed;
  const analysis = analysed.value;
  const selected = selectionOf(analysis, asked.value, years.value);
  if (selected.persons.length === 0) return nobodySelected();
  const form = await formFrom(asked.value, { given: years.value, otherwise: selected.years });
  if (!form.ok) return form;
  const who = await codedPersons(analysis, selected.persons, key.value);
  const set = reviewSetOf(form.value, analysis, who, readers.value);
  const written = await writeReview(out, set, { language, layout: layout.value, who });
  if (!written.ok) return written;
  const about = { out, form: form.value, persons: who.length, readers: readers.value.length };
  const lines = MADE[language]({ ...about, ties: selected.ties, hasWho: !isJson(out) });
  const shown = await writeStandardOutput(lines.map((line) => `${printable(line)}\n`));
  return shown.ok ? succeed(0) : shown;
}

function isLight(asked: AskedForm): boolean {
  return 'name' in asked && asked.name === 'light';
}

interface Selected {
  readonly persons: readonly number[];
  readonly years: readonly number[];
  /** More than asked for, since they tie with the last. */
  readonly ties: number;
}

/** As the settings say; without a rule as the light form selects, which covers the latest years either way. */
function selectionOf(analysis: Analysis, form: AskedForm, years: readonly number[] | null): Selected {
  const light = lightSelection(analysis, years ?? undefined);
  if (!analysis.selection) return light;
  const { persons, ties } = analysis.selection;
  return { persons, ties, years: isLight(form) ? light.years : reviewYears(analysis) };
}

function reviewSetOf(
  form: Form,
  analysis: Analysis,
  who: readonly CodedPerson[],
  readers: readonly string[],
): ReviewSet {
  const persons = who.map(({ index }) => index);
  const codes = who.map(({ code }) => code);
  return newReviewSet({ form, analysis, persons, codes, readers });
}
