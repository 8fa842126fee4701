/** How far do two readers agree beyond what chance alone would give? */
import { sum, type CountTable } from './contingency-table.ts';

/** How far two readers agree beyond chance, and how sure that is. */
export interface CohensKappa {
  readonly kappa: number;
  /** Share of the cases that both gave the same answer, 0–1. */
  readonly observed: number;
  /** The share that would agree if each gave the answers as often as now but heedless of the case, 0–1. */
  readonly expected: number;
  /** Large-sample; null where the readers agree wholly, since it is then 0 whatever the number of cases. */
  readonly standardError: number | null;
  /** 95 % interval: kappa ± 1,96 standard errors, kept within −1 and 1; null where there is no standard error. */
  readonly interval: { readonly from: number; readonly to: number } | null;
}

/** 97,5th percentile of the normal distribution. */
const NORMAL_975 = 1.959963984540054;

/**
 * Agreement between two readers who have put the same cases into the same categories, less what chance would give: 1 is
 * full agreement, 0 what chance gives, below 0 less than that. Use it beside the percent that agree: where nearly all
 * cases are of one kind the percent is high whatever the readers do, and kappa low.
 *
 * Sources: J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46; the standard error is that of
 * J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969) 323–327, and is for some 30 cases or more.
 *
 * @param table counts, whole and 0 or more: a row for each category of the one reader, and the same categories in the
 * same order as columns for the other; otherwise a RangeError.
 * @returns null without cases, and where chance alone would agree always: both have used one category, the same.
 * @example
 * cohensKappa([[20, 5], [10, 15]]).kappa // → 0.4
 */
export function cohensKappa(table: CountTable): CohensKappa | null {
  const counts = table.map((row) => Array.from(row));
  const isRight = counts.every(
    (row) => row.length === counts.length && row.every((count) => Number.isInteger(count) && count >= 0),
  );
  if (!isRight) throw new RangeError('kappa needs as many columns as rows, and counts whole and 0 or more');
  const rows = counts.map(sum);
  const columns = counts.map((_, column) => sum(counts.map((row) => row[column]!)));
  const n = sum(rows);
  const agreeing = sum(counts.map((row, at) => row[at]!));
  // Whole numbers as long as possible: that chance agrees always is then known for certain.
  const byChance = sum(rows.map((row, at) => row * columns[at]!));
  if (byChance === n * n) return null;
  const kappa = (n * agreeing - byChance) / (n * n - byChance);
  const standardError = agreeing === n ? null : errorOf(counts, rows, columns, kappa);
  return {
    kappa,
    observed: agreeing / n,
    expected: byChance / (n * n),
    standardError,
    interval: standardError === null ? null : intervalOf(kappa, standardError),
  };
}

/** Fleiss, Cohen and Everitt 1969, formula 13. */
function errorOf(
  counts: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  kappa: number,
): number {
  const n = sum(rows);
  const chance = sum(rows.map((row, at) => (row / n) * (columns[at]! / n)));
  const part = (r: number, c: number) => {
    const own = columns[r]! + rows[c]!;
    const weight = r === c ? 1 - (own / n) * (1 - kappa) : (own / n) * (1 - kappa);
    return (counts[r]![c]! / n) * weight ** 2;
  };
  let variance = -((kappa - chance * (1 - kappa)) ** 2);
  // Cell and mirrored cell together: the sum is then the same to the last bit whichever reader has the rows.
  for (const r of counts.keys()) {
    variance += part(r, r);
    for (let c = 0; c < r; c++) variance += part(r, c) + part(c, r);
  }
  return Math.sqrt(Math.max(0, variance) / n) / (1 - chance);
}

function intervalOf(kappa: number, standardError: number) {
  return {
    from: Math.max(-1, kappa - NORMAL_975 * standardError),
    to: Math.min(1, kappa + NORMAL_975 * standardError),
  };
}
