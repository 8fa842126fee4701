/** The sheets' tabs: one is reached by Tab, the others by the arrow keys. */
import type { DocumentSheet } from 'isu-core';
import { tabReached } from 'isu-session';
import { useRef, type KeyboardEvent } from 'react';

interface SheetTabsProps {
  readonly sheets: readonly DocumentSheet[];
  /** Id of the sheet in sight. */
  readonly opened: string;
  readonly label: string;
  readonly onOpen: (sheet: string) => void;
}

export function SheetTabs({ sheets, opened, label, onOpen }: SheetTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = sheets.findIndex(({ id }) => id === opened);
  const turn = (event: KeyboardEvent) => {
    const to = tabReached(event.key, at, sheets.length);
    if (to === null) return;
    event.preventDefault();
    onOpen(sheets[to]!.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div ref={list} className="sheet-tabs" role="tablist" aria-label={label} onKeyDown={turn}>
      {sheets.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-controls="sheet"
          aria-selected={id === opened}
          tabIndex={id === opened ? 0 : -1}
          onClick={() => onOpen(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
