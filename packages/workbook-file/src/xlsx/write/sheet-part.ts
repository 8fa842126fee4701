/** One sheet as XML, piece by piece. The order of the elements is fixed by ECMA-376, part 1, 18.3.1.99. */
import { cellsName, columnName, rangeName } from '../address.ts';
import type { CellRange } from '../address.ts';
import { storedFormula } from '../formula-text.ts';
import type { CellData, ColumnData, ErrorData, HyperlinkData, RowData, SheetData } from '../workbook-data.ts';
import { isFitted, pageElements } from './page-elements.ts';
import { conditionalFormats, hyperlinks, sheetProtection, validations } from './rule-elements.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { LentLooks } from './styles-part.ts';
import { filterElement } from './table-part.ts';
import { one, when, xmlAttribute, xmlText, XML_START } from './xml.ts';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A column's stored width has the cell's margins in it: 5 pixels, where a digit takes 7. */
const CELL_MARGINS = 5 / 7;

/** Of a row that nobody has made higher or lower. */
const USUAL_HEIGHT = 15;

export interface SheetSurroundings {
  readonly isActive: boolean;
  readonly strings: SharedStrings;
  readonly lent: LentLooks;
  /** Ids of the relations of links that lead out of the workbook. */
  readonly links: ReadonlyMap<HyperlinkData, string>;
  /** Told of a formula that fills more cells than its own. */
  noteSpill(): void;
}

export function* sheetPart(sheet: SheetData, around: SheetSurroundings): Generator<string> {
  yield `${XML_START}<worksheet ${NAMESPACES}>${properties(sheet)}`;
  yield view(sheet, around.isActive);
  yield formats(sheet);
  yield columns(sheet.columns);
  yield '<sheetData>';
  for (const row of sheet.rows) yield rowXml(row, around);
  yield '</sheetData>';
  yield sheetProtection(sheet.protection);
  if (sheet.filter) yield filterElement(sheet.filter);
  yield merges(sheet);
  yield conditionalFormats(sheet.conditionalFormats, around.lent);
  yield validations(sheet.validations);
  yield hyperlinks(sheet.hyperlinks, around.links);
  yield pageElements(sheet.page);
  yield customProperties(sheet);
  yield ignoredErrors(sheet);
  if (sheet.charts.length > 0) yield '<drawing r:id="drawing"/>';
  yield tableParts(sheet);
  yield '</worksheet>';
}

function properties({ tabColour, page }: SheetData): string {
  const inside =
    (tabColour === null ? '' : `<tabColor rgb="FF${tabColour}"/>`) +
    (isFitted(page) ? '<pageSetUpPr fitToPage="1"/>' : '');
  return inside === '' ? '' : `<sheetPr>${inside}</sheetPr>`;
}

function view({ showGridlines, showHeadings, frozen, selection }: SheetData, isActive: boolean): string {
  return (
    `<sheetViews><sheetView${when(!showGridlines, 'showGridLines="0"')}${when(!showHeadings, 'showRowColHeaders="0"')}` +
    `${when(isActive, 'tabSelected="1"')} workbookViewId="0">${pane(frozen)}${selected(selection, paneName(frozen))}</sheetView></sheetViews>`
  );
}

function paneName({ rows, columns }: SheetData['frozen']): string | null {
  if (rows === 0 && columns === 0) return null;
  return `${rows > 0 ? 'bottom' : 'top'}${columns > 0 ? 'Right' : 'Left'}`;
}

function pane(frozen: SheetData['frozen']): string {
  const { rows, columns } = frozen;
  const name = paneName(frozen);
  if (name === null) return '';
  const splits =
    when(columns > 0, `xSplit="${String(columns)}"`) + when(rows > 0, `ySplit="${String(rows)}"`);
  return `<pane${splits} topLeftCell="${columnName(columns)}${String(rows + 1)}" activePane="${name}" state="frozen"/>`;
}

function selected(range: CellRange, inPane: string | null): string {
  const first = { ...range, lastRow: range.firstRow, lastColumn: range.firstColumn };
  return `<selection${inPane === null ? '' : ` pane="${inPane}"`} activeCell="${cellsName([first])}" sqref="${cellsName([range])}"/>`;
}

function formats({ rowHeight, columnWidth }: SheetData): string {
  const width = columnWidth === null ? '' : ` defaultColWidth="${stored(columnWidth)}"`;
  return `<sheetFormatPr${width} defaultRowHeight="${String(rowHeight)}"${when(rowHeight !== USUAL_HEIGHT, 'customHeight="1"')}/>`;
}

function stored(characters: number): string {
  return (characters + CELL_MARGINS).toFixed(2);
}

function columns(all: readonly ColumnData[]): string {
  if (all.length === 0) return '';
  const entries = all.map(
    ({ first, last, width, hidden = false, style }) =>
      `<col min="${String(first + 1)}" max="${String(last + 1)}"` +
      `${width === null ? ` width="${stored(8.43)}"` : ` width="${stored(width)}" customWidth="1"`}` +
      `${when(hidden, 'hidden="1"')}${style === undefined ? '' : ` style="${String(style)}"`}/>`,
  );
  return `<cols>${entries.join('')}</cols>`;
}

function rowXml({ row, height, hidden = false, style, cells }: RowData, around: SheetSurroundings): string {
  const number = String(row + 1);
  const own = height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
  const look = style === undefined ? '' : ` s="${String(style)}" customFormat="1"`;
  let xml = `<row r="${number}"${own}${look}${when(hidden, 'hidden="1"')}>`;
  for (const cell of cells) xml += cellXml(cell, number, around);
  return xml + '</row>';
}

function cellXml(cell: CellData, row: string, around: SheetSurroundings): string {
  const { column, value, style } = cell;
  const start = `<c r="${columnName(column)}${row}" s="${String(style)}"`;
  if (cell.formula !== undefined) return formulaXml(start, cell, cell.formula, around);
  if (typeof value === 'string') return `${start} t="s"><v>${String(around.strings.number(value))}</v></c>`;
  const [type, text] = heldValue(value);
  return text === null ? `${start}/>` : `${start}${type}><v>${text}</v></c>`;
}

function formulaXml(
  start: string,
  { value, spill }: CellData,
  formula: string,
  around: SheetSurroundings,
): string {
  const [type, text] = typeof value === 'string' ? [' t="str"', xmlText(value)] : heldValue(value);
  if (spill) around.noteSpill();
  const array = spill ? ` t="array" ref="${cellsName([spill])}"` : '';
  return `${start}${when(spill !== undefined, 'cm="1"')}${type}><f${array}>${xmlText(storedFormula(formula))}</f>${text === null ? '' : `<v>${text}</v>`}</c>`;
}

/** What is no number has no place in a cell of numbers; Excel would refuse the file. */
function heldValue(value: number | boolean | ErrorData | null): readonly [type: string, text: string | null] {
  if (typeof value === 'number') return ['', Number.isFinite(value) ? String(value) : null];
  if (value === null) return ['', null];
  return typeof value === 'boolean' ? [' t="b"', one(value)] : [' t="e"', xmlText(value.error)];
}

function merges({ merges: ranges }: SheetData): string {
  if (ranges.length === 0) return '';
  const entries = ranges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`);
  return `<mergeCells count="${String(ranges.length)}">${entries.join('')}</mergeCells>`;
}

function customProperties({ customProperties: all }: SheetData): string {
  if (all.length === 0) return '';
  const entries = all.map(
    ({ name }, i) => `<customPr name="${xmlAttribute(name)}" r:id="property${String(i + 1)}"/>`,
  );
  return `<customProperties>${entries.join('')}</customProperties>`;
}

function ignoredErrors({ textRanges }: SheetData): string {
  if (textRanges.length === 0) return '';
  return `<ignoredErrors><ignoredError sqref="${textRanges.map(rangeName).join(' ')}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`;
}

function tableParts({ tables }: SheetData): string {
  if (tables.length === 0) return '';
  const parts = tables.map((_, i) => `<tablePart r:id="table${String(i + 1)}"/>`);
  return `<tableParts count="${String(tables.length)}">${parts.join('')}</tableParts>`;
}
