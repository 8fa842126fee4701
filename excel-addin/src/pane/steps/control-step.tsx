/** Kontroll: what was read, used and left out, and what to look over, with the way to each row. All from the document. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
} from '@fluentui/react-components';
import { formatCell, type DocumentRow, type DocumentTable } from 'isu-core';
import type { ShownResult } from 'isu-session';
import { usePaneState, useSurroundings } from '../pane-context.tsx';
import { FoundRowsList, RowButtons } from './row-list.tsx';

export default function ControlStep() {
  const { counted } = usePaneState();
  const { words } = useSurroundings();
  const result = counted?.result;
  if (!result) return null;
  const rows = result.document.sheets.find(({ id }) => id === 'rows')!;
  const table = (id: string) =>
    rows.blocks.find((block): block is DocumentTable => block.kind === 'table' && block.id === id);
  const sentences = rows.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const [excluded, quality, warnings] = [table('excluded'), table('quality'), table('warnings')];
  return (
    <>
      <Account table={table('row-account')!} />
      {result.document.marking === null && <p className="quiet">{words.control.hidden}</p>}
      {(excluded ?? warnings ?? quality) && <p className="quiet">{words.control.look}</p>}
      {quality && <Quality table={quality} result={result} />}
      {excluded && (
        <ByReason table={excluded} account={table('row-account')!} title={words.control.excluded} />
      )}
      {warnings && <Warnings table={warnings} />}
      <section className="sentences">
        {sentences.map((told) => (
          <p key={told}>{told}</p>
        ))}
      </section>
    </>
  );
}

/** Read, used and excluded by reason, as the row account has them. */
function Account({ table }: { readonly table: DocumentTable }) {
  const { language } = useSurroundings();
  return (
    <section aria-labelledby="account-heading">
      <h2 id="account-heading">{table.title}</h2>
      <dl className="account">
        {table.rows.map((row) => (
          <div key={row.key} className={row.kind ?? row.key}>
            <dt>{text(row, 0)}</dt>
            <dd>{formatCell(row.cells[1]!, 'integer', language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function text(row: DocumentRow, cell: number): string {
  return String(row.cells[cell]?.value ?? '');
}

/** Each finding with what to do about it. */
function Quality({ table, result }: { readonly table: DocumentTable; readonly result: ShownResult }) {
  const { pane, words, language } = useSurroundings();
  return (
    <section aria-labelledby="quality-heading">
      <h2 id="quality-heading">{table.title}</h2>
      <ul className="findings">
        {table.rows.map((row) => {
          const rows = result.rowsToMend[row.key];
          const [what, count, where, todo] = row.cells;
          return (
            <li key={row.key}>
              <p>
                <strong>{text(row, 0)}</strong>
                {count?.value !== '' && (
                  <span className="count">{formatCell(count ?? { value: '' }, 'integer', language)}</span>
                )}
              </p>
              <p className="quiet">{String(todo?.value ?? '')}</p>
              {rows ? (
                <RowButtons
                  rows={rows.map((number) => ({ number, value: '' }))}
                  about={String(what!.value)}
                />
              ) : (
                where?.value !== '' && <p className="examples">{String(where?.value ?? '')}</p>
              )}
              {isToChoose(row) && (
                <Button
                  size="small"
                  aria-label={`${words.control.choose}: ${text(row, 0)}`}
                  onClick={() => void pane.goTo('data')}
                >
                  {words.control.choose}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What a choice of column or code mends: the document says what to choose, and here is the way to it. */
function isToChoose({ key }: DocumentRow): boolean {
  return /^(unsure-column|column-not-found|value-not-recognised) /.test(key);
}

/** The excluded rows under their reasons. */
function ByReason({
  table,
  account,
  title,
}: {
  readonly table: DocumentTable;
  readonly account: DocumentTable;
  readonly title: string;
}) {
  const { language } = useSurroundings();
  const reasons = account.rows.filter(({ key, kind }) => key !== 'used' && kind !== 'total');
  const integer = (row: DocumentRow) => formatCell(row.cells[1]!, 'integer', language);
  return (
    <section aria-labelledby="excluded-heading">
      <h2 id="excluded-heading">{title}</h2>
      <Accordion multiple collapsible>
        {reasons.map((reason) => (
          <AccordionItem key={reason.key} value={reason.key}>
            <AccordionHeader as="h3" size="small">
              <span className="fold-head">
                <span>{text(reason, 0)}</span>
                <span className="count">{integer(reason)}</span>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <FoundRowsList table={table.id} search={text(reason, 0)} rowColumn={1} valueColumn={2} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </section>
  );
}

function Warnings({ table }: { readonly table: DocumentTable }) {
  return (
    <section aria-labelledby="warnings-heading">
      <h2 id="warnings-heading">{table.title}</h2>
      <FoundRowsList table={table.id} search="" rowColumn={1} valueColumn={0} />
    </section>
  );
}
