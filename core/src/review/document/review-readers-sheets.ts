/** What only the readers are to see: how far two of them agree, and where answers differ from the register or each other. */
import type { Language } from '../../problem.ts';
import type { DocumentBlock, DocumentCell, DocumentRow, DocumentSheet } from '../../document/document.ts';
import { formatNumber } from '../../document/format.ts';
import type { Code } from '../form.ts';
import type { Agreement, ItemAgreement } from '../agreement.ts';
import { showValue } from '../read-value.ts';
import { LABEL_WIDTH } from './review-document-table.ts';
import { fieldTitle, questionOf, type ReviewResult } from './review-result.ts';

export function agreementSheet(result: ReviewResult): DocumentSheet[] {
  const { analysis, shown, words } = result;
  const { agreement, settings } = analysis;
  if (!shown.persons || !agreement || !settings.readers) return [];
  const { columns, title, none, notes } = words.agreement;
  const rows = agreement.flatMap((own) => agreementRows(result, own));
  const heading: DocumentBlock = { kind: 'heading', text: words.sheets.agreement };
  const table: DocumentBlock = {
    kind: 'table',
    id: 'review-agreement',
    title: title(...settings.readers),
    columns: [
      { key: 'item', header: columns.item, format: 'text', width: LABEL_WIDTH },
      { key: 'compared', header: columns.compared, format: 'integer', width: 10 },
      { key: 'equal', header: columns.equal, format: 'integer', width: 10 },
      { key: 'percent', header: columns.percent, format: 'percent', width: 12 },
      { key: 'kappa', header: columns.kappa, format: 'decimal-2', width: 14 },
      { key: 'interval', header: columns.interval, format: 'text', width: 16 },
      { key: 'meanDifference', header: columns.meanDifference, format: 'decimal-2', width: 14 },
      { key: 'unanswered', header: columns.unanswered, format: 'integer', width: 14 },
      { key: 'filled', header: columns.filled, format: 'text', width: 16 },
    ],
    rows,
    notes,
  };
  const compared = agreement.some((own) => own.agreement.persons > 0);
  const found: DocumentBlock[] = compared
    ? [...leastEqual(result), table]
    : [{ kind: 'paragraph', text: none }];
  return [{ id: 'review-agreement', name: words.sheets.agreement, blocks: [heading, ...found] }];
}

/** A line for the question; where it has several answers or numbers beside, a line for each of them below. */
function agreementRows({ words, language }: ReviewResult, own: ItemAgreement): DocumentRow[] {
  const { item, agreement, codes, amounts, unanswered, isFilled } = own;
  const { wholeAnswer, theAnswer, filled, amount } = words.agreement;
  const question = questionOf(item, language);
  const ends: DocumentCell[] = [{ value: unanswered }, { value: isFilled ? filled : '' }];
  const blank: DocumentCell[] = [{ value: '' }, { value: '' }];
  const row = (key: string, label: string, of: Agreement, end: DocumentCell[]): DocumentRow => ({
    key,
    cells: [{ value: label }, ...agreementCells(of, words.to, language), ...end],
  });
  const parts = [
    ...codes.map(({ code, agreement: of }) =>
      row(`${item.id}=${code.code}`, code.label[language], of, blank),
    ),
    ...amounts.map(({ code, agreement: of }) =>
      row(`${item.id}=${code.code}#`, amount[amountKind(code)](code.label[language]), of, blank),
    ),
  ];
  if (parts.length === 0) return [row(item.id, question, agreement, ends)];
  const section: DocumentRow = {
    key: `section ${item.id}`,
    kind: 'section',
    cells: [{ value: question }, ...Array.from({ length: 8 }, () => ({ value: null }))],
  };
  return [
    section,
    row(item.id, item.kind === 'several' ? wholeAnswer : theAnswer, agreement, ends),
    ...parts,
  ];
}

/** Words beside an answer are not compared. */
function amountKind({ amount }: Code): 'count' | 'money' | 'year' {
  return amount === 'money' || amount === 'year' ? amount : 'count';
}

/** The questions that readers may want to talk through, the least equal first. */
function leastEqual({ analysis, words, language }: ReviewResult): DocumentBlock[] {
  const share = ({ agreement: { equal, persons } }: ItemAgreement) => equal / persons;
  const unequal = (analysis.agreement ?? [])
    .filter((own) => own.agreement.equal < own.agreement.persons && !own.isFilled)
    .sort((a, b) => share(a) - share(b))
    .slice(0, MOST_NAMED);
  if (unequal.length === 0) return [];
  const named = unequal.map((own) => {
    const percent = formatNumber(100 * share(own), 'percent', language);
    return `${questionOf(own.item, language)} (${percent})`;
  });
  return [{ kind: 'paragraph', text: words.agreement.least(named.join('; ')) }];
}

const MOST_NAMED = 5;

function agreementCells(
  { persons, equal, kappa, meanDifference }: Agreement,
  to: (lower: string, upper: string) => string,
  language: Language,
): DocumentCell[] {
  const limit = (value: number) => formatNumber(value, 'decimal-2', language);
  const interval = kappa?.interval;
  return [
    { value: persons },
    { value: equal },
    { value: persons === 0 ? null : (100 * equal) / persons },
    { value: kappa ? kappa.kappa : null },
    { value: interval ? to(limit(interval.from), limit(interval.to)) : '' },
    meanDifference === null ? { value: '' } : { value: meanDifference },
  ];
}

export function differencesSheet(result: ReviewResult): DocumentSheet[] {
  const { shown, words } = result;
  if (!shown.persons) return [];
  const heading: DocumentBlock = { kind: 'heading', text: words.sheets.differences };
  const blocks = [heading, differencesBlock(result), findingsBlock(result)];
  return [{ id: 'review-differences', name: words.sheets.differences, blocks }];
}

function differencesBlock({ analysis, words, language }: ReviewResult): DocumentBlock {
  const { title, none, columns, emptied, note } = words.differences;
  if (analysis.differences.length === 0) return { kind: 'paragraph', text: none };
  return {
    kind: 'table',
    id: 'review-differences',
    title,
    columns: [
      { key: 'person', header: columns.person, format: 'text', width: 24 },
      { key: 'reader', header: columns.reader, format: 'text', width: 10 },
      { key: 'field', header: columns.field, format: 'text', width: 60 },
      { key: 'register', header: columns.register, format: 'integer', width: 18 },
      { key: 'review', header: columns.review, format: 'integer', width: 18 },
    ],
    rows: analysis.differences.map(({ person, reader, field, register, review }) => ({
      key: `${person} ${reader} ${field.key}`,
      cells: [
        { value: person },
        { value: reader },
        { value: fieldTitle(field, language) },
        { value: showValue(field, register, language) ?? '' },
        { value: review === null ? emptied : (showValue(field, review, language) ?? '') },
      ],
    })),
    notes: [note],
  };
}

function findingsBlock({ analysis, words, language }: ReviewResult): DocumentBlock {
  const { columns, findingsTitle, noFindings, finding, findingsNote } = words.differences;
  if (analysis.findings.length === 0) return { kind: 'paragraph', text: noFindings };
  return {
    kind: 'table',
    id: 'review-findings',
    title: findingsTitle,
    columns: [
      { key: 'person', header: columns.person, format: 'text', width: 24 },
      { key: 'finding', header: finding, format: 'text', width: 80 },
    ],
    rows: analysis.findings.map(({ person, finding: own }, at) => ({
      key: `${String(at + 1)}`,
      cells: [{ value: person }, { value: own[language] }],
    })),
    notes: [findingsNote],
  };
}
