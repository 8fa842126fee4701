/** Whatever Excel refuses, and whenever: the workbook is as it was, or the new result stands whole. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from 'isu-core';
import {
  documentOf,
  EXPORT_SHEET,
  loseAnswer,
  NEVER,
  nobodyListens,
  openRows,
  pictureOf,
  placeOf,
  problemOf,
  sampleRows,
  valueOf,
  type OpenExcel,
} from './excel.ts';

const rows = sampleRows().slice(0, 200);
let first: ResultDocument;
let second: ResultDocument;
beforeAll(async () => {
  const excel = await openRows(rows);
  const place = await placeOf(excel);
  first = await documentOf(excel, place);
  second = await documentOf(excel, place, { settings: { groups: [1, 2, 5] } });
});

async function writtenOnce(platform: 'pc' | 'mac' | 'web' = 'pc'): Promise<OpenExcel> {
  const excel = await openRows(rows, { platform });
  valueOf(await excel.edge.writeDocument(first, 'keep', nobodyListens, NEVER));
  return excel;
}

async function pictureAfter(document: ResultDocument): Promise<unknown> {
  const excel = await writtenOnce();
  valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
  return pictureOf(excel);
}

async function requestsOfASecondRun(): Promise<number> {
  const excel = await writtenOnce();
  excel.host.traffic.reset();
  valueOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
  return excel.host.traffic.syncs;
}

describe.each(['pc', 'mac', 'web'] as const)('a request that Excel rejects on %s', (platform) => {
  it('at each turn leaves the earlier result, or the new one, whole; never half of it', async () => {
    const after = JSON.stringify(await pictureAfter(second));
    const requests = await requestsOfASecondRun();
    expect(requests).toBeGreaterThan(5);
    for (let n = 1; n <= requests; n++) {
      const excel = await writtenOnce(platform);
      const before = JSON.stringify(await pictureOf(excel));
      excel.host.faults.failSync(n);
      const outcome = await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER);
      const picture = JSON.stringify(await pictureOf(excel));
      if (outcome.ok) {
        // Only the page set-up may fail without failing the rest.
        expect(outcome.value.hasPageSetup).toBe(false);
        expect(picture).toBe(after);
        continue;
      }
      expect(outcome.problem).toMatchObject({ code: 'excel-error' });
      expect(outcome.problem.sv).toMatch(/GeneralException.*Inget i arbetsboken är ändrat\.$/);
      expect(outcome.problem.en).toMatch(/GeneralException.*Nothing in the workbook has been changed\.$/);
      expect(picture).toBe(before);
    }
  });
});

describe('a request that is done, and whose answer is lost', () => {
  it('at each turn leaves the earlier result, or the new one, whole', async () => {
    const after = JSON.stringify(await pictureAfter(second));
    const requests = await requestsOfASecondRun();
    for (let n = 1; n <= requests; n++) {
      const excel = await writtenOnce();
      const before = JSON.stringify(await pictureOf(excel));
      loseAnswer(excel, n);
      const outcome = await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER);
      expect(JSON.stringify(await pictureOf(excel))).toBe(outcome.ok ? after : before);
      if (!outcome.ok) expect(outcome.problem.code).toBe('connection-lost');
    }
  });
});

/** The request in which the new sheets take the earlier ones' place. */
const isExchange = ({ does }: { does: readonly string[] }) =>
  does.includes('Worksheet.delete') && does.includes('Worksheet.activate');

describe('a fault in the middle of the exchange', () => {
  it('whose answer is lost is no fault: the new result stands, and is told so', async () => {
    const after = JSON.stringify(await pictureAfter(second));
    const excel = await writtenOnce();
    loseAnswer(excel, isExchange);
    valueOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(JSON.stringify(await pictureOf(excel))).toBe(after);
  });

  it('an earlier sheet that the user deletes meanwhile: the others stand', async () => {
    const excel = await writtenOnce();
    excel.host.faults.beforeSync(
      ({ does }) => does.includes('WorksheetCollection.add'),
      () => {
        excel.host.user.deleteSheet('Protokoll');
      },
    );
    const problem = problemOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(problem.code).toBe('sheet-gone');
    const names = [EXPORT_SHEET, 'Översikt', 'Personer', 'Tabeller', 'Radredovisning'];
    expect(excel.host.workbook.sheets.map(({ name }) => name)).toEqual(names);
  });

  it('a new sheet that the user deletes meanwhile: the earlier result stands', async () => {
    const excel = await writtenOnce();
    const before = JSON.stringify(await pictureOf(excel));
    excel.host.faults.beforeSync(isExchange, () => excel.host.user.deleteSheet('ISU skriver 3'));
    const problem = problemOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(problem.code).toBe('sheet-gone');
    expect(JSON.stringify(await pictureOf(excel))).toBe(before);
  });

  it('two rejected requests in a row: the problem says what may stand, and the next run clears it', async () => {
    const excel = await writtenOnce();
    const draws = ({ does }: { does: readonly string[] }) => does.includes('TableCollection.add');
    excel.host.faults.failSync(draws);
    excel.host.faults.failSync(
      ({ does }) => does.includes('Worksheet.delete') && !does.includes('Worksheet.activate'),
    );
    const problem = problemOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(problem.sv).toContain('«ISU skriver 1» till «ISU skriver 5»');
    expect(problem.en).toContain('"ISU skriver 1" to "ISU skriver 5"');
    expect(valueOf(await excel.edge.madeSheets())).toHaveLength(5);
    valueOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(JSON.stringify(await pictureOf(excel))).toBe(JSON.stringify(await pictureAfter(second)));
  });
});

describe('what people do', () => {
  it('who edits a cell when it begins is told to end it, and nothing has happened', async () => {
    const excel = await writtenOnce();
    const before = JSON.stringify(await pictureOf(excel));
    excel.host.user.beginEditing();
    const problem = problemOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(problem.code).toBe('cell-being-edited');
    expect(problem.sv).toContain('Retur eller Esc');
    excel.host.user.endEditing();
    expect(JSON.stringify(await pictureOf(excel))).toBe(before);
  });

  it('who begins to edit while it is written is waited for', async () => {
    const excel = await writtenOnce();
    excel.host.faults.beforeSync(
      ({ does }) => does.includes('WorksheetCollection.add'),
      () => {
        excel.host.user.beginEditing();
        setTimeout(() => excel.host.user.endEditing(), 20);
      },
    );
    valueOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
  });

  it('who stops it has the workbook as it was', async () => {
    const excel = await writtenOnce();
    const before = JSON.stringify(await pictureOf(excel));
    const stop = new AbortController();
    const outcome = await excel.edge.writeDocument(
      second,
      'keep',
      ({ sheet }) => sheet === 3 && stop.abort(),
      stop.signal,
    );
    expect(problemOf(outcome)).toMatchObject({
      code: 'stopped',
      sv: 'Arbetet avbröts. Inget i arbetsboken är ändrat.',
    });
    expect(JSON.stringify(await pictureOf(excel))).toBe(before);
  });

  it('who has protected the workbook’s structure is told how to remove the protection', async () => {
    const excel = await writtenOnce();
    excel.host.workbook.isStructureProtected = true;
    const problem = problemOf(await excel.edge.writeDocument(second, 'keep', nobodyListens, NEVER));
    expect(problem.code).toBe('workbook-protected');
    expect(problem.sv).toContain('Granska – Skydda arbetsbok');
  });

  it('who has protected the export can still have the result', async () => {
    const excel = await openRows(rows);
    await excel.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(EXPORT_SHEET).protection.protect();
      await context.sync();
    });
    const document = await documentOf(excel, await placeOf(excel));
    valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
  });

  it('who has deleted the export’s sheet is told to choose again', async () => {
    const excel = await writtenOnce();
    const place = await placeOf(excel);
    excel.host.user.deleteSheet(EXPORT_SHEET);
    const read = await excel.edge.readExport(place, nobodyListens, nobodyListens, NEVER);
    expect(problemOf(read).code).toBe('sheet-gone');
    expect(problemOf(await excel.edge.selectRow(place, 5)).code).toBe('sheet-gone');
  });

  it('whose Excel is older than what is asked for is told to update', async () => {
    const excel = await openRows(rows, { excelApi: '1.11' });
    expect(problemOf(await excel.edge.findExport())).toMatchObject({ code: 'excel-too-old' });
  });
});
