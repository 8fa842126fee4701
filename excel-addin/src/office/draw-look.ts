/** The plan's looks on cells in Excel. */
import {
  BORDERS,
  FILLS,
  FONT,
  FONTS,
  ROW_HEIGHT,
  type CellStyle,
  type LineLook,
} from 'isu-workbook-file/sheet-plan';
import { setNumberFormat } from './cells-of.ts';

/** What most cells share, set once for all; the rest is set where a look differs from it. */
export function drawBase(cells: Excel.Range): void {
  cells.format.font.name = FONT;
  cells.format.font.size = FONTS.body.size;
  cells.format.verticalAlignment = Excel.VerticalAlignment.center;
  cells.format.rowHeight = ROW_HEIGHT;
}

export function drawLook(cells: Excel.Range, style: CellStyle): void {
  const { format } = cells;
  const font = FONTS[style.font ?? 'body'];
  const fill = FILLS[style.fill ?? 'none'];
  const { top, bottom } = BORDERS[style.border ?? 'none'];
  if (style.format !== undefined && style.format !== 'General') setNumberFormat(cells, style.format);
  if (font.size !== FONTS.body.size) format.font.size = font.size;
  if (font.bold) format.font.bold = true;
  if (font.colour !== null) format.font.color = `#${font.colour}`;
  if (fill !== null) format.fill.color = `#${fill}`;
  if (top !== null) drawLine(format, Excel.BorderIndex.edgeTop, top);
  if (bottom !== null) {
    drawLine(format, Excel.BorderIndex.edgeBottom, bottom);
    drawLine(format, Excel.BorderIndex.insideHorizontal, bottom);
  }
  if (style.align !== undefined) format.horizontalAlignment = ALIGNMENTS[style.align];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap) format.wrapText = true;
  if (style.indent) format.indentLevel = style.indent;
}

const ALIGNMENTS = { left: 'Left', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const WEIGHTS = { thin: 'Thin', medium: 'Medium' } as const;

function drawLine(format: Excel.RangeFormat, side: Excel.BorderIndex, { weight, colour }: LineLook): void {
  const border = format.borders.getItem(side);
  border.style = Excel.BorderLineStyle.continuous;
  border.weight = WEIGHTS[weight];
  border.color = `#${colour}`;
}
