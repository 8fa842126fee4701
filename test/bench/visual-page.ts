/** What test/bench/visual.mjs runs in the page: the packaged visual, given registers of three sizes. */
import { isoDate } from 'isu-core';
import { dataViewOf, PowerBiHost, type Capabilities, type QueryResult } from 'isu-powerbi-host';
import { largeRegister, sampleRegister, type SampleRow } from 'isu-sample-register';
import type powerbi from 'powerbi-visuals-api';

const WINDOW = 30_000;
const SIZE = { width: 640, height: 400 };
const FIELDS = ['person', 'number', 'day', 'reason', 'type', 'referrer', 'organisation', 'decision'] as const;
const ROLES = [
  'person',
  'number',
  'date',
  'reason',
  'type',
  'referrer',
  'organisation',
  'investigation',
] as const;

export interface Measured {
  /** From the first update to the last drawn, milliseconds on the wall. */
  readonly all: number;
  /** Of each update but the last: coding a window and drawing how many rows there are. */
  readonly windows: readonly number[];
  /** Of the last update: its window, the analysis and the drawing. */
  readonly last: number;
  readonly resize: number;
  /** The nodes drawn. */
  readonly nodes: number;
  /** Rows as objects and a Map, for count, earliest and latest of each person alone. */
  readonly plainMap: number;
}

interface Visual {
  update(options: object): void;
  destroy?(): void;
}
declare global {
  interface Window {
    powerbi: { visuals: { plugins: Record<string, { create(options: object): Visual }> } };
    measureVisual: (rows: number, rounds: number, capabilities: Capabilities) => readonly Measured[];
  }
}

window.measureVisual = (rows, rounds, capabilities) => {
  const columns = columnsOf(rows === 3465 ? sampleRegister().rows : largeRegister({ rows, seed: 5 }).rows);
  const dataViews = windowsOf(columns, rows);
  return Array.from({ length: rounds }, () => measured(columns, rows, dataViews, capabilities));
};

function measured(
  columns: Columns,
  rows: number,
  dataViews: readonly powerbi.DataView[],
  capabilities: Capabilities,
): Measured {
  const element = document.body.appendChild(document.createElement('div'));
  element.style.cssText = `width: ${String(SIZE.width)}px; height: ${String(SIZE.height)}px`;
  const host = new PowerBiHost({ capabilities, viewport: SIZE });
  host.visualHost.fetchMoreData = () => true;
  const [plugin] = Object.values(window.powerbi.visuals.plugins);
  const visual = plugin!.create({ element, host: host.visualHost });
  const update = (type: number, operationKind: number, dataView: powerbi.DataView, viewport = SIZE) =>
    timed(() => {
      visual.update({ type, operationKind, viewport, dataViews: [dataView] });
      // Laid out, as before it is painted.
      void element.offsetHeight;
    });
  const times = dataViews.map((dataView, at) => update(2, at === 0 ? 0 : 2, dataView));
  const resize = update(4, 0, dataViews.at(-1)!, { width: 700, height: 450 });
  const ends = host.times('renderingFinished');
  if (ends !== times.length + 1)
    throw new Error(`${String(ends)} of ${String(times.length + 1)} updates were drawn.`);
  if (!element.textContent.includes('12 eller fler')) throw new Error(`Not drawn: ${element.textContent}`);
  const nodes = element.querySelectorAll('*').length;
  visual.destroy?.();
  element.remove();
  return {
    all: times.reduce((sum, time) => sum + time, 0),
    windows: times.slice(0, -1),
    last: times.at(-1)!,
    resize,
    nodes,
    plainMap: timed(() => byHand(columns, rows)),
  };
}

type Columns = Readonly<Record<(typeof FIELDS)[number], (string | number | Date)[]>>;

function columnsOf(rows: Iterable<SampleRow>): Columns {
  const columns = Object.fromEntries(FIELDS.map((field) => [field, []])) as unknown as Columns;
  for (const row of rows)
    for (const field of FIELDS) columns[field].push(field === 'day' ? dateOf(row.day) : row[field]);
  return columns;
}

function dateOf(day: number): Date {
  const [year, month, date] = isoDate(day).split('-').map(Number);
  return new Date(year!, month! - 1, date);
}

function windowsOf(columns: Columns, rows: number): powerbi.DataView[] {
  const result: QueryResult = {
    rows,
    categories: FIELDS.map((field, at) => ({
      source: { displayName: field, queryName: `T.${field}`, roles: { [ROLES[at]!]: true } },
      values: columns[field],
      identity: [],
    })),
    values: [],
  };
  const views: powerbi.DataView[] = [];
  for (let from = 0; from < rows; from += WINDOW) {
    const to = Math.min(from + WINDOW, rows);
    const again = from === 0 ? 0 : 1;
    const lastMergeIndex = again === 0 ? null : 0;
    views.push(
      dataViewOf(result, from - again, to, { objects: undefined, isSegment: to < rows, lastMergeIndex }),
    );
  }
  return views;
}

function byHand(columns: Columns, rows: number) {
  const persons = new Map<unknown, { count: number; first: Date; last: Date }>();
  const objects = Array.from({ length: rows }, (_, row) => ({
    person: columns.person[row],
    date: columns.day[row] as Date,
  }));
  for (const { person, date } of objects) {
    const known = persons.get(person);
    if (!known) persons.set(person, { count: 1, first: date, last: date });
    else {
      known.count++;
      if (date < known.first) known.first = date;
      if (date > known.last) known.last = date;
    }
  }
  return persons;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
