/** The columns of a sheet: one grid that suits all its tables and facts, and room for running text. */
import type { DocumentBlock } from 'isu-core';
import { BUTTON_WIDTH, CELL_PADDING } from './look.ts';
import { hasButtons } from './place-table.ts';
import { tableHeaders } from './table-names.ts';
import { longestWord, textWidth } from './text-size.ts';
import type { TextArea } from './place-text.ts';

const WIDEST_LABEL = 42;
/** Running text is easiest to read in lines of about this many characters. */
const LINE_OF_TEXT = 96;
/** A column that no table has set, as Excel makes it. */
const USUAL_WIDTH = 8.43;

export interface Grid {
  /** Of the columns that are set, in characters. */
  readonly columnWidths: readonly number[];
  readonly area: TextArea;
}

export function gridOf(blocks: readonly DocumentBlock[]): Grid {
  const columnWidths: number[] = [];
  const widen = (c: number, characters: number) => {
    columnWidths[c] = Math.max(columnWidths[c] ?? 0, characters);
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const headers = tableHeaders(block.columns.map((column) => column.header));
      block.columns.forEach(({ width }, c) => {
        const header = longestWord(headers[c]!, { bold: true }) + (hasButtons(block) ? BUTTON_WIDTH : 0);
        widen(c, Math.max(width, header) + CELL_PADDING);
      });
    } else if (block.kind === 'facts') {
      const longest = block.facts.reduce((most, { label }) => Math.max(most, textWidth(label)), 0);
      widen(0, Math.min(longest, WIDEST_LABEL) + CELL_PADDING);
    }
  }
  if (columnWidths.length === 0) columnWidths.push(LINE_OF_TEXT);
  const hasFacts = blocks.some((block) => block.kind === 'facts');
  if (hasFacts && columnWidths.length === 1) columnWidths.push(LINE_OF_TEXT - columnWidths[0]!);
  return { columnWidths, area: textArea(columnWidths) };
}

/** Whole columns, as many as make a line of text; beyond the tables where these are narrow. */
function textArea(columnWidths: readonly number[]): TextArea {
  const widths = [...columnWidths];
  let lastColumn = 0;
  for (let width = widths[0]!; ; lastColumn++) {
    const next = widths[lastColumn + 1] ?? USUAL_WIDTH;
    if (width + next / 2 > LINE_OF_TEXT) break;
    widths[lastColumn + 1] = next;
    width += next;
  }
  return { widths, lastColumn };
}
