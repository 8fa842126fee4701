/** A cell being edited: a field, or the cell's list. Excel answers no add-in meanwhile, and neither does this. */
import { use, useEffect, useRef, useState } from 'react';
import type { RenderEditCellProps } from 'react-data-grid';
import type { GridRow } from './grid-row.ts';
import { EditContext, SheetContext } from './sheet-context.ts';
import { listOf, typedText } from './write-cell.ts';

/** Browsers open a list by themselves only right after a click or a key; otherwise it is one key away. */
function showChoices(list: HTMLSelectElement): void {
  if (navigator.userActivation.isActive) list.showPicker();
}

export function CellEditor({ row, column, onRowChange, onClose }: RenderEditCellProps<GridRow, number>) {
  const { host, sheet, words } = use(SheetContext)!;
  const [isTyped] = useState(use(EditContext)?.byLetter.current ?? false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    host.user.beginEditing();
    field.current?.focus();
    field.current?.select?.();
    if (field.current instanceof HTMLSelectElement) showChoices(field.current);
    return () => host.user.endEditing();
  }, [host]);
  const at = Number(column.key);
  const list = isTyped ? null : listOf(sheet, row.row, at);
  const text = row.typed ?? typedText(sheet, row.row, at);
  const shared = { ref: field, className: 'cell-field', 'aria-label': words.content, value: text };
  if (!list) {
    return (
      <input
        {...shared}
        onChange={(event) => onRowChange({ row: row.row, typed: event.target.value })}
        onBlur={() => onClose(true, false)}
      />
    );
  }
  const options = list.includes(text) ? list : [text, ...list];
  return (
    <select
      {...shared}
      onChange={(event) => onRowChange({ row: row.row, typed: event.target.value }, true)}
      onBlur={() => onClose(true, false)}
    >
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}
