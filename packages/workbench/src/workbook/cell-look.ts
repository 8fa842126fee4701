/** What a cell looks like in the grid: its text, its own format, its table's, and what rules lend it. */
import {
  cellCount,
  hasCell,
  isError,
  lastRow,
  type Area,
  type BorderLine,
  type CellStyle,
  type Sheet,
  type Table,
} from 'isu-excel-host';
import type { CSSProperties } from 'react';
import { lentLooks } from './lent-look.ts';
import { pixels } from './sheet-shape.ts';
import { listOf } from './write-cell.ts';

export interface CellLook {
  readonly text: string;
  /** Most cells are: text alone, at a side, which the stylesheet draws without a word of ours. */
  readonly plain: Side | null;
  readonly box: CSSProperties;
  readonly words: CSSProperties;
  /** One of several: the cell that is selected alone has the grid's own frame. */
  readonly isSelected: boolean;
  /** The text goes on over the empty cells after its own. */
  readonly spills: boolean;
  /** The cell that is selected takes one of a list. */
  readonly hasList: boolean;
  /** What an error means, where the function has said it. */
  readonly hint: string;
}

/** What a table's style gives its cells where they have nothing of their own. */
interface TableLook {
  readonly bold: boolean;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly lines: Readonly<Partial<Record<'top' | 'bottom', string>>>;
}

export function cellLook(sheet: Sheet, row: number, column: number): CellLook {
  const value = sheet.value(row, column);
  const style = sheet.style(row, column);
  const table = tableLook(sheet, row, column);
  const lent = lentLooks(sheet, row, column);
  const text = sheet.workbook.shownText(sheet, row, column);
  const fill = lent.find(({ fillColor }) => fillColor)?.fillColor || style.fill.color || table?.fill || null;
  const ink = lent.find(({ fontColor }) => fontColor)?.fontColor;
  const isBold = (lent.find(({ bold }) => bold !== null)?.bold ?? style.font.bold) || (table?.bold ?? false);
  const side = sideOf(style, value);
  const isFew = isPlain(style) && fill === null && ink === undefined && !isBold && table === null;
  const room = typeof value === 'string' && !style.wrapText ? spillRoom(sheet, row, column, side) : 0;
  const isSelected = cellCount(sheet.selection) > 1 && hasCell(sheet.selection, row, column);
  return {
    text,
    plain: isFew && room === 0 && !isSelected ? side : null,
    isSelected,
    spills: room > 0,
    hasList: isFirst(sheet.selection, row, column) && listOf(sheet, row, column) !== null,
    hint: isError(value) ? (value.message ?? '') : '',
    box: {
      ...(fill === null ? {} : { backgroundColor: fill }),
      ...lines(fill === null ? style.borders : sharedBorders(sheet, row, column), table),
      justifyContent: side,
      alignItems: VERTICAL[style.verticalAlignment] ?? 'flex-end',
    },
    words: {
      fontSize: `${String(style.font.size)}pt`,
      color: ink ?? (style.font.color === '#000000' && table?.colour ? table.colour : style.font.color),
      ...(isBold ? { fontWeight: 700 } : {}),
      ...(style.font.italic ? { fontStyle: 'italic' } : {}),
      ...decoration(style),
      ...(style.wrapText ? { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', textAlign: SIDES[side] } : {}),
      ...(room > 0 ? { minWidth: 'max-content', maxWidth: `${String(room)}px` } : {}),
      ...indent(style, side),
    },
  };
}

function isFirst(selection: Area, row: number, column: number): boolean {
  return selection.row === row && selection.column === column;
}

const PLAIN = new WeakMap<CellStyle, boolean>();

function isPlain(style: CellStyle): boolean {
  let known = PLAIN.get(style);
  if (known === undefined) PLAIN.set(style, (known = isPlainStyle(style)));
  return known;
}

/** As a cell of a new workbook looks, whatever the format of its number and the side of its text. */
function isPlainStyle({ font, borders, verticalAlignment, wrapText, indentLevel }: CellStyle): boolean {
  const { size, color, bold, italic, underline, strikethrough } = font;
  const hasLine = Object.values(borders).some((each) => line(each) !== null);
  const isFont =
    size === 11 && color === '#000000' && !bold && !italic && underline === 'None' && !strikethrough;
  return isFont && !hasLine && verticalAlignment === 'Bottom' && !wrapText && indentLevel === 0;
}

type Side = keyof typeof SIDES;

const SIDES = { 'flex-start': 'left', center: 'center', 'flex-end': 'right' } as const;

const VERTICAL: Readonly<Record<string, string>> = { Top: 'flex-start', Center: 'center' };

function sideOf({ horizontalAlignment }: CellStyle, value: unknown): Side {
  if (horizontalAlignment === 'Right') return 'flex-end';
  if (horizontalAlignment.startsWith('Center')) return 'center';
  if (horizontalAlignment !== 'General') return 'flex-start';
  if (typeof value === 'number') return 'flex-end';
  return typeof value === 'string' || value === null ? 'flex-start' : 'center';
}

const MOST_COLUMNS_OF_A_TEXT = 24;

/** A text that is wider than its cell goes on over the empty cells after it, in pixels; 0 where it may not. */
function spillRoom(sheet: Sheet, row: number, column: number, side: string): number {
  if (side !== 'flex-start') return 0;
  let points = sheet.columnWidth(column);
  let next = column + 1;
  while (next < column + MOST_COLUMNS_OF_A_TEXT && sheet.value(row, next) === null)
    points += sheet.columnWidth(next++);
  return next === column + 1 ? 0 : pixels(points) - 4;
}

function decoration({ font: { underline, strikethrough } }: CellStyle): CSSProperties {
  const kinds = [underline === 'None' ? '' : 'underline', strikethrough ? 'line-through' : ''];
  const textDecorationLine = kinds.filter((kind) => kind !== '').join(' ');
  return textDecorationLine === '' ? {} : { textDecorationLine };
}

/** Excel's step of indentation is about nine pixels. */
function indent({ indentLevel }: CellStyle, side: string): CSSProperties {
  if (indentLevel === 0) return {};
  const pad = `${String(indentLevel * 9 + 3)}px`;
  return side === 'flex-end' ? { paddingRight: pad } : { paddingLeft: pad };
}

/** A filled cell is drawn over the lines that the cells above and before it have on their side of it. */
function sharedBorders(sheet: Sheet, row: number, column: number): CellStyle['borders'] {
  const above = row > 0 ? sheet.style(row - 1, column).borders.EdgeBottom : undefined;
  const before = column > 0 ? sheet.style(row, column - 1).borders.EdgeRight : undefined;
  return {
    ...(above && { EdgeTop: above }),
    ...(before && { EdgeLeft: before }),
    ...sheet.style(row, column).borders,
  };
}

function lines(borders: CellStyle['borders'], table: TableLook | null): CSSProperties {
  const top = line(borders.EdgeTop) ?? table?.lines.top;
  const bottom = line(borders.EdgeBottom) ?? table?.lines.bottom;
  const left = line(borders.EdgeLeft);
  const right = line(borders.EdgeRight);
  return {
    ...(top ? { borderTop: top } : {}),
    ...(bottom ? { borderBottom: bottom } : {}),
    ...(left ? { borderLeft: left } : {}),
    ...(right ? { borderRight: right } : {}),
  };
}

const WEIGHTS = { Hairline: '1px', Thin: '1px', Medium: '2px', Thick: '3px' } as const;

function line(border: BorderLine | undefined): string | null {
  if (!border || border.style === 'None') return null;
  const kind = border.style === 'Double' ? 'double' : border.style.startsWith('Dash') ? 'dashed' : 'solid';
  return `${WEIGHTS[border.weight]} ${kind} ${border.color}`;
}

/** The usual styles of Excel as far as their family: Light has lines and pale bands, Medium a filled header. */
function tableLook(sheet: Sheet, row: number, column: number): TableLook | null {
  const table = sheet.tables.find(({ area }) => hasCell(area, row, column));
  if (!table || !/^TableStyle(Light|Medium|Dark)/.test(table.style)) return null;
  const isLight = table.style.startsWith('TableStyleLight');
  const edge = isLight ? '1px solid #000000' : undefined;
  if (table.showHeaders && row === table.area.row) {
    return {
      bold: true,
      colour: isLight ? null : '#FFFFFF',
      fill: isLight ? null : '#4472C4',
      lines: edge === undefined ? {} : { top: edge, bottom: edge },
    };
  }
  const isTotal = table.showTotals && row === lastRow(table.area);
  const isBand = table.showBandedRows && !isTotal && (row - firstRow(table)) % 2 === 0;
  return {
    bold: isTotal,
    colour: null,
    fill: isBand ? (isLight ? '#D9D9D9' : '#D9E1F2') : null,
    lines: {
      ...(isTotal ? { top: edge ?? '3px double #4472C4' } : {}),
      ...(edge !== undefined && row === lastRow(table.area) ? { bottom: edge } : {}),
    },
  };
}

function firstRow({ area, showHeaders }: Table): number {
  return area.row + Number(showHeaders);
}
