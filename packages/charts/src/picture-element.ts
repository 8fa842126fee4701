/**
 * A picture as a tree of plain SVG elements. Hosts that may not take markup as text (the Power BI visual) build nodes
 * from it; files and reports write it as text. No `style` attribute is used, so a strict content security policy holds.
 */
import type { Mark } from './parts/mark.ts';

export interface PictureElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PictureElement | string)[];
  /** The same thing in two drawings has the same key, and keeps its node. Unique among its siblings. */
  readonly key?: string;
  /** What the element stands for, where a reader can point at it. */
  readonly mark?: Mark;
}

/** Numbers are written with at most two decimals: a hundredth of a pixel is finer than any screen. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly (PictureElement | string)[] = [],
): PictureElement {
  const written: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) written[key] = typeof value === 'number' ? coordinate(value) : value;
  }
  return { name, attributes: written, children };
}

export function keyed(key: string, picture: PictureElement): PictureElement {
  return { ...picture, key };
}

export function marked(mark: Mark, picture: PictureElement): PictureElement {
  return { ...picture, key: picture.key ?? `${mark.kind} ${mark.key} ${mark.part}`, mark };
}

export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
