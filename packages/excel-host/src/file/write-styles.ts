/** The styles part: every look of the workbook, by its own number. */
import type { BorderLine, BorderSide, CellStyle } from '../model/style.ts';
import type { Workbook } from '../model/workbook.ts';
import { escapeXml } from './xml.ts';

const FIRST_OWN_FORMAT = 164;

export function stylesPart({ styles }: Workbook): string {
  const fonts = new Entries(['<font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/></font>']);
  const fills = new Entries([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  const borders = new Entries(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  const formats = new Entries([]);
  const cells = Array.from({ length: styles.size }, (_, i) => {
    const style = styles.style(i);
    const format =
      style.numberFormat === 'General' ? 0 : FIRST_OWN_FORMAT + formats.number(escapeXml(style.numberFormat));
    return (
      `<xf numFmtId="${String(format)}" fontId="${String(fonts.number(font(style)))}" fillId="${String(fills.number(fill(style)))}" ` +
      `borderId="${String(borders.number(border(style)))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" ` +
      `applyBorder="1" applyAlignment="1" applyProtection="1">${alignment(style)}` +
      `<protection locked="${style.locked ? '1' : '0'}" hidden="${style.formulaHidden ? '1' : '0'}"/></xf>`
    );
  });
  const numFmts = formats.all.map(
    (code, i) => `<numFmt numFmtId="${String(FIRST_OWN_FORMAT + i)}" formatCode="${code}"/>`,
  );
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (numFmts.length > 0 ? counted('numFmts', numFmts) : '') +
    counted('fonts', fonts.all) +
    counted('fills', fills.all) +
    counted('borders', borders.all) +
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    counted('cellXfs', cells) +
    counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    '</styleSheet>'
  );
}

/** Texts, each once, by number. */
class Entries {
  readonly all: string[];

  constructor(first: readonly string[]) {
    this.all = [...first];
  }

  number(entry: string): number {
    const known = this.all.indexOf(entry);
    return known >= 0 ? known : this.all.push(entry) - 1;
  }
}

export function counted(element: string, entries: readonly string[]): string {
  return `<${element} count="${String(entries.length)}">${entries.join('')}</${element}>`;
}

function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}

function font({
  font: { name, size, bold, italic, underline, strikethrough, subscript, superscript, color },
}: CellStyle): string {
  const vertical = subscript ? 'subscript' : superscript ? 'superscript' : null;
  return (
    `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${strikethrough ? '<strike/>' : ''}` +
    (underline === 'None' ? '' : `<u val="${underline.startsWith('Double') ? 'double' : 'single'}"/>`) +
    (vertical === null ? '' : `<vertAlign val="${vertical}"/>`) +
    `<sz val="${String(size)}"/><color rgb="${argb(color)}"/><name val="${escapeXml(name)}"/></font>`
  );
}

function fill({ fill: { color } }: CellStyle): string {
  if (color === '') return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const SIDES: readonly (readonly [string, BorderSide])[] = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];

function border({ borders }: CellStyle): string {
  const sides = SIDES.map(([element, side]) => {
    const line = borders[side];
    if (!line || line.style === 'None') return `<${element}/>`;
    return `<${element} style="${lineStyle(line)}"><color rgb="${argb(line.color)}"/></${element}>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

function lineStyle({ style, weight }: BorderLine): string {
  if (style === 'Double') return 'double';
  if (style === 'Dot') return 'dotted';
  if (style !== 'Continuous') return weight === 'Medium' ? 'mediumDashed' : 'dashed';
  return { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' }[weight];
}

function alignment(style: CellStyle): string {
  const { horizontalAlignment, verticalAlignment, wrapText, indentLevel, shrinkToFit } = style;
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const horizontal =
    horizontalAlignment === 'CenterAcrossSelection' ? 'centerContinuous' : small(horizontalAlignment);
  return (
    `<alignment horizontal="${horizontal}" vertical="${small(verticalAlignment)}"` +
    `${wrapText ? ' wrapText="1"' : ''}${indentLevel > 0 ? ` indent="${String(indentLevel)}"` : ''}${shrinkToFit ? ' shrinkToFit="1"' : ''}/>`
  );
}
