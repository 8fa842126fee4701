/** What stands on a sheet, said in one way for a file and for an open Excel, so that the two can be held side by side. */
import ExcelJs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { ExcelHost } from 'isu-excel-host';
import { addressOf } from '../../src/office/address.ts';

export interface DrawnCell {
  readonly value: string | number | boolean;
  readonly format: string;
  readonly font: readonly [size: number, bold: boolean, colour: string];
  readonly fill: string;
  readonly align: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly lines: readonly [top: string, bottom: string];
}

export interface DrawnChart {
  readonly title: string;
  readonly type: string;
  readonly axes: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: string; readonly categories: string }[];
  readonly place: readonly [left: number, top: number, width: number, height: number];
}

export interface DrawnPage {
  readonly isLandscape: boolean;
  readonly paper: string;
  readonly fit: string;
  readonly breaks: readonly number[];
  readonly titleRow: string;
  readonly margins: readonly number[];
  readonly words: string;
}

export interface DrawnSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, DrawnCell>>;
  /** In points. */
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly number[];
  readonly merges: readonly string[];
  readonly tables: readonly { readonly name: string; readonly range: string; readonly hasButtons: boolean }[];
  readonly frozenRows: number;
  readonly gridlines: boolean;
  readonly charts: readonly DrawnChart[];
  readonly page: DrawnPage;
}

/** A drawing's measure is 1/12,700 of a point; a column's width has 5 pixels of 7 to the digit as margin. */
const EMU = 12_700;
const pointsOf = (characters: number) => ((characters - 5 / 7) * 7 + 5) * 0.75;

/** What differs, cell by cell, in a few words. A file's widths have two decimals, a screen's are whole pixels. */
export function differences(a: DrawnSheet, b: DrawnSheet): string[] {
  const addresses = new Set([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  const unlike = [...addresses].filter((at) => said(a.cells[at]) !== said(b.cells[at]));
  const parts = (sheet: DrawnSheet) =>
    Object.entries({
      ...sheet,
      cells: null,
      columnWidths: null,
      charts: sheet.charts.map((chart) => ({ ...chart, place: null })),
    });
  const places = ({ charts }: DrawnSheet) => charts.flatMap(({ place }) => place);
  return [
    ...unlike.map((at) => `${at}: ${said(a.cells[at])} | ${said(b.cells[at])}`),
    ...unlikeSizes('column', a.columnWidths, b.columnWidths),
    ...unlikeSizes('chart', places(a), places(b)),
    ...parts(a).flatMap(([key, value], i) => {
      const other = said(parts(b)[i]![1]);
      return said(value) === other ? [] : [`${key}: ${said(value)} | ${other}`];
    }),
  ];
}

/** The sheet as it would be without the row with this number: what stands below has moved up. */
export function withoutRow(sheet: DrawnSheet, gone: number): DrawnSheet {
  const up = (row: number) => (row > gone ? row - 1 : row);
  const moved = (address: string) => address.replaceAll(/\d+/g, (row) => String(up(Number(row))));
  const left = Object.entries(sheet.cells).filter(([address]) => Number(/\d+/.exec(address)![0]) !== gone);
  const merges = sheet.merges.filter((merge) => !merge.match(/\d+/g)!.every((row) => Number(row) === gone));
  return {
    ...sheet,
    cells: Object.fromEntries(left.map(([address, cell]) => [moved(address), cell])),
    rowHeights: sheet.rowHeights.filter((_, i) => i + 1 !== gone),
    merges: merges.map(moved).toSorted(),
    tables: sheet.tables.map((table) => ({ ...table, range: moved(table.range) })),
    page: { ...sheet.page, breaks: sheet.page.breaks.map(up) },
  };
}

/** The number of the row that begins with this word. */
export function rowOf({ cells }: DrawnSheet, word: string): number {
  const at = Object.keys(cells).find((address) => /^A\d+$/.test(address) && cells[address]!.value === word);
  if (at === undefined) throw new Error(`no row begins with ${word}`);
  return Number(at.slice(1));
}

/** More than half a pixel of 0.75 points, to either side. */
function unlikeSizes(what: string, a: readonly number[], b: readonly number[]): string[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).flatMap((i) => {
    const [one, other] = [a[i] ?? 0, b[i] ?? 0];
    return Math.abs(one - other) > 0.75 ? [`${what} ${String(i)}: ${String(one)} | ${String(other)}`] : [];
  });
}

function said(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

/** The file, read by exceljs and, for what exceljs drops, as XML. */
export async function sheetsOfFile(bytes: Uint8Array): Promise<DrawnSheet[]> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const parts = unzipSync(bytes);
  return workbook.worksheets.map((sheet, i) => sheetOfFile(sheet, i + 1, parts));
}

function sheetOfFile(
  sheet: ExcelJs.Worksheet,
  number: number,
  parts: Record<string, Uint8Array>,
): DrawnSheet {
  const xml = strFromU8(parts[`xl/worksheets/sheet${String(number)}.xml`]!);
  const cells: Record<string, DrawnCell> = {};
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.master !== cell) return;
      const drawn = cellOfFile(cell);
      if (isSeen(drawn)) cells[cell.address] = drawn;
    });
  });
  const columnWidths = sheet.columns.map(({ width }) => pointsOf(width!));
  const rowHeights = Array.from({ length: sheet.rowCount }, (_, r) => sheet.getRow(r + 1).height ?? 18);
  return {
    name: sheet.name,
    cells,
    columnWidths,
    rowHeights,
    merges: sheet.model.merges.toSorted(),
    tables: tablesOfFile(sheet),
    frozenRows: sheet.views[0]?.state === 'frozen' ? (sheet.views[0].ySplit ?? 0) : 0,
    gridlines: sheet.views[0]?.showGridLines ?? true,
    charts: chartsOfFile(number, parts, { columnWidths, rowHeights }),
    page: pageOfFile(sheet, xml),
  };
}

/** What exceljs keeps of a table but does not declare. */
function tablesOfFile(sheet: ExcelJs.Worksheet) {
  const tables = sheet.getTables() as unknown as {
    readonly name: string;
    readonly model: { readonly tableRef: string; readonly autoFilterRef?: string };
  }[];
  return tables.map(({ name, model }) => ({
    name,
    range: model.tableRef,
    hasButtons: model.autoFilterRef !== undefined,
  }));
}

function cellOfFile(cell: ExcelJs.Cell): DrawnCell {
  const { font, fill, alignment, border } = cell.style;
  const value = cell.value instanceof Date ? cell.value.getTime() / 86_400_000 + 25_569 : cell.value;
  const line = (side: { style?: string; color?: { argb?: string } } | undefined) =>
    side?.style ? `${side.style} ${side.color?.argb?.slice(2) ?? ''}` : '';
  return {
    value: (value ?? '') as string | number,
    format: cell.numFmt ?? 'General',
    font: [font?.size ?? 11, font?.bold ?? false, font?.color?.argb?.slice(2) ?? '000000'],
    fill: fill?.type === 'pattern' && fill.pattern === 'solid' ? (fill.fgColor?.argb?.slice(2) ?? '') : '',
    align: alignment?.horizontal ?? 'general',
    vertical: alignment?.vertical === 'middle' ? 'center' : (alignment?.vertical ?? 'bottom'),
    wrap: alignment?.wrapText ?? false,
    indent: alignment?.indent ?? 0,
    lines: [line(border?.top), line(border?.bottom)],
  };
}

/** An empty cell that looks like any other is as good as none. */
function isSeen({ value, fill, lines }: DrawnCell): boolean {
  return value !== '' || fill !== '' || lines[0] !== '' || lines[1] !== '';
}

type Sizes = Pick<DrawnSheet, 'columnWidths' | 'rowHeights'>;

function chartsOfFile(sheet: number, parts: Record<string, Uint8Array>, sizes: Sizes): DrawnChart[] {
  const relations = parts[`xl/worksheets/_rels/sheet${String(sheet)}.xml.rels`];
  const drawing = relations && /drawings\/(drawing\d+\.xml)/.exec(strFromU8(relations))?.[1];
  if (!drawing) return [];
  const files = [
    ...strFromU8(parts[`xl/drawings/_rels/${drawing}.rels`]!).matchAll(/charts\/(chart\d+\.xml)/g),
  ];
  const anchors = strFromU8(parts[`xl/drawings/${drawing}`]!).split('<xdr:oneCellAnchor>').slice(1);
  return files.map(([, file], i) => ({
    ...chartOfFile(strFromU8(parts[`xl/charts/${file!}`]!)),
    place: placeOfFile(anchors[i]!, sizes),
  }));
}

function chartOfFile(xml: string): Omit<DrawnChart, 'place'> {
  const words = (piece: string | undefined) => plain(/<a:t>([^<]*)/.exec(piece ?? '')?.[1] ?? '');
  const formula = (piece: string, element: string) =>
    plain(new RegExp(`<c:${element}>.*?<c:f>([^<]*)`).exec(piece)?.[1] ?? '').replaceAll('$', '');
  const axis = (element: string) => words(new RegExp(`<c:${element}>.*?</c:${element}>`).exec(xml)?.[0]);
  return {
    title: words(xml.slice(0, xml.indexOf('<c:plotArea>'))),
    type: xml.includes('<c:lineChart>') ? 'line' : 'columns',
    axes: [axis('catAx'), axis('valAx')],
    series: xml
      .split('<c:ser>')
      .slice(1)
      .map((series) => ({
        name: plain(/<c:tx>.*?<c:v>([^<]*)/.exec(series)![1]!),
        values: formula(series, 'val'),
        categories: formula(series, 'cat'),
      })),
  };
}

function plain(xml: string): string {
  return xml
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function placeOfFile(anchor: string, { columnWidths, rowHeights }: Sizes): DrawnChart['place'] {
  const number = (pattern: RegExp) => Number(pattern.exec(anchor)![1]);
  const before = (sizes: readonly number[], count: number, usual: number) =>
    Array.from({ length: count }, (_, i) => sizes[i] ?? usual).reduce((sum, size) => sum + size, 0);
  return [
    before(columnWidths, number(/<xdr:col>(\d+)/), 48) + number(/<xdr:colOff>(\d+)/) / EMU,
    before(rowHeights, number(/<xdr:row>(\d+)/), 18) + number(/<xdr:rowOff>(\d+)/) / EMU,
    number(/ cx="(\d+)"/) / EMU,
    number(/ cy="(\d+)"/) / EMU,
  ];
}

const INCH = 72;

function pageOfFile({ pageSetup, headerFooter }: ExcelJs.Worksheet, xml: string): DrawnPage {
  const { fitToPage, fitToWidth, fitToHeight, scale, margins } = pageSetup;
  const { left, right, top, bottom, header, footer } = margins!;
  return {
    isLandscape: pageSetup.orientation === 'landscape',
    paper: (pageSetup.paperSize as number) === 9 ? 'a4' : String(pageSetup.paperSize),
    fit: fitToPage ? `${String(fitToWidth)} × ${String(fitToHeight || 'any')}` : `${String(scale)} %`,
    // A break stands in the file after the row before it, counted from 1: the number of the row after, counted from 0.
    breaks: [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id)),
    titleRow: pageSetup.printTitlesRow ?? '',
    margins: [left, right, top, bottom, header, footer].map((inches) => inches * INCH),
    words: `${headerFooter.oddHeader ?? ''} ${headerFooter.oddFooter ?? ''}`,
  };
}

const LINE_WEIGHTS: Readonly<Record<string, string>> = { Thin: 'thin', Medium: 'medium' };

/** The open Excel, read from its model. */
export function sheetsOfExcel({ workbook }: ExcelHost, names: readonly string[]): DrawnSheet[] {
  return names.map((name) => {
    const sheet = workbook.findSheet(name)!;
    const used = sheet.usedArea(false)!;
    const [rows, columns] = [used.row + used.rowCount, used.column + used.columnCount];
    const cells: Record<string, DrawnCell> = {};
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (isUnderMerge(sheet, row, column)) continue;
        const drawn = cellOfExcel(sheet, row, column);
        const address = addressOf({ row, column, rowCount: 1, columnCount: 1 });
        if (isSeen(drawn)) cells[address] = drawn;
      }
    }
    return {
      name,
      cells,
      columnWidths: Array.from({ length: columns }, (_, column) => sheet.columnWidth(column)),
      rowHeights: Array.from({ length: rows }, (_, row) => sheet.rowHeight(row)),
      merges: sheet.merges.map(addressOf).toSorted(),
      tables: sheet.tables.map((table) => {
        return { name: table.name, range: addressOf(table.area), hasButtons: table.showFilterButton };
      }),
      frozenRows: sheet.frozen.rows,
      gridlines: sheet.showGridlines,
      charts: sheet.charts.map((chart) => chartOfExcel(chart)),
      page: pageOfExcel(sheet),
    };
  });
}

type Sheet = NonNullable<ReturnType<ExcelHost['workbook']['findSheet']>>;
type Chart = Sheet['charts'][number];
type ChartCells = Chart['series'][number]['values'];

function isUnderMerge({ merges }: Sheet, row: number, column: number): boolean {
  return merges.some(
    (merge) =>
      row >= merge.row &&
      row < merge.row + merge.rowCount &&
      column >= merge.column &&
      column < merge.column + merge.columnCount &&
      (row > merge.row || column > merge.column),
  );
}

function cellOfExcel(sheet: Sheet, row: number, column: number): DrawnCell {
  const { numberFormat, font, fill, borders, ...style } = sheet.style(row, column);
  const line = (side: 'EdgeTop' | 'EdgeBottom') => {
    const drawn = borders[side];
    return drawn && drawn.style !== 'None' ? `${LINE_WEIGHTS[drawn.weight]!} ${drawn.color.slice(1)}` : '';
  };
  return {
    value: (sheet.value(row, column) ?? '') as string | number,
    // exceljs leaves out the signs that say that the next one is meant as it is.
    format: numberFormat.replaceAll('\\', ''),
    font: [font.size, font.bold, font.color.slice(1)],
    fill: fill.color.slice(1),
    align: style.horizontalAlignment.toLowerCase(),
    vertical: style.verticalAlignment.toLowerCase(),
    wrap: style.wrapText,
    indent: style.indentLevel,
    lines: [line('EdgeTop'), line('EdgeBottom')],
  };
}

function chartOfExcel(chart: Chart): DrawnChart {
  const cells = (drawn: ChartCells) => (drawn ? `'${drawn.sheet.name}'!${addressOf(drawn.area)}` : '');
  return {
    title: chart.title.text,
    type: chart.chartType.startsWith('Line') ? 'line' : 'columns',
    axes: [chart.categoryAxis.title.text, chart.valueAxis.title.text],
    series: chart.series.map(({ name, values, categories }) => {
      return { name, values: cells(values), categories: cells(categories) };
    }),
    place: [chart.left, chart.top, chart.width, chart.height],
  };
}

function pageOfExcel({ pageLayout }: Sheet): DrawnPage {
  const { zoom, headersFooters, titleRows } = pageLayout;
  const { leftHeader, rightHeader, leftFooter, rightFooter } = headersFooters.defaultForAllPages;
  const side = (code: string, text: string) => (text === '' ? '' : `&${code}${text}`);
  return {
    isLandscape: pageLayout.orientation === 'Landscape',
    paper: pageLayout.paperSize.toLowerCase(),
    fit: zoom.horizontalFitToPages
      ? `${String(zoom.horizontalFitToPages)} × ${String(zoom.verticalFitToPages ?? 'any')}`
      : `${String(zoom.scale)} %`,
    breaks: pageLayout.breaks.rows,
    titleRow: titleRows ? `${String(titleRows.row + 1)}:${String(titleRows.row + titleRows.rowCount)}` : '',
    margins: [
      pageLayout.leftMargin,
      pageLayout.rightMargin,
      pageLayout.topMargin,
      pageLayout.bottomMargin,
      pageLayout.headerMargin,
      pageLayout.footerMargin,
    ],
    words: `${side('L', leftHeader)}${side('R', rightHeader)} ${side('L', leftFooter)}${side('R', rightFooter)}`,
  };
}
