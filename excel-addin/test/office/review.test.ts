/** A review drawn in the open workbook, read back, answered one question at a time, and changed by hand. */
import { FORMS, YES_NO, type ReviewLayout } from 'isu-core/review';
import { describe, expect, it } from 'vitest';
import { standingReview } from '../../src/office/office-review.ts';
import { openReviewBook, type ReviewBook } from '../../src/office/review-book.ts';
import { withSheetNames } from '../../src/office/sheet-names.ts';
import { writeReview } from '../../src/office/write-review.ts';
import {
  loseAnswer,
  NEVER,
  nobodyListens,
  openExcel,
  openRows,
  pictureOf,
  problemOf,
  sampleRows,
  valueOf,
  type OpenExcel,
} from './excel.ts';
import { sheetsOf, smallReview } from './review-sheets.ts';

const SET = smallReview();
const SHEETS = { rows: sheetsOf(SET, 'rows'), forms: sheetsOf(SET, 'forms') };
const PERSON = SET.reviews[1]!.person;
const OTHER_SEX = SET.reviews[1]!.answers['sex'] === '1' ? '2' : '1';
const OTHER_SEX_WORD = OTHER_SEX === '1' ? 'Man' : 'Kvinna';

type Options = Parameters<typeof openExcel>[0];

async function written(layout: ReviewLayout, options: Options = {}): Promise<OpenExcel> {
  const excel = openExcel(options);
  valueOf(await writeReview(SHEETS[layout], 'sv', nobodyListens, NEVER));
  return excel;
}

async function opened(layout: ReviewLayout, options: Options = {}) {
  const excel = await written(layout, options);
  const book = valueOf(await openReviewBook())!;
  excel.host.traffic.reset();
  return { excel, book };
}

const answersOf = ({ set }: ReviewBook, person = PERSON) =>
  set.reviews.find((review) => review.person === person)!.answers;

/** What stands in the cell under a field's key, in the row of a person. */
function cellOf({ host }: OpenExcel, field: string, person = PERSON): unknown {
  const { cells } = host.workbook.findSheet('Svar')!;
  const columnOf = (says: string) => [...Array(400).keys()].find((c) => cells.value(0, c) === says)!;
  const rowOf = [...Array(60).keys()].find((row) =>
    [...Array(6).keys()].some((column) => cells.value(row, column) === person),
  )!;
  return cells.value(rowOf, columnOf(field));
}

describe.each(['rows', 'forms'] as const)('a review with %s', (layout) => {
  it.each([
    ['pc', '1.13'],
    ['mac', '1.13'],
    ['web', '1.13'],
    ['web', '1.17'],
  ] as const)('is read back as it was made, on %s at ExcelApi %s', async (platform, excelApi) => {
    await written(layout, { platform, excelApi });
    const book = valueOf(await openReviewBook())!;
    expect(book.problems).toEqual([]);
    expect(book.set).toEqual(SET);
  });

  it('of the whole form is written and read within its budget', async () => {
    const set = smallReview(FORMS.standard([2017, 2018, 2019, 2020, 2021, 2022]));
    const { host } = openExcel({ platform: 'web' });
    valueOf(await writeReview(sheetsOf(set, layout), 'sv', nobodyListens, NEVER));
    expect(host.traffic.syncs).toBeLessThanOrEqual(12);
    expect(host.traffic.largestRequest).toBeLessThan(1_500_000);
    host.traffic.reset();
    expect(valueOf(await openReviewBook())!.set).toEqual(set);
    expect(host.traffic.syncs).toBeLessThanOrEqual(5);
  });

  it('shows by its formulas what they were said to give', async () => {
    const { host } = await written(layout);
    for (const { name, rows } of SHEETS[layout]) {
      const { cells } = host.workbook.findSheet(name)!;
      const given = rows.flatMap((row, r) =>
        row.flatMap(({ formula, value }, c) =>
          formula === undefined ? [] : [{ formula, r, c, said: value, given: cells.value(r, c) }],
        ),
      );
      expect(given.filter((cell) => cell.said !== cell.given)).toEqual([]);
    }
  });

  it('has its looks, lists, conditions, locks and hidden parts', async () => {
    const { host } = await written(layout);
    for (const sheet of SHEETS[layout]) {
      const drawn = host.workbook.findSheet(sheet.name)!;
      expect(drawn.protection !== null).toBe(sheet.isProtected);
      expect(drawn.visibility === 'Hidden').toBe(sheet.isHidden);
      expect(drawn.tabColor !== '').toBe(sheet.tab !== 'plain');
      expect(drawn.conditionalFormats).toHaveLength(sheet.conditions.length);
      // The first of the conditions is the first that Excel asks.
      expect(drawn.conditionalFormats.map(({ rule }) => rule)).toEqual(
        sheet.conditions.map(({ formula }) => ({ formula: `=${formula}` })),
      );
      expect(drawn.validations).toHaveLength(sheet.validations.length);
      expect(drawn.frozen).toEqual(sheet.frozen);
      expect([...drawn.rows].filter(([, line]) => line.hidden).map(([row]) => row)).toEqual(sheet.hiddenRows);
      sheet.rows.forEach((row, r) =>
        row.forEach(({ look }, c) => {
          const isOpen = !sheet.isProtected || look === 'input' || look === 'filled';
          if (look !== 'plain')
            expect([sheet.name, r, c, drawn.style(r, c).locked]).toEqual([sheet.name, r, c, !isOpen]);
        }),
      );
    }
    const lists = host.workbook.sheets.flatMap(({ validations }) =>
      validations.flatMap(({ validation }) => validation.rule.list?.source ?? []),
    );
    expect(lists.length).toBeGreaterThan(8);
    expect(lists.filter((source) => source.includes('ISU'))).toEqual([]);
  });

  it('takes an answer in the words of its sheets, in two requests', async () => {
    const { excel, book } = await opened(layout);
    valueOf(
      await book.write(PERSON, '', { sex: OTHER_SEX, children: '1', 'children:1#': 3, 'housing:1': true }),
    );
    expect(excel.host.traffic.syncs).toBe(2);
    expect(answersOf(book)).toMatchObject({
      sex: OTHER_SEX,
      children: '1',
      'children:1#': 3,
      'housing:1': true,
    });
    expect([cellOf(excel, 'sex'), cellOf(excel, 'housing:1')]).toEqual([OTHER_SEX_WORD, YES_NO.sv.yes]);
    const again = valueOf(await openReviewBook())!;
    expect(again.set).toEqual(book.set);
  });

  it('has an answer emptied', async () => {
    const { book } = await opened(layout);
    valueOf(await book.write(PERSON, '', { sex: null }));
    expect(answersOf(book)['sex']).toBeUndefined();
    expect(valueOf(await openReviewBook())!.set).toEqual(book.set);
  });

  it('keeps a text as it is written', async () => {
    const { book } = await opened(layout);
    for (const text of [
      '=1+1',
      '-vårdplan',
      '1998–2001',
      '3-6',
      '@hem',
      "'citat'",
      'Boendestöd, två gånger',
    ]) {
      valueOf(await book.write(PERSON, '', { 'other-interventions-1': text }));
      const again = valueOf(await openReviewBook())!;
      expect(answersOf(again)['other-interventions-1']).toBe(text);
    }
  });

  it('tells of what is changed by hand, and not of what it has written itself', async () => {
    const { excel, book } = await opened(layout);
    let told = 0;
    book.onChanged(() => told++);
    valueOf(await book.write(PERSON, '', { sex: OTHER_SEX }));
    await excel.host.settled();
    expect(told).toBe(0);
    await show(excel, book, 'birth-country');
    excel.host.user.type(selected(excel), 'Sverige');
    await excel.host.settled();
    expect(told).toBe(1);
    expect(answersOf(book)['birth-country']).toBe('1');
    book.close();
    await excel.host.settled();
    excel.host.user.type(selected(excel), 'Övriga Norden');
    await excel.host.settled();
    expect(told).toBe(1);
  });

  it('keeps what can be read where a cell cannot, and says where', async () => {
    const { excel, book } = await opened(layout);
    await show(excel, book, 'birth-country');
    const address = selected(excel);
    excel.host.user.type(address, 'Månen');
    await excel.host.settled();
    const [sheet, cell] = address.split('!');
    expect(book.problems).toMatchObject([{ sheet, address: cell }]);
    valueOf(await book.write(PERSON, '', { 'birth-country': '2' }));
    expect(book.problems).toEqual([]);
  });

  it('writes to the right person when somebody has moved the cells meanwhile', async () => {
    const { excel, book } = await opened(layout);
    await show(excel, book, 'sex');
    const [sheet, cell] = selected(excel).split('!');
    await excel.host.Excel.run(async (context) => {
      const moved = context.workbook.worksheets.getItem(sheet!);
      context.runtime.enableEvents = false;
      moved.protection.unprotect();
      const row = cell!.replace(/\D/g, '');
      moved.getRange(`${row}:${row}`).insert('Down');
      context.runtime.enableEvents = true;
      await context.sync();
    });
    valueOf(await book.write(PERSON, '', { sex: OTHER_SEX }));
    const again = valueOf(await openReviewBook())!;
    expect(answersOf(again)['sex']).toBe(OTHER_SEX);
    expect(again.set).toEqual(book.set);
  });
});

async function show(excel: OpenExcel, book: ReviewBook, field: string): Promise<void> {
  valueOf(await book.show(PERSON, '', field));
  await excel.host.settled();
}

function selected({ host }: OpenExcel): string {
  const { activeSheet } = host.workbook;
  const { row, column } = activeSheet.selection;
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${activeSheet.name}!${letters}${String.fromCharCode(65 + (column % 26))}${String(row + 1)}`;
}

describe('a workbook', () => {
  it('without a review has none to open', async () => {
    await openRows(sampleRows().slice(0, 10));
    expect(valueOf(await openReviewBook())).toBeNull();
    expect(valueOf(await standingReview())).toBeNull();
  });

  it('with a review has the export where it was, and no other', async () => {
    const excel = await openRows(sampleRows().slice(0, 10), { asTable: false });
    valueOf(await writeReview(SHEETS.rows, 'sv', nobodyListens, NEVER));
    const places = valueOf(await excel.edge.listPlaces());
    expect(places.map(({ sheet }) => sheet)).toEqual(['Aktualiseringar']);
  });

  it('tells how many answers its readers have given beside what was filled in', async () => {
    const { book } = await opened('rows');
    expect(valueOf(await standingReview())).toMatchObject({ answers: 0, hasForm: true });
    valueOf(await book.write(PERSON, '', { sex: OTHER_SEX, 'housing:1': true }));
    expect(valueOf(await standingReview())).toMatchObject({ answers: 2 });
  });

  it('with sheets of the same names keeps them, and the review finds its own', async () => {
    const excel = openExcel();
    excel.host.user.addSheet('Svar');
    excel.host.user.addSheet('Koder');
    excel.host.user.type('Koder!A1', 'mitt');
    valueOf(await writeReview(SHEETS.rows, 'sv', nobodyListens, NEVER));
    expect(excel.host.workbook.findSheet('Koder')!.cells.value(0, 0)).toBe('mitt');
    expect(valueOf(await openReviewBook())!.set).toEqual(SET);
    const lists = excel.host.workbook
      .findSheet('Svar (2)')!
      .validations.flatMap(({ validation }) => validation.rule.list?.source ?? [])
      .filter((source) => source.startsWith('='));
    expect(new Set(lists.map((source) => source.split('!')[0]))).toEqual(new Set(["='Koder (2)'"]));
  });

  it('has a new review in the place of the earlier, under the same names', async () => {
    const excel = await written('rows');
    const names = excel.host.workbook.sheets.map(({ name }) => name);
    valueOf(await writeReview(SHEETS.rows, 'sv', nobodyListens, NEVER));
    expect(excel.host.workbook.sheets.map(({ name }) => name)).toEqual(names);
    expect(valueOf(await openReviewBook())!.set).toEqual(SET);
  });
});

describe('whatever request Excel refuses', () => {
  it('the earlier review stands, or the new one, whole', async () => {
    const first = await written('rows');
    first.host.traffic.reset();
    valueOf(await writeReview(SHEETS.forms, 'sv', nobodyListens, NEVER));
    const requests = first.host.traffic.syncs;
    expect(requests).toBeGreaterThan(4);
    for (let n = 1; n <= requests; n++) {
      const excel = await written('rows');
      const before = JSON.stringify(await pictureOf(excel));
      excel.host.faults.failSync(n);
      const outcome = await writeReview(SHEETS.forms, 'sv', nobodyListens, NEVER);
      // Only the page set-up may fail without failing the rest.
      if (outcome.ok) expect(valueOf(await openReviewBook())!.set).toEqual(SET);
      else {
        expect(outcome.problem.sv).toMatch(/Inget i arbetsboken är ändrat\.$/);
        expect(JSON.stringify(await pictureOf(excel))).toBe(before);
      }
    }
  });

  it.each([1, 2])('an answer is written whole or not at all: request %i', async (n) => {
    const { excel, book } = await opened('rows');
    const { set } = book;
    excel.host.faults.failSync(n);
    const problem = problemOf(await book.write(PERSON, '', { sex: OTHER_SEX, 'housing:1': true }));
    expect(problem.code).toBe('excel-error');
    expect(book.set).toBe(set);
    expect(valueOf(await openReviewBook())!.set).toEqual(SET);
  });

  it('an answer that is written though Excel’s own answer is lost is found in its cell', async () => {
    const { excel, book } = await opened('rows');
    loseAnswer(excel, ({ does }) => does.includes('Range.values'));
    expect(problemOf(await book.write(PERSON, '', { sex: OTHER_SEX })).code).toBe('connection-lost');
    await excel.host.settled();
    expect(answersOf(book)['sex']).toBe(OTHER_SEX);
    expect(valueOf(await openReviewBook())!.set).toEqual(book.set);
  });

  it('a review that is drawn though Excel’s own answer is lost stands whole', async () => {
    const excel = await written('rows');
    loseAnswer(excel, ({ does }) => does.includes('Worksheet.delete'));
    valueOf(await writeReview(SHEETS.forms, 'sv', nobodyListens, NEVER));
    const { set } = valueOf(await openReviewBook())!;
    expect(set).toEqual(SET);
    expect(excel.host.workbook.sheets.filter(({ name }) => name.startsWith('ISU'))).toEqual([]);
  });

  it('who stops the drawing has the earlier review', async () => {
    const excel = await written('rows');
    const before = JSON.stringify(await pictureOf(excel));
    const stop = new AbortController();
    const outcome = await writeReview(
      SHEETS.forms,
      'sv',
      ({ sheet }) => sheet === 3 && stop.abort(),
      stop.signal,
    );
    expect(problemOf(outcome).code).toBe('stopped');
    expect(JSON.stringify(await pictureOf(excel))).toBe(before);
  });

  it('an answer that waits for a cell being edited says so', async () => {
    const { excel, book } = await opened('rows');
    excel.host.user.beginEditing();
    expect(problemOf(await book.write(PERSON, '', { sex: OTHER_SEX })).code).toBe('cell-being-edited');
    excel.host.user.endEditing();
    valueOf(await book.write(PERSON, '', { sex: OTHER_SEX }));
  });

  it('a review whose sheet is gone says so', async () => {
    const { excel, book } = await opened('rows');
    excel.host.user.deleteSheet('Svar');
    await excel.host.settled();
    expect(problemOf(await book.write(PERSON, '', { sex: OTHER_SEX })).code).toBe('sheet-gone');
  });
});

describe('the name of a sheet in a formula', () => {
  const names = new Map([
    ['Koder', 'ISU skriver 2'],
    ['Vem är vem', "Sven's"],
  ]);
  it.each([
    ['Koder!$B$3:$B$7', "'ISU skriver 2'!$B$3:$B$7"],
    ["=SUM('Vem är vem'!A1,Annat!A1)", "=SUM('Sven''s'!A1,Annat!A1)"],
    ['IF(A1="Koder!A1","Se Koder!",Koder!A1)', 'IF(A1="Koder!A1","Se Koder!",\'ISU skriver 2\'!A1)'],
  ])('%s', (before, after) => {
    expect(withSheetNames(before, names)).toBe(after);
  });
});
