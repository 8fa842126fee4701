/**
 * The selection for the case-file review as a document of one sheet: whom to read the files of, and by which rule. It
 * holds nothing but what stands in the whole document, so persons are named there and here alike.
 */
import {
  fail,
  lathundWords,
  succeed,
  type DocumentBlock,
  type DocumentTable,
  type Outcome,
  type ResultDocument,
} from 'isu-core';
import { settingsWords } from './words/settings-words.ts';

/** The id of the sheet and of its table. */
export const SELECTION = 'selection';

/** The rule in a sentence, as the overview says it; `null` where there is no selection. */
export function selectionSentence({ sheets, language }: ResultDocument): string | null {
  const blocks = sheets[0]?.blocks ?? [];
  const title = lathundWords(language).selection;
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === title);
  const said = blocks[at + 1];
  return at >= 0 && said?.kind === 'paragraph' ? said.text : null;
}

/** @returns a problem where there is nobody to list, or nobody may be shown */
export function selectionDocument(document: ResultDocument): Outcome<ResultDocument> {
  const { sheets, language } = document;
  const rule = selectionSentence(document);
  if (rule === null) return noRule();
  const persons = sheets.flatMap(({ blocks }) => blocks).find(isPersons);
  if (persons === undefined) return noPersons();
  const table = selectedOf(persons);
  if (table.rows.length === 0) return nobody();
  const warnings = sheets[0]!.blocks.filter(
    (block) => block.kind === 'paragraph' && block.tone === 'warning',
  );
  const title = lathundWords(language).selection;
  const blocks: DocumentBlock[] = [
    { kind: 'heading', text: title },
    { kind: 'paragraph', text: rule },
    ...warnings,
    table,
  ];
  return succeed({
    ...document,
    title,
    sheets: [{ id: SELECTION, name: settingsWords(language).selectionSheet, blocks }],
  });
}

function isPersons(block: DocumentBlock): block is DocumentTable {
  return block.kind === 'table' && block.id === 'persons';
}

/** The marked rows, without the marks. */
function selectedOf(persons: DocumentTable): DocumentTable {
  const mark = persons.columns.findIndex(({ key }) => key === 'selected');
  const isOther = (_: unknown, column: number) => column !== mark;
  const rows = persons.rows.filter(({ cells }) => Boolean(cells[mark]?.value));
  // A short table has its texts wrapped: a code is to stand on one line, as a personnummer does.
  const longest = rows.reduce((most, { cells }) => Math.max(most, String(cells[0]!.value).length), 0);
  const [person, ...others] = persons.columns.filter(isOther);
  return {
    ...persons,
    id: SELECTION,
    columns: [{ ...person!, width: Math.max(person!.width, longest + 4) }, ...others],
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(isOther) })),
  };
}

function noRule() {
  return fail(
    'no-selection',
    'Inget urval är gjort. Fyll i minst ett av fälten under Urval.',
    'No selection has been made. Fill in at least one of the fields under Selection.',
  );
}

function noPersons() {
  return fail(
    'selection-hidden',
    'För publicering visas inga personer, så urvalet kan inte skrivas. Välj Internt under Avgränsning.',
    'No persons are shown for publication, so the selection cannot be written. Choose Internal under Limits.',
  );
}

function nobody() {
  return fail(
    'nobody-selected',
    'Ingen person uppfyller reglerna för urvalet. Ändra dem och försök igen.',
    'No person meets the rules of the selection. Change them and try again.',
  );
}
