/** The overview: how far the review has come, and the main figures under the five questions of systematic follow-up. */
import { isSuppressed } from '../../protection/shown.ts';
import type { DocumentBlock, DocumentCell, DocumentChart, DocumentSheet } from '../../document/document.ts';
import { formatCell, formatNumber } from '../../document/format.ts';
import type { ShownReview } from '../review-protection.ts';
import type { ShownReviewTableCell } from '../tables/review-table.ts';
import type { Question } from '../tables/words.ts';
import { cellFormat, documentCell } from './review-document-table.ts';
import { findRow, integer, joined, type FoundRow, type ReviewResult } from './review-result.ts';

type Figure = {
  readonly table: 'background' | 'contact' | 'interventions' | 'purchases' | 'sip' | 'items';
  readonly row: string;
} & { readonly show: 'share' | 'yes' | 'persons' | 'mean-all' | 'mean-any' | 'sum' };

const share = (table: Figure['table'], ...rows: readonly string[]): Figure[] =>
  rows.map((row) => ({ table, row, show: 'share' }));

const FIGURES: Readonly<Record<Question, readonly Figure[]>> = {
  who: [
    ...share('background', 'sex=1', 'sex=2'),
    { table: 'contact', row: 'age-latest', show: 'mean-all' },
    { table: 'contact', row: 'years-known', show: 'mean-all' },
    ...share('background', 'civil-status=1', 'children=1', 'livelihood=2'),
  ],
  needs: [
    ...share('contact', 'substance=1', 'substance=2', 'substance=3', 'substance=4'),
    ...share('background', 'diagnoses=any', 'suspected-psychiatric=1', 'housing=7', 'crime=2'),
  ],
  interventions: [
    { table: 'contact', row: 'investigations', show: 'sum' },
    ...share('contact', 'lvm-investigations'),
    { table: 'contact', row: 'lvm-investigations', show: 'mean-any' },
    ...share(
      'interventions',
      ...['any', '1', '2', '3', '4', '5', '6', '7'].map((code) => `interventions=${code}`),
    ),
    { table: 'purchases', row: 'total', show: 'sum' },
  ],
  change: [
    // Without a percent: of those answered for, some have no such investigation to return from.
    { table: 'items', row: 'lvm-return=1', show: 'persons' },
    ...share('items', 'sip-followed-up=1', 'asi-follow-up=1'),
  ],
  meet: [
    { table: 'contact', row: 'actualisations', show: 'mean-all' },
    { table: 'sip', row: 'sip=1', show: 'yes' },
    { table: 'sip', row: 'sip=2', show: 'yes' },
    ...share('items', 'sip-plan-followed=1', 'sip-plan-followed=2', 'sip-plan-followed=3'),
  ],
};

const QUESTIONS = Object.keys(FIGURES) as Question[];

export function overviewSheet(result: ReviewResult): DocumentSheet {
  const { words } = result;
  const blocks: DocumentBlock[] = [{ kind: 'heading', text: words.title }, ...standing(result)];
  for (const question of QUESTIONS) blocks.push(...underQuestion(result, question));
  return { id: 'review-overview', name: words.sheets.overview, blocks };
}

/** How many files, how much is left, what does not fit together. Of what is left and amiss only the readers are told. */
function standing({ analysis, shown, words, language }: ReviewResult): DocumentBlock[] {
  const { reviews, settings, progress, unfinished, findings } = analysis;
  const { overview } = words;
  const n = (value: number) => integer(value, language);
  const headline = overview.headline(n(reviews.length), shown.persons ? settings.reader || null : null);
  const blocks: DocumentBlock[] = [{ kind: 'paragraph', text: headline }];
  if (!shown.persons)
    return [...blocks, { kind: 'paragraph', text: overview.suppressed(n(settings.protection.threshold)) }];
  const { answered, asked } = progress;
  if (asked > 0) {
    const percent = formatNumber((100 * answered) / asked, 'percent', language);
    blocks.push({ kind: 'paragraph', text: overview.progress(n(answered), n(asked), percent) });
  }
  if (unfinished > 0)
    blocks.push({ kind: 'paragraph', text: overview.unfinished(n(unfinished)), tone: 'warning' });
  if (findings.length > 0) {
    const persons = new Set(findings.map(({ person }) => person)).size;
    const text = overview.findings(n(findings.length), n(persons));
    blocks.push({ kind: 'paragraph', text, tone: 'warning' });
  }
  return blocks;
}

function underQuestion(result: ReviewResult, question: Question): DocumentBlock[] {
  const { words, analysis } = result;
  const heading: DocumentBlock = { kind: 'heading', text: words.questions[question] };
  const facts = FIGURES[question].flatMap((figure) => factOf(result, figure));
  if (question === 'who')
    facts.unshift({
      label: words.overview.persons,
      cell: { value: analysis.reviews.length, format: 'integer' },
    });
  const blocks: DocumentBlock[] =
    facts.length > 0 ? [{ kind: 'facts', facts }] : [{ kind: 'paragraph', text: words.nothing }];
  if (question === 'change' && facts.length > 0)
    blocks.push({ kind: 'paragraph', text: words.overview.change });
  if (question === 'interventions') blocks.push(...interventionsChart(result));
  return [heading, ...blocks];
}

function factOf(result: ReviewResult, { table, row: key, show }: Figure) {
  const { shown, words } = result;
  const found = findRow(
    shown.tables.find(({ id }) => id === `review-${table}`),
    key,
  );
  if (!found) return [];
  const { overview } = words;
  const label = labelOf(result, found, table);
  if (show === 'share' || show === 'yes') {
    // A number's row is its question: how many have any of it.
    const isNumber = found.row.cells['mean-all'] !== undefined;
    const named = isNumber ? overview.some(label) : label;
    return [{ label: named, cell: answeredCell(result, found, shareCell(result, found, show)) }];
  }
  const cell = answeredCell(result, found, documentCell(found.row, show));
  if (show === 'persons') return [{ label, cell }];
  if (show === 'sum')
    return [{ label: table === 'purchases' ? purchasesLabel(result) : overview.total(label), cell }];
  return [{ label: show === 'mean-all' ? overview.mean(label) : overview.meanAny(label), cell }];
}

/** A question answered for nobody has no figure: a zero would read as one. */
function answeredCell({ shown, words }: ReviewResult, { row }: FoundRow, cell: DocumentCell): DocumentCell {
  const bases = row.cells['base'] ? [row.cells['base']] : basesOfPurchases(shown);
  const isUnanswered = bases.every((base) => !isSuppressed(base) && base.value === 0);
  return isUnanswered ? { value: words.overview.notYet, format: 'text' } : cell;
}

/** For how many each cost is answered: the table of purchases has no base but those with any. */
function basesOfPurchases({ tables }: ShownReview): ShownReviewTableCell[] {
  const rows = tables.find(({ id }) => id === 'review-purchases')?.rows ?? [];
  const items = tables.find(({ id }) => id === 'review-items');
  return rows.flatMap(({ key }) => findRow(items, `${key} answered`)?.row.cells['persons'] ?? []);
}

function purchasesLabel({ shown, language }: ReviewResult): string {
  const table = shown.tables.find(({ id }) => id === 'review-purchases')!;
  const header = table.columns.find(({ key }) => key === 'sum')!.header[language];
  return `${table.title[language]}: ${header}`;
}

/** The question and the answer: `Boende under perioden: Bostadslös`. */
function labelOf({ language }: ReviewResult, { row, section }: FoundRow, table: Figure['table']): string {
  const answer = row.label[language];
  if (!section) return answer;
  const question =
    table === 'items' ? section.label[language].replace(/^\S+\. /, '') : section.label[language];
  return joined(question, answer);
}

/** `22 (79 % av 28)`: the base with every share, since questions are answered for different numbers of persons. */
function shareCell(
  { words, language }: ReviewResult,
  { row }: FoundRow,
  show: 'share' | 'yes',
): DocumentCell {
  const { cells } = row;
  const [part, percent, base] =
    show === 'yes'
      ? [cells['yes'], cells['yes-percent'], cells['base']]
      : [cells['persons'], cells['percent'], cells['base']];
  if (!part || isSuppressed(part)) return { value: null, suppressed: true };
  if (!percent || !base || isSuppressed(percent) || isSuppressed(base))
    return { value: part.value, format: 'integer' };
  const text = (cell: Exclude<ShownReviewTableCell, { suppressed: true }>) =>
    formatCell({ value: cell.value }, cellFormat(cell), language);
  return { value: words.overview.share(text(part), text(percent), text(base)), format: 'text' };
}

function interventionsChart({ shown, words, language }: ReviewResult): DocumentChart[] {
  const table = shown.tables.find(({ id }) => id === 'review-interventions');
  if (!table) return [];
  const rows = table.rows.filter(({ kind }) => kind === undefined);
  const { chart, chartAlternative } = words.overview;
  const persons = table.columns.find(({ key }) => key === 'persons')!.header[language];
  return [
    {
      kind: 'chart',
      id: 'review-interventions-chart',
      title: chart.title,
      shape: 'clustered-column',
      categoryAxis: chart.category,
      valueAxis: chart.value,
      table: table.id,
      rows: rows.map(({ key }) => key),
      categories: 'label',
      series: [{ name: persons, column: 'persons' }],
      alternative: chartAlternative(
        rows.map((row) => [
          row.label[language],
          formatCell(documentCell(row, 'persons'), 'integer', language),
        ]),
      ),
    },
  ];
}
