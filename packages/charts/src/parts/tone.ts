/** Colours made from others: a paler one for a ground, a stronger one where it would not stand out. */

type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb` and `#rrggbb`, as themes give them; of other notations nothing is known. */
function rgbOf(colour: string): Rgb | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:ff)?$/i.exec(colour.trim())?.[1];
  if (hex === undefined) return null;
  const size = hex.length / 3;
  const [red, green, blue] = [0, 1, 2].map((at) => {
    const part = hex.slice(at * size, (at + 1) * size);
    return parseInt(size === 1 ? part + part : part, 16);
  });
  return [red!, green!, blue!];
}

/** @param share 0: all `from`, 1: all `to`. A colour in a notation that is not known stays as it is. */
export function mixed(from: string, to: string, share: number): string {
  const a = rgbOf(from);
  const b = rgbOf(to);
  if (!a || !b) return from;
  const part = (at: 0 | 1 | 2) =>
    Math.round(a[at] + (b[at] - a[at]) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(0)}${part(1)}${part(2)}`;
}

/** Contrast as WCAG 2.2 defines it, 1 to 21; 21 where a notation is not known, so that nothing is changed. */
export function contrast(a: string, b: string): number {
  const [one, other] = [rgbOf(a), rgbOf(b)];
  if (!one || !other) return 21;
  const [light, dark] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colour itself, or as little nearer to the ink as makes it stand out from the ground by `least`. */
export function standingOut(colour: string, ground: string, ink: string, least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = share === 0 ? colour : mixed(colour, ink, share);
    if (contrast(tried, ground) >= least) return tried;
  }
  return ink;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
