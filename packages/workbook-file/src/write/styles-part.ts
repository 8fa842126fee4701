/** The styles part (ECMA-376, part 1, 18.8): every style that a cell uses is one entry. */
import {
  BORDERS,
  COLOURS,
  FILLS,
  FONT,
  FONTS,
  TABLE_STYLE,
  type BorderLook,
  type CellStyle,
  type FontLook,
  type LineLook,
} from './look.ts';
import type { Styles } from './styles.ts';
import { XML_START, xmlAttribute } from './xml.ts';

export function stylesPart(styles: Styles): string {
  const formats = new Formats();
  const entries = styles.all().map((style) => entry(style, formats));
  return (
    `${XML_START}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    formats.element() +
    counted('fonts', Object.values(FONTS).map(font)) +
    counted('fills', FILL_ENTRIES) +
    counted('borders', Object.values(BORDERS).map(border)) +
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    counted('cellXfs', entries) +
    counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    counted('dxfs', [WHOLE_TABLE, BAND]) +
    `<tableStyles count="1" defaultTableStyle="${TABLE_STYLE}" defaultPivotStyle="PivotStyleLight16">` +
    `<tableStyle name="${TABLE_STYLE}" pivot="0" count="2"><tableStyleElement type="wholeTable" dxfId="0"/>` +
    `<tableStyleElement type="secondRowStripe" dxfId="1"/></tableStyle></tableStyles></styleSheet>`
  );
}

const BUILT_IN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  '#,##0': 3,
  '#,##0.00': 4,
  '@': 49,
  '0%': 9,
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
    const formats = [...this.own].map(
      ([code, id]) => `<numFmt numFmtId="${String(id)}" formatCode="${xmlAttribute(code)}"/>`,
    );
    return formats.length > 0 ? counted('numFmts', formats) : '';
  }
}

function entry(style: CellStyle, formats: Formats): string {
  const attributes = [
    `numFmtId="${String(formats.number(style.format ?? 'General'))}"`,
    `fontId="${String(indexIn(FONTS, style.font ?? 'body'))}"`,
    `fillId="${String(FILL_NUMBERS[style.fill ?? 'none'])}"`,
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

function font({ size, colour, bold }: FontLook): string {
  const shade = colour === null ? '<color theme="1"/>' : `<color rgb="FF${colour}"/>`;
  return `<font>${bold ? '<b/>' : ''}<sz val="${String(size)}"/>${shade}<name val="${FONT}"/><family val="2"/><scheme val="minor"/></font>`;
}

/** Excel takes the second fill for its own. */
const FILL_NUMBERS: Readonly<Record<keyof typeof FILLS, number>> = { none: 0, header: 2, warning: 3 };

const FILL_ENTRIES = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid(FILLS.header),
  solid(FILLS.warning),
];

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function border({ top, bottom }: BorderLook): string {
  return `<border><left/><right/>${side('top', top)}${side('bottom', bottom)}<diagonal/></border>`;
}

function side(name: 'top' | 'bottom', line: LineLook | null): string {
  if (line === null) return `<${name}/>`;
  return `<${name} style="${line.weight}"><color rgb="FF${line.colour}"/></${name}>`;
}

const WHOLE_TABLE = `<dxf><border>${side('bottom', BORDERS.row.bottom)}</border></dxf>`;
const BAND = `<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF${COLOURS.bandFill}"/><bgColor rgb="FF${COLOURS.bandFill}"/></patternFill></fill></dxf>`;

function indexIn(table: object, key: string): number {
  return Object.keys(table).indexOf(key);
}

function counted(element: string, entries: readonly string[]): string {
  return `<${element} count="${String(entries.length)}">${entries.join('')}</${element}>`;
}
