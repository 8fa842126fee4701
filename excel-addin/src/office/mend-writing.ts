/** After a fault: the workbook as it was, or, where the new sheets have already taken their place, finished. */
import { NOTHING_CHANGED, type Sentence } from './excel-problem.ts';
import { askRemoval, renamings, type Exchange } from './sheet-exchange.ts';
import { surveyOf, type SurveyedSheet } from './survey.ts';

/** Removes sheets that were never finished, of this run or an earlier one. @returns what stands */
export async function takeAway(exchange: Exchange): Promise<Sentence> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { sheets } = await surveyOf(context);
      askUnfinishedAway(context, sheets);
      await context.sync();
    });
    return NOTHING_CHANGED;
  } catch {
    return unfinishedStand(exchange.newNames);
  }
}

function askUnfinishedAway({ workbook }: Excel.RequestContext, sheets: readonly SurveyedSheet[]): void {
  for (const { id, mark } of sheets) if (mark?.isFinished === false) workbook.worksheets.getItem(id).delete();
}

/**
 * When the request that exchanges the sheets has failed, it may have been done whole, in part or not at all.
 *
 * @returns what stands; `null` where the new sheets stand as they should
 */
export async function settleExchange(exchange: Exchange): Promise<Sentence | null> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { sheets } = await surveyOf(context);
      const isIn = ({ id }: SurveyedSheet) => sheets.some((sheet) => sheet.id === id);
      const left = exchange.replaced.filter(isIn);
      if (isInPlace(exchange, sheets)) {
        if (await isFinished(context, exchange, left)) return null;
        if (left.length < exchange.replaced.length) return earlierStand(exchange, left);
      }
      await rollBack(context, exchange);
      return NOTHING_CHANGED;
    });
  } catch {
    return bothMayStand(exchange);
  }
}

/** All new sheets have their names, tables and marks; nothing is deleted before that. */
function isInPlace({ finalNames, replaced }: Exchange, sheets: readonly SurveyedSheet[]): boolean {
  const others = sheets.filter(({ id }) => replaced.every((sheet) => sheet.id !== id));
  return finalNames.every((wanted) =>
    others.some(({ name, mark }) => name === wanted && mark?.isFinished === true),
  );
}

async function isFinished(
  context: Excel.RequestContext,
  exchange: Exchange,
  left: readonly SurveyedSheet[],
): Promise<boolean> {
  try {
    askRemoval(context, exchange, left);
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

async function rollBack(context: Excel.RequestContext, exchange: Exchange): Promise<void> {
  const { sheets } = await surveyOf(context);
  const { worksheets } = context.workbook;
  const isOld = (id: string) => exchange.replaced.some((sheet) => sheet.id === id);
  const isNew = ({ id, name, mark }: SurveyedSheet) =>
    mark !== null && !isOld(id) && [...exchange.newNames, ...exchange.finalNames].includes(name);
  for (const sheet of sheets.filter(isNew)) worksheets.getItem(sheet.id).delete();
  for (const { id, name, oldName, tables } of renamings(exchange)) {
    const now = sheets.find((sheet) => sheet.id === id);
    if (!now) continue;
    const sheet = worksheets.getItem(id);
    if (now.name === oldName) sheet.name = name;
    for (const { name: tableName, oldTableName } of tables)
      if (now.tables.includes(oldTableName)) sheet.tables.getItem(oldTableName).name = tableName;
  }
  await context.sync();
}

function unfinishedStand(names: readonly string[]): Sentence {
  const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
  return {
    sv: `Dina blad och de tidigare resultaten är orörda. Nya blad som inte blev klara («${first}» till «${last}») kan stå kvar; ta bort dem, eller skriv igen, så tas de bort.`,
    en: `Your sheets and the earlier results are untouched. New sheets that were not finished ("${first}" to "${last}") may remain; delete them, or write again and they are removed.`,
  };
}

function earlierStand({ finalNames }: Exchange, left: readonly SurveyedSheet[]): Sentence {
  const [now, earlier] = [listed(finalNames), listed(left.map(({ name }) => name))];
  return {
    sv: `De nya bladen står klara (${now}), men av de tidigare finns ännu kvar: ${earlier}, under namn som börjar «ISU». Ta bort dem för hand.`,
    en: `The new sheets are finished (${now}), but of the earlier ones these remain: ${earlier}, under names that begin with "ISU". Delete them by hand.`,
  };
}

function bothMayStand({ finalNames, oldNames }: Exchange): Sentence {
  const [now, earlier] = [listed(finalNames), listed(oldNames)];
  return {
    sv: `De nya bladen kan stå klara (${now}) och de tidigare finnas kvar${earlier === '' ? '' : ` (${earlier})`}. Dina egna blad är orörda. Se efter i arbetsboken och skriv igen.`,
    en: `The new sheets may stand finished (${now}) and the earlier ones remain${earlier === '' ? '' : ` (${earlier})`}. Your own sheets are untouched. Look in the workbook and write again.`,
  };
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}
