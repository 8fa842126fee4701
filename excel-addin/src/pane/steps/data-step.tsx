/** Data: which rows, which column is which, and what the values stand for. */
import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Select,
} from '@fluentui/react-components';
import { formatNumber } from 'isu-core';
import type { ExportPlace } from '../../office/workbook.ts';
import { usePaneState, useSurroundings } from '../pane-context.tsx';
import { CodeChoices } from './code-choices.tsx';
import { ColumnChoices } from './column-choices.tsx';
import { KeyPart } from './key-part.tsx';

export function DataStep() {
  const { place, counted, isStored } = usePaneState();
  if (place === null) return null;
  return (
    <>
      <FoundPlace place={place} />
      {isStored && <StoredTold />}
      {counted?.settings.missingKey && <KeyPart />}
      {counted?.mapping && (
        <>
          <ColumnChoices mapping={counted.mapping} />
          <CodeChoices mapping={counted.mapping} />
        </>
      )}
    </>
  );
}

function FoundPlace({ place }: { readonly place: ExportPlace }) {
  const { pane, words, language } = useSurroundings();
  const { places } = usePaneState();
  const { data } = words;
  const n = (value: number) => formatNumber(value, 'integer', language);
  const { sheet, table, address, rows, columns } = place;
  const found = table === null ? data.foundRegion(sheet, address) : data.foundTable(sheet, table);
  const label = (each: ExportPlace) =>
    each.table === null
      ? data.placeRegion(each.sheet, each.address, n(each.rows - 1))
      : data.placeTable(each.sheet, each.table, n(each.rows - 1));
  const isIt = (each: ExportPlace) => each.sheet === sheet && each.address === address;
  return (
    <section className="found">
      <p>
        {found} {data.size(n(rows - 1), n(columns))}
      </p>
      {places.length > 1 && (
        <Field label={data.place} size="small">
          <Select
            size="small"
            value={String(places.findIndex(isIt))}
            onChange={(_, { value }) => void pane.choosePlace(places[Number(value)]!)}
          >
            {places.map((each, at) => (
              <option key={label(each)} value={at}>
                {label(each)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </section>
  );
}

function StoredTold() {
  const { pane, words } = useSurroundings();
  return (
    <MessageBar layout="multiline" intent="info">
      <MessageBarBody>
        <MessageBarTitle>{words.data.storedTitle}</MessageBarTitle>
        {words.data.stored}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={() => void pane.runAgain()}>
          {words.actions.runAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
