/** The register that a review is made or filled from: analysed by the settings, and its persons' codes. */
import { randomBytes } from 'node:crypto';
import {
  analyse,
  noUsableRows,
  pseudonyms,
  shownPerson,
  succeed,
  type Analysis,
  type Language,
  type Outcome,
  type Settings,
} from 'isu-core';
import { yearsNotHeld, type Form, type WhoIsWho } from 'isu-core/review';
import type { Call } from '../call.ts';
import { namingFile } from '../files.ts';
import { besideSettings, readKey } from '../key.ts';
import { readSheet } from '../sheet-file.ts';
import { progressLine, sayOnError } from '../terminal.ts';
import { WORKING } from '../words.ts';

/** A register without a usable row is a problem here: there is nobody to read about. */
export async function analysedRegister(
  file: string,
  settings: Settings,
  { options, language }: Call,
): Promise<Outcome<Analysis>> {
  const progress = progressLine(process.stderr, language);
  try {
    const read = await readSheet(file, options, progress.reading);
    if (!read.ok) return read;
    progress.say(WORKING[language]);
    const { sheet, name, sha256, sheetName } = read.value;
    const analysed = namingFile(analyse(sheet, settings, { name, sha256, sheet: sheetName }), file);
    if (!analysed.ok || analysed.value.register.used > 0) return analysed;
    return namingFile(noUsableRows(analysed.value.register.account), file);
  } finally {
    progress.clear();
  }
}

/** Totals over years that the register does not hold would be too low: that is told, and hinders nothing. */
export function sayYearsNotHeld(form: Form, analysis: Analysis, language: Language): void {
  const problem = yearsNotHeld(form, analysis);
  if (problem) sayOnError(problem[language]);
}

/** Where the key to the codes lies: `--key` goes before the settings; null without either. */
export function keyFileOf({ key, settings: path }: Call['options'], settings: Settings): string | null {
  if (key !== undefined) return key;
  const named = settings.pseudonymKeyFile;
  return named === null || path === undefined ? null : besideSettings(named, path);
}

const KEY_BYTES = 32;

/** Without a key file a key of this run only: who is who then stands in the workbook and nowhere else. */
export async function keyFrom(file: string | null): Promise<Outcome<Uint8Array>> {
  return file === null ? succeed(new Uint8Array(randomBytes(KEY_BYTES))) : readKey(file);
}

export interface CodedPerson extends WhoIsWho {
  /** Index in the lathund. */
  readonly index: number;
}

/** In the order of the codes: personnummer sort by birth, and their order would tell who is oldest. */
export async function codedPersons(
  { lathund }: Analysis,
  indexes: readonly number[],
  key: Uint8Array,
): Promise<CodedPerson[]> {
  const keys = indexes.map((index) => lathund.key(index));
  const codes = await pseudonyms(keys, key);
  return indexes
    .map((index, at) => ({ index, code: codes[at]!, person: shownPerson(keys[at]!) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
