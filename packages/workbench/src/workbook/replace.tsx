/** Asks before a changed workbook is closed for another. */
import { useEffect, useRef } from 'react';
import type { WorkbookWords } from './words/words.ts';

interface ReplaceProps {
  readonly words: WorkbookWords;
  readonly go: () => void;
  readonly stay: () => void;
}

export function Replace({ words: { replace }, go, stay }: ReplaceProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="replace-title" onCancel={stay}>
      <h2 id="replace-title">{replace.title}</h2>
      <p>{replace.text}</p>
      <div className="choices">
        <button type="button" className="strong" onClick={go}>
          {replace.go}
        </button>
        <button type="button" onClick={stay}>
          {replace.stay}
        </button>
      </div>
    </dialog>
  );
}
