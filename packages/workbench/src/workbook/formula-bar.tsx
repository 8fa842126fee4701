/** Where one reads which cell is selected and what stands in it, goes to another, and writes. */
import { areaAddress, areaAt } from 'isu-excel-host';
import { use, useSyncExternalStore, useState, type KeyboardEvent } from 'react';
import { SheetContext } from './sheet-context.ts';
import { typedText, writeCell } from './write-cell.ts';

export function FormulaBar() {
  const { host, sheet, watch, words, refuse } = use(SheetContext)!;
  const address = useSyncExternalStore(watch.subscribe, () => areaAddress(sheet.selection));
  const { row, column } = sheet.selection;
  const content = useSyncExternalStore(watch.subscribe, () => typedText(sheet, row, column));
  const goTo = (wanted: string) => {
    if (areaAt(wanted)) host.user.select(wanted);
  };
  const write = (text: string) => {
    const refusal = writeCell(host, sheet, row, column, text, words);
    if (refusal !== null) refuse(refusal);
  };
  return (
    <div className="formula-bar">
      <Field className="place" label={words.place} value={address} take={goTo} />
      <Field className="content" label={words.content} value={content} take={write} />
    </div>
  );
}

interface FieldProps {
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly take: (text: string) => void;
}

/** Keeps what is being typed until Enter takes it, or Escape or leaving lets it go. */
function Field({ className, label, value, take }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed !== null) take(typed);
    if (event.key === 'Enter' || event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      className={className}
      aria-label={label}
      title={label}
      value={typed ?? value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => setTyped(null)}
    />
  );
}
