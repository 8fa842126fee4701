/** Looks of cells, from a file and to one. */
import {
  PLAIN_LOOK,
  type BorderData,
  type BorderSideName,
  type CellLook,
  type FontData,
  type LineStyleName,
} from 'isu-workbook-file/workbook';
import {
  DEFAULT_STYLE,
  type BorderLine,
  type BorderSide,
  type CellFont,
  type CellStyle,
} from '../model/style.ts';
import { storedColour } from './areas.ts';

export function styleOfLook(look: CellLook): CellStyle {
  const { alignment } = look;
  return {
    ...DEFAULT_STYLE,
    numberFormat: look.format,
    font: fontFromFile(look.font),
    fill: look.fill === null ? DEFAULT_STYLE.fill : { color: `#${look.fill}`, pattern: 'Solid' },
    borders: bordersFromFile(look.border),
    horizontalAlignment: HORIZONTAL[alignment.horizontal] ?? capital(alignment.horizontal),
    verticalAlignment: capital(alignment.vertical),
    wrapText: alignment.wrap,
    indentLevel: alignment.indent,
    shrinkToFit: alignment.shrink,
    textOrientation: alignment.rotation === LETTERS_BELOW ? 180 : alignment.rotation,
    readingOrder: READING_FROM_FILE[alignment.readingOrder],
    locked: look.locked,
    formulaHidden: look.hidesFormula,
  };
}

export function lookOfStyle(style: CellStyle): CellLook {
  return {
    ...PLAIN_LOOK,
    format: style.numberFormat,
    font: fontToFile(style.font),
    fill: storedColour(style.fill.color),
    border: bordersToFile(style.borders),
    alignment: {
      horizontal:
        style.horizontalAlignment === 'CenterAcrossSelection'
          ? 'centerContinuous'
          : small(style.horizontalAlignment),
      vertical: small(style.verticalAlignment),
      wrap: style.wrapText,
      indent: style.indentLevel,
      shrink: style.shrinkToFit,
      rotation: style.textOrientation === 180 ? LETTERS_BELOW : style.textOrientation,
      readingOrder: READING_TO_FILE[style.readingOrder] ?? 'context',
    },
    locked: style.locked,
    hidesFormula: style.formulaHidden,
  };
}

/** A file's number for letters under each other; Office.js has 180. */
const LETTERS_BELOW = 255;

const HORIZONTAL: Readonly<Record<string, string>> = { centerContinuous: 'CenterAcrossSelection' };

const READING_FROM_FILE = {
  context: 'Context',
  'left-to-right': 'LeftToRight',
  'right-to-left': 'RightToLeft',
} as const;

const READING_TO_FILE: Readonly<Record<string, 'left-to-right' | 'right-to-left'>> = {
  LeftToRight: 'left-to-right',
  RightToLeft: 'right-to-left',
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const UNDERLINES = {
  single: 'Single',
  double: 'Double',
  singleAccounting: 'SingleAccountant',
  doubleAccounting: 'DoubleAccountant',
} as const;

function fontFromFile(font: FontData): CellFont {
  return {
    name: font.name,
    size: font.size,
    bold: font.bold,
    italic: font.italic,
    underline: font.underline === null ? 'None' : UNDERLINES[font.underline],
    strikethrough: font.strike,
    subscript: font.raised === 'subscript',
    superscript: font.raised === 'superscript',
    color: font.colour === null ? DEFAULT_STYLE.font.color : `#${font.colour}`,
  };
}

function fontToFile(font: CellFont): FontData {
  const underlines = Object.entries(UNDERLINES) as [keyof typeof UNDERLINES, string][];
  return {
    name: font.name,
    size: font.size,
    bold: font.bold,
    italic: font.italic,
    strike: font.strikethrough,
    underline: underlines.find(([, name]) => name === font.underline)?.[0] ?? null,
    raised: font.subscript ? 'subscript' : font.superscript ? 'superscript' : null,
    colour: font.color === DEFAULT_STYLE.font.color ? null : storedColour(font.color),
  };
}

const SIDES: readonly (readonly [BorderSideName, BorderSide])[] = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
  ['diagonalDown', 'DiagonalDown'],
  ['diagonalUp', 'DiagonalUp'],
];

/** What Office.js keeps apart, style and weight, is one word in a file. The first of a kind stands for all of it. */
const LINES: readonly (readonly [LineStyleName, BorderLine['style'], BorderLine['weight']])[] = [
  ['hair', 'Continuous', 'Hairline'],
  ['thin', 'Continuous', 'Thin'],
  ['medium', 'Continuous', 'Medium'],
  ['thick', 'Continuous', 'Thick'],
  ['double', 'Double', 'Thick'],
  ['dashed', 'Dash', 'Thin'],
  ['mediumDashed', 'Dash', 'Medium'],
  ['dotted', 'Dot', 'Thin'],
  ['dashDot', 'DashDot', 'Thin'],
  ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'],
  ['mediumDashDotDot', 'DashDotDot', 'Medium'],
  ['slantDashDot', 'SlantDashDot', 'Medium'],
];

function bordersFromFile(border: BorderData): CellStyle['borders'] {
  const borders: Partial<Record<BorderSide, BorderLine>> = {};
  for (const [name, side] of SIDES) {
    const line = border[name];
    const [, style, weight] = LINES.find(([stored]) => stored === line?.style) ?? [];
    if (line && style && weight) borders[side] = { style, weight, color: `#${line.colour}` };
  }
  return borders;
}

function bordersToFile(borders: CellStyle['borders']): BorderData {
  const border: Partial<Record<BorderSideName, BorderData[BorderSideName] & object>> = {};
  for (const [name, side] of SIDES) {
    const line = borders[side];
    if (!line || line.style === 'None') continue;
    const alike = LINES.filter(([, style]) => style === line.style);
    const stored = alike.find(([, , weight]) => weight === line.weight) ?? alike[0];
    if (stored) border[name] = { style: stored[0], colour: line.color.slice(1) };
  }
  return border;
}
