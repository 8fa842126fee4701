/** From which day the workbook counts its dates. Office.js has no property for it; Excel's own DATE tells. */

/** Days from 1900-01-01 to 1904-01-02, as Excel counts. */
const DAYS_BETWEEN = 1462;

/** 2000-01-01 in the usual system, which counts from 1900. */
const DAY_2000 = 36_526;

export interface AskedDateSystem {
  /** To be read after the next sync. */
  readonly answer: () => { readonly dateSystem: 1900 | 1904; readonly dayShift: number };
}

export function askDateSystem({ workbook }: Excel.RequestContext): AskedDateSystem {
  const day = workbook.functions.date(2000, 1, 1);
  day.load('value');
  return {
    answer: () =>
      day.value === DAY_2000
        ? { dateSystem: 1900, dayShift: 0 }
        : { dateSystem: 1904, dayShift: DAYS_BETWEEN },
  };
}
