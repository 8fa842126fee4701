/** A comparison as JSON, through the same gate as the document: same parts and settings, same bytes. */
import { publicAudit } from '../protection/protect.ts';
import { isSuppressed, type Suppressed } from '../protection/shown.ts';
import { isoDate } from '../register/day.ts';
import { PRODUCT } from '../product.ts';
import { EXCLUSION_REASONS } from '../register/register.ts';
import type { RegisterComparison } from './compare.ts';
import type { ComparedCell, ComparedRow, ComparedTable, NamedTest } from './compared-table.ts';
import { shownComparison } from './comparison-shown.ts';
import type { Part } from './parts.ts';

/**
 * A comparison as JSON, protected as its parts ask.
 *
 * @param inNone used rows of a split register that are in none of its parts
 */
export function comparisonJson(comparison: RegisterComparison, inNone: number): string {
  const shown = shownComparison(comparison);
  const json = {
    product: PRODUCT,
    settings: comparison.settings,
    parts: comparison.parts.map((part) => partJson(part, shown.persons)),
    // How many rows are left out could be of a few persons.
    ...(shown.persons && { inNone }),
    personsInSeveralParts: shown.inSeveral,
    tests: shown.tests,
    adjustment: 'holm',
    tables: shown.tables.map(tableJson),
    ...(shown.audit && { audit: publicAudit(shown.audit) }),
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}

function partJson({ name, source, population, end, register, settings }: Part, withRows: boolean) {
  const own = { name, source, population, followedTo: isoDate(end), settings };
  if (!withRows) return own;
  const { read, used, excluded } = register.account;
  const reasons = EXCLUSION_REASONS.map(
    (reason) => [reason, excluded.filter((row) => row.reason === reason).length] as const,
  );
  return { ...own, rows: { read, used, excluded: Object.fromEntries(reasons.filter(([, n]) => n > 0)) } };
}

function tableJson({ id, rows }: ComparedTable<ComparedCell | Suppressed>) {
  return { id, rows: rows.map(rowJson) };
}

function rowJson({
  key,
  label,
  kind,
  figure,
  cells,
  differences,
  test,
}: ComparedRow<ComparedCell | Suppressed>) {
  return {
    key,
    ...(label !== null && { label }),
    ...(kind !== 'figure' && { kind }),
    figure,
    cells: Object.fromEntries(Object.entries(cells).map(([scope, cell]) => [scope, cellJson(cell)])),
    ...(differences.length > 0 && {
      differences: differences.map(({ part, against, kind: what, value, lower, upper, standardised }) => {
        return { part, against, kind: what, value, lower, upper, standardised };
      }),
    }),
    ...(test && { test: testJson(test) }),
  };
}

function testJson(test: NamedTest) {
  const {
    test: name,
    statistic,
    degreesOfFreedom,
    p,
    adjusted,
    simulated,
    doubtful,
    cramersV,
    tooSure,
    overlapping,
  } = test;
  return {
    test: name,
    statistic,
    degreesOfFreedom,
    p,
    adjusted,
    ...(simulated && { simulated }),
    doubtful,
    cramersV,
    tooSure,
    overlapping,
  };
}

function cellJson(cell: ComparedCell | Suppressed) {
  if (isSuppressed(cell)) return { suppressed: true };
  const { value, n, numerator, denominator, lower, upper, of } = cell;
  return {
    value,
    ...(n !== undefined && { n }),
    ...(numerator !== undefined && { numerator, denominator }),
    ...(lower !== undefined && { lower, upper }),
    of,
  };
}
