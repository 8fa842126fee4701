/** What Office says of itself before anything is asked of the workbook: language, theme, name. */
import type { Language } from 'isu-core';
import { askDateSystem } from './date-system.ts';

/** Excel, or nothing: the page may have been opened in a plain browser, or office.js may not have come. */
export async function isInExcel(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** Swedish where Office is Swedish, else English. */
export function displayLanguage(): Language {
  return /^sv\b/i.test(Office.context.displayLanguage) ? 'sv' : 'en';
}

/** The name of the file, without the way to it. */
export function workbookName(): string {
  const name = (Office.context.document.url ?? '').split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** @returns null where Office does not say */
export function isDarkTheme(): boolean | null {
  const colour = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
  const hex = /^#?([0-9a-f]{6})/i.exec(colour ?? '')?.[1];
  if (hex === undefined) return null;
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * r! + 0.587 * g! + 0.114 * b! < 128;
}

/** Some Excels do not tell: there the theme is that of the start. */
export function onThemeChanged(listener: () => void): void {
  Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener, () => {});
}

/** Waits while a cell is being edited: a formula in it may be what has started the add-in. */
export function workbookDateSystem(): Promise<1900 | 1904> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const asked = askDateSystem(context);
    await context.sync();
    return asked.answer().dateSystem;
  });
}
