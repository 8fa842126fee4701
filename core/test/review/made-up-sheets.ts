/** A small review drawn as sheets and read as a workbook gives them back, for tests to change cells in. */
import { drawnSheets, readReviewSheets, type ReadReview } from '../../src/review/read-sheets.ts';
import { reviewSheets, type ReviewSheetsSettings } from '../../src/review/review-sheets.ts';
import type { Answers, FieldValue, ReviewSet } from '../../src/review/reviews.ts';
import { standardForm } from '../../src/review/standard-form.ts';

const TOLD: Answers = { sex: '1', 'age-first': 30, 'referrers:6': true, 'referrers:6#': 4, lob: 4 };

export const SET: ReviewSet = {
  form: standardForm([2020, 2021, 2022]),
  reviews: [
    {
      person: 'K7QF-2M9X',
      reader: 'AN',
      answers: { ...TOLD, 'age-first': 28, children: '1', 'children:1#': 2 },
    },
    { person: 'K7QF-2M9X', reader: 'BK', answers: TOLD },
    { person: 'RZQA-J7QD', reader: 'AN', answers: { ...TOLD, 'sip:1': true, 'sip-followed-up': '1' } },
  ],
  register: new Map([
    ['K7QF-2M9X', TOLD],
    ['RZQA-J7QD', TOLD],
  ]),
};

export const WHO = [
  { code: 'K7QF-2M9X', person: '19600101-9812' },
  { code: 'RZQA-J7QD', person: '19850615-9809' },
];

type Cells = (FieldValue | null | undefined)[][];

/** A workbook whose cells can be changed. */
export class Workbook {
  sheets: { name: string; rows: Cells }[];

  constructor(settings: Partial<ReviewSheetsSettings> = {}, set = SET) {
    const drawn = drawnSheets(reviewSheets(set, { language: 'sv', layout: 'rows', who: WHO, ...settings }));
    this.sheets = drawn.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  }

  sheet(name: string): { name: string; rows: Cells } {
    const found = this.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`no sheet ${name} among ${this.sheets.map((each) => each.name).join(', ')}`);
    return found;
  }

  /** Of the field in the sheet of answers. */
  column(key: string): number {
    const at = this.sheet('Svar').rows[0]!.indexOf(key);
    if (at < 0) throw new Error(`no column ${key}`);
    return at;
  }

  remove(name: string): void {
    this.sheets = this.sheets.filter((each) => each.name !== name);
  }

  read(): ReadReview {
    const read = readReviewSheets(this.sheets);
    if (!read.ok) throw new Error(read.problem.en);
    return read.value;
  }

  /** What the whole workbook is refused for. */
  refused(): { readonly code: string; readonly sv: string; readonly en: string } {
    const read = readReviewSheets(this.sheets);
    if (read.ok) throw new Error('the workbook can be read');
    return read.problem;
  }
}

/** The first row of answers. */
export const FIRST = 5;

export function problemsOf({ problems }: ReadReview): string[] {
  return problems.map(({ sheet, address, problem }) => `${sheet}!${address} ${problem.code}`);
}
