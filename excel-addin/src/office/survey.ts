/** What is in the workbook: its sheets in their order, which of them we made, and the names that are taken. */
import { askDateSystem } from './date-system.ts';
import { MARK_KEY, readMark, type SheetMark } from './sheet-mark.ts';

export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly mark: SheetMark | null;
  readonly tables: readonly string[];
}

export interface Survey {
  readonly sheets: readonly SurveyedSheet[];
  /** Defined names, of the workbook and of its sheets. */
  readonly names: readonly string[];
  readonly isStructureProtected: boolean;
  readonly dayShift: number;
}

export async function surveyOf(context: Excel.RequestContext): Promise<Survey> {
  const { workbook } = context;
  const { worksheets, tables, names, protection } = workbook;
  worksheets.load('items/id,items/name,items/visibility');
  tables.load('items/name,items/worksheet/id');
  names.load('items/name');
  protection.load('protected');
  const dates = askDateSystem(context);
  await context.sync();
  const marks = worksheets.items.map((sheet) => sheet.customProperties.getItemOrNullObject(MARK_KEY));
  for (const mark of marks) mark.load('value');
  await context.sync();
  return {
    sheets: worksheets.items.map(({ id, name, visibility }, i) => {
      const mark = marks[i]!;
      return {
        id,
        name,
        isVisible: visibility === Excel.SheetVisibility.visible,
        mark: mark.isNullObject ? null : readMark(mark.value),
        tables: tables.items.filter(({ worksheet }) => worksheet.id === id).map((table) => table.name),
      };
    }),
    names: names.items.map(({ name }) => name),
    isStructureProtected: protection.protected,
    dayShift: dates.answer().dayShift,
  };
}
