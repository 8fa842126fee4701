/** `isu analyse`: a register in, the tables, the JSON and the workbook out. */
import {
  beginAnalysis,
  completeAnalysis,
  noUsableRows,
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
import { endingOf, namedProblem, namingFile, writeStandardOutput, writeWhole } from './files.ts';
import { besideSettings, readKey } from './key.ts';
import type { PersonsWritten } from './second-thread-work.ts';
import { settingsFrom } from './settings-file.ts';
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
    const { analysis, persons } = analysed.value;
    if (key) return await writeResults(await withPseudonyms(analysis, key.value), null, work);
    return await writeResults(analysis, await persons, work);
  } finally {
    progress.clear();
  }
}

interface Work {
  readonly options: Options;
  readonly language: Language;
  readonly progress: ProgressLine;
}

interface Analysed {
  readonly analysis: Analysis;
  /** The persons of the JSON, where a second thread writes them. */
  readonly persons: Promise<PersonsWritten | null> | null;
}

/** Counted by an engine, which holds the rows instead of this program. */
async function analysisByEngine(
  file: string,
  settings: Settings,
  { options, language, progress }: Work,
): Promise<Outcome<Analysed>> {
  const { noSuchEngine, sheetWithEngine } = await import('./engine/engine-problems.ts');
  if (options.engine !== 'duckdb') return noSuchEngine(options.engine!);
  if (options.sheet !== undefined) return sheetWithEngine();
  const { analyseFile } = await import('./engine/analyse-file.ts');
  const showsPersons = settings.protection.mode === 'internal';
  const isListed = options.json !== undefined || options.out !== undefined;
  const analysed = await analyseFile(file, settings, {
    encoding: options.encoding,
    listPersons: (showsPersons && isListed) || settings.pseudonymKeyFile !== null,
    onProgress: progress.reading,
    onCounting: () => progress.say(WORKING[language]),
  });
  return analysed.ok ? succeed({ analysis: analysed.value, persons: null }) : analysed;
}

async function analysisOf(file: string, settings: Settings, work: Work): Promise<Outcome<Analysed>> {
  const { options, language, progress } = work;
  if (options.engine !== undefined) return analysisByEngine(file, settings, work);
  if (endingOf(file) === '.parquet') {
    const { parquetWithoutEngine } = await import('./engine/engine-problems.ts');
    return parquetWithoutEngine(file);
  }
  const { readSheet } = await import('./sheet-file.ts');
  const read = await readSheet(file, options, progress.reading);
  if (!read.ok) return read;
  progress.say(WORKING[language]);
  const { sheet, name, sha256, sheetName, secondThread } = read.value;
  const begun = namingFile(beginAnalysis(sheet, settings), file);
  if (!begun.ok) return begun;
  const isShown = settings.protection.mode === 'internal' && settings.pseudonymKeyFile === null;
  // Written while this thread counts.
  const persons =
    secondThread && options.json !== undefined && isShown
      ? secondThread.writePersons(begun.value.lathund)
      : null;
  return succeed({ analysis: completeAnalysis(begun.value, { name, sha256, sheet: sheetName }), persons });
}

async function writeResults(
  analysis: Analysis,
  persons: PersonsWritten | null,
  work: Work & { file: string },
): Promise<Outcome<0 | 1>> {
  const { options, language, file, progress } = work;
  const { account, used } = analysis.register;
  const written = await writeAll(analysis, persons, work);
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
  persons: PersonsWritten | null,
  { options: { json, out }, language, progress }: Work,
): Promise<Outcome<readonly string[]>> {
  const files: string[] = [];
  const pieces = () => resultJson<string | Uint8Array>(analysis, language, persons ?? undefined);
  if (json !== undefined && json !== '-') {
    const written = await writeWhole(json, pieces());
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
    json === '-' ? pieces() : json === undefined && out === undefined ? textOf(analysis, language) : [];
  const shown = await writeStandardOutput(toOutput);
  return shown.ok ? succeed(files) : shown;
}

/** Without a usable row there are no tables to look at, only why. */
function textOf(analysis: Analysis, language: Language): Iterable<string> {
  const sheets = analysis.register.used > 0 ? ['overview', 'tables', 'rows'] : ['overview', 'rows'];
  const look = { style: styleFor(process.stdout), width: textWidth(process.stdout) };
  return documentText(resultDocument(analysis, language), sheets, look);
}
