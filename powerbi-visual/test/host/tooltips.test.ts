/** What is told of a mark: its figures as the views have them, what is highlighted of them, the model's own fields. */
import { describe, expect, it } from 'vitest';
import { markOf } from 'isu-charts';
import type { ModelTable, Wells } from 'isu-powerbi-host';
import { formatted } from '../../src/host/format-string.ts';
import { identitiesOf, toldOf } from '../../src/host/telling.ts';
import { Tooltips } from '../../src/host/tooltips.ts';
import { ALL_WELLS, SAMPLE } from '../registers.ts';
import { groupMark, hosted, personMark, yearMark } from './hosted.ts';

const TABLE: ModelTable = {
  name: 'T',
  columns: {
    P: ['ada', 'ada', 'ada', 'bo', 'bo', 'cy'],
    D: [1, 2, 3, 4, 5, 6].map((day) => new Date(2021, 0, day)),
    Nr: [1, 2, 3, 4, 5, 6],
    Kostnad: [1000, 1000, 1000, 250, 300, 0.5],
  },
};
const WELLS: Wells = { person: 'P', date: 'D', number: 'Nr' };

describe('a tooltip', () => {
  it('is shown once for a mark, follows the pointer, and goes when nothing is pointed at', async () => {
    const { host, telling } = await hosted(TABLE, WELLS);
    const tooltips = new Tooltips(host.visualHost.tooltipService, (mark) => toldOf(mark, telling()));
    const one = markOf('group', '1', 'Personer med 1', [{ label: 'Personer', text: '1 (33 %)' }]);
    tooltips.point(one, { x: 1, y: 2 }, false);
    tooltips.point({ ...one }, { x: 3, y: 4 }, false);
    tooltips.point(yearMark('2021'), { x: 3, y: 4 }, false);
    tooltips.point(null, { x: 9, y: 9 }, false);
    tooltips.point(null, { x: 9, y: 9 }, false);
    const calls = host.calls.filter(({ name }) => name.endsWith('Tooltip'));
    expect(calls.map(({ name }) => name)).toEqual([
      'showTooltip',
      'moveTooltip',
      'showTooltip',
      'hideTooltip',
    ]);
    expect(calls[0]!.args[0]).toMatchObject({
      coordinates: [1, 2],
      isTouchEvent: false,
      dataItems: [{ header: 'Personer med 1', displayName: 'Personer', value: '1 (33 %)' }],
    });
  });

  it('gives a report page the persons of a group, each once, and of a larger one nobody', async () => {
    const few = await hosted(TABLE, WELLS);
    expect(identitiesOf(groupMark('1'), few.telling()).map((id) => id.getKey())).toEqual(['T.P=cy']);
    expect(identitiesOf(groupMark('2'), few.telling()).map((id) => id.getKey())).toEqual(['T.P=bo']);
    expect(identitiesOf(groupMark('total'), few.telling())).toEqual([]);
    const sample = await hosted(SAMPLE, ALL_WELLS);
    expect(identitiesOf(groupMark('12+'), sample.telling())).toHaveLength(86);
    expect(identitiesOf(groupMark('1'), sample.telling())).toEqual([]);
  });

  it('finds the identity of a person whose first row came in a later window', async () => {
    const { telling } = await hosted(TABLE, WELLS, { windowRows: 2, overlap: 1 });
    const keys = [0, 1, 2].map((person) => identitiesOf(personMark(person), telling())[0]?.getKey());
    expect(keys).toEqual(['T.P=ada', 'T.P=bo', 'T.P=cy']);
  });

  it('gives nobody in publication', async () => {
    const { telling } = await hosted(TABLE, { ...WELLS, tooltips: 'Kostnad' }, {}, (host) => {
      host.objects = { protection: { mode: 'publication' } };
    });
    for (const mark of [groupMark('1'), yearMark('2021'), personMark(0)])
      expect(toldOf(mark, telling())).toEqual({ items: [], identities: [] });
  });

  it('tells what another visual highlights of a group and of a year', async () => {
    const { host, telling } = await hosted(TABLE, { ...WELLS, rows: { aggregate: 'count' } });
    host.highlightRows((row) => row === 3 || row === 5);
    const told = (mark: ReturnType<typeof groupMark>) =>
      toldOf(mark, telling()).items.map(({ displayName, value }) => `${displayName} ${value}`);
    expect(told(groupMark('1'))).toEqual([
      'Personer i det markerade 2 (100\u00a0%)',
      'Aktualiseringar i det markerade 2 (100\u00a0%)',
    ]);
    expect(told(yearMark('2021'))).toEqual([
      'Personer i det markerade 2',
      'Aktualiseringar i det markerade 2',
    ]);
  });

  it('tells a person’s own fields, where all the person’s rows have the same', async () => {
    const { telling } = await hosted(TABLE, { ...WELLS, tooltips: 'Kostnad' });
    const told = (person: number) =>
      toldOf(personMark(person), telling()).items.map(({ displayName, value }) => [displayName, value]);
    expect(told(0)).toEqual([['Kostnad', '1\u00a0000']]);
    expect(told(1)).toEqual([]);
    expect(told(2)).toEqual([['Kostnad', '0,5']]);
  });

  it('writes them by the format string of each value, where the measure’s is dynamic', async () => {
    const { host, telling } = await hosted(TABLE, { ...WELLS, tooltips: 'Kostnad' }, { locale: 'en-US' });
    const view = host.lastOptions().dataViews[0]!;
    const column = view.categorical!.values![0]!;
    Object.assign(column.source, { format: '#,0.00' });
    Object.assign(column, { objects: { 5: { general: { formatString: '0.0 %' } } } });
    host.send([view]);
    const told = (person: number) => toldOf(personMark(person), telling()).items[0]?.value;
    expect(told(0)).toBe('1,000.00');
    expect(told(2)).toBe('50.0 %');
  });
});

describe('a format string', () => {
  it.each([
    [1234.5, '#,0', 'sv-SE', '1\u00a0235'],
    [1234.5, '#,0.00', 'sv-SE', '1\u00a0234,50'],
    [1234.5, '0.#', 'en-US', '1234.5'],
    [0.256, '0.0 %', 'en-US', '25.6 %'],
    [-3, '#,0 kr;-#,0 kr;"inget"', 'en-US', '-3 kr'],
    [0, '#,0 kr;-#,0 kr;"inget"', 'en-US', 'inget'],
    [7, '000', 'en-US', '007'],
    [7, '"nr 0;" 0', 'en-US', 'nr 0; 7'],
    [7, '\\#0', 'en-US', '#7'],
    [1234.567, 'N1', 'en-US', '1,234.6'],
    [0.5, 'P0', 'en-US', '50%'],
    [1234.5, '', 'en-US', '1,234.5'],
    [Infinity, '0', 'en-US', '∞'],
    [true, '', 'sv-SE', 'true'],
    ['text', '0', 'sv-SE', 'text'],
    [new Date(2021, 1, 3), 'yyyy-MM-dd', 'en-US', '2021-02-03'],
    [new Date(2021, 1, 3), 'd MMMM yyyy', 'sv-SE', '3 februari 2021'],
    [new Date(2021, 1, 3), '', 'sv-SE', '2021-02-03'],
    [new Date(2021, 1, 3, 14, 5), 'HH:mm', 'sv-SE', '14:05'],
  ])('%s by «%s» in %s is %s', (value, format, locale, text) => {
    expect(formatted(value, format, locale)).toBe(text);
  });

  it('of nothing is nothing', () => {
    expect(formatted(null, '0', 'sv-SE')).toBeNull();
    expect(formatted(NaN, '0', 'sv-SE')).toBeNull();
    expect(formatted(new Date(NaN), 'yyyy', 'sv-SE')).toBeNull();
  });
});
