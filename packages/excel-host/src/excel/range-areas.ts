/** Excel.RangeAreas: several areas of one sheet at once. */
import { cellCount, intersection } from '../model/area.ts';
import { cellsAt, cellsOf, fullAddress, type AreasOf } from '../model/cells-of.ts';
import { clearCells } from '../model/clearing.ts';
import { oneOf } from '../wire/checked.ts';
import { act, answer, describe, give, giveOrNull, items, part, value } from '../wire/description.ts';

export const rangeAreas = describe<Excel.RangeAreas, AreasOf>(
  'RangeAreas',
  {
    areas: part('1.9', 'RangeCollection', (target) => target),
    conditionalFormats: part('1.9', 'ConditionalFormatCollection', (target) => target),
    dataValidation: part('1.9', 'DataValidation', (target) => target),
    format: part('1.9', 'RangeFormat', (target) => target),
    worksheet: part('1.9', 'Worksheet', ({ sheet }) => sheet),
    address: value('1.9', ({ sheet, areas }) => areas.map((area) => fullAddress({ sheet, area })).join(',')),
    areaCount: value('1.9', ({ areas }) => areas.length),
    cellCount: value('1.9', ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0)),
    clear: act('1.9', ({ sheet, areas }, applyTo) => {
      const what = oneOf('applyTo', applyTo ?? 'All', ['All', 'Formats', 'Contents', 'Hyperlinks']);
      for (const area of areas) clearCells(sheet, area, what);
    }),
    getIntersectionOrNullObject: giveOrNull('1.9', 'RangeAreas', ({ sheet, areas }, given) => {
      const others =
        typeof given === 'string'
          ? [cellsAt(sheet, given).area]
          : 'area' in given
            ? [given.area]
            : given.areas;
      const common = areas.flatMap((area) => others.flatMap((other) => intersection(area, other) ?? []));
      return common.length === 0 ? null : { sheet, areas: common };
    }),
  },
  ({ sheet }) => !sheet.isGone,
);

export const rangeCollection = describe<Excel.RangeCollection, AreasOf>('RangeCollection', {
  items: items('Range', ({ sheet, areas }) => areas.map((area) => ({ sheet, area }))),
  getCount: answer('1.9', ({ areas }) => areas.length),
  getItemAt: give('1.9', 'Range', ({ sheet, areas }, index) => areas[index] && cellsOf(sheet, areas[index])),
});
