/** The sheets of a review as the bytes of an .xlsx file. */
import type { Language } from 'isu-core';
import type { ReviewSheet, Validation } from 'isu-core/review';
import { MARGINS, pageTexts, type PageTexts } from '../write/page.ts';
import { THEME } from '../write/theme.ts';
import { rangeAt, type CellRange } from '../xlsx/address.ts';
import type { CellLook } from '../xlsx/look-data.ts';
import { PLAIN_PAGE, type PageData } from '../xlsx/page-data.ts';
import type { ValidationData } from '../xlsx/rule-data.ts';
import type { CellData, RowData, SheetData } from '../xlsx/workbook-data.ts';
import { writeXlsx } from '../xlsx/write/write-xlsx.ts';
import {
  CONDITION_LOOKS,
  lookKey,
  pagesWide,
  PROTECTED_SHEETS_ALLOW,
  reviewLook,
  TABS,
} from './review-look.ts';

export interface ReviewWorkbookAbout {
  readonly title: string;
  readonly product: string;
  /** Printed above each page; `null` is none. */
  readonly marking: string | null;
  readonly language: Language;
}

/** The same sheets give the same bytes. */
export function writeReviewWorkbook(sheets: readonly ReviewSheet[], about: ReviewWorkbookAbout): Uint8Array {
  const looks = new Looks();
  const texts = pageTexts(about);
  const first = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  );
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetData(sheet, looks, texts)),
    styles: looks.all,
    theme: THEME,
    tableStyles: [],
    defaultTableStyle: 'TableStyleMedium2',
    names: [],
    properties: {
      title: about.title,
      creator: about.product,
      language: about.language,
      application: about.product,
    },
    customXml: [],
    activeSheet: first,
    dateSystem: 1900,
    isStructureProtected: false,
  });
}

/** Looks by their numbers; number 0 is what no cell has. */
class Looks {
  readonly all: CellLook[] = [reviewLook({ value: null, look: 'plain' }, false)];
  private readonly numbers = new Map<string, number>();

  number(cell: ReviewSheet['rows'][number][number], isOpenSheet: boolean): number {
    const key = `${lookKey(cell)} ${typeof cell.value} ${String(isOpenSheet)}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    this.all.push(reviewLook(cell, isOpenSheet));
    return this.all.length - 1;
  }
}

function sheetData(sheet: ReviewSheet, looks: Looks, texts: PageTexts): SheetData {
  const rows = sheet.rows.map((_, row) => rowData(sheet, row, looks));
  const { frozen } = sheet;
  const start = { row: frozen.rows, column: firstShown(sheet, frozen.columns) };
  return {
    name: sheet.name,
    visibility: sheet.isHidden ? 'hidden' : 'visible',
    tabColour: TABS[sheet.tab],
    showGridlines: false,
    showHeadings: true,
    frozen,
    selection: {
      firstRow: start.row,
      firstColumn: start.column,
      lastRow: start.row,
      lastColumn: start.column,
    },
    rowHeight: 15,
    columnWidth: null,
    columns: sheet.columns.map(({ width, hidden }, column) => ({
      first: column,
      last: column,
      width,
      ...(hidden && { hidden }),
    })),
    rows,
    merges: sheet.merges.map(rangeOf),
    filter: null,
    protection: sheet.isProtected ? { allows: PROTECTED_SHEETS_ALLOW, select: 'all' } : null,
    conditionalFormats: sheet.conditions.map(({ range, formula, look }) => ({
      ranges: [rangeOf(range)],
      stops: false,
      rule: { kind: 'formula', formula },
      look: CONDITION_LOOKS[look],
    })),
    validations: sheet.validations.map(({ range, rule }) => validationData(rangeOf(range), rule)),
    hyperlinks: [],
    page: pageOf(sheet, texts),
    charts: [],
    customProperties: [],
    tables: [],
    // Codes and numbers of questions are text, and right so.
    textRanges: [wholeOf(sheet)],
  };
}

function rangeOf(range: string): CellRange {
  const found = rangeAt(range);
  if (!found) throw new RangeError(`${range} is no range.`);
  return found;
}

function wholeOf({ rows, columns }: ReviewSheet): CellRange {
  return { firstRow: 0, firstColumn: 0, lastRow: rows.length - 1, lastColumn: columns.length - 1 };
}

function firstShown({ columns }: ReviewSheet, from: number): number {
  const at = columns.findIndex(({ hidden }, column) => column >= from && !hidden);
  return at < 0 ? from : at;
}

function rowData(sheet: ReviewSheet, row: number, looks: Looks): RowData {
  const height = sheet.heights[row];
  const cells = sheet.rows[row]!.map((cell, column): CellData => ({
    column,
    value: cell.value,
    style: looks.number(cell, !sheet.isProtected),
    ...(cell.formula !== undefined && { formula: cell.formula }),
  }));
  return {
    row,
    ...(height !== undefined && { height }),
    ...(sheet.hiddenRows.includes(row) && { hidden: true }),
    cells,
  };
}

function validationData(range: CellRange, rule: Validation): ValidationData {
  return {
    ranges: [range],
    ...ruleOf(rule),
    allowsBlank: true,
    hasMenu: rule.kind === 'list',
    prompt: {
      shows: rule.prompt !== undefined,
      title: rule.prompt === undefined ? '' : rule.title,
      text: rule.prompt ?? '',
    },
    alert: { shows: true, style: 'stop', title: rule.title, text: rule.message },
  };
}

function ruleOf(rule: Validation): Pick<ValidationData, 'type' | 'operator' | 'formulas'> {
  switch (rule.kind) {
    case 'list': {
      const { source } = rule;
      return {
        type: 'list',
        operator: 'between',
        formulas: [typeof source === 'string' ? source : `"${source.join(',')}"`],
      };
    }
    case 'whole':
      return { type: 'whole', operator: 'between', formulas: [String(rule.least), String(rule.most)] };
    case 'whole-or-word':
      return { type: 'custom', operator: 'between', formulas: [rule.formula] };
    case 'text':
      return { type: 'textLength', operator: 'lessThanOrEqual', formulas: [String(rule.most)] };
  }
}

function pageOf(sheet: ReviewSheet, texts: PageTexts): PageData {
  const { frozen, repeated } = sheet;
  return {
    ...PLAIN_PAGE,
    orientation: sheet.landscape ? 'landscape' : 'portrait',
    margins: MARGINS,
    zoom: { wide: pagesWide(sheet), high: 0 },
    titleRows: repeated ?? (frozen.rows > 0 ? { first: 0, last: frozen.rows - 1 } : null),
    titleColumns: frozen.columns > 0 ? { first: 0, last: frozen.columns - 1 } : null,
    order: 'overThenDown',
    texts: {
      ...PLAIN_PAGE.texts,
      usual: {
        header: { left: texts.leftHeader, centre: '', right: texts.rightHeader },
        footer: { left: texts.leftFooter, centre: '', right: texts.rightFooter },
      },
    },
  };
}
