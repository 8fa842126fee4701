/**
 * A result's document as a part of the page: a tab for each sheet, as in the workbook. Nothing is counted or worded
 * here; all comes from the document.
 */
import {
  formatCell,
  type DocumentBlock,
  type DocumentFacts,
  type DocumentSheet,
  type DocumentTable,
  type Language,
  type ResultDocument,
} from 'isu-core';
import { tabReached, type CutDocument } from 'isu-session';
import { drawChart } from './draw-chart.ts';
import { drawLongTable, type AskRows } from './draw-long-table.ts';
import { drawTable } from './draw-table.ts';
import { make } from './make-element.ts';
import { pageWords } from './page-words.ts';

export interface DrawnDocument {
  readonly tabs: HTMLElement;
  readonly panels: readonly HTMLElement[];
}

/**
 * @param opened id of the sheet that is shown first
 * @param onOpen told when the user turns to another sheet
 */
export function drawDocument(
  { document, lengths }: CutDocument,
  opened: string,
  onOpen: (sheet: string) => void,
  askRows: AskRows,
): DrawnDocument {
  const shown = document.sheets.some(({ id }) => id === opened) ? opened : document.sheets[0]!.id;
  const panels = document.sheets.map((sheet) =>
    make(
      'section',
      {
        role: 'tabpanel',
        id: `sheet-${sheet.id}`,
        class: `sheet ${sheet.id}`,
        tabindex: '0',
        'aria-labelledby': `tab-${sheet.id}`,
        hidden: sheet.id !== shown,
      },
      make('h2', {}, sheet.name),
      ...(document.marking === null ? [] : [make('p', { class: 'marking' }, document.marking)]),
      ...drawBlocks(sheet, document, lengths, askRows),
    ),
  );
  return { tabs: drawTabs(document, shown, panels, onOpen), panels };
}

function drawTabs(
  document: ResultDocument,
  shown: string,
  panels: readonly HTMLElement[],
  onOpen: (sheet: string) => void,
): HTMLElement {
  const tabs = document.sheets.map(({ id, name }) =>
    make(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `sheet-${id}`,
        'aria-selected': String(id === shown),
        tabindex: id === shown ? '0' : '-1',
      },
      name,
    ),
  );
  const open = (at: number) => {
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === at));
      tab.tabIndex = i === at ? 0 : -1;
      panels[i]!.hidden = i !== at;
    });
    onOpen(document.sheets[at]!.id);
  };
  tabs.forEach((tab, at) => {
    tab.addEventListener('click', () => open(at));
    tab.addEventListener('keydown', (event) => {
      const to = tabReached(event.key, at, tabs.length);
      if (to === null) return;
      event.preventDefault();
      open(to);
      tabs[to]!.focus();
    });
  });
  const label = pageWords(document.language).views;
  return make('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...tabs);
}

/** Headings that only repeat the document's title or the sheet's name are for hosts without tabs. */
function drawBlocks(
  sheet: DocumentSheet,
  document: ResultDocument,
  lengths: CutDocument['lengths'],
  askRows: AskRows,
): readonly HTMLElement[] {
  const isRepeated = (block: DocumentBlock) =>
    block.kind === 'heading' && [document.title, sheet.name].includes(block.text);
  const drawn: HTMLElement[] = [];
  let charts: HTMLElement | null = null;
  for (const block of sheet.blocks.filter((candidate) => !isRepeated(candidate))) {
    if (block.kind === 'chart') {
      if (charts === null) drawn.push((charts = make('div', { class: 'charts' })));
      charts.append(drawChart(block, tableOf(document, block.table), document.language));
    } else {
      charts = null;
      drawn.push(drawBlock(block, document.language, lengths, askRows));
    }
  }
  return drawn;
}

function drawBlock(
  block: Exclude<DocumentBlock, { kind: 'chart' }>,
  language: Language,
  lengths: CutDocument['lengths'],
  askRows: AskRows,
): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return make('h3', {}, block.text);
    case 'paragraph':
      return make('p', { class: `paragraph ${block.tone ?? 'plain'}` }, block.text);
    case 'facts':
      return drawFacts(block, language);
    case 'table': {
      const length = lengths[block.id];
      return length === undefined
        ? drawTable(block, language)
        : drawLongTable(block, length, language, askRows);
    }
  }
}

function drawFacts({ facts }: DocumentFacts, language: Language): HTMLElement {
  const pairs = facts.map(({ label, cell }) => {
    const kind = typeof cell.value === 'string' ? 'words' : 'number';
    return make(
      'div',
      {},
      make('dt', {}, label),
      make('dd', { class: kind }, formatCell(cell, 'text', language)),
    );
  });
  return make('dl', { class: 'facts' }, ...pairs);
}

function tableOf(document: ResultDocument, id: string): DocumentTable {
  const tables = document.sheets.flatMap(({ blocks }) => blocks);
  const found = tables.find((block): block is DocumentTable => block.kind === 'table' && block.id === id);
  if (found === undefined) throw new Error(`chart: the document has no table ${id}`);
  return found;
}
