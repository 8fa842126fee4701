/** The workbook that the button Exempel med granskning opens. */
import { readReviewSheets, type ReadSheet } from 'isu-core/review';
import { expect, it } from 'vitest';
import { openExcel } from '../src/workbook/open-excel.ts';

it.each([
  ['sv', ['Börja här', 'Svar', 'Aktualiseringar']],
  ['en', ['Start here', 'Answers', 'Aktualiseringar']],
] as const)(
  'has 28 persons’ files, eight of them read twice, and the register beside: %s',
  async (language, names) => {
    const opened = await openExcel({ kind: 'review-sample' }, language);
    if (!opened.ok) throw new Error(opened.problem.en);
    const { workbook } = opened.value;
    const shown = workbook.sheets.map(({ name }) => name);
    expect(names.filter((name) => !shown.includes(name))).toEqual([]);
    expect(workbook.activeSheet.name).toBe(names[0]);
    expect(workbook.isDirty).toBe(false);
    const sheets = workbook.sheets.map(({ name, cells }): ReadSheet => {
      const rows: (string | number | boolean)[][] = [];
      const area = { row: 0, column: 0, rowCount: 200, columnCount: 300 };
      cells.eachFilled(area, (row, column, value) => {
        if (typeof value !== 'object') (rows[row] ??= [])[column] = value!;
      });
      return { name, rows: Array.from(rows, (row) => Array.from(row ?? [])) };
    });
    const read = readReviewSheets(sheets);
    if (!read.ok) throw new Error(read.problem.en);
    const { set, problems } = read.value;
    expect(problems).toEqual([]);
    expect(new Set(set.reviews.map(({ person }) => person)).size).toBe(28);
    expect(set.reviews).toHaveLength(36);
  },
);
