/** One sheet as XML, piece by piece. The order of the elements is fixed by ECMA-376, part 1, 18.3.1.99. */
import { MARGINS, type PageTexts } from './page.ts';
import type { Printing } from './pagination.ts';
import type { SharedStrings } from './shared-strings.ts';
import { ROW_HEIGHT, type PlannedCell, type PlannedRow, type SheetPlan } from './sheet-plan.ts';
import { columnName, rangeName, XML_START, xmlText } from './xml.ts';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const MARGIN_ATTRIBUTES = Object.entries(MARGINS)
  .map(([side, inches]) => `${side}="${String(inches)}"`)
  .join(' ');

/** A column's stored width has the cell's margins in it: 5 pixels, where a digit takes 7. */
const CELL_MARGINS = 5 / 7;

export interface SheetSurroundings {
  readonly isFirst: boolean;
  readonly page: PageTexts;
}

export function* worksheetPart(
  plan: SheetPlan,
  strings: SharedStrings,
  { isFirst, page: texts }: SheetSurroundings,
): Generator<string> {
  const page = pageSetup(plan.printing);
  yield `${XML_START}<worksheet ${NAMESPACES}>${page.properties}`;
  yield `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(plan.frozenRows)}</sheetView></sheetViews>`;
  yield `<sheetFormatPr defaultRowHeight="${String(ROW_HEIGHT)}" customHeight="1"/>`;
  yield columns(plan.columnWidths);
  yield '<sheetData>';
  for (const row of plan.rows) yield rowXml(row, strings);
  yield '</sheetData>';
  yield merges(plan);
  yield `<pageMargins ${MARGIN_ATTRIBUTES}/>`;
  yield `<pageSetup paperSize="9" ${page.setup} orientation="landscape"/>`;
  yield `<headerFooter><oddHeader>${sides(texts.leftHeader, texts.rightHeader)}</oddHeader><oddFooter>${sides(texts.leftFooter, texts.rightFooter)}</oddFooter></headerFooter>`;
  yield page.breaks;
  yield ignoredErrors(plan);
  if (plan.charts.length > 0) yield '<drawing r:id="drawing"/>';
  yield tableParts(plan);
  yield '</worksheet>';
}

function pane(frozenRows: number): string {
  if (frozenRows === 0) return '<selection activeCell="A1" sqref="A1"/>';
  const below = `A${String(frozenRows + 1)}`;
  return (
    `<pane ySplit="${String(frozenRows)}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`
  );
}

function columns(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const entries = widths.map((characters, c) => {
    const number = String(c + 1);
    return `<col min="${number}" max="${number}" width="${(characters + CELL_MARGINS).toFixed(2)}" customWidth="1"/>`;
  });
  return `<cols>${entries.join('')}</cols>`;
}

function rowXml({ row, height, cells }: PlannedRow, strings: SharedStrings): string {
  const number = String(row + 1);
  const own = height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
  let xml = `<row r="${number}"${own}>`;
  for (const cell of cells) xml += cellXml(cell, number, strings);
  return xml + '</row>';
}

function cellXml({ column, value, style }: PlannedCell, row: string, strings: SharedStrings): string {
  const start = `<c r="${columnName(column)}${row}" s="${String(style)}"`;
  if (typeof value === 'string') return `${start} t="s"><v>${String(strings.number(value))}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? '1' : '0'}</v></c>`;
  // What is no number has no place in a cell of numbers; Excel would refuse the file.
  return value === null || !Number.isFinite(value) ? `${start}/>` : `${start}><v>${String(value)}</v></c>`;
}

function merges({ merges: ranges }: SheetPlan): string {
  if (ranges.length === 0) return '';
  const entries = ranges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`);
  return `<mergeCells count="${String(ranges.length)}">${entries.join('')}</mergeCells>`;
}

/** Excel takes no notice of page breaks where a sheet is fitted to the page, so it is one or the other. */
function pageSetup(printing: Printing) {
  const fitted = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  switch (printing.kind) {
    case 'one-page':
      return { properties: fitted, setup: 'fitToWidth="1" fitToHeight="1"', breaks: '' };
    case 'running':
      return { properties: fitted, setup: 'fitToWidth="1" fitToHeight="0"', breaks: '' };
    case 'pages':
      return {
        properties: '',
        setup: `scale="${String(printing.scale)}"`,
        breaks: rowBreaks(printing.starts),
      };
  }
}

function rowBreaks(starts: readonly number[]): string {
  if (starts.length === 0) return '';
  const count = String(starts.length);
  const breaks = starts.map((row) => `<brk id="${String(row)}" max="16383" man="1"/>`);
  return `<rowBreaks count="${count}" manualBreakCount="${count}">${breaks.join('')}</rowBreaks>`;
}

function sides(left: string, right: string): string {
  return xmlText((left && `&L${left}`) + (right && `&R${right}`));
}

function ignoredErrors(plan: SheetPlan): string {
  const ranges = plan.textRanges().map(rangeName);
  if (ranges.length === 0) return '';
  return `<ignoredErrors><ignoredError sqref="${ranges.join(' ')}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`;
}

function tableParts(plan: SheetPlan): string {
  const tables = plan.tables();
  if (tables.length === 0) return '';
  const parts = tables.map((_, i) => `<tablePart r:id="table${String(i + 1)}"/>`);
  return `<tableParts count="${String(tables.length)}">${parts.join('')}</tableParts>`;
}
