/** Whatever the bytes and wherever the pieces end. `ISU_FUZZ_RUNS` sets the number of runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Sheet } from 'isu-core';
import { sheetOf } from 'isu-core';
import { CsvPartReader } from '../src/csv/part.ts';
import { CsvReader, readCsv } from '../src/csv/reader.ts';
import { bytesOf, readLetterByLetter, rowsOf, type TextEncoding } from './csv-sheets.ts';

const numRuns = Number(process.env.ISU_FUZZ_RUNS ?? 500);

/** Bytes that mean something to a CSV reader stand close together. */
const csvBytes = fc
  .array(
    fc.oneof(fc.constantFrom(...';;,\t"" \r\n\n\rab1é\u00A0'), fc.constantFrom('\0', 'ÿ', 'Ã', '¥', 'sep=')),
    {
      maxLength: 200,
    },
  )
  .map((parts) => Uint8Array.from(parts.join(''), (character) => character.charCodeAt(0)));
const anyBytes = fc.oneof(
  csvBytes,
  fc.uint8Array({ maxLength: 400 }),
  // Long enough for the separator to be settled and the buffer to be used again before the end.
  fc.tuple(csvBytes, fc.integer({ min: 1, max: 3000 })).map(([bytes, times]) => repeated(bytes, times)),
);

function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const all = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) all.set(bytes, i * bytes.length);
  return all;
}

/** Fills the start of a file, from which the separator is found: what comes after it is read as it comes. */
const FILLER_ROWS = 10_000;
const FILLER = bytesOf('nr;not\n'.repeat(FILLER_ROWS));

/** What can be compared: the last rows of values, codes included, or the problem. */
function seen(outcome: Outcome<Sheet>, from = 0): unknown {
  if (!outcome.ok) return outcome.problem;
  const { columns, rowCount } = outcome.value;
  const rows = Array.from({ length: rowCount - from }, (_, i) =>
    columns.map((column) => [column.codes[from + i], column.value(column.codes[from + i]!)]),
  );
  return { rowCount, sizes: columns.map((column) => column.size), rows };
}

function decodedUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads the bytes cut at `borders`, after `before`. */
function readInPieces(
  bytes: Uint8Array,
  borders: readonly number[],
  { encoding, before }: { encoding?: string | undefined; before?: Uint8Array } = {},
): Outcome<Sheet> {
  const reader = new CsvReader({ encoding });
  if (before) reader.push(before);
  let at = 0;
  for (const border of [...borders.map((b) => b % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    // A copy, overwritten afterwards: the reader may not rely on the piece staying as it was.
    const piece = bytes.slice(at, border);
    reader.push(piece);
    piece.fill(59);
    at = border;
  }
  return reader.finish();
}

describe('any bytes', () => {
  const encodings = fc.constantFrom(undefined, 'utf-8', 'windows-1252', 'utf-16le', 'utf-16be');

  it('are a sheet or a problem in both languages, never an exception', () => {
    fc.assert(
      fc.property(anyBytes, encodings, (bytes, encoding) => {
        const outcome = readCsv(bytes, { encoding });
        if (outcome.ok) {
          for (const column of outcome.value.columns) {
            expect(column.codes).toHaveLength(outcome.value.rowCount);
            const values = Array.from({ length: column.size }, (_, code) => column.value(code));
            expect(values[0]).toBeNull();
            expect(new Set(values).size).toBe(column.size);
            for (const value of values.slice(1)) expect(value).toBe((value as string).trim() || 'not empty');
          }
        } else {
          expect(outcome.problem.sv.length * outcome.problem.en.length).toBeGreaterThan(0);
        }
      }),
      { numRuns },
    );
  });

  const borders = fc.array(fc.nat(), { maxLength: 12 });

  it('give the same sheet, or the same problem, in pieces with borders anywhere', () => {
    fc.assert(
      fc.property(anyBytes, borders, encodings, (bytes, cuts, encoding) => {
        expect(seen(readInPieces(bytes, cuts, { encoding }))).toEqual(seen(readCsv(bytes, { encoding })));
      }),
      { numRuns },
    );
  });

  it('give the same rows in pieces far into a file, byte by byte too', () => {
    fc.assert(
      fc.property(csvBytes, borders, fc.boolean(), (bytes, cuts, byteByByte) => {
        const whole = readCsv(Uint8Array.of(...FILLER, ...bytes));
        const pieces = readInPieces(bytes, byteByByte ? [...bytes.keys()] : cuts, { before: FILLER });
        expect(seen(pieces, FILLER_ROWS)).toEqual(seen(whole, FILLER_ROWS));
      }),
      { numRuns },
    );
  });
});

/** As `readInPieces`, but what stands after the first line feed from `near` on is read by itself, and joined. */
function readInTwo(bytes: Uint8Array, near: number): { outcome: Outcome<Sheet>; isJoined: boolean } {
  const lineFeed = bytes.indexOf(10, near % bytes.length);
  const border = lineFeed < 0 ? bytes.length : lineFeed + 1;
  const reader = new CsvReader();
  reader.push(FILLER);
  reader.push(bytes.subarray(0, border));
  const part = new CsvPartReader(reader.separator!, bytes.length - border);
  part.push(bytes.subarray(border));
  const rest = part.finish();
  const isJoined = reader.endsRow() && rest !== null;
  if (isJoined) reader.join(rest);
  else reader.push(bytes.subarray(border));
  return { outcome: reader.finish(), isJoined };
}

describe('a file that is read in two parts', () => {
  const rows = fc
    .array(
      fc.constantFrom(
        'a;b\n',
        'a;b;c\r\n',
        ';b\n',
        '\n',
        '"a;\n";b\n',
        'zz;a\n',
        '7;"q""";x\n',
        'é;ÿ\n',
        '8;b',
      ),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((lines) => Uint8Array.from(lines.join(''), (character) => character.charCodeAt(0)));

  it('gives the same codes and values as in one, or the same problem', () => {
    let joined = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          rows,
          csvBytes.filter((bytes) => bytes.length > 0),
        ),
        fc.nat(),
        (bytes, near) => {
          const whole = readCsv(Uint8Array.of(...FILLER, ...bytes));
          const { outcome, isJoined } = readInTwo(bytes, near);
          expect(seen(outcome, FILLER_ROWS)).toEqual(seen(whole, FILLER_ROWS));
          if (isJoined) joined++;
        },
      ),
      { numRuns },
    );
    expect(joined).toBeGreaterThan(numRuns / 10);
  });
});

describe('a text of few different cells', () => {
  const spellings = fc.constantFrom(
    ...[
      '',
      'a',
      'b',
      'ab',
      'a ',
      ' a',
      '"a"',
      '"a;"',
      '"a;\n"',
      '"a;\r"',
      '"a;" ',
      '"a\n;"',
      '"a"";"',
      '"a"b',
      'a"b',
    ],
    ...[
      '"a;b"',
      '" a;b "',
      'a\tb',
      '"a\tb\t"',
      '"',
      '""',
      '" "',
      '"abcdefgh;"',
      'abcdefgh',
      'abcdefgh\t',
      'x"y"',
    ],
  );
  const ends = fc.constantFrom(';', ';', ';', '\n', '\r', '\r\n');
  // A few of them in each text, so that cells often stand below their like, or below what looks like it.
  const text = fc
    .uniqueArray(spellings, { minLength: 2, maxLength: 4 })
    .chain((few) => fc.array(fc.tuple(fc.constantFrom(...few), ends), { minLength: 1, maxLength: 60 }))
    .map((cells) => cells.flat().join(''));

  it.each([
    [';', ';'],
    ['tab', '\t'],
  ])('is read as a reader reads it that goes letter by letter, separated by %s', (_, separator) => {
    fc.assert(
      fc.property(text, (written) => {
        const swapped =
          separator === ';' ? written : written.replace(/[;\t]/g, (c) => (c === ';' ? '\t' : ';'));
        const expected = readLetterByLetter(swapped, separator);
        const outcome = readCsv(bytesOf(`sep=${separator}\n${swapped}`));
        if (expected === null) expect(outcome).toMatchObject({ problem: { code: 'unclosed-quote' } });
        else if (expected.flat().every((cell) => cell === null)) {
          expect(outcome).toMatchObject({ problem: { code: 'empty-file' } });
        } else expect(outcome.ok && rowsOf(outcome.value)).toEqual(expected);
      }),
      { numRuns: 2 * numRuns },
    );
  });
});

describe('a table written as CSV', () => {
  const cellText = fc.oneof(
    fc.constantFrom('', '19800101-9876', '2017-01-05', 'Övrig hälso- och sjukvård', 'Polisen', '=1+1', '5 €'),
    fc.string({ unit: fc.constantFrom(...'abcåäö019 -;,"\t\r\n\u00A0–') }),
    fc.string({ unit: fc.constantFrom(...'åÅ–"xyz'), minLength: 60, maxLength: 70 }),
  );
  const table = fc
    .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 60 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cellText, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    .filter((rows) => rows.flat().some((cell) => cell.trim() !== ''));
  const separators = fc.constantFrom(';', ',', '\t');
  const lineEnds = fc.constantFrom('\r\n', '\n', '\r');
  const encodings = fc.constantFrom<TextEncoding>(
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16be',
    'windows-1252',
  );

  /** Quotes where they are needed, and where `also` says so. */
  const quoted = (cell: string, also: boolean) =>
    also || /[;,\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

  it('reads back equal, whatever its separator, quotes, line ends and encoding', () => {
    fc.assert(
      fc.property(
        table,
        separators,
        lineEnds,
        encodings,
        fc.infiniteStream(fc.boolean()),
        (rows, separator, lineEnd, encoding, quotes) => {
          const text = rows
            .map((row) => row.map((cell) => quoted(cell, quotes.next().value as boolean)).join(separator))
            .join(lineEnd);
          const bytes = bytesOf(text, encoding);
          // Å followed by a dash in Windows-1252 is Ŗ in UTF-8: where all letters are so, nobody can tell.
          fc.pre(encoding !== 'windows-1252' || text === decodedUtf8(bytes) || decodedUtf8(bytes) === null);
          const outcome = readCsv(bytes);
          expect(outcome).toMatchObject({ ok: true });
          if (outcome.ok) expect(rowsOf(outcome.value)).toEqual(rowsOf(sheetOf(rows)));
        },
      ),
      { numRuns },
    );
  });
});

describe('a column of many distinct cells', () => {
  const numbers = fc.constantFrom(
    (i: number) => String(100_000 + i),
    (i: number) => String(900_000 - i),
    (i: number) => String((i * 7919) % 20_011),
    (i: number) => `${String((i * 7919) % 20_011)}-${'x'.repeat(i % 90)}`,
    (i: number) => String(Math.floor(i / 3)),
  );

  it('has the codes and values that a map of strings gives it, whatever the order of its cells', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 30_000 }), fc.nat(1000), (numberOf, count, jump) => {
        const cells = Array.from({ length: count }, (_, i) =>
          numberOf(i % 97 === 0 ? Math.max(0, i - jump) : i),
        );
        const outcome = readCsv(bytesOf(cells.join('\n')));
        if (!outcome.ok) throw new Error(outcome.problem.en);
        const column = outcome.value.columns[0]!;
        const expected = sheetOf(cells.map((cell) => [cell])).columns[0]!;
        const apart = cells.findIndex(
          (cell, row) =>
            column.codes[row] !== expected.codes[row] || column.value(column.codes[row]!) !== cell,
        );
        expect(apart).toBe(-1);
        expect(column.size).toBe(expected.size);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });
});
