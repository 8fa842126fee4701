/**
 * A group filters the rest of the report by its persons. How many they are in the sample register is the report's own
 * tabell 1; who they are is counted here from the rows.
 */
import { describe, expect, it } from 'vitest';
import type { ModelTable } from 'isu-powerbi-host';
import { ALL_WELLS, SAMPLE } from '../registers.ts';
import { groupMark, hosted, personMark, yearMark } from './hosted.ts';

const WELLS = { person: 'Personnummer', date: 'Datum', number: 'Nummer' };

/** Nine rows of four persons: Ada comes five times, Bo twice, Cy and Di once each, and Di alone in 2020. */
const FEW: ModelTable = {
  name: 'Aktualiseringar',
  columns: {
    Personnummer: ['ada', 'ada', 'ada', 'ada', 'ada', 'bo', 'bo', 'cy', 'di'],
    Datum: [...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => new Date(2021, 0, day)), new Date(2020, 4, 1)],
    Nummer: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  },
};

function personsWith(least: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const person of SAMPLE.columns['Personnummer'] as string[])
    counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= least).map(([person]) => person);
}

describe('a group that is selected', () => {
  it('filters the report by its persons: the 86 who come twelve times or more', async () => {
    const { host, selecting, filtered } = await hosted(SAMPLE, ALL_WELLS);
    selecting.select(groupMark('12+'), false);
    const expected = personsWith(12);
    expect(expected).toHaveLength(86);
    expect([...filtered()!].sort()).toEqual([...expected].sort());
    const [filter, object, property] = host.calls.findLast(({ name }) => name === 'applyJsonFilter')!.args;
    expect({ filter, object, property }).toMatchObject({
      filter: {
        $schema: 'http://powerbi.com/product/schema#basic',
        target: { table: 'Aktualiseringar', column: 'Personnummer' },
        filterType: 1,
        operator: 'In',
      },
      object: 'general',
      property: 'filter',
    });
    expect(selecting.selected).toEqual(new Set(['group 12+']));
    await host.settled();
    expect(selecting.selected).toEqual(new Set(['group 12+']));
  });

  it('is taken alone by a click, together with others by Ctrl, and let go by a second click', async () => {
    const { host, selecting, filtered } = await hosted(FEW, WELLS);
    selecting.select(groupMark('1'), false);
    expect(filtered()).toEqual(['cy', 'di']);
    selecting.select(groupMark('2'), true);
    expect(filtered()).toEqual(['bo', 'cy', 'di']);
    selecting.select(groupMark('2'), true);
    expect(filtered()).toEqual(['cy', 'di']);
    selecting.select(groupMark('3-6'), false);
    expect(filtered()).toEqual(['ada']);
    selecting.select(groupMark('3-6'), false);
    expect(filtered()).toBeNull();
    expect(selecting.selected.size).toBe(0);
    selecting.select(personMark(0), false);
    selecting.clear();
    expect(filtered()).toBeNull();
    await host.settled();
    expect(host.jsonFilters).toEqual([]);
  });

  it('can also be a year or a person; all together and a share of them cannot be', async () => {
    const { selecting, filtered, host } = await hosted(FEW, WELLS);
    selecting.select(yearMark('2020'), false);
    expect(filtered()).toEqual(['di']);
    selecting.select(personMark(0), true);
    expect(filtered()).toEqual(['ada', 'di']);
    const calls = host.calls.length;
    selecting.select(groupMark('total'), false);
    selecting.select({ ...groupMark('0.01'), kind: 'share' }, false);
    expect(host.calls).toHaveLength(calls);
  });

  it('names a person in every way that the model writes them', async () => {
    const table: ModelTable = {
      name: 'T',
      columns: {
        P: ['19121212-1212', '121212+1212', '191212121212', 'x'],
        D: [1, 2, 3, 4].map((day) => new Date(2021, 0, day)),
      },
    };
    const { selecting, filtered, report } = await hosted(table, { person: 'P', date: 'D' });
    expect(report().persons.value).toBe(2);
    selecting.select(groupMark('3-6'), false);
    expect(filtered()).toEqual(['19121212-1212', '121212+1212', '191212121212']);
  });

  it('finds the model’s own names where the report builder has renamed the field', async () => {
    const { host, selecting } = await hosted(FEW, WELLS);
    const [person] = host.lastOptions().dataViews[0]!.categorical!.categories!;
    Object.assign(person!.source, {
      displayName: 'Klient',
      expr: { source: { entity: 'Fakta' }, ref: 'PNR' },
    });
    selecting.select(groupMark('1'), false);
    expect(host.calls.at(-1)!.args[0]).toMatchObject({ target: { table: 'Fakta', column: 'PNR' } });
  });
});

describe('a filter that the report keeps', () => {
  it('is the selection again after a bookmark, and when the report is opened anew', async () => {
    const first = await hosted(FEW, WELLS);
    first.selecting.select(groupMark('1'), false);
    first.selecting.select(groupMark('3-6'), true);
    await first.host.settled();
    const bookmark = first.host.bookmark();
    first.selecting.clear();
    await first.host.settled();
    expect(first.selecting.selected.size).toBe(0);
    first.host.restore(bookmark);
    await first.host.settled();
    expect(first.selecting.selected).toEqual(new Set(['group 1', 'group 3-6']));

    const reopened = await hosted(FEW, WELLS, {}, (host) => host.jsonFilters.push(...bookmark.jsonFilters));
    expect(reopened.selecting.selected).toEqual(new Set(['group 1', 'group 3-6']));
    expect(reopened.host.times('applyJsonFilter')).toBe(0);
  });

  it('is a year where years are shown, and the persons where it is no whole group or year', async () => {
    const { host, selecting } = await hosted(FEW, WELLS);
    host.format('view', { shown: 'years' });
    selecting.select(yearMark('2020'), false);
    await host.settled();
    const bookmark = host.bookmark();
    selecting.clear();
    await host.settled();
    host.restore(bookmark);
    expect(selecting.selected).toEqual(new Set(['year 2020']));

    selecting.select(personMark(2), false);
    await host.settled();
    const cy = host.bookmark();
    host.restore({ objects: {}, jsonFilters: [] });
    host.restore({ ...cy, objects: { ...cy.objects, view: { shown: 'groups' } } });
    expect(selecting.selected).toEqual(new Set(['person 2']));
  });

  it('is read over all windows of rows, when they are whole', async () => {
    const bookmark = { target: { table: 'Aktualiseringar', column: 'Personnummer' }, operator: 'In' };
    const { selecting } = await hosted(FEW, WELLS, { windowRows: 4 }, (host) =>
      host.jsonFilters.push({ ...bookmark, values: ['cy', 'di'] }),
    );
    expect(selecting.selected).toEqual(new Set(['group 1']));
  });

  it('on another column is none of ours', async () => {
    const { selecting } = await hosted(FEW, WELLS, {}, (host) =>
      host.jsonFilters.push({
        target: { table: 'Annan', column: 'Personnummer' },
        operator: 'In',
        values: ['cy', 'di'],
      }),
    );
    expect(selecting.selected.size).toBe(0);
  });
});

describe('what is selected elsewhere', () => {
  it('is shown: the persons of the ids that a bookmark or another visual gives', async () => {
    const { host, selecting, telling } = await hosted(FEW, WELLS);
    const id = (row: number) => telling().ids.at(row)!;
    host.selection.selectFromOutside([id(7), id(8)]);
    expect(selecting.selected).toEqual(new Set(['group 1']));
    host.selection.selectFromOutside([id(5)]);
    expect(selecting.selected).toEqual(new Set(['group 2']));
    host.selection.selectFromOutside([]);
    expect(selecting.selected.size).toBe(0);
    expect(host.times('applyJsonFilter')).toBe(0);
  });

  it('gives way to what is selected here', async () => {
    const { host, selecting, telling, filtered } = await hosted(FEW, WELLS);
    host.selection.selectFromOutside([telling().ids.at(7)!]);
    selecting.select(groupMark('2'), false);
    expect(filtered()).toEqual(['bo']);
    expect(selecting.selected).toEqual(new Set(['group 2']));
  });
});

describe('nothing is selected', () => {
  it('where the host allows no interactions', async () => {
    const { host, selecting } = await hosted(FEW, WELLS, { allowInteractions: false });
    selecting.select(groupMark('1'), false);
    selecting.clear();
    expect(host.times('applyJsonFilter')).toBe(0);
  });

  it('in publication, and a filter from before is taken away, with its persons', async () => {
    const { host, selecting, telling } = await hosted(FEW, WELLS);
    selecting.select(groupMark('1'), false);
    await host.settled();
    const ids = [telling().ids.at(7)!];
    expect(JSON.stringify(host.bookmark())).toContain('cy');
    host.format('protection', { mode: 'publication' });
    await host.settled();
    expect(host.jsonFilters).toEqual([]);
    expect(JSON.stringify(host.bookmark())).not.toMatch(/ada|bo|cy|"di"/);
    const calls = host.times('applyJsonFilter');
    selecting.select(groupMark('1'), false);
    selecting.select(yearMark('2021'), true);
    host.selection.selectFromOutside(ids);
    expect(selecting.selected.size).toBe(0);
    expect(host.times('applyJsonFilter')).toBe(calls);
  });
});

describe('a selection', () => {
  it('asks core for nothing: the report is the same object before and after', async () => {
    const { host, selecting, report } = await hosted(FEW, WELLS);
    const before = report();
    selecting.select(groupMark('1'), false);
    await host.settled();
    expect(report()).toBe(before);
  });
});
