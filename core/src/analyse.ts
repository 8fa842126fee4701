/** The whole road in one call: a sheet and settings in, every figure and table of the method out. */
import type { Comparison } from './lathund/comparison.ts';
import { concentrationOf, type Concentration } from './lathund/concentration.ts';
import { lathundOf, type Lathund } from './lathund/lathund.ts';
import { distributionsOf, yearTrend, type Distribution, type YearTrend } from './lathund/distributions.ts';
import { returnGroups, returnShares, returnTimes, type ReturnGroup } from './lathund/return.ts';
import { selectPersons, type Selection } from './lathund/selection.ts';
import { succeed, type Outcome } from './problem.ts';
import type { ReturnStep, ShareReturned } from './statistics/kaplan-meier.ts';
import { readRegister, type Register } from './register/register.ts';
import type { Sheet } from './register/sheet.ts';
import { settingsDay, type Settings } from './settings.ts';
import { countAll, type Counts } from './tables/counts.ts';
import { lathundTables } from './tables/tables.ts';
import type { Table } from './tables/table.ts';

/** Where the rows came from, as the host knows it. */
export interface Source {
  readonly name: string;
  /** Hexadecimal; null where there is no file (a range in Excel, a query in Power BI). */
  readonly sha256: string | null;
  readonly sheet: string | null;
}

/** Everything that is worked out of a register, unrounded and unprotected. What leaves the unit passes `shownOf`. */
export interface Analysis {
  readonly settings: Settings;
  readonly source: Source;
  /** Persons are codes, keyed and without names. */
  readonly isPseudonymous: boolean;
  readonly register: Register;
  readonly lathund: Lathund;
  readonly counts: Counts;
  /** With referrers that few persons stand behind taken together, where the rows to count so are elsewhere. */
  readonly publicCounts?: Counts;
  readonly tables: readonly Table[];
  /** Null where the settings ask for none. */
  readonly selection: Selection | null;
  readonly returned: readonly ShareReturned[];
  /** The curve that `returned` is read from. */
  readonly returnSteps: readonly ReturnStep[];
  /** By what the settings ask for; none where they do not. */
  readonly returnedBy: readonly ReturnGroup[];
  readonly concentration: Concentration;
  readonly distributions: readonly Distribution[];
  readonly trend: YearTrend | null;
  /** Where the rows to compare by are elsewhere; otherwise `groupComparisons` makes them when they are asked for. */
  readonly comparisons?: readonly Comparison[];
}

/**
 * Analyses a register by the method of the Söderhamn report.
 *
 * A register without a usable row is still analysed (its account says why); `noUsableRows` gives the sentence.
 *
 * @param sheet cells as Excel, CSV or Power BI give them, header row included
 * @param settings from `readSettings` or `defaultSettings`
 * @returns the analysis, or the problem that keeps the sheet from being read (no person column, two date columns, …)
 */
export function analyse(sheet: Sheet, settings: Settings, source: Source): Outcome<Analysis> {
  const begun = beginAnalysis(sheet, settings);
  return begun.ok ? succeed(completeAnalysis(begun.value, source)) : begun;
}

/** An analysis as far as the persons are known and nothing is counted yet. */
export type BegunAnalysis = Pick<Analysis, 'settings' | 'register' | 'lathund'>;

/**
 * The first half of `analyse`, for a host that has use for the lathund while the rest is counted.
 *
 * @returns the register and the lathund, or the problem that keeps the sheet from being read
 */
export function beginAnalysis(sheet: Sheet, settings: Settings): Outcome<BegunAnalysis> {
  const read = readRegister(sheet, settings);
  if (!read.ok) return read;
  return succeed({ settings, register: read.value, lathund: lathundOf(read.value, settings) });
}

/** The second half of `analyse`. */
export function completeAnalysis(begun: BegunAnalysis, source: Source): Analysis {
  const { settings, register, lathund } = begun;
  const counts = countAll(register, lathund, settingsDay(settings.asOf));
  const times = returnTimes(register, lathund, settings.period);
  const returned = returnShares(times);
  return {
    ...begun,
    source,
    isPseudonymous: false,
    counts,
    tables: lathundTables(counts, settings),
    selection: settings.selection && selectPersons(register, lathund, settings.selection),
    returned: returned.points,
    returnSteps: returned.steps,
    returnedBy: settings.returnBy ? returnGroups(register, lathund, times, settings.returnBy) : [],
    concentration: concentrationOf(lathund),
    distributions: distributionsOf(register, lathund),
    trend: yearTrend(counts, settings),
  };
}
