/**
 * Grupper: each frequency group's share of the persons to the left, its share of the actualisations to the right. Where
 * the left is long and the right short, many come seldom; the other way round, few come often.
 */
import {
  contrast,
  cutTo,
  element,
  keyed,
  markOf,
  scaleLinear,
  textAt,
  widthOf,
  type PictureElement,
} from 'isu-charts';
import type { Figure, GroupLine, Groups } from '../analysis/report.ts';
import {
  barPaint,
  finding,
  inSight,
  letterSize,
  markGroup,
  sheet,
  shortGroup,
  swatch,
  touch,
  type Measure,
} from './page.ts';
import type { ViewColours } from './view-colours.ts';
import { markId, type Drawing, type ViewSetting } from './view.ts';

interface Layout {
  readonly letters: number;
  readonly top: number;
  readonly row: number;
  readonly bar: number;
  /** Inner ends of the two halves: the groups' names stand between. */
  readonly left: number;
  readonly right: number;
  /** Percent to pixels, and the most there is room for. */
  readonly length: (percent: number) => number;
  readonly longest: number;
  readonly hasCounts: boolean;
  /** A tile: figures stand in the bars where they have room, and the bars have all of it. */
  readonly isTile: boolean;
  readonly names: readonly string[];
}

/** @param highlighted the same of the rows that another visual highlights */
export function groupsView(
  groups: Groups,
  headline: string,
  highlighted: Groups | null,
  setting: ViewSetting,
): Drawing {
  const { size, words } = setting;
  const letters = letterSize(size);
  const most = mostFrequent(groups);
  const sentence = finding(
    [
      headline,
      ...(most && !most.ofPersons.suppressed && !most.ofActualisations.suppressed
        ? [words.groups.finding(most.ofPersons.text, most.ofActualisations.text)]
        : []),
    ],
    setting,
    letters,
  );
  const layout = layoutOf(groups, highlighted, sentence.bottom, letters, setting);
  const { from, to, scroll } = inSight(groups.lines.length, layout.row, layout.top, setting);
  const rows = groups.lines.slice(from, to).map((line, place) => {
    const shown = highlighted?.lines.find(({ key }) => key === line.key) ?? null;
    const y = layout.top + place * layout.row;
    return rowOf(line, shown, from + place, y, line === most, layout, setting);
  });
  return {
    picture: sheet(setting, headline, [...sentence.elements, ...headers(layout, setting), ...rows]),
    scroll,
    tables: groups.tables.map((table) => ({ table })),
  };
}

function layoutOf(
  groups: Groups,
  highlighted: Groups | null,
  from: number,
  letters: number,
  { size, labels, words }: ViewSetting,
): Layout {
  const pad = letters * 0.6;
  const isNarrow = size.width < 300;
  const names = groups.lines.map(({ key, name }) => (isNarrow ? shortGroup(key) : name));
  const middle =
    Math.max(
      ...names.map((name) => widthOf(name, letters, true)),
      isNarrow ? 0 : widthOf(words.groups.times, letters),
    ) +
    letters * 1.4;
  const top = from + letters * (size.height < 100 ? 1.6 : 2.2);
  const room = size.height - top - letters * 0.5;
  const row = Math.max(letters * 1.3, room / Math.max(1, groups.lines.length));
  const half = (size.width - middle) / 2 - pad;

  const all = [...groups.lines, ...(highlighted?.lines ?? [])];
  const greatest = Math.max(
    1,
    ...all.flatMap((line) => [line.ofPersons.value ?? 0, line.ofActualisations.value ?? 0]),
  );
  const isTile = half < letters * 8;
  const percentWidth = labels && !isTile ? Math.max(...all.map((line) => percentRoom(line, letters))) : 0;
  const countWidth = Math.max(...groups.lines.map((line) => countRoom(line, letters)));
  const hasCounts =
    labels && !isTile && row > letters * 2.2 && half - percentWidth - countWidth > letters * 7;
  const longest = Math.max(2, half - (hasCounts ? Math.max(percentWidth, countWidth) : percentWidth));
  const length = scaleLinear([0, greatest], [0, longest]);
  return {
    letters,
    top,
    row,
    bar: Math.min(row * 0.66, letters * 3.6),
    left: pad + half,
    right: size.width - pad - half,
    length: (percent) => length(percent),
    longest,
    hasCounts,
    isTile,
    names,
  };
}

function percentRoom({ ofPersons, ofActualisations }: GroupLine, letters: number): number {
  return (
    Math.max(
      widthOf(ofPersons.text, letters * 1.1, true),
      widthOf(ofActualisations.text, letters * 1.1, true),
    ) +
    letters * 0.5
  );
}

function countRoom({ persons, actualisations }: GroupLine, letters: number): number {
  return Math.max(widthOf(persons.text, letters), widthOf(actualisations.text, letters)) + letters * 0.5;
}

/** Those who come most often, of the groups that anyone is in: what the eye should go to. */
function mostFrequent({ lines }: Groups): GroupLine | null {
  return lines.findLast(({ persons }) => persons.suppressed || (persons.value ?? 0) > 0) ?? null;
}

function headers(layout: Layout, { size, colours, words }: ViewSetting): PictureElement[] {
  const { letters, left, right, top } = layout;
  const y = top - letters * 0.7;
  const side = letters * 0.75;
  const pad = letters * 0.6;
  const header = (measure: Measure): PictureElement[] => {
    const room = (measure === 'persons' ? left : size.width - right) - pad - side * 1.5;
    const own = words.groups[measure];
    const text =
      [own.header, own.short, own.tiny].find((one) => widthOf(one, letters) <= room) ??
      cutTo(own.tiny, letters, room);
    const x = measure === 'persons' ? left - widthOf(text, letters) - side * 1.5 : right;
    return [
      swatch(measure, x, y - side * 0.95, side, colours),
      textAt(text, x + side * 1.5, y, { size: letters, fill: colours.ink, part: 'header' }),
    ];
  };
  const times = textAt(words.groups.times, (left + right) / 2, y, {
    size: letters,
    fill: colours.quiet,
    anchor: 'middle',
    part: 'header',
  });
  const hasTimes = widthOf(words.groups.times, letters) <= right - left - letters * 0.4;
  return [...header('persons'), ...header('actualisations'), ...(hasTimes ? [times] : [])].map((one, at) =>
    keyed(`header ${String(at)}`, one),
  );
}

function rowOf(
  line: GroupLine,
  highlighted: GroupLine | null,
  at: number,
  y: number,
  isMost: boolean,
  layout: Layout,
  setting: ViewSetting,
): PictureElement {
  const { size, colours, words, selected } = setting;
  const { letters, left, right, row } = layout;
  const isSelected = selected.has(markId({ kind: 'group', key: line.key }));
  const half = (measure: Measure) =>
    halfOf(measure, line, highlighted, y, { isMost, isSelected }, layout, setting);
  return markGroup(
    markOf('group', line.key, words.groups.group(line.name), [
      { label: words.groups.persons.short, text: words.with(line.persons.text, line.ofPersons.text) },
      {
        label: words.groups.actualisations.short,
        text: words.with(line.actualisations.text, line.ofActualisations.text),
      },
    ]),
    [
      touch(letters * 0.3, y + 0.5, size.width - letters * 0.6, row - 1),
      ...half('persons'),
      ...half('actualisations'),
      textAt(layout.names[at]!, (left + right) / 2, y + row / 2 + letters * 0.35, {
        size: letters,
        fill: isSelected && colours.isHighContrast ? colours.selected : colours.ink,
        anchor: 'middle',
        bold: isMost || isSelected,
        part: 'group',
      }),
    ],
  );
}

function halfOf(
  measure: Measure,
  line: GroupLine,
  highlighted: GroupLine | null,
  y: number,
  { isMost, isSelected }: { readonly isMost: boolean; readonly isSelected: boolean },
  layout: Layout,
  { colours, labels, selected }: ViewSetting,
): PictureElement[] {
  const { letters, row, bar, length } = layout;
  const share = measure === 'persons' ? line.ofPersons : line.ofActualisations;
  const count = measure === 'persons' ? line.persons : line.actualisations;
  const shown = highlighted && (measure === 'persons' ? highlighted.ofPersons : highlighted.ofActualisations);
  const from = measure === 'persons' ? layout.left : layout.right;
  const way = measure === 'persons' ? -1 : 1;
  const isFull = shown === null && (selected.size > 0 ? isSelected : isMost);
  const elements: PictureElement[] = [];
  const draw = (figure: Figure, height: number, part: string, full: boolean) => {
    if (figure.value === null) return;
    const width = length(figure.value);
    elements.push(
      element('rect', {
        class: `isu-bar isu-${measure}${part}`,
        x: way < 0 ? from - width : from,
        y: y + (row - height) / 2,
        width,
        height,
        rx: Math.min(2, width / 2),
        ...barPaint(measure, full ? 'full' : 'pale', isSelected, colours),
      }),
    );
  };
  draw(share, bar, '', isFull);
  if (shown) draw(shown, bar * 0.5, ' isu-highlighted', true);
  if (!labels) return elements;

  const said = shown ?? share;
  const reach = Math.max(length(share.value ?? 0), length(shown?.value ?? 0));
  const isBold = isMost || isSelected;
  const room = widthOf(said.text, letters, isBold) + letters * 0.5;
  const isInside = layout.isTile && reach >= room + letters * 0.3;
  if (layout.isTile && !isInside && reach + room > layout.longest) return elements;
  const end = from + way * (isInside ? reach - letters * 0.35 : reach + letters * 0.4);
  const anchor = way < 0 === isInside ? 'start' : 'end';
  const big = letters * (layout.hasCounts ? 1.1 : 1);
  const middle = y + row / 2;
  const hasCount = layout.hasCounts && !shown;
  const paint = barPaint(measure, isFull ? 'full' : 'pale', isSelected, colours);
  elements.push(
    textAt(said.text, end, hasCount ? middle - letters * 0.1 : middle + big * 0.35, {
      size: big,
      fill: isInside ? readableOn(String(paint['fill']), colours) : colours.ink,
      anchor,
      bold: isBold,
      part: 'value',
    }),
  );
  if (hasCount)
    elements.push(
      textAt(count.text, end, middle + letters * 1.05, {
        size: letters * 0.9,
        fill: colours.quiet,
        anchor,
        part: 'count',
      }),
    );
  return elements;
}

function readableOn(fill: string, { ink, ground }: ViewColours): string {
  return contrast(ink, fill) >= contrast(ground, fill) ? ink : ground;
}
