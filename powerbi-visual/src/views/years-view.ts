/** Per år: unique persons and actualisations of each calendar year side by side, and their means as lines across. */
import {
  cutTo,
  element,
  keyed,
  markOf,
  scaleBand,
  scaleLinear,
  textAt,
  widthOf,
  type PictureElement,
} from 'isu-charts';
import { formatNumber } from 'isu-core';
import type { Year, Years } from '../analysis/report.ts';
import {
  barPaint,
  finding,
  gridLine,
  letterSize,
  markGroup,
  rule,
  sheet,
  swatch,
  touch,
  type Measure,
} from './page.ts';
import { markId, type Drawing, type ViewSetting } from './view.ts';

const MEASURES: readonly Measure[] = ['persons', 'actualisations'];

interface Plot {
  readonly letters: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly slot: number;
  readonly barWidth: number;
  readonly middle: (year: Year) => number;
  /** Letter size of the figures over the bars; none where not all have room. */
  readonly figures: number | null;
  readonly means: boolean;
}

export function yearsView(part: Years, highlighted: Years | null, setting: ViewSetting): Drawing {
  const { size } = setting;
  const letters = letterSize(size);
  const title =
    size.height >= 200 ? finding([part.table.title], setting, letters) : finding([], setting, letters);
  const legend = legendOf(title.bottom, letters, setting);
  const plot = plotOf(part, highlighted, legend.bottom, letters, setting);
  return {
    picture: sheet(setting, part.table.title, [
      ...title.elements,
      ...legend.elements,
      ...axes(plot, setting),
      ...part.years.map((year) =>
        yearOf(year, highlighted?.years.find(({ key }) => key === year.key) ?? null, plot, setting),
      ),
      ...names(part.years, plot, setting),
      ...(plot.means && part.mean ? means(part.mean, plot, setting) : []),
    ]),
    scroll: null,
    tables: [{ table: part.table }],
  };
}

function legendOf(from: number, letters: number, { size, colours, words }: ViewSetting) {
  if (size.height < 90) return { elements: [], bottom: from };
  const y = from + letters * 1.4;
  const side = letters * 0.75;
  let x = letters * 0.7;
  const whole = MEASURES.reduce(
    (sum, one) => sum + side * 1.5 + widthOf(words.groups[one].short, letters) + letters,
    x,
  );
  const elements = MEASURES.flatMap((measure) => {
    const text = words.groups[measure][whole - letters <= size.width ? 'short' : 'tiny'];
    const width = side * 1.5 + widthOf(text, letters);
    if (x + width > size.width) return [];
    const at = x;
    x += width + letters;
    return [
      keyed(
        `legend ${measure}`,
        element('g', { class: 'isu-legend' }, [
          swatch(measure, at, y - side * 0.95, side, colours),
          textAt(text, at + side * 1.5, y, { size: letters, fill: colours.ink, part: 'legend' }),
        ]),
      ),
    ];
  });
  return { elements, bottom: y };
}

function plotOf(
  { years, mean }: Years,
  highlighted: Years | null,
  from: number,
  letters: number,
  { size, language, labels, words }: ViewSetting,
): Plot {
  const pad = letters * 0.7;
  const isTiny = size.width < 220 || size.height < 130;
  const values = [...years, ...(highlighted?.years ?? [])].flatMap((year) => [
    year.persons.value ?? 0,
    year.actualisations.value ?? 0,
  ]);
  const greatest = Math.max(1, ...values);
  const bottom = Math.max(from + 10, size.height - letters * (isTiny ? 1.6 : 2));
  const top = Math.min(bottom - 5, from + letters * 1.5);
  const scale = scaleLinear([0, greatest], [bottom, top]);
  const wanted = Math.max(1, Math.floor((bottom - top) / (letters * 4)));
  const ticks = isTiny ? [] : scale.ticks(wanted).filter((tick) => Number.isInteger(tick));
  const tickRoom = Math.max(
    0,
    ...ticks.map((tick) => widthOf(formatNumber(tick, 'integer', language), letters)),
  );
  const left = isTiny ? pad : pad + tickRoom + letters * 0.5;
  const meanRoom = mean
    ? Math.max(...MEASURES.map((m) => widthOf(words.years.mean(mean[m].text), letters))) + letters
    : 0;
  const hasMeans = !isTiny && size.width >= 420 && mean !== null && meanRoom < size.width * 0.2;
  const right = Math.max(left + 10, size.width - pad - (hasMeans ? meanRoom : 0));
  const band = scaleBand(
    years.map(({ key }) => key),
    [left, right],
  )
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const slot = band.step();
  const group = Math.min(band.bandwidth(), letters * 9);
  const barWidth = Math.max(0.75, group / 2 - 0.5);
  const widest = (letterHeight: number) =>
    Math.max(0, ...years.flatMap((year) => MEASURES.map((m) => widthOf(year[m].text, letterHeight))));
  const figures = [letters, letters * 0.9, 9].find((one) => one >= 9 && widest(one) <= barWidth - 1) ?? null;
  return {
    letters,
    left,
    right,
    top,
    bottom,
    y: (value) => scale(value),
    ticks,
    slot,
    barWidth,
    middle: ({ key }) => (band(key) ?? left) + band.bandwidth() / 2,
    figures: labels && !isTiny ? figures : null,
    means: hasMeans,
  };
}

function axes(plot: Plot, { colours, language }: ViewSetting): PictureElement[] {
  const { letters, left, right, bottom, ticks } = plot;
  const elements = ticks.flatMap((tick) => [
    ...(tick > 0 ? [gridLine([left, plot.y(tick)], [right, plot.y(tick)], colours)] : []),
    textAt(formatNumber(tick, 'integer', language), left - letters * 0.4, plot.y(tick) + letters * 0.35, {
      size: letters,
      fill: colours.quiet,
      anchor: 'end',
      part: 'tick',
    }),
  ]);
  return [...elements, rule(left, right, bottom, colours.quiet)].map((one, at) =>
    keyed(`axis ${String(at)}`, one),
  );
}

function yearOf(year: Year, highlighted: Year | null, plot: Plot, setting: ViewSetting): PictureElement {
  const { colours, words, selected } = setting;
  const { letters, barWidth, bottom, slot, top } = plot;
  const middle = plot.middle(year);
  const isSelected = selected.has(markId({ kind: 'year', key: year.key }));
  const isFull = highlighted === null && (selected.size === 0 || isSelected);
  const bars = MEASURES.flatMap((measure, at) => {
    const x = middle - barWidth - 0.5 + at * (barWidth + 1);
    const figure = year[measure];
    const shown = highlighted?.[measure] ?? null;
    const bar = (value: number | null, inset: number, part: string, full: boolean) =>
      value === null
        ? []
        : [
            element('rect', {
              class: `isu-bar isu-${measure}${part}`,
              x: x + inset,
              y: plot.y(value),
              width: Math.max(0.5, barWidth - 2 * inset),
              height: bottom - plot.y(value),
              ...barPaint(measure, full ? 'full' : 'pale', isSelected, colours),
            }),
          ];
    const told = shown ?? figure;
    const height = Math.min(plot.y(figure.value ?? 0), plot.y(shown?.value ?? 0));
    const isTold = plot.figures !== null || figure.value === null;
    return [
      ...bar(figure.value, 0, '', isFull),
      ...(shown ? bar(shown.value, barWidth * 0.22, ' isu-highlighted', true) : []),
      ...(isTold
        ? [
            textAt(told.text, x + barWidth / 2, height - letters * 0.35, {
              size: plot.figures ?? Math.min(letters, 9.5),
              fill: colours.ink,
              anchor: 'middle',
              bold: isSelected,
              rim: colours.ground,
              part: 'value',
            }),
          ]
        : []),
    ];
  });
  return markGroup(
    markOf('year', year.key, year.name, [
      ...MEASURES.map((measure) => ({ label: words.groups[measure].short, text: year[measure].text })),
    ]),
    [touch(middle - slot / 2, top - letters, slot, bottom - top + letters), ...bars],
  );
}

/** Every year, or every second, fifth, tenth where there is no room; the last one always. */
function names(
  years: readonly Year[],
  { letters, slot, bottom, middle }: Plot,
  { colours, size }: ViewSetting,
): PictureElement[] {
  const widest = Math.max(1, ...years.map(({ name }) => widthOf(name, letters)));
  const every = [1, 2, 5, 10, 20, 50].find((step) => step * slot >= widest + letters * 0.6) ?? years.length;
  return years.flatMap((year, at) => {
    if ((years.length - 1 - at) % every !== 0) return [];
    const x = Math.min(size.width - widest / 2, Math.max(widest / 2, middle(year)));
    return [
      keyed(
        `name ${year.key}`,
        textAt(cutTo(year.name, letters, size.width), x, bottom + letters * 1.3, {
          size: letters,
          fill: colours.ink,
          anchor: 'middle',
          part: 'year',
        }),
      ),
    ];
  });
}

function means(mean: Year, plot: Plot, { colours, words }: ViewSetting): PictureElement[] {
  const { letters, left, right } = plot;
  const lines = MEASURES.flatMap((measure) => {
    const { value, text } = mean[measure];
    return value === null ? [] : [{ measure, y: plot.y(value), text: words.years.mean(text) }];
  });
  const isClose = lines.length === 2 && Math.abs(lines[0]!.y - lines[1]!.y) < letters * 1.3;
  return lines.map(({ measure, y, text }) =>
    keyed(
      `mean ${measure}`,
      element('g', { class: 'isu-mean' }, [
        element('line', {
          class: 'isu-mean-line',
          x1: left,
          x2: right + letters * 0.5,
          y1: y,
          y2: y,
          stroke: measure === 'persons' ? colours.persons : colours.actualisations,
          'stroke-width': 1.25,
          'stroke-dasharray': measure === 'persons' ? '2 3' : '7 4',
        }),
        ...(isClose && measure === 'persons'
          ? []
          : [
              textAt(text, right + letters * 0.8, y + letters * 0.35, {
                size: letters,
                fill: colours.quiet,
                part: 'mean',
              }),
            ]),
      ]),
    ),
  );
}
