/** A sheet of the document. Nothing is counted or worded here. */
import {
  formatCell,
  type DocumentBlock,
  type DocumentFacts,
  type DocumentSheet,
  type DocumentTable,
} from 'isu-core';
import type { CutDocument } from 'isu-session';
import { useSurroundings } from '../pane-context.tsx';
import { ChartView } from './chart-view.tsx';
import { LongTableView } from './long-table-view.tsx';
import { TableView } from './table-view.tsx';

interface SheetProps {
  readonly sheet: DocumentSheet;
  readonly result: CutDocument;
}

/** Headings that only repeat the document's title or the sheet's name are for hosts without tabs. */
export function SheetView({ sheet, result }: SheetProps) {
  const { document } = result;
  const isRepeated = (block: DocumentBlock) =>
    block.kind === 'heading' && [document.title, sheet.name].includes(block.text);
  return (
    <div className="sheet">
      <h2 className="unseen">{sheet.name}</h2>
      {document.marking !== null && <p className="marking">{document.marking}</p>}
      {sheet.blocks.map((block, at) =>
        isRepeated(block) ? null : <Block key={at} block={block} result={result} />,
      )}
    </div>
  );
}

function Block({ block, result }: { readonly block: DocumentBlock; readonly result: CutDocument }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p className={`paragraph ${block.tone ?? 'plain'}`}>{block.text}</p>;
    case 'facts':
      return <Facts block={block} />;
    case 'chart':
      return <ChartView chart={block} table={tableOf(result, block.table)} />;
    case 'table': {
      const length = result.lengths[block.id];
      return length === undefined ? (
        <TableView table={block} />
      ) : (
        <LongTableView table={block} length={length} />
      );
    }
  }
}

function Facts({ block: { facts } }: { readonly block: DocumentFacts }) {
  const { language } = useSurroundings();
  return (
    <dl className="facts">
      {facts.map(({ label, cell }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCell(cell, 'text', language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function tableOf({ document }: CutDocument, id: string): DocumentTable {
  const blocks = document.sheets.flatMap((sheet) => sheet.blocks);
  return blocks.find((block): block is DocumentTable => block.kind === 'table' && block.id === id)!;
}
