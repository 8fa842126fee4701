/** The frequency groups compared, and return compared by what was known at the first actualisation, as tables. */
import { groupComparisons, REST, type Comparison } from '../lathund/comparison.ts';
import type { DocumentCell, DocumentTable } from './document.ts';
import { rowLabel } from './document-table.ts';
import { pCell, testName } from './named-test.ts';
import { integer, type Result } from './result.ts';

export function groupComparisonTable(result: Result): DocumentTable[] {
  const { words } = result;
  const { columns, effects, factors, notes, title } = words.comparison;
  const own = words.tables['group-profile'];
  const all = comparisonsIn(result);
  const comparisons = all.filter(({ effect }) => effect !== 'return-ratio');
  if (comparisons.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'comparison',
      title,
      columns: [
        { key: 'label', header: own.rows, format: 'text', width: 34 },
        { key: 'test', header: columns.test, format: 'text', width: 28 },
        { key: 'p', header: columns.p, format: 'decimal-3', width: 14 },
        { key: 'adjusted', header: columns.adjusted, format: 'decimal-3', width: 14 },
        { key: 'effect', header: columns.effect, format: 'text', width: 28 },
        { key: 'effectSize', header: columns.effectSize, format: 'decimal-2', width: 14 },
      ],
      rows: comparisons.map((comparison) => ({
        key: comparison.row,
        cells: [
          { value: factors[comparison.row] ?? rowLabel(comparison.row, own, words) },
          ...testCells(comparison, result),
          { value: effects[comparison.effect] },
          { value: comparison.effectSize },
        ],
      })),
      notes: [...notes.groups, ...sharedNotes(comparisons, all, result)],
    },
  ];
}

export function returnComparisonTable(result: Result): DocumentTable[] {
  const { columns, factors, notes, returnTitle, effects } = result.words.comparison;
  const all = comparisonsIn(result);
  const comparisons = all.filter(({ effect }) => effect === 'return-ratio');
  if (comparisons.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'comparison-return',
      title: returnTitle,
      columns: [
        { key: 'label', header: columns.factor, format: 'text', width: 34 },
        { key: 'test', header: columns.test, format: 'text', width: 28 },
        { key: 'p', header: columns.p, format: 'decimal-3', width: 14 },
        { key: 'adjusted', header: columns.adjusted, format: 'decimal-3', width: 14 },
        { key: 'soonest', header: columns.soonest, format: 'text', width: 20 },
        { key: 'latest', header: columns.latest, format: 'text', width: 20 },
        { key: 'effectSize', header: effects['return-ratio'], format: 'decimal-2', width: 14 },
      ],
      rows: comparisons.map((comparison) => {
        const factor = comparison.row.slice('return:'.length);
        const { between } = comparison;
        const valueCell = (key: string | undefined): DocumentCell => {
          return { value: key === undefined ? '' : valueLabel(factor, key, result) };
        };
        return {
          key: comparison.row,
          cells: [
            { value: factors[factor]! },
            ...testCells(comparison, result),
            valueCell(between?.soonest),
            valueCell(between?.latest),
            { value: comparison.effectSize },
          ],
        };
      }),
      notes: [...notes.return, ...sharedNotes(comparisons, all, result)],
    },
  ];
}

function comparisonsIn({ analysis, shown }: Result): readonly Comparison[] {
  return shown.persons ? groupComparisons(analysis) : [];
}

/** Codes have words of their own; names stand as they are. */
const CODED = ['sex', 'type', 'investigation'];

function valueLabel(factor: string, key: string, { words }: Result): string {
  if (key === REST) return words.comparison.rest;
  if (factor === 'age') return words.comparison.ages(key);
  return CODED.includes(factor) ? (words.protocol.codes[key] ?? key) : key;
}

function testCells(comparison: Comparison, { words, language }: Result): DocumentCell[] {
  const { comparison: own } = words;
  return [
    { value: testName(comparison, own, language) },
    pCell(comparison.p, own, language),
    pCell(comparison.adjusted, own, language),
  ];
}

/** How many tests there are, all tables together, and what is to be known of those in this one. */
function sharedNotes(
  own: readonly Comparison[],
  all: readonly Comparison[],
  { words, language }: Result,
): string[] {
  const { notes } = words.comparison;
  const draws = own.flatMap(({ simulated }) => simulated?.draws ?? []);
  const tests = all.filter(({ p }) => p !== null).length;
  return [
    notes.adjusted(integer(tests, language)),
    ...(draws.length > 0 ? [notes.simulated(integer(Math.min(...draws), language))] : []),
    ...(own.some(({ doubtful }) => doubtful) ? [notes.doubtful] : []),
  ];
}
