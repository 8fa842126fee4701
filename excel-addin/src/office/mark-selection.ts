/** The selection for the case-file review marked in the export: a column to filter by, and its rows coloured. */
import type { Outcome } from 'isu-core';
import { COLOURS, columnName, TEXT_FORMAT } from 'isu-workbook-file/sheet-plan';
import { Batch, holdStill } from './batch.ts';
import { cellsOf } from './cells-of.ts';
import { problemOf } from './excel-problem.ts';
import { exportCells, type ExportCells } from './export-cells.ts';
import { ownColumnName } from './own-columns.ts';
import type { ExportPlace, MarkedRows } from './workbook.ts';
import {
  demandWritable,
  mendColumns,
  removeColumn,
  writeColumns,
  type ColumnWriting,
} from './write-columns.ts';

const KEY = 'selection';
const SIGN = '✓';

export async function markSelection(
  place: ExportPlace,
  { headerRow, rows, header }: MarkedRows,
): Promise<Outcome<{ readonly marked: number }>> {
  let before: ExportCells | null = null;
  try {
    const marked = await Excel.run(async (context) => {
      const cells = await exportCells(context, place);
      demandWritable(cells, place);
      const { sheet, area, own } = cells;
      const bodyRows = area.row + area.rowCount - headerRow;
      const body = { ...area, row: headerRow, rowCount: bodyRows };
      const colours = await ourColours(context, cellsOf(sheet, body));
      before = cells;
      holdStill(context);
      for (const colour of colours) colour.delete();
      const chosen = new Set(rows.filter((row) => row > headerRow && row <= headerRow + bodyRows));
      const earlier = own.find(({ key }) => key === KEY);
      if (chosen.size === 0) {
        if (earlier) {
          removeColumn(cells, earlier.area);
          sheet.names.getItem(ownColumnName(KEY)).delete();
        }
        await context.sync();
        return 0;
      }
      const column = earlier?.area.column ?? area.column + area.columnCount;
      colourRows(cellsOf(sheet, body), `=$${columnName(column)}${String(headerRow + 1)}="${SIGN}"`);
      const batch = new Batch(context, new AbortController().signal);
      await writeColumns(cells, headerRow, [marks(header, headerRow, chosen)], batch);
      return chosen.size;
    });
    return { ok: true, value: { marked } };
  } catch (error) {
    return { ok: false, problem: problemOf(error, await mendColumns(place, before, [KEY])) };
  }
}

function marks(header: string, headerRow: number, chosen: ReadonlySet<number>): ColumnWriting {
  return {
    key: KEY,
    header,
    numberFormat: TEXT_FORMAT,
    cell: (i) => (chosen.has(headerRow + 1 + i) ? SIGN : ''),
    isFormula: false,
  };
}

/** A rule and not a fill: the user's own colours are there when the marks are taken away. */
function colourRows(cells: Excel.Range, formula: string): void {
  const { custom } = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  custom.rule.formula = formula;
  custom.format.fill.color = `#${COLOURS.warningFill}`;
}

/** Rules that ask for our sign. */
async function ourColours(
  context: Excel.RequestContext,
  cells: Excel.Range,
): Promise<readonly Excel.ConditionalFormat[]> {
  const formats = cells.conditionalFormats;
  formats.load('items/type');
  await context.sync();
  const custom = formats.items.filter(({ type }) => type === Excel.ConditionalFormatType.custom);
  for (const format of custom) format.custom.rule.load('formula');
  await context.sync();
  return custom.filter((format) => format.custom.rule.formula.endsWith(`="${SIGN}"`));
}
