/**
 * New sheets in the workbook, all or nothing: they stand under passing names until everything is in them; then, in one
 * request, they take the earlier ones' place. What goes wrong before that leaves the workbook as it was.
 */
import { succeed, type Language, type Outcome } from 'isu-core';
import { holdStill } from './batch.ts';
import { problemOf, Refused, stopIfAsked } from './excel-problem.ts';
import { settleExchange, takeAway } from './mend-writing.ts';
import { askExchange, type Exchange, type FinishedSheet } from './sheet-exchange.ts';
import { MARK_KEY, markText, UNFINISHED } from './sheet-mark.ts';
import type { Survey, SurveyedSheet } from './survey.ts';

/** @param draw fills the new sheets, which stand in the order of the exchange's final names */
export async function makeSheets(
  exchange: Exchange,
  draw: (
    context: Excel.RequestContext,
    sheets: readonly Excel.Worksheet[],
  ) => Promise<readonly FinishedSheet[]>,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  let isExchanging = false;
  try {
    // A person who begins to edit a cell meanwhile is waited for.
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const finished = await draw(context, await addSheets(context, exchange));
      stopIfAsked(signal);
      askExchange(context, exchange, finished);
      isExchanging = true;
      await context.sync();
    });
  } catch (error) {
    const standing = isExchanging ? await settleExchange(exchange) : await takeAway(exchange);
    if (standing !== null) return { ok: false, problem: problemOf(error, standing) };
  }
  return succeed(null);
}

export function demandNewSheets({ isStructureProtected }: Survey): void {
  if (isStructureProtected)
    throw new Refused('workbook-protected', {
      sv: 'Arbetsbokens struktur är skyddad, så inga blad kan läggas till. Ta bort skyddet (Granska – Skydda arbetsbok) och försök igen.',
      en: 'The structure of the workbook is protected, so no sheets can be added. Remove the protection (Review – Protect Workbook) and try again.',
    });
}

export function exchangeOf(
  survey: Survey,
  {
    replaced,
    released,
    finalNames,
    language,
  }: {
    readonly replaced: readonly SurveyedSheet[];
    readonly released: readonly SurveyedSheet[];
    readonly finalNames: readonly string[];
    readonly language: Language;
  },
): Exchange {
  return {
    replaced,
    released,
    position: positionOf(survey, replaced),
    newNames: freeNames(survey, language === 'sv' ? 'ISU skriver' : 'ISU writing', finalNames.length),
    oldNames: freeNames(survey, language === 'sv' ? 'ISU tidigare' : 'ISU earlier', replaced.length),
    finalNames,
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
async function addSheets(context: Excel.RequestContext, { newNames }: Exchange): Promise<Excel.Worksheet[]> {
  holdStill(context);
  const sheets = newNames.map((name) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.customProperties.add(MARK_KEY, markText(UNFINISHED));
    return sheet;
  });
  await context.sync();
  return sheets;
}
