/** The settings that travel in the workbook. */
import type { Outcome } from 'isu-core';
import { NOTHING_CHANGED, outcomeOf, Refused } from './excel-problem.ts';

const KEY = 'ISU.Lathund.settings';

/** What is no JSON was stored by nobody we know. */
export function readStoredSettings(): Promise<Outcome<unknown>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(KEY);
      setting.load('value');
      await context.sync();
      return setting.isNullObject ? null : parsed(String(setting.value));
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export function storeSettings(settings: unknown): Promise<Outcome<null>> {
  return outcomeOf(() => {
    const text = JSON.stringify(settings);
    if (holdsPersonnummer(text))
      throw new Refused('settings-hold-personnummer', {
        sv: 'Inställningarna innehåller något som ser ut som ett personnummer och lagras därför inte i arbetsboken. Se efter i kolumnvalen och kodernas värden.',
        en: 'The settings hold something that looks like a personal identity number, and are therefore not stored in the workbook. Look through the columns chosen and the values of the codes.',
      });
    return Excel.run(async (context) => {
      context.workbook.settings.add(KEY, text);
      await context.sync();
      return null;
    });
  }, NOTHING_CHANGED);
}

/** Ten or twelve digits that begin with a day of birth; samordningsnummer have 60 added to the day. */
function holdsPersonnummer(text: string): boolean {
  return /(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?\d{4}(?!\d)/.test(text);
}
