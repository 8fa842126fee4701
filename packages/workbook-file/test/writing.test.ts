import ExcelJs from 'exceljs';
import * as SheetJs from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import {
  formatNumber,
  isoDate,
  type DocumentBlock,
  type DocumentCell,
  type DocumentTable,
  type NumberFormat,
  type ResultDocument,
} from 'isu-core';
import { writeRowsWorkbook, writeWorkbook, type RowCell } from 'isu-workbook-file';
import { splitLongTables } from '../src/write/split-tables.ts';
import { sampleDocument } from './sample-document.ts';

const runs = Number(process.env['ISU_FUZZ_RUNS'] ?? 500);

/** Read by exceljs, which did not write it. */
async function byExcelJs(bytes: Uint8Array): Promise<ExcelJs.Workbook> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** Read by SheetJS, which did not write it either; `w` is a cell as it is shown. */
function bySheetJs(bytes: Uint8Array, sheet: string): SheetJs.WorkSheet {
  return SheetJs.read(bytes, { type: 'array', cellNF: true }).Sheets[sheet]!;
}

function cellOf(sheet: SheetJs.WorkSheet, address: string): SheetJs.CellObject {
  return sheet[address] as SheetJs.CellObject;
}

/** The parts of the file as text. */
function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

function aDocument(...blocks: DocumentBlock[]): ResultDocument {
  return {
    title: 'Prov',
    language: 'sv',
    marking: null,
    product: 'ISU Lathund',
    sheets: [{ id: 'tables', name: 'Tabeller', blocks }],
  };
}

/** A table with a column of text and one of numbers. */
function aTable(cells: readonly DocumentCell[], format: NumberFormat = 'integer'): DocumentTable {
  return {
    kind: 'table',
    id: 'a-table',
    title: '',
    columns: [
      { key: 'name', header: 'Namn', format: 'text', width: 20 },
      { key: 'figure', header: 'Tal', format, width: 12 },
    ],
    rows: cells.map((cell, i) => ({ key: String(i), cells: [{ value: `rad ${String(i)}` }, cell] })),
    notes: [],
  };
}

const sample = writeWorkbook(sampleDocument);

describe('the workbook of a result', () => {
  it('has the document’s sheets, in its order', async () => {
    const workbook = await byExcelJs(await sample);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'Översikt',
      'Personer',
      'Tabeller',
      'Rader',
      'Protokoll',
    ]);
  });

  it('says what it is and which program made it, and no time', async () => {
    const core = partsOf(await sample)['docProps/core.xml']!;
    expect(core).toContain('<dc:title>Individbaserad systematisk uppföljning</dc:title>');
    expect(core).toContain('<dc:creator>ISU Lathund 0.1.0</dc:creator>');
    expect(core).not.toMatch(/created|modified/);
  });

  it('is the same to the last byte, whenever and in whatever time zone it is written', async () => {
    const zone = process.env['TZ'];
    afterAll(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    const first = await sample;
    for (const other of ['Asia/Tokyo', 'America/St_Johns', 'UTC']) {
      process.env['TZ'] = other;
      expect(Buffer.compare(await writeWorkbook(sampleDocument), first)).toBe(0);
    }
  });

  it('is printed on A4 across, with the marking on each page', async () => {
    const workbook = await byExcelJs(await sample);
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 });
      expect(sheet.headerFooter.oddHeader).toBe(
        '&L&8Individbaserad systematisk uppföljning&R&8Internt arbetsmaterial – omfattas av sekretess',
      );
      expect(sheet.headerFooter.oddFooter).toBe('&L&8ISU Lathund 0.1.0&R&8Sida &P av &N');
    }
  });
});

describe('a printed sheet', () => {
  const setupOf = async (name: string) => (await byExcelJs(await sample)).getWorksheet(name)!.pageSetup;

  it('is one page where it can be read so', async () => {
    expect(await setupOf('Översikt')).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
  });

  it('with a long table runs on, as wide as the page', async () => {
    expect(await setupOf('Personer')).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
  });

  it('with many tables breaks before a table or its heading, never inside one', async () => {
    const sheet = partsOf(await sample)['xl/worksheets/sheet3.xml']!;
    const breaks = [...sheet.matchAll(/<brk id="(\d+)"/g)].map((match) => Number(match[1]));
    const shown = bySheetJs(await sample, 'Tabeller');
    expect(breaks.map((row) => cellOf(shown, `A${String(row + 1)}`).v)).toEqual([
      'Tabell 3. Frekvensgruppernas profil',
      'Utveckling över tid',
    ]);
  });
});

describe('a table', () => {
  const tableRanges = async () => {
    const parts = partsOf(await sample);
    return Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/tables/'))
      .map(([, xml]) => [
        /displayName="(\w+)"/.exec(xml)![1],
        /<table [^>]*\bref="([A-Z0-9:]+)"/.exec(xml)![1],
      ]);
  };

  it('is a native one over header and rows, its total rows left out', async () => {
    expect(await tableRanges()).toEqual([
      ['persons', 'A5:F684'],
      ['persons_by_group', 'A4:C9'],
      ['actualisations_by_group', 'A14:D19'],
      ['group_profile', 'A24:G34'],
      ['per_year', 'A41:C46'],
      ['excluded_rows', 'A4:C10'],
    ]);
    const sheet = bySheetJs(await sample, 'Tabeller');
    const row = (number: number) => ['A', 'B', 'C'].map((column) => cellOf(sheet, column + String(number)).v);
    expect(row(4)).toEqual(['Antal aktualiseringar', 'Personer', 'Andel av personerna']);
    expect(row(9)).toEqual(['12 eller fler', 86, 86 / 679]);
    expect(row(10)).toEqual(['Totalt', 679, 1]);
  });

  it('has columns with the very names of its header cells', async () => {
    const workbook = await byExcelJs(await sample);
    for (const sheet of workbook.worksheets)
      for (const [, { table }] of Object.entries(
        (
          sheet as unknown as {
            tables: Record<string, { table: { tableRef: string; columns: { name: string }[] } }>;
          }
        ).tables,
      )) {
        const firstRow = Number(/^A(\d+):/.exec(table.tableRef)![1]);
        const shown = table.columns.map((_, c) => sheet.getCell(firstRow, c + 1).value);
        expect(shown).toEqual(table.columns.map(({ name }) => name));
      }
  });

  it('gives columns that bear one name a number, and those that bear none a name', async () => {
    const columns = ['Procent', 'procent', '', ' Två\n rader '].map((header, i) => {
      return { key: String(i), header, format: 'integer', width: 10 } as const;
    });
    const bytes = await writeWorkbook(
      aDocument({
        ...aTable([]),
        columns,
        rows: [{ key: '1', cells: columns.map((_, i) => ({ value: i })) }],
      }),
    );
    const sheet = bySheetJs(bytes, 'Tabeller');
    const names = ['Procent', 'procent (2)', 'Kolumn 3', 'Två rader'];
    expect(['A1', 'B1', 'C1', 'D1'].map((address) => cellOf(sheet, address).v)).toEqual(names);
    const table = partsOf(bytes)['xl/tables/table1.xml']!;
    expect([...table.matchAll(/tableColumn id="\d" name="([^"]*)"/g)].map((match) => match[1])).toEqual(
      names,
    );
  });

  it('without rows has one empty row, since Excel knows no table without', async () => {
    const table = {
      ...aTable([]),
      rows: [{ key: 'total', kind: 'total', cells: [{ value: 'Totalt' }, { value: 0 }] }],
    };
    const bytes = await writeWorkbook(aDocument(table as DocumentTable));
    expect(partsOf(bytes)['xl/tables/table1.xml']).toContain('ref="A1:B2"');
    expect(cellOf(bySheetJs(bytes, 'Tabeller'), 'A3').v).toBe('Totalt');
  });

  it('that is long keeps its header in sight and on each printed page, with buttons to filter by', async () => {
    const workbook = await byExcelJs(await sample);
    const persons = workbook.getWorksheet('Personer')!;
    expect(persons.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 });
    expect(persons.pageSetup.printTitlesRow).toBe('5:5');
    expect(workbook.getWorksheet('Tabeller')!.views[0]!.state).toBe('normal');
    const parts = partsOf(await sample);
    expect(parts['xl/tables/table1.xml']).toContain('<autoFilter ref="A5:F684"/>');
    expect(parts['xl/tables/table2.xml']).not.toContain('autoFilter');
  });

  it('has columns at least as wide as the document asks', async () => {
    const persons = (await byExcelJs(await sample)).getWorksheet('Personer')!;
    [18, 16, 14, 14, 14, 18].forEach((width, c) => {
      expect(persons.getColumn(c + 1).width).toBeGreaterThan(width);
    });
  });

  it('has bold totals, grey notes and headings inside it', async () => {
    const sheet = (await byExcelJs(await sample)).getWorksheet('Tabeller')!;
    expect(sheet.getCell('A10').font.bold).toBe(true);
    expect(sheet.getCell('A9').font.bold).toBeFalsy();
    expect(sheet.getCell('A11').font).toMatchObject({ size: 9, color: { argb: 'FF595959' } });
    expect(sheet.getCell('A30').value).toBe('Vanligaste anmälare');
    expect(sheet.getCell('A30').font.bold).toBe(true);
    expect(sheet.getCell('B30').value).toBeNull();
  });

  it('that is longer than a sheet goes on on the next', () => {
    const table = {
      ...aTable(Array.from({ length: 7 }, (_, i) => ({ value: i }))),
      title: 'Lång',
      notes: ['not'],
    };
    const sheets = splitLongTables({ id: 'x', name: 'Personer', blocks: [table] }, 3);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Personer', 'Personer (2)', 'Personer (3)']);
    const parts = sheets.map((sheet) => sheet.blocks[0] as DocumentTable);
    expect(parts.map(({ id }) => id)).toEqual(['a-table', 'a-table-2', 'a-table-3']);
    expect(parts.flatMap(({ rows }) => rows)).toEqual(table.rows);
  });
});

describe('a cell', () => {
  const written = async (cell: DocumentCell, format: NumberFormat, language: 'sv' | 'en' = 'sv') => {
    const bytes = await writeWorkbook({ ...aDocument(aTable([cell], format)), language });
    return cellOf(bySheetJs(bytes, 'Tabeller'), 'B2');
  };

  /** Shown by SheetJS's formatter, which has English separators. */
  it.each<[NumberFormat, number]>([
    ['integer', 3465],
    ['integer', 0],
    ['percent', 44.18262],
    ['percent', 14.5],
    ['percent', 57.5],
    ['percent-one-decimal', 28.75],
    ['percent', 100],
    ['percent-one-decimal', 0.94],
    ['decimal-1', 26.47],
    ['decimal-2', 5.1031],
    ['decimal-2', 1234.5],
    ['decimal-3', 0.5234],
    ['date', 17167],
    ['date', 0],
  ])('of %s shows %d as every other host does', async (format, value) => {
    const cell = await written({ value }, format, 'en');
    expect(cell.t).toBe('n');
    expect(cell.w).toBe(formatNumber(value, format, 'en'));
  });

  it('of percent holds the share itself, and has the space before % in Swedish', async () => {
    const cell = await written({ value: 44.18262 }, 'percent');
    expect(cell.v).toBeCloseTo(0.4418262, 12);
    expect(cell.z).toBe('0\\ %');
  });

  it('of a date holds Excel’s own day', async () => {
    // 2017-01-05 is 42740 in Excel and LibreOffice; 1900-02-28 is before Excel's false leap day.
    expect(await written({ value: 17_171 }, 'date')).toMatchObject({
      t: 'n',
      v: 42_740,
      z: 'yyyy\\-mm\\-dd',
    });
    expect(await written({ value: -25_509 }, 'date')).toMatchObject({ t: 's', v: '1900-02-28' });
  });

  it('that is hidden is two dots and no number', async () => {
    expect(await written({ value: null, suppressed: true }, 'percent')).toMatchObject({ t: 's', v: '..' });
  });

  it('with nothing to count is a dash', async () => {
    expect(await written({ value: null }, 'integer')).toMatchObject({ t: 's', v: '–' });
  });

  it('may have another format than its column', async () => {
    expect(await written({ value: 22.2209, format: 'decimal-2' }, 'integer')).toMatchObject({ w: '22.22' });
  });

  it('of a number that is none is left empty', async () => {
    const bytes = await writeWorkbook(aDocument(aTable([{ value: NaN }, { value: Infinity }])));
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).not.toMatch(/NaN|Infinity/);
  });

  it.each([
    '=1+1',
    '+46 70',
    '-',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '196408233234',
    '000123',
    '2017-01-05',
    'TRUE',
  ])('of text stays text, also when somebody edits it: %s', async (text) => {
    const bytes = await writeWorkbook(
      aDocument({ ...aTable([]), rows: [{ key: '1', cells: [{ value: text }, { value: text }] }] }),
    );
    const sheet = (await byExcelJs(bytes)).getWorksheet('Tabeller')!;
    for (const address of ['A2', 'B2']) {
      const cell = sheet.getCell(address);
      expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJs.ValueType.String, text, '@']);
    }
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).not.toContain('<f>');
  });

  it('of a personnummer is not marked by Excel as a number stored as text', async () => {
    expect(partsOf(await sample)['xl/worksheets/sheet2.xml']).toContain(
      '<ignoredError sqref="A6:A684 F6:F684" numberStoredAsText="1"',
    );
  });

  /** SheetJS makes one line end of the two signs that Windows has for it. */
  it('of any text comes back as it was, letter by letter', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('_x0041_', '&', '<', '"', '\n', '\t', '\r', '\0', 'å', '😀', ' '),
        fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }),
      ),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = texts.map((value, i) => ({ key: String(i), cells: [{ value }, { value: i }] }));
        const sheet = bySheetJs(await writeWorkbook(aDocument({ ...aTable([]), rows })), 'Tabeller');
        texts.forEach((value, i) => {
          expect(cellOf(sheet, `A${String(i + 2)}`).v).toBe(value.replace(/\r\n/g, '\n'));
        });
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('holds no more letters than Excel takes', async () => {
    const rows = [{ key: '1', cells: [{ value: 'å'.repeat(40_000) }, { value: 1 }] }];
    const sheet = bySheetJs(await writeWorkbook(aDocument({ ...aTable([]), rows })), 'Tabeller');
    expect(String(cellOf(sheet, 'A2').v)).toHaveLength(32_767);
  });
});

describe('a chart', () => {
  const chartXml = async (number: number) => partsOf(await sample)[`xl/charts/chart${String(number)}.xml`]!;
  const references = (xml: string) => [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map((match) => match[1]);

  it('is native and draws the cells of its table, on whatever sheet it stands', async () => {
    expect(references(await chartXml(1))).toEqual([
      "'Tabeller'!$B$4",
      "'Tabeller'!$A$5:$A$9",
      "'Tabeller'!$B$5:$B$9",
    ]);
    expect(references(await chartXml(2))).toEqual([
      "'Tabeller'!$C$14",
      "'Tabeller'!$A$15:$A$19",
      "'Tabeller'!$C$15:$C$19",
    ]);
    const sheet = bySheetJs(await sample, 'Tabeller');
    expect(['B5', 'B6', 'B7', 'B8', 'B9'].map((address) => cellOf(sheet, address).v)).toEqual([
      300, 91, 144, 58, 86,
    ]);
  });

  it('holds the figures too, for programs that only show', async () => {
    const points = [...(await chartXml(1)).matchAll(/<c:pt idx="\d"><c:v>([^<]*)<\/c:v>/g)].map(
      (match) => match[1],
    );
    expect(points).toEqual([
      'Personer',
      '1',
      '2',
      '3–6',
      '7–11',
      '12 eller fler',
      '300',
      '91',
      '144',
      '58',
      '86',
    ]);
  });

  it('is of columns or of lines, as the document says', async () => {
    expect(await chartXml(1)).toContain('<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>');
    const line = await chartXml(3);
    expect(line).toContain('<c:lineChart>');
    expect(references(line)).toHaveLength(6);
  });

  it('stands beside the one before it', async () => {
    const drawing = partsOf(await sample)['xl/drawings/drawing1.xml']!;
    const rows = [...drawing.matchAll(/<xdr:row>(\d+)</g)].map((match) => match[1]);
    const columns = [...drawing.matchAll(/<xdr:col>(\d+)</g)].map((match) => Number(match[1]));
    expect(rows[0]).toBe(rows[1]);
    expect(columns[0]).toBe(0);
    expect(columns[1]).toBeGreaterThan(0);
  });

  it('says what it shows to those who cannot see it', async () => {
    expect(partsOf(await sample)['xl/drawings/drawing1.xml']).toContain(
      'descr="Stapeldiagram: 300 personer har en aktualisering, 86 har 12 eller fler."',
    );
  });

  const lineOf = (cells: readonly DocumentCell[], rows: readonly string[]): DocumentBlock[] => [
    aTable(cells),
    {
      kind: 'chart',
      id: 'c',
      title: 'Linje',
      shape: 'line',
      categoryAxis: '',
      valueAxis: '',
      table: 'a-table',
      rows,
      categories: 'name',
      series: [{ name: 'Tal', column: 'figure' }],
      alternative: 'Linje',
    },
  ];

  it('takes rows that do not follow each other', async () => {
    const cells = [1, 2, 3, 4].map((value) => ({ value }));
    const parts = partsOf(await writeWorkbook(aDocument(...lineOf(cells, ['0', '1', '3']))));
    expect(references(parts['xl/charts/chart1.xml']!)).toEqual([
      "'Tabeller'!$B$1",
      "('Tabeller'!$A$2:$A$3,'Tabeller'!$A$5)",
      "('Tabeller'!$B$2:$B$3,'Tabeller'!$B$5)",
    ]);
  });

  it('of a line with a hidden figure is drawn as columns, since Excel would let the line fall to zero', async () => {
    const cells: DocumentCell[] = [{ value: 7 }, { value: null, suppressed: true }, { value: 9 }];
    const xml = partsOf(await writeWorkbook(aDocument(...lineOf(cells, ['0', '1', '2']))))[
      'xl/charts/chart1.xml'
    ]!;
    expect(xml).not.toContain('lineChart');
    const figures = /<c:val>.*<\/c:val>/.exec(xml)![0];
    expect([...figures.matchAll(/<c:v>([^<]*)</g)].map((match) => match[1])).toEqual(['7', '9']);
  });

  it('of no rows is left out', async () => {
    const parts = partsOf(await writeWorkbook(aDocument(...lineOf([{ value: 1 }], []))));
    expect(Object.keys(parts).filter((name) => /chart|drawing/.test(name))).toEqual([]);
  });
});

describe('running text', () => {
  it('takes the height that its lines need', async () => {
    const text = 'Antal aktualiseringar per person. '.repeat(20).trim();
    const sheet = (await byExcelJs(await writeWorkbook(aDocument({ kind: 'paragraph', text }))))
      .worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe(text);
    // 680 letters in lines of 96 are 8 lines of 15 points, less where letters are narrow.
    expect(sheet.getRow(1).height).toBeGreaterThan(75);
    expect(sheet.getRow(1).height).toBeLessThan(140);
  });

  it('that warns is marked', async () => {
    const sheet = (await byExcelJs(await sample)).getWorksheet('Översikt')!;
    const row = 13;
    expect(sheet.getCell(row, 1).value).toMatch(/^6 rader används inte/);
    expect(sheet.getCell(row, 1).fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFFF4D6' } });
  });

  it('of a fact shows figures in their formats', async () => {
    const sheet = bySheetJs(await sample, 'Översikt');
    const facts = [7, 8, 10, 11].map((row) => {
      return [cellOf(sheet, `A${String(row)}`).v, cellOf(sheet, `B${String(row)}`).w];
    });
    expect(facts).toEqual([
      ['Personer', '679'],
      ['Aktualiseringar', '3,465'],
      ['Period', '2017-01-01–2022-06-30'],
      ['Analysdag', isoDate(20_779)],
    ]);
  });
});

describe('names that Excel does not take', () => {
  it('of sheets are mended', async () => {
    const wanted = [
      "'Bilaga 4: tabell [1/2]'",
      'bilaga 4 tabell 1 2',
      '',
      'History',
      'x'.repeat(40),
      'x'.repeat(35),
    ];
    const bytes = await writeWorkbook({
      ...aDocument(),
      sheets: wanted.map((name, i) => ({ id: String(i), name, blocks: [{ kind: 'heading', text: name }] })),
    });
    expect((await byExcelJs(bytes)).worksheets.map((sheet) => sheet.name)).toEqual([
      'Bilaga 4 tabell 1 2',
      'bilaga 4 tabell 1 2 (2)',
      'Blad',
      'Blad History',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
    ]);
  });

  it('of tables are mended', async () => {
    const ids = ['T1', 'r', '1-2', 'a-table', 'A_TABLE', ''];
    const bytes = await writeWorkbook(aDocument(...ids.map((id) => ({ ...aTable([{ value: 1 }]), id }))));
    const names = Object.entries(partsOf(bytes))
      .filter(([name]) => name.startsWith('xl/tables/'))
      .map(([, xml]) => /displayName="([^"]*)"/.exec(xml)![1]);
    expect(names).toEqual(['_T1', '_r', '_1_2', 'a_table', 'A_TABLE_2', '_']);
  });
});

describe('plain rows as a workbook', () => {
  const header = ['Personnummer', 'Aktualiseringsdatum', 'Antal', 'LOB'];
  const rows: RowCell[][] = [
    ['196408233234', { day: 17_171 }, 3, true],
    ['=1+1', null, null, false],
  ];

  it('are one native table with a header that stays, text as text and dates as dates', async () => {
    const bytes = await writeRowsWorkbook('Register', header, rows);
    const sheet = (await byExcelJs(bytes)).getWorksheet('Register')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getRow(1).values).toEqual([undefined, ...header]);
    expect(sheet.getCell('A2').value).toBe('196408233234');
    expect(sheet.getCell('B2').value).toEqual(new Date(Date.UTC(2017, 0, 5)));
    expect([sheet.getCell('C2').value, sheet.getCell('D2').value]).toEqual([3, true]);
    expect(sheet.getCell('A3').type).toBe(ExcelJs.ValueType.String);
    expect(sheet.getCell('B3').value).toBeNull();
    expect(partsOf(bytes)['xl/tables/table1.xml']).toContain('displayName="Register" ref="A1:D3"');
  });

  it('may come one by one', async () => {
    function* counting() {
      for (let i = 0; i < 1000; i++) yield [String(i), null, i, null];
    }
    const sheet = (await byExcelJs(await writeRowsWorkbook('Register', header, counting()))).worksheets[0]!;
    expect(sheet.rowCount).toBe(1001);
    expect(sheet.getCell('C1001').value).toBe(999);
  });

  it('that one sheet cannot hold go on on the next', async () => {
    const five = Array.from({ length: 5 }, (_, i) => [String(i), null, i, null]);
    const workbook = await byExcelJs(await writeRowsWorkbook('Register', header, five, 3));
    expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['Register', 3],
      ['Register (2)', 3],
      ['Register (3)', 2],
    ]);
    expect(workbook.worksheets[2]!.getCell('A1').value).toBe('Personnummer');
    expect(workbook.worksheets[2]!.getCell('A2').value).toBe('4');
  });

  it('of none is a table with an empty row', async () => {
    const bytes = await writeRowsWorkbook('Register', header, []);
    expect(partsOf(bytes)['xl/tables/table1.xml']).toContain('ref="A1:D2"');
  });
});
