/**
 * How the workbook looks, as data that a file and an open Excel can both be dressed by: one accent colour (teal),
 * Calibri as people have it, thin lines, and the styles that the cells take from these.
 */
import type { Language, NumberFormat } from 'isu-core';

export const COLOURS = {
  accent: '1F5F5B',
  accentLight: '8DB8B3',
  headerFill: 'E4EEEC',
  bandFill: 'F6F9F9',
  line: 'DCE5E4',
  grey: '595959',
  warningFill: 'FFF4D6',
  warning: '6B4A00',
  marking: '9C2A1A',
} as const;

export const FONT = 'Calibri';

/** What a table's cells are indented on their side, in characters; without it a number touches the text beside it. */
export const CELL_PADDING = 1.5;

/** What a filter's button takes of its header, in characters. */
export const BUTTON_WIDTH = 2.6;

/** Our table style: bands and the total line; what else a table shows is set on its cells, for every program to see. */
export const TABLE_STYLE = 'ISU';

export interface FontLook {
  /** In points. */
  readonly size: number;
  /** RRGGBB; the workbook's own text colour where there is none. */
  readonly colour: string | null;
  readonly bold: boolean;
}

export const FONTS = {
  body: font(11),
  title: font(18, COLOURS.accent, true),
  heading: font(13, COLOURS.accent, true),
  caption: font(11, null, true),
  header: font(11, COLOURS.accent, true),
  section: font(11, COLOURS.accent, true),
  total: font(11, null, true),
  muted: font(11, COLOURS.grey),
  note: font(9, COLOURS.grey),
  warning: font(11, COLOURS.warning),
  marking: font(11, COLOURS.marking, true),
} as const;

function font(size: number, colour: string | null = null, bold = false): FontLook {
  return { size, colour, bold };
}

export const FILLS = { none: null, header: COLOURS.headerFill, warning: COLOURS.warningFill } as const;

export interface LineLook {
  readonly weight: 'thin' | 'medium';
  readonly colour: string;
}

export interface BorderLook {
  readonly top: LineLook | null;
  readonly bottom: LineLook | null;
}

const ROW_LINE: LineLook = { weight: 'thin', colour: COLOURS.line };
const TOTAL_LINE: LineLook = { weight: 'thin', colour: COLOURS.accent };

export const BORDERS = {
  none: { top: null, bottom: null },
  row: { top: null, bottom: ROW_LINE },
  header: { top: null, bottom: { weight: 'medium', colour: COLOURS.accent } },
  total: { top: TOTAL_LINE, bottom: TOTAL_LINE },
} as const satisfies Readonly<Record<string, BorderLook>>;

export interface CellStyle {
  readonly font?: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly border?: keyof typeof BORDERS;
  /** A format code as `formatCode` gives it. */
  readonly format?: string;
  readonly align?: 'left' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
}

/** Text stays text, also when somebody edits the cell. */
export const TEXT_FORMAT = '@';

export const DATE_FORMAT = 'yyyy\\-mm\\-dd';

/** Excel shows thousands and decimals as its own language has them; only the space before % must be said. */
export function formatCode(format: NumberFormat, language: Language): string {
  const percent = language === 'sv' ? '\\ %' : '%';
  switch (format) {
    case 'text':
      return 'General';
    case 'integer':
      return '#,##0';
    case 'percent':
      return `0${percent}`;
    case 'percent-one-decimal':
      return `0.0${percent}`;
    case 'decimal-1':
      return '#,##0.0';
    case 'decimal-2':
      return '#,##0.00';
    case 'decimal-3':
      return '#,##0.000';
    case 'date':
      return DATE_FORMAT;
  }
}
