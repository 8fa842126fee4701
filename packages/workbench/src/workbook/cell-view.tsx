/** One cell of the sheet in sight. It follows the workbook by itself, and is drawn anew only when it looks otherwise. */
import type { Sheet } from 'isu-excel-host';
import { memo, use, useCallback, useRef, useSyncExternalStore } from 'react';
import { cellLook, type CellLook } from './cell-look.ts';
import { SheetContext } from './sheet-context.ts';

export const CellView = memo(function CellView({ row, column }: { row: number; column: number }) {
  const { sheet, watch } = use(SheetContext)!;
  const look = useSyncExternalStore(watch.subscribe, useLookOf(sheet, row, column));
  if (isBlank(look)) return null;
  return (
    <div
      className={`cell${look.isSelected ? ' selected' : ''}${look.spills ? ' spills' : ''}`}
      style={look.box}
    >
      {look.text !== '' && (
        <span className="cell-words" style={look.words}>
          {look.text}
        </span>
      )}
    </div>
  );
});

/** The same object as long as the cell looks the same. */
function useLookOf(sheet: Sheet, row: number, column: number): () => CellLook {
  const last = useRef<{ readonly key: string; readonly look: CellLook } | null>(null);
  return useCallback(() => {
    const look = cellLook(sheet, row, column);
    const key = JSON.stringify(look);
    if (last.current?.key !== key) last.current = { key, look };
    return last.current.look;
  }, [sheet, row, column]);
}

function isBlank({ text, isSelected, box }: CellLook): boolean {
  return text === '' && !isSelected && Object.keys(box).length === 2;
}
