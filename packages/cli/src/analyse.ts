/** `isu analyse`: a register in, the tables, the JSON and the workbook out. */
import {
  analyse,
  fail,
  noUsableRows,
  readSettings,
  resultDocument,
  resultJson,
  succeed,
  type Analysis,
  type Outcome,
  type Problem,
} from 'isu-core';
import type { Call } from './call.ts';
import { documentText } from './document-text.ts';
import { endingOf, mayWrite, readJson, readSheet, writeStandardOutput, writeWhole } from './files.ts';
import { progressLine, styleFor } from './terminal.ts';
import { WORKING, WRITTEN, wrongEnding } from './words.ts';

const DEFAULT_WIDTH = 100;

/** @returns the exit code's part: 0 or 1; a problem is 2 */
export async function runAnalyse({ file, options, language }: Call, today: string): Promise<Outcome<0 | 1>> {
  const ready = await mayWriteResults(options);
  if (!ready.ok) return ready;
  const given = options.settings === undefined ? succeed<unknown>({}) : await readJson(options.settings);
  if (!given.ok) return given;
  const settings = readSettings(given.value, today);
  if (!settings.ok) return settings;

  const progress = progressLine(process.stderr, language);
  const read = await readSheet(file!, options, progress.reading);
  progress.say(WORKING[language]);
  const analysed = read.ok
    ? analyse(read.value.sheet, settings.value, {
        name: read.value.name,
        sha256: read.value.sha256,
        sheet: read.value.sheetName,
      })
    : read;
  progress.clear();
  if (!analysed.ok) return namingFile(analysed.problem, file!);
  return writeResults(analysed.value, { options, language });
}

/** What is wrong with the rows is told with the name of the file that they stand in. */
function namingFile({ code, sv, en }: Problem, file: string): Outcome<never> {
  const named = (sentence: string) => (sentence.includes(file) ? sentence : `${file}: ${sentence}`);
  return fail(code, named(sv), named(en));
}

async function mayWriteResults(options: Call['options']): Promise<Outcome<unknown>> {
  if (options.out !== undefined) {
    if (endingOf(options.out) !== '.xlsx') return wrongEnding('--out', options.out, '.xlsx');
    const ready = await mayWrite(options.out);
    if (!ready.ok) return ready;
  }
  return options.json === undefined || options.json === '-' ? succeed(null) : mayWrite(options.json);
}

async function writeResults(
  analysis: Analysis,
  { options, language }: Pick<Call, 'options' | 'language'>,
): Promise<Outcome<0 | 1>> {
  const isEmpty = analysis.register.used === 0;
  if (options.json === '-') await writeStandardOutput(resultJson(analysis, language));
  else if (options.json !== undefined) {
    const written = await writeWhole(options.json, resultJson(analysis, language));
    if (!written.ok) return written;
    tell(WRITTEN[language](options.json));
  }
  // A result of nothing does not take the place of an older workbook: its row account is in the JSON and on screen.
  if (options.out !== undefined && !isEmpty) {
    const { writeWorkbook } = await import('isu-workbook-file');
    const workbook = await writeWorkbook(resultDocument(analysis, language));
    const written = await writeWhole(options.out, [workbook]);
    if (!written.ok) return written;
    tell(WRITTEN[language](options.out));
  }
  if (options.json === undefined && options.out === undefined) {
    const width = Math.min(process.stdout.columns || DEFAULT_WIDTH, 120);
    const document = resultDocument(analysis, language);
    await writeStandardOutput(documentText(document, styleFor(process.stdout), width));
  }
  if (!isEmpty) return succeed(0);
  process.stderr.write(`${noUsableRows(analysis.register.account).problem[language]}\n`);
  return succeed(1);
}

function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
