/**
 * A key that has just been made: the user saves it as a file, sees that it is there, and only then uses it. Excel for Mac
 * lets no pane save a file, and says nothing of it, so the text can be copied too.
 */
import { Button, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useSurroundings } from '../pane-context.tsx';

interface Props {
  readonly text: string;
  /** @param file the name that it was saved under */
  readonly use: (file: string) => void;
  readonly letGo: () => void;
}

export function NewKey({ text, use, letGo }: Props) {
  const { key: words } = useSurroundings().words;
  const [isSaved, setSaved] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={part} role="group" aria-labelledby="made-key" className="made-key">
      <h3 id="made-key">{words.made}</h3>
      <p className="quiet">{words.madeHint}</p>
      <Textarea
        readOnly
        aria-label={words.made}
        value={text}
        rows={4}
        resize="vertical"
        onFocus={({ target }) => target.select()}
      />
      <div className="buttons">
        <Button
          size="small"
          appearance={isSaved ? 'secondary' : 'primary'}
          onClick={() => {
            saveFile(words.savedName, text);
            setSaved(true);
          }}
        >
          {words.save}
        </Button>
        {isSaved && (
          <Button size="small" appearance="primary" onClick={() => use(words.savedName)}>
            {words.use}
          </Button>
        )}
        <Button size="small" onClick={letGo}>
          {words.cancel}
        </Button>
      </div>
      <p role="status" className="quiet">
        {isSaved ? words.savedHint : ''}
      </p>
    </div>
  );
}

/** As if the pane had offered a link to it. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
