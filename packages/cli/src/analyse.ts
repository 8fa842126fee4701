/** `isu analyse`: a register in, the tables, the JSON and the workbook out. */
import {
  analyse,
  noUsableRows,
  readSettings,
  resultDocument,
  resultJson,
  succeed,
  withPseudonyms,
  type Analysis,
  type Language,
  type Outcome,
  type Settings,
} from 'isu-core';
import type { Call } from './call.ts';
import { documentText } from './document-text.ts';
import { namedProblem, namingFile, readJson, writeStandardOutput, writeWhole } from './files.ts';
import { besideSettings, readKey } from './key.ts';
import { mayWriteResults } from './targets.ts';
import { progressLine, sayOnError, styleFor, textWidth, type ProgressLine } from './terminal.ts';
import { NOT_WRITTEN, WORKING, WRITING, WRITTEN } from './words.ts';

type Options = Call['options'];

/** @returns the exit code's part: 0 or 1; a problem is 2 */
export async function runAnalyse(call: Call, today: string): Promise<Outcome<0 | 1>> {
  const { options, language } = call;
  const file = call.file!;
  const settings = await settingsFrom(options.settings, today);
  if (!settings.ok) return settings;
  const { pseudonymKeyFile } = settings.value;
  const keyFile = pseudonymKeyFile === null ? null : besideSettings(pseudonymKeyFile, options.settings!);
  const ready = await mayWriteResults(options, [file, options.settings, keyFile]);
  if (!ready.ok) return ready;
  const key = keyFile === null ? null : await readKey(keyFile);
  if (key && !key.ok) return key;
  const progress = progressLine(process.stderr, language);
  const work = { file, options, language, progress };
  try {
    const analysed = await analysisOf(file, settings.value, work);
    if (!analysed.ok) return analysed;
    return await writeResults(key ? await withPseudonyms(analysed.value, key.value) : analysed.value, work);
  } finally {
    progress.clear();
  }
}

async function settingsFrom(path: string | undefined, today: string): Promise<Outcome<Settings>> {
  if (path === undefined) return readSettings({}, today);
  const json = await readJson(path);
  return json.ok ? namingFile(readSettings(json.value, today), path) : json;
}

interface Work {
  readonly options: Options;
  readonly language: Language;
  readonly progress: ProgressLine;
}

async function analysisOf(
  file: string,
  settings: Settings,
  { options, language, progress }: Work,
): Promise<Outcome<Analysis>> {
  const { readSheet } = await import('./sheet-file.ts');
  const read = await readSheet(file, options, progress.reading);
  if (!read.ok) return read;
  progress.say(WORKING[language]);
  const { sheet, name, sha256, sheetName } = read.value;
  return namingFile(analyse(sheet, settings, { name, sha256, sheet: sheetName }), file);
}

async function writeResults(analysis: Analysis, work: Work & { file: string }): Promise<Outcome<0 | 1>> {
  const { options, language, file, progress } = work;
  const { account, used } = analysis.register;
  const written = await writeAll(analysis, work);
  if (!written.ok) return written;
  progress.clear();
  if (process.stderr.isTTY)
    for (const name of written.value) process.stderr.write(`${WRITTEN[language](name)}\n`);
  if (used > 0) return succeed(0);
  const nothing = namedProblem(noUsableRows(account).problem, file)[language];
  const notWritten = options.out === undefined ? '' : ` ${NOT_WRITTEN[language](options.out)}`;
  sayOnError(nothing + notWritten);
  return succeed(1);
}

/** @returns the names of the files written */
async function writeAll(
  analysis: Analysis,
  { options: { json, out }, language, progress }: Work,
): Promise<Outcome<readonly string[]>> {
  const files: string[] = [];
  if (json !== undefined && json !== '-') {
    const written = await writeWhole(json, resultJson(analysis, language));
    if (!written.ok) return written;
    files.push(json);
  }
  // A result of nothing does not take the place of an older workbook: the JSON and the screen say why it is nothing.
  if (out !== undefined && analysis.register.used > 0) {
    progress.say(WRITING[language]);
    const { writeWorkbook } = await import('isu-workbook-file');
    const workbook = await writeWorkbook(resultDocument(analysis, language));
    const written = await writeWhole(out, [workbook]);
    if (!written.ok) return written;
    files.push(out);
  }
  progress.clear();
  const toOutput =
    json === '-'
      ? resultJson(analysis, language)
      : json === undefined && out === undefined
        ? textOf(analysis, language)
        : [];
  const shown = await writeStandardOutput(toOutput);
  return shown.ok ? succeed(files) : shown;
}

/** Without a usable row there are no tables to look at, only why. */
function textOf(analysis: Analysis, language: Language): Iterable<string> {
  const sheets = analysis.register.used > 0 ? ['overview', 'tables', 'rows'] : ['overview', 'rows'];
  const look = { style: styleFor(process.stdout), width: textWidth(process.stdout) };
  return documentText(resultDocument(analysis, language), sheets, look);
}
