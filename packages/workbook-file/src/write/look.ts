/**
 * How the workbook looks: one accent colour (teal), Calibri as people have it, thin lines, and the styles that the
 * cells take from these. Every style that a cell asks for becomes one entry of the styles part.
 */
import type { Language, NumberFormat } from 'isu-core';
import { XML_START, xmlAttribute } from './xml.ts';

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

const FONTS = {
  body: font(11),
  title: font(18, COLOURS.accent, true),
  heading: font(13, COLOURS.accent, true),
  caption: font(11, undefined, true),
  header: font(11, COLOURS.accent, true),
  section: font(11, COLOURS.accent, true),
  total: font(11, undefined, true),
  muted: font(11, COLOURS.grey),
  note: font(9, COLOURS.grey),
  warning: font(11, COLOURS.warning),
  marking: font(11, COLOURS.marking, true),
} as const;

function font(size: number, colour?: string, bold = false): string {
  const shade = colour === undefined ? '<color theme="1"/>' : `<color rgb="FF${colour}"/>`;
  return `<font>${bold ? '<b/>' : ''}<sz val="${String(size)}"/>${shade}<name val="${FONT}"/><family val="2"/><scheme val="minor"/></font>`;
}

const FILLS = {
  none: '<fill><patternFill patternType="none"/></fill>',
  // Excel takes the second fill for its own.
  gray125: '<fill><patternFill patternType="gray125"/></fill>',
  header: solid(COLOURS.headerFill),
  warning: solid(COLOURS.warningFill),
} as const;

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const BORDERS = {
  none: border('', ''),
  row: border('', line('thin', COLOURS.line)),
  header: border('', line('medium', COLOURS.accent)),
  total: border(line('thin', COLOURS.accent), line('thin', COLOURS.accent)),
} as const;

function border(top: string, bottom: string): string {
  return `<border><left/><right/><top${top || '/>'}${top && '</top>'}<bottom${bottom || '/>'}${bottom && '</bottom>'}<diagonal/></border>`;
}

function line(style: string, colour: string): string {
  return ` style="${style}"><color rgb="FF${colour}"/>`;
}

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

const BUILT_IN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  '#,##0': 3,
  '#,##0.00': 4,
  '@': 49,
  '0%': 9,
};

const FIRST_OWN_FORMAT = 164;

/** Hands out the numbers of the styles that cells use, and writes the styles part. */
export class Styles {
  private readonly numbers = new Map<string, number>();
  private readonly entries: string[] = [];
  private readonly formats = new Map<string, number>();

  constructor() {
    this.number({});
  }

  number(style: CellStyle): number {
    const entry = this.entry(style);
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    this.numbers.set(entry, this.entries.length);
    this.entries.push(entry);
    return this.entries.length - 1;
  }

  part(): string {
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${String(id)}" formatCode="${xmlAttribute(code)}"/>`,
    );
    return (
      `${XML_START}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length > 0 ? counted('numFmts', formats) : '') +
      counted('fonts', Object.values(FONTS)) +
      counted('fills', Object.values(FILLS)) +
      counted('borders', Object.values(BORDERS)) +
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      counted('cellXfs', this.entries) +
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      counted('dxfs', [WHOLE_TABLE, BAND]) +
      `<tableStyles count="1" defaultTableStyle="${TABLE_STYLE}" defaultPivotStyle="PivotStyleLight16">` +
      `<tableStyle name="${TABLE_STYLE}" pivot="0" count="2"><tableStyleElement type="wholeTable" dxfId="0"/>` +
      `<tableStyleElement type="secondRowStripe" dxfId="1"/></tableStyle></tableStyles></styleSheet>`
    );
  }

  private entry(style: CellStyle): string {
    const attributes = [
      `numFmtId="${String(this.format(style.format ?? 'General'))}"`,
      `fontId="${String(indexIn(FONTS, style.font ?? 'body'))}"`,
      `fillId="${String(indexIn(FILLS, style.fill ?? 'none'))}"`,
      `borderId="${String(indexIn(BORDERS, style.border ?? 'none'))}"`,
      'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ];
    const alignment = [
      style.align && `horizontal="${style.align}"`,
      `vertical="${style.vertical ?? 'center'}"`,
      style.wrap && 'wrapText="1"',
      style.indent && `indent="${String(style.indent)}"`,
    ].filter(Boolean);
    return `<xf ${attributes.join(' ')}><alignment ${alignment.join(' ')}/></xf>`;
  }

  private format(code: string): number {
    const known = BUILT_IN_FORMATS[code] ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, id);
    return id;
  }
}

const WHOLE_TABLE = `<dxf><border><bottom${line('thin', COLOURS.line)}</bottom></border></dxf>`;
const BAND = `<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF${COLOURS.bandFill}"/><bgColor rgb="FF${COLOURS.bandFill}"/></patternFill></fill></dxf>`;

function indexIn(table: object, key: string): number {
  return Object.keys(table).indexOf(key);
}

function counted(element: string, entries: readonly string[]): string {
  return `<${element} count="${String(entries.length)}">${entries.join('')}</${element}>`;
}
