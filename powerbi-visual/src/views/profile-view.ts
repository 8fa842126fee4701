/**
 * Profil: tabell 3, a column a group. Under each figure a bar as long as the figure is beside the row's greatest, so
 * that a row can be read without reading its numbers. Too narrow for all columns, those who come most often stay.
 */
import { cutTo, element, keyed, markOf, textAt, widthOf, type PictureElement } from 'isu-charts';
import { formatCell, type DocumentCell, type DocumentRow, type DocumentTable } from 'isu-core';
import type { Profile } from '../analysis/report.ts';
import { finding, gridLine, inSight, letterSize, markGroup, rule, sheet, shortGroup, touch } from './page.ts';
import { markId, type Drawing, type ViewSetting } from './view.ts';

type Line =
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'row'; readonly row: DocumentRow; readonly name: string; readonly short: string };

interface Column {
  readonly key: string;
  readonly name: string;
  /** Place among the table's columns. */
  readonly at: number;
  readonly isMost: boolean;
}

interface Layout {
  readonly letters: number;
  readonly top: number;
  readonly row: number;
  readonly labelRight: number;
  readonly columnWidth: number;
  readonly columns: readonly Column[];
}

const REFERRER = 'referrer';

export function profileView({ table }: Profile, setting: ViewSetting): Drawing {
  const { size } = setting;
  const letters = letterSize(size);
  const lines = linesOf(table, setting);
  const title = size.height >= 240 ? finding([table.title], setting, letters) : finding([], setting, letters);
  const columns = columnsOf(table);
  const layout = layoutOf(lines, columns, title.bottom, letters, setting);
  const { from, to, scroll } = inSight(lines.length, layout.row, layout.top, setting);
  const rows = lines.slice(from, to).map((line, place) => {
    const y = layout.top + place * layout.row;
    return line.kind === 'section'
      ? keyed(`section ${line.text}`, sectionRow(line.text, y, layout, setting))
      : keyed(line.row.key, figureRow(line, table, y, layout, setting));
  });
  return {
    picture: sheet(setting, setting.words.profile.label, [
      ...title.elements,
      ...header(layout, setting),
      ...rows,
    ]),
    scroll,
    tables: [{ table }],
  };
}

/** Who reported stands in a section of its own: those percentages are of the reports. */
function linesOf(table: DocumentTable, { words }: ViewSetting): readonly Line[] {
  const prefix = words.profile.referrer('');
  const lines: Line[] = [];
  let inSection = false;
  for (const row of table.rows) {
    const label = String(row.cells[0]!.value ?? '');
    const isReferrer = row.key.startsWith(REFERRER);
    if (isReferrer && !inSection) lines.push({ kind: 'section', text: words.profile.referrers });
    inSection = isReferrer;
    const own = isReferrer && label.startsWith(prefix) ? capital(label.slice(prefix.length)) : label;
    lines.push({ kind: 'row', row, name: own, short: words.profile.short[row.key] ?? own });
  }
  return lines;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function columnsOf(table: DocumentTable): readonly Column[] {
  const groups = table.columns.map(({ key, header: name }, at) => ({ key, name, at })).slice(1);
  const most = groups.findLast(({ key }) => key !== 'total')?.key;
  return groups.map((column) => ({ ...column, isMost: column.key === most }));
}

function layoutOf(
  lines: readonly Line[],
  all: readonly Column[],
  from: number,
  letters: number,
  { size }: ViewSetting,
): Layout {
  const pad = letters * 0.6;
  const room = size.width - 2 * pad;
  const narrowest = letters * 3.7;
  const labelLeast = Math.min(room * 0.42, letters * 7.5);
  const count = Math.max(1, Math.min(all.length, Math.floor((room - labelLeast) / narrowest)));
  const columns = chosen(all, count);
  const longest = Math.max(
    ...lines.map((line) => (line.kind === 'row' ? widthOf(line.name, letters) : widthOf(line.text, letters))),
  );
  const label = Math.min(longest + letters, Math.max(labelLeast, room - columns.length * letters * 5.2));
  const columnWidth = Math.min(letters * 11, (room - label) / columns.length);
  const top = from + letters * 2.1;
  const least = size.height < 160 ? letters * 1.5 : letters * 2.1;
  const row = Math.min(letters * 3, Math.max(least, (size.height - top - letters * 0.4) / lines.length));
  return {
    letters,
    top,
    row,
    labelRight: size.width - pad - columnWidth * columns.length,
    columnWidth,
    columns,
  };
}

/** Most frequent first, then all together, then the least frequent, then from the more frequent down. */
function chosen(all: readonly Column[], count: number): readonly Column[] {
  const wish = (column: Column) =>
    column.isMost ? 0 : column.key === 'total' ? 1 : column.at === 1 ? 2 : 3 + all.length - column.at;
  const kept = new Set([...all].sort((a, b) => wish(a) - wish(b)).slice(0, count));
  return all.filter((column) => kept.has(column));
}

function header(layout: Layout, { size, colours }: ViewSetting): PictureElement[] {
  const { letters, columns, columnWidth, labelRight, top } = layout;
  const y = top - letters * 0.65;
  const names = columns.map(({ key, name, isMost, at }, place) => {
    const room = columnWidth - letters * 0.5;
    const text =
      [name, shortGroup(key)].find((one) => widthOf(one, letters, isMost) <= room) ??
      cutTo(name, letters, room);
    return keyed(
      `header ${String(at)}`,
      textAt(text, labelRight + (place + 1) * columnWidth - letters * 0.5, y, {
        size: letters,
        fill: colours.ink,
        anchor: 'end',
        bold: isMost,
        part: 'header',
      }),
    );
  });
  return [
    ...names,
    keyed(
      'header rule',
      rule(letters * 0.6, size.width - letters * 0.6, top - letters * 0.15, colours.quiet),
    ),
  ];
}

function sectionRow(
  text: string,
  y: number,
  { letters, row }: Layout,
  { colours, size }: ViewSetting,
): PictureElement {
  const room = size.width - letters * 1.2;
  return textAt(cutTo(text, letters, room, true), letters * 0.6, y + row * 0.5 + letters * 0.45, {
    size: letters,
    fill: colours.quiet,
    bold: true,
    part: 'section',
  });
}

function figureRow(
  line: Extract<Line, { kind: 'row' }>,
  table: DocumentTable,
  y: number,
  layout: Layout,
  setting: ViewSetting,
): PictureElement {
  const { letters, row, labelRight, columns, columnWidth } = layout;
  const { colours, size } = setting;
  const room = labelRight - letters * 0.9;
  const fits = widthOf(line.name, letters) <= room;
  const values = line.row.cells
    .slice(1)
    .map(({ value }) => (typeof value === 'number' ? Math.abs(value) : 0));
  const greatest = Math.max(...values);
  return element('g', { class: 'isu-row' }, [
    gridLine([letters * 0.6, y + row], [size.width - letters * 0.6, y + row], colours),
    textAt(fits ? line.name : cutTo(line.short, letters, room), letters * 0.6, y + row / 2 + letters * 0.3, {
      size: letters,
      fill: colours.ink,
      part: 'label',
    }),
    ...columns.map((column, place) =>
      cell(line, table, column, { x: labelRight + place * columnWidth, y, greatest }, layout, setting),
    ),
  ]);
}

function cell(
  line: Extract<Line, { kind: 'row' }>,
  table: DocumentTable,
  column: Column,
  { x, y, greatest }: { readonly x: number; readonly y: number; readonly greatest: number },
  { letters, row, columnWidth }: Layout,
  { colours, language, selected, words }: ViewSetting,
): PictureElement {
  const own: DocumentCell = line.row.cells[column.at] ?? { value: '' };
  const text = formatCell(own, table.columns[column.at]!.format, language);
  const isSelected = selected.has(markId({ kind: 'group', key: column.key }));
  const isFull = selected.size > 0 ? isSelected : column.isMost;
  const right = x + columnWidth - letters * 0.5;
  const room = columnWidth - letters;
  const length = typeof own.value === 'number' && greatest > 0 ? (room * Math.abs(own.value)) / greatest : 0;
  const thick = Math.max(2, Math.min(5, row * 0.13));
  const isTotal = column.key === 'total';
  const paint = isTotal
    ? colours.quiet
    : isSelected
      ? colours.isHighContrast
        ? colours.selected
        : colours.actualisations
      : isFull
        ? colours.actualisations
        : colours.paleActualisations;
  const name = String(line.row.cells[0]!.value ?? '');
  return markGroup(
    markOf(
      'group',
      column.key,
      isTotal ? column.name : words.groups.group(column.name),
      [{ label: name, text }],
      line.row.key,
    ),
    [
      touch(x + 1, y + 1, columnWidth - 2, row - 2),
      textAt(text, right, y + row / 2 + letters * 0.3, {
        size: letters,
        fill: colours.ink,
        anchor: 'end',
        bold: column.isMost || isSelected,
        part: 'value',
      }),
      ...(length > 0
        ? [
            element('rect', {
              class: 'isu-bar',
              x: right - length,
              y: y + row - thick - 1.5,
              width: length,
              height: thick,
              rx: thick / 2,
              fill: paint,
              opacity: isTotal && !colours.isHighContrast ? 0.5 : undefined,
            }),
          ]
        : []),
    ],
  );
}
