/** The looks of a workbook file: what each style number of its cells means, and the looks that are lent. */
import {
  BORDER_SIDES,
  LINE_STYLES,
  PLAIN_ALIGNMENT,
  PLAIN_FONT,
  PLAIN_LOOK,
  type AlignmentData,
  type BorderData,
  type BorderLineData,
  type CellLook,
  type FontData,
  type LentLookData,
  type TableStyleData,
  type UnderlineName,
} from '../look-data.ts';
import type { Colours } from './colours.ts';
import { child, childrenOf, isOn, numberOr, parseXml, valueOf, type XmlNode } from './xml.ts';

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

export interface StylesRead {
  readonly styles: readonly CellLook[];
  /** By the numbers that rules and table styles name them by. */
  readonly lent: readonly LentLookData[];
  readonly tableStyles: readonly TableStyleData[];
  readonly defaultTableStyle: string;
}

export function readStyles(xml: string, colours: Colours): StylesRead {
  const root = parseXml(xml);
  const formats = new Map(
    childrenOf(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'] ?? '',
      attributes['formatCode'] ?? '',
    ]),
  );
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((node) => fontOf(node, colours));
  const fills = childrenOf(child(root, 'fills'), 'fill').map((node) => fillOf(node, colours));
  const borders = childrenOf(child(root, 'borders'), 'border').map((node) => borderOf(node, colours));
  const styles = childrenOf(child(root, 'cellXfs'), 'xf').map((xf): CellLook => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const protection = child(xf, 'protection')?.attributes ?? {};
    return {
      format: formats.get(numFmtId) ?? BUILT_IN[numFmtId] ?? 'General',
      font: fonts[Number(fontId)] ?? PLAIN_FONT,
      fill: fills[Number(fillId)] ?? null,
      border: borders[Number(borderId)] ?? {},
      alignment: alignmentOf(child(xf, 'alignment')),
      locked: protection['locked'] === undefined || isOn(protection['locked']),
      hidesFormula: isOn(protection['hidden']),
    };
  });
  const lent = childrenOf(child(root, 'dxfs'), 'dxf').map((node) => lentLookOf(node, colours));
  const ofTables = child(root, 'tableStyles');
  return {
    styles: styles.length === 0 ? [PLAIN_LOOK] : styles,
    lent,
    tableStyles: childrenOf(ofTables, 'tableStyle').map((node) => tableStyleOf(node, lent)),
    defaultTableStyle: ofTables?.attributes['defaultTableStyle'] ?? 'TableStyleMedium2',
  };
}

/** Absent is not said. */
function mark(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  return found && !/^(0|false)$/.test(valueOf(found) ?? '1');
}

function underlineOf(node: XmlNode | undefined): UnderlineName | null {
  const line = child(node, 'u');
  if (!line || valueOf(line) === 'none') return null;
  return (valueOf(line) ?? 'single') as UnderlineName;
}

function fontOf(node: XmlNode, colours: Colours): FontData {
  const raised = valueOf(child(node, 'vertAlign'));
  return {
    name: valueOf(child(node, 'name')) ?? PLAIN_FONT.name,
    size: numberOr(valueOf(child(node, 'sz')), PLAIN_FONT.size),
    colour: colours.of(child(node, 'color')),
    bold: mark(node, 'b') ?? false,
    italic: mark(node, 'i') ?? false,
    strike: mark(node, 'strike') ?? false,
    underline: underlineOf(node),
    raised: raised === 'superscript' || raised === 'subscript' ? raised : null,
  };
}

function fillOf(node: XmlNode, colours: Colours): string | null {
  const pattern = child(node, 'patternFill');
  if (pattern?.attributes['patternType'] !== 'solid') return null;
  return colours.of(child(pattern, 'fgColor')) ?? 'FFFFFF';
}

/** A border's two diagonals are one line. */
function borderOf(node: XmlNode | undefined, colours: Colours): BorderData {
  const lines: Partial<Record<(typeof BORDER_SIDES)[number], BorderLineData>> = {};
  for (const side of BORDER_SIDES) {
    const isAcross = side === 'diagonalDown' || side === 'diagonalUp';
    if (isAcross && !isOn(node?.attributes[side])) continue;
    const line = child(node, isAcross ? 'diagonal' : side);
    const style = LINE_STYLES.find((each) => each === line?.attributes['style']);
    if (style) lines[side] = { style, colour: colours.of(child(line, 'color')) ?? '000000' };
  }
  return lines;
}

const READING_ORDERS: Readonly<Record<string, AlignmentData['readingOrder']>> = {
  1: 'left-to-right',
  2: 'right-to-left',
};

function alignmentOf(node: XmlNode | undefined): AlignmentData {
  if (!node) return PLAIN_ALIGNMENT;
  const { horizontal, vertical, wrapText, indent, shrinkToFit, textRotation, readingOrder } = node.attributes;
  const turned = numberOr(textRotation, 0);
  return {
    horizontal: horizontal ?? PLAIN_ALIGNMENT.horizontal,
    vertical: vertical ?? PLAIN_ALIGNMENT.vertical,
    wrap: isOn(wrapText),
    indent: numberOr(indent, 0),
    shrink: isOn(shrinkToFit),
    rotation: turned > 90 && turned <= 180 ? 90 - turned : turned,
    readingOrder: READING_ORDERS[readingOrder ?? ''] ?? 'context',
  };
}

function lentLookOf(node: XmlNode, colours: Colours): LentLookData {
  const font = child(node, 'font');
  const [bold, italic, strike] = [mark(font, 'b'), mark(font, 'i'), mark(font, 'strike')];
  const underline = underlineOf(font);
  const colour = colours.of(child(font, 'color'));
  const pattern = child(child(node, 'fill'), 'patternFill');
  // Excel writes the colour that is lent as the ground of the pattern.
  const fill = colours.of(child(pattern, 'bgColor')) ?? colours.of(child(pattern, 'fgColor'));
  const format = child(node, 'numFmt')?.attributes['formatCode'];
  const border = borderOf(child(node, 'border'), colours);
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(strike !== undefined && { strike }),
    ...(underline !== null && { underline }),
    ...(colour !== null && { colour }),
    ...(fill !== null && { fill }),
    ...(format !== undefined && { format }),
    ...(Object.keys(border).length > 0 && { border }),
  };
}

function tableStyleOf(node: XmlNode, lent: readonly LentLookData[]): TableStyleData {
  return {
    name: node.attributes['name'] ?? '',
    elements: childrenOf(node, 'tableStyleElement').flatMap(({ attributes: { type = '', dxfId } }) => {
      const look = lent[Number(dxfId)];
      return look ? [{ part: type, look }] : [];
    }),
  };
}
