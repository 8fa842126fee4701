/**
 * One sheet in the grid: rows and columns as the host has them, of which only those in sight are drawn. What is clicked
 * is selected in the host; what is selected in the host is shown.
 */
import { areaAddress, cellAddress, columnLetters, type Area, type Sheet } from 'isu-excel-host';
import type { Language } from 'isu-core';
import { use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CSSProperties } from 'react';
import { DataGrid, type CellKeyDownArgs, type Column, type DataGridHandle } from 'react-data-grid';
import { createPortal } from 'react-dom';
import { CellEditor } from './cell-editor.tsx';
import { CellView } from './cell-view.tsx';
import type { GridRow } from './grid-row.ts';
import { SheetCharts } from './sheet-charts.tsx';
import { EditContext, SheetContext, type CellEditing } from './sheet-context.ts';
import { shapeKey, sheetShape, type SheetShape } from './sheet-shape.ts';
import { writeCell } from './write-cell.ts';

const HEADER_HEIGHT = 22;
const NUMBERS = 'numbers';

export function SheetGrid({ language }: { language: Language }) {
  const { host, sheet, watch, hidden, words, refuse } = use(SheetContext)!;
  const grid = useRef<DataGridHandle>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const key = useSyncExternalStore(watch.subscribe, () => shapeKey(sheet));
  const merges = useSyncExternalStore(watch.subscribe, () => JSON.stringify(sheet.merges));
  const hasLines = useSyncExternalStore(watch.subscribe, () => sheet.showGridlines);
  const shape = useMemo(() => sheetShape(sheet, hidden), [sheet, key, hidden]);
  const rows = useMemo(() => shape.rows.map((row): GridRow => ({ row })), [shape]);
  const columns = useMemo(() => gridColumns(sheet, shape, words.rowNumber), [sheet, shape, merges, words]);
  useShownSelection(grid, sheet, shape);
  const take = useCallback((handle: DataGridHandle | null) => {
    grid.current = handle;
    setElement(handle?.element ?? null);
  }, []);
  const byLetter = useRef(false);
  const editing = useMemo(
    (): CellEditing => ({
      byLetter,
      begin: (row, column) => {
        const rowIdx = shape.rows.indexOf(row);
        const idx = shape.columns.findIndex((each) => each.column === column) + 1;
        byLetter.current = false;
        if (rowIdx >= 0 && idx > 0) grid.current?.setActivePosition({ idx, rowIdx }, { enableEditor: true });
      },
    }),
    [shape],
  );
  const numbersWidth = columns[0]!.width as number;
  const { frozen } = shape;
  const frozenHeight = frozen.reduce((sum, row) => sum + shape.heightOf(row), 0);
  return (
    <EditContext value={editing}>
      <DataGrid
        ref={take}
        className={`sheet-grid rdg-light${hasLines ? '' : ' no-lines'}${frozen.length > 0 ? ' has-frozen' : ''}`}
        aria-label={words.sheet(sheet.name)}
        style={frozenPlaces(shape)}
        columns={columns}
        rows={rows}
        rowKeyGetter={({ row }) => row}
        topSummaryRows={frozen}
        rowHeight={shape.commonHeight ?? (({ row }) => shape.heightOf(row))}
        headerRowHeight={HEADER_HEIGHT}
        summaryRowHeight={frozen.length > 0 ? frozenHeight / frozen.length : HEADER_HEIGHT}
        onRowsChange={(changed, { indexes, column }) => {
          const { row, typed } = changed[indexes[0]!]!;
          if (typed === undefined) return;
          host.user.endEditing();
          const refusal = writeCell(host, sheet, row, Number(column.key), typed, words);
          if (refusal !== null) refuse(refusal);
        }}
        onActivePositionChange={({ rowIdx, column }) => {
          const row = rowAt(shape, rowIdx);
          if (row === null || column === undefined) return;
          const isNumber = column.key === NUMBERS;
          const first = sheet.selection;
          const wanted = isNumber
            ? `${String(row + 1)}:${String(row + 1)}`
            : cellAddress(row, Number(column.key));
          if (isNumber || first.row !== row || first.column !== Number(column.key)) host.user.select(wanted);
        }}
        onCellMouseDown={({ row: { row }, column }, event) => {
          if (!event.shiftKey || column.key === NUMBERS) return;
          event.preventGridDefault();
          host.user.select(between(sheet.selection, row, Number(column.key)));
        }}
        onCellKeyDown={(args, event) => {
          if (args.mode === 'EDIT') return;
          byLetter.current = event.key.length === 1;
          if (event.altKey && event.key === 'ArrowDown') {
            event.preventDefault();
            event.preventGridDefault();
            editing.begin(sheet.selection.row, sheet.selection.column);
          } else if (['Delete', 'Backspace'].includes(event.key)) {
            event.preventGridDefault();
            clearSelection(args);
          }
        }}
        onScroll={({ currentTarget }) =>
          currentTarget.toggleAttribute('data-scrolled', currentTarget.scrollLeft > 0)
        }
        onCellDoubleClick={() => (byLetter.current = false)}
        onCellCopy={(_, event) => {
          event.clipboardData.setData('text/plain', copied(sheet));
          event.preventDefault();
        }}
        onCellPaste={({ row, column }, event) => {
          const refusal = paste(event.clipboardData.getData('text/plain'), row.row, Number(column.key));
          if (refusal !== null) refuse(refusal);
          return row;
        }}
      />
      {element &&
        createPortal(<SheetCharts left={numbersWidth} top={HEADER_HEIGHT} language={language} />, element)}
    </EditContext>
  );

  function clearSelection({ row, column }: CellKeyDownArgs<GridRow, number>): void {
    if (!row || !column || column.key === NUMBERS) return;
    try {
      host.user.clear(areaAddress(sheet.selection));
    } catch (fault) {
      refuse(words.notWritten((fault as Error).message));
    }
  }

  function paste(text: string, top: number, left: number): string | null {
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    for (const [i, line] of lines.entries()) {
      for (const [j, cell] of line.split('\t').entries()) {
        const refusal = writeCell(host, sheet, top + i, left + j, cell, words);
        if (refusal !== null) return refusal;
      }
    }
    return null;
  }
}

/** Numbers of rows first, then the columns of the sheet under their letters. */
function gridColumns(sheet: Sheet, shape: SheetShape, rowNumber: string): Column<GridRow, number>[] {
  const digits = String(shape.rows.at(-1) ?? 0).length;
  const spans = spansOf(sheet);
  const numbers: Column<GridRow, number> = {
    key: NUMBERS,
    name: <span className="unseen">{rowNumber}</span>,
    width: Math.max(36, digits * 8 + 16),
    minWidth: 36,
    frozen: true,
    cellClass: 'row-number',
    summaryCellClass: 'row-number',
    headerCellClass: 'corner',
    renderCell: ({ row }) => row.row + 1,
    renderSummaryCell: ({ row }) => row + 1,
  };
  const letters = shape.columns.map(({ column, width, isFrozen }): Column<GridRow, number> => ({
    key: String(column),
    name: columnLetters(column),
    width,
    minWidth: Math.min(width, 8),
    frozen: isFrozen,
    colSpan: (args) => {
      if (args.type === 'HEADER' || spans.size === 0) return undefined;
      const row = args.type === 'ROW' ? args.row.row : args.row;
      return spans.get(row)?.get(column);
    },
    renderCell: ({ row }) => <CellView row={row.row} column={column} />,
    renderSummaryCell: ({ row }) => (
      <div
        className="frozen-cell"
        onMouseDown={() => sheet.workbook.select(sheet, { row, column, rowCount: 1, columnCount: 1 })}
      >
        <CellView row={row} column={column} />
      </div>
    ),
    renderEditCell: CellEditor,
  }));
  return [numbers, ...letters];
}

/** How many columns a merged cell takes, by row and column. */
function spansOf({ merges }: Sheet): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const spans = new Map<number, Map<number, number>>();
  for (const { row, column, rowCount, columnCount } of merges) {
    if (columnCount === 1) continue;
    for (let r = row; r < row + rowCount; r++) {
      const ofRow = spans.get(r) ?? new Map<number, number>();
      spans.set(r, ofRow.set(column, columnCount));
    }
  }
  return spans;
}

/** The grid gives its frozen rows one height; ours have their own, which the stylesheet (for as many as 24) puts in its place. */
function frozenPlaces({ frozen, rows, heightOf, commonHeight }: SheetShape): CSSProperties {
  if (frozen.length === 0) return {};
  const places: Record<string, string> = {};
  let top = HEADER_HEIGHT;
  frozen.forEach((row, i) => {
    places[`--frozen-${String(i)}`] = `${String(top)}px`;
    top += heightOf(row);
  });
  const heights = [HEADER_HEIGHT, ...frozen.map(heightOf)].map((height) => `${String(height)}px`);
  places['--grid-rows'] = `${heights.join(' ')} ${heightsOf(rows, heightOf, commonHeight)}`;
  return places;
}

function heightsOf(
  rows: readonly number[],
  heightOf: (row: number) => number,
  common: number | null,
): string {
  if (common !== null) return `repeat(${String(rows.length)}, ${String(common)}px)`;
  const runs: { height: number; count: number }[] = [];
  for (const row of rows) {
    const height = heightOf(row);
    const last = runs.at(-1);
    if (last?.height === height) last.count++;
    else runs.push({ height, count: 1 });
  }
  return runs.map(({ height, count }) => `repeat(${String(count)}, ${String(height)}px)`).join(' ');
}

function rowAt({ frozen, rows }: SheetShape, rowIdx: number): number | null {
  return (rowIdx < 0 ? frozen[rowIdx + frozen.length] : rows[rowIdx]) ?? null;
}

/** Shows what was selected from elsewhere: by the pane, by the address field, when the sheet was turned to. */
function useShownSelection(
  grid: { readonly current: DataGridHandle | null },
  sheet: Sheet,
  shape: SheetShape,
): void {
  const { watch } = use(SheetContext)!;
  const selection = useSyncExternalStore(watch.subscribe, () => sheet.selection);
  useEffect(() => {
    const idx = shape.columns.findIndex(({ column }) => column >= selection.column) + 1;
    const below = shape.rows.findIndex((row) => row >= selection.row);
    const above = shape.frozen.indexOf(selection.row);
    const rowIdx = above >= 0 ? above - shape.frozen.length : below;
    const handle = grid.current;
    if (!handle || idx === 0 || (above < 0 && below < 0)) return;
    const isHere = handle.element?.contains(document.activeElement) ?? false;
    const isWholeRow = selection.columnCount > shape.columns.length;
    handle.setActivePosition({ idx: isWholeRow && isHere ? 0 : idx, rowIdx }, { shouldFocus: false });
    if (above < 0) handle.scrollToCell(isWholeRow ? { rowIdx } : { idx, rowIdx });
  }, [grid, selection, shape]);
}

/** From the cell that the selection began in to this one. */
function between({ row, column }: Area, toRow: number, toColumn: number): string {
  const corners = [cellAddress(row, column), cellAddress(toRow, toColumn)];
  return corners.join(':');
}

const MOST_COPIED = 100_000;

/** As one pastes it into another program: tabs between cells, a line a row. */
function copied(sheet: Sheet): string {
  const { row, column, rowCount, columnCount } = sheet.selection;
  const used = sheet.usedArea(true, { row, column, rowCount, columnCount });
  if (!used) return '';
  const wide = used.column + used.columnCount - column;
  const high = Math.min(used.row + used.rowCount - row, Math.ceil(MOST_COPIED / wide));
  return Array.from({ length: high }, (_, r) =>
    Array.from({ length: wide }, (__, c) => sheet.workbook.shownText(sheet, row + r, column + c)).join('\t'),
  ).join('\n');
}
