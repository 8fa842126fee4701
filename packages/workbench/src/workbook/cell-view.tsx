/** One cell of the sheet in sight. It follows the workbook by itself, and is drawn anew only when it looks otherwise. */
import type { Sheet } from 'isu-excel-host';
import { memo, use, useCallback, useRef, useSyncExternalStore } from 'react';
import { cellLook, type CellLook } from './cell-look.ts';
import { EditContext, SheetContext } from './sheet-context.ts';
import type { WorkbookWatch } from './workbook-watch.ts';

export const CellView = memo(function CellView({ row, column }: { row: number; column: number }) {
  const { sheet, watch, words } = use(SheetContext)!;
  const editing = use(EditContext);
  const look = useSyncExternalStore(watch.subscribe, useLookOf(sheet, watch, row, column));
  if (isBlank(look)) return null;
  if (look.plain && !look.hasList) {
    return (
      <div className={`plain ${PLAIN_CLASSES[look.plain]}`} title={look.hint || undefined}>
        {look.text}
      </div>
    );
  }
  return (
    <div
      className={`cell${look.isSelected ? ' selected' : ''}${look.spills ? ' spills' : ''}`}
      style={look.box}
      title={look.hint || undefined}
    >
      {look.text !== '' && (
        <span className="cell-words" style={look.words}>
          {look.text}
        </span>
      )}
      {look.hasList && (
        <span
          aria-hidden="true"
          className="list-arrow"
          title={words.chooseFromList}
          onClick={() => editing?.begin(row, column)}
        />
      )}
    </div>
  );
});

const PLAIN_CLASSES = { 'flex-start': '', center: 'to-centre', 'flex-end': 'to-right' } as const;

/** The same object as long as the cell looks the same; React asks for it several times each time it draws. */
function useLookOf(sheet: Sheet, watch: WorkbookWatch, row: number, column: number): () => CellLook {
  const last = useRef<{ readonly times: number; readonly look: CellLook } | null>(null);
  return useCallback(() => {
    const { times } = watch;
    const before = last.current;
    if (before?.times === times) return before.look;
    const now = cellLook(sheet, row, column);
    const look = before && JSON.stringify(before.look) === JSON.stringify(now) ? before.look : now;
    last.current = { times, look };
    return look;
  }, [sheet, watch, row, column]);
}

function isBlank({ text, isSelected, hasList, box }: CellLook): boolean {
  return text === '' && !isSelected && !hasList && Object.keys(box).length === 2;
}
