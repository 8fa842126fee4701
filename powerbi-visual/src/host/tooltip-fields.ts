/**
 * The fields in Knappbeskrivningar, for a person. A measure of several rows cannot be put together from theirs (a mean,
 * a share), so it is told where all the person's rows have the same; a table with a row a person always has.
 */
import type powerbi from 'powerbi-visuals-api';
import type { Fact } from 'isu-charts';
import type { PersonWindow } from '../data/arrival.ts';
import type { PrimitiveValue } from '../data/fields.ts';
import { formatted } from './format-string.ts';

export function tooltipFacts(
  windows: readonly PersonWindow[],
  hostRows: readonly number[],
  locale: string,
): readonly Fact[] {
  const columns = (windows[0]?.values ?? []).map(({ source }) => source);
  return columns.flatMap((source, at) => {
    if (!source.roles?.['tooltips']) return [];
    const texts = new Set(hostRows.map((row) => textAt(windows, at, row, locale)));
    const [text] = texts;
    return texts.size === 1 && typeof text === 'string' ? [{ label: source.displayName, text }] : [];
  });
}

function textAt(
  windows: readonly PersonWindow[],
  column: number,
  hostRow: number,
  locale: string,
): string | null {
  const window = windows.findLast(({ firstRow }) => firstRow <= hostRow);
  const held = window?.values[column];
  if (!window || !held) return null;
  const row = hostRow - window.firstRow;
  const value: PrimitiveValue = held.values[row] ?? null;
  return formatted(value, formatOf(held, row), locale);
}

/** A measure may have a format string of its own for each value. */
function formatOf({ source, objects }: powerbi.DataViewValueColumn, row: number): string | undefined {
  const own = objects?.[row]?.['general']?.['formatString'];
  return typeof own === 'string' ? own : source.format;
}
