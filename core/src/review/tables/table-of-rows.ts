/**
 * Tables whose rows are answers to chosen questions of the form: who they are (the report's Tabell 4) and the contact
 * with social services (Tabell 5). A row whose question a form lacks is left out.
 */
import { countCell } from '../../tables/table.ts';
import { itemOf, type Code, type Item } from '../form.ts';
import { meanOverAll, meanOverAny, shareCells, type Cells } from './cells.ts';
import type { ReviewRow } from './review-table.ts';
import { toldCodes, type Measure, type Tally } from './tally.ts';
import { inBoth } from './words.ts';

export type RowSpec = { readonly item: string } & (
  | {
      readonly show: 'codes';
      /** All that tell something, where left out. */ readonly codes?: readonly string[];
    }
  | { readonly show: 'any' } // at least one of the codes
  | { readonly show: 'mean' } // over all
  | { readonly show: 'sum-and-mean' } // and how many there are together
  | { readonly show: 'persons-and-means' } // those with at least one; means over all and over them
);

export function rowsOf(tally: Tally, specs: readonly RowSpec[]): ReviewRow[] {
  return specs.flatMap((spec) => {
    const item = itemOf(tally.form, spec.item);
    return item ? rowsOfSpec(tally, item, spec) : [];
  });
}

function rowsOfSpec(tally: Tally, item: Item, spec: RowSpec): ReviewRow[] {
  if (spec.show === 'codes') {
    const codes = toldCodes(item).filter(({ code }) => spec.codes?.includes(code) ?? true);
    return codes.length === 0 ? [] : [sectionRow(item), ...codes.map((code) => codeRow(tally, item, code))];
  }
  if (spec.show === 'any') {
    if (item.kind !== 'several') return [];
    const cells = shareCells(tally.count(tally.hasAny(item)), tally.count(tally.is(item, 'answered')));
    const row = { key: `${item.id}=any`, label: inBoth(({ rows }) => rows.any), cells };
    return [sectionRow(item), row];
  }
  if (item.kind === 'one' || item.kind === 'several' || item.kind === 'text') return [];
  return [{ key: item.id, label: item.question, cells: numberCells(tally, tally.number(item), spec.show) }];
}

/** The question, above its answers. */
export function sectionRow(item: Item): ReviewRow {
  return { key: `section ${item.id}`, label: item.question, kind: 'section', cells: {} };
}

/** Persons with the answer; and of the numbers beside it how many together, and how many for each who has it. */
export function codeRow(tally: Tally, item: Item, code: Code): ReviewRow {
  const share = shareCells(tally.count(tally.has(item, code)), tally.count(tally.is(item, 'answered')));
  const hasNumber = code.amount === 'count' || code.amount === 'money';
  const cells = hasNumber ? { ...share, ...amountCells(tally, tally.amount(item, code)) } : share;
  return { key: `${item.id}=${code.code}`, label: code.label, cells };
}

export function amountCells(tally: Tally, amount: Measure): Cells {
  return { sum: countCell(tally.sum(amount)), 'mean-any': meanOverAll(tally, amount) };
}

function numberCells(tally: Tally, measure: Measure, show: Exclude<RowSpec['show'], 'codes' | 'any'>): Cells {
  const told = tally.count(measure.told);
  const mean = { 'mean-all': meanOverAll(tally, measure) };
  if (show === 'mean') return { base: countCell(told), ...mean };
  const sum = { sum: countCell(tally.sum(measure)) };
  if (show === 'sum-and-mean') return { base: countCell(told), ...sum, ...mean };
  return {
    ...shareCells(tally.count(tally.some(measure)), told),
    ...sum,
    ...mean,
    'mean-any': meanOverAny(tally, measure),
  };
}
