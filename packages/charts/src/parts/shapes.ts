/** Small shapes that tell kinds apart without colour. Many of one kind can be one path, so that they are one node. */
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare2,
  symbolTriangle2,
  type SymbolType,
} from 'd3-shape';

export type ShapeName = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

/** How much area each needs to look as large as the circle. */
const SHAPES: Readonly<Record<ShapeName, { readonly type: SymbolType; readonly area: number }>> = {
  circle: { type: symbolCircle, area: 1 },
  square: { type: symbolSquare2, area: 0.92 },
  triangle: { type: symbolTriangle2, area: 0.85 },
  diamond: { type: symbolDiamond2, area: 0.95 },
  cross: { type: symbolCross, area: 0.8 },
};

export type Stamp = (x: number, y: number) => string;

/** Shapes and sizes are few, and a picture has a thousand of them. */
const made = new Map<string, Stamp>();

/** A stamp: the shape's path at any place. @param radius of the circle that it looks as large as */
export function shapeStamp(name: ShapeName, radius: number): Stamp {
  const key = `${name} ${String(radius)}`;
  let stamp = made.get(key);
  if (!stamp) made.set(key, (stamp = stampOf(name, radius)));
  return stamp;
}

function stampOf(name: ShapeName, radius: number): Stamp {
  const { type, area } = SHAPES[name];
  const path =
    symbol()
      .type(type)
      .size(Math.PI * radius * radius * area)
      .digits(2)() ?? '';
  const commands = (path.match(/[A-Z][^A-Z]*/g) ?? []).map((command) => ({
    letter: command[0]!,
    numbers: command
      .slice(1)
      .split(',')
      .filter((part) => part !== '')
      .map(Number),
  }));
  return (x, y) => commands.map(({ letter, numbers }) => letter + moved(letter, numbers, x, y)).join('');
}

/** The shapes are made of M, L, Z, and of arcs, of whose seven numbers the last two are a place. */
function moved(letter: string, numbers: readonly number[], x: number, y: number): string {
  const last = numbers.length - 2;
  return numbers
    .map((n, at) =>
      letter === 'A' && at < last ? n : Math.round((n + ((at - last) % 2 === 0 ? x : y)) * 100) / 100,
    )
    .join(' ');
}
