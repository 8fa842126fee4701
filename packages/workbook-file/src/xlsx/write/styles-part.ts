/** The styles part (ECMA-376, part 1, 18.8): every look of the workbook, and the looks that are lent. */
import {
  BORDER_SIDES,
  PLAIN_ALIGNMENT,
  type AlignmentData,
  type BorderData,
  type BorderLineData,
  type FontData,
  type LentLookData,
  type TableStyleData,
  type UnderlineName,
} from '../look-data.ts';
import type { WorkbookData } from '../workbook-data.ts';
import { counted, one, when, XML_START, xmlAttribute } from './xml.ts';

/** Texts, each once, by number. */
class Entries {
  private readonly numbers = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const entry of first) this.number(entry);
  }

  number(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    this.numbers.set(entry, this.numbers.size);
    return this.numbers.size - 1;
  }

  element(name: string): string {
    return counted(name, [...this.numbers.keys()]);
  }
}

/** Codes that every Excel reads alike by a number of its own. */
const BUILT_IN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

const FIRST_OWN_FORMAT = 164;

/** Numbers for format codes, in the order that they are first used. */
class Formats {
  private readonly own = new Map<string, number>();

  number(code: string): number {
    const known = BUILT_IN_FORMATS[code] ?? this.own.get(code);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.own.size;
    this.own.set(code, id);
    return id;
  }

  element(): string {
    const formats = [...this.own].map(([code, id]) => format(code, id));
    return formats.length > 0 ? counted('numFmts', formats) : '';
  }
}

function format(code: string, id: number): string {
  return `<numFmt numFmtId="${String(id)}" formatCode="${xmlAttribute(code)}"/>`;
}

/** Looks that tables and rules lend to cells, by number. A table's style comes first: it names its looks here. */
export class LentLooks {
  private readonly formats = new Formats();
  private readonly entries = new Entries();

  number(look: LentLookData): number {
    return this.entries.number(lentLook(look, this.formats));
  }

  tableStyle({ name, elements }: TableStyleData): string {
    const parts = elements.map(
      ({ part, look }) => `<tableStyleElement type="${part}" dxfId="${String(this.number(look))}"/>`,
    );
    return `<tableStyle name="${xmlAttribute(name)}" pivot="0" count="${String(parts.length)}">${parts.join('')}</tableStyle>`;
  }

  element(): string {
    return this.entries.element('dxfs');
  }
}

/** @param tableStyles as `LentLooks` writes them */
export function stylesPart(
  { styles, defaultTableStyle, theme }: Pick<WorkbookData, 'styles' | 'defaultTableStyle' | 'theme'>,
  lent: LentLooks,
  tableStyles: readonly string[],
): string {
  const formats = new Formats();
  const fonts = new Entries();
  // Excel takes the second fill for its own.
  const fills = new Entries(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  const borders = new Entries();
  const entries = styles.map((look) => {
    const attributes = [
      `numFmtId="${String(formats.number(look.format))}"`,
      `fontId="${String(fonts.number(font(look.font, theme.font)))}"`,
      `fillId="${String(look.fill === null ? 0 : fills.number(solid(look.fill)))}"`,
      `borderId="${String(borders.number(border(look.border)))}"`,
      'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ];
    const isLockedAsUsual = look.locked && !look.hidesFormula;
    const lock = isLockedAsUsual
      ? ''
      : `<protection locked="${one(look.locked)}" hidden="${one(look.hidesFormula)}"/>`;
    return `<xf ${attributes.join(' ')}${when(!isLockedAsUsual, 'applyProtection="1"')}>${alignment(look.alignment)}${lock}</xf>`;
  });
  return (
    `${XML_START}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    formats.element() +
    fonts.element('fonts') +
    fills.element('fills') +
    borders.element('borders') +
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    counted('cellXfs', entries) +
    counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    lent.element() +
    `<tableStyles count="${String(tableStyles.length)}" defaultTableStyle="${xmlAttribute(defaultTableStyle)}" defaultPivotStyle="PivotStyleLight16">` +
    `${tableStyles.join('')}</tableStyles></styleSheet>`
  );
}

/** A font of the theme changes with it. */
function font(look: FontData, themeFont: string): string {
  const colour = look.colour === null ? '<color theme="1"/>' : `<color rgb="FF${look.colour}"/>`;
  return (
    `<font>${marks(look)}${look.raised === null ? '' : `<vertAlign val="${look.raised}"/>`}<sz val="${String(look.size)}"/>${colour}` +
    `<name val="${xmlAttribute(look.name)}"/>${look.name === themeFont ? '<family val="2"/><scheme val="minor"/>' : ''}</font>`
  );
}

interface Marks {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: UnderlineName | null;
}

function marks({ bold, italic, strike, underline }: Marks): string {
  const mark = (name: string, isOn: boolean | undefined) =>
    isOn === undefined ? '' : isOn ? `<${name}/>` : '';
  const line = underline === null || underline === undefined ? '' : `<u val="${underline}"/>`;
  return mark('b', bold) + mark('i', italic) + mark('strike', strike) + line;
}

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** A border has every side, drawn or not; its two diagonals are one line. */
function border(sides: BorderData): string {
  const { diagonalDown: down, diagonalUp: up } = sides;
  const across = down ?? up;
  const edges = (['left', 'right', 'top', 'bottom'] as const).map((name) => line(name, sides[name]));
  return (
    `<border${when(down !== undefined, 'diagonalDown="1"')}${when(up !== undefined, 'diagonalUp="1"')}>` +
    `${edges.join('')}${line('diagonal', across)}</border>`
  );
}

function line(name: string, look: BorderLineData | undefined): string {
  if (look === undefined) return `<${name}/>`;
  return `<${name} style="${look.style}"><color rgb="FF${look.colour}"/></${name}>`;
}

const READING_ORDERS = { context: '', 'left-to-right': '1', 'right-to-left': '2' } as const;

function alignment(look: AlignmentData): string {
  const { horizontal, vertical, wrap, indent, shrink, rotation, readingOrder } = look;
  const turned = rotation < 0 ? 90 - rotation : rotation;
  const attributes = [
    horizontal !== PLAIN_ALIGNMENT.horizontal && `horizontal="${horizontal}"`,
    `vertical="${vertical}"`,
    turned !== 0 && `textRotation="${String(turned)}"`,
    wrap && 'wrapText="1"',
    indent > 0 && `indent="${String(indent)}"`,
    shrink && 'shrinkToFit="1"',
    readingOrder !== 'context' && `readingOrder="${READING_ORDERS[readingOrder]}"`,
  ].filter(Boolean);
  return `<alignment ${attributes.join(' ')}/>`;
}

/** Only what is lent stands in it: what is false is taken away from the cell, what is absent left to it. */
function lentLook(look: LentLookData, formats: Formats): string {
  const off = (name: string, isOn: boolean | undefined) => (isOn === false ? `<${name} val="0"/>` : '');
  const words =
    marks(look) +
    off('b', look.bold) +
    off('i', look.italic) +
    off('strike', look.strike) +
    (look.colour === undefined ? '' : `<color rgb="FF${look.colour}"/>`);
  const fill =
    look.fill === undefined
      ? ''
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor rgb="FF${look.fill}"/></patternFill></fill>`;
  const sides = look.border
    ? BORDER_SIDES.filter((side) => look.border![side]).map((side) => line(side, look.border![side]))
    : [];
  return (
    `<dxf>${words === '' ? '' : `<font>${words}</font>`}` +
    `${look.format === undefined ? '' : format(look.format, formats.number(look.format))}${fill}` +
    `${sides.length === 0 ? '' : `<border>${sides.join('')}</border>`}</dxf>`
  );
}
