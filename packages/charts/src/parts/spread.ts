/** Labels beside the ends of curves: each as near its curve as it can be without touching its neighbours. */

/**
 * @param wished middles, in any order
 * @param height of a label
 * @returns middles in the same order, at least `height` apart and within `from`–`to`; null where they have no room
 */
export function spread(
  wished: readonly number[],
  height: number,
  from: number,
  to: number,
): readonly number[] | null {
  if (wished.length * height > to - from + 1e-9) return null;
  const order = [...wished.keys()].sort((a, b) => wished[a]! - wished[b]!);
  const placed = wished.map(() => 0);
  let lowest = from + height / 2;
  for (const at of order) {
    placed[at] = Math.max(wished[at]!, lowest);
    lowest = placed[at] + height;
  }
  let highest = to - height / 2;
  for (const at of order.toReversed()) {
    placed[at] = Math.min(placed[at]!, highest);
    highest = placed[at] - height;
  }
  return placed;
}
