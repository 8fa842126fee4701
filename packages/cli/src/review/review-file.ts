/** A review as a file: the workbook that the reader fills in, or JSON; read, and written whole. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PRODUCT, succeed, type Language, type Outcome } from 'isu-core';
import {
  readReviewSet,
  readReviewSheets,
  reviewSetJson,
  reviewSheets,
  SHEET_WORDS,
  type CellProblem,
  type Form,
  type ReviewLayout,
  type ReviewSet,
  type ReviewSheet,
  type WhoIsWho,
} from 'isu-core/review';
import { readJsonFile } from 'isu-workbook-file/json';
import { readSheets, writeReviewWorkbook } from 'isu-workbook-file/review';
import { endingOf, namingFile, systemCode, writeWhole } from '../files.ts';
import { unreadable, wrongEnding } from '../file-problems.ts';

/** What a review is beside its answers. */
export interface ReviewLook {
  readonly language: Language;
  readonly layout: ReviewLayout;
  /** Null where the file does not say who is who. */
  readonly who: readonly WhoIsWho[] | null;
}

export interface ReviewFile extends ReviewLook {
  readonly set: ReviewSet;
  readonly sha256: string;
  /** Answers that could not be read. */
  readonly unread: readonly CellProblem[];
}

/** Of a review to be written. */
export const REVIEW_ENDINGS = { sv: '.xlsx eller .json', en: '.xlsx or .json', first: '.xlsx' };

export function isJson(path: string): boolean {
  return endingOf(path) === '.json';
}

export function reviewEnding(option: string, path: string): Outcome<string> {
  const ending = endingOf(path);
  return ending === '.xlsx' || ending === '.json' ? succeed(path) : wrongEnding(option, path, REVIEW_ENDINGS);
}

/** Its problems name the file. */
export async function readReview(path: string, language: Language): Promise<Outcome<ReviewFile>> {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  if (isJson(path)) {
    const json = readJsonFile(path, bytes.value);
    if (!json.ok) return json;
    const set = namingFile(readReviewSet(json.value), path);
    return set.ok
      ? succeed({ set: set.value, sha256, unread: [], who: null, layout: 'rows', language })
      : set;
  }
  const sheets = namingFile(readSheets(bytes.value), path);
  if (!sheets.ok) return sheets;
  const read = namingFile(readReviewSheets(sheets.value), path);
  if (!read.ok) return read;
  const { set, problems, who, layout, language: own } = read.value;
  return succeed({ set, sha256, unread: problems, who, layout, language: own });
}

export async function bytesOf(path: string): Promise<Outcome<Uint8Array>> {
  try {
    return succeed(await readFile(path));
  } catch (fault) {
    return unreadable(path, systemCode(fault));
  }
}

export function writeReview(path: string, set: ReviewSet, look: ReviewLook): Promise<Outcome<string>> {
  if (isJson(path)) return writeWhole(path, [reviewSetJson(set)]);
  const sheets = reviewSheets(set, look);
  const { language } = look;
  return writeWhole(path, [reviewWorkbook(sheets, set.form, language, SHEET_WORDS[language].marking)]);
}

/** @param marking printed above each page; none where there are no answers about persons */
export function reviewWorkbook(
  sheets: readonly ReviewSheet[],
  form: Form,
  language: Language,
  marking: string | null,
): Uint8Array {
  return writeReviewWorkbook(sheets, {
    title: form.title[language],
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    marking,
    language,
  });
}
