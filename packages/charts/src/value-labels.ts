/** The figures written at the marks, where there is room for them. */
import type { PlacedText } from './chart-layout.ts';
import type { ChartColours } from './colours.ts';
import { element, type PictureElement } from './picture-element.ts';
import { textWidth } from './text-width.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LabelWish extends PlacedText {
  /** Must be read even in a small chart: a gap without its `..` looks like a zero. */
  readonly isGap: boolean;
}

/** Those labels, in order of the wishes, that stand clear of each other and within the frame. */
export function labelsThatFit(
  wishes: readonly LabelWish[],
  fontSize: number,
  frame: Box,
  taken: readonly Box[] = [],
): readonly LabelWish[] {
  const occupied = [...taken];
  return wishes.filter((wish) => {
    const box = labelBox(wish, fontSize);
    const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top;
    if (!inside || occupied.some((other) => overlaps(box, other))) return wish.isGap;
    occupied.push(box);
    return true;
  });
}

/** Text is centred on x; neighbours keep two pixels of air on each side. */
function labelBox({ text, x, y }: PlacedText, fontSize: number): Box {
  const half = textWidth(text, fontSize) / 2 + 2;
  return { left: x - half, right: x + half, top: y - fontSize * 0.8, bottom: y + fontSize * 0.2 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The rim in the colour of the ground keeps a figure readable where a line runs behind it. */
export function valueLabel(
  { text, x, y }: LabelWish,
  fontSize: number,
  colours: ChartColours,
): PictureElement {
  return element(
    'text',
    {
      class: 'isu-chart-value',
      x,
      y,
      'font-size': fontSize,
      'text-anchor': 'middle',
      fill: colours.ink,
      stroke: colours.ground,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    [text],
  );
}
