/** `isu sample`: the made-up register as .xlsx or .csv. */
import { fail, succeed, type Outcome } from 'isu-core';
import {
  COLUMNS,
  csvChunks,
  largeRegister,
  sampleRegister,
  type SampleRegister,
  type SampleRow,
} from 'isu-sample-register';
import type { Call } from './call.ts';
import { endingOf, mayWrite, writeStandardOutput, writeWhole } from './files.ts';
import { wrongEnding } from './words.ts';

/** As many as a sheet holds under its header. */
const MOST_ROWS_OF_A_SHEET = 1_048_575;
const MOST_ROWS = 100_000_000;

export async function runSample({ options }: Call): Promise<Outcome<0>> {
  const rows = wholeNumber('--rows', options.rows, 1, MOST_ROWS);
  if (!rows.ok) return rows;
  const seed = wholeNumber('--seed', options.seed, 0, 4_294_967_295);
  if (!seed.ok) return seed;
  const withSeed = seed.value === null ? {} : { seed: seed.value };
  const register: SampleRegister<Iterable<SampleRow>> =
    rows.value === null ? sampleRegister(withSeed) : largeRegister({ rows: rows.value, ...withSeed });
  if (options.out === undefined) {
    await writeStandardOutput(csvChunks(register));
    return succeed(0);
  }
  const ending = endingOf(options.out);
  if (ending !== '.csv' && ending !== '.xlsx') return wrongEnding('--out', options.out, '.xlsx, .csv');
  const ready = await mayWrite(options.out);
  if (!ready.ok) return ready;
  if (ending === '.xlsx' && (rows.value ?? 0) > MOST_ROWS_OF_A_SHEET)
    return fail(
      'too-many-rows',
      `Ett kalkylblad rymmer ${String(MOST_ROWS_OF_A_SHEET)} rader under rubriken. Skriv --out som .csv eller ange färre --rows.`,
      `A sheet holds ${String(MOST_ROWS_OF_A_SHEET)} rows below the header. Write --out as .csv or give fewer --rows.`,
    );
  const written = await writeWhole(
    options.out,
    ending === '.csv' ? csvChunks(register) : [await workbookOf(register)],
  );
  return written.ok ? succeed(0) : written;
}

async function workbookOf(register: SampleRegister<Iterable<SampleRow>>): Promise<Uint8Array> {
  const { writeRowsWorkbook } = await import('isu-workbook-file');
  return writeRowsWorkbook('Aktualiseringar', register.header, cellsOf(register.rows));
}

function* cellsOf(rows: Iterable<SampleRow>) {
  for (const row of rows) yield COLUMNS.map(({ field }) => (field === 'day' ? { day: row.day } : row[field]));
}

function wholeNumber(
  option: string,
  text: string | undefined,
  lowest: number,
  highest: number,
): Outcome<number | null> {
  if (text === undefined) return succeed(null);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= lowest && value <= highest) return succeed(value);
  const range = `${String(lowest)}–${String(highest)}`;
  return fail(
    'wrong-option',
    `${option} «${text}» går inte att använda: ange ett heltal ${range}.`,
    `${option} "${text}" cannot be used: give a whole number ${range}.`,
  );
}
