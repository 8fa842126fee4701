/** `isu spss`: the lathund's persons and the register's rows, or a review, as CSV with a syntax file each. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse, fail, noUsableRows, succeed, withPseudonyms, type Outcome } from 'isu-core';
import { lathundData, reviewData, spssCsv, spssSyntax, type SpssData } from 'isu-core/spss';
import type { Call } from './call.ts';
import { overwritesSource, unwritable } from './file-problems.ts';
import { isSameFile, namedProblem, namingFile, systemCode, writeWhole } from './files.ts';
import { besideSettings, readKey } from './key.ts';
import { settingsFrom } from './settings-file.ts';

import { progressLine, sayOnError } from './terminal.ts';
import { WRITTEN } from './words.ts';

export async function runSpss(call: Call, today: string): Promise<Outcome<0 | 1>> {
  const { options, flags, language } = call;
  if (options.out === undefined) return withoutFolder(call.file!);
  const data = flags.has('review') ? await ofReview(call) : await ofRegister(call, today);
  if (!data.ok) return data;
  if (data.value === null) return succeed(1);
  for (const one of data.value) {
    const written = await writeBoth(one, options.out, call.file!);
    if (!written.ok) return written;
    if (!process.stderr.isTTY) continue;
    for (const name of written.value) process.stderr.write(`${WRITTEN[language](name)}\n`);
  }
  return succeed(0);
}

function withoutFolder(file: string) {
  return fail(
    'no-folder',
    `Ange vilken mapp filerna till SPSS ska skrivas i: isu spss ${file} --out MAPP.`,
    `Say which folder to write the files for SPSS in: isu spss ${file} --out FOLDER.`,
  );
}

/** @returns null where no row can be used, which has been told */
async function ofRegister(
  { file, options, language }: Call,
  today: string,
): Promise<Outcome<readonly SpssData[] | null>> {
  const settings = await settingsFrom(options.settings, today);
  if (!settings.ok) return settings;
  const { pseudonymKeyFile } = settings.value;
  const key =
    pseudonymKeyFile === null ? null : await readKey(besideSettings(pseudonymKeyFile, options.settings!));
  if (key && !key.ok) return key;
  const progress = progressLine(process.stderr, language);
  const { readSheet } = await import('./sheet-file.ts');
  const read = await readSheet(file!, options, progress.reading);
  progress.clear();
  if (!read.ok) return read;
  const { sheet, name, sha256, sheetName, secondThread } = read.value;
  secondThread?.end();
  const analysed = namingFile(analyse(sheet, settings.value, { name, sha256, sheet: sheetName }), file!);
  if (!analysed.ok) return analysed;
  const { account, used } = analysed.value.register;
  if (used === 0) {
    sayOnError(namedProblem(noUsableRows(account).problem, file!)[language]);
    return succeed(null);
  }
  return lathundData(key ? await withPseudonyms(analysed.value, key.value) : analysed.value, language);
}

async function ofReview({ file, language }: Call): Promise<Outcome<readonly SpssData[]>> {
  const { readReview } = await import('./review/review-file.ts');
  const review = await readReview(file!, language);
  return review.ok ? succeed([reviewData(review.value.set, review.value.language)]) : review;
}

async function writeBoth(
  data: SpssData,
  folder: string,
  source: string,
): Promise<Outcome<readonly string[]>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (fault) {
    return unwritable(folder, systemCode(fault));
  }
  const files = [
    [join(folder, `${data.name}.csv`), spssCsv(data)],
    [join(folder, `${data.name}.sps`), [spssSyntax(data)]],
  ] as const;
  for (const [path, pieces] of files) {
    if (await isSameFile(path, source)) return overwritesSource('--out', path);
    const written = await writeWhole(path, pieces);
    if (!written.ok) return written;
  }
  return succeed(files.map(([path]) => path));
}
