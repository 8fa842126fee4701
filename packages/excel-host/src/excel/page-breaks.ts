/** Excel.PageBreak: rows and columns that begin a new page. */
import { areaOf } from '../model/area.ts';
import { cellsGiven, cellsOf } from '../model/cells-of.ts';
import type { Sheet } from '../model/sheet.ts';
import { act, answer, describe, give, items, value } from '../wire/description.ts';

export interface Breaks {
  readonly sheet: Sheet;
  readonly across: 'rows' | 'columns';
}

interface PageBreak extends Breaks {
  /** The row or column that begins the page. */
  readonly at: number;
}

function linesOf({ sheet, across }: Breaks): number[] {
  return sheet.pageLayout.breaks[across];
}

export const pageBreakCollection = describe<Excel.PageBreakCollection, Breaks>('PageBreakCollection', {
  items: items('PageBreak', (breaks) => linesOf(breaks).map((at) => ({ ...breaks, at }))),
  // Docs, PageBreakCollection.add: before the top left cell of the range.
  add: give('1.9', 'PageBreak', (breaks, given) => {
    const { row, column } = cellsGiven(breaks.sheet, given).area;
    const at = breaks.across === 'rows' ? row : column;
    const lines = linesOf(breaks);
    if (!lines.includes(at)) lines.push(at);
    lines.sort((a, b) => a - b);
    return { ...breaks, at };
  }),
  getCount: answer('1.9', (breaks) => linesOf(breaks).length),
  getItem: give('1.9', 'PageBreak', (breaks, index) => {
    const at = linesOf(breaks)[index];
    return at === undefined ? null : { ...breaks, at };
  }),
  removePageBreaks: act('1.9', (breaks) => {
    linesOf(breaks).length = 0;
  }),
});

export const pageBreak = describe<Excel.PageBreak, PageBreak>(
  'PageBreak',
  {
    rowIndex: value('1.9', ({ across, at }) => (across === 'rows' ? at : 0)),
    columnIndex: value('1.9', ({ across, at }) => (across === 'columns' ? at : 0)),
    delete: act('1.9', (pageBreak) => {
      const lines = linesOf(pageBreak);
      lines.splice(lines.indexOf(pageBreak.at), 1);
    }),
    getCellAfterBreak: give('1.9', 'Range', ({ sheet, across, at }) =>
      cellsOf(sheet, across === 'rows' ? areaOf(at, 0) : areaOf(0, at)),
    ),
  },
  (pageBreak) => linesOf(pageBreak).includes(pageBreak.at),
);
