/** The first sheet: what the workbook is, how to fill it in, which form it has, what the looks mean, and how far all have come. */
import { progressOf } from './progress.ts';
import {
  addressOf,
  cell,
  fixedColumn,
  heightOf,
  plainSheet,
  rangeOf,
  sheetReference,
} from './review-sheets-cells.ts';
import { HEAD_ROWS, OWN_COLUMNS } from './review-sheets-answers.ts';
import { countDiffering, said, type ReviewDrawing } from './review-sheets-drawing.ts';
import type { Review } from './reviews.ts';
import { COLUMN_KEYS, MARKS } from './sheet-marks.ts';
import type { CellLook, ConditionLook, ReviewCell, ReviewSheet } from './sheets.ts';

const WIDTHS = [27, 12, 20, 9, 9, 24];
const LAST = WIDTHS.length - 1;
const WHOLE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

/** A sheet as it grows downwards. */
class Page {
  readonly rows: ReviewCell[][] = [];
  readonly heights: Record<number, number> = {};
  readonly merges: string[] = [];

  add(...cells: ReviewCell[]): number {
    return this.rows.push(cells) - 1;
  }

  /** Words that run on over the sheet's whole width. */
  addWords(text: string, look: CellLook): void {
    const row = this.add(cell(text, look, { wrap: true }));
    this.heights[row] = heightOf(text, WHOLE_WIDTH);
    this.merges.push(rangeOf(row, 0, row, LAST));
  }

  addHeading(text: string): void {
    this.add();
    this.heights[this.add(cell(text, 'section'), ...WIDTHS.slice(1).map(() => cell(null, 'section')))] = 20;
  }
}

export function startSheet(drawing: ReviewDrawing): ReviewSheet {
  const { set, language, layout, words } = drawing;
  const page = new Page();
  page.add(
    cell(MARKS.start, 'key'),
    cell(COLUMN_KEYS.layout + layout, 'key'),
    cell(COLUMN_KEYS.language + language, 'key'),
  );
  page.heights[page.add(cell(`${said(drawing, set.form.title)} ${yearsOf(set.form.years)}`, 'title'))] = 28;
  page.addWords(words.marking, 'warning');
  page.addWords(words.about, 'plain');
  page.addHeading(words.howHeading);
  words.how[layout].forEach((step, at) => page.addWords(`${String(at + 1)}. ${step}`, 'plain'));
  addFacts(page, drawing);
  const looks = addLooks(page, drawing);
  const progress = addProgress(page, drawing);
  return plainSheet({
    id: 'start',
    name: words.names.start,
    columns: WIDTHS.map((width) => ({ width })),
    rows: page.rows,
    heights: page.heights,
    merges: page.merges,
    conditions: [...looks, ...progress],
  });
}

/** `2017–2022`, or each year where some between are left out. */
export function yearsOf(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return last - first === years.length - 1 ? `${String(first)}–${String(last)}` : years.join(', ');
}

function addFacts(page: Page, drawing: ReviewDrawing): void {
  const { set, words } = drawing;
  const { form, reviews } = set;
  const readers = [...new Set(reviews.map(({ reader }) => reader))].filter((reader) => reader !== '');
  page.addHeading(words.factsHeading);
  const fact = (name: string, value: string | number) =>
    page.add(
      cell(name, 'number'),
      cell(typeof value === 'number' ? String(value) : value, 'plain', { format: 'text' }),
    );
  fact(words.form, `${said(drawing, form.title)} (${form.id}), ${words.version} ${form.version}`);
  fact(words.years, yearsOf(form.years));
  fact(words.persons, new Set(reviews.map(({ person }) => person)).size);
  fact(words.readers, readers.length === 0 ? words.oneReader : readers.join(', '));
}

/** One cell of each look, with what it means. */
function addLooks(page: Page, { words }: ReviewDrawing): ReviewSheet['conditions'] {
  page.addHeading(words.looksHeading);
  const conditions: { range: string; formula: string; look: ConditionLook }[] = [];
  for (const look of ['input', 'filled', 'differs', 'greyed', 'locked', 'done'] as const) {
    const [value, says] = words.looks[look];
    const isCondition = look === 'greyed' || look === 'differs' || look === 'done';
    const own: CellLook =
      look === 'done' ? 'locked' : isCondition ? 'example' : look === 'locked' ? 'locked' : look;
    const row = page.add(cell(value, own), cell(says, 'plain'));
    if (isCondition) conditions.push({ range: addressOf(row, 0), formula: 'TRUE', look });
  }
  return conditions;
}

function addProgress(page: Page, drawing: ReviewDrawing): ReviewSheet['conditions'] {
  const { set, words } = drawing;
  page.addHeading(words.progressHeading);
  const heads = [words.person, words.reader, words.answered, words.asked, words.share, words.differs];
  page.add(...heads.map((word) => cell(word, 'heading', { wrap: true })));
  const first = page.rows.length;
  set.reviews.forEach((review, at) => page.add(...progressRow(drawing, review, at, first + at)));
  const last = page.rows.length - 1;
  if (set.reviews.length === 0) return [];
  page.add(...totalRow(drawing, first, last));
  const [answered, asked] = [2, 3].map((column) => fixedColumn(first, column));
  return [{ range: rangeOf(first, 0, last, LAST), formula: `${answered!}=${asked!}`, look: 'done' }];
}

function progressRow(drawing: ReviewDrawing, review: Review, at: number, row: number): ReviewCell[] {
  const { set, words } = drawing;
  const { answered, asked } = progressOf(set.form, review.answers);
  const from = (column: number) => sheetReference(words.names.answers) + addressOf(HEAD_ROWS + at, column);
  const number = (value: number, column: number) =>
    cell(value, 'locked', { formula: from(column), format: 'integer' });
  // An empty cell referred to would be shown as 0.
  const text = (value: string, column: number) => cell(value, 'locked', { formula: `${from(column)}&""` });
  return [
    text(review.person, OWN_COLUMNS.person),
    text(review.reader, OWN_COLUMNS.reader),
    number(answered, OWN_COLUMNS.answered),
    number(asked, OWN_COLUMNS.asked),
    shareCell(answered, asked, row),
    number(countDiffering(drawing, review), OWN_COLUMNS.differs),
  ];
}

function shareCell(answered: number, asked: number, row: number): ReviewCell {
  const [of, all] = [addressOf(row, 2), addressOf(row, 3)];
  return cell(asked === 0 ? 0 : answered / asked, 'locked', {
    formula: `IF(N(${all})=0,0,${of}/${all})`,
    format: 'percent',
  });
}

function totalRow(drawing: ReviewDrawing, first: number, last: number): ReviewCell[] {
  const { set, words } = drawing;
  const progress = set.reviews.map(({ answers }) => progressOf(set.form, answers));
  const answered = progress.reduce((sum, each) => sum + each.answered, 0);
  const asked = progress.reduce((sum, each) => sum + each.asked, 0);
  const differs = set.reviews.reduce((sum, review) => sum + countDiffering(drawing, review), 0);
  const sum = (value: number, column: number) =>
    cell(value, 'locked', { formula: `SUM(${rangeOf(first, column, last, column)})`, format: 'integer' });
  return [
    cell(words.all, 'number'),
    cell(null, 'locked'),
    sum(answered, 2),
    sum(asked, 3),
    shareCell(answered, asked, last + 1),
    sum(differs, LAST),
  ];
}
