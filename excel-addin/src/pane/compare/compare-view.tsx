/** Jämför: what is set side by side, and its tables as they will be written. Core judges what is filled in. */
import { Button } from '@fluentui/react-components';
import { comparisonWords, type ShownComparison } from 'isu-session';
import { useEffect, useState } from 'react';
import { SheetTabs } from '../document/sheet-tabs.tsx';
import { SheetView } from '../document/sheet-view.tsx';
import { usePaneState, useSurroundings } from '../pane-context.tsx';
import { ComparisonFields } from './comparison-fields.tsx';

export default function CompareView() {
  const { pane, words, language } = useSurroundings();
  const { comparing, busy } = usePaneState();
  const own = comparisonWords(language);
  const isNew = comparing === null;
  useEffect(() => {
    // Also when the export has been counted anew under the view.
    if (isNew) void pane.comparison.begin();
  }, [pane, isNew]);
  const isReady = busy === null && comparing !== null;
  const shown = comparing?.shown ?? null;
  return (
    <>
      <p>{own.intro}</p>
      {comparing && <ComparisonFields {...comparing} />}
      <div className="buttons">
        <Button
          appearance={shown === null ? 'primary' : 'secondary'}
          disabledFocusable={!isReady}
          onClick={() => void pane.comparison.compare()}
        >
          {own.compare}
        </Button>
        {shown && (
          <Button
            appearance="primary"
            disabledFocusable={!isReady}
            onClick={() => void pane.comparison.write()}
          >
            {words.compare.write}
          </Button>
        )}
      </div>
      {shown && <Document shown={shown} />}
    </>
  );
}

function Document({ shown: { document: result } }: { readonly shown: ShownComparison }) {
  const { words } = useSurroundings();
  const { sheets } = result.document;
  const [opened, setOpened] = useState('');
  const sheet = sheets.find(({ id }) => id === opened) ?? sheets[0]!;
  return (
    <>
      <SheetTabs sheets={sheets} opened={sheet.id} label={words.compare.sheets} onOpen={setOpened} />
      <div role="tabpanel" id="sheet" aria-labelledby={`tab-${sheet.id}`}>
        <SheetView key={sheet.id} sheet={sheet} result={result} />
      </div>
    </>
  );
}
