/** `isu sample`: the made-up register as .xlsx or .csv, or made-up reviews of its persons. */
import { fail, formatNumber, succeed, type Language, type Outcome } from 'isu-core';
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
import { wrongEnding } from './file-problems.ts';

/** As many as a sheet holds under its header. */
const MOST_ROWS_OF_A_SHEET = 1_048_575;
const MOST_ROWS = 100_000_000;

export async function runSample(call: Call): Promise<Outcome<0>> {
  if (call.flags.has('review')) return (await import('./review/sample.ts')).runSampleReview(call);
  const { options } = call;
  if (options.layout !== undefined) return layoutWithoutReview();
  const rows = wholeNumber('--rows', options.rows, 1, MOST_ROWS);
  if (!rows.ok) return rows;
  const seed = wholeNumber('--seed', options.seed, 0, 4_294_967_295);
  if (!seed.ok) return seed;
  const { out } = options;
  const ending = out === undefined ? '.csv' : endingOf(out);
  if (ending !== '.csv' && ending !== '.xlsx')
    return wrongEnding('--out', out!, { sv: '.xlsx eller .csv', en: '.xlsx or .csv', first: '.csv' });
  if (ending === '.xlsx' && (rows.value ?? 0) > MOST_ROWS_OF_A_SHEET) return tooManyRows();
  const ready = out === undefined ? succeed(null) : await mayWrite(out);
  if (!ready.ok) return ready;

  const withSeed = seed.value === null ? {} : { seed: seed.value };
  const register: SampleRegister<Iterable<SampleRow>> =
    rows.value === null ? sampleRegister(withSeed) : largeRegister({ rows: rows.value, ...withSeed });
  const pieces = ending === '.csv' ? csvChunks(register) : [await workbookOf(register)];
  const written = out === undefined ? await writeStandardOutput(pieces) : await writeWhole(out, pieces);
  return written.ok ? succeed(0) : written;
}

function layoutWithoutReview() {
  return fail(
    'wrong-call',
    '--layout gäller granskningar. Skriv --review också, eller ta bort --layout.',
    '--layout is about reviews. Write --review too, or take --layout away.',
  );
}

function tooManyRows() {
  const most = (language: Language) => formatNumber(MOST_ROWS_OF_A_SHEET, 'integer', language);
  return fail(
    'too-many-rows',
    `Ett kalkylblad rymmer ${most('sv')} rader under rubriken. Skriv --out som .csv eller ange färre --rows.`,
    `A sheet holds ${most('en')} rows below the header. Write --out as .csv or give fewer --rows.`,
  );
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
  const range = (language: Language) =>
    [lowest, highest].map((limit) => formatNumber(limit, 'integer', language));
  return fail(
    'wrong-option',
    `${option} «${text}» går inte att använda: ange ett heltal från ${range('sv').join(' till ')}, skrivet med bara siffror.`,
    `${option} "${text}" cannot be used: give a whole number from ${range('en').join(' to ')}, written in digits only.`,
  );
}
