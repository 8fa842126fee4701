/** Reports to draw, and what stands where in a picture of them. */
import { analyse, isoDate, readSettings, sheetOf, type CellValue, type Language } from 'isu-core';
import { widthOf, type Mark, type PictureElement } from 'isu-charts';
import { COLUMNS, HEADER, sampleRegister, type SampleRow } from 'isu-sample-register';
import { reportOf } from '../../src/analysis/report-of.ts';
import type { Report } from '../../src/analysis/report.ts';
import { drawingOf } from '../../src/views/picture.ts';
import { viewColours } from '../../src/views/view-colours.ts';
import type { Drawing, Size, ViewName, ViewSetting } from '../../src/views/view.ts';
import { viewWords } from '../../src/words/view-words.ts';
import { PALETTES, type PaletteName } from './palettes.ts';

export const SIZES: readonly Size[] = [
  { width: 150, height: 100 },
  { width: 200, height: 120 },
  { width: 320, height: 240 },
  { width: 240, height: 600 },
  { width: 900, height: 150 },
  { width: 640, height: 400 },
  { width: 1280, height: 720 },
];

const ORIGIN = { isGrouped: false, rowsAreDistinct: true, uncounted: 0 };

export function reportOfRows(
  rows: Iterable<SampleRow>,
  language: Language = 'sv',
  settings: Record<string, unknown> = {},
): Report {
  const cells: CellValue[][] = [[...HEADER]];
  for (const row of rows)
    cells.push(COLUMNS.map(({ field }) => (field === 'day' ? isoDate(row.day) : row[field])));
  return reportOfCells(cells, language, settings);
}

export function reportOfCells(
  cells: CellValue[][],
  language: Language = 'sv',
  settings: Record<string, unknown> = {},
): Report {
  const read = readSettings({ returnBy: 'group', ...settings }, '2026-11-22');
  if (!read.ok) throw new Error(read.problem.en);
  const outcome = analyse(sheetOf(cells), read.value, { name: 'x', sha256: null, sheet: null });
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return reportOf(outcome.value, ORIGIN, language, null);
}

export const PUBLICATION = { returnBy: null, protection: { mode: 'publication', threshold: 5 } };

let sample: Report | null = null;
export function sampleReport(): Report {
  return (sample ??= reportOfRows(sampleRegister().rows));
}

export interface Wished extends Partial<Omit<ViewSetting, 'colours' | 'words' | 'language'>> {
  readonly palette?: PaletteName;
}

export function settingOf(report: Report, wished: Wished = {}): ViewSetting {
  const { palette = 'light', ...rest } = wished;
  return {
    size: { width: 640, height: 400 },
    selected: new Set(),
    labels: true,
    scrolled: 0,
    ...rest,
    colours: viewColours(PALETTES[palette]),
    words: viewWords(report.language),
    language: report.language,
  };
}

export function draw(report: Report, view: ViewName, wished: Wished = {}): Drawing {
  const drawing = drawingOf(report, view, settingOf(report, wished));
  if (!drawing.ok) throw new Error(drawing.why);
  return drawing.value;
}

export function all(picture: PictureElement): readonly PictureElement[] {
  return [picture, ...picture.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}

/** Elements with this class, in order. */
export function ofClass(picture: PictureElement, name: string): readonly PictureElement[] {
  return all(picture).filter(({ attributes }) => attributes['class']?.split(' ').includes(name));
}

export function marksOf(picture: PictureElement): readonly (PictureElement & { readonly mark: Mark })[] {
  return all(picture).filter((one): one is PictureElement & { mark: Mark } => one.mark !== undefined);
}

export function number(element: PictureElement | undefined, attribute: string): number {
  return Number(element?.attributes[attribute]);
}

export function textOf({ children }: PictureElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function textBoxes(picture: PictureElement): readonly Box[] {
  return all(picture)
    .filter(({ name }) => name === 'text')
    .map((element) => {
      const text = textOf(element);
      const size = number(element, 'font-size');
      const width = widthOf(text, size, element.attributes['font-weight'] === '600');
      const anchor = element.attributes['text-anchor'] ?? 'start';
      const x = number(element, 'x');
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      const y = number(element, 'y');
      return { what: text, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.2 };
    });
}

/** Boxes of everything that is drawn; paths by the coordinates in them. */
export function shapeBoxes(picture: PictureElement): readonly Box[] {
  return all(picture).flatMap((element): Box[] => {
    const n = (attribute: string) => number(element, attribute);
    const what = `${element.name} ${element.attributes['class'] ?? ''}`;
    switch (element.name) {
      case 'rect':
        return [
          { what, left: n('x'), right: n('x') + n('width'), top: n('y'), bottom: n('y') + n('height') },
        ];
      case 'circle':
        return [
          {
            what,
            left: n('cx') - n('r'),
            right: n('cx') + n('r'),
            top: n('cy') - n('r'),
            bottom: n('cy') + n('r'),
          },
        ];
      case 'line':
        return [
          {
            what,
            left: Math.min(n('x1'), n('x2')),
            right: Math.max(n('x1'), n('x2')),
            top: Math.min(n('y1'), n('y2')),
            bottom: Math.max(n('y1'), n('y2')),
          },
        ];
      case 'path': {
        const points = pathPoints(element.attributes['d'] ?? '');
        if (points.length === 0) return [];
        const xs = points.map(([x]) => x);
        const ys = points.map(([, y]) => y);
        return [
          {
            what,
            left: Math.min(...xs),
            right: Math.max(...xs),
            top: Math.min(...ys),
            bottom: Math.max(...ys),
          },
        ];
      }
      default:
        return [];
    }
  });
}

/** The places that a path of M, L, A and Z goes through. */
export function pathPoints(path: string): readonly (readonly [x: number, y: number])[] {
  return (path.match(/[MLA][^MLAZ]*/g) ?? []).map((command) => {
    const numbers = (command.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    return [numbers.at(-2)!, numbers.at(-1)!] as const;
  });
}
