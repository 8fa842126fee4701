/** Days as Excel counts them: from 1900, with a 29 February that year never had, or from 1904. */

export type DateSystem = 1900 | 1904;

const DAY = 86_400_000;

/** The serial number of a day after February 1900. */
export function calendarDate(system: DateSystem, year: number, month: number, day: number): number {
  const since1970 = Date.UTC(year, month - 1, day) / DAY;
  return since1970 + (system === 1900 ? 25_569 : 24_107);
}
