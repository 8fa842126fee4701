/** `isu review form`: a form to edit, written; or one that has been edited, looked through. */
import { succeed, type Language, type Outcome } from 'isu-core';
import { formJson, formSheet } from 'isu-core/review';
import type { Call } from '../call.ts';
import { shownPath, writeStandardOutput, writeWhole } from '../files.ts';
import { mayWriteFile } from '../targets.ts';
import { printable, sayOnError } from '../terminal.ts';
import { askedForm, askedYears, examinedForm, formFrom } from './form-file.ts';
import { isJson, reviewEnding, reviewWorkbook } from './review-file.ts';
import { checkWithOther, withoutOut, withoutYears } from './review-problems.ts';
import { FORM_IS_RIGHT } from './words.ts';

export async function runForm(call: Call): Promise<Outcome<0 | 1>> {
  const { check, out, form, years } = call.options;
  if (check !== undefined) {
    const other = [out && '--out', form && '--form', years && '--years'].find(Boolean);
    return other === undefined ? checkForm(check, call.language) : checkWithOther(other);
  }
  if (out === undefined) return withoutOut('review form', 'formular.xlsx');
  return writeForm(out, call);
}

/** One line for each thing that is wrong; those that only may be otherwise than meant go to standard error. */
async function checkForm(file: string, language: Language): Promise<Outcome<0 | 1>> {
  const examined = await examinedForm(file);
  if (!examined.ok) return examined;
  const { form, problems, notes } = examined.value;
  for (const note of notes) sayOnError(note[language]);
  const lines =
    form && problems.length === 0
      ? [FORM_IS_RIGHT[language](shownPath(file), form)]
      : problems.map((problem) => problem[language]);
  const shown = await writeStandardOutput(lines.map((line) => `${printable(line)}\n`));
  return shown.ok ? succeed(problems.length > 0 ? 1 : 0) : shown;
}

async function writeForm(out: string, { options, language }: Call): Promise<Outcome<0>> {
  const ending = reviewEnding('--out', out);
  if (!ending.ok) return ending;
  const asked = askedForm(options.form);
  if (!asked.ok) return asked;
  const given = askedYears(options.years);
  if (!given.ok) return given;
  // A form by name has no years of its own, and the last ones would be a guess.
  if ('name' in asked.value && given.value === null) return withoutYears(out);
  const ready = await mayWriteFile('--out', out, ['file' in asked.value ? asked.value.file : null]);
  if (!ready.ok) return ready;
  const form = await formFrom(asked.value, { given: given.value, otherwise: [] });
  if (!form.ok) return form;
  const written = await writeWhole(out, [
    isJson(out)
      ? formJson(form.value)
      : reviewWorkbook([formSheet(form.value, language)], form.value, language, null),
  ]);
  return written.ok ? succeed(0) : written;
}
