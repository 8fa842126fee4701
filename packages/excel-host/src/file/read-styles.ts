/** The looks of a workbook file: what each style number of its cells means. */
import {
  colourOf,
  DEFAULT_STYLE,
  type BorderLine,
  type BorderSide,
  type CellFill,
  type CellFont,
  type CellStyle,
} from '../model/style.ts';
import { child, childrenOf, parseXml, type XmlNode } from './xml.ts';

/** Formats that a file names by number only (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

export function readStyles(xml: string): CellStyle[] {
  const root = parseXml(xml);
  const formats = new Map(
    childrenOf(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId']!,
      attributes['formatCode']!,
    ]),
  );
  const fonts = childrenOf(child(root, 'fonts'), 'font').map(fontOf);
  const fills = childrenOf(child(root, 'fills'), 'fill').map(fillOf);
  const borders = childrenOf(child(root, 'borders'), 'border').map(bordersOf);
  return childrenOf(child(root, 'cellXfs'), 'xf').map((xf) => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const alignment = child(xf, 'alignment')?.attributes ?? {};
    const protection = child(xf, 'protection')?.attributes ?? {};
    return {
      ...DEFAULT_STYLE,
      numberFormat: formats.get(numFmtId) ?? BUILT_IN[numFmtId] ?? 'General',
      font: fonts[Number(fontId)] ?? DEFAULT_STYLE.font,
      fill: fills[Number(fillId)] ?? DEFAULT_STYLE.fill,
      borders: borders[Number(borderId)] ?? {},
      horizontalAlignment: capital(alignment['horizontal'] ?? 'general'),
      verticalAlignment: capital(alignment['vertical'] ?? 'bottom'),
      wrapText: isOn(alignment['wrapText']),
      indentLevel: Number(alignment['indent'] ?? 0),
      shrinkToFit: isOn(alignment['shrinkToFit']),
      locked: protection['locked'] === undefined || isOn(protection['locked']),
      formulaHidden: isOn(protection['hidden']),
    };
  });
}

export function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Theme colours come as Office's own theme has them; a tint is left out. */
const THEME = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
];

function colour(node: XmlNode | undefined, otherwise: string): string {
  const { rgb, theme } = node?.attributes ?? {};
  if (rgb !== undefined && /^[\da-f]{6,8}$/i.test(rgb)) return colourOf(rgb.slice(-6));
  return theme === undefined ? otherwise : (THEME[Number(theme)] ?? otherwise);
}

function flag(node: XmlNode, name: string): boolean {
  const found = child(node, name);
  return found !== undefined && found.attributes['val'] !== '0' && found.attributes['val'] !== 'false';
}

function fontOf(node: XmlNode): CellFont {
  const underline = child(node, 'u');
  return {
    name: child(node, 'name')?.attributes['val'] ?? 'Calibri',
    size: Number(child(node, 'sz')?.attributes['val'] ?? 11),
    bold: flag(node, 'b'),
    italic: flag(node, 'i'),
    underline: underline ? (underline.attributes['val'] === 'double' ? 'Double' : 'Single') : 'None',
    strikethrough: flag(node, 'strike'),
    subscript: child(node, 'vertAlign')?.attributes['val'] === 'subscript',
    superscript: child(node, 'vertAlign')?.attributes['val'] === 'superscript',
    color: colour(child(node, 'color'), '#000000'),
  };
}

function fillOf(node: XmlNode): CellFill {
  const pattern = child(node, 'patternFill');
  const type = pattern?.attributes['patternType'] ?? 'none';
  if (type !== 'solid') return DEFAULT_STYLE.fill;
  return { color: colour(child(pattern, 'fgColor'), '#FFFFFF'), pattern: 'Solid' };
}

const LINES: Readonly<Record<string, Pick<BorderLine, 'style' | 'weight'>>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  double: { style: 'Double', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dotted: { style: 'Dot', weight: 'Thin' },
};

const SIDES: readonly (readonly [string, BorderSide])[] = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];

function bordersOf(node: XmlNode): CellStyle['borders'] {
  const borders: Partial<Record<BorderSide, BorderLine>> = {};
  for (const [name, side] of SIDES) {
    const line = child(node, name);
    const look = LINES[line?.attributes['style'] ?? ''];
    if (look) borders[side] = { ...look, color: colour(child(line, 'color'), '#000000') };
  }
  return borders;
}
