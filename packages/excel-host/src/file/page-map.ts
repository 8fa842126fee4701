/** How a sheet is printed, from a file and to one. */
import { type PageData, type PageEdges, type PageTextsData } from 'isu-workbook-file/workbook';
import { areaOf, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from '../model/area.ts';
import type { HeaderFooterTexts, PageLayout } from '../model/page-layout.ts';
import { areaOfRange, rangeOfArea } from './areas.ts';

const POINTS_PER_INCH = 72;

/** Excel's numbers for paper, by Office.js's names. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  LetterSmall: 2,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
};

const COMMENTS = { none: 'NoComments', atEnd: 'EndSheet', asDisplayed: 'InPlace' } as const;
const ERRORS = { displayed: 'AsDisplayed', blank: 'Blank', dash: 'Dash', NA: 'NotAvailable' } as const;
const ORDERS = { downThenOver: 'DownThenOver', overThenDown: 'OverThenDown' } as const;

function keyOf<K extends string>(table: Readonly<Record<K, string>>, wanted: string): K {
  return (Object.keys(table) as K[]).find((key) => table[key] === wanted)!;
}

export function readPage(layout: PageLayout, page: PageData): void {
  const { margins, zoom, titleRows, titleColumns, breaks } = page;
  Object.assign(layout, {
    orientation: page.orientation === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: Object.keys(PAPERS).find((name) => PAPERS[name] === page.paper) ?? 'A4',
    topMargin: margins.top * POINTS_PER_INCH,
    bottomMargin: margins.bottom * POINTS_PER_INCH,
    leftMargin: margins.left * POINTS_PER_INCH,
    rightMargin: margins.right * POINTS_PER_INCH,
    headerMargin: margins.header * POINTS_PER_INCH,
    footerMargin: margins.footer * POINTS_PER_INCH,
    centerHorizontally: page.centred.across,
    centerVertically: page.centred.down,
    printGridlines: page.gridlines,
    printHeadings: page.headings,
    blackAndWhite: page.blackAndWhite,
    draftMode: page.draft,
    firstPageNumber: page.firstPage ?? '',
    printComments: COMMENTS[page.comments],
    printErrors: ERRORS[page.errors],
    printOrder: ORDERS[page.order],
    zoom: 'scale' in zoom ? zoom : { horizontalFitToPages: zoom.wide, verticalFitToPages: zoom.high },
    printAreas: page.areas.map(areaOfRange),
    titleRows: titleRows && areaOf(titleRows.first, 0, titleRows.last - titleRows.first + 1, MAX_COLUMNS),
    titleColumns:
      titleColumns && areaOf(0, titleColumns.first, MAX_ROWS, titleColumns.last - titleColumns.first + 1),
  } satisfies Partial<PageLayout>);
  layout.breaks.rows.push(...breaks.rows);
  layout.breaks.columns.push(...breaks.columns);
  readTexts(layout.headersFooters, page.texts);
}

function readTexts(target: PageLayout['headersFooters'], texts: PageTextsData): void {
  const { usual, even, first } = texts;
  target.state = first ? (even ? 'FirstOddAndEven' : 'FirstAndDefault') : even ? 'OddAndEven' : 'Default';
  target.useSheetMargins = texts.alignsWithMargins;
  target.useSheetScale = texts.scales;
  Object.assign(even ? target.oddPages : target.defaultForAllPages, textsOf(usual));
  if (even) Object.assign(target.evenPages, textsOf(even));
  if (first) Object.assign(target.firstPage, textsOf(first));
}

function textsOf({ header, footer }: PageEdges): HeaderFooterTexts {
  return {
    leftHeader: header.left,
    centerHeader: header.centre,
    rightHeader: header.right,
    leftFooter: footer.left,
    centerFooter: footer.centre,
    rightFooter: footer.right,
  };
}

function edgesOf(texts: HeaderFooterTexts): PageEdges {
  return {
    header: { left: texts.leftHeader, centre: texts.centerHeader, right: texts.rightHeader },
    footer: { left: texts.leftFooter, centre: texts.centerFooter, right: texts.rightFooter },
  };
}

export function writtenPage(layout: PageLayout): PageData {
  const { zoom, titleRows, titleColumns, breaks, firstPageNumber } = layout;
  // Six digits are a hundredth of what a printer can tell apart, and keep 0.7 from being 0.7000000000000001.
  const inches = (points: number) => Number((points / POINTS_PER_INCH).toFixed(6));
  return {
    orientation: layout.orientation === 'Landscape' ? 'landscape' : 'portrait',
    paper: PAPERS[layout.paperSize] ?? PAPERS['A4']!,
    margins: {
      left: inches(layout.leftMargin),
      right: inches(layout.rightMargin),
      top: inches(layout.topMargin),
      bottom: inches(layout.bottomMargin),
      header: inches(layout.headerMargin),
      footer: inches(layout.footerMargin),
    },
    zoom:
      zoom.scale === undefined
        ? { wide: zoom.horizontalFitToPages ?? 0, high: zoom.verticalFitToPages ?? 0 }
        : { scale: zoom.scale },
    centred: { across: layout.centerHorizontally, down: layout.centerVertically },
    gridlines: layout.printGridlines,
    headings: layout.printHeadings,
    blackAndWhite: layout.blackAndWhite,
    draft: layout.draftMode,
    firstPage: firstPageNumber === '' ? null : firstPageNumber,
    comments: keyOf(COMMENTS, layout.printComments),
    errors: keyOf(ERRORS, layout.printErrors),
    order: keyOf(ORDERS, layout.printOrder),
    areas: layout.printAreas.map(rangeOfArea),
    titleRows: titleRows && { first: titleRows.row, last: lastRow(titleRows) },
    titleColumns: titleColumns && { first: titleColumns.column, last: lastColumn(titleColumns) },
    breaks: { rows: [...breaks.rows], columns: [...breaks.columns] },
    texts: writtenTexts(layout.headersFooters),
  };
}

function writtenTexts(texts: PageLayout['headersFooters']): PageTextsData {
  const hasEven = texts.state === 'OddAndEven' || texts.state === 'FirstOddAndEven';
  const hasFirst = texts.state === 'FirstAndDefault' || texts.state === 'FirstOddAndEven';
  return {
    ...(hasEven
      ? { usual: edgesOf(texts.oddPages), even: edgesOf(texts.evenPages) }
      : { usual: edgesOf(texts.defaultForAllPages) }),
    ...(hasFirst && { first: edgesOf(texts.firstPage) }),
    scales: texts.useSheetScale,
    alignsWithMargins: texts.useSheetMargins,
  };
}
