/** `isu compare`: parts of a register, or several registers, side by side. */
import { succeed, type Language, type Outcome, type ResultDocument, type Settings } from 'isu-core';
import {
  compareRegisters,
  comparisonDocument,
  comparisonJson,
  comparisonOf,
  type ComparisonSettings,
  type RegisterComparison,
} from 'isu-core/compare';
import type { Call } from '../call.ts';
import { documentText } from '../document-text.ts';
import { namingFile, writeStandardOutput, writeWhole } from '../files.ts';
import { settingsFrom } from '../settings-file.ts';
import { mayWriteResults } from '../targets.ts';
import { progressLine, sayOnError, styleFor, textWidth, type ProgressLine } from '../terminal.ts';
import { WORKING, WRITING, WRITTEN } from '../words.ts';
import { askedParts, partsFrom } from './parts.ts';
import { profileFrom } from './profile.ts';

export async function runCompare(call: Call, today: string): Promise<Outcome<0 | 1>> {
  const { options, flags, files, language } = call;
  const asked = askedParts(call);
  if (!asked.ok) return asked;
  const settings = await settingsFrom(options.settings, today);
  if (!settings.ok) return settings;
  const profile = await profileFrom(options.profile, comparisonOf(settings.value));
  if (!profile.ok) return profile;
  const profileFile = options.profile?.endsWith('.json') === true ? options.profile : null;
  const sources = [...files, options.settings, options.population, profileFile];
  const ready = await mayWriteResults(options, sources);
  if (!ready.ok) return ready;
  const progress = progressLine(process.stderr, language);
  try {
    // The parts must know it too: values of few persons are one part in a publication.
    const protection = protectionOf(settings.value, profile.value, flags.has('publication'));
    const parts = await partsFrom(call, asked.value, { ...settings.value, protection }, progress.reading);
    if (!parts.ok) return noRows(parts, language);
    progress.say(WORKING[language]);
    const compared = compareRegisters(parts.value.parts, { ...profile.value, protection });
    if (!compared.ok) return files.length === 1 ? namingFile(compared, files[0]!) : compared;
    return await writeComparison(compared.value, parts.value.inNone, call, progress);
  } finally {
    progress.clear();
  }
}

/** A file that was read and has no row to use is no fault of the call. */
function noRows(problem: Outcome<never>, language: Language): Outcome<1> {
  if (problem.ok || !['no-rows', 'no-usable-rows'].includes(problem.problem.code)) return problem;
  sayOnError(problem.problem[language]);
  return succeed(1);
}

/** Publication where any of the three says so, by the highest threshold. */
function protectionOf(
  { protection }: Settings,
  profile: ComparisonSettings,
  isPublication: boolean,
): ComparisonSettings['protection'] {
  const modes = [protection.mode, profile.protection.mode];
  const mode = isPublication || modes.includes('publication') ? 'publication' : 'internal';
  const threshold = Math.max(protection.threshold, profile.protection.threshold);
  return { mode, threshold, rounding: profile.protection.rounding };
}

async function writeComparison(
  comparison: RegisterComparison,
  inNone: number,
  { options: { json, out }, language }: Call,
  progress: ProgressLine,
): Promise<Outcome<0>> {
  const document = () => comparisonDocument(comparison, language, inNone);
  const written: string[] = [];
  if (json !== undefined && json !== '-') {
    const done = await writeWhole(json, [comparisonJson(comparison, inNone)]);
    if (!done.ok) return done;
    written.push(json);
  }
  if (out !== undefined) {
    progress.say(WRITING[language]);
    const { writeWorkbook } = await import('isu-workbook-file');
    const done = await writeWhole(out, [await writeWorkbook(document())]);
    if (!done.ok) return done;
    written.push(out);
  }
  progress.clear();
  const isText = json === undefined && out === undefined;
  const toOutput = json === '-' ? [comparisonJson(comparison, inNone)] : isText ? textOf(document()) : [];
  const shown = await writeStandardOutput(toOutput);
  if (!shown.ok) return shown;
  if (process.stderr.isTTY) for (const name of written) process.stderr.write(`${WRITTEN[language](name)}\n`);
  return succeed(0);
}

/** The protocol is for files. */
function textOf(document: ResultDocument): Iterable<string> {
  const sheets = document.sheets.map(({ id }) => id).filter((id) => id !== 'comparison-protocol');
  return documentText(document, sheets, {
    style: styleFor(process.stdout),
    width: textWidth(process.stdout),
  });
}
