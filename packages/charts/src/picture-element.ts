/**
 * A picture as a tree of plain SVG elements. Hosts that may not take markup as text (the Power BI visual) build nodes
 * from it; files and reports write it as text. No `style` attribute is used, so a strict content security policy holds.
 */
export interface PictureElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PictureElement | string)[];
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

export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
