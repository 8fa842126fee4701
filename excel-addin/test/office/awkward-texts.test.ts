/** Text stays text: nothing that a register holds becomes a formula, a number or a date on its way into Excel. */
import { describe, expect, it } from 'vitest';
import type { DocumentTable, ResultDocument } from 'isu-core';
import { writeWorkbook } from 'isu-workbook-file';
import { sampleDocument } from '../../../packages/workbook-file/test/sample-document.ts';
import { differences, sheetsOfExcel, sheetsOfFile } from './drawn-sheets.ts';
import { NEVER, nobodyListens, openExcel, problemOf, valueOf } from './excel.ts';

async function drawn(document: ResultDocument) {
  const excel = openExcel();
  const { sheets } = valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
  return { excel, sheets: sheetsOfExcel(excel.host, sheets) };
}

function documentOfTexts(texts: readonly string[]): ResultDocument {
  const table: DocumentTable = {
    kind: 'table',
    id: 'texts',
    title: '=1+1',
    columns: [{ key: 'text', header: '2017', format: 'text', width: 30 }],
    rows: texts.map((text, i) => ({ key: String(i), cells: [{ value: text }] })),
    notes: ['-1', 'SANT'],
  };
  return {
    title: '=Titel',
    language: 'sv',
    marking: null,
    product: 'ISU Lathund',
    sheets: [
      {
        id: 'tables',
        name: 'Tabeller',
        blocks: [{ kind: 'heading', text: '@rubrik' }, { kind: 'paragraph', text: '1/2' }, table],
      },
    ],
  };
}

const AWKWARD = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+46 70 123 45 67',
  '-5',
  '- streck',
  '@handle',
  "'citat'",
  "'",
  '=',
  '3-6',
  '1/2',
  '2017-01-05',
  '19600210-9863',
  '196002109863',
  '0012',
  '1E5',
  '12 %',
  '10:30',
  'TRUE',
  'SANT',
  '#N/A',
  '1,5',
  'maj',
  'rad 1\nrad 2',
  ' mellanslag ',
  'å'.repeat(40_000),
];

describe('texts that Excel would take for something else', () => {
  it('read back as they were, and none is a formula', async () => {
    const { excel } = await drawn(documentOfTexts(AWKWARD));
    const sheet = excel.host.workbook.findSheet('Tabeller')!;
    const values = (await cellsOf(excel.host, 'A1:A40')).map(([value]) => value);
    const expected = AWKWARD.map((text) => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text));
    const first = values.indexOf('2017') + 1;
    expect(values.slice(first, first + AWKWARD.length)).toEqual(expected);
    expect(values.filter((value) => value !== '').slice(0, 4)).toEqual(['@rubrik', '1/2', '=1+1', '2017']);
    expect(values.filter((value) => value !== '').slice(-2)).toEqual(['-1', 'SANT']);
    for (let row = 0; row < 40; row++) expect(sheet.cells.formula(row, 0)).toBeNull();
    for (let i = 0; i < AWKWARD.length; i++) expect(sheet.style(first + i, 0).numberFormat).toBe('@');
    expect(valueOf(await excel.edge.madeSheets())).toMatchObject([{ isChanged: false }]);
  });

  it('stand in a document made by hand, with hidden and empty cells, as in its file', async () => {
    const file = await sheetsOfFile(await writeWorkbook(sampleDocument));
    const { sheets } = await drawn(sampleDocument);
    expect(sheets.flatMap((sheet, i) => differences(sheet, file[i]!))).toEqual([]);
  });
});

function cellsOf(host: ReturnType<typeof openExcel>['host'], address: string) {
  return host.Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem('Tabeller').getRange(address);
    cells.load('values');
    await context.sync();
    return cells.values as (string | number)[][];
  });
}

it('a chart of rows that do not follow each other is refused in words, since Excel would draw others', async () => {
  const document = documentOfTexts(['a', 'b', 'c']);
  const scattered: ResultDocument = {
    ...document,
    sheets: document.sheets.map((sheet) => ({
      ...sheet,
      blocks: [
        ...sheet.blocks,
        {
          kind: 'chart',
          id: 'chart',
          title: 'Spridda rader',
          shape: 'line',
          categoryAxis: '',
          valueAxis: '',
          table: 'texts',
          rows: ['0', '2'],
          categories: 'text',
          series: [{ name: 'text', column: 'text' }],
          alternative: '',
        },
      ],
    })),
  };
  const excel = openExcel();
  const problem = problemOf(await excel.edge.writeDocument(scattered, 'keep', nobodyListens, NEVER));
  expect(problem.code).toBe('chart-of-scattered-rows');
  expect(excel.host.workbook.sheets).toHaveLength(1);
});
