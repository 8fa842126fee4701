/** What the views' pictures have in common: the sheet they stand on, their letter sizes, bars that are told apart. */
import {
  brokenInto,
  element,
  keyed,
  LINE_HEIGHT,
  linesAt,
  marked,
  type Mark,
  type PictureElement,
} from 'isu-charts';
import type { Size, ViewSetting } from './view.ts';
import type { ViewColours } from './view-colours.ts';

/** Power BI's own. */
const FONT = "'Segoe UI', wf_segoe-ui_normal, helvetica, arial, sans-serif";

/** From 9,5 pixels in the smallest tile to 16 on a whole screen. */
export function letterSize({ width, height }: Size): number {
  const wished = 8 + Math.min(width / 160, height / 90);
  return Math.round(2 * Math.min(16, Math.max(9.5, wished))) / 2;
}

/** @param label what the picture is, for those who cannot see it */
export function sheet(
  { size, language }: ViewSetting,
  label: string,
  children: readonly PictureElement[],
): PictureElement {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'isu-view',
      'aria-label': label,
      lang: language,
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
      'font-family': FONT,
    },
    children,
  );
}

export interface Finding {
  readonly elements: readonly PictureElement[];
  /** Where it ends. */
  readonly bottom: number;
}

const NO_FINDING: Finding = { elements: [], bottom: 0 };
/** So much of a visual's height may be a sentence. */
const MOST_OF_HEIGHT = 0.3;

/**
 * The view's finding as a sentence across its top. A sentence is never cut: the first of its wordings that has room is
 * taken, and where none has there is none.
 */
export function finding(
  wordings: readonly string[],
  { size, colours }: ViewSetting,
  letters: number,
): Finding {
  const big = Math.round(letters * 2.5) / 2;
  const left = letters * 0.6;
  const room = size.width - 2 * left;
  const lineCount = Math.floor((size.height * MOST_OF_HEIGHT) / (big * LINE_HEIGHT));
  if (size.height < 130 || lineCount < 1) return NO_FINDING;
  for (const text of wordings) {
    const lines = brokenInto(text, big, room, Math.min(3, lineCount), true);
    if (lines === null) continue;
    const style = { size: big, fill: colours.ink, bold: true, part: 'finding' };
    const first = letters * 0.5 + big;
    return {
      elements: linesAt(lines, left, first, style).map((line, at) => keyed(`finding ${String(at)}`, line)),
      bottom: first + (lines.length - 1) * big * LINE_HEIGHT + big * 0.45,
    };
  }
  return NO_FINDING;
}

export type Measure = 'persons' | 'actualisations';

/**
 * A bar's paint. Measures are told apart by colour, and in high contrast by outline (persons) and filling
 * (actualisations); the selected by full colour against pale, and in high contrast by the theme's own colour for it.
 */
export function barPaint(
  measure: Measure,
  emphasis: 'full' | 'pale',
  isSelected: boolean,
  colours: ViewColours,
): Readonly<Record<string, string | number | undefined>> {
  const { isHighContrast, ground } = colours;
  if (isHighContrast) {
    const line = isSelected ? colours.selected : colours.ink;
    return {
      fill: measure === 'persons' ? ground : line,
      stroke: line,
      'stroke-width': isSelected ? 2.5 : 1.25,
    };
  }
  const full = measure === 'persons' ? colours.persons : colours.actualisations;
  const pale = measure === 'persons' ? colours.palePersons : colours.paleActualisations;
  return { fill: emphasis === 'full' ? full : pale };
}

/** A patch of a measure's colour, before its name. */
export function swatch(
  measure: Measure,
  x: number,
  y: number,
  side: number,
  colours: ViewColours,
): PictureElement {
  return element('rect', {
    class: 'isu-swatch',
    x,
    y,
    width: side,
    height: side,
    rx: side * 0.2,
    ...barPaint(measure, 'full', false, colours),
  });
}

/** Takes the pointer where there is little or nothing to hit. */
export function touch(x: number, y: number, width: number, height: number): PictureElement {
  return element('rect', {
    class: 'isu-touch',
    x,
    y,
    width: Math.max(0, width),
    height: Math.max(0, height),
    fill: 'transparent',
  });
}

/** `3-6` as 3–6 and `12+` as 12+, where the group's name has no room. */
export function shortGroup(key: string): string {
  return key.replace('-', '–');
}

/**
 * A mark with its words. The words stand beside what is pointed at and focused, not in it: its name tells more than they
 * do, and in another order.
 */
export function markGroup(mark: Mark, parts: readonly PictureElement[]): PictureElement {
  const shapes = parts.filter(({ name }) => name !== 'text');
  const words = parts.filter(({ name }) => name === 'text');
  const pointed = marked(mark, element('g', { class: 'isu-mark' }, shapes));
  return keyed(pointed.key!, element('g', { class: 'isu-marked' }, [pointed, ...words]));
}

/** A level line: an axis. */
export function rule(x1: number, x2: number, y: number, stroke: string): PictureElement {
  return element('line', { class: 'isu-rule', x1, x2, y1: y, y2: y, stroke });
}

/** A line behind the figures: pale, and where there are no pale colours, dotted. */
export function gridLine(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { grid, isHighContrast }: ViewColours,
): PictureElement {
  return element('line', {
    class: 'isu-grid',
    x1,
    x2,
    y1,
    y2,
    stroke: grid,
    'stroke-dasharray': isHighContrast ? '1 4' : undefined,
  });
}

export interface Window {
  /** The rows in sight: whole ones, as many as have room. */
  readonly from: number;
  readonly to: number;
  readonly scroll: { readonly height: number; readonly step: number } | null;
}

/** Rows of one height under a head that stays: which of them are in sight, however many they are. */
export function inSight(count: number, row: number, top: number, { size, scrolled }: ViewSetting): Window {
  const room = Math.max(1, Math.floor((size.height - top + 0.5) / row));
  if (count <= room) return { from: 0, to: count, scroll: null };
  const from = Math.min(count - room, Math.round(scrolled / row));
  return { from, to: from + room, scroll: { height: size.height + (count - room) * row, step: row } };
}
