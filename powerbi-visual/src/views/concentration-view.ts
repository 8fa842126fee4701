/**
 * Koncentration: the Lorenz curve. Were all to come equally often it would be the straight line; the further it hangs
 * below, the more of the work concerns a few. Beside it, how much the most frequent stand for.
 */
import {
  bandPath,
  element,
  keyed,
  linePath,
  markOf,
  scaleLinear,
  textAt,
  widthOf,
  type PictureElement,
  type Point,
} from 'isu-charts';
import { formatNumber, type Language } from 'isu-core';
import type { Concentration, TopShareLine } from '../analysis/report.ts';
import { barPaint, finding, gridLine, letterSize, markGroup, rule, sheet, touch } from './page.ts';
import { markId, type Drawing, type Size, type ViewSetting } from './view.ts';

/** Of those known, the one to speak of. */
const SPOKEN_OF = [0.1, 0.05, 0.2, 0.01];

interface Plot {
  readonly letters: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Share of persons, 0–1. */
  readonly x: (share: number) => number;
  /** Share of actualisations, 0–1. */
  readonly y: (share: number) => number;
  readonly ticks: readonly number[];
}

export function concentrationView(part: Concentration, setting: ViewSetting): Drawing {
  const { size, words, language } = setting;
  const letters = letterSize(size);
  const spoken = SPOKEN_OF.map((share) => part.top.find((top) => top.share === share)).find(
    (top) => top !== undefined && top.ofActualisations.value !== null,
  );
  const wordings = spoken
    ? [
        words.concentration.finding(spoken.name, spoken.ofActualisations.text),
        words.concentration.findingShort(percentOf(spoken.share, language), spoken.ofActualisations.text),
      ]
    : [words.concentration.hidden];
  const said = finding(wordings, setting, letters);
  const hasPanel = size.width >= 400 && size.height >= 190 && size.width > 1.2 * size.height;
  const plot = plotOf(said.bottom, hasPanel ? size.width * 0.56 : size.width, letters, setting);
  const gini = giniText(part, plot, setting);
  return {
    picture: sheet(setting, `${words.concentration.label}. ${wordings[0]!}`, [
      ...said.elements,
      ...axes(plot, setting),
      ...curve(part, plot, setting),
      ...(gini ? [keyed('gini', gini)] : []),
      ...part.top.flatMap((top) => onCurve(top, part, plot, !hasPanel, setting)),
      ...(hasPanel ? panel(part, plot, said.bottom, setting) : []),
    ]),
    scroll: null,
    tables: [{ table: part.table }],
  };
}

function percentOf(share: number, language: Language): string {
  return formatNumber(share * 100, 'percent', language);
}

/** A square, since both sides are 0 to 100 %; in a tile too low or too narrow for one, what room there is. */
function plotOf(from: number, width: number, letters: number, { size, language }: ViewSetting): Plot {
  const hasTicks = width >= 190 && size.height >= 150;
  const hasTitles = width >= 260 && size.height >= 240;
  const pad = letters * 0.7;
  const left = hasTicks ? pad + widthOf(percentOf(1, language), letters) + letters * 0.5 : pad;
  const top = from + (hasTitles ? letters * 2.1 : letters * 0.8);
  const below = pad + (hasTicks ? letters * 1.3 : 0) + (hasTitles ? letters * 1.4 : 0);
  const roomX = Math.max(10, width - left - pad - (hasTicks ? letters : 0));
  const roomY = Math.max(10, size.height - top - below);
  const side = Math.min(roomX, roomY);
  const [plotWidth, plotHeight] = [hasTicks ? Math.min(roomX, side * 1.35) : roomX, hasTicks ? side : roomY];
  const right = left + plotWidth;
  const bottom = top + plotHeight;
  return {
    letters,
    left,
    right,
    top,
    bottom,
    x: scaleLinear([0, 1], [left, right]),
    y: scaleLinear([0, 1], [bottom, top]),
    ticks: !hasTicks ? [] : side < 170 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
  };
}

function axes(plot: Plot, { colours, language, size, words }: ViewSetting): PictureElement[] {
  const { letters, left, right, top, bottom, ticks } = plot;
  const elements: PictureElement[] = [];
  for (const tick of ticks) {
    const text = percentOf(tick, language);
    const style = { size: letters, fill: colours.quiet, part: 'tick' };
    if (tick > 0)
      elements.push(
        gridLine([left, plot.y(tick)], [right, plot.y(tick)], colours),
        gridLine([plot.x(tick), top], [plot.x(tick), bottom], colours),
      );
    elements.push(
      textAt(text, left - letters * 0.4, plot.y(tick) + letters * 0.35, { ...style, anchor: 'end' }),
    );
    if (tick > 0)
      elements.push(
        textAt(text, plot.x(tick), bottom + letters * 1.25, {
          ...style,
          anchor: tick === 1 && right > size.width - letters * 3 ? 'end' : 'middle',
        }),
      );
  }
  elements.push(
    rule(left, right, bottom, colours.quiet),
    element('line', { class: 'isu-rule', x1: left, x2: left, y1: top, y2: bottom, stroke: colours.quiet }),
  );
  if (ticks.length > 0 && size.height >= 240 && right - left >= 200) {
    const style = { size: letters, fill: colours.quiet, part: 'axis-title' };
    const under = [words.concentration.persons, words.concentration.personsShort].find(
      (text) => widthOf(text, letters) <= right - left,
    );
    elements.push(textAt(words.concentration.actualisations, letters * 0.7, top - letters * 0.9, style));
    if (under) elements.push(textAt(under, right, bottom + letters * 2.65, { ...style, anchor: 'end' }));
  }
  return elements.map((one, at) => keyed(`axis ${String(at)}`, one));
}

function curve({ lorenz }: Concentration, plot: Plot, { colours }: ViewSetting): PictureElement[] {
  const { x, y, letters } = plot;
  const equal: readonly Point[] = [
    [x(0), y(0)],
    [x(1), y(1)],
  ];
  const diagonal = keyed(
    'equal',
    element('path', {
      class: 'isu-equal',
      d: linePath(equal),
      fill: 'none',
      stroke: colours.quiet,
      'stroke-width': 1.25,
      'stroke-dasharray': '5 4',
    }),
  );
  if (lorenz.length === 0) return [diagonal];
  const points = lorenz.map(([persons, actualisations]): Point => [x(persons), y(actualisations)]);
  return [
    keyed(
      'between',
      element('path', {
        class: 'isu-between',
        d: bandPath(
          lorenz.map(([persons, actualisations]) => [x(persons), y(actualisations), y(persons)]),
          'line',
        ),
        fill: colours.isHighContrast ? 'none' : colours.actualisations,
        opacity: 0.14,
      }),
    ),
    diagonal,
    keyed(
      'lorenz',
      element('path', {
        class: 'isu-lorenz',
        d: linePath(points),
        fill: 'none',
        stroke: colours.actualisations,
        'stroke-width': letters < 10 ? 2 : 3,
        'stroke-linejoin': 'round',
      }),
    ),
  ];
}

/** Over the straight line there is never anything: there the coefficient stands, with its name where that has room. */
function giniText(
  { gini }: Concentration,
  plot: Plot,
  { words, colours }: ViewSetting,
): PictureElement | null {
  const { letters, left, right, top, bottom } = plot;
  if (gini.value === null) return null;
  const [width, height] = [right - left, bottom - top];
  const size = Math.min(letters * 2.4, height * 0.16);
  if (height < 44 || size < 9) return null;
  const name = words.concentration.gini;
  const x = left + Math.max(5, width * 0.05);
  // The line has come up to this height at the text's right end.
  const isClear = (text: string, letterHeight: number, y: number) =>
    y + letterHeight * 0.2 < bottom - ((x + widthOf(text, letterHeight, true) - left) / width) * height;
  const y = top + size * 1.25;
  const below = y + letters * 1.4;
  const figure = (text: string) => textAt(text, x, y, { size, fill: colours.ink, bold: true, part: 'gini' });
  if (isClear(gini.text, size, y) && isClear(name, letters, below))
    return element('g', { class: 'isu-gini' }, [
      figure(gini.text),
      textAt(name, x, below, { size: letters, fill: colours.quiet, part: 'gini-name' }),
    ]);
  // A figure without its name says nothing.
  const short = `${words.concentration.giniShort} ${gini.text}`;
  return isClear(short, size, y) ? figure(short) : null;
}

/** Where on the curve the most frequent so many begin: all but their share of the actualisations lies below. */
export function onLorenz(lorenz: Concentration['lorenz'], actualisations: number): number | null {
  for (let at = 1; at < lorenz.length; at++) {
    const [x0, y0] = lorenz[at - 1]!;
    const [x1, y1] = lorenz[at]!;
    if (actualisations <= y1 + 1e-12)
      return y1 === y0 ? x1 : x0 + ((actualisations - y0) / (y1 - y0)) * (x1 - x0);
  }
  return null;
}

function onCurve(
  top: TopShareLine,
  { lorenz }: Concentration,
  plot: Plot,
  isMark: boolean,
  setting: ViewSetting,
): PictureElement[] {
  const { colours, selected } = setting;
  if (top.ofActualisations.value === null) return [];
  const rest = 1 - top.ofActualisations.value / 100;
  const persons = onLorenz(lorenz, rest);
  if (persons === null) return [];
  const isSelected = selected.has(markId({ kind: 'share', key: String(top.share) }));
  const [x, y] = [plot.x(persons), plot.y(rest)];
  const dot = element('circle', {
    class: 'isu-top',
    cx: x,
    cy: y,
    r: plot.letters < 10 ? 3 : plot.letters * 0.36,
    fill: isSelected ? colours.selected : colours.ground,
    stroke: isSelected ? colours.selected : colours.actualisations,
    'stroke-width': 2,
  });
  if (!isMark) return [keyed(`top ${String(top.share)}`, dot)];
  return [markGroup(shareMark(top, setting), [around(x, y, Math.max(8, plot.letters), setting.size), dot])];
}

/** What takes the pointer around a dot, as far as the picture reaches. */
function around(x: number, y: number, reach: number, { width, height }: Size): PictureElement {
  const [left, top] = [Math.max(0, x - reach), Math.max(0, y - reach)];
  return touch(left, top, Math.min(width, x + reach) - left, Math.min(height, y + reach) - top);
}

function shareMark(top: TopShareLine, { words }: ViewSetting) {
  return markOf('share', String(top.share), top.name, [
    { label: words.groups.persons.short, text: top.persons.text },
    { label: words.concentration.actualisations, text: top.ofActualisations.text },
  ]);
}

/** The most frequent 1, 5, 10 and 20 %: how few they are above, how much they stand for below. */
function panel({ top }: Concentration, plot: Plot, from: number, setting: ViewSetting): PictureElement[] {
  const { size, colours, words, language, selected } = setting;
  const { letters } = plot;
  const left = plot.right + letters * 3;
  const right = size.width - letters;
  if (right - left < letters * 9 || top.length === 0) return [];
  const first = Math.max(plot.top, from + letters * 1.6);
  const titles = [words.concentration.mostFrequent].filter(
    (text) => widthOf(text, letters, true) <= right - left,
  );
  const start = first + (titles.length > 0 ? letters * 1.1 : 0);
  const row = Math.min(letters * 9, (plot.bottom - start) / top.length);
  if (row < letters * 2.6) return [];
  const valueRoom = widthOf(percentOf(1, language), letters * 1.1, true) + letters * 0.6;
  const length = scaleLinear([0, 100], [0, right - left - valueRoom]);
  const bar = Math.min(row * 0.32, letters * 2);
  const rows = top.map((one, at) => {
    const y = start + at * row;
    const isSelected = selected.has(markId({ kind: 'share', key: String(one.share) }));
    const isFull = selected.size === 0 || isSelected;
    const name = words.concentration.top(percentOf(one.share, language));
    const barTop = y + letters * 1.55;
    const emphasis = isFull ? 'full' : 'pale';
    const value = one.ofActualisations.value;
    return markGroup(shareMark(one, setting), [
      touch(left - letters * 0.4, y, right - left + letters * 0.8, row - 2),
      textAt(name, left, y + letters * 1.15, { size: letters, fill: colours.ink, part: 'label' }),
      element('rect', {
        class: 'isu-bar isu-persons',
        x: left,
        y: barTop,
        width: length(one.share * 100),
        height: Math.max(2, bar * 0.3),
        ...barPaint('persons', emphasis, isSelected, colours),
      }),
      ...(value === null
        ? []
        : [
            element('rect', {
              class: 'isu-bar isu-actualisations',
              x: left,
              y: barTop + Math.max(2, bar * 0.3) + 1.5,
              width: length(value),
              height: bar,
              rx: 2,
              ...barPaint('actualisations', emphasis, isSelected, colours),
            }),
          ]),
      textAt(
        one.ofActualisations.text,
        left + length(value ?? 0) + letters * 0.5,
        barTop + Math.max(2, bar * 0.3) + 1.5 + bar / 2 + letters * 0.4,
        { size: letters * 1.1, fill: colours.ink, bold: true, part: 'value' },
      ),
    ]);
  });
  const title = titles.map((text) =>
    keyed(
      'panel',
      textAt(text, left, first, { size: letters, fill: colours.quiet, bold: true, part: 'panel' }),
    ),
  );
  return [...title, ...rows];
}
