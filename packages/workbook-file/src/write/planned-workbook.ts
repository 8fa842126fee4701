/** Planned sheets as the workbook that a file is written from. */
import type { Language } from 'isu-core';
import type { CellRange } from '../xlsx/address.ts';
import type { AxisData, ChartData, SeriesData, WordLook } from '../xlsx/chart-data.ts';
import {
  PLAIN_ALIGNMENT,
  PLAIN_FONT,
  PLAIN_LOOK,
  type BorderLineData,
  type CellLook,
} from '../xlsx/look-data.ts';
import { PLAIN_PAGE, type PageData } from '../xlsx/page-data.ts';
import type { SheetData, TableData, WorkbookData } from '../xlsx/workbook-data.ts';
import {
  CHART_TITLE_SIZE,
  CHART_WORD_SIZE,
  hasValueLabels,
  MARKER_SIZE,
  MARKERS,
  seriesColour,
  startsAtZero,
  VALUE_GAP,
} from './chart-look.ts';
import {
  BORDERS,
  COLOURS,
  FILLS,
  FONT,
  FONTS,
  TABLE_STYLE,
  type BorderLook,
  type CellStyle,
  type LineLook,
} from './look.ts';
import { MARGINS, pageTexts, type PageTexts, type WorkbookProperties } from './page.ts';
import type { Printing } from './pagination.ts';
import {
  columnPixels,
  ROW_HEIGHT,
  type PlannedChart,
  type PlannedTable,
  type SheetPlan,
} from './sheet-plan.ts';
import type { Styles } from './styles.ts';
import { THEME } from './theme.ts';

/** @param plans may come one by one; styles are asked for when all have come */
export function plannedWorkbook(
  plans: Iterable<SheetPlan>,
  styles: Styles,
  { title, product, marking, language }: WorkbookProperties,
): WorkbookData {
  const texts = pageTexts({ title, product, marking, language });
  return {
    sheets: plannedSheets(plans, texts, language),
    get styles() {
      return styles.all().map(cellLook);
    },
    theme: THEME,
    tableStyles: [OWN_TABLE_STYLE],
    defaultTableStyle: TABLE_STYLE,
    names: [],
    properties: { title, creator: product, language, application: product },
    customXml: [],
    activeSheet: 0,
    dateSystem: 1900,
    isStructureProtected: false,
  };
}

function* plannedSheets(
  plans: Iterable<SheetPlan>,
  texts: PageTexts,
  language: Language,
): Generator<SheetData> {
  for (const plan of plans) yield plannedSheet(plan, texts, language);
}

function plannedSheet(plan: SheetPlan, texts: PageTexts, language: Language): SheetData {
  return {
    name: plan.name,
    visibility: 'visible',
    tabColour: null,
    showGridlines: false,
    showHeadings: true,
    frozen: { rows: plan.frozenRows, columns: 0 },
    selection: oneCell(plan.frozenRows, 0),
    rowHeight: ROW_HEIGHT,
    columnWidth: null,
    columns: plan.columnWidths.map((width, c) => ({ first: c, last: c, width })),
    rows: plan.rows,
    merges: plan.merges,
    filter: null,
    protection: null,
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    page: page(plan, texts),
    charts: plan.charts.map((chart) => chartData(chart, plan.columnWidths, language)),
    customProperties: [],
    get tables() {
      return plan.tables().map(tableData);
    },
    get textRanges() {
      return plan.textRanges();
    },
  };
}

function oneCell(row: number, column: number): CellRange {
  return { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
}

function tableData({ name, range, headers, filter }: PlannedTable): TableData {
  return {
    name,
    range,
    columns: headers.map((header) => ({ name: header })),
    hasHeader: true,
    hasTotals: false,
    filter: filter ? { range, criteria: [] } : null,
    style: TABLE_STYLE,
    bandedRows: true,
    bandedColumns: false,
    firstColumn: false,
    lastColumn: false,
  };
}

function page({ printing, repeatedRow }: SheetPlan, texts: PageTexts): PageData {
  return {
    ...PLAIN_PAGE,
    orientation: 'landscape',
    margins: MARGINS,
    zoom: zoomOf(printing),
    titleRows: repeatedRow === null ? null : { first: repeatedRow, last: repeatedRow },
    breaks: { rows: printing.kind === 'pages' ? printing.starts : [], columns: [] },
    texts: {
      ...PLAIN_PAGE.texts,
      usual: {
        header: { left: texts.leftHeader, centre: '', right: texts.rightHeader },
        footer: { left: texts.leftFooter, centre: '', right: texts.rightFooter },
      },
    },
  };
}

/** Excel takes no notice of page breaks where a sheet is fitted to the page, so it is one or the other. */
function zoomOf(printing: Printing): PageData['zoom'] {
  switch (printing.kind) {
    case 'one-page':
      return { wide: 1, high: 1 };
    case 'running':
      return { wide: 1, high: 0 };
    case 'pages':
      return { scale: printing.scale };
  }
}

function cellLook(style: CellStyle): CellLook {
  const { size, colour, bold } = FONTS[style.font ?? 'body'];
  return {
    ...PLAIN_LOOK,
    format: style.format ?? PLAIN_LOOK.format,
    font: { ...PLAIN_FONT, name: FONT, size, colour, bold },
    fill: FILLS[style.fill ?? 'none'],
    border: borderData(BORDERS[style.border ?? 'none']),
    alignment: {
      ...PLAIN_ALIGNMENT,
      horizontal: style.align ?? PLAIN_ALIGNMENT.horizontal,
      vertical: style.vertical ?? 'center',
      wrap: style.wrap ?? false,
      indent: style.indent ?? 0,
    },
  };
}

function borderData({ top, bottom }: BorderLook): CellLook['border'] {
  return { ...(top && { top: lineData(top) }), ...(bottom && { bottom: lineData(bottom) }) };
}

function lineData({ weight, colour }: LineLook): BorderLineData {
  return { style: weight, colour };
}

const OWN_TABLE_STYLE = {
  name: TABLE_STYLE,
  elements: [
    { part: 'wholeTable', look: { border: borderData(BORDERS.row) } },
    { part: 'secondRowStripe', look: { fill: COLOURS.bandFill } },
  ],
} as const;

/** At 96 pixels to the inch. */
const POINTS_PER_PIXEL = 0.75;

/** The width of a column that nobody has set, as Excel draws it. */
const USUAL_COLUMN_PIXELS = 64;

function chartData(chart: PlannedChart, columnWidths: readonly number[], language: Language): ChartData {
  const { column, offset } = columnAt(chart.left, columnWidths);
  const isLine = chart.shape === 'line';
  return {
    name: chart.title,
    alternative: chart.alternative,
    place: {
      row: chart.row,
      column,
      top: 0,
      left: offset * POINTS_PER_PIXEL,
      width: chart.width * POINTS_PER_PIXEL,
      height: chart.height * POINTS_PER_PIXEL,
    },
    language: language === 'sv' ? 'sv-SE' : 'en-GB',
    title: { text: chart.title, overlays: false, look: { ...TITLE_WORDS, font: FONT } },
    legend: chart.series.length > 1 ? { at: 'b', overlays: false, look: SMALL_WORDS } : null,
    plots: [
      {
        shape: isLine ? 'line' : 'column',
        grouping: 'side-by-side',
        gap: VALUE_GAP,
        overlap: 0,
        variesColours: false,
        series: chart.series.map((_, i) => seriesData(chart, i)),
      },
    ],
    axes: { category: categoryAxis(chart), value: valueAxis(chart) },
    showsHiddenCells: true,
    blanks: 'gap',
    fill: null,
    outline: COLOURS.line,
    font: { name: FONT, size: CHART_WORD_SIZE },
  };
}

function columnAt(left: number, columnWidths: readonly number[]) {
  let column = 0;
  let offset = left;
  for (;;) {
    const characters = columnWidths[column];
    const pixels = characters === undefined ? USUAL_COLUMN_PIXELS : columnPixels(characters);
    if (offset < pixels) return { column, offset };
    offset -= pixels;
    column++;
  }
}

const TITLE_WORDS: WordLook = { size: CHART_TITLE_SIZE, colour: COLOURS.accent, bold: true, font: null };
const SMALL_WORDS: WordLook = { size: CHART_WORD_SIZE, colour: COLOURS.grey, bold: false, font: null };

function seriesData(chart: PlannedChart, i: number): SeriesData {
  const { name, nameCell, values } = chart.series[i]!;
  const isLine = chart.shape === 'line';
  const colour = seriesColour(i);
  const symbol = MARKERS[i % MARKERS.length]!;
  return {
    name,
    nameCell,
    categories: chart.categories,
    values,
    colour,
    weight: 2.25,
    smooth: false,
    invertsNegative: false,
    marker: isLine ? { symbol, size: MARKER_SIZE, fill: colour, outline: null } : null,
    labels: hasValueLabels(chart)
      ? {
          at: isLine ? 't' : 'outEnd',
          format: values.format,
          shows: ['showVal'],
          separator: null,
          look: SMALL_WORDS,
        }
      : null,
  };
}

const PLAIN_AXIS: AxisData = {
  visible: true,
  title: null,
  minimum: null,
  maximum: null,
  majorUnit: null,
  minorUnit: null,
  reversed: false,
  isLogarithmic: false,
  format: null,
  majorGridlines: null,
  minorGridlines: null,
  majorTicks: 'none',
  minorTicks: 'none',
  labels: 'nextTo',
  line: null,
  look: SMALL_WORDS,
  crossesBetween: true,
};

function categoryAxis(chart: PlannedChart): AxisData {
  return {
    ...PLAIN_AXIS,
    title: axisTitle(chart.categoryAxis),
    labels: 'low',
    line: { colour: 'A7AFB4', weight: 0.75 },
  };
}

function valueAxis(chart: PlannedChart): AxisData {
  return {
    ...PLAIN_AXIS,
    title: axisTitle(chart.valueAxis),
    minimum: startsAtZero(chart) ? 0 : null,
    format: chart.series[0]?.values.format ?? 'General',
    majorGridlines: { colour: COLOURS.line, weight: 0.5 },
  };
}

function axisTitle(text: string): AxisData['title'] {
  return text === '' ? null : { text, overlays: false, look: { ...SMALL_WORDS, font: FONT } };
}
