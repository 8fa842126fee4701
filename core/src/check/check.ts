/**
 * The consistency check: tables as printed, held against themselves. Read the tables, list what their figures must
 * satisfy, see what fails, find the figure at fault, say what it should be. An analyst runs it before a report is
 * printed; what can only be known from the text or the rows behind is not its matter.
 */
import { fail, succeed, type Outcome } from '../problem.ts';
import type { Sheet } from '../register/sheet.ts';
import { contradictionOf, type Contradiction } from './contradiction.ts';
import { amountOf } from './equation.ts';
import type { Figure } from './figure.ts';
import { linkedRules } from './linked-rules.ts';
import { linkTables } from './linked-tables.ts';
import { locate, type Finding } from './locate.ts';
import { otherContradictions } from './other-contradictions.ts';
import { percentRules } from './percent-rules.ts';
import { countSeries, figuresOf, partsOf, type PrintedTable } from './printed-table.ts';
import { readPublished } from './read-published.ts';
import { isResult, readResult, type ReadResult } from './read-result.ts';
import { readGrid } from './read-sheet.ts';
import { tableRules } from './table-rules.ts';
import { numberText, sentence, type Sentence } from './wording.ts';

/** Every contradiction in tables, in the order of the print. */
export function checkTables(tables: readonly PrintedTable[]): readonly Contradiction[] {
  const percents = new Map(tables.map((table) => [table, percentRules(table)] as const));
  const linked = linkTables(tables);
  const findings = locate([
    ...tables.flatMap((table) => [
      ...percents.get(table)!.equations,
      ...tableRules(table, percents.get(table)!),
    ]),
    ...linked.flatMap((group) => linkedRules(group, percents)),
  ]);
  const order = new Map(tables.flatMap(figuresOf).map((figure, i) => [figure, i] as const));
  const told = [
    ...findings.map((finding) => ({
      figure: finding.figure,
      contradiction: contradictionOf(finding, overlapNote(finding, tables)),
    })),
    ...otherContradictions(tables, linked, new Set(findings.map((finding) => finding.figure))),
  ];
  const place = (figure: Figure) => order.get(figure) ?? Infinity;
  return told.sort((a, b) => place(a.figure) - place(b.figure)).map((one) => one.contradiction);
}

/** Rows far above their base are different questions, not answers to one. */
const MOST_OVERLAP = 1.25;

/** Rows that are together more than their base: several answers, which a reader should know beside a wrong percent. */
function overlapNote(finding: Finding, tables: readonly PrintedTable[]): readonly Sentence[] {
  const ratio = finding.equations.map((one) => one.ratio).find((one) => one?.figure === finding.figure);
  if (ratio?.scale !== 100) return [];
  const blocks = tables.flatMap((table) => table.blocks);
  const block = blocks.find((one) => one.series.some((series) => series.cells.includes(finding.figure)));
  const count =
    block && countSeries(block).find((series) => series.cells.includes(ratio.numerator.figures[0]!));
  if (!block || !count || count.totals.length > 0) return [];
  const parts = partsOf(block, count);
  const sum = parts.reduce((all, figure) => all + figure.value, 0);
  const base = amountOf(ratio.denominator, finding.read).high;
  if (parts.length < 3 || sum <= base || sum > base * MOST_OVERLAP) return [];
  return [
    sentence((language) => {
      const [all, of] = [sum, base].map((value) => numberText(value, 0, language));
      return language === 'sv'
        ? `Raderna är tillsammans ${all} av ${of}: flera svar per person`
        : `The rows are ${all} of ${of} together: several answers a person`;
    }),
  ];
}

/**
 * Tables as printed, in JSON.
 * @param json any value that JSON can hold: tables by name, a sheet as rows of cells, or a result of this product
 */
export function checkPublished(json: unknown): Outcome<readonly Contradiction[]> {
  if (isResult(json)) return succeed(checkResult(readResult(json)));
  const tables = readPublished(json);
  return tables.length === 0 ? noTables() : succeed(checkTables(tables));
}

/** Tables as printed, in a sheet: below each other, with an empty row between. */
export function checkSheet(sheet: Sheet): Outcome<readonly Contradiction[]> {
  const tables = readGrid(
    Array.from({ length: sheet.rowCount }, (_, row) =>
      sheet.columns.map((column) => column.value(column.codes[row]!)),
    ),
  );
  return tables.length === 0 ? noTables() : succeed(checkTables(tables));
}

function checkResult({ figures, equations }: ReadResult): readonly Contradiction[] {
  const order = new Map(figures.map((figure, i) => [figure, i] as const));
  return [...locate(equations)]
    .sort((a, b) => (order.get(a.figure) ?? 0) - (order.get(b.figure) ?? 0))
    .map((finding) => contradictionOf(finding, []));
}

function noTables(): Outcome<never> {
  return fail(
    'no-tables',
    'Filen innehåller inga tabeller att kontrollera: varken siffror under namn eller rader med siffror. Ge tabellerna som de är tryckta, i JSON eller som ett kalkylblad.',
    'The file holds no tables to check: neither figures under names nor rows with figures. Give the tables as printed, in JSON or as a sheet.',
  );
}

export type { Contradiction };
