/** What the visual does with its host, without a page: rows, selection and tooltips as its session joins them. */
import type { Mark } from 'isu-charts';
import { markOf } from 'isu-charts';
import { PowerBiHost, type HostOptions, type ModelTable, type Wells } from 'isu-powerbi-host';
import { Ground } from '../../src/analysis/ground.ts';
import type { Report } from '../../src/analysis/report.ts';
import { choicesOf } from '../../src/analysis/settings.ts';
import { Arriving } from '../../src/data/arrival.ts';
import { shownView } from '../../src/host/look-settings.ts';
import { PersonIds } from '../../src/host/person-ids.ts';
import { Selecting } from '../../src/host/selecting.ts';
import type { Telling } from '../../src/host/telling.ts';
import { TODAY } from '../arriving.ts';
import { CAPABILITIES } from '../registers.ts';

export interface Hosted {
  readonly host: PowerBiHost;
  readonly selecting: Selecting;
  readonly report: () => Report;
  readonly telling: () => Telling;
  /** The persons of the filter that was applied last; null where it was taken away. */
  readonly filtered: () => readonly unknown[] | null;
}

export async function hosted(
  table: ModelTable,
  wells: Wells,
  options: Partial<HostOptions> = {},
  begin: (host: PowerBiHost) => void = () => undefined,
): Promise<Hosted> {
  const host = new PowerBiHost({ capabilities: CAPABILITIES, ...options });
  const { visualHost } = host;
  const arriving = new Arriving(() => visualHost.fetchMoreData(false));
  const selecting = new Selecting(visualHost, () => undefined);
  visualHost.createSelectionManager().registerOnSelectCallback((ids) => selecting.selectFromOutside(ids));
  let ground: Ground | null = null;
  let telling: Telling | null = null;
  host.mount(() => ({
    update: ({ dataViews, operationKind, jsonFilters }) => {
      const arrival = arriving.take(dataViews[0], operationKind);
      const objects = dataViews[0]?.metadata.objects;
      telling = null;
      if (arrival.kind === 'whole') {
        if (ground?.table !== arrival.table) ground = new Ground(arrival.table, TODAY);
        const { situation, behind } = ground.stand(choicesOf(objects), 'sv');
        const { windows } = arriving;
        const ids = new PersonIds(visualHost, windows);
        if (situation.kind === 'report' && behind)
          telling = {
            report: situation.report,
            behind,
            ids,
            windows,
            language: 'sv',
            locale: visualHost.locale,
          };
      }
      const selectable = telling && {
        behind: telling.behind,
        ids: telling.ids,
        person: arriving.windows[0]!.column.source,
        isProtected: telling.report.protection === 'publication',
        showsYears: shownView(objects) === 'years',
      };
      selecting.update(selectable, jsonFilters);
    },
  }));
  begin(host);
  host.show(table, wells);
  await host.settled();
  return {
    host,
    selecting,
    telling: () => telling!,
    report: () => telling!.report,
    filtered: () => {
      const last = host.calls.findLast(({ name }) => name === 'applyJsonFilter');
      return (last?.args[0] as { readonly values: readonly unknown[] } | null)?.values ?? null;
    },
  };
}

export function groupMark(key: string): Mark {
  return markOf('group', key, key, []);
}

export function yearMark(key: string): Mark {
  return markOf('year', key, key, []);
}

export function personMark(person: number): Mark {
  return markOf('person', String(person), String(person), []);
}
