/** Excel.ConditionalFormat: rules are kept as they were given; no cell is coloured, since nobody looks. */
import { overlaps } from '../model/area.ts';
import { cellsAt, cellsOf, type AreasOf, type CellsOf } from '../model/cells-of.ts';
import type { ConditionalFormat, LentLook } from '../model/conditional-format.ts';
import { Fault } from '../model/fault.ts';
import { colourOf } from '../model/style.ts';
import { oneOf } from '../wire/checked.ts';
import {
  act,
  answer,
  describe,
  field,
  give,
  giveOrNull,
  items,
  part,
  value,
  writable,
} from '../wire/description.ts';

const TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;

type Watched = CellsOf | AreasOf;

function areasOf(target: Watched) {
  return 'area' in target ? [target.area] : target.areas;
}

function formatsOn(target: Watched): readonly ConditionalFormat[] {
  return target.sheet.conditionalFormats.filter(({ areas }) =>
    areas.some((area) => areasOf(target).some((watched) => overlaps(area, watched))),
  );
}

export const conditionalFormatCollection = describe<Excel.ConditionalFormatCollection, Watched>(
  'ConditionalFormatCollection',
  {
    items: items('ConditionalFormat', formatsOn),
    // Docs, ConditionalFormatCollection.add: the new format has the first priority.
    add: give('1.6', 'ConditionalFormat', (target, type) => {
      const { sheet } = target;
      sheet.demand('allowFormatCells');
      const added: ConditionalFormat = {
        id: `{${String(sheet.workbook.nextNumber())}}`,
        sheet,
        type: oneOf('type', type, TYPES),
        areas: [...areasOf(target)],
        stopIfTrue: false,
        rule: type === 'Custom' ? { formula: '' } : {},
        look: { fontColor: '', bold: null, italic: null, fillColor: '', numberFormat: '' },
        isGone: false,
      };
      sheet.conditionalFormats.unshift(added);
      return added;
    }),
    clearAll: act('1.6', (target) => {
      for (const format of formatsOn(target)) remove(format);
    }),
    getCount: answer('1.6', (target) => formatsOn(target).length),
    getItem: give('1.6', 'ConditionalFormat', (target, id) =>
      formatsOn(target).find((format) => format.id === id),
    ),
    getItemAt: give('1.6', 'ConditionalFormat', (target, index) => formatsOn(target)[index]),
    getItemOrNullObject: giveOrNull('1.14', 'ConditionalFormat', (target, id) =>
      formatsOn(target).find((format) => format.id === id),
    ),
  },
);

function remove(format: ConditionalFormat): void {
  format.sheet.demand('allowFormatCells');
  format.isGone = true;
  format.sheet.conditionalFormats = format.sheet.conditionalFormats.filter((other) => other !== format);
}

/** The rule's own object, where the format is of that type. */
function ofType(type: string, className: string) {
  return part<ConditionalFormat>('1.6', className, (format) => {
    if (format.type === type) return format;
    throw new Fault('InvalidOperation', `the conditional format is ${format.type}, not ${type}`);
  });
}

function ofTypeOrNull(type: string, className: string) {
  return part<ConditionalFormat>('1.6', className, (format) => (format.type === type ? format : null));
}

export const conditionalFormat = describe<Excel.ConditionalFormat, ConditionalFormat>(
  'ConditionalFormat',
  {
    cellValue: ofType('CellValue', 'CellValueConditionalFormat'),
    cellValueOrNullObject: ofTypeOrNull('CellValue', 'CellValueConditionalFormat'),
    colorScale: ofType('ColorScale', 'ColorScaleConditionalFormat'),
    colorScaleOrNullObject: ofTypeOrNull('ColorScale', 'ColorScaleConditionalFormat'),
    custom: ofType('Custom', 'CustomConditionalFormat'),
    customOrNullObject: ofTypeOrNull('Custom', 'CustomConditionalFormat'),
    preset: ofType('PresetCriteria', 'PresetCriteriaConditionalFormat'),
    presetOrNullObject: ofTypeOrNull('PresetCriteria', 'PresetCriteriaConditionalFormat'),
    textComparison: ofType('ContainsText', 'TextConditionalFormat'),
    textComparisonOrNullObject: ofTypeOrNull('ContainsText', 'TextConditionalFormat'),
    topBottom: ofType('TopBottom', 'TopBottomConditionalFormat'),
    topBottomOrNullObject: ofTypeOrNull('TopBottom', 'TopBottomConditionalFormat'),
    id: value('1.6', ({ id }) => id),
    type: value('1.6', ({ type }) => type as (typeof TYPES)[number]),
    stopIfTrue: field('1.6', 'stopIfTrue'),
    priority: writable(
      '1.6',
      (format) => format.sheet.conditionalFormats.indexOf(format),
      (format, priority) => {
        const { conditionalFormats } = format.sheet;
        conditionalFormats.splice(conditionalFormats.indexOf(format), 1);
        conditionalFormats.splice(priority, 0, format);
      },
    ),
    delete: act('1.6', remove),
    getRange: give('1.6', 'Range', (format) => onlyArea(format)),
    getRangeOrNullObject: giveOrNull('1.6', 'Range', (format) => onlyArea(format)),
    getRanges: give('1.9', 'RangeAreas', ({ sheet, areas }) => ({ sheet, areas })),
    setRanges: act('1.17', (format, given) => {
      format.areas =
        typeof given === 'string'
          ? given.split(',').map((address) => cellsAt(format.sheet, address).area)
          : [...areasOf(given)];
    }),
  },
  ({ isGone, sheet }) => !isGone && !sheet.isGone,
);

function onlyArea({ sheet, areas }: ConditionalFormat): CellsOf | null {
  return areas.length === 1 ? cellsOf(sheet, areas[0]!) : null;
}

function rule<V>() {
  return writable<ConditionalFormat, V>(
    '1.6',
    (format) => format.rule as V,
    (format, given) => {
      if (typeof given !== 'object' || given === null)
        throw new Fault('InvalidArgument', 'a rule is an object');
      format.rule = { ...given };
    },
  );
}

const look = part<ConditionalFormat>('1.6', 'ConditionalRangeFormat', (format) => format.look);

export const cellValue = describe<Excel.CellValueConditionalFormat, ConditionalFormat>(
  'CellValueConditionalFormat',
  {
    format: look,
    rule: rule(),
  },
);

export const textComparison = describe<Excel.TextConditionalFormat, ConditionalFormat>(
  'TextConditionalFormat',
  {
    format: look,
    rule: rule(),
  },
);

export const topBottom = describe<Excel.TopBottomConditionalFormat, ConditionalFormat>(
  'TopBottomConditionalFormat',
  {
    format: look,
    rule: rule(),
  },
);

export const preset = describe<Excel.PresetCriteriaConditionalFormat, ConditionalFormat>(
  'PresetCriteriaConditionalFormat',
  { format: look, rule: rule() },
);

export const colorScale = describe<Excel.ColorScaleConditionalFormat, ConditionalFormat>(
  'ColorScaleConditionalFormat',
  {
    criteria: rule(),
    threeColorScale: value(
      '1.6',
      ({ rule }) => (rule as { readonly midpoint?: unknown }).midpoint !== undefined,
    ),
  },
);

export const custom = describe<Excel.CustomConditionalFormat, ConditionalFormat>('CustomConditionalFormat', {
  format: look,
  rule: part('1.6', 'ConditionalFormatRule', (format) => format),
});

export const customRule = describe<Excel.ConditionalFormatRule, ConditionalFormat>('ConditionalFormatRule', {
  formula: writable(
    '1.6',
    (format) => (format.rule as { readonly formula: string }).formula,
    (format, formula) => {
      format.rule = { formula };
    },
  ),
});

export const lentFormat = describe<Excel.ConditionalRangeFormat, LentLook>('ConditionalRangeFormat', {
  fill: part('1.6', 'ConditionalRangeFill', (lent) => lent),
  font: part('1.6', 'ConditionalRangeFont', (lent) => lent),
  numberFormat: field('1.6', 'numberFormat'),
});

export const lentFill = describe<Excel.ConditionalRangeFill, LentLook>('ConditionalRangeFill', {
  color: colour('fillColor'),
  clear: act('1.6', (lent) => {
    lent.fillColor = '';
  }),
});

export const lentFont = describe<Excel.ConditionalRangeFont, LentLook>('ConditionalRangeFont', {
  bold: flag('bold'),
  italic: flag('italic'),
  color: colour('fontColor'),
  clear: act('1.6', (lent) => {
    Object.assign(lent, { fontColor: '', bold: null, italic: null });
  }),
});

function colour(key: 'fillColor' | 'fontColor') {
  return writable<LentLook, string>(
    '1.6',
    (lent) => lent[key],
    (lent, given) => {
      lent[key] = colourOf(given);
    },
  );
}

function flag(key: 'bold' | 'italic') {
  return writable<LentLook, boolean>(
    '1.6',
    (lent) => lent[key],
    (lent, given) => {
      lent[key] = given;
    },
  );
}
