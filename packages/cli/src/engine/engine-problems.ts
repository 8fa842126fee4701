/** What can keep an engine from reading a file, each said with the mend. */
import { fail } from 'isu-core';
import { shownPath } from '../files.ts';

export function noSuchEngine(name: string) {
  return fail(
    'no-such-engine',
    `Det finns ingen motor «${name}». Den som finns är duckdb: --engine duckdb.`,
    `There is no engine "${name}". The one there is is duckdb: --engine duckdb.`,
  );
}

export function notForEngine(path: string) {
  return fail(
    'not-for-engine',
    `Motorn läser .csv, .tsv, .txt och .parquet, inte «${shownPath(path)}». Spara registret så, eller ta bort --engine.`,
    `The engine reads .csv, .tsv, .txt and .parquet, not "${shownPath(path)}". Save the register so, or leave out --engine.`,
  );
}

export function withoutDuckdb() {
  return fail(
    'no-duckdb',
    'DuckDB är inte installerat. Installera det där isu är installerat, med npm install @duckdb/node-api, eller ta bort --engine.',
    'DuckDB is not installed. Install it where isu is installed, with npm install @duckdb/node-api, or leave out --engine.',
  );
}

export function sheetWithEngine() {
  return fail(
    'sheet-with-engine',
    'En motor läser filer utan blad. Ta bort --sheet eller --engine.',
    'An engine reads files without sheets. Leave out --sheet or --engine.',
  );
}

export function notInUtf16() {
  return fail(
    'not-for-engine',
    'Motorn läser CSV i UTF-8 och Windows-1252, inte i UTF-16. Spara filen som CSV UTF-8, eller ta bort --engine.',
    'The engine reads CSV in UTF-8 and Windows-1252, not in UTF-16. Save the file as CSV UTF-8, or leave out --engine.',
  );
}

/** @param words as the engine says it, one line */
export function engineFault(path: string, words: string) {
  const name = shownPath(path);
  return fail(
    'engine-fault',
    `DuckDB kunde inte räkna «${name}» (${words}). Ta bort --engine, om filen ryms i minnet, så sägs vad som är fel i den.`,
    `DuckDB could not count "${name}" (${words}). Leave out --engine, if the file fits in memory, and you are told what is wrong in it.`,
  );
}

/** @param words as the engine says it, one line */
export function parquetFault(path: string, words: string) {
  const name = shownPath(path);
  return fail(
    'engine-fault',
    `DuckDB kunde inte räkna «${name}» (${words}). Kontrollera att filen är hel, eller exportera den på nytt.`,
    `DuckDB could not count "${name}" (${words}). Check that the file is whole, or export it again.`,
  );
}

export function parquetWithoutEngine(path: string) {
  const name = shownPath(path);
  return fail(
    'parquet-without-engine',
    `«${name}» är en Parquet-fil, som läses av en motor: isu analyse ${name} --engine duckdb.`,
    `"${name}" is a Parquet file, which an engine reads: isu analyse ${name} --engine duckdb.`,
  );
}
