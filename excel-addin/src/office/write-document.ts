/**
 * Draws a document in the open workbook. The sheets are new ones until all stands in them; then, in one request, they
 * take the earlier ones' place. What goes wrong before that leaves the workbook as it was.
 */
import { succeed, type Outcome, type ResultDocument } from 'isu-core';
import {
  pageTexts,
  planDocument,
  Styles,
  type PageTexts,
  type SheetPlan,
} from 'isu-workbook-file/sheet-plan';
import { Batch } from './batch.ts';
import { changedAmong, madeIn } from './changed-sheets.ts';
import { CHART_BYTES, drawChart } from './draw-chart.ts';
import { drawPage, sendPages } from './draw-page.ts';
import { drawSheet, type DrawnSheet } from './draw-sheet.ts';
import { outcomeOf } from './excel-problem.ts';
import { demandNewSheets, exchangeOf, makeSheets } from './make-sheets.ts';
import type { Exchange, FinishedSheet } from './sheet-exchange.ts';
import { isSameResult } from './sheet-mark.ts';
import { surveyOf, type SurveyedSheet } from './survey.ts';
import { withTied } from './tied-parts.ts';
import type { Replacing, WhenChanged, WriteProgress, WrittenDocument } from './workbook.ts';

export async function writeDocument(
  document: ResultDocument,
  whenChanged: WhenChanged,
  progress: (done: WriteProgress) => void,
  signal: AbortSignal,
  replacing: Replacing = 'all',
): Promise<Outcome<WrittenDocument>> {
  const prepared = await outcomeOf(() =>
    Excel.run((context) => prepare(context, document, { whenChanged, replacing }, signal)),
  );
  if (!prepared.ok) return prepared;
  const work = prepared.value;
  let hasPageSetup = true;
  const made = await makeSheets(
    work.exchange,
    async (context, sheets) => {
      const finished = await drawAll(context, work, sheets, progress, signal);
      hasPageSetup = await drawPages(context, work, sheets);
      return finished;
    },
    signal,
  );
  if (!made.ok) return made;
  return succeed({ sheets: work.plans.map(({ name }) => name), kept: work.kept, hasPageSetup });
}

interface Work {
  /** Names of sheets that are neither replaced nor written beside. */
  readonly kept: readonly string[];
  readonly plans: readonly SheetPlan[];
  readonly styles: Styles;
  readonly dayShift: number;
  readonly page: PageTexts;
  readonly exchange: Exchange;
}

/** Everything that must be known before the first cell is written. */
async function prepare(
  context: Excel.RequestContext,
  document: ResultDocument,
  { whenChanged, replacing }: { readonly whenChanged: WhenChanged; readonly replacing: Replacing },
  signal: AbortSignal,
): Promise<Work> {
  const survey = await surveyOf(context);
  demandNewSheets(survey);
  const own = new Set(document.sheets.map(({ id }) => id));
  const made = madeIn(survey.sheets).filter(({ mark: { part } }) =>
    replacing === 'all' ? isSameResult(part, document.sheets[0]!.id) : own.has(part),
  );
  const changed = whenChanged === 'replace' ? new Set<string>() : await changedAmong(context, made, signal);
  const keptParts = withTied(
    document,
    made.flatMap(({ id, mark }) => (changed.has(id) ? [mark.part] : [])),
  );
  const isKept = ({ mark }: (typeof made)[number]) => keptParts.has(mark.part);
  const kept = made.filter(isKept);
  const unfinished = survey.sheets.filter(({ mark }) => mark?.isFinished === false);
  const gone = new Set<SurveyedSheet>([...unfinished, ...made.filter((sheet) => !isKept(sheet))]);
  const replaced = survey.sheets.filter((sheet) => gone.has(sheet));
  const staying = survey.sheets.filter((sheet) => !replaced.includes(sheet));
  const styles = new Styles();
  const all = planDocument(document, styles, {
    sheets: staying.map(({ name }) => name),
    tables: [...staying.flatMap(({ tables }) => tables), ...survey.names],
  });
  const standing = whenChanged === 'keep' ? kept.map(({ mark }) => mark.part) : [];
  const plans = all.filter(({ part }) => !standing.includes(part));
  return {
    kept: whenChanged === 'keep' ? kept.map(({ name }) => name) : [],
    plans,
    styles,
    dayShift: survey.dayShift,
    page: pageTexts(document),
    exchange: exchangeOf(survey, {
      replaced,
      released: whenChanged === 'beside' ? kept : [],
      finalNames: plans.map(({ name }) => name),
      language: document.language,
    }),
  };
}

async function drawAll(
  context: Excel.RequestContext,
  { plans, styles, dayShift }: Work,
  sheets: readonly Excel.Worksheet[],
  progress: (done: WriteProgress) => void,
  signal: AbortSignal,
): Promise<FinishedSheet[]> {
  const batch = new Batch(context, signal);
  const drawn: DrawnSheet[] = [];
  for (const [i, plan] of plans.entries()) {
    progress({ sheet: i + 1, sheets: plans.length, name: plan.name });
    drawn.push(await drawSheet(sheets[i]!, plan, styles, dayShift, batch));
  }
  const sheetOf = (name: string) => sheets[plans.findIndex((plan) => plan.name === name)]!;
  for (const [i, { charts }] of plans.entries()) {
    for (const chart of charts) {
      await batch.room(CHART_BYTES);
      drawChart(sheets[i]!, chart, drawn[i]!.heights, sheetOf);
    }
  }
  await batch.send();
  return drawn.map(({ mark, tables }, i) => ({ sheet: sheets[i]!, name: plans[i]!.name, mark, tables }));
}

async function drawPages(
  context: Excel.RequestContext,
  { plans, page }: Work,
  sheets: readonly Excel.Worksheet[],
): Promise<boolean> {
  plans.forEach((plan, i) => drawPage(sheets[i]!, plan, page));
  return sendPages(context);
}
