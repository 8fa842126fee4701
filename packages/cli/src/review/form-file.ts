/** The form of a call: one of the product's own by its name, or a file that someone has edited. */
import { fail, nearest, succeed, type Outcome, type Problem } from 'isu-core';
import {
  examineForm,
  examineFormSheet,
  FORMS,
  markedSheet,
  readYears,
  withYears,
  type Form,
  type ReadSheet,
} from 'isu-core/review';
import { readSheets } from 'isu-workbook-file/review';
import { endingOf, namedProblem, namingFile, readJson } from '../files.ts';
import { namingOption } from './review-problems.ts';
import { bytesOf, isJson } from './review-file.ts';

export type FormName = keyof typeof FORMS;

/** `--form`: a name, or the path of a file. */
export type AskedForm = { readonly name: FormName } | { readonly file: string };

const NAMES = Object.keys(FORMS) as FormName[];

export function askedForm(form: string | undefined): Outcome<AskedForm> {
  const word = form ?? 'standard';
  const name = NAMES.find((known) => known === word);
  if (name !== undefined) return succeed({ name });
  const ending = endingOf(word);
  if (ending === '.json' || ending === '.xlsx') return succeed({ file: word });
  const guess = nearest(word, NAMES)!;
  return fail(
    'no-such-form',
    `Formuläret «${word}» finns inte. Närmast är «${guess}»; skriv ${NAMES.join(' eller ')}, eller en fil som slutar på .xlsx eller .json.`,
    `There is no form "${word}". The nearest is "${guess}"; write ${NAMES.join(' or ')}, or a file that ends in .xlsx or .json.`,
  );
}

/** `--years 2017-2022`; null where they are not given. */
export function askedYears(years: string | undefined): Outcome<readonly number[] | null> {
  return years === undefined ? succeed(null) : namingOption(readYears(years), '--years');
}

export interface ExaminedForm {
  readonly form: Form | null;
  /** With the file's name. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Everything that is wrong with the form in a file: a form by itself, or the one that goes with a review. */
export async function examinedForm(file: string): Promise<Outcome<ExaminedForm>> {
  const examined = isJson(file) ? await examinedJson(file) : await examinedWorkbook(file);
  if (!examined.ok) return examined;
  const { form, problems, notes } = examined.value;
  const named = (problem: Problem) => namedProblem(problem, file);
  return succeed({ form, problems: problems.map(named), notes: notes.map(named) });
}

async function examinedJson(file: string): Promise<Outcome<ExaminedForm>> {
  const json = await readJson(file);
  return json.ok ? succeed(examineForm(formIn(json.value))) : json;
}

/** A review in JSON has its form under `form`. */
function formIn(json: unknown): unknown {
  const isReview = typeof json === 'object' && json !== null && 'form' in json && 'reviews' in json;
  return isReview ? json.form : json;
}

async function examinedWorkbook(file: string): Promise<Outcome<ExaminedForm>> {
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  const sheets = namingFile(readSheets(bytes.value), file);
  if (!sheets.ok) return sheets;
  const sheet = formSheetIn(sheets.value);
  if (sheet) return succeed(examineFormSheet(sheet.rows));
  return fail(
    'no-form-sheet',
    `${file}: Arbetsboken har inget formulär. Ange en fil från isu review form, eller en granskning.`,
    `${file}: The workbook has no form. Name a file from isu review form, or a review.`,
  );
}

/** A form of somebody's own may be the only sheet of its workbook, and not be marked. */
function formSheetIn(sheets: readonly ReadSheet[]): ReadSheet | undefined {
  const marked = sheets.find((sheet) => markedSheet(sheet)?.kind === 'form');
  return marked ?? (sheets.length === 1 ? sheets[0] : undefined);
}

/**
 * @param years of a form by name; a form in a file has its own, which `--years` replaces
 */
export async function formFrom(
  asked: AskedForm,
  years: { readonly given: readonly number[] | null; readonly otherwise: readonly number[] },
): Promise<Outcome<Form>> {
  if ('name' in asked) return succeed(FORMS[asked.name](years.given ?? years.otherwise));
  const examined = await examinedForm(asked.file);
  if (!examined.ok) return examined;
  const { form, problems } = examined.value;
  if (!form || problems.length > 0) return { ok: false, problem: problems[0]! };
  return succeed(years.given ? withYears(form, years.given) : form);
}
