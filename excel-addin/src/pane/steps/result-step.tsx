/** Resultat: the sheets as they will be, from the document. */
import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { SheetView } from '../document/sheet-view.tsx';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

export default function ResultStep() {
  const { words } = useSurroundings();
  const { counted, isCounted } = usePaneState();
  const [opened, setOpened] = useState('overview');
  const result = counted?.result;
  if (!result || !isCounted) return null;
  const { sheets } = result.document;
  const shown = sheets.find(({ id }) => id === opened) ?? sheets[0]!;
  return (
    <>
      <p className="quiet">{words.result.preview}</p>
      <div className="sheet-tabs">
        <TabList
          size="small"
          aria-label={words.result.sheets}
          selectedValue={shown.id}
          onTabSelect={(_, { value }) => setOpened(String(value))}
        >
          {sheets.map(({ id, name }) => (
            <Tab key={id} value={id} id={`tab-${id}`} aria-controls="sheet">
              {name}
            </Tab>
          ))}
        </TabList>
      </div>
      <div role="tabpanel" id="sheet" aria-labelledby={`tab-${shown.id}`}>
        <SheetView key={shown.id} sheet={shown} result={result} />
      </div>
    </>
  );
}
