/** Codes in place of persons: the key is opened from its file, and kept in memory only. */
import { Button } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons';
import { parsePseudonymKey } from 'isu-core';
import { useRef } from 'react';
import { closeKey, openKey } from '../../functions/open-key.ts';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

export function KeyPart() {
  const { pane, words } = useSurroundings();
  const { counted } = usePaneState();
  const input = useRef<HTMLInputElement>(null);
  const { key = null, missingKey = null } = counted?.settings ?? {};
  const open = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const parsed = parsePseudonymKey(new TextDecoder().decode(bytes));
    // The formulas' key is the same; what is wrong with a file, the session says.
    if (parsed.ok) openKey(parsed.value);
    await pane.change({ ask: 'open-key', name: file.name, bytes });
  };
  const close = () => {
    closeKey();
    void pane.change({ ask: 'close-key' });
  };
  return (
    <section aria-labelledby="key-heading">
      <h2 id="key-heading">{words.key.title}</h2>
      <p className="quiet">
        {key !== null
          ? words.key.inUse(key)
          : missingKey !== null
            ? words.key.missing(missingKey)
            : words.key.hint}
      </p>
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
                if (file) void open(file);
                target.value = '';
              }}
            />
          </>
        )}
        {(key !== null || missingKey !== null) && (
          <Button size="small" onClick={close}>
            {words.key.close}
          </Button>
        )}
      </div>
    </section>
  );
}
