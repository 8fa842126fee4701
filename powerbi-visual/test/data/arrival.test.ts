import { describe, expect, it } from 'vitest';
import type { PowerBiHost, Wells } from 'isu-powerbi-host';
import { Ground } from '../../src/analysis/ground.ts';
import { arrivedIn, NO_CHOICES, reportOf, TODAY, wholeOf } from '../arriving.ts';
import { ALL_WELLS, SAMPLE } from '../registers.ts';

const ROWS = 3465;
/** Highlights sit on a measure. */
const COUNTED: Wells = { ...ALL_WELLS, rows: { aggregate: 'count' } };

describe('rows in windows', () => {
  it('come in one window where there is room for all', () => {
    const { host, arrivals } = arrivedIn();
    host.show(SAMPLE, ALL_WELLS);
    expect(wholeOf(arrivals[0]).sheet.rowCount).toBe(ROWS + 1);
    expect(host.times('fetchMoreData')).toBe(0);
  });

  it.each([0, 1, 7])('are the same rows in windows that repeat the last %i', async (overlap) => {
    const { host, arrivals } = arrivedIn({ windowRows: 400, overlap });
    host.show(SAMPLE, ALL_WELLS);
    await host.settled();
    expect(arrivals.map(({ kind }) => kind)).toEqual([...Array<string>(8).fill('loading'), 'whole']);
    expect(arrivals.slice(0, 3).map((arrival) => 'rows' in arrival && arrival.rows)).toEqual([
      400, 800, 1200,
    ]);
    expect(cells(wholeOf(arrivals.at(-1)))).toEqual(cells(oneWindow(ALL_WELLS)));
  });

  it('begin anew when a new first window comes in the middle', async () => {
    const fetching = ['append', 'append', 'restart', 'append'] as const;
    const { host, arrivals } = arrivedIn({ windowRows: 1000, fetching });
    host.show(SAMPLE, ALL_WELLS);
    await host.settled();
    expect(arrivals.map((arrival) => ('rows' in arrival ? arrival.rows : arrival.kind))).toEqual([
      1000,
      2000,
      3000,
      1000,
      2000,
      3000,
      'whole',
    ]);
    expect(cells(wholeOf(arrivals.at(-1)))).toEqual(cells(oneWindow(ALL_WELLS)));
  });

  it('are cut where the host refuses more, and nothing is whole then', async () => {
    const { host, arrivals } = arrivedIn({ windowRows: 1000, fetching: ['append', 'refuse'] });
    host.show(SAMPLE, ALL_WELLS);
    await host.settled();
    expect(arrivals.at(-1)).toEqual({ kind: 'cut', rows: 2000, of: null });
  });

  it('are cut where the host has accepted and stays silent, once it has been waited for', async () => {
    const { host, arriving, arrivals } = arrivedIn({ windowRows: 1000, fetching: ['silent'] });
    host.show(SAMPLE, ALL_WELLS);
    await host.settled();
    expect(arrivals).toEqual([{ kind: 'loading', rows: 1000 }]);
    expect(arriving.giveUp()).toEqual({ kind: 'cut', rows: 1000, of: null });
  });

  it('are told out of how many, where the host has summed the number of rows', () => {
    const { host, arriving } = arrivedIn({ windowRows: 1000, fetching: ['refuse'] });
    host.show(SAMPLE, { ...ALL_WELLS, rows: { aggregate: 'count' } });
    const { dataViews } = host.lastOptions();
    const counted = dataViews[0]!.metadata.columns.find(({ roles }) => roles!['rows'])!;
    counted.aggregates = { subtotal: ROWS };
    expect(arriving.take(dataViews[0], 0)).toEqual({ kind: 'cut', rows: 1000, of: ROWS });
  });
});

describe('the same rows again', () => {
  it.each([30_000, 400])('are the table that stands already, in windows of %i', async (windowRows) => {
    const { host, arrivals } = arrivedIn({ windowRows });
    host.show(SAMPLE, ALL_WELLS);
    await host.settled();
    const before = wholeOf(arrivals.at(-1));
    host.format('view', { shown: 'profile' });
    await host.settled();
    expect(wholeOf(arrivals.at(-1))).toBe(before);
  });

  it.each<[string, (host: PowerBiHost) => void]>([
    ['a row is filtered away', (host) => host.filterRows((row) => row !== 17)],
    ['a row is highlighted', (host) => host.highlightRows((row) => row === 17)],
    ['a field is taken away', (host) => host.show(SAMPLE, { person: 'Personnummer', date: 'Datum' })],
    ['a cell is another', (host) => host.show(withOneCellChanged(), COUNTED)],
  ])('are another table where %s', (_, change) => {
    const { host, arrivals } = arrivedIn();
    host.show(SAMPLE, COUNTED);
    const before = wholeOf(arrivals.at(-1));
    change(host);
    expect(wholeOf(arrivals.at(-1))).not.toBe(before);
  });

  it('are not analysed again for another language, and not at all for the same choices', () => {
    const { host, arrivals } = arrivedIn();
    host.show(SAMPLE, ALL_WELLS);
    const ground = new Ground(wholeOf(arrivals.at(-1)), TODAY);
    const first = ground.stand(NO_CHOICES, 'sv');
    expect(ground.stand({ ...NO_CHOICES }, 'sv')).toBe(first);
    expect(ground.stand(NO_CHOICES, 'en')).not.toBe(first);
    expect(ground.analyses).toBe(1);
    ground.stand({ ...NO_CHOICES, months: 'average' }, 'sv');
    expect(ground.analyses).toBe(2);
  });
});

describe('fields', () => {
  it.each<[Wells, readonly string[]]>([
    [{}, ['person', 'date']],
    [{ person: 'Personnummer' }, ['date']],
    [{ date: 'Datum' }, ['person']],
    [{ person: 'Personnummer', rows: { aggregate: 'count' } }, ['first']],
    [{ person: 'Personnummer', first: 'Datum' }, ['rows']],
    [{ number: 'Nummer', type: 'Typ' }, ['person', 'date']],
  ])('%o leave wanting %o', (wells, missing) => {
    const { host, arrivals } = arrivedIn();
    host.show(SAMPLE, wells);
    expect(arrivals.at(-1)).toMatchObject({ kind: 'no-fields', missing });
  });

  it('can be given in full and hold no row', () => {
    const { host, arrivals } = arrivedIn();
    host.filterRows(() => false);
    host.show(SAMPLE, ALL_WELLS);
    expect(arrivals.at(-1)).toEqual({ kind: 'no-rows' });
  });

  it('may be taken away one after another, in any order', () => {
    const { host, arrivals } = arrivedIn();
    const names = Object.keys(ALL_WELLS);
    for (let turn = 0; turn < names.length; turn++) {
      const order = [...names.slice(turn), ...names.slice(0, turn)];
      for (let taken = 0; taken <= order.length; taken++) {
        const left = order.slice(taken);
        host.show(SAMPLE, Object.fromEntries(left.map((name) => [name, ALL_WELLS[name]!])));
        const isEnough = left.includes('person') && left.includes('date');
        expect(arrivals.at(-1)!.kind).toBe(isEnough ? 'whole' : 'no-fields');
      }
    }
  });
});

describe('rows of a model that the host gives as one', () => {
  const twice = {
    name: 'T',
    columns: {
      Person: ['A', 'A', 'A', 'B'],
      Datum: ['2020-01-05', '2020-01-05', '2020-02-01', '2020-03-01'],
      Nummer: [1, 2, 3, 4],
    },
  };

  it('are warned of where nothing tells them apart', () => {
    const { host, arrivals } = arrivedIn();
    host.show(twice, { person: 'Person', date: 'Datum' });
    const report = reportOf(wholeOf(arrivals.at(-1)));
    expect(report.rows.used).toBe(3);
    expect(report.notices).toEqual([
      expect.stringMatching(/samma person på samma dag.*Aktualiseringsnummer/),
    ]);
  });

  it.each<[string, Wells]>([
    ['the number', { number: 'Nummer' }],
    ['the number of rows', { rows: { aggregate: 'count' } }],
  ])('are all counted where %s is given, without a warning', (_, more) => {
    const { host, arrivals } = arrivedIn();
    host.show(twice, { person: 'Person', date: 'Datum', ...more });
    const report = reportOf(wholeOf(arrivals.at(-1)));
    expect(report.rows.used).toBe(4);
    expect(report.notices).toEqual([]);
  });

  it('are counted as one where the number of rows is no whole number, and that is said', () => {
    const { host, arrivals } = arrivedIn();
    const table = { name: 'T', columns: { ...twice.columns, Belopp: [1.5, Infinity, NaN, -2] } };
    host.show(table, { person: 'Person', date: 'Datum', number: 'Nummer', rows: 'Belopp' });
    const report = reportOf(wholeOf(arrivals.at(-1)));
    expect(report.rows.used).toBe(4);
    expect(report.notices.join()).toContain('4 rader har ett antal som inte är ett helt tal');
  });
});

function oneWindow(wells: Wells) {
  const { host, arrivals } = arrivedIn();
  host.show(SAMPLE, wells);
  return wholeOf(arrivals.at(-1));
}

function withOneCellChanged() {
  const columns = { ...SAMPLE.columns, Typ: SAMPLE.columns['Typ']!.with(17, 'Annat') };
  return { ...SAMPLE, columns };
}

/** Every cell of every row. */
function cells({ sheet }: ReturnType<typeof wholeOf>) {
  return sheet.columns.map(({ codes, value }) => Array.from(codes, (code) => value(code)));
}
