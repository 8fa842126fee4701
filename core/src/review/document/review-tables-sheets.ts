/** The tables under the five questions, every question of the form, and the cross tables. */
import type { DocumentBlock, DocumentRow, DocumentSheet, DocumentTable } from '../../document/document.ts';
import { formatNumber } from '../../document/format.ts';
import type { CrossTest } from '../tables/cross-tests.ts';
import type { Question, ReviewTableId } from '../tables/words.ts';
import { reviewDocumentTable } from './review-document-table.ts';
import { integer, type ReviewResult } from './review-result.ts';

const UNDER: Readonly<Record<Question, readonly ReviewTableId[]>> = {
  who: ['background', 'contact'],
  needs: ['diagnoses'],
  interventions: ['interventions', 'purchases'],
  change: [],
  meet: ['sip'],
};

export function tablesSheet(result: ReviewResult): DocumentSheet {
  const { words } = result;
  const blocks = (Object.keys(UNDER) as Question[]).flatMap((question): DocumentBlock[] => {
    const tables = UNDER[question].flatMap((id) => tablesWith(result, id));
    return tables.length === 0 ? [] : [{ kind: 'heading', text: words.questions[question] }, ...tables];
  });
  const nothing: DocumentBlock = { kind: 'paragraph', text: words.nothing };
  return {
    id: 'review-tables',
    name: words.sheets.tables,
    blocks: blocks.length > 0 ? blocks : [{ kind: 'heading', text: words.sheets.tables }, nothing],
  };
}

export function itemsSheet(result: ReviewResult): DocumentSheet {
  const { words } = result;
  return { id: 'review-items', name: words.sheets.items, blocks: tablesWith(result, 'items') };
}

function tablesWith({ shown, words, language, analysis }: ReviewResult, id: ReviewTableId): DocumentTable[] {
  return shown.tables
    .filter((table) => table.id === `review-${id}`)
    .map((table) => reviewDocumentTable(table, words, language, analysis.settings.intervals));
}

export function crossSheet(result: ReviewResult): DocumentSheet[] {
  const { shown, words, language, analysis } = result;
  if (shown.crosses.length === 0) return [];
  const blocks = shown.crosses.flatMap(({ table, tests }, at): DocumentBlock[] => {
    const { title } = analysis.crosses[at]!.table;
    if (!table)
      return [
        { kind: 'heading', text: title[language] },
        { kind: 'paragraph', text: words.cross.notPublished },
      ];
    const drawn = reviewDocumentTable(table, words, language, analysis.settings.intervals);
    return shown.persons && analysis.settings.tests ? [drawn, ...testsTable(result, at, tests)] : [drawn];
  });
  const heading: DocumentBlock = { kind: 'heading', text: words.sheets.cross };
  return [{ id: 'review-cross', name: words.sheets.cross, blocks: [heading, ...blocks] }];
}

/** p-values below this are told as below it. */
const SMALLEST_P = 0.001;

function testsTable(
  { words, language }: ReviewResult,
  at: number,
  tests: readonly CrossTest[],
): DocumentBlock[] {
  const { cross } = words;
  if (tests.length === 0) return [{ kind: 'paragraph', text: cross.nothingToTest }];
  const rows = tests.map(({ rows: row, columns, test, doubtful, p, effectSize }, number): DocumentRow => {
    const label = (side: typeof row) => ({ value: side ? side[language] : cross.wholeQuestion });
    return {
      key: String(number + 1),
      cells: [
        label(row),
        label(columns),
        { value: doubtful ? cross.doubtful : cross.tests[test] },
        p === null
          ? { value: cross.tooLarge }
          : p < SMALLEST_P
            ? { value: cross.below(formatNumber(SMALLEST_P, 'decimal-3', language)) }
            : { value: p },
        effectSize === null ? { value: '' } : { value: effectSize },
      ],
    };
  });
  const { testColumns } = cross;
  return [
    {
      kind: 'table',
      id: `review-cross-${String(at + 1)}-test`,
      title: cross.testsTitle(integer(at + 1, language)),
      columns: [
        { key: 'rows', header: testColumns.rows, format: 'text', width: 34 },
        { key: 'columns', header: testColumns.columns, format: 'text', width: 34 },
        { key: 'test', header: testColumns.test, format: 'text', width: 24 },
        { key: 'p', header: testColumns.p, format: 'decimal-3', width: 14 },
        { key: 'effectSize', header: testColumns.effectSize, format: 'decimal-2', width: 14 },
      ],
      rows,
      notes: cross.testNotes,
    },
  ];
}
