/** New sheets take the place of earlier ones, in one request: all that can be refused comes before the first deletion. */
import { MARK_KEY, markText, type SheetMark } from './sheet-mark.ts';
import type { SurveyedSheet } from './survey.ts';

export interface Exchange {
  /** Earlier sheets of ours that go. */
  readonly replaced: readonly SurveyedSheet[];
  /** Earlier sheets that the user has changed and that are the user's own from now on. */
  readonly released: readonly SurveyedSheet[];
  /** Where the new sheets are to stand; `null` for last. */
  readonly position: number | null;
  /** What new and earlier sheets are called on the way. */
  readonly newNames: readonly string[];
  readonly oldNames: readonly string[];
  /** What the new ones are called in the end. */
  readonly finalNames: readonly string[];
}

export interface FinishedSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly mark: SheetMark;
  readonly tables: readonly { readonly table: Excel.Table; readonly name: string }[];
  /** What is asked of the sheet last, when it has its name: to be hidden, or locked. */
  readonly close?: () => void;
}

export function askExchange(
  context: Excel.RequestContext,
  exchange: Exchange,
  finished: readonly FinishedSheet[],
): void {
  const { worksheets } = context.workbook;
  for (const { id, oldName, tables } of renamings(exchange)) {
    const sheet = worksheets.getItem(id);
    sheet.name = oldName;
    for (const { name, oldTableName } of tables) sheet.tables.getItem(name).name = oldTableName;
  }
  finished.forEach(({ sheet, name, mark, tables, close }, i) => {
    sheet.name = name;
    for (const { table, name: tableName } of tables) table.name = tableName;
    if (exchange.position !== null) sheet.position = exchange.position + i;
    sheet.customProperties.add(MARK_KEY, markText(mark));
    close?.();
  });
  askRemoval(context, exchange, exchange.replaced);
  finished[0]?.sheet.activate();
}

/** The second half: what cannot be undone. */
export function askRemoval(
  { workbook: { worksheets } }: Excel.RequestContext,
  { released }: Exchange,
  replaced: readonly SurveyedSheet[],
): void {
  for (const { id } of replaced) worksheets.getItem(id).delete();
  for (const { id } of released) worksheets.getItem(id).customProperties.add(MARK_KEY, RELEASED);
}

/** No mark at all, to all who read it. */
const RELEASED = 'null';

/** What the earlier sheets and their tables are called until they go. */
export function renamings({ replaced, oldNames }: Exchange) {
  return replaced.map(({ id, name, tables }, i) => ({
    id,
    name,
    oldName: oldNames[i]!,
    tables: tables.map((table, t) => ({
      name: table,
      oldTableName: `${oldNames[i]!.replaceAll(' ', '_')}_${String(t + 1)}`,
    })),
  }));
}
