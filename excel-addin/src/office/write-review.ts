/** Draws a new review in the open workbook, in new sheets that take the place of an earlier review's at the very end. */
import { PRODUCT, succeed, type Language, type Outcome } from 'isu-core';
import { SHEET_WORDS, type ReviewSheet } from 'isu-core/review';
import { pagesWide } from 'isu-workbook-file/review-look';
import { columnName, MARGINS, pageTexts, safeSheetName, type PageTexts } from 'isu-workbook-file/sheet-plan';
import { Batch } from './batch.ts';
import { closeReviewSheet, drawReviewSheet } from './draw-review.ts';
import { sendPages } from './draw-page.ts';
import { outcomeOf } from './excel-problem.ts';
import { demandNewSheets, exchangeOf, makeSheets } from './make-sheets.ts';
import { reviewSheetsIn } from './review-cells.ts';
import type { FinishedSheet } from './sheet-exchange.ts';
import { REVIEW_WORK, UNFINISHED } from './sheet-mark.ts';
import { surveyOf } from './survey.ts';
import type { WriteProgress } from './workbook.ts';

export interface WrittenReview {
  readonly sheets: readonly string[];
}

/** Whoever calls this has asked what is to become of the answers in an earlier review: they go with its sheets. */
export async function writeReview(
  sheets: readonly ReviewSheet[],
  language: Language,
  progress: (done: WriteProgress) => void,
  signal: AbortSignal,
  title = sheets[0]!.name,
): Promise<Outcome<WrittenReview>> {
  const prepared = await outcomeOf(() => Excel.run((context) => prepare(context, sheets, language)));
  if (!prepared.ok) return prepared;
  const { exchange, names } = prepared.value;
  const texts = textsOf(title, language);
  const made = await makeSheets(
    exchange,
    async (context, added) => {
      const batch = new Batch(context, signal);
      for (const [i, sheet] of sheets.entries()) {
        progress({ sheet: i + 1, sheets: sheets.length, name: exchange.finalNames[i]! });
        await drawReviewSheet(added[i]!, sheet, names, batch);
      }
      await batch.send();
      sheets.forEach((sheet, i) => drawPage(added[i]!, sheet, texts));
      await sendPages(context);
      return sheets.map((sheet, i): FinishedSheet => {
        const name = exchange.finalNames[i]!;
        const mark = { ...UNFINISHED, part: REVIEW_WORK, name, isFinished: true };
        return { sheet: added[i]!, name, mark, tables: [], close: () => closeReviewSheet(added[i]!, sheet) };
      });
    },
    signal,
  );
  return made.ok ? succeed({ sheets: exchange.finalNames }) : made;
}

async function prepare(context: Excel.RequestContext, sheets: readonly ReviewSheet[], language: Language) {
  const survey = await surveyOf(context);
  demandNewSheets(survey);
  const standing = await reviewSheetsIn(context);
  const replaced = survey.sheets.filter(
    ({ id, mark }) => mark?.isFinished === false || standing.some((sheet) => sheet.id === id),
  );
  const taken = new Set(
    survey.sheets.filter((sheet) => !replaced.includes(sheet)).map(({ name }) => name.toLowerCase()),
  );
  const finalNames = sheets.map(({ name }) => safeSheetName(name, taken));
  const exchange = exchangeOf(survey, { replaced, released: [], finalNames, language });
  // Until the earlier sheets are gone, their names are not free: Excel puts the names right when the sheets get theirs.
  const names = new Map(sheets.map(({ name }, i) => [name, exchange.newNames[i]!]));
  return { exchange, names };
}

/** As the review's .xlsx file has them. */
function textsOf(title: string, language: Language): PageTexts {
  const { marking } = SHEET_WORDS[language];
  return pageTexts({ title, product: `${PRODUCT.name} ${PRODUCT.version}`, marking, language });
}

function drawPage(sheet: Excel.Worksheet, review: ReviewSheet, texts: PageTexts): void {
  const { pageLayout } = sheet;
  const { landscape, frozen, repeated } = review;
  pageLayout.orientation = landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.printOrder = Excel.PrintOrder.overThenDown;
  pageLayout.zoom = { horizontalFitToPages: pagesWide(review) };
  pageLayout.setPrintMargins(Excel.PrintMarginUnit.inches, MARGINS);
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.leftHeader = texts.leftHeader;
  defaultForAllPages.rightHeader = texts.rightHeader;
  defaultForAllPages.leftFooter = texts.leftFooter;
  defaultForAllPages.rightFooter = texts.rightFooter;
  const rows = repeated ?? { first: 0, last: frozen.rows - 1 };
  if (rows.last >= 0) pageLayout.setPrintTitleRows(`$${String(rows.first + 1)}:$${String(rows.last + 1)}`);
  if (frozen.columns > 0) pageLayout.setPrintTitleColumns(`$A:$${columnName(frozen.columns - 1)}`);
}
