/** The tables of the review in the workbook: whose answers, which two questions against each other, and who will read. */
import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ShownReview, TablesChosen } from 'isu-session';
import { useEffect, useState } from 'react';
import { SheetTabs } from '../document/sheet-tabs.tsx';
import { SheetView } from '../document/sheet-view.tsx';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

export default function ReviewTablesView() {
  const { pane, words } = useSurroundings();
  const { form, reviewed, busy } = usePaneState();
  const { publication, threshold } = form;
  const [chosen, setChosen] = useState<TablesChosen>({ reader: null, cross: null, publication, threshold });
  useEffect(() => {
    void pane.review.tabulate(chosen);
    // What is chosen later is counted when it is chosen.
  }, [pane]);
  const choose = (change: Partial<TablesChosen>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    void pane.review.tabulate(next);
  };
  const own = words['review-tables'];
  const isReady = busy === null;
  return (
    <>
      <p>{own.intro}</p>
      <div className="buttons">
        <Button
          appearance="primary"
          disabledFocusable={!isReady || reviewed === null}
          onClick={() => void pane.review.writeTables()}
        >
          {own.write}
        </Button>
        <Button disabledFocusable={!isReady} onClick={() => void pane.review.tabulate(chosen)}>
          {own.again}
        </Button>
        <Button appearance="subtle" onClick={() => void pane.show('review')}>
          {own.back}
        </Button>
      </div>
      {reviewed && (
        <>
          <Choices reviewed={reviewed} chosen={chosen} choose={choose} />
          <Unread reviewed={reviewed} />
          <Document reviewed={reviewed} />
        </>
      )}
    </>
  );
}

interface ChoicesProps {
  readonly reviewed: ShownReview;
  readonly chosen: TablesChosen;
  readonly choose: (change: Partial<TablesChosen>) => void;
}

function Choices({ reviewed, chosen, choose }: ChoicesProps) {
  const { words } = useSurroundings();
  const own = words['review-tables'];
  const { limits } = words;
  return (
    <div className="fields choices">
      {reviewed.readers.length > 1 && (
        <Field label={own.reader} size="small" hint={own.agreement}>
          <Select size="small" value={reviewed.reader} onChange={(_, { value }) => choose({ reader: value })}>
            {reviewed.readers.map((reader) => (
              <option key={reader} value={reader}>
                {reader === '' ? own.noReader : reader}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <CrossChoice reviewed={reviewed} chosen={chosen} choose={choose} />
      <Field label={limits.protection} size="small">
        <RadioGroup
          layout="horizontal"
          value={chosen.publication ? 'publication' : 'internal'}
          onChange={(_, { value }) => choose({ publication: value === 'publication' })}
        >
          <Radio value="internal" label={limits.internal} />
          <Radio value="publication" label={limits.publication} />
        </RadioGroup>
      </Field>
    </div>
  );
}

/** Counted when both questions are chosen. */
function CrossChoice({ reviewed, chosen, choose }: ChoicesProps) {
  const own = useSurroundings().words['review-tables'];
  const [sides, setSides] = useState({
    rows: chosen.cross?.rows ?? '',
    columns: chosen.cross?.columns ?? '',
  });
  const change = (side: 'rows' | 'columns', item: string) => {
    const next = { ...sides, [side]: item };
    setSides(next);
    const cross = next.rows !== '' && next.columns !== '' ? next : null;
    if (cross !== null || chosen.cross !== null) choose({ cross });
  };
  return (
    <fieldset className="cross">
      <legend>{own.cross}</legend>
      {(['rows', 'columns'] as const).map((side) => (
        <Field key={side} label={own[side]} size="small">
          <Select size="small" value={sides[side]} onChange={(_, { value }) => change(side, value)}>
            <option value="">{own.none}</option>
            {reviewed.items
              .filter(({ id }) => id !== sides[side === 'rows' ? 'columns' : 'rows'])
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
        </Field>
      ))}
    </fieldset>
  );
}

const UNREAD_TOLD = 5;

function Unread({ reviewed: { unread } }: { readonly reviewed: ShownReview }) {
  const { words, language } = useSurroundings();
  const own = words['review-tables'];
  if (unread.length === 0) return null;
  return (
    <div className="unread" role="note">
      <p>{own.unread(unread.length)}</p>
      <ul>
        {unread.slice(0, UNREAD_TOLD).map(({ sheet, address, problem }) => (
          <li key={`${sheet}!${address}`}>
            <b>{own.unreadAt(sheet, address)}</b>: {problem[language]}
          </li>
        ))}
      </ul>
      {unread.length > UNREAD_TOLD && <p>{own.more(unread.length - UNREAD_TOLD)}</p>}
    </div>
  );
}

function Document({ reviewed }: { readonly reviewed: ShownReview }) {
  const { words } = useSurroundings();
  const { document } = reviewed.document;
  const [opened, setOpened] = useState('');
  const shown = document.sheets.find(({ id }) => id === opened) ?? document.sheets[0]!;
  return (
    <>
      <SheetTabs
        sheets={document.sheets}
        opened={shown.id}
        label={words['review-tables'].sheets}
        onOpen={setOpened}
      />
      <div role="tabpanel" id="sheet" aria-labelledby={`tab-${shown.id}`}>
        <SheetView key={shown.id} sheet={shown} result={reviewed.document} />
      </div>
    </>
  );
}
