/** The protocol: what it takes for a colleague to get the same figures. */
import { PRODUCT } from '../../product.ts';
import type { DocumentBlock, DocumentCell, DocumentSheet } from '../../document/document.ts';
import { readersOf } from '../review-analysis.ts';
import { integer, questionOf, type ReviewResult } from './review-result.ts';

export function protocolSheet(result: ReviewResult): DocumentSheet {
  const { words } = result;
  return {
    id: 'review-protocol',
    name: words.sheets.protocol,
    blocks: [
      { kind: 'heading', text: words.sheets.protocol },
      { kind: 'paragraph', text: words.protocol.intro },
      { kind: 'facts', facts: protocolFacts(result) },
      { kind: 'heading', text: words.protocol.rulesTitle },
      ...words.protocol.rules.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      ...mendedItems(result),
    ],
  };
}

function protocolFacts({ analysis, shown, words, language, source }: ReviewResult) {
  const p = words.protocol;
  const { set, settings, reviews, progress, findings } = analysis;
  const { form } = set;
  const text = (value: string): DocumentCell => ({ value, format: 'text' });
  const number = (value: number): DocumentCell => ({ value, format: 'integer' });
  const n = (value: number) => integer(value, language);
  const name = (reader: string) => text(reader === '' ? p.noReader : reader);
  const { mode, threshold } = settings.protection;
  return [
    { label: p.product, cell: text(`${PRODUCT.name} ${PRODUCT.version}`) },
    { label: p.source, cell: text(source.name) },
    ...(source.sheet ? [{ label: p.sheet, cell: text(source.sheet) }] : []),
    ...(source.sha256 ? [{ label: p.checksum, cell: text(source.sha256) }] : []),
    { label: p.form, cell: text(`${form.title[language]} (${form.id})`) },
    { label: p.formVersion, cell: text(form.version) },
    { label: p.years, cell: text(form.years.join(', ')) },
    { label: p.items, cell: number(form.items.length) },
    { label: p.persons, cell: number(reviews.length) },
    ...(shown.persons
      ? [
          { label: p.readers, cell: name(readersOf(set).join(', ')) },
          { label: p.reader, cell: name(settings.reader) },
          ...(settings.readers ? [{ label: p.compared, cell: text(settings.readers.join(', ')) }] : []),
          { label: p.answered, cell: text(`${n(progress.answered)} / ${n(progress.asked)}`) },
          { label: p.findings, cell: findings.length === 0 ? text(p.none) : number(findings.length) },
        ]
      : []),
    { label: p.protection, cell: text(p.modes[mode]) },
    ...(mode === 'publication' ? [{ label: p.threshold, cell: number(threshold) }] : []),
    { label: p.intervals, cell: text(settings.intervals ? p.yesNo.yes : p.yesNo.no) },
  ];
}

/** Where the form was mended against the printed one, so that a reader of the tables knows what was asked. */
function mendedItems({ analysis, words, language }: ReviewResult): DocumentBlock[] {
  const p = words.protocol;
  const mended = analysis.set.form.items.flatMap((item) => (item.mended ? [{ item, how: item.mended }] : []));
  if (mended.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'review-mended',
      title: p.mendedTitle,
      columns: [
        { key: 'item', header: p.mendedItem, format: 'text', width: 40 },
        { key: 'how', header: p.mendedHow, format: 'text', width: 64 },
      ],
      rows: mended.map(({ item, how }) => ({
        key: item.id,
        cells: [{ value: questionOf(item, language) }, { value: how[language] }],
      })),
      notes: [],
    },
  ];
}
