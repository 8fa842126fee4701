import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readWorkbook } from 'isu-workbook-file';
import { rowsOf } from './sheet-rows.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, latin1('<x/>')])));

async function problemOf(bytes: Uint8Array, options: { sheet?: string } = {}) {
  const outcome = await readWorkbook(bytes, { name: 'fil.xlsx', ...options });
  if (outcome.ok) throw new Error('It was read.');
  return outcome.problem;
}

describe('a file that is no register', () => {
  it('is told when it is empty', async () => {
    expect(await problemOf(new Uint8Array(0))).toMatchObject({ code: 'empty-file' });
  });

  it.each([
    ['en PNG-bild', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['en JPEG-bild', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['en GIF-bild', latin1('GIF89a')],
    ['ett PDF-dokument', latin1('%PDF-1.7\n')],
    ['ett RTF-dokument', latin1('{\\rtf1\\ansi}')],
    ['ett Word-dokument', zip('[Content_Types].xml', 'word/document.xml')],
    ['en PowerPoint-presentation', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['en packad fil (zip)', zip('register.csv')],
    ['en packad fil (gzip)', latin1('\x1f\x8b\b\0')],
    ['ett webbarkiv (MHTML)', latin1('MIME-Version: 1.0\r\n')],
    ['en XML-fil', latin1('<?xml version="1.0"?><register><rad/></register>')],
    ['en webbsida utan tabell', latin1('<!DOCTYPE html><html><body><h1>Logga in</h1></body></html>')],
  ])('is called by its name: %s', async (name, bytes) => {
    const { code, sv, en } = await problemOf(bytes);
    expect(code).toBe('not-a-workbook');
    expect(sv).toBe(
      `fil.xlsx: Filen är ${name}, ingen arbetsbok. Välj registret som .xlsx, .xls eller .csv.`,
    );
    expect(en).toContain('fil.xlsx: The file is a');
  });

  it.each(['register-encrypted.xlsx', 'register-encrypted.xls'])(
    'is told when it has a password: %s',
    async (name) => {
      expect(await problemOf(fixture(name))).toMatchObject({ code: 'encrypted-workbook' });
    },
  );

  it('is told when it is a page with an empty table', async () => {
    expect(await problemOf(latin1('<table><tr><td> </td></tr></table>'))).toMatchObject({
      code: 'empty-workbook',
    });
  });

  it('is told when it is a workbook without a filled cell', async () => {
    const workbook = new ExcelJs.Workbook();
    workbook.addWorksheet('Blad1');
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await problemOf(bytes)).toMatchObject({ code: 'empty-workbook' });
  });

  it('is told when it is a page with more columns than Excel has', async () => {
    const page = `<table><tr>${'<td>a'.repeat(16_385)}</tr></table>`;
    expect(await problemOf(latin1(page))).toMatchObject({ code: 'too-many-columns' });
  });

  it.each([
    ['CSV', 'a;b\n1;2\n'],
    ['a web page', '<table><tr><td>a</table>'],
  ])('has no sheet to name when it is %s', async (_, text) => {
    expect(await problemOf(latin1(text), { sheet: 'Blad1' })).toMatchObject({ code: 'no-such-sheet' });
  });

  it('of CSV carries its name before the fault, as every other', async () => {
    const { code, sv } = await problemOf(latin1('a;b\n"1;2\n'));
    expect([code, sv.startsWith('fil.xlsx: ')]).toEqual(['unclosed-quote', true]);
  });

  it('never is a workbook whose other sheet is read because the first one is broken', async () => {
    const parts = zipSync({
      '[Content_Types].xml': latin1(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
      'xl/workbook.xml': latin1(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="A" sheetId="1"/><sheet name="B" sheetId="2"/></sheets></workbook>',
      ),
      // A text by number, and no texts in the workbook.
      'xl/worksheets/sheet1.xml': latin1(
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
      ),
      'xl/worksheets/sheet2.xml': latin1(
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      ),
    });
    expect(await problemOf(parts)).toMatchObject({ code: 'damaged-workbook' });
  });
});

describe('whatever the bytes', () => {
  const runs = Number(process.env['ISU_FUZZ_RUNS'] ?? 500);
  /** A flipped bit lets the reader work hard before it gives up. */
  const HEAVY_RUNS = 2000;
  const files = [
    'register.xlsx',
    'register.xls',
    'register.ods',
    'register.xml',
    'page.xls',
    'register-encrypted.xlsx',
  ];
  const aFile = fc.constantFrom(...files.map(fixture));

  // SheetJS tells the console of oddities that it reads past.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function isAnswered(bytes: Uint8Array): Promise<void> {
    const outcome = await readWorkbook(bytes, { name: 'fil' });
    if (outcome.ok) expect(outcome.value.sheet.rowCount).toBeGreaterThan(0);
    else
      expect([outcome.problem.sv, outcome.problem.en].every((text) => /^fil: \S.*\.$/.test(text))).toBe(true);
  }

  it('random bytes are read or refused, never an exception', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), isAnswered), { numRuns: runs });
  });

  it('random bytes after the mark of a workbook are read or refused', async () => {
    const marks = [
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<table>',
      '<?xml version="1.0"?><Workbook>',
    ];
    const marked = fc.tuple(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 2000 }));
    await fc.assert(
      fc.asyncProperty(marked, ([mark, rest]) => isAnswered(new Uint8Array([...latin1(mark), ...rest]))),
      { numRuns: runs },
    );
  });

  it('workbooks that are cut off are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(aFile, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) =>
        isAnswered(bytes.subarray(0, Math.floor(bytes.length * share))),
      ),
      { numRuns: runs },
    );
  });

  it('workbooks with flipped bits are read or refused', async () => {
    const flips = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 0, max: 7 })),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    await fc.assert(
      fc.asyncProperty(aFile, flips, (bytes, where) => isAnswered(flipped(bytes, where))),
      { numRuns: Math.min(runs, HEAVY_RUNS) },
    );
  });

  it('an .xlsx with a flipped bit gives the same rows or none, never others', async () => {
    const whole = fixture('register.xlsx');
    const right = await readWorkbook(whole, { name: 'fil' });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const outcome = await readWorkbook(flipped(whole, [[(bit >> 3) / whole.length, bit & 7]]), {
          name: 'fil',
        });
        if (outcome.ok && right.ok) expect(rowsOf(outcome.value.sheet)).toEqual(rowsOf(right.value.sheet));
      }),
      { numRuns: Math.min(runs, HEAVY_RUNS) },
    );
  });
});

function flipped(bytes: Uint8Array, where: readonly (readonly [share: number, bit: number])[]): Uint8Array {
  const changed = bytes.slice();
  for (const [share, bit] of where) changed[Math.round(share * bytes.length)]! ^= 1 << bit;
  return changed;
}
