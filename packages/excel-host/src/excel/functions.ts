/** Excel.Functions: the worksheet functions that an add-in can call without a cell. This host has DATE. */
import { calendarDate } from '../model/date-system.ts';
import type { Workbook } from '../model/workbook.ts';
import { requireWhole } from '../wire/checked.ts';
import { describe, give, value } from '../wire/description.ts';

interface FunctionAnswer {
  readonly value: number;
}

export const functions = describe<Excel.Functions, Workbook>('Functions', {
  date: give('1.2', 'FunctionResult', ({ dateSystem }, year, month, day): FunctionAnswer => {
    const [y, m, d] = [year, month, day].map((part) => requireWhole('date', part as number));
    return { value: calendarDate(dateSystem, y!, m!, d!) };
  }),
});

export const functionResult = describe<Excel.FunctionResult<number>, FunctionAnswer>('FunctionResult', {
  error: value('1.2', () => null),
  value: value('1.2', ({ value: answer }) => answer),
});
