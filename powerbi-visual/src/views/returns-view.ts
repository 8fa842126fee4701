/**
 * Återkomst: how large a share has come back within so many days of the first actualisation, by Kaplan–Meier: all
 * persons with their 95 % limits, and each group. Under it how many are still followed. Where only some days may be
 * shown, they are dots with their limits: no step is drawn that is not known.
 */
import {
  bandPath,
  element,
  keyed,
  linePath,
  markOf,
  mixed,
  scaleLinear,
  spread,
  standingOut,
  stepPath,
  textAt,
  widthOf,
  type Band,
  type PictureElement,
  type Point,
} from 'isu-charts';
import { formatNumber } from 'isu-core';
import type { CurvePoint, ReturnCurve, Returns } from '../analysis/report.ts';
import { finding, gridLine, letterSize, markGroup, rule, sheet, shortGroup } from './page.ts';
import { markId, type Drawing, type ViewSetting } from './view.ts';
import type { ViewColours } from './view-colours.ts';

const TOTAL = 'total';
/** The day to speak of. */
const SPOKEN_OF = 365;
/** Told apart without colour too, in high contrast; the solid line is all together. */
const DASHES = ['2 3', '7 3', '10 3 2 3', '5 2 5 2 1 2', '14 4'] as const;

interface Plot {
  readonly letters: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (days: number) => number;
  /** Percent. */
  readonly y: (percent: number) => number;
  readonly end: number;
  readonly days: readonly number[];
  readonly shares: readonly number[];
  /** Curves with a row of those at risk, from the first baseline down. */
  readonly atRisk: readonly ReturnCurve[];
}

export function returnsView({ curves, tables }: Returns, setting: ViewSetting): Drawing {
  const { size, words, language } = setting;
  const letters = letterSize(size);
  const total = curves.find(({ key }) => key === TOTAL) ?? null;
  const spoken = total?.points.find(({ days, returned }) => days === SPOKEN_OF && returned.value !== null);
  const sentence = spoken
    ? words.returns.finding(spoken.returned.text, formatNumber(spoken.days, 'integer', language))
    : words.returns.label;
  const said = finding([sentence], setting, letters);
  const plot = plotOf(curves, said.bottom, letters, setting);
  // All together last, so that it lies over the others.
  const order = [...curves].sort((a, b) => Number(a.key === TOTAL) - Number(b.key === TOTAL));
  const groupCount = curves.length - (total ? 1 : 0);
  const colourOf = (curve: ReturnCurve) =>
    curveColour(curve, curves.filter(({ key }) => key !== TOTAL).indexOf(curve), groupCount, setting.colours);
  const labels = endLabels(curves, plot, colourOf, setting);
  return {
    picture: sheet(setting, sentence, [
      ...said.elements,
      ...axes(plot, setting),
      ...order.map((curve) => curveOf(curve, curves, plot, colourOf(curve), setting)),
      ...labels,
      ...atRiskRows(plot, colourOf, setting),
    ]),
    scroll: null,
    tables: tables.map((table) => ({ table })),
  };
}

function curveColour(curve: ReturnCurve, at: number, count: number, colours: ViewColours): string {
  if (colours.isHighContrast || curve.key === TOTAL) return colours.ink;
  const between = mixed(colours.persons, colours.actualisations, count < 2 ? 1 : at / (count - 1));
  return standingOut(between, colours.ground, colours.ink, 3);
}

function plotOf(curves: readonly ReturnCurve[], from: number, letters: number, setting: ViewSetting): Plot {
  const { size, language } = setting;
  const days = curves[0]?.points.map((point) => point.days) ?? [];
  const end = Math.max(1, ...days);
  const isTiny = size.width < 220 || size.height < 130;
  const hasTitles = size.height >= 240 && size.width >= 300;
  const pad = letters * 0.7;
  const left = isTiny ? pad : pad + widthOf(formatNumber(100, 'percent', language), letters) + letters * 0.5;
  const labelRoom = isTiny
    ? Math.max(...curves.map((curve) => widthOf(nameOf(curve, true, setting), letters))) + letters * 0.8
    : Math.max(...curves.map((curve) => widthOf(nameOf(curve, size.width < 480, setting), letters, true))) +
      letters;
  const right = Math.max(left + 20, size.width - pad - Math.min(labelRoom, size.width * 0.3));
  const rows = curves.length + 1;
  const rowHeight = letters * 1.35;
  const roomForRisk = size.height - from > rows * rowHeight + 190 && right - left > letters * 24;
  const onlyTotal = !roomForRisk && size.height - from > 3 * rowHeight + 170 && right - left > letters * 18;
  const atRisk = roomForRisk ? curves : onlyTotal ? curves.filter(({ key }) => key === TOTAL) : [];
  const leftmost =
    atRisk.length > 0
      ? Math.max(
          left,
          pad +
            Math.max(...atRisk.map((curve) => widthOf(nameOf(curve, false, setting), letters))) +
            letters * 3.2,
        )
      : left;
  const below =
    pad +
    (isTiny ? 0 : letters * 1.3) +
    (hasTitles ? letters * 1.4 : 0) +
    (atRisk.length > 0 ? (atRisk.length + 1) * rowHeight + letters * 0.4 : 0);
  const top = from + (hasTitles ? letters * 2 : letters * 0.9);
  const bottom = Math.max(top + 10, size.height - below);
  const shares = isTiny ? [] : bottom - top < letters * 9 ? [0, 50, 100] : [0, 25, 50, 75, 100];
  const x = scaleLinear([0, end], [leftmost, right]);
  const y = scaleLinear([0, 100], [bottom, top]);
  return {
    letters,
    left: leftmost,
    right,
    top,
    bottom,
    x: (value) => x(value),
    y: (percent) => y(percent),
    end,
    days: isTiny
      ? []
      : daysWithRoom(
          [0, ...days],
          (value) => x(value),
          letters,
          (day) => formatNumber(day, 'integer', language),
        ),
    shares,
    atRisk,
  };
}

/** The last day first, since it is what the curves end at, then those that stand clear of what stands already. */
function daysWithRoom(
  days: readonly number[],
  x: (day: number) => number,
  letters: number,
  text: (day: number) => string,
): readonly number[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  return [...days]
    .sort((a, b) => b - a)
    .filter((day) => {
      const half = widthOf(text(day), letters) / 2 + letters * 0.25;
      const place = { from: x(day) - half, to: x(day) + half };
      if (taken.some(({ from, to }) => place.from < to && from < place.to)) return false;
      taken.push(place);
      return true;
    })
    .sort((a, b) => a - b);
}

function nameOf(curve: ReturnCurve, isShort: boolean, { words }: ViewSetting): string {
  if (curve.key === TOTAL) return words.returns.all;
  return isShort ? shortGroup(curve.key) : curve.name;
}

function axes(plot: Plot, setting: ViewSetting): PictureElement[] {
  const { letters, left, right, top, bottom, days, shares } = plot;
  const { colours, language, words, size } = setting;
  const style = { size: letters, fill: colours.quiet, part: 'tick' };
  const elements: PictureElement[] = [];
  for (const share of shares) {
    elements.push(
      share === 0
        ? rule(left, right, bottom, colours.quiet)
        : gridLine([left, plot.y(share)], [right, plot.y(share)], colours),
    );
    elements.push(
      textAt(formatNumber(share, 'percent', language), left - letters * 0.5, plot.y(share) + letters * 0.35, {
        ...style,
        anchor: 'end',
      }),
    );
  }
  if (shares.length === 0) elements.push(rule(left, right, bottom, colours.quiet));
  for (const day of days) {
    elements.push(
      element('line', {
        class: 'isu-rule',
        x1: plot.x(day),
        x2: plot.x(day),
        y1: bottom,
        y2: bottom + letters * 0.3,
        stroke: colours.quiet,
      }),
      textAt(formatNumber(day, 'integer', language), plot.x(day), bottom + letters * 1.3, {
        ...style,
        anchor: 'middle',
      }),
    );
  }
  if (size.height >= 240 && size.width >= 300) {
    const title = { ...style, part: 'axis-title' };
    elements.push(textAt(words.returns.shareAxis, letters * 0.7, top - letters * 0.85, title));
    const text = [words.returns.dayAxis, words.returns.dayAxisShort].find(
      (one) => widthOf(one, letters) <= right - left,
    );
    if (text) elements.push(textAt(text, right, bottom + letters * 2.7, { ...title, anchor: 'end' }));
  }
  return elements.map((one, at) => keyed(`axis ${String(at)}`, one));
}

function curveOf(
  curve: ReturnCurve,
  curves: readonly ReturnCurve[],
  plot: Plot,
  colour: string,
  setting: ViewSetting,
): PictureElement {
  const { colours, selected, words } = setting;
  const isTotal = curve.key === TOTAL;
  const isSelected = selected.has(markId({ kind: 'group', key: curve.key }));
  const isDim = selected.size > 0 && !isSelected && !colours.isHighContrast;
  const stroke = isSelected && colours.isHighContrast ? colours.selected : colour;
  const width = (isSelected ? 1.5 : 1) * (isTotal ? 2.5 : 2);
  const group = curves.filter(({ key }) => key !== TOTAL).indexOf(curve);
  const dash = isTotal || !colours.isHighContrast ? undefined : DASHES[group % DASHES.length];
  const hasLimits = isTotal || isSelected || curves.length === 1;
  const drawn = isStepped(curve, curves)
    ? stepsOf(curve, plot, { stroke, width, dash, hasLimits, isDim })
    : pointsOf(curve, plot, { stroke, width, dash, hasLimits, isDim }, colours.ground);
  const facts = curve.points.map((point) => ({
    label: words.returns.within(formatNumber(point.days, 'integer', setting.language)),
    text: pointText(point, words),
  }));
  const heading = isTotal ? words.returns.all : words.groups.group(curve.name);
  return markGroup(markOf('group', curve.key, heading, facts), drawn);
}

/** A curve without steps is a level line where others have them and nobody has come back; else only points are known. */
function isStepped(curve: ReturnCurve, curves: readonly ReturnCurve[]): boolean {
  return (
    curve.steps.length > 0 ||
    (curves.some(({ steps }) => steps.length > 0) &&
      curve.points.every(({ returned }) => returned.value === 0))
  );
}

function pointText({ returned, lower, upper }: CurvePoint, words: ViewSetting['words']): string {
  return returned.value === null || lower.value === null || upper.value === null
    ? returned.text
    : `${returned.text} (${words.returns.interval(lower.text, upper.text)})`;
}

interface Pen {
  readonly stroke: string;
  readonly width: number;
  readonly dash: string | undefined;
  readonly hasLimits: boolean;
  readonly isDim: boolean;
}

function stepsOf(curve: ReturnCurve, plot: Plot, pen: Pen): PictureElement[] {
  const within = curve.steps.filter(({ days }) => days <= plot.end);
  const points: Point[] = [[plot.x(0), plot.y(0)]];
  const bands: Band[] = [[plot.x(0), plot.y(0), plot.y(0)]];
  for (const { days, returned, lower, upper } of within) {
    points.push([plot.x(days), plot.y(returned)]);
    if (lower !== null && upper !== null) bands.push([plot.x(days), plot.y(lower), plot.y(upper)]);
  }
  const last = within.at(-1);
  points.push([plot.x(plot.end), plot.y(last?.returned ?? 0)]);
  if (last && last.lower !== null && last.upper !== null)
    bands.push([plot.x(plot.end), plot.y(last.lower), plot.y(last.upper)]);
  return [
    ...(pen.hasLimits && bands.length > 1
      ? [
          element('path', {
            class: 'isu-limits',
            d: bandPath(bands, 'step'),
            fill: pen.stroke,
            opacity: 0.15,
          }),
        ]
      : []),
    element('path', {
      class: 'isu-touch',
      d: stepPath(points),
      fill: 'none',
      stroke: 'transparent',
      'stroke-width': 12,
    }),
    element('path', {
      class: 'isu-curve',
      d: stepPath(points),
      fill: 'none',
      stroke: pen.stroke,
      'stroke-width': pen.width,
      'stroke-dasharray': pen.dash,
      opacity: pen.isDim ? 0.35 : undefined,
    }),
  ];
}

function pointsOf(curve: ReturnCurve, plot: Plot, pen: Pen, ground: string): PictureElement[] {
  const known = curve.points.flatMap(({ days, returned, lower, upper }) =>
    returned.value === null
      ? []
      : [{ x: plot.x(days), y: plot.y(returned.value), lower: lower.value, upper: upper.value }],
  );
  const opacity = pen.isDim ? 0.35 : undefined;
  const line = linePath(known.map(({ x, y }): Point => [x, y]));
  return [
    element('path', { class: 'isu-touch', d: line, fill: 'none', stroke: 'transparent', 'stroke-width': 12 }),
    // Thin and broken: a help for the eye from dot to dot, not a curve.
    element('path', {
      class: 'isu-between',
      d: line,
      fill: 'none',
      stroke: pen.stroke,
      'stroke-width': 1,
      'stroke-dasharray': pen.dash ?? '1 4',
      'stroke-linecap': 'round',
      opacity,
    }),
    ...known.flatMap(({ x, lower, upper }) =>
      pen.hasLimits && lower !== null && upper !== null
        ? [
            element('line', {
              class: 'isu-limits',
              x1: x,
              x2: x,
              y1: plot.y(lower),
              y2: plot.y(upper),
              stroke: pen.stroke,
              'stroke-width': 1.25,
              opacity,
            }),
          ]
        : [],
    ),
    ...known.map(({ x, y }) =>
      element('circle', {
        class: 'isu-point',
        cx: x,
        cy: y,
        r: Math.max(2.5, plot.letters * 0.32) + (pen.width - 2) * 0.6,
        fill: pen.stroke,
        stroke: ground,
        'stroke-width': 1,
        opacity,
      }),
    ),
  ];
}

/** The curves' names at their ends; where not all have room, only that of all together. */
function endLabels(
  curves: readonly ReturnCurve[],
  plot: Plot,
  colourOf: (curve: ReturnCurve) => string,
  setting: ViewSetting,
): PictureElement[] {
  const { letters, right, top, bottom } = plot;
  const { size, colours, selected } = setting;
  const ends = curves.flatMap((curve) => {
    const value =
      curve.steps.length > 0
        ? (curve.steps.findLast(({ days }) => days <= plot.end)?.returned ?? 0)
        : (curve.points.findLast(({ returned }) => returned.value !== null)?.returned.value ?? null);
    return value === null ? [] : [{ curve, y: plot.y(value) }];
  });
  const height = letters * 1.25;
  const range = [top - height / 2, bottom + height / 2] as const;
  const all = spread(
    ends.map(({ y }) => y),
    height,
    ...range,
  );
  const kept = all ? ends : ends.filter(({ curve }) => curve.key === TOTAL);
  const places =
    all ??
    spread(
      kept.map(({ y }) => y),
      height,
      ...range,
    ) ??
    [];
  const room = size.width - letters * 0.4 - right - letters * 0.9;
  return kept.flatMap(({ curve, y }, at) => {
    const place = places[at];
    if (place === undefined) return [];
    const isBold = curve.key === TOTAL || selected.has(markId({ kind: 'group', key: curve.key }));
    const text = [nameOf(curve, false, setting), nameOf(curve, true, setting)].find(
      (one) => widthOf(one, letters, isBold) <= room,
    );
    if (text === undefined) return [];
    const colour = colourOf(curve);
    return [
      keyed(
        `end ${curve.key}`,
        element('g', { class: 'isu-end' }, [
          element('path', {
            d: linePath([
              [right + 1, y],
              [right + letters * 0.7, place],
            ]),
            fill: 'none',
            stroke: colour,
            'stroke-width': 1,
          }),
          textAt(text, right + letters * 0.9, place + letters * 0.35, {
            size: letters,
            fill: standingOut(colour, colours.ground, colours.ink, 4.5),
            bold: isBold,
            part: 'end-label',
          }),
        ]),
      ),
    ];
  });
}

/** Those still followed, under the day: few of them, and the curve is not to be leant on. */
function atRiskRows(
  plot: Plot,
  colourOf: (curve: ReturnCurve) => string,
  setting: ViewSetting,
): PictureElement[] {
  const { letters, atRisk, bottom, left, days } = plot;
  const { colours, words } = setting;
  if (atRisk.length === 0) return [];
  const row = letters * 1.35;
  const first = bottom + letters * 4.4;
  const title = textAt(words.returns.atRisk, letters * 0.7, first, {
    size: letters,
    fill: colours.quiet,
    bold: true,
    part: 'at-risk-title',
  });
  const rows = atRisk.map((curve, at) => {
    const y = first + (at + 1) * row;
    const figures = [
      { days: 0, text: curve.persons.text },
      ...curve.points.map((point) => ({ days: point.days, text: point.atRisk.text })),
    ].filter((figure) => days.includes(figure.days));
    return element('g', { class: 'isu-at-risk' }, [
      element('rect', {
        class: 'isu-swatch',
        x: letters * 0.7,
        y: y - letters * 0.5,
        width: letters * 0.9,
        height: letters * 0.28,
        fill: colourOf(curve),
      }),
      textAt(nameOf(curve, false, setting), letters * 2, y, {
        size: letters,
        fill: colours.ink,
        part: 'label',
      }),
      ...figures.map((figure) =>
        textAt(figure.text, Math.max(plot.x(figure.days), left), y, {
          size: letters,
          fill: colours.ink,
          anchor: 'middle',
          part: 'at-risk',
        }),
      ),
    ]);
  });
  return [title, ...rows].map((one, at) => keyed(`at risk ${String(at)}`, one));
}
