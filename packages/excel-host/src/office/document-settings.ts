/**
 * `Office.context.document.settings`: read and written in memory, kept in the workbook by `saveAsync`. They are not
 * Excel's own `workbook.settings`.
 */
import type { Workbook } from '../model/workbook.ts';

type Callback = (result: { readonly status: 'succeeded'; readonly value: unknown }) => void;

export function documentSettings(workbook: Workbook): object {
  let settings: Record<string, unknown> = structuredClone(workbook.addinSettings);
  const succeed = (value: unknown, args: readonly unknown[]): void => {
    const callback = args.findLast((arg) => typeof arg === 'function') as Callback | undefined;
    void Promise.resolve().then(() => callback?.({ status: 'succeeded', value }));
  };
  return {
    get: (name: string): unknown => settings[name] ?? null,
    set: (name: string, value: unknown): void => {
      settings[name] = structuredClone(value);
    },
    remove: (name: string): void => {
      settings = Object.fromEntries(Object.entries(settings).filter(([key]) => key !== name));
    },
    saveAsync: (...args: unknown[]): void => {
      workbook.addinSettings = structuredClone(settings);
      workbook.isDirty = true;
      succeed(settings, args);
    },
    refreshAsync: (...args: unknown[]): void => {
      settings = structuredClone(workbook.addinSettings);
      succeed(settings, args);
    },
  };
}
