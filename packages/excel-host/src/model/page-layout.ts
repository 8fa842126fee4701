/** How a sheet is printed. Margins are in points. */
import type { Area } from './area.ts';

export interface HeaderFooterTexts {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface PageZoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string;
  topMargin: number;
  bottomMargin: number;
  leftMargin: number;
  rightMargin: number;
  headerMargin: number;
  footerMargin: number;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  firstPageNumber: number | '';
  printComments: 'NoComments' | 'EndSheet' | 'InPlace';
  printErrors: 'AsDisplayed' | 'Blank' | 'Dash' | 'NotAvailable';
  printOrder: 'DownThenOver' | 'OverThenDown';
  zoom: PageZoom;
  printAreas: readonly Area[];
  titleRows: Area | null;
  titleColumns: Area | null;
  /** Rows and columns that begin a page, rising. */
  readonly breaks: { readonly rows: number[]; readonly columns: number[] };
  readonly headersFooters: {
    state: 'Default' | 'FirstAndDefault' | 'OddAndEven' | 'FirstOddAndEven';
    useSheetMargins: boolean;
    useSheetScale: boolean;
    readonly defaultForAllPages: HeaderFooterTexts;
    readonly firstPage: HeaderFooterTexts;
    readonly evenPages: HeaderFooterTexts;
    readonly oddPages: HeaderFooterTexts;
  };
}

export function newPageLayout(): PageLayout {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    topMargin: 54,
    bottomMargin: 54,
    leftMargin: 50.4,
    rightMargin: 50.4,
    headerMargin: 21.6,
    footerMargin: 21.6,
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    firstPageNumber: '',
    printComments: 'NoComments',
    printErrors: 'AsDisplayed',
    printOrder: 'DownThenOver',
    zoom: { scale: 100 },
    printAreas: [],
    titleRows: null,
    titleColumns: null,
    breaks: { rows: [], columns: [] },
    headersFooters: {
      state: 'Default',
      useSheetMargins: true,
      useSheetScale: true,
      defaultForAllPages: noTexts(),
      firstPage: noTexts(),
      evenPages: noTexts(),
      oddPages: noTexts(),
    },
  };
}

function noTexts(): HeaderFooterTexts {
  return {
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '',
    rightFooter: '',
  };
}
