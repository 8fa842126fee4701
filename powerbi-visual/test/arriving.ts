/** The visual's data part in a host, without a page: what has arrived after each update. */
import { PowerBiHost, type HostOptions } from 'isu-powerbi-host';
import { Arriving, type Arrival } from '../src/data/arrival.ts';
import { Ground } from '../src/analysis/ground.ts';
import type { Report, Situation } from '../src/analysis/report.ts';
import { choicesOf, type Choices } from '../src/analysis/settings.ts';
import type { WholeTable } from '../src/data/incoming-rows.ts';
import { CAPABILITIES } from './registers.ts';

export interface Arrived {
  readonly host: PowerBiHost;
  readonly arriving: Arriving;
  /** After each update. */
  readonly arrivals: readonly Arrival[];
}

export function arrivedIn(options: Partial<HostOptions> = {}): Arrived {
  const host = new PowerBiHost({ capabilities: CAPABILITIES, ...options });
  const arrivals: Arrival[] = [];
  const arriving = new Arriving(() => host.visualHost.fetchMoreData(false));
  host.mount(() => ({
    update: ({ dataViews, operationKind }) => {
      arrivals.push(arriving.take(dataViews[0], operationKind));
    },
  }));
  return { host, arriving, arrivals };
}

export const NO_CHOICES: Choices = choicesOf(undefined);
export const TODAY = new Date(2026, 10, 22);

export function wholeOf(arrival: Arrival | undefined): WholeTable {
  if (arrival?.kind !== 'whole') throw new Error(`Not whole: ${arrival?.kind ?? 'nothing'}`);
  return arrival.table;
}

export function situationOf(table: WholeTable, choices: Partial<Choices> = {}): Situation {
  return new Ground(table, TODAY).stand({ ...NO_CHOICES, ...choices }, 'sv').situation;
}

export function reportOf(table: WholeTable, choices: Partial<Choices> = {}): Report {
  const situation = situationOf(table, choices);
  if (situation.kind !== 'report') throw new Error(`No report: ${JSON.stringify(situation)}`);
  return situation.report;
}
