/** Codes in place of persons: a key is made here or opened from its file, and kept in memory only. */
import { Button } from '@fluentui/react-components';
import { AddRegular, KeyRegular } from '@fluentui/react-icons';
import { parsePseudonymKey } from 'isu-core';
import { useRef, useState } from 'react';
import { closeKey, openKey } from '../../functions/open-key.ts';
import { usePaneState, useSurroundings } from '../pane-context.tsx';
import { NewKey } from './new-key.tsx';

export function KeyPart() {
  const { pane, words } = useSurroundings();
  const { counted } = usePaneState();
  const input = useRef<HTMLInputElement>(null);
  const part = useRef<HTMLElement>(null);
  /** The text of a key that has been made, until it is used or let go. */
  const [made, setMade] = useState<string | null>(null);
  const { key = null, missingKey = null } = counted?.settings ?? {};
  const open = async (name: string, bytes: Uint8Array) => {
    const parsed = parsePseudonymKey(new TextDecoder().decode(bytes));
    // The formulas' key is the same; what is wrong with a file, the session says.
    if (parsed.ok) openKey(parsed.value);
    await pane.change({ ask: 'open-key', name, bytes });
  };
  const close = () => {
    closeKey();
    void pane.change({ ask: 'close-key' });
  };
  return (
    <section ref={part} tabIndex={-1} className="key-part" aria-labelledby="key-heading">
      <h2 id="key-heading">{words.key.title}</h2>
      <p className="quiet">
        {key !== null
          ? words.key.inUse(key)
          : missingKey !== null
            ? words.key.missing(missingKey)
            : words.key.hint}{' '}
        {words.key.notStored}
      </p>
      {made !== null ? (
        <NewKey
          text={made}
          use={(name) => {
            // The button goes, and with it the focus that it has.
            part.current?.focus();
            setMade(null);
            void open(name, new TextEncoder().encode(made));
          }}
          letGo={() => {
            setMade(null);
            // When the buttons are drawn again, to that which made it.
            setTimeout(() => [...part.current!.querySelectorAll('button')].at(-1)?.focus());
          }}
        />
      ) : (
        <div className="buttons">
          {key === null && (
            <>
              <Button size="small" icon={<KeyRegular />} onClick={() => input.current?.click()}>
                {words.key.open}
              </Button>
              <input
                ref={input}
                type="file"
                accept=".txt"
                hidden
                aria-label={words.key.open}
                onChange={({ target }) => {
                  const [file] = target.files ?? [];
                  if (file) void file.arrayBuffer().then((read) => open(file.name, new Uint8Array(read)));
                  target.value = '';
                }}
              />
            </>
          )}
          {key === null && missingKey === null && (
            <Button size="small" icon={<AddRegular />} onClick={() => void pane.makeKey().then(setMade)}>
              {words.key.make}
            </Button>
          )}
          {(key !== null || missingKey !== null) && (
            <Button size="small" onClick={close}>
              {words.key.close}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
