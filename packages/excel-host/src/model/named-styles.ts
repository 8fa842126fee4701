/** Cell styles by name. Only those that come with Excel, and of them the plain ones. */
import type { Area } from './area.ts';
import { Fault } from './fault.ts';
import { changeStyle } from './formatting.ts';
import type { Sheet } from './sheet.ts';
import { DEFAULT_STYLE, type CellStyle } from './style.ts';

const ACCENT = '#44546A';

const STYLES: Readonly<Record<string, CellStyle>> = {
  Normal: DEFAULT_STYLE,
  'Heading 1': heading(15),
  'Heading 2': heading(13),
  'Heading 3': heading(11),
  'Heading 4': heading(11),
  Title: { ...heading(18), font: { ...DEFAULT_STYLE.font, size: 18, color: ACCENT } },
  Total: { ...DEFAULT_STYLE, font: { ...DEFAULT_STYLE.font, bold: true } },
  Note: { ...DEFAULT_STYLE, fill: { color: '#FFFFCC', pattern: 'Solid' } },
  Percent: { ...DEFAULT_STYLE, numberFormat: '0%' },
  Comma: { ...DEFAULT_STYLE, numberFormat: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-' },
};

function heading(size: number): CellStyle {
  return { ...DEFAULT_STYLE, font: { ...DEFAULT_STYLE.font, size, bold: true, color: ACCENT } };
}

export function applyNamedStyle(sheet: Sheet, area: Area, name: string): void {
  const style = STYLES[name];
  if (!style) throw new Fault('InvalidArgument', `this host has no cell style "${name}"`);
  changeStyle(sheet, area, () => ({ ...style, named: name }));
}
