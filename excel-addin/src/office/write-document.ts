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
import { Batch, holdStill } from './batch.ts';
import { changedAmong, madeIn } from './changed-sheets.ts';
import { CHART_BYTES, drawChart } from './draw-chart.ts';
import { drawPage } from './draw-page.ts';
import { drawSheet, type DrawnSheet } from './draw-sheet.ts';
import { codeOf, outcomeOf, problemOf, Refused, stopIfAsked } from './excel-problem.ts';
import { settleExchange, takeAway } from './mend-writing.ts';
import { askExchange, type Exchange, type FinishedSheet } from './sheet-exchange.ts';
import { MARK_KEY, markText, UNFINISHED } from './sheet-mark.ts';
import { surveyOf, type Survey, type SurveyedSheet } from './survey.ts';
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
  let isExchanging = false;
  try {
    // A person who begins to edit a cell meanwhile is waited for.
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheets = await addSheets(context, work);
      const finished = await drawAll(context, work, sheets, progress, signal);
      hasPageSetup = await drawPages(context, work, sheets);
      stopIfAsked(signal);
      askExchange(context, work.exchange, finished);
      isExchanging = true;
      await context.sync();
    });
  } catch (error) {
    const standing = isExchanging ? await settleExchange(work.exchange) : await takeAway(work.exchange);
    if (standing !== null) return { ok: false, problem: problemOf(error, standing) };
  }
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
  if (survey.isStructureProtected)
    throw new Refused('workbook-protected', {
      sv: 'Arbetsbokens struktur är skyddad, så inga blad kan läggas till. Ta bort skyddet (Granska – Skydda arbetsbok) och försök igen.',
      en: 'The structure of the workbook is protected, so no sheets can be added. Remove the protection (Review – Protect Workbook) and try again.',
    });
  const own = new Set(document.sheets.map(({ id }) => id));
  const made = madeIn(survey.sheets).filter(({ mark }) => replacing === 'all' || own.has(mark.part));
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
    exchange: {
      replaced,
      released: whenChanged === 'beside' ? kept : [],
      position: positionOf(survey, replaced),
      newNames: freeNames(survey, document.language === 'sv' ? 'ISU skriver' : 'ISU writing', plans.length),
      oldNames: freeNames(
        survey,
        document.language === 'sv' ? 'ISU tidigare' : 'ISU earlier',
        replaced.length,
      ),
      finalNames: plans.map(({ name }) => name),
    },
  };
}

/** The new sheets stand where the first of the earlier ones stood; without these, last. */
function positionOf({ sheets }: Survey, replaced: Survey['sheets']): number | null {
  return replaced.length === 0 ? null : sheets.indexOf(replaced[0]!);
}

function freeNames({ sheets }: Survey, stem: string, count: number): string[] {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const names: string[] = [];
  for (let n = 1; names.length < count; n++) {
    const name = `${stem} ${String(n)}`;
    if (!taken.has(name.toLowerCase())) names.push(name);
  }
  return names;
}

/** Marked at once, so that a run that ends in the middle, whatever the cause, leaves nothing that is not known as ours. */
async function addSheets(context: Excel.RequestContext, { exchange }: Work): Promise<Excel.Worksheet[]> {
  holdStill(context);
  const sheets = exchange.newNames.map((name) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.customProperties.add(MARK_KEY, markText(UNFINISHED));
    return sheet;
  });
  await context.sync();
  return sheets;
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

/** Figures are worth more than page breaks: without a printer Excel on Windows can refuse these. */
async function drawPages(
  context: Excel.RequestContext,
  { plans, page }: Work,
  sheets: readonly Excel.Worksheet[],
): Promise<boolean> {
  try {
    plans.forEach((plan, i) => drawPage(sheets[i]!, plan, page));
    await context.sync();
    return true;
  } catch (error) {
    if (codeOf(error) === null || !REFUSALS.has(codeOf(error)!)) throw error;
    return false;
  }
}

const REFUSALS = new Set([
  'GeneralException',
  'InvalidOperation',
  'InvalidArgument',
  'UnsupportedOperation',
  'NotImplemented',
]);
