/** Resultat: the sheets as they will be, from the document. */
import { Button } from '@fluentui/react-components';
import { ColumnDoubleCompareRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { SheetTabs } from '../document/sheet-tabs.tsx';
import { SheetView } from '../document/sheet-view.tsx';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

export default function ResultStep() {
  const { pane, words } = useSurroundings();
  const { counted, isCounted } = usePaneState();
  const [opened, setOpened] = useState('overview');
  const result = counted?.result;
  if (!result || !isCounted) return null;
  const { sheets } = result.document;
  const shown = sheets.find(({ id }) => id === opened) ?? sheets[0]!;
  return (
    <>
      <p className="quiet">{words.result.preview}</p>
      <div className="buttons">
        <Button size="small" icon={<ColumnDoubleCompareRegular />} onClick={() => void pane.show('compare')}>
          {words.compare.title}
        </Button>
      </div>
      <SheetTabs sheets={sheets} opened={shown.id} label={words.result.sheets} onOpen={setOpened} />
      <div role="tabpanel" id="sheet" aria-labelledby={`tab-${shown.id}`}>
        <SheetView key={shown.id} sheet={shown} result={result} />
      </div>
    </>
  );
}
