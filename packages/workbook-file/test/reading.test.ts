import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from 'isu-workbook-file';
import { rowsOf } from './sheet-rows.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

async function read(bytes: Uint8Array, options: { sheet?: string; encoding?: string } = {}) {
  const outcome = await readWorkbook(bytes, { name: 'register', ...options });
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

async function readRows(bytes: Uint8Array, options: { sheet?: string; encoding?: string } = {}) {
  return rowsOf((await read(bytes, options)).sheet);
}

/** A workbook made by exceljs, another library than the one that reads. */
async function workbook(fill: (workbook: ExcelJs.Workbook) => void): Promise<Uint8Array> {
  const made = new ExcelJs.Workbook();
  fill(made);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

/** fixtures/register.csv as LibreOffice holds it: text with its leading zeros, days as serial numbers. */
const REGISTER = [
  ['Personnummer', 'Aktualiseringsnummer', 'Aktualiseringsdatum', 'Aktualiserande part'],
  ['196408233234', '000123', 42740, 'Anhörig'],
  ['197812019884', '000124', 43159, 'Övrig hälso- och sjukvård'],
  ['196408233234', '000125', 43830, 'Polisen'],
];

describe('a workbook saved by LibreOffice (fixtures/make.sh)', () => {
  it.each(['register.xlsx', 'register.xls', 'register.ods', 'register.xml'])(
    '%s gives its rows: text stays text, dates are serial numbers',
    async (name) => {
      const { sheet, sheetName, sheetNames } = await read(fixture(name));
      expect(rowsOf(sheet)).toEqual(REGISTER);
      expect([sheetName, sheetNames, sheet.dateSystem]).toEqual(['register', ['register'], 1900]);
    },
  );

  it('is known by its content, whatever its ending says', async () => {
    const outcome = await readWorkbook(fixture('register.xls'), { name: 'register.csv' });
    expect(outcome.ok).toBe(true);
  });

  it('gives the text of the CSV that it was made of, dates aside', async () => {
    const [header, ...rows] = await readRows(fixture('register.csv'));
    expect(header).toEqual(REGISTER[0]);
    expect(rows.map((row) => row[2])).toEqual(['2017-01-05', '2018-02-28', '2019-12-31']);
    expect(rows.map((row) => row.toSpliced(2, 1))).toEqual(
      REGISTER.slice(1).map((row) => row.toSpliced(2, 1)),
    );
  });
});

describe('the cells of a workbook', () => {
  it('of a Mac workbook count their days from 1904', async () => {
    const bytes = await workbook((made) => {
      made.properties.date1904 = true;
      made.addWorksheet('Blad1').addRow(['Datum', new Date(Date.UTC(2017, 0, 5))]);
    });
    const { sheet } = await read(bytes);
    // 2017-01-05 is 42740 days from 1900 in Excel; the two systems are 1462 days apart.
    expect(rowsOf(sheet)).toEqual([['Datum', 42740 - 1462]]);
    expect(sheet.dateSystem).toBe(1904);
  });

  it('keep a clock time as a part of the day', async () => {
    const bytes = await workbook((made) => {
      made.addWorksheet('Blad1').addRow([new Date(Date.UTC(2017, 0, 5, 18))]);
    });
    expect(await readRows(bytes)).toEqual([[42740.75]]);
  });

  it('stand on the row and in the column where Excel shows them, above and left of them empty cells', async () => {
    const bytes = await workbook((made) => {
      const sheet = made.addWorksheet('Blad1');
      sheet.getCell('C4').value = 'Personnummer';
      sheet.getCell('D6').value = 1;
    });
    expect(await readRows(bytes)).toEqual([
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, 'Personnummer', null],
      [null, null, null, null],
      [null, null, null, 1],
    ]);
  });

  it('end where the last filled cell is, though formats reach further', async () => {
    const bytes = await workbook((made) => {
      const sheet = made.addWorksheet('Blad1');
      sheet.addRow(['a', 'b']);
      sheet.getCell('F9').font = { bold: true };
      sheet.getCell('F9').value = '  ';
    });
    expect(await readRows(bytes)).toEqual([['a', 'b']]);
  });

  it('are an error’s text, a formula’s result and a yes or no', async () => {
    const bytes = await workbook((made) => {
      made
        .addWorksheet('Blad1')
        .addRow([
          { error: '#N/A' },
          { formula: '1+1', result: 2 },
          { formula: 'A1&"x"', result: 'x' },
          { formula: '1/0', result: { error: '#DIV/0!' } },
          true,
        ]);
    });
    expect(await readRows(bytes)).toEqual([['#N/A', 2, 'x', '#DIV/0!', true]]);
  });

  it('are read on hidden rows and in hidden columns too', async () => {
    const bytes = await workbook((made) => {
      const sheet = made.addWorksheet('Blad1');
      sheet.addRows([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      sheet.getRow(2).hidden = true;
      sheet.getColumn(2).hidden = true;
    });
    expect(await readRows(bytes)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('stay text where they look like numbers, dates and formulas', async () => {
    const texts = ['0123', '2017-01-05', '1E5', '=1+1', '+46', '-', '@a', 'TRUE', 'rad 1\nrad 2', 'å<&>"'];
    const bytes = await workbook((made) => made.addWorksheet('Blad1').addRow(texts));
    expect(await readRows(bytes)).toEqual([texts]);
  });

  it('one far out to the right and far down costs no memory to speak of', async () => {
    const bytes = await workbook((made) => {
      const sheet = made.addWorksheet('Blad1');
      sheet.addRow(['a', 'b']);
      sheet.getCell('XFD1048576').value = 'x';
    });
    const { sheet } = await read(bytes);
    expect([sheet.rowCount, sheet.columns.length]).toEqual([1_048_576, 16_384]);
    expect(new Set(sheet.columns.map((column) => column.codes)).size).toBe(4);
    const last = sheet.columns.at(-1)!;
    expect(last.value(last.codes.at(-1)!)).toBe('x');
  });
});

describe('the sheet that is read', () => {
  const several = workbook((made) => {
    made.addWorksheet('Dolt', { state: 'hidden' }).addRow(['dolt']);
    made.addWorksheet('Tomt');
    made.addWorksheet('Register 2023').addRow(['första']);
    made.addWorksheet('Övrigt').addRow(['andra']);
  });

  it('is the first visible one that has cells', async () => {
    const { sheet, sheetName, sheetNames } = await read(await several);
    expect([rowsOf(sheet), sheetName]).toEqual([[['första']], 'Register 2023']);
    expect(sheetNames).toEqual(['Dolt', 'Tomt', 'Register 2023', 'Övrigt']);
  });

  it.each([
    ['Övrigt', 'andra'],
    ['övrigt', 'andra'],
    ['Dolt', 'dolt'],
  ])('is the one that is named: %s', async (sheet, cell) => {
    expect(await readRows(await several, { sheet })).toEqual([[cell]]);
  });

  it('is asked for again, the nearest name first, when there is none of that name', async () => {
    const outcome = await readWorkbook(await several, { name: 'a.xlsx', sheet: 'register2023' });
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: 'no-such-sheet',
        sv: 'a.xlsx: Det finns inget blad ”register2023”. Bladen är ”Register 2023”, ”Övrigt”, ”Dolt”, ”Tomt”: ange ett av dem.',
      },
    });
  });

  it('cannot be an empty one', async () => {
    const outcome = await readWorkbook(await several, { name: 'a.xlsx', sheet: 'Tomt' });
    expect(outcome).toMatchObject({ problem: { code: 'empty-workbook' } });
  });

  it('is not a hidden one unless it is named, and that is said', async () => {
    const bytes = await workbook((made) => {
      made.addWorksheet('Tomt');
      made.addWorksheet('Dolt', { state: 'hidden' }).addRow(['dolt']);
    });
    const outcome = await readWorkbook(bytes, { name: 'a.xlsx' });
    expect(outcome).toMatchObject({ problem: { code: 'empty-workbook' } });
    if (!outcome.ok) expect(outcome.problem.sv).toContain('”Dolt”');
  });
});

describe('a web page with the ending .xls', () => {
  /** Row by row as LibreOffice 7.4 puts fixtures/page.xls on a sheet, save that it takes 1E5 for a number. */
  it('has its tables under each other and the lines between them, every cell as text', async () => {
    const { sheet, sheetName, sheetNames } = await read(fixture('page.xls'));
    expect(rowsOf(sheet)).toEqual([
      ['Aktualiseringar – våren', null, null, null],
      ['Personnummer', 'Datum', 'Anmälare', null],
      ['196408233234', '2017-01-05', 'Anhörig', '001,50'],
      ['197812019884', '5/1 2017', null, 'R & D <test>'],
      [null, null, null, null],
      ['196408233234', '2017-03-04', 'Övrig hälso- och\nsjukvård', '1E5'],
      ['Totalt', '3', null, null],
    ]);
    expect([sheetName, sheetNames]).toEqual([null, []]);
  });

  const page = (head: string) =>
    `<html><head>${head}</head><table><tr><td>Anhörig – €</td></tr></table></html>`;
  const windows1252 = (text: string) =>
    Uint8Array.from(text, (letter) => ({ '–': 0x96, '€': 0x80 })[letter] ?? letter.charCodeAt(0));

  it.each([
    ['UTF-8 without saying so', new TextEncoder().encode(page(''))],
    ['Windows-1252 without saying so', windows1252(page(''))],
    ['Windows-1252 that it declares', windows1252(page('<meta charset="windows-1252">'))],
    [
      'what was called Latin-1',
      windows1252(page('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">')),
    ],
    ['an encoding that nobody knows', new TextEncoder().encode(page('<meta charset="x-nowhere">'))],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${page('<meta charset="windows-1252">')}`)],
    [
      'UTF-16 with its mark',
      new Uint8Array(Uint16Array.from(`\ufeff${page('')}`, (c) => c.charCodeAt(0)).buffer),
    ],
  ])('is read in %s', async (_, bytes) => {
    expect(await readRows(bytes)).toEqual([['Anhörig – €']]);
  });

  it('is read in the encoding that the user names', async () => {
    expect(await readRows(windows1252(page('')), { encoding: 'windows-1252' })).toEqual([['Anhörig – €']]);
    const unknown = await readWorkbook(windows1252(page('')), { name: 'a.xls', encoding: 'nowhere' });
    expect(unknown).toMatchObject({ problem: { code: 'unknown-encoding' } });
  });

  it.each([
    [
      'a table without its end tags',
      '<table><tr><td>a<td>b<tr><td>c<td>d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a table inside a lay-out table',
      '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
      [['a']],
    ],
    ['hidden text', '<table><script>"<td>x"</script><!-- <td>y --><tr><td>a</table>', [['a']]],
    ['a > in an attribute', '<table><tr><td title="a > b">a</td></tr></table>', [['a']]],
    ['a lone < in the text', '<table><tr><td>a < b</td></tr></table>', [['a < b']]],
    ['spaces and line ends', '<table>\n<tr>\n<td>\n a\n  b </td>\n</tr></table>', [['a b']]],
    [
      'character references',
      '<table><tr><td>&Aring;&#xE5;&#150;&amp;aring;&nosuch;</td></tr></table>',
      [['Åå–&aring;&nosuch;']],
    ],
    [
      'spans that reach past the end',
      '<table><tr><td rowspan=9>a<td>b</tr><tr><td>c</tr></table>',
      [
        ['a', 'b'],
        [null, 'c'],
      ],
    ],
  ])('may have %s', async (_, html, rows) => {
    expect(await readRows(new TextEncoder().encode(html))).toEqual(rows);
  });
});
