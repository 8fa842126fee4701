/** How cells look. A style is a value: equal looks are one entry of the workbook's style table, known by a number. */
import { Fault } from './fault.ts';

export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'DiagonalDown' | 'DiagonalUp';

export interface BorderLine {
  readonly style:
    'None' | 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  readonly color: string;
}

export const NO_LINE: BorderLine = { style: 'None', weight: 'Thin', color: '#000000' };

export interface CellFont {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly color: string;
}

export interface CellFill {
  /** `''` is no fill, which Excel reports as white. */
  readonly color: string;
  readonly pattern: string;
}

export interface CellStyle {
  readonly numberFormat: string;
  readonly font: CellFont;
  readonly fill: CellFill;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderLine>>>;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
  readonly readingOrder: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The named cell style that it was made from. */
  readonly named: string;
}

export const DEFAULT_STYLE: CellStyle = {
  numberFormat: 'General',
  font: {
    name: 'Calibri',
    size: 11,
    bold: false,
    italic: false,
    underline: 'None',
    strikethrough: false,
    subscript: false,
    superscript: false,
    color: '#000000',
  },
  fill: { color: '', pattern: 'None' },
  borders: {},
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  readingOrder: 'Context',
  locked: true,
  formulaHidden: false,
  named: 'Normal',
};

export type StyleChange = (style: CellStyle) => CellStyle;

/** Every look in a workbook, each once. Number 0 is the default. */
export class StyleTable {
  private readonly numbers = new Map<string, number>();
  private readonly styles: CellStyle[] = [];

  constructor() {
    this.number(DEFAULT_STYLE);
  }

  get size(): number {
    return this.styles.length;
  }

  style(number: number): CellStyle {
    return this.styles[number]!;
  }

  number(style: CellStyle): number {
    const key = keyOf(style);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.styles.length > 0xffff) throw new Fault('GeneralException', 'more than 65,536 cell looks');
    this.styles.push(style);
    this.numbers.set(key, this.styles.length - 1);
    return this.styles.length - 1;
  }

  /** The change as a step from number to number, worked out once for each look that it meets. */
  stepper(change: StyleChange): (number: number) => number {
    const known = new Map<number, number>();
    return (number) => {
      const before = known.get(number);
      if (before !== undefined) return before;
      const after = this.number(change(this.style(number)));
      known.set(number, after);
      return after;
    };
  }
}

const STYLE_KEYS = Object.keys(DEFAULT_STYLE) as (keyof CellStyle)[];
const FONT_KEYS = Object.keys(DEFAULT_STYLE.font) as (keyof CellFont)[];
const SIDES: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'DiagonalDown',
  'DiagonalUp',
];

/** Equal styles make equal texts, in whatever order their fields were set. */
function keyOf(style: CellStyle): string {
  const plain = STYLE_KEYS.map((key) => {
    const value = style[key];
    return typeof value === 'object' ? '' : String(value);
  });
  const lines = SIDES.map((side) => {
    const line = style.borders[side];
    return line ? `${line.style} ${line.weight} ${line.color}` : '';
  });
  const font = FONT_KEYS.map((key) => String(style.font[key]));
  return JSON.stringify([...plain, ...font, style.fill.color, style.fill.pattern, ...lines]);
}

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  darkgray: '#A9A9A9',
  purple: '#800080',
  pink: '#FFC0CB',
  brown: '#A52A2A',
  cyan: '#00FFFF',
  magenta: '#FF00FF',
  teal: '#008080',
  navy: '#000080',
};

/** A colour as Excel gives it back: `#RRGGBB` in capitals. */
export function colourOf(wanted: string): string {
  const plain = wanted.trim().toLowerCase();
  const named = NAMED_COLOURS[plain];
  if (named !== undefined) return named;
  const hex = /^#?([0-9a-f]{6})$/.exec(plain);
  if (!hex) throw new Fault('InvalidArgument', `"${wanted}" is no colour that this host knows`);
  return `#${hex[1]!.toUpperCase()}`;
}
