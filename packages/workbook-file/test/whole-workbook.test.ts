/** A whole workbook into an .xlsx file and out of it: by ourselves, and by programs that did not write it. */
import ExcelJs from 'exceljs';
import * as SheetJs from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import {
  OFFICE_THEME,
  PLAIN_FONT,
  PLAIN_LOOK,
  PLAIN_PAGE,
  readXlsx,
  writeXlsx,
  type ChartData,
  type ConditionalFormatData,
  type RowData,
  type SheetData,
  type ValidationData,
  type WordLook,
  type WorkbookData,
} from 'isu-workbook-file/workbook';
import { describe, expect, it } from 'vitest';

const runs = Number(process.env['ISU_FUZZ_RUNS'] ?? 50);

function range(firstRow: number, firstColumn: number, lastRow = firstRow, lastColumn = firstColumn) {
  return { firstRow, firstColumn, lastRow, lastColumn };
}

function aSheet(name: string, rows: readonly RowData[], more: Partial<SheetData> = {}): SheetData {
  return {
    name,
    visibility: 'visible',
    tabColour: null,
    showGridlines: true,
    showHeadings: true,
    frozen: { rows: 0, columns: 0 },
    selection: range(0, 0),
    rowHeight: 15,
    columnWidth: null,
    columns: [],
    rows,
    merges: [],
    filter: null,
    protection: null,
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    page: PLAIN_PAGE,
    charts: [],
    customProperties: [],
    tables: [],
    textRanges: [],
    ...more,
  };
}

function aWorkbook(sheets: readonly SheetData[], more: Partial<WorkbookData> = {}): WorkbookData {
  return {
    sheets,
    styles: [PLAIN_LOOK],
    theme: OFFICE_THEME,
    tableStyles: [],
    defaultTableStyle: 'TableStyleMedium2',
    names: [],
    properties: {},
    customXml: [],
    activeSheet: 0,
    dateSystem: 1900,
    isStructureProtected: false,
    ...more,
  };
}

/** Rows as a list, so that two workbooks can be held against each other. */
function atHand(workbook: WorkbookData) {
  return {
    ...workbook,
    sheets: Array.from(workbook.sheets, (sheet) => ({ ...sheet, rows: [...sheet.rows] })),
  };
}

function readAgain(workbook: WorkbookData) {
  const read = readXlsx(writeXlsx(workbook));
  if (!read) throw new Error('no workbook');
  return atHand(read);
}

async function byExcelJs(workbook: WorkbookData): Promise<ExcelJs.Workbook> {
  const read = new ExcelJs.Workbook();
  await read.xlsx.load(writeXlsx(workbook).slice().buffer);
  return read;
}

const words: WordLook = { size: 9, colour: '595959', bold: false, font: 'Calibri' };

const chart: ChartData = {
  name: 'Diagram 1',
  alternative: 'Staplar',
  place: { row: 2, column: 3, top: 3, left: 12, width: 360, height: 216 },
  language: 'sv-SE',
  title: { text: 'Per år', overlays: false, look: { ...words, size: 14, bold: true } },
  legend: { at: 'r', overlays: false, look: words },
  plots: [
    {
      shape: 'bar',
      grouping: 'stacked',
      gap: 80,
      overlap: 100,
      variesColours: false,
      series: [
        {
          name: 'Antal',
          nameCell: { sheetName: 'Å & b', range: range(0, 1) },
          categories: {
            sheetName: 'Å & b',
            ranges: [range(1, 0, 2, 0)],
            values: ['<a>', 'b'],
            format: 'General',
          },
          values: { sheetName: 'Å & b', ranges: [range(1, 1, 2, 1)], values: [1, null], format: '0.00' },
          colour: '1F5F5B',
          weight: 2.25,
          smooth: false,
          invertsNegative: false,
          marker: null,
          labels: { at: 'inEnd', format: '0', shows: ['showVal'], separator: null, look: words },
        },
      ],
    },
  ],
  axes: {
    category: {
      visible: true,
      title: null,
      minimum: null,
      maximum: null,
      majorUnit: null,
      minorUnit: null,
      reversed: true,
      isLogarithmic: false,
      format: null,
      majorGridlines: null,
      minorGridlines: null,
      majorTicks: 'none',
      minorTicks: 'none',
      labels: 'low',
      line: { colour: 'A7AFB4', weight: 0.75 },
      look: words,
      crossesBetween: true,
    },
    value: {
      visible: false,
      title: { text: 'Personer', overlays: false, look: words },
      minimum: 0,
      maximum: 10,
      majorUnit: 5,
      minorUnit: 1,
      reversed: false,
      isLogarithmic: false,
      format: '#,##0',
      majorGridlines: { colour: 'DCE5E4', weight: 0.5 },
      minorGridlines: null,
      majorTicks: 'out',
      minorTicks: 'in',
      labels: 'nextTo',
      line: null,
      look: words,
      crossesBetween: true,
    },
  },
  showsHiddenCells: true,
  blanks: 'zero',
  fill: 'FFFFFF',
  outline: 'D9D9D9',
  font: { name: 'Calibri', size: 10 },
};

const validations: readonly ValidationData[] = [
  {
    ranges: [range(1, 0, 9, 0)],
    type: 'list',
    operator: 'between',
    formulas: ['"ja,nej"'],
    allowsBlank: true,
    hasMenu: true,
    prompt: { shows: true, title: 'Välj', text: 'ett "ord"' },
    alert: { shows: true, style: 'warning', title: 'Fel', text: 'inte så' },
  },
  {
    ranges: [range(1, 1), range(3, 1, 4, 2)],
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formulas: ['$C$1'],
    allowsBlank: false,
    hasMenu: true,
    prompt: { shows: false, title: '', text: '' },
    alert: { shows: true, style: 'stop', title: '', text: '' },
  },
];

const red = { colour: '9C0006', fill: 'FFC7CE' };

const conditionalFormats: readonly ConditionalFormatData[] = [
  {
    ranges: [range(1, 1, 9, 1)],
    stops: true,
    rule: { kind: 'value', operator: 'between', formulas: ['1', '5'] },
    look: { ...red, bold: true, italic: false },
  },
  {
    ranges: [range(0, 0), range(5, 2, 6, 3)],
    stops: false,
    rule: { kind: 'formula', formula: '$A1>1' },
    look: red,
  },
  {
    ranges: [range(4, 2, 9, 2)],
    stops: false,
    rule: { kind: 'text', operator: 'beginsWith', text: 'å"' },
    look: red,
  },
  {
    ranges: [range(0, 0, 9, 0)],
    stops: false,
    rule: { kind: 'top', rank: 5, bottom: true, percent: true },
    look: red,
  },
  {
    ranges: [range(0, 0, 9, 0)],
    stops: false,
    rule: { kind: 'average', above: false, orEqual: true, deviations: 2 },
    look: red,
  },
  { ranges: [range(0, 0, 9, 0)], stops: false, rule: { kind: 'is', what: 'duplicateValues' }, look: red },
  { ranges: [range(0, 0, 9, 0)], stops: false, rule: { kind: 'period', period: 'lastWeek' }, look: red },
  {
    ranges: [range(0, 0, 9, 0)],
    stops: false,
    rule: {
      kind: 'colours',
      points: [
        { type: 'min', value: null, colour: 'F8696B' },
        { type: 'percentile', value: '50', colour: 'FFEB84' },
        { type: 'max', value: null, colour: '63BE7B' },
      ],
    },
    look: null,
  },
];

const rows: readonly RowData[] = [
  {
    row: 0,
    height: 30,
    cells: [
      { column: 0, value: 'Namn', style: 1 },
      { column: 1, value: 'Antal', style: 1 },
    ],
  },
  {
    row: 1,
    hidden: true,
    style: 1,
    cells: [
      { column: 0, value: '<å> "b" & _x0041_\n\u0001', style: 0 },
      { column: 1, value: 3, style: 0, formula: '1+2' },
      { column: 3, value: { error: '#DIV/0!' }, style: 0, formula: '1/0' },
    ],
  },
  {
    row: 4,
    cells: [
      { column: 0, value: true, style: 0 },
      { column: 1, value: 1.5e-7, style: 0 },
      { column: 2, value: 'ab', style: 0, formula: 'CONCAT("CONCAT(";IFNA(A1,1))', spill: range(4, 2, 5, 2) },
      { column: 4, value: null, style: 1 },
    ],
  },
];

const everything = aWorkbook(
  [
    aSheet('Å & b', rows, {
      tabColour: '1F5F5B',
      showGridlines: false,
      showHeadings: false,
      frozen: { rows: 1, columns: 2 },
      selection: range(4, 1, 5, 2),
      rowHeight: 18,
      columns: [
        { first: 0, last: 0, width: 20 },
        { first: 2, last: 4, width: 10, hidden: true, style: 1 },
      ],
      merges: [range(7, 0, 8, 2)],
      filter: {
        range: range(0, 0, 4, 1),
        criteria: [
          { column: 0, shows: { texts: ['a', 'b & c'] } },
          { column: 1, shows: { comparisons: [{ operator: '>=', value: '2' }], both: true } },
        ],
      },
      protection: { allows: ['scenarios', 'formatCells', 'sort'], select: 'unlocked' },
      conditionalFormats,
      validations,
      hyperlinks: [
        {
          range: range(0, 0),
          address: 'https://example.se/?a=1&b=2',
          location: null,
          tip: 'Tips',
          display: null,
        },
        { range: range(1, 0, 2, 1), address: null, location: "'Å & b'!A1", tip: null, display: 'Hit' },
      ],
      page: {
        orientation: 'landscape',
        paper: 8,
        margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 1, header: 0.3, footer: 0.25 },
        zoom: { wide: 1, high: 0 },
        centred: { across: true, down: false },
        gridlines: true,
        headings: true,
        blackAndWhite: true,
        draft: true,
        firstPage: 3,
        comments: 'atEnd',
        errors: 'dash',
        order: 'overThenDown',
        areas: [range(0, 0, 9, 3), range(20, 0, 30, 3)],
        titleRows: { first: 0, last: 1 },
        titleColumns: { first: 0, last: 0 },
        breaks: { rows: [5, 9], columns: [2] },
        texts: {
          usual: {
            header: { left: '&8A && B', centre: 'mitt', right: '' },
            footer: { left: '', centre: '', right: 'Sida &P av &N' },
          },
          first: {
            header: { left: 'först', centre: '', right: '' },
            footer: { left: '', centre: '', right: '' },
          },
          scales: false,
          alignsWithMargins: true,
        },
      },
      charts: [chart],
      customProperties: [{ name: 'isu', value: 'översikt 😀' }],
    }),
    aSheet('Dold', [], { visibility: 'very-hidden' }),
    aSheet(
      'Tabell',
      [
        {
          row: 0,
          cells: [
            { column: 0, value: 'A', style: 0 },
            { column: 1, value: 'Två\nrader', style: 0 },
          ],
        },
        {
          row: 1,
          cells: [
            { column: 0, value: 'x', style: 0 },
            { column: 1, value: 2, style: 0 },
          ],
        },
        {
          row: 2,
          cells: [
            { column: 0, value: 'Summa', style: 0 },
            { column: 1, value: 2, style: 0, formula: 'AVERAGE(T[A])' },
          ],
        },
      ],
      {
        tables: [
          {
            name: 'T',
            range: range(0, 0, 2, 1),
            columns: [
              { name: 'A', total: { label: 'Summa' } },
              { name: 'Två\nrader', total: { formula: 'AVERAGE(T[A])' } },
            ],
            hasHeader: true,
            hasTotals: true,
            filter: { range: range(0, 0, 1, 1), criteria: [] },
            style: 'Egen',
            bandedRows: true,
            bandedColumns: false,
            firstColumn: true,
            lastColumn: false,
          },
        ],
      },
    ),
  ],
  {
    styles: [
      PLAIN_LOOK,
      {
        format: '#,##0.0 "kr"',
        font: {
          ...PLAIN_FONT,
          name: 'Arial',
          size: 14,
          colour: '1F5F5B',
          bold: true,
          italic: true,
          strike: true,
          underline: 'double',
          raised: 'superscript',
        },
        fill: 'E4EEEC',
        border: {
          left: { style: 'hair', colour: '000000' },
          bottom: { style: 'double', colour: 'FF0000' },
          diagonalUp: { style: 'thin', colour: '00FF00' },
        },
        alignment: {
          horizontal: 'centerContinuous',
          vertical: 'top',
          wrap: true,
          indent: 2,
          shrink: true,
          rotation: -45,
          readingOrder: 'right-to-left',
        },
        locked: false,
        hidesFormula: true,
      },
    ],
    tableStyles: [{ name: 'Egen', elements: [{ part: 'wholeTable', look: { fill: 'F6F9F9' } }] }],
    defaultTableStyle: 'Egen',
    names: [
      { name: 'Tal', sheet: null, formula: "'Å & b'!$B$2", comment: 'en "not"', visible: true },
      { name: 'Eget', sheet: 2, formula: '42', comment: '', visible: false },
    ],
    properties: {
      title: 'Titel',
      creator: 'Någon',
      language: 'sv',
      subject: 'Ämne',
      description: 'Rad 1\nRad 2',
      keywords: 'a, b',
      category: 'Prov',
      lastModifiedBy: 'Annan',
      revision: 7,
      created: new Date('2020-02-03T04:05:06Z'),
      application: 'Prov 1.0',
      manager: 'Chef',
      company: 'Kommun',
      custom: [
        { name: 'Text', value: 'å<' },
        { name: 'Tal', value: 1.5 },
        { name: 'Heltal', value: 12 },
        { name: 'Sant', value: true },
        { name: 'Dag', value: new Date('2021-01-31T00:00:00Z') },
      ],
    },
    customXml: [{ id: '{12345678-0000-0000-0000-000000000000}', xml: '<s xmlns="urn:isu"><a>å</a></s>' }],
    activeSheet: 2,
    dateSystem: 1904,
    isStructureProtected: true,
  },
);

describe('a workbook that is written and read', () => {
  const again = readAgain(everything);
  const written = atHand(everything);

  it('has every cell, with its formula and its look', () => {
    expect(again.sheets.map(({ rows: found }) => found)).toEqual(
      written.sheets.map(({ rows: given }) => given),
    );
    expect(again.styles).toEqual(written.styles);
  });

  it.each(Object.keys(aSheet('', [])).filter((key) => key !== 'rows') as (keyof SheetData)[])(
    'has of each sheet its %s',
    (key) => {
      expect(again.sheets.map((sheet) => sheet[key])).toEqual(written.sheets.map((sheet) => sheet[key]));
    },
  );

  it.each(
    Object.keys(aWorkbook([])).filter((key) => !['sheets', 'styles'].includes(key)) as (keyof WorkbookData)[],
  )('has its %s', (key) => {
    expect(again[key]).toEqual(written[key]);
  });

  it('is the same to the last byte when it is written again', () => {
    const first = writeXlsx(everything);
    expect(Buffer.compare(writeXlsx(readXlsx(first)!), first)).toBe(0);
  });

  it('gives its rows as often as somebody walks them', () => {
    const [sheet] = readXlsx(writeXlsx(everything))!.sheets;
    expect([...sheet!.rows]).toEqual([...sheet!.rows]);
  });
});

describe('read by exceljs, which did not write it', () => {
  it('it has its conditional formats, validation and links', async () => {
    const sheet = (await byExcelJs(everything)).getWorksheet('Å & b')! as ExcelJs.Worksheet & {
      conditionalFormattings: { ref: string; rules: Record<string, unknown>[] }[];
      dataValidations: { model: Record<string, unknown> };
    };
    const kinds = sheet.conditionalFormattings.map(({ ref, rules: [rule] }) => [ref, rule!['type']]);
    expect(kinds).toEqual([
      ['B2:B10', 'cellIs'],
      ['A1 C6:D7', 'expression'],
      ['C5:C10', 'beginsWith'],
      ['A1:A10', 'top10'],
      ['A1:A10', 'aboveAverage'],
      ['A1:A10', 'duplicateValues'],
      ['A1:A10', 'timePeriod'],
      ['A1:A10', 'colorScale'],
    ]);
    expect(sheet.conditionalFormattings[0]!.rules[0]).toMatchObject({
      operator: 'between',
      formulae: ['1', '5'],
      style: { font: { bold: true, color: { argb: 'FF9C0006' } } },
    });
    expect(sheet.getCell('A5').dataValidation).toMatchObject({ type: 'list', formulae: ['"ja,nej"'] });
    expect(sheet.getCell('C5').dataValidation).toMatchObject({
      type: 'whole',
      operator: 'greaterThanOrEqual',
    });
    expect(sheet.getCell('A1').hyperlink).toBe('https://example.se/?a=1&b=2');
  });

  it('it has what is said about it', async () => {
    const read = await byExcelJs(everything);
    expect([read.title, read.creator, read.subject, read.company, read.lastModifiedBy]).toEqual([
      'Titel',
      'Någon',
      'Ämne',
      'Kommun',
      'Annan',
    ]);
    expect(read.created).toEqual(new Date('2020-02-03T04:05:06Z'));
  });

  it('SheetJS finds people’s own properties, too', () => {
    const read = SheetJs.read(writeXlsx(everything), { type: 'array', bookProps: true });
    expect(read.Custprops).toMatchObject({ Tal: 1.5, Heltal: 12, Sant: true });
  });
});

it('what exceljs wrote is read: cells, looks, rules, links, printing and properties', async () => {
  const other = new ExcelJs.Workbook();
  other.creator = 'Någon';
  other.title = 'Titel';
  const sheet = other.addWorksheet('Blad', { views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }] });
  sheet.getCell('B2').value = { text: 'Sida', hyperlink: 'https://example.se/', tooltip: 'Tips' };
  sheet.getCell('A1').value = new Date(Date.UTC(2017, 0, 5));
  sheet.getCell('A2').value = { richText: [{ text: 'hel' }, { text: 'fet', font: { bold: true } }] };
  sheet.getCell('A3').value = { formula: 'A1+1', result: 42_741 };
  sheet.getCell('A3').font = { bold: true, color: { argb: 'FF1F5F5B' } };
  sheet.getCell('C1').dataValidation = {
    type: 'decimal',
    operator: 'lessThan',
    formulae: [5],
    allowBlank: true,
  };
  sheet.addConditionalFormatting({
    ref: 'A1:A9',
    rules: [
      {
        type: 'cellIs',
        priority: 1,
        operator: 'greaterThan',
        formulae: [3],
        style: { font: { italic: true } },
      },
    ],
  });
  sheet.pageSetup = { ...sheet.pageSetup, orientation: 'landscape', paperSize: 9, printTitlesRow: '1:2' };
  sheet.headerFooter.oddFooter = '&LVänster&CMitt';
  const read = readXlsx(new Uint8Array(await other.xlsx.writeBuffer()))!;
  const [first] = atHand(read).sheets;
  const cell = (row: number, column: number) =>
    first!.rows.find((each) => each.row === row)!.cells.find((each) => each.column === column)!;
  expect(cell(0, 0).value).toBe(42_740);
  expect(cell(1, 0).value).toBe('helfet');
  expect(cell(2, 0)).toMatchObject({ value: 42_741, formula: 'A1+1' });
  expect(read.styles[cell(2, 0).style]!.font).toMatchObject({ bold: true, colour: '1F5F5B' });
  expect(first!.frozen).toEqual({ rows: 2, columns: 1 });
  expect(first!.hyperlinks).toEqual([
    { range: range(1, 1), address: 'https://example.se/', location: null, tip: 'Tips', display: null },
  ]);
  expect(first!.validations[0]).toMatchObject({ type: 'decimal', operator: 'lessThan', formulas: ['5'] });
  expect(first!.conditionalFormats).toMatchObject([
    { rule: { kind: 'value', operator: 'greaterThan', formulas: ['3'] }, look: { italic: true } },
  ]);
  expect(first!.page).toMatchObject({ orientation: 'landscape', titleRows: { first: 0, last: 1 } });
  expect(first!.page.texts.usual.footer).toEqual({ left: 'Vänster', centre: 'Mitt', right: '' });
  expect(read.properties).toMatchObject({ title: 'Titel', creator: 'Någon' });
});

describe('a formula', () => {
  const stored = (formula: string) => {
    const sheet = aSheet('A', [{ row: 0, cells: [{ column: 0, value: 1, style: 0, formula }] }]);
    const bytes = writeXlsx(aWorkbook([sheet]));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    return /<f>(.*)<\/f>/.exec(xml)![1]!.replaceAll('&lt;', '<');
  };

  // Microsoft Support, “Issue: An _xlfn. prefix is displayed in front of a formula”.
  it('with a function that came after 2007 has the mark that a file has for it', () => {
    expect(stored('IFNA(SUM(A1),concat("IFNA(1)"))')).toBe('_xlfn.IFNA(SUM(A1),_xlfn.concat("IFNA(1)"))');
    expect(stored("SORT('IFS(x)'!A1:A3)+ISU.DAYS(1)")).toBe("_xlfn._xlws.SORT('IFS(x)'!A1:A3)+ISU.DAYS(1)");
  });

  it('that fills several cells says which, so that Excel lets it grow and shrink', () => {
    const parts = unzipSync(writeXlsx(everything));
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain(
      'cm="1" t="str"><f t="array" ref="C5:C6">',
    );
    expect(strFromU8(parts['xl/metadata.xml']!)).toContain('XLDAPR');
  });
});

it('labels stand where Excel takes them in that kind of chart', () => {
  const drawn = (
    shape: 'column' | 'line' | 'area' | 'doughnut',
    grouping: 'side-by-side' | 'stacked',
    at: string,
  ) => {
    const [plot] = chart.plots;
    const series = plot!.series.map((each) => ({ ...each, labels: { ...each.labels!, at } }));
    const one = { ...chart, plots: [{ ...plot!, shape, grouping, series }] };
    const parts = unzipSync(writeXlsx(aWorkbook([aSheet('Å & b', [], { charts: [one] })])));
    return /<c:dLblPos val="(\w+)"/.exec(strFromU8(parts['xl/charts/chart1.xml']!))?.[1] ?? null;
  };
  expect(drawn('column', 'side-by-side', 'outEnd')).toBe('outEnd');
  expect(drawn('column', 'stacked', 'outEnd')).toBeNull();
  expect(drawn('line', 'side-by-side', 'outEnd')).toBeNull();
  expect(drawn('line', 'side-by-side', 't')).toBe('t');
  expect(drawn('area', 'side-by-side', 't')).toBeNull();
  expect(drawn('doughnut', 'side-by-side', 'ctr')).toBeNull();
});

it('any text comes back as it was, in cells, names, headers and rules', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('_x0041_', '&', '<', '"', "'", ']]>', '\n', '\t', '\0', 'å', '😀', ' '),
      fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }),
    ),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (given) => {
      const value = given.replaceAll('\r', '');
      const sheet = aSheet('A', [{ row: 0, cells: [{ column: 0, value, style: 0 }] }], {
        conditionalFormats: [
          {
            ranges: [range(0, 0)],
            stops: false,
            rule: { kind: 'text', operator: 'endsWith', text: value },
            look: red,
          },
        ],
        validations: [{ ...validations[1]!, alert: { ...validations[1]!.alert, text: value } }],
        hyperlinks: [{ range: range(0, 0), address: null, location: 'A!A1', tip: value, display: value }],
      });
      const again = readAgain(aWorkbook([sheet], { properties: { title: value } }));
      const [found] = again.sheets;
      expect(found!.rows[0]!.cells[0]!.value).toBe(value);
      expect(found!.conditionalFormats[0]!.rule).toMatchObject({ text: value });
      expect(found!.validations[0]!.alert.text).toBe(value);
      expect(found!.hyperlinks[0]).toMatchObject({ tip: value, display: value });
      expect(again.properties.title ?? '').toBe(value);
    }),
    { numRuns: runs },
  );
});

it('a file of another kind is none, and one cut off says so', () => {
  expect(readXlsx(new TextEncoder().encode('a;b'))).toBeNull();
  expect(() => readXlsx(writeXlsx(everything).slice(0, 2000))).toThrow();
});
