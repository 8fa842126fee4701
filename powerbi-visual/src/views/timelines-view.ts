/**
 * Tidslinjer: a line a person from the first actualisation to the last, a dot each, told apart by type through shape
 * as well as colour. The most frequent stand first. Only the lines in sight are made, and a line has one node a type
 * however many its dots are, so that a register of any size costs a screenful.
 */
import {
  cutTo,
  element,
  keyed,
  markOf,
  scaleLinear,
  shapeStamp,
  textAt,
  widthOf,
  type PictureElement,
  type ShapeName,
} from 'isu-charts';
import { calendarDay, dayNumber, formatNumber, isoDate, type DocumentTable } from 'isu-core';
import { TYPE_KEYS, type Timeline, type Timelines, type TypeKey } from '../analysis/report.ts';
import type { ViewWords } from '../words/view-words.ts';
import { gridLine, inSight, letterSize, markGroup, sheet, touch } from './page.ts';
import { markId, type Drawing, type ViewSetting } from './view.ts';

const SHAPES: Readonly<Record<TypeKey, ShapeName>> = {
  application: 'circle',
  report: 'square',
  lob: 'triangle',
  other: 'diamond',
  unknown: 'cross',
};

/** In this order in the legend; a later one is drawn over an earlier. */
const LEGEND: readonly TypeKey[] = ['application', 'report', 'lob', 'other', 'unknown'];

/** Labels are measured on so many lines, so that the lines do not move sideways as they are scrolled. */
const MEASURED = 60;

interface Layout {
  readonly letters: number;
  readonly top: number;
  readonly row: number;
  readonly radius: number;
  readonly left: number;
  readonly right: number;
  readonly x: (day: number) => number;
  readonly hasLabels: boolean;
  readonly hasCounts: boolean;
}

export function timelinesView(lines: Timelines, setting: ViewSetting): Drawing {
  const { size, words, language } = setting;
  const letters = letterSize(size);
  const legend = legendOf(lines, letters, setting);
  const layout = layoutOf(lines, legend.bottom, letters, setting);
  const { from, to, scroll } = inSight(lines.count, layout.row, layout.top, setting);
  const seen = Array.from({ length: to - from }, (_, place) => lines.at(from + place));
  const label = words.timelines.label(formatNumber(lines.count, 'integer', language));
  return {
    picture: sheet(setting, label, [
      ...legend.elements,
      ...years(lines, layout, setting),
      ...seen.map((line, place) => rowOf(line, layout.top + place * layout.row, layout, setting)),
    ]),
    scroll,
    tables: [{ table: tableOf(seen, words), rows: { from, of: lines.count } }],
  };
}

function layoutOf(lines: Timelines, from: number, letters: number, { size, words }: ViewSetting): Layout {
  const pad = letters * 0.6;
  const isTiny = size.width < 240 || size.height < 140;
  const row = isTiny ? 7 : Math.round(letters * 1.75);
  const hasLabels = !isTiny && size.width >= 300;
  const hasCounts = !isTiny;
  let label = 0;
  if (hasLabels)
    for (let at = 0; at < Math.min(MEASURED, lines.count); at++)
      label = Math.max(label, widthOf(lines.at(at).label, letters));
  const left = hasLabels ? pad + Math.min(label, size.width * 0.28) + letters : pad + 4;
  const count = Math.max(
    widthOf('000', letters),
    lines.count > 0 ? widthOf(String(lines.at(0).actualisations), letters) : 0,
    widthOf(words.timelines.number, letters),
  );
  const right = size.width - pad - (hasCounts ? count + letters * 0.8 : 4);
  // A register of one day still has a width.
  const x = scaleLinear(
    [lines.from, Math.max(lines.to, lines.from + 1)],
    [left + 3, Math.max(left + 4, right - 3)],
  );
  return {
    letters,
    top: from + letters * (isTiny ? 1.5 : 1.7),
    row,
    radius: isTiny ? 2 : letters * 0.34,
    left,
    right,
    x: (day) => x(day),
    hasLabels,
    hasCounts,
  };
}

function legendOf(
  { types }: Timelines,
  letters: number,
  { size, colours, words }: ViewSetting,
): { readonly elements: readonly PictureElement[]; readonly bottom: number } {
  const shown = LEGEND.filter((key) => types.includes(key) && !(types.length === 1 && key === 'unknown'));
  if (shown.length === 0 || size.height < 140 || size.width < 240) return { elements: [], bottom: 0 };
  const names = shown.map((key) => words.timelines.types[key]);
  const mark = letters * 1.25;
  const gap = letters * 1.2;
  const elements: PictureElement[] = [];
  let x = letters * 0.6;
  let y = letters * 1.5;
  for (const [at, key] of shown.entries()) {
    const width = mark + widthOf(names[at]!, letters);
    if (x > letters && x + width > size.width - letters * 0.6) {
      x = letters * 0.6;
      y += letters * 1.4;
    }
    elements.push(
      keyed(
        `legend ${key}`,
        element('g', { class: 'isu-legend' }, [
          dots(
            key,
            [[x + letters * 0.4, y - letters * 0.33]],
            letters * 0.36,
            colours.types[key],
            colours.ground,
          ),
          textAt(names[at]!, x + mark, y, { size: letters, fill: colours.ink, part: 'legend' }),
        ]),
      ),
    );
    x += width + gap;
  }
  return { elements, bottom: y + letters * 0.2 };
}

/** Unknown types are drawn hollow, as nothing is known of them. */
function dots(
  type: TypeKey,
  at: readonly (readonly [x: number, y: number])[],
  radius: number,
  colour: string,
  ground: string,
): PictureElement {
  const stamp = shapeStamp(SHAPES[type], radius);
  return element('path', {
    class: `isu-dots isu-type-${type}`,
    d: at.map(([x, y]) => stamp(x, y)).join(''),
    fill: colour,
    stroke: ground,
    'stroke-width': 0.75,
  });
}

/** The years over the lines, or the months where there are not two years. */
function years(lines: Timelines, layout: Layout, { size, colours }: ViewSetting): PictureElement[] {
  const { letters, left, right, top, x } = layout;
  const all = calendarStarts(lines.from, lines.to);
  const wide = Math.max(1, ...all.map(({ name }) => widthOf(name, letters))) + letters * 0.8;
  const pixels = (right - left) / Math.max(1, all.length);
  const every = Math.max(1, Math.ceil(wide / Math.max(0.1, pixels)));
  const elements: PictureElement[] = [keyed('top', gridLine([left, top - 2], [right, top - 2], colours))];
  let free = left;
  all.forEach(({ day, name }, at) => {
    const at0 = Math.max(left, x(Math.max(day, lines.from)));
    if (day >= lines.from)
      elements.push(keyed(`line ${name}`, gridLine([at0, top - 2], [at0, size.height], colours)));
    const width = widthOf(name, letters);
    if (at % every !== 0 || at0 < free || at0 + width > right + letters * 2) return;
    free = at0 + width + letters * 0.6;
    elements.push(
      keyed(
        `year ${name}`,
        textAt(name, at0 + 2, top - letters * 0.5, { size: letters, fill: colours.quiet, part: 'tick' }),
      ),
    );
  });
  return elements;
}

function calendarStarts(
  from: number,
  to: number,
): readonly { readonly day: number; readonly name: string }[] {
  const first = calendarDay(from);
  const last = calendarDay(to);
  if (last.year > first.year)
    return Array.from({ length: last.year - first.year + 1 }, (_, at) => ({
      day: dayNumber(first.year + at, 1, 1),
      name: String(first.year + at),
    }));
  return Array.from({ length: last.month - first.month + 1 }, (_, at) => {
    const day = dayNumber(first.year, first.month + at, 1);
    return { day, name: isoDate(day).slice(0, 7) };
  });
}

function rowOf(line: Timeline, y: number, layout: Layout, setting: ViewSetting): PictureElement {
  const { size, colours, words, language, selected } = setting;
  const { letters, row, left, x, radius } = layout;
  const isSelected =
    selected.has(markId({ kind: 'person', key: String(line.person) })) ||
    selected.has(markId({ kind: 'group', key: line.group }));
  const isDim = selected.size > 0 && !isSelected;
  const middle = y + row / 2;
  const style = {
    size: letters,
    fill: isSelected && colours.isHighContrast ? colours.selected : isDim ? colours.quiet : colours.ink,
    bold: isSelected,
  };
  const { columns } = words.timelines;
  return markGroup(
    markOf('person', String(line.person), line.label, [
      { label: columns.group, text: line.groupName },
      { label: columns.actualisations, text: formatNumber(line.actualisations, 'integer', language) },
      { label: columns.first, text: isoDate(line.first) },
      { label: columns.last, text: isoDate(line.last) },
      { label: columns.months, text: line.months.text },
    ]),
    [
      touch(0, y, size.width, row),
      element('line', {
        class: 'isu-span',
        x1: x(line.first),
        x2: x(line.last),
        y1: middle,
        y2: middle,
        stroke: isSelected ? colours.selected : colours.quiet,
        'stroke-width': isSelected ? 2 : 1,
        opacity: isDim && !colours.isHighContrast ? 0.5 : undefined,
      }),
      ...dotsOf(line, middle, radius, x, isDim, setting),
      ...(layout.hasLabels
        ? [
            textAt(cutTo(line.label, letters, left - letters * 1.4), letters * 0.6, middle + letters * 0.35, {
              ...style,
              part: 'label',
            }),
          ]
        : []),
      ...(layout.hasCounts
        ? [
            textAt(
              formatNumber(line.actualisations, 'integer', language),
              size.width - letters * 0.6,
              middle + letters * 0.35,
              {
                ...style,
                anchor: 'end',
                part: 'value',
              },
            ),
          ]
        : []),
    ],
  );
}

/** A path a type. Dots of one type that would cover each other wholly are one dot. */
function dotsOf(
  { days, types }: Timeline,
  y: number,
  radius: number,
  x: (day: number) => number,
  isDim: boolean,
  { colours }: ViewSetting,
): PictureElement[] {
  const places = new Map<TypeKey, (readonly [number, number])[]>();
  const lastAt = new Map<TypeKey, number>();
  for (let at = 0; at < days.length; at++) {
    const type = TYPE_KEYS[types[at] ?? 0] ?? 'unknown';
    const place = Math.round(x(days[at]!) * 2) / 2;
    if (lastAt.get(type) === place) continue;
    lastAt.set(type, place);
    const own = places.get(type);
    if (own) own.push([place, y]);
    else places.set(type, [[place, y]]);
  }
  return LEGEND.flatMap((type) => {
    const own = places.get(type);
    if (!own) return [];
    const path = dots(type, own, radius, colours.types[type], colours.ground);
    const attributes =
      isDim && !colours.isHighContrast ? { ...path.attributes, opacity: '0.4' } : path.attributes;
    return [keyed(`dots ${type}`, { ...path, attributes })];
  });
}

/** Every line, for who wants them all. */
export function timelinesTable(lines: Timelines, words: ViewWords): DocumentTable {
  return tableOf(
    Array.from({ length: lines.count }, (_, at) => lines.at(at)),
    words,
  );
}

/** The lines in sight as a table: a line a person, as in the lathund. */
function tableOf(lines: readonly Timeline[], words: ViewWords): DocumentTable {
  const { columns, title } = words.timelines;
  const column = (key: keyof typeof columns, format: 'text' | 'integer' | 'date') => ({
    key,
    header: columns[key],
    format,
    width: 14,
  });
  return {
    kind: 'table',
    id: 'timelines',
    title,
    columns: [
      column('person', 'text'),
      column('group', 'text'),
      column('actualisations', 'integer'),
      column('first', 'date'),
      column('last', 'date'),
      column('months', 'text'),
    ],
    rows: lines.map((line) => ({
      key: String(line.person),
      cells: [
        { value: line.label },
        { value: line.groupName },
        { value: line.actualisations },
        { value: line.first },
        { value: line.last },
        { value: line.months.text },
      ],
    })),
    notes: [],
  };
}
