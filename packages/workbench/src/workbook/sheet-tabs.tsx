/** The sheets of the workbook as tabs, below the grid as in Excel. */
import type { ExcelHost } from 'isu-excel-host';
import { tabReached } from 'isu-session';
import { useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { WorkbookWatch } from './workbook-watch.ts';
import type { WorkbookWords } from './words/words.ts';

interface SheetTabsProps {
  readonly host: ExcelHost;
  readonly watch: WorkbookWatch;
  readonly words: WorkbookWords;
}

export function SheetTabs({ host, watch, words }: SheetTabsProps) {
  const { workbook, user } = host;
  const list = useRef<HTMLDivElement>(null);
  useSyncExternalStore(watch.subscribe, () =>
    JSON.stringify([
      workbook.activeSheet.id,
      ...workbook.sheets.map(({ id, name, visibility, tabColor }) => [id, name, visibility, tabColor]),
    ]),
  );
  const shown = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
  const active = shown.indexOf(workbook.activeSheet);
  const turn = (event: KeyboardEvent) => {
    const at = tabReached(event.key, active, shown.length);
    if (at === null) return;
    event.preventDefault();
    user.activateSheet(shown[at]!.name);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <div ref={list} className="sheet-tabs" role="tablist" aria-label={words.sheets} onKeyDown={turn}>
      {shown.map((sheet, i) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          id={`tab-${String(sheet.number)}`}
          aria-selected={i === active}
          aria-controls="sheet"
          tabIndex={i === active ? 0 : -1}
          style={sheet.tabColor === '' ? undefined : { boxShadow: `inset 0 -3px ${sheet.tabColor}` }}
          onClick={() => user.activateSheet(sheet.name)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
