/**
 * `review-items`: every question of whatever form, in its order. Answers with persons and percent of those who are
 * answered for; numbers with mean, median, least and most; and as rows of their own those whose file does not tell,
 * who are not answered for yet, and whom the question does not concern.
 */
import { countCell } from '../../tables/table.ts';
import type { Item } from '../form.ts';
import { meanOverAll, spreadCells } from './cells.ts';
import type { ReviewRow, ReviewTable } from './review-table.ts';
import { codeRow, sectionRow } from './table-of-rows.ts';
import { tableWith } from './table-with.ts';
import { isNumeric, toldCodes, type Tally } from './tally.ts';
import { inBoth } from './words.ts';

export function items(tally: Tally): ReviewTable[] {
  const columns = [
    'persons',
    'percent',
    'base',
    'sum',
    'mean-all',
    'mean-any',
    'median',
    'least',
    'most',
  ] as const;
  return tableWith(
    'items',
    columns,
    tally.form.items.flatMap((item) => itemRows(tally, item)),
  );
}

function itemRows(tally: Tally, item: Item): ReviewRow[] {
  const question = {
    sv: `${item.number}. ${item.question.sv}`,
    en: `${item.number}. ${item.question.en}`,
  };
  return [{ ...sectionRow(item), label: question }, ...answerRows(tally, item), ...stateRows(tally, item)];
}

function answerRows(tally: Tally, item: Item): ReviewRow[] {
  if (item.kind === 'one' || item.kind === 'several')
    return toldCodes(item).map((code) => {
      const row = codeRow(tally, item, code);
      if (code.amount !== 'count' && code.amount !== 'money') return row;
      return { ...row, cells: { ...row.cells, ...spreadCells(tally, tally.amount(item, code)) } };
    });
  const answered = tally.is(item, 'answered');
  const persons = countCell(tally.count(answered));
  const row = { key: `${item.id} answered`, label: inBoth(({ rows }) => rows.answered) };
  if (!isNumeric(item)) return [{ ...row, cells: { persons } }];
  const measure = tally.number(item);
  const number = { 'mean-all': meanOverAll(tally, measure), ...spreadCells(tally, measure) };
  const sum = item.kind === 'years' ? {} : { sum: countCell(tally.sum(measure)) };
  return [{ ...row, cells: { persons, ...sum, ...number } }];
}

/** Only those that can be: a choice without «Ingen uppgift» has no row for it; a file can be silent on any number. */
function stateRows(tally: Tally, item: Item): ReviewRow[] {
  const row = (state: 'missing' | 'empty' | 'not-asked'): ReviewRow => ({
    key: `${item.id} ${state}`,
    label: inBoth(({ rows }) => rows[state]),
    cells: { persons: countCell(tally.count(tally.is(item, state))) },
  });
  const canBeMissing = isNumeric(item) || item.codes.some(({ missing }) => missing);
  return [...(canBeMissing ? [row('missing')] : []), row('empty'), ...(item.asked ? [row('not-asked')] : [])];
}
