/** One sheet of a file. What is around its cells is small and read as a tree; its rows are read when they are walked. */
import { rangeAt, type CellRange } from '../address.ts';
import type { LentLookData } from '../look-data.ts';
import type { ColumnData, SheetData } from '../workbook-data.ts';
import { readRows } from './cells.ts';
import { readCharts, type CellPlaces } from './charts.ts';
import type { Colours } from './colours.ts';
import { readPage, type PrintNames } from './page.ts';
import type { Parts } from './parts.ts';
import { readConditionalFormats, readHyperlinks, readProtection, readValidations } from './rules.ts';
import { readFilter, readTable } from './tables.ts';
import { attributesOf, child, childrenOf, isOn, numberOr, parseXml, type XmlNode } from './xml.ts';

/** What the workbook says of the sheet, and what all sheets share. */
export interface SheetSource {
  readonly name: string;
  readonly visibility: SheetData['visibility'];
  readonly path: string;
  readonly parts: Parts;
  readonly printNames: PrintNames;
  readonly strings: readonly string[];
  readonly lent: readonly LentLookData[];
  readonly colours: Colours;
}

/** A column's stored width has the cell's margins in it: 5 pixels, where a digit takes 7. */
const CELL_MARGINS = 5 / 7;

const USUAL_HEIGHT = 15;

export function readSheet(source: SheetSource): SheetData {
  const { name, visibility, path, parts, strings, lent, colours } = source;
  const { cells, around } = partedAtCells(parts.text(path));
  const sheet = parseXml(around);
  const relations = parts.relations(path);
  const view = child(child(sheet, 'sheetViews'), 'sheetView');
  const formats = child(sheet, 'sheetFormatPr')?.attributes ?? {};
  const rowHeight = numberOr(formats['defaultRowHeight'], USUAL_HEIGHT);
  const columnWidth = numberOr(formats['defaultColWidth'], null);
  const columns = columnsOf(sheet);
  const drawing = parts.related(path, 'drawing');
  return {
    name,
    visibility,
    tabColour: colours.of(child(child(sheet, 'sheetPr'), 'tabColor')),
    showGridlines: view?.attributes['showGridLines'] !== '0',
    showHeadings: view?.attributes['showRowColHeaders'] !== '0',
    frozen: frozenOf(view),
    selection: selectionOf(view),
    rowHeight,
    columnWidth: columnWidth === null ? null : charactersOf(columnWidth),
    columns,
    rows: { [Symbol.iterator]: () => readRows(cells, strings) },
    merges: childrenOf(child(sheet, 'mergeCells'), 'mergeCell').flatMap(
      ({ attributes }) => rangeAt(attributes['ref'] ?? '') ?? [],
    ),
    filter: readFilter(child(sheet, 'autoFilter')),
    protection: readProtection(sheet),
    conditionalFormats: readConditionalFormats(sheet, lent, colours),
    validations: readValidations(sheet),
    hyperlinks: readHyperlinks(sheet, relations),
    page: readPage(sheet, source.printNames),
    charts:
      drawing === null
        ? []
        : readCharts(parts, drawing, cellPlaces({ cells, columns, rowHeight, columnWidth }), colours),
    customProperties: customPropertiesOf(sheet, path, parts),
    tables: [...relations.values()]
      .filter(({ type }) => type === 'table')
      .flatMap(({ target }) => readTable(parts.text(target)) ?? []),
    textRanges: [],
  };
}

function partedAtCells(xml: string): { readonly cells: string; readonly around: string } {
  const start = xml.search(/<(\w+:)?sheetData\b/);
  const end = xml.search(/<\/(\w+:)?sheetData>/);
  if (end < 0) return { cells: '', around: xml };
  return {
    cells: xml.slice(start, end),
    around: `${xml.slice(0, start)}${xml.slice(xml.indexOf('>', end) + 1)}`,
  };
}

function frozenOf(view: XmlNode | undefined): SheetData['frozen'] {
  const pane = child(view, 'pane')?.attributes ?? {};
  if (!pane['state']?.startsWith('frozen')) return { rows: 0, columns: 0 };
  return { rows: numberOr(pane['ySplit'], 0), columns: numberOr(pane['xSplit'], 0) };
}

const FIRST_CELL: CellRange = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };

/** Of several panes the last is the one that a person is in. */
function selectionOf(view: XmlNode | undefined): CellRange {
  const selected = childrenOf(view, 'selection').at(-1)?.attributes['sqref'];
  return rangeAt(selected?.split(' ')[0] ?? '') ?? FIRST_CELL;
}

/** In hundredths, as a file has them. */
function charactersOf(stored: number): number {
  return Math.max(0, Math.round((stored - CELL_MARGINS) * 100) / 100);
}

function columnsOf(sheet: XmlNode): ColumnData[] {
  return childrenOf(child(sheet, 'cols'), 'col').map(({ attributes }) => {
    const { min = '1', max = min, width, customWidth, hidden, style } = attributes;
    const isOwn = width !== undefined && (customWidth === undefined || isOn(customWidth));
    return {
      first: Number(min) - 1,
      last: Number(max) - 1,
      width: isOwn ? charactersOf(Number(width)) : null,
      ...(isOn(hidden) && { hidden: true }),
      ...(style !== undefined && { style: Number(style) }),
    };
  });
}

/** Of characters in Calibri 11 at 96 pixels to the inch: 7 pixels each and 5 to pad. */
const POINTS_PER_CHARACTER = 5.25;
const PADDING = 3.75;
const USUAL_WIDTH = 48;

/** Only sheets with a chart that is stretched between two cells need this. */
function cellPlaces(sheet: {
  readonly cells: string;
  readonly columns: readonly ColumnData[];
  readonly rowHeight: number;
  readonly columnWidth: number | null;
}): CellPlaces {
  const { cells, columns, rowHeight, columnWidth } = sheet;
  const points = (characters: number) => characters * POINTS_PER_CHARACTER + PADDING;
  const usual = columnWidth === null ? USUAL_WIDTH : points(charactersOf(columnWidth));
  return {
    left(column) {
      let left = 0;
      for (let c = 0; c < column; c++) {
        const own = columns.find(({ first, last }) => c >= first && c <= last);
        left += own?.hidden ? 0 : own ? (own.width === null ? usual : points(own.width)) : usual;
      }
      return left;
    },
    top(row) {
      let top = row * rowHeight;
      for (const [, text] of cells.matchAll(/<(?:\w+:)?row\b([^>]*)/g)) {
        const { r, ht, hidden } = attributesOf(text!);
        if (Number(r) > row) break;
        top += (isOn(hidden) ? 0 : numberOr(ht, rowHeight)) - rowHeight;
      }
      return top;
    },
  };
}

/** A sheet's own properties stand each in a part of UTF-16 text. */
function customPropertiesOf(sheet: XmlNode, path: string, parts: Parts): SheetData['customProperties'] {
  const relations = parts.relations(path);
  return childrenOf(child(sheet, 'customProperties'), 'customPr').flatMap(({ attributes }) => {
    const target = relations.get(attributes['id'] ?? '')?.target;
    const bytes = target === undefined ? null : parts.bytes(target);
    if (!bytes) return [];
    return { name: attributes['name'] ?? '', value: new TextDecoder('utf-16le').decode(bytes) };
  });
}
