/** The sheets of a new review: the form chosen, filled with what the register tells of the persons chosen. */
import { fail, pseudonyms, shownPerson, succeed, type Analysis, type Language, type Outcome } from 'isu-core';
import {
  FORMS,
  lightSelection,
  markedSheet,
  newReviewSet,
  readForm,
  readFormSheet,
  readYears,
  reviewSheets,
  reviewYears,
  withYears,
  type Form,
  type ReadSheet,
} from 'isu-core/review';
import { readJsonFile } from 'isu-workbook-file/json';
import { namingFile } from 'isu-workbook-file/naming-file';
import { keptAnswers } from './kept-answers.ts';
import type { FormChosen, MadeReview, ReviewMaking } from './review-messages.ts';

/**
 * @param analysis with the persons' own numbers: who is who has a sheet of its own
 * @param key of the pseudonyms
 */
export async function makeReview(
  analysis: Analysis,
  making: ReviewMaking,
  key: Uint8Array,
  language: Language,
): Promise<Outcome<MadeReview>> {
  if (analysis.settings.protection.mode === 'publication') return notForPublication();
  const readers = readersIn(making.readers);
  if (!readers.ok) return readers;
  const years = making.years === null ? succeed(null) : readYears(making.years);
  if (!years.ok) return years;
  const chosen = personsOf(analysis, making, years.value);
  if (!chosen.ok) return chosen;
  const { persons, ties } = chosen.value;
  const form = formOf(making.form, years.value, chosen.value.years ?? reviewYears(analysis));
  if (!form.ok) return form;
  const named = persons.map((person) => analysis.lathund.key(person));
  const codes = await pseudonyms(named, key);
  const order = [...codes.keys()].sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1));
  const set = newReviewSet({
    form: form.value,
    analysis,
    persons: order.map((at) => persons[at]!),
    codes: order.map((at) => codes[at]!),
    readers: readers.value,
  });
  const who = order.map((at) => ({ code: codes[at]!, person: shownPerson(named[at]!) }));
  const kept = making.keep === null ? succeed({ set, who, answers: 0 }) : keptAnswers(set, who, making.keep);
  if (!kept.ok) return kept;
  const sheets = reviewSheets(kept.value.set, { language, layout: making.layout, who: kept.value.who });
  const title = form.value.title[language];
  return succeed({ title, sheets, persons: persons.length, ties, kept: kept.value.answers });
}

interface Chosen {
  readonly persons: readonly number[];
  readonly ties: number;
  /** Where the selection goes by years of its own. */
  readonly years: readonly number[] | null;
}

function personsOf(
  analysis: Analysis,
  { persons }: ReviewMaking,
  years: readonly number[] | null,
): Outcome<Chosen> {
  if (persons === 'most-returning') {
    const chosen = years ? lightSelection(analysis, years) : lightSelection(analysis);
    return chosen.persons.length === 0 ? nobodyReturns() : succeed(chosen);
  }
  const { selection } = analysis;
  if (selection === null) return noSelection();
  return selection.persons.length === 0
    ? nobodySelected()
    : succeed({ persons: selection.persons, ties: 0, years: null });
}

/** A form that somebody has made has years of its own, unless others are asked for. */
function formOf(
  chosen: FormChosen,
  years: readonly number[] | null,
  usual: readonly number[],
): Outcome<Form> {
  if (typeof chosen === 'string') return succeed(FORMS[chosen](years ?? usual));
  const form = 'sheets' in chosen ? formInWorkbook(chosen.sheets) : formInFile(chosen.name, chosen.json);
  return form.ok && years !== null ? succeed(withYears(form.value, years)) : form;
}

function formInWorkbook(sheets: readonly ReadSheet[]): Outcome<Form> {
  const sheet = sheets.find((each) => markedSheet(each)?.kind === 'form');
  return sheet ? readFormSheet(sheet.rows) : noFormSheet();
}

function formInFile(name: string, json: string): Outcome<Form> {
  const read = readJsonFile(name, new TextEncoder().encode(json));
  return read.ok ? namingFile(readForm(read.value), name) : read;
}

const MOST_READERS = 2;
const LONGEST_READER = 10;

function readersIn(text: string): Outcome<readonly string[]> {
  const readers = text
    .split(/[,;]/)
    .map((reader) => reader.trim())
    .filter((reader) => reader !== '');
  if (readers.length > MOST_READERS)
    return fail(
      'too-many-readers',
      `Högst två läsare kan läsa samma akter; här står ${String(readers.length)}. Skriv en eller två signaturer, t.ex. AB, CD.`,
      `At most two readers can read the same files; here are ${String(readers.length)}. Write one or two signatures, e.g. AB, CD.`,
    );
  const long = readers.find((reader) => reader.length > LONGEST_READER);
  if (long !== undefined)
    return fail(
      'long-reader',
      `Signaturen «${long}» är för lång. Skriv högst ${String(LONGEST_READER)} tecken, t.ex. initialer.`,
      `The signature "${long}" is too long. Write at most ${String(LONGEST_READER)} characters, e.g. initials.`,
    );
  if (new Set(readers.map((reader) => reader.toLowerCase())).size < readers.length)
    return fail(
      'reader-twice',
      'De två läsarna har samma signatur. Ge dem var sin.',
      'The two readers have the same signature. Give them one each.',
    );
  return succeed(readers);
}

function notForPublication() {
  return fail(
    'selection-hidden',
    'För publicering visas inga personer, så inget granskningsunderlag kan skapas. Välj Internt under Avgränsning.',
    'No persons are shown for publication, so no review can be made. Choose Internal under Limits.',
  );
}

function noSelection() {
  return fail(
    'no-selection',
    'Inget urval är gjort. Fyll i minst ett av fälten under Urval.',
    'No selection has been made. Fill in at least one of the fields under Selection.',
  );
}

function nobodySelected() {
  return fail(
    'nobody-selected',
    'Ingen person uppfyller reglerna för urvalet. Ändra dem och försök igen.',
    'No person meets the rules of the selection. Change them and try again.',
  );
}

function nobodyReturns() {
  return fail(
    'nobody-returns',
    'Ingen person har aktualiserats två gånger under åren. Ange andra år, eller gör ett urval och välj hela formuläret.',
    'No person has two actualisations in these years. Give other years, or make a selection and choose the whole form.',
  );
}

function noFormSheet() {
  return fail(
    'no-form-sheet',
    'Arbetsboken har inget blad med ett formulär. Välj ett annat formulär.',
    'The workbook has no sheet with a form. Choose another form.',
  );
}
