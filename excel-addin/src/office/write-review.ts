/** Draws a new review in the open workbook, in new sheets that take the place of an earlier review's at the very end. */
import { succeed, type Language, type Outcome } from 'isu-core';
import type { ReviewSheet } from 'isu-core/review';
import { MARGINS, safeSheetName } from 'isu-workbook-file/sheet-plan';
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
): Promise<Outcome<WrittenReview>> {
  const prepared = await outcomeOf(() => Excel.run((context) => prepare(context, sheets, language)));
  if (!prepared.ok) return prepared;
  const { exchange, names } = prepared.value;
  const made = await makeSheets(
    exchange,
    async (context, added) => {
      const batch = new Batch(context, signal);
      for (const [i, sheet] of sheets.entries()) {
        progress({ sheet: i + 1, sheets: sheets.length, name: exchange.finalNames[i]! });
        await drawReviewSheet(added[i]!, sheet, names, batch);
      }
      await batch.send();
      sheets.forEach((sheet, i) => drawPage(added[i]!, sheet));
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

function drawPage({ pageLayout }: Excel.Worksheet, { landscape, frozen }: ReviewSheet): void {
  pageLayout.orientation = landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.setPrintMargins(Excel.PrintMarginUnit.inches, MARGINS);
  if (!landscape) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (frozen.rows > 0) pageLayout.setPrintTitleRows(`$1:$${String(frozen.rows)}`);
}
