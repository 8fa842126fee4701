/** `isu review tables`: the tables of a review, as text, JSON and workbook. */
import {
  fail,
  succeed,
  type Outcome,
  type DocumentBlock,
  type Language,
  type ResultDocument,
  type Settings,
} from 'isu-core';
import {
  analyseReviews,
  reviewDocument,
  reviewJson,
  type ReviewAnalysis,
  type ReviewSet,
} from 'isu-core/review';
import type { Call } from '../call.ts';
import { documentText } from '../document-text.ts';
import { namingFile, writeStandardOutput, writeWhole } from '../files.ts';
import { settingsFrom } from '../settings-file.ts';
import { mayWriteResults } from '../targets.ts';
import { wrapped } from '../text-lines.ts';
import { progressLine, sayOnError, styleFor, textWidth } from '../terminal.ts';
import { WRITING, WRITTEN } from '../words.ts';
import { readJoined, type JoinedReview } from './joined.ts';
import { nothingAnswered } from './review-problems.ts';
import { tablesAsked } from './tables-asked.ts';
import { ALL_ITEMS, UNREAD } from './words.ts';

const TABLES = 'review-tables';
const ITEMS = 'review-items';
const PROTOCOL = 'review-protocol';

export async function runTables(call: Call, today: string): Promise<Outcome<0>> {
  const { options, flags, language } = call;
  const file = call.file!;
  const { second = null, settings: settingsFile } = options;
  const settings = await settingsFrom(settingsFile, today);
  if (!settings.ok) return settings;
  const ready = await mayWriteResults(options, [file, second, settingsFile]);
  if (!ready.ok) return ready;
  const review = await readJoined(file, second, language);
  if (!review.ok) return review;
  const { set } = review.value;
  if (!isBegun(set)) return nothingAnswered(file);
  const { intervals, comparison: tests } = settings.value;
  const protection = protectionOf(settings.value, flags.has('publication'));
  const asked = tablesAsked(call, set, { protection, intervals, tests });
  if (!asked.ok) return asked;
  const analysed = namingFile(sayingHow(analyseReviews(set, asked.value)), file);
  if (!analysed.ok) return analysed;
  return writeTables(analysed.value, review.value, call);
}

/** Core says what to choose; here is how. */
function sayingHow<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || outcome.problem.code !== 'review-which-reader') return outcome;
  const { code, sv, en } = outcome.problem;
  return fail(code, `${sv} Skriv --reader och en av dem.`, `${en} Write --reader and one of them.`);
}

/** `--publication` without a number of persons is by the threshold that the settings have. */
function protectionOf({ protection: { mode, threshold } }: Settings, isPublication: boolean) {
  return { mode: isPublication ? ('publication' as const) : mode, threshold };
}

function isBegun({ reviews }: ReviewSet): boolean {
  return reviews.some(({ answers }) => Object.keys(answers).length > 0);
}

async function writeTables(
  analysis: ReviewAnalysis,
  { source, unread }: JoinedReview,
  { options, language }: Call,
): Promise<Outcome<0>> {
  const { json, out } = options;
  const progress = progressLine(process.stderr, language);
  const document = () => reviewDocument(analysis, language, source);
  const files: string[] = [];
  if (json !== undefined && json !== '-') {
    const written = await writeWhole(json, [reviewJson(analysis, language, source)]);
    if (!written.ok) return written;
    files.push(json);
  }
  if (out !== undefined) {
    progress.say(WRITING[language]);
    const { writeWorkbook } = await import('isu-workbook-file');
    const written = await writeWhole(out, [await writeWorkbook(document())]);
    if (!written.ok) return written;
    files.push(out);
  }
  progress.clear();
  const text = json === undefined && out === undefined;
  const toOutput =
    json === '-' ? [reviewJson(analysis, language, source)] : text ? textOf(document(), language) : [];
  const shown = await writeStandardOutput(toOutput);
  if (!shown.ok) return shown;
  if (process.stderr.isTTY) for (const name of files) process.stderr.write(`${WRITTEN[language](name)}\n`);
  for (const cell of unread) sayOnError(UNREAD[language](cell));
  return succeed(0);
}

/** The protocol and every item by itself are for files: on a screen they would push the tables away. */
function* textOf(document: ResultDocument, language: Language): Generator<string> {
  const hasTables = document.sheets.some(({ id, blocks }) => id === TABLES && blocks.some(isTable));
  const ids = document.sheets.map(({ id }) => id);
  const shown = ids.filter((id) => id !== PROTOCOL && !(id === ITEMS && hasTables));
  const width = textWidth(process.stdout);
  yield* documentText(document, shown, { style: styleFor(process.stdout), width });
  if (hasTables) for (const line of wrapped(ALL_ITEMS[language], width)) yield `${line}\n`;
}

function isTable({ kind }: DocumentBlock): boolean {
  return kind === 'table';
}
