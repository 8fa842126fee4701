/** `isu check`: tables as printed, held against themselves; one line for each contradiction. */
import { succeed, type CellValue, type Outcome, type Sheet } from 'isu-core';
import { checkPublished } from 'isu-core/check';
import type { Call } from './call.ts';
import { endingOf, namingFile, readJson, writeStandardOutput } from './files.ts';
import { printable } from './terminal.ts';
import { NO_CONTRADICTIONS } from './words.ts';

export async function runCheck({ file, options, language }: Call): Promise<Outcome<0 | 1>> {
  const tables = endingOf(file!) === '.json' ? await readJson(file!) : await readRows(file!, options);
  if (!tables.ok) return tables;
  const checked = namingFile(checkPublished(tables.value), file!);
  if (!checked.ok) return checked;
  if (checked.value.length === 0) {
    if (process.stderr.isTTY) process.stderr.write(`${NO_CONTRADICTIONS[language]}\n`);
    return succeed(0);
  }
  const lines = checked.value.map((contradiction) => `${printable(contradiction[language])}\n`);
  const written = await writeStandardOutput(lines);
  return written.ok ? succeed(1) : written;
}

/** A plain sheet as rows of cells. */
async function readRows(file: string, options: Call['options']): Promise<Outcome<CellValue[][]>> {
  const { readSheet } = await import('./sheet-file.ts');
  const read = await readSheet(file, options, () => undefined);
  return read.ok ? succeed(rowsOf(read.value.sheet)) : read;
}

function rowsOf({ rowCount, columns }: Sheet): CellValue[][] {
  return Array.from({ length: rowCount }, (_, row) => columns.map(({ codes, value }) => value(codes[row]!)));
}
