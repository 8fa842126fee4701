/** Printed tables held against themselves, as `isu check` does it; knows no page. */
import { succeed, type Outcome, type Problem, type Sheet } from 'isu-core';
import { checkPublished, countFigures } from 'isu-core/check';
import { readWorkbook } from 'isu-workbook-file';
import { readJsonFile } from 'isu-workbook-file/json';
import { namingFile } from 'isu-workbook-file/naming-file';
import { fileContent, type NamedFile } from './file-text.ts';

export interface CheckedTables {
  readonly file: string;
  /** Of a workbook, the sheet that was checked and those that could be. */
  readonly sheetName: string | null;
  readonly sheetNames: readonly string[];
  /** Why nothing could be checked; another sheet may have what this one lacks. */
  readonly problem: Problem | null;
  /** How many printed figures were read. */
  readonly figures: number;
  readonly contradictions: readonly CheckFinding[];
}

export interface CheckFinding {
  readonly place: string;
  /** What is printed, what it should be and why, without the place. */
  readonly sv: string;
  readonly en: string;
}

interface PrintedTables {
  readonly tables: unknown;
  readonly sheetName: string | null;
  readonly sheetNames: readonly string[];
}

/** @param sheet of a workbook; `null` is the first that holds something */
export async function checkTables(file: NamedFile, sheet: string | null): Promise<CheckedTables> {
  const read = fileContent(file) === 'json' ? tablesInJson(file) : await tablesInSheet(file, sheet);
  if (!read.ok) return unchecked(file.name, NO_SHEETS, read.problem);
  const checked = namingFile(checkPublished(read.value.tables), file.name);
  if (!checked.ok) return unchecked(file.name, read.value, checked.problem);
  const { tables, sheetName, sheetNames } = read.value;
  const contradictions = checked.value.map(({ place, sv, en }) => ({
    place,
    sv: withoutPlace(sv, place),
    en: withoutPlace(en, place),
  }));
  const figures = countFigures(tables);
  return { file: file.name, sheetName, sheetNames, problem: null, figures, contradictions };
}

const NO_SHEETS = { sheetName: null, sheetNames: [] } as const;

function unchecked(
  file: string,
  { sheetName, sheetNames }: Pick<CheckedTables, 'sheetName' | 'sheetNames'>,
  problem: Problem,
): CheckedTables {
  return { file, sheetName, sheetNames, problem, figures: 0, contradictions: [] };
}

function tablesInJson(file: NamedFile): Outcome<PrintedTables> {
  const json = readJsonFile(file.name, file.bytes);
  return json.ok ? succeed({ tables: json.value, sheetName: null, sheetNames: [] }) : json;
}

async function tablesInSheet(
  { name, bytes }: NamedFile,
  sheet: string | null,
): Promise<Outcome<PrintedTables>> {
  const read = await readWorkbook(bytes, { name, ...(sheet !== null && { sheet }) });
  if (!read.ok) return read;
  const { sheetName, sheetNames } = read.value;
  return succeed({ tables: rowsOf(read.value.sheet), sheetName, sheetNames });
}

function rowsOf({ rowCount, columns }: Sheet) {
  return Array.from({ length: rowCount }, (_, row) => columns.map(({ codes, value }) => value(codes[row]!)));
}

function withoutPlace(line: string, place: string): string {
  const rest = line.startsWith(`${place}: `) ? line.slice(place.length + 2) : line;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
