/** The tables under the five questions, every question of the form, and the cross tables. */
import type {
  DocumentBlock,
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentSheet,
  DocumentTable,
} from '../../document/document.ts';
import { pCell, testName } from '../../document/named-test.ts';
import { fieldsOf, type Field } from '../fields.ts';
import type { Form, Text } from '../form.ts';
import { chosenCodes, itemState } from '../item-state.ts';
import type { Answers } from '../reviews.ts';
import type { CrossTest } from '../tables/cross-tests.ts';
import type { Question, ReviewTableId } from '../tables/words.ts';
import { LABEL_WIDTH, reviewDocumentTable } from './review-document-table.ts';
import { fieldTitle, integer, type ReviewResult } from './review-result.ts';

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
  const blocks = [...tablesWith(result, 'items'), ...textsTable(result)];
  return { id: 'review-items', name: words.sheets.items, blocks };
}

/** What readers have written, in the form's order; the same words once. */
function textsTable({ analysis, shown, words, language }: ReviewResult): DocumentTable[] {
  if (!shown.persons) return [];
  const { form } = analysis.set;
  const rows = fieldsOf(form)
    .filter(({ takes }) => takes === 'text')
    .flatMap((field): DocumentRow[] => {
      const texts = new Map<string, number>();
      for (const { answers } of analysis.reviews) {
        const text = answers[field.key];
        if (typeof text === 'string' && text !== '' && isTold(form, field, answers))
          texts.set(text, (texts.get(text) ?? 0) + 1);
      }
      if (texts.size === 0) return [];
      const question = [{ value: fieldTitle(field, language) }, { value: null }];
      return [
        { key: `section ${field.key}`, kind: 'section', cells: question },
        ...[...texts].map(([text, persons], at): DocumentRow => {
          return { key: `${field.key} ${String(at + 1)}`, cells: [{ value: text }, { value: persons }] };
        }),
      ];
    });
  if (rows.length === 0) return [];
  const { title, columns, note } = words.texts;
  return [
    {
      kind: 'table',
      id: 'review-texts',
      title,
      columns: [
        { key: 'text', header: columns.text, format: 'text', width: LABEL_WIDTH },
        { key: 'persons', header: columns.persons, format: 'integer', width: 11 },
      ],
      rows,
      notes: [note],
    },
  ];
}

/** Words beside an answer that is no longer chosen, or to a question that is not asked, tell nothing. */
function isTold(form: Form, { item, code }: Field, answers: Answers): boolean {
  if (itemState(form, item, answers) !== 'answered') return false;
  return code === null || chosenCodes(item, answers).includes(code);
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

function testsTable(result: ReviewResult, at: number, tests: readonly CrossTest[]): DocumentBlock[] {
  const { words, language } = result;
  const { cross } = words;
  if (tests.length === 0) return [{ kind: 'paragraph', text: cross.nothingToTest }];
  const hasEffect = tests.some(({ effectSize }) => effectSize !== null);
  const pOrNone = (p: number | null): DocumentCell =>
    p === null ? { value: cross.tooLarge } : pCell(p, cross, language);
  const rows = tests.map((test, number): DocumentRow => {
    const label = (side: Text | null) => ({ value: side ? side[language] : cross.wholeQuestion });
    const cells: DocumentCell[] = [
      label(test.rows),
      label(test.columns),
      { value: testName(test, cross, language) },
      pOrNone(test.p),
      pOrNone(test.adjusted),
    ];
    return {
      key: String(number + 1),
      cells: hasEffect ? [...cells, { value: test.effectSize ?? '' }] : cells,
    };
  });
  const { testColumns } = cross;
  const effect: DocumentColumn = {
    key: 'effectSize',
    header: testColumns.effectSize,
    format: 'decimal-2',
    width: 14,
  };
  return [
    {
      kind: 'table',
      id: `review-cross-${String(at + 1)}-test`,
      title: cross.testsTitle(integer(at + 1, language)),
      columns: [
        { key: 'rows', header: testColumns.rows, format: 'text', width: LABEL_WIDTH },
        { key: 'columns', header: testColumns.columns, format: 'text', width: 20 },
        { key: 'test', header: testColumns.test, format: 'text', width: 20 },
        { key: 'p', header: testColumns.p, format: 'decimal-3', width: 11 },
        { key: 'adjusted', header: testColumns.adjusted, format: 'decimal-3', width: 11 },
        ...(hasEffect ? [effect] : []),
      ],
      rows,
      notes: cross.testNotes,
    },
  ];
}
