/** Range.getCellProperties and setCellProperties: looks of many cells in one call. */
import { areaAddress } from '../model/address.ts';
import { areaOf } from '../model/area.ts';
import type { CellsOf } from '../model/cells-of.ts';
import { changeStyle } from '../model/formatting.ts';
import { colourOf, type CellStyle } from '../model/style.ts';
import { eachCell, gridOf, readGrid } from '../model/writing.ts';

export function cellProperties(
  { sheet, area }: CellsOf,
  wanted: Excel.CellPropertiesLoadOptions,
): Excel.CellProperties[][] {
  return readGrid(area, (row, column) => {
    const { font, fill, ...style } = sheet.style(row, column);
    return {
      ...(wanted.address && { address: areaAddress(areaOf(row, column)) }),
      ...(wanted.format && {
        format: {
          ...(wanted.format.fill && { fill: { color: fill.color === '' ? '#FFFFFF' : fill.color } }),
          ...(wanted.format.font && { font: { ...font } }),
          horizontalAlignment: style.horizontalAlignment,
          verticalAlignment: style.verticalAlignment,
          wrapText: style.wrapText,
          indentLevel: style.indentLevel,
        },
      }),
    } as Excel.CellProperties;
  });
}

export function setCellProperties({ sheet, area }: CellsOf, written: Excel.SettableCellProperties[][]): void {
  const grid = gridOf(written, area);
  if ('all' in grid) return;
  eachCell(area, (row, column, r, c) => {
    const properties = grid[r]![c] as Excel.SettableCellProperties | undefined;
    if (properties?.format) {
      changeStyle(sheet, areaOf(row, column), (style) => withFormat(style, properties.format!));
    }
  });
}

type Format = NonNullable<Excel.SettableCellProperties['format']>;

function withFormat(style: CellStyle, { fill, font, ...rest }: Format): CellStyle {
  const plain = Object.entries(rest).filter(([key]) => key in style);
  return {
    ...style,
    ...Object.fromEntries(plain),
    fill: fill?.color === undefined ? style.fill : { color: colourOf(fill.color), pattern: 'Solid' },
    font: {
      ...style.font,
      ...font,
      color: font?.color === undefined ? style.font.color : colourOf(font.color),
    },
  };
}
