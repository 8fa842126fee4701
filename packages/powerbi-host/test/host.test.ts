import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type powerbi from 'powerbi-visuals-api';
import {
  HIGH_CONTRAST_BLACK,
  PowerBiHost,
  query,
  type Capabilities,
  type HostOptions,
  type ModelTable,
} from '../src/index.ts';

const CAPABILITIES: Capabilities = {
  dataRoles: [
    { name: 'person', kind: 'Grouping' },
    { name: 'date', kind: 'Grouping' },
    { name: 'rows', kind: 'Measure' },
  ],
  dataViewMappings: [
    { categorical: { categories: { dataReductionAlgorithm: { window: { count: 30_000 } } } } },
  ],
};

const VISITS: ModelTable = {
  name: 'Visits',
  columns: {
    Person: ['A', 'A', 'B', 'A', null],
    Day: ['2020-01-01', '2020-01-01', '2020-01-01', '2020-02-01', '2020-02-01'],
  },
};
const WELLS = { person: 'Person', date: 'Day', rows: { aggregate: 'count' } } as const;

type Options = powerbi.extensibility.visual.VisualUpdateOptions;

/** A visual that keeps what it is given, and asks for all there is. */
function mounted(options: Partial<HostOptions> = {}) {
  const host = new PowerBiHost({ capabilities: CAPABILITIES, ...options });
  const updates: Options[] = [];
  const answers: boolean[] = [];
  host.mount(({ fetchMoreData }) => ({
    update(given: Options) {
      updates.push(given);
      if (given.dataViews[0]?.metadata.segment) answers.push(fetchMoreData(false));
    },
  }));
  return { host, updates, answers };
}

const valuesIn = ({ dataViews: [view] }: Options, at = 0) => view!.categorical!.categories![at]!.values;

describe('what is asked of the model', () => {
  it('is each combination once, with the number of its rows', () => {
    const { categories, values } = query(VISITS, WELLS, CAPABILITIES, null, null);
    expect(categories.map((column) => column.values)).toEqual([
      ['A', 'B', 'A', null],
      ['2020-01-01', '2020-01-01', '2020-02-01', '2020-02-01'],
    ]);
    expect(values[0]!.values).toEqual([2, 1, 1, 1]);
  });

  it('is of the rows that are kept, and tells how many of them are highlighted', () => {
    const { categories, values } = query(
      VISITS,
      WELLS,
      CAPABILITIES,
      (row) => row < 4,
      (row) => row === 1,
    );
    expect(categories[0]!.values).toEqual(['A', 'B', 'A']);
    expect(values[0]!.highlights).toEqual([1, null, null]);
  });

  it('names a column that the table lacks', () => {
    expect(() => query(VISITS, { person: 'Name' }, CAPABILITIES, null, null)).toThrow('no column Name');
  });
});

describe('windows', () => {
  it('come until all rows are there, each repeating what it overlaps', async () => {
    const { host, updates, answers } = mounted({ windowRows: 2, overlap: 1 });
    host.show(VISITS, WELLS);
    expect(updates).toHaveLength(1);
    await host.settled();
    expect(updates.map((update) => valuesIn(update))).toEqual([
      ['A', 'B'],
      ['B', 'A', null],
    ]);
    expect(updates.map(({ operationKind }) => operationKind)).toEqual([0, 2]);
    expect(updates[1]!.dataViews[0]!.categorical).toMatchObject({ lastMergeIndex: 0 });
    expect(answers).toEqual([true]);
  });

  it.each([
    ['refuse', [false], 1],
    ['silent', [true], 1],
    ['restart', [true, true], 3],
  ] as const)('may be answered with %s', async (how, answered, updateCount) => {
    const { host, updates, answers } = mounted({ windowRows: 2, fetching: [how, 'append'] });
    host.show(VISITS, WELLS);
    await host.settled();
    expect(answers).toEqual(answered);
    expect(updates).toHaveLength(updateCount);
  });

  it('are not sent on when other fields are dropped meanwhile', async () => {
    const { host, updates } = mounted({ windowRows: 2 });
    host.show(VISITS, WELLS);
    host.show(VISITS, { person: 'Person' });
    await host.settled();
    expect(updates.map((update) => valuesIn(update).length)).toEqual([2, 2, 2]);
  });
});

describe('what a visual does', () => {
  it('is recorded, and a kept property comes back with the data', async () => {
    const { host, updates } = mounted();
    host.show(VISITS, WELLS);
    const selector = null as unknown as powerbi.data.Selector;
    host.visualHost.persistProperties({
      merge: [{ objectName: 'view', selector, properties: { shown: 'years' } }],
    });
    expect(updates).toHaveLength(1);
    await host.settled();
    expect(updates.at(-1)!.dataViews[0]!.metadata.objects).toEqual({ view: { shown: 'years' } });
    expect(host.times('persistProperties')).toBe(1);
  });

  it('to filter stands in bookmarks until it is taken away', async () => {
    const { host, updates } = mounted();
    host.show(VISITS, WELLS);
    const before = host.bookmark();
    const filter = { $schema: 'basic', target: { table: 'Visits', column: 'Person' } };
    host.visualHost.applyJsonFilter(filter, 'general', 'filter', 0);
    await host.settled();
    expect(updates.at(-1)!.jsonFilters).toEqual([filter]);
    host.restore(before);
    expect(updates.at(-1)!.jsonFilters).toEqual([]);
  });

  it('to select can be answered by other visuals and bookmarks', async () => {
    const { host } = mounted();
    const manager = host.visualHost.createSelectionManager();
    const heard: number[] = [];
    manager.registerOnSelectCallback((ids) => heard.push(ids.length));
    const category = { source: { displayName: 'Person' }, values: ['A', 'B'], identity: [{}, {}] };
    const id = (row: number) =>
      host.visualHost.createSelectionIdBuilder().withCategory(category, row).createSelectionId();
    expect(id(0).equals(id(0))).toBe(true);
    expect(id(0).equals(id(1))).toBe(false);
    await manager.select([id(0), id(1)]);
    await manager.select(id(1), true);
    expect(manager.getSelectionIds()).toHaveLength(1);
    host.selection.selectFromOutside([]);
    expect(heard).toEqual([0]);
    expect(manager.hasSelection()).toBe(false);
  });

  it('that this host has not says so', () => {
    const { visualHost } = new PowerBiHost({ capabilities: CAPABILITIES });
    expect(() => visualHost.storageV2Service.get('x')).toThrow('storageV2Service.get is not in this host');
    expect(() => visualHost.fetchMoreData(true)).toThrow('not in this host');
  });
});

describe('around the visual', () => {
  it('a theme deals its colours in turn, and in high contrast there is one', () => {
    const { host, updates } = mounted();
    const { colorPalette } = host.visualHost;
    const [a, b] = [colorPalette.getColor('a'), colorPalette.getColor('b')];
    expect(a).not.toEqual(b);
    expect(colorPalette.getColor('a')).toEqual(a);
    host.changeTheme(HIGH_CONTRAST_BLACK);
    expect(host.visualHost.colorPalette.isHighContrast).toBe(true);
    expect(host.visualHost.colorPalette.getColor('a')).toEqual({ value: '#FFFFFF' });
    expect(updates.at(-1)!.type).toBe(16);
  });

  it('a resize is told as one, and has no data of its own', () => {
    const { host, updates } = mounted();
    host.show(VISITS, WELLS);
    host.resize(150, 100);
    expect(
      updates.slice(1).map(({ type, viewport, operationKind }) => [type, viewport, operationKind]),
    ).toEqual([
      [4, { width: 150, height: 100 }, undefined],
      [36, { width: 150, height: 100 }, undefined],
    ]);
  });
});

it('the example of the README says what it gives', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain('`rowsSeen` is 4');
  let rows = 0;
  const host = new PowerBiHost({ capabilities: CAPABILITIES, windowRows: 2, overlap: 1 });
  host.mount(({ fetchMoreData }) => ({
    update({ dataViews: [view] }: Options) {
      rows += view!.categorical!.categories![0]!.values.length;
      if (view!.metadata.segment) fetchMoreData(false);
    },
  }));
  host.show({ name: 'Visits', columns: { Person: ['A', 'B', 'B', 'C'] } }, { person: 'Person' });
  await host.settled();
  expect([rows, host.times('fetchMoreData')]).toEqual([4, 1]);
});
