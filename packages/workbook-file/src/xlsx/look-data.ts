/** How cells look, and what lends them a look: a table's style, a conditional format, the theme. */

export interface CellLook {
  /** A format code; `General` is Excel's own choice. */
  readonly format: string;
  readonly font: FontData;
  readonly fill: string | null;
  readonly border: BorderData;
  readonly alignment: AlignmentData;
  readonly locked: boolean;
  readonly hidesFormula: boolean;
}

export interface FontData {
  readonly name: string;
  /** In points. */
  readonly size: number;
  /** `null` is the workbook's own text colour. */
  readonly colour: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly underline: UnderlineName | null;
  readonly raised: 'superscript' | 'subscript' | null;
}

export type UnderlineName = 'single' | 'double' | 'singleAccounting' | 'doubleAccounting';

export type BorderSideName = (typeof BORDER_SIDES)[number];

/** In the order in which a file has them. */
export const BORDER_SIDES = ['left', 'right', 'top', 'bottom', 'diagonalDown', 'diagonalUp'] as const;

export type BorderData = Readonly<Partial<Record<BorderSideName, BorderLineData>>>;

export interface BorderLineData {
  readonly style: LineStyleName;
  readonly colour: string;
}

export type LineStyleName = (typeof LINE_STYLES)[number];

export const LINE_STYLES = [
  'hair',
  'dotted',
  'dashDotDot',
  'dashDot',
  'dashed',
  'thin',
  'mediumDashDotDot',
  'slantDashDot',
  'mediumDashDot',
  'mediumDashed',
  'medium',
  'thick',
  'double',
] as const;

export interface AlignmentData {
  /** By the file's own names: `general`, `left`, `centerContinuous` … */
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  /** Degrees upwards, -90 to 90; 255 is letters under each other. */
  readonly rotation: number;
  readonly readingOrder: 'context' | 'left-to-right' | 'right-to-left';
}

/** What differs from the cell's own look. Absent is as the cell has it. */
export interface LentLookData {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: UnderlineName;
  readonly colour?: string;
  readonly fill?: string;
  readonly format?: string;
  readonly border?: BorderData;
}

/** A table style of the workbook's own: looks by the table's parts as a file names them (`wholeTable`, `headerRow` …). */
export interface TableStyleData {
  readonly name: string;
  readonly elements: readonly { readonly part: string; readonly look: LentLookData }[];
}

/** The colours and the font that people are offered. */
/** A theme's colours as files name them: dark and light beside black and white, six accents, links and followed links. */
export const THEME_COLOURS = [
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;

export interface ThemeData {
  readonly name: string;
  /** As `THEME_COLOURS`. */
  readonly colours: readonly string[];
  readonly font: string;
}

/** What Office 2013–2022 begins with. */
export const OFFICE_THEME: ThemeData = {
  name: 'Office',
  colours: [
    '44546A',
    'E7E6E6',
    '4472C4',
    'ED7D31',
    'A5A5A5',
    'FFC000',
    '5B9BD5',
    '70AD47',
    '0563C1',
    '954F72',
  ],
  font: 'Calibri',
};

export const PLAIN_ALIGNMENT: AlignmentData = {
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  indent: 0,
  shrink: false,
  rotation: 0,
  readingOrder: 'context',
};

export const PLAIN_FONT: FontData = {
  name: 'Calibri',
  size: 11,
  colour: null,
  bold: false,
  italic: false,
  strike: false,
  underline: null,
  raised: null,
};

export const PLAIN_LOOK: CellLook = {
  format: 'General',
  font: PLAIN_FONT,
  fill: null,
  border: {},
  alignment: PLAIN_ALIGNMENT,
  locked: true,
  hidesFormula: false,
};
