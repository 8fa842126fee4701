/** `review-purchases` (the report's Tabell 7): what was bought of others, in kronor, and for how many persons. */
import { countCell, meanCell } from '../../tables/table.ts';
import type { Language } from '../../problem.ts';
import { itemOf, type Text } from '../form.ts';
import { percentOver } from './cells.ts';
import type { ReviewCount, ReviewRow, ReviewTable } from './review-table.ts';
import { tableWith } from './table-with.ts';
import { anyOf, personsBehind, type Fact, type Measure, type Tally } from './tally.ts';
import { inBoth } from './words.ts';

const ITEMS = ['cost-outpatient', 'cost-residential', 'cost-family-home'] as const;

/** The three costs that the form asks for; their sum, and who has any. */
export interface Purchases {
  readonly costs: readonly Measure[];
  readonly sums: readonly ReviewCount[];
  readonly total: ReviewCount;
  readonly buys: readonly Fact[];
  readonly any: Fact;
}

export function purchasesOf(tally: Tally): Purchases | null {
  const items = ITEMS.flatMap((id) => itemOf(tally.form, id) ?? []).filter(({ kind }) => kind === 'money');
  if (items.length === 0) return null;
  const costs = items.map((item) => tally.number(item));
  const sums = costs.map((cost) => tally.sum(cost));
  const buys = costs.map((cost) => tally.some(cost));
  const any = anyOf('purchases', buys);
  const n = sums.reduce((sum, own) => sum + own.n, 0);
  const ofPersons = any.holds.map((_, person) =>
    costs.reduce((sum, { values }) => sum + (values[person] ?? 0), 0),
  );
  const total: ReviewCount = {
    key: 'sum of purchases',
    n,
    persons: personsBehind(ofPersons, 'kronor'),
    of: 'kronor',
  };
  return { costs, sums, total, buys, any };
}

/** «Externa tjänsteköp, kronor: familjehem» is «Familjehem» where all begin alike: the table's title says the rest. */
function withoutCommonBeginning(labels: readonly Text[]): Text[] {
  const shortened = (language: Language): string[] => {
    const parts = labels.map((label) => /^(.*?): (.+)$/.exec(label[language]) ?? []);
    const [first] = parts;
    if (labels.length < 2 || !first?.[1] || parts.some((part) => part[1] !== first[1]))
      return labels.map((label) => label[language]);
    return parts.map(([, , rest = '']) => rest.charAt(0).toUpperCase() + rest.slice(1));
  };
  const [sv, en] = [shortened('sv'), shortened('en')];
  return labels.map((_, at) => ({ sv: sv[at]!, en: en[at]! }));
}

export function purchases(tally: Tally): ReviewTable[] {
  const bought = purchasesOf(tally);
  if (!bought) return [];
  const { costs, sums, total, buys, any } = bought;
  const row = (persons: ReviewCount, sum: ReviewCount) => ({
    sum: countCell(sum),
    percent: percentOver(sum, total),
    persons: countCell(persons),
    'mean-any': meanCell(sum, persons),
  });
  const labels = withoutCommonBeginning(costs.map(({ key }) => itemOf(tally.form, key)!.question));
  const rows = costs.map((cost, at): ReviewRow => ({
    key: cost.key,
    label: labels[at]!,
    cells: row(tally.count(buys[at]!), sums[at]!),
  }));
  const totalRow: ReviewRow = {
    key: 'total',
    label: inBoth((words) => words.rows.total),
    kind: 'total',
    cells: row(tally.count(any), total),
  };
  return tableWith('purchases', ['sum', 'percent', 'persons', 'mean-any'], [...rows, totalRow]);
}
