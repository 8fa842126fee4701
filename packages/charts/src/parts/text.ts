/** Text in a picture: placed, cut to its room, or broken into lines; never wider than it was given. */
import { element, type PictureElement } from '../picture-element.ts';
import { textWidth, wrapText } from '../text-width.ts';

export const LINE_HEIGHT = 1.3;
/** Half bold is up to a sixth wider, by typeface. */
const BOLD = 1.16;

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** The class after `isu-`, for tests and stylesheets. */
  readonly part: string;
  /** A rim in this colour, where lines may run behind. */
  readonly rim?: string;
}

/** @param y baseline */
export function textAt(text: string, x: number, y: number, style: TextStyle): PictureElement {
  return element(
    'text',
    {
      class: `isu-${style.part}`,
      // What a mark says is its name's to tell aloud, and the mark's to be pointed at.
      'aria-hidden': 'true',
      'pointer-events': 'none',
      x,
      y,
      fill: style.fill,
      'font-size': style.size,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      'font-weight': style.bold ? '600' : undefined,
      ...(style.rim !== undefined && {
        stroke: style.rim,
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
    },
    [text],
  );
}

export function widthOf(text: string, size: number, bold = false): number {
  return textWidth(text, size) * (bold ? BOLD : 1);
}

/** The text, or so much of it as has room, with `…`; nothing where not even that has. */
export function cutTo(text: string, size: number, width: number, bold = false): string {
  if (widthOf(text, size, bold) <= width) return text;
  const cut = wrapText(text, bold ? size * BOLD : size, width, 1)[0] ?? '';
  return cut.length > 1 && widthOf(cut, size, bold) <= width ? cut : '';
}

/** The text in lines, or null where it has no room in so many. */
export function brokenInto(
  text: string,
  size: number,
  width: number,
  mostLines: number,
  bold = false,
): readonly string[] | null {
  const lines = wrapText(text, bold ? size * BOLD : size, width, mostLines + 1);
  return lines.length <= mostLines && lines.every((line) => !line.endsWith('…')) ? lines : null;
}

/** Lines from the first one's baseline downwards. */
export function linesAt(lines: readonly string[], x: number, y: number, style: TextStyle): PictureElement[] {
  return lines.map((line, at) => textAt(line, x, y + at * style.size * LINE_HEIGHT, style));
}
