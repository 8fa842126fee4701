/** The page that a sheet is printed on. */
import { MARGINS, type PageTexts, type SheetPlan } from 'isu-workbook-file/sheet-plan';
import { codeOf } from './excel-problem.ts';

export function drawPage(
  sheet: Excel.Worksheet,
  { printing, repeatedRow }: SheetPlan,
  texts: PageTexts,
): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = Excel.PageOrientation.landscape;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.setPrintMargins(Excel.PrintMarginUnit.inches, MARGINS);
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.leftHeader = texts.leftHeader;
  defaultForAllPages.rightHeader = texts.rightHeader;
  defaultForAllPages.leftFooter = texts.leftFooter;
  defaultForAllPages.rightFooter = texts.rightFooter;
  switch (printing.kind) {
    case 'one-page':
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
      break;
    case 'running':
      pageLayout.zoom = { horizontalFitToPages: 1 };
      break;
    case 'pages':
      pageLayout.zoom = { scale: printing.scale };
      for (const row of printing.starts) sheet.horizontalPageBreaks.add(`A${String(row + 1)}`);
  }
  if (repeatedRow !== null) {
    const row = `$${String(repeatedRow + 1)}`;
    pageLayout.setPrintTitleRows(`${row}:${row}`);
  }
}

/**
 * Figures are worth more than page breaks: without a printer Excel on Windows can refuse these.
 *
 * @returns whether it has taken them
 */
export async function sendPages(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (!REFUSALS.has(codeOf(error) ?? '')) throw error;
    return false;
  }
}

const REFUSALS = new Set([
  'GeneralException',
  'InvalidOperation',
  'InvalidArgument',
  'UnsupportedOperation',
  'NotImplemented',
]);
