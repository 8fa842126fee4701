/** The styles that the cells of a workbook use, each with a number. */
import type { CellStyle } from './look.ts';

export class Styles {
  private readonly numbers = new Map<string, number>();
  private readonly kept: CellStyle[] = [];

  constructor() {
    this.number({});
  }

  number(style: CellStyle): number {
    const key = keyOf(style);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.kept.length);
    this.kept.push(style);
    return this.kept.length - 1;
  }

  style(number: number): CellStyle {
    return this.kept[number]!;
  }

  all(): readonly CellStyle[] {
    return this.kept;
  }
}

/** Styles that look alike have the same key, whatever they leave out. */
function keyOf({ font, fill, border, format, align, vertical, wrap, indent }: CellStyle): string {
  return JSON.stringify([
    font ?? 'body',
    fill ?? 'none',
    border ?? 'none',
    format ?? 'General',
    align ?? null,
    vertical ?? 'center',
    wrap ?? false,
    indent ?? 0,
  ]);
}
