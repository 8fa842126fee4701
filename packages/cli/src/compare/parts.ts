/** The parts of a call: the files, or what the one file is split by, with their names and populations. */
import { basename, extname } from 'node:path';
import { fail, succeed, type Outcome, type Settings, type Sheet } from 'isu-core';
import {
  populationOf,
  readPeriods,
  splitPart,
  wholePart,
  type Part,
  type Split,
  type SplitBy,
} from 'isu-core/compare';
import type { Call } from '../call.ts';
import { namingFile } from '../files.ts';
import { readSheet } from '../sheet-file.ts';

export interface AskedParts {
  /** Null where the files are the parts. */
  readonly by: SplitBy | null;
  /** In the order of the files; null where they are called as the files. */
  readonly names: readonly string[] | null;
}

/** What can be told of the call before any file is read. */
export function askedParts({ files, options }: Call): Outcome<AskedParts> {
  const { by, periods } = options;
  const names = options.names?.split(',').map((name) => name.trim()) ?? null;
  if (files.length > 1 && (by !== undefined || periods !== undefined)) return splitOfSeveral();
  if (files.length === 1 && by === undefined && periods === undefined) return nothingToSplitBy(files[0]!);
  if (names && names.length !== files.length) return wrongNames(names.length, files.length);
  if (files.filter((file) => file === '-').length > 1) return standardInputTwice();
  if (files.length > 1) return succeed({ by: null, names });
  if (by === 'period' || periods !== undefined) return byPeriods(by, periods);
  if (by === 'organisation' || by === 'year' || by === 'group') return succeed({ by: { by }, names });
  return succeed({ by: { by: 'column', column: by! }, names });
}

function byPeriods(by: string | undefined, periods: string | undefined): Outcome<AskedParts> {
  if (by !== undefined && by !== 'period')
    return fail(
      'wrong-call',
      `--periods hör ihop med --by period, men --by är «${by}». Ta bort det ena.`,
      `--periods goes with --by period, but --by is "${by}". Take one away.`,
    );
  if (periods === undefined)
    return fail(
      'wrong-call',
      '--by period behöver perioderna: --periods 2017-2019,2020-2022.',
      '--by period needs the periods: --periods 2017-2019,2020-2022.',
    );
  const read = readPeriods(periods);
  return read.ok ? succeed({ by: { by: 'period', periods: read.value }, names: null }) : read;
}

type OnProgress = Parameters<typeof readSheet>[2];

export async function partsFrom(
  { files, options }: Call,
  { by, names }: AskedParts,
  settings: Settings,
  onProgress: OnProgress,
): Promise<Outcome<Split>> {
  const population = options.population === undefined ? null : await sheetFrom(options.population);
  if (population && !population.ok) return population;
  const wholes: Part[] = [];
  for (const [at, file] of files.entries()) {
    const read = await readSheet(file, options, onProgress);
    if (!read.ok) return read;
    const { sheet, name, sha256, sheetName, secondThread } = read.value;
    secondThread?.end();
    const source = { name, sha256, sheet: sheetName };
    const part = namingFile(wholePart(sheet, settings, source, { name: names?.[at] ?? nameOf(file) }), file);
    if (!part.ok) return part;
    wholes.push(part.value);
  }
  const split =
    by === null ? succeed({ parts: wholes, inNone: 0 }) : namingFile(splitPart(wholes[0]!, by), files[0]!);
  if (!split.ok || !population) return split;
  return withPopulation(split.value, population.value, options.population!);
}

function withPopulation(split: Split, sheet: Sheet, file: string): Outcome<Split> {
  const named = split.parts.filter(({ isRest }) => !isRest);
  const numbers = namingFile(
    populationOf(
      sheet,
      named.map(({ name }) => name),
    ),
    file,
  );
  if (!numbers.ok) return numbers;
  const parts = split.parts.map((part) =>
    part.isRest ? part : { ...part, population: numbers.value[named.indexOf(part)]! },
  );
  return succeed({ ...split, parts });
}

async function sheetFrom(file: string): Promise<Outcome<Sheet>> {
  const read = await readSheet(file, {}, () => undefined);
  return read.ok ? succeed(read.value.sheet) : read;
}

function nameOf(file: string): string {
  return file === '-' ? 'stdin' : basename(file, extname(file));
}

function splitOfSeveral() {
  return fail(
    'wrong-call',
    'Flera filer jämförs som de är; --by och --periods delar en enda fil. Ange en fil, eller ta bort --by och --periods.',
    'Several files are compared as they are; --by and --periods split a single file. Name one file, or take --by and --periods away.',
  );
}

function nothingToSplitBy(file: string) {
  return fail(
    'wrong-call',
    `Ange vad «${file}» ska delas efter (--by organisation, --by year, --by group, --by KOLUMN eller --periods 2017-2019,2020-2022), eller flera filer.`,
    `Say what to split "${file}" by (--by organisation, --by year, --by group, --by COLUMN or --periods 2017-2019,2020-2022), or name several files.`,
  );
}

function wrongNames(names: number, files: number) {
  return fail(
    'wrong-call',
    `--names har ${String(names)} namn för ${String(files)} fil${files === 1 ? '' : 'er'}. Ange ett namn per fil, med komma mellan.`,
    `--names has ${String(names)} names for ${String(files)} file${files === 1 ? '' : 's'}. Give one name for each file, with commas between.`,
  );
}

function standardInputTwice() {
  return fail(
    'wrong-call',
    'Standard in (-) kan bara vara en av filerna. Ange de andra med namn.',
    'Standard input (-) can be only one of the files. Name the others.',
  );
}
