/** Excel.RangeFormat with its font, fill, borders and protection. */
import type { AreasOf, CellsOf } from '../model/cells-of.ts';
import { Fault } from '../model/fault.ts';
import {
  changeBorder,
  changeStyle,
  changeStyles,
  commonBorder,
  commonOf,
  type AreaSide,
} from '../model/formatting.ts';
import { autofitColumns, autofitRows, columnWidthOf, rowHeightOf, setSize } from '../model/lines.ts';
import { colourOf, NO_LINE, type BorderLine, type CellFont, type CellStyle } from '../model/style.ts';
import { checked, oneOf, requireNumber } from '../wire/checked.ts';
import {
  act,
  describe,
  give,
  items,
  part,
  value,
  writable,
  type Property,
  type Since,
} from '../wire/description.ts';

/** Looks are asked of one area or of several. */
type Formatted = CellsOf | AreasOf;

function areasOf(target: Formatted): readonly CellsOf[] {
  return 'area' in target ? [target] : target.areas.map((area) => ({ sheet: target.sheet, area }));
}

/** What all areas agree on. */
function common<V>(target: Formatted, read: (cells: CellsOf) => V | null): V | null {
  const values = areasOf(target).map(read);
  return values.every((each) => each === values[0]) ? (values[0] ?? null) : null;
}

function look<V>(
  since: Since,
  pick: (style: CellStyle) => V,
  change: (style: CellStyle, value: V) => CellStyle,
): Property<Formatted, V> {
  return writable(
    since,
    (target) => common(target, ({ sheet, area }) => commonOf(sheet, area, pick)),
    (target, value) => {
      const areas = areasOf(target).map(({ area }) => area);
      changeStyles(target.sheet, areas, (style) => change(style, value));
    },
  );
}

/** A field of the style by the property's own name. */
function styleField<K extends keyof CellStyle, V>(
  since: Since,
  key: K,
  allowed?: readonly V[],
): Property<Formatted, V> {
  return look(
    since,
    (style) => style[key] as unknown as V,
    (style, value) => ({ ...style, [key]: checked(key, value, style[key], allowed) }),
  );
}

function fontField<K extends keyof CellFont, V>(
  since: Since,
  key: K,
  allowed?: readonly V[],
): Property<Formatted, V> {
  return look(
    since,
    ({ font }) => font[key] as unknown as V,
    (style, value) => ({
      ...style,
      font: { ...style.font, [key]: checked(key, value, style.font[key], allowed) },
    }),
  );
}

function size(since: Since, axis: 'rows' | 'columns', read: (cells: CellsOf) => number | null) {
  return writable<Formatted, number>(
    since,
    (target) => common(target, read),
    (target, points) => {
      const most = axis === 'rows' ? 409.5 : 255 * 7.5;
      for (const { sheet, area } of areasOf(target))
        setSize(sheet, axis, area, requireNumber('size', points, 0, most));
    },
  );
}

export const rangeFormat = describe<Excel.RangeFormat, Formatted>('RangeFormat', {
  borders: part('1.1', 'RangeBorderCollection', (target) => target),
  fill: part('1.1', 'RangeFill', (target) => target),
  font: part('1.1', 'RangeFont', (target) => target),
  protection: part('1.2', 'FormatProtection', (target) => target),
  columnWidth: size('1.2', 'columns', ({ sheet, area }) => columnWidthOf(sheet, area)),
  rowHeight: size('1.2', 'rows', ({ sheet, area }) => rowHeightOf(sheet, area)),
  useStandardWidth: writable(
    '1.7',
    (target) => common(target, ({ sheet, area }) => columnWidthOf(sheet, area) === sheet.standardWidth),
    (target, isStandard) => {
      for (const { sheet, area } of areasOf(target)) if (isStandard) setSize(sheet, 'columns', area, null);
    },
  ),
  useStandardHeight: writable(
    '1.7',
    (target) => common(target, ({ sheet, area }) => rowHeightOf(sheet, area) === 15),
    (target, isStandard) => {
      for (const { sheet, area } of areasOf(target)) if (isStandard) setSize(sheet, 'rows', area, null);
    },
  ),
  horizontalAlignment: styleField('1.1', 'horizontalAlignment', [
    'General',
    'Left',
    'Center',
    'Right',
    'Fill',
    'Justify',
    'CenterAcrossSelection',
    'Distributed',
  ]),
  verticalAlignment: styleField('1.1', 'verticalAlignment', [
    'Top',
    'Center',
    'Bottom',
    'Justify',
    'Distributed',
  ]),
  wrapText: styleField('1.1', 'wrapText'),
  indentLevel: look(
    '1.9',
    ({ indentLevel }) => indentLevel,
    (style, level) => ({ ...style, indentLevel: requireNumber('indentLevel', level, 0, 250) }),
  ),
  shrinkToFit: styleField('1.9', 'shrinkToFit'),
  textOrientation: look(
    '1.7',
    ({ textOrientation }) => textOrientation,
    (style, degrees) => {
      if (degrees !== 180) requireNumber('textOrientation', degrees, -90, 90);
      return { ...style, textOrientation: degrees };
    },
  ),
  readingOrder: styleField('1.9', 'readingOrder', ['Context', 'LeftToRight', 'RightToLeft']),
  adjustIndent: act('1.11', (target, amount) => {
    for (const { sheet, area } of areasOf(target)) {
      changeStyle(sheet, area, (style) => ({
        ...style,
        indentLevel: Math.min(250, Math.max(0, style.indentLevel + amount)),
      }));
    }
  }),
  autofitColumns: act('1.2', (target) => {
    for (const { sheet, area } of areasOf(target)) autofitColumns(sheet, area);
  }),
  autofitRows: act('1.2', (target) => {
    for (const { sheet, area } of areasOf(target)) autofitRows(sheet, area);
  }),
});

export const rangeFont = describe<Excel.RangeFont, Formatted>('RangeFont', {
  bold: fontField('1.1', 'bold'),
  italic: fontField('1.1', 'italic'),
  name: fontField('1.1', 'name'),
  size: look(
    '1.1',
    ({ font }) => font.size,
    (style, points) => ({ ...style, font: { ...style.font, size: requireNumber('size', points, 1, 409) } }),
  ),
  underline: fontField('1.1', 'underline', [
    'None',
    'Single',
    'Double',
    'SingleAccountant',
    'DoubleAccountant',
  ]),
  strikethrough: fontField('1.9', 'strikethrough'),
  subscript: fontField('1.9', 'subscript'),
  superscript: fontField('1.9', 'superscript'),
  color: look(
    '1.1',
    ({ font }) => font.color,
    (style, colour) => ({ ...style, font: { ...style.font, color: colourOf(colour) } }),
  ),
});

export const rangeFill = describe<Excel.RangeFill, Formatted>('RangeFill', {
  // Docs, RangeFill.color: cells without a fill report white.
  color: look(
    '1.1',
    ({ fill }) => (fill.color === '' ? '#FFFFFF' : fill.color),
    (style, colour) => ({
      ...style,
      fill: colour === '' ? { color: '', pattern: 'None' } : { color: colourOf(colour), pattern: 'Solid' },
    }),
  ),
  pattern: look<Excel.RangeFill['pattern']>(
    '1.9',
    ({ fill }) => fill.pattern as Excel.RangeFill['pattern'],
    (style, pattern) => ({ ...style, fill: { ...style.fill, pattern } }),
  ),
  clear: act('1.1', (target) => {
    for (const { sheet, area } of areasOf(target)) {
      changeStyle(sheet, area, (style) => ({ ...style, fill: { color: '', pattern: 'None' } }));
    }
  }),
});

export const formatProtection = describe<Excel.FormatProtection, Formatted>('FormatProtection', {
  locked: styleField('1.2', 'locked'),
  formulaHidden: styleField('1.2', 'formulaHidden'),
});

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const satisfies readonly AreaSide[];

interface Border {
  readonly target: Formatted;
  readonly side: AreaSide;
}

export const borderCollection = describe<Excel.RangeBorderCollection, Formatted>('RangeBorderCollection', {
  items: items('RangeBorder', (target) => SIDES.map((side) => ({ target, side }))),
  count: value('1.1', () => SIDES.length),
  getItem: give('1.1', 'RangeBorder', (target, side) => ({ target, side: oneOf('index', side, SIDES) })),
  getItemAt: give('1.1', 'RangeBorder', (target, index) => {
    if (!SIDES[index]) throw new Fault('InvalidArgument', 'a range has 8 borders');
    return { target, side: SIDES[index] };
  }),
});

function lineField<K extends keyof BorderLine, V>(
  since: Since,
  key: K,
  change: (line: BorderLine, value: V) => BorderLine,
): Property<Border, V> {
  return writable(
    since,
    ({ target, side }) =>
      common(target, ({ sheet, area }) =>
        commonBorder(sheet, area, side, (line) => (line ?? NO_LINE)[key]),
      ) as V | null,
    ({ target, side }, value) => {
      const areas = areasOf(target).map(({ area }) => area);
      changeBorder(target.sheet, areas, side, (line) => change(line ?? NO_LINE, value));
    },
  );
}

const LINE_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;

/** A colour or a weight makes a line that was none continuous, as in Excel. */
function drawn(line: BorderLine): BorderLine {
  return line.style === 'None' ? { ...line, style: 'Continuous' } : line;
}

export const rangeBorder = describe<Excel.RangeBorder, Border>('RangeBorder', {
  sideIndex: value('1.1', ({ side }) => side),
  style: lineField('1.1', 'style', (line, style) => ({ ...line, style: oneOf('style', style, LINE_STYLES) })),
  color: lineField<'color', string>('1.1', 'color', (line, colour) => ({
    ...drawn(line),
    color: colourOf(colour),
  })),
  weight: lineField('1.1', 'weight', (line, weight) => ({
    ...drawn(line),
    weight: oneOf('weight', weight, ['Hairline', 'Thin', 'Medium', 'Thick']),
  })),
});
