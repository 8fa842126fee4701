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
    sheets: withoutCopies(
      worksheets.items.map(({ id, name, visibility }, i) => {
        const mark = marks[i]!;
        return {
          id,
          name,
          isVisible: visibility === Excel.SheetVisibility.visible,
          mark: mark.isNullObject ? null : readMark(mark.value),
          tables: tables.items.filter(({ worksheet }) => worksheet.id === id).map((table) => table.name),
        };
      }),
    ),
    names: names.items.map(({ name }) => name),
    isStructureProtected: protection.protected,
    dayShift: dates.answer().dayShift,
  };
}

/**
 * When a user copies one of our sheets to have it left alone, Excel may copy its mark too. Ours is the one with the name
 * that it was written under, or else the first; the others are the user's.
 */
function withoutCopies(sheets: readonly SurveyedSheet[]): readonly SurveyedSheet[] {
  const hasItsName = ({ name, mark }: SurveyedSheet) => name === mark?.name;
  return sheets.map((sheet) => {
    const { mark } = sheet;
    const alike = sheets.filter((other) => mark?.isFinished && isSame(other.mark, mark));
    const ours = alike.find(hasItsName) ?? alike[0];
    return ours === undefined || ours === sheet ? sheet : { ...sheet, mark: null };
  });
}

function isSame(a: SheetMark | null, b: SheetMark): boolean {
  return a?.isFinished === true && a.part === b.part && a.name === b.name;
}
