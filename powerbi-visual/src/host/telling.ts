/** What is told of a mark, and by which identities Power BI knows whom it stands for. In `publication` by none. */
import type powerbi from 'powerbi-visuals-api';
import type { Mark } from 'isu-charts';
import type { Language } from 'isu-core';
import type { Behind } from '../analysis/behind.ts';
import type { Report } from '../analysis/report.ts';
import type { PersonWindow } from '../data/arrival.ts';
import type { PersonIds } from './person-ids.ts';
import { pointedBy } from './selecting.ts';
import { tooltipFacts } from './tooltip-fields.ts';
import { itemsOf, type Told } from './tooltips.ts';

type SelectionId = powerbi.visuals.ISelectionId;

/** Identities are for Power BI to make a query of: those of a larger group would make it slow, some of them false. */
const MOST_IDENTITIES = 250;

export interface Telling {
  readonly report: Report;
  readonly behind: Behind;
  readonly ids: PersonIds;
  readonly windows: readonly PersonWindow[];
  readonly language: Language;
  /** The report's, for values of the model's own. */
  readonly locale: string;
}

export function toldOf(mark: Mark, telling: Telling): Told {
  const { report, behind, windows, language, locale } = telling;
  const pointed = report.protection === 'internal' ? pointedBy(mark) : null;
  const rows =
    pointed?.kind === 'person' && hasTooltips(windows) ? behind.hostRowsOf(pointed, 'row', Infinity) : null;
  const fields = rows ? tooltipFacts(windows, rows, locale) : [];
  return { items: itemsOf(mark, report, language, fields), identities: identitiesOf(mark, telling) };
}

export function identitiesOf(mark: Mark, { report, behind, ids }: Telling): SelectionId[] {
  const pointed = report.protection === 'internal' ? pointedBy(mark) : null;
  const rows = pointed && behind.hostRowsOf(pointed, 'person', MOST_IDENTITIES);
  return rows ? ids.atAll(rows) : [];
}

function hasTooltips(windows: readonly PersonWindow[]): boolean {
  return windows[0]?.values.some(({ source }) => source.roles?.['tooltips']) ?? false;
}
