/**
 * A report of any number of packaged visuals, in a page: bundled by the test, which loads the package beside it. Each
 * visual has our host, and what may not be is noted: an update that does not begin and end once, a visual that throws.
 */
import type powerbi from 'powerbi-visuals-api';
import { isoDate } from 'isu-core';
import {
  DARK,
  HIGH_CONTRAST_BLACK,
  LIGHT,
  PowerBiHost,
  type Capabilities,
  type HostOptions,
  type ModelTable,
  type Wells,
} from 'isu-powerbi-host';
import { sampleRegister } from 'isu-sample-register';

type IVisual = powerbi.extensibility.visual.IVisual;

export interface Opening extends Omit<Partial<HostOptions>, 'theme' | 'capabilities'> {
  readonly theme?: keyof typeof THEMES;
  /** What stands in the report already, as when it is opened again. */
  readonly objects?: powerbi.DataViewObjects;
}

interface Opened {
  readonly element: HTMLElement;
  readonly host: PowerBiHost;
  visual: IVisual;
  updates: number;
}

const THEMES = { light: LIGHT, dark: DARK, contrast: HIGH_CONTRAST_BLACK };
const opened = new Map<string, Opened>();

const packaged = window as unknown as {
  readonly guid: string;
  readonly capabilities: Capabilities;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly powerbi: {
    readonly visuals: {
      readonly plugins: Record<string, { create: (options: object) => IVisual }>;
    };
  };
};

const report = {
  sample: sampleTable(),

  open(id: string, { theme = 'light', objects, ...options }: Opening = {}): PowerBiHost {
    const { width, height } = options.viewport ?? { width: 640, height: 400 };
    const element = document.createElement('div');
    element.id = id;
    element.style.setProperty('width', `${String(width)}px`);
    element.style.setProperty('height', `${String(height)}px`);
    document.querySelector('main')!.append(element);
    const host = new PowerBiHost({
      ...options,
      theme: THEMES[theme],
      capabilities: packaged.capabilities,
      texts: packaged.texts[options.locale ?? 'sv-SE'] ?? {},
    });
    if (objects) host.objects = objects;
    host.mount((visualHost) => {
      const visual = packaged.powerbi.visuals.plugins[packaged.guid]!.create({ element, host: visualHost });
      const one: Opened = { element, host, visual, updates: 0 };
      opened.set(id, one);
      return {
        update: (given) => {
          one.updates++;
          visual.update(given);
        },
        destroy: () => visual.destroy?.(),
      };
    });
    return host;
  },

  host: (id: string): PowerBiHost => opened.get(id)!.host,
  element: (id: string): HTMLElement => opened.get(id)!.element,

  /** As a report builder does it: the fields that the wells name; `sample` is the made-up register. */
  async show(id: string, table: ModelTable | 'sample', wells: Wells): Promise<void> {
    const { host } = opened.get(id)!;
    host.show(table === 'sample' ? report.sample : table, wells);
    await host.settled();
  },

  async format(
    id: string,
    object: string,
    properties: Readonly<Record<string, powerbi.DataViewPropertyValue>>,
  ): Promise<void> {
    const { host } = opened.get(id)!;
    host.format(object, properties);
    await host.settled();
  },

  model: (id: string): powerbi.visuals.FormattingModel => opened.get(id)!.visual.getFormattingModel!()!,

  text: (id: string): string => opened.get(id)!.element.textContent,

  /** Names of calls, in order; of those with this name their arguments. */
  calls: (id: string): string[] => opened.get(id)!.host.calls.map(({ name }) => name),
  asked: (id: string, name: string): (readonly unknown[])[] =>
    opened.get(id)!.host.calls.flatMap((call) => (call.name === name ? [call.args] : [])),

  /** What is against the rules of Power BI in what the visuals have done so far. */
  faults(): string[] {
    return [...opened].flatMap(([id, one]) => eventFaults(one).map((fault) => `${id}: ${fault}`));
  },

  close(): void {
    for (const { host, element } of opened.values()) {
      host.unmount();
      element.remove();
    }
    opened.clear();
  },
};

/** Each update begins first of all and ends once, of itself and not of another. */
function eventFaults({ host, updates }: Opened): string[] {
  const events = host.calls.filter(({ name }) => name.startsWith('rendering'));
  const faults: string[] = [];
  if (events.length !== 2 * updates)
    faults.push(`${String(events.length)} events of ${String(updates)} updates`);
  for (let at = 0; at < events.length; at += 2) {
    const [start, end] = [events[at]!, events[at + 1]];
    if (start.name !== 'renderingStarted' || end?.name !== 'renderingFinished')
      faults.push(`${start.name}, then ${end?.name ?? 'nothing'} ${JSON.stringify(end?.args[1] ?? '')}`);
    if (start.args[0] !== end?.args[0]) faults.push('an end of another update');
  }
  return faults;
}

function sampleTable(): ModelTable {
  const rows = [...sampleRegister().rows];
  return {
    name: 'Aktualiseringar',
    columns: {
      Personnummer: rows.map(({ person }) => person),
      Datum: rows.map(({ day }) => {
        const [year, month, date] = isoDate(day).split('-').map(Number);
        return new Date(year!, month! - 1, date);
      }),
      Nummer: rows.map(({ number }) => number),
      Typ: rows.map(({ type }) => type),
      Orsak: rows.map(({ reason }) => reason),
      Anmälare: rows.map(({ referrer }) => referrer),
      Enhet: rows.map(({ organisation }) => organisation),
      Utredning: rows.map(({ decision }) => decision),
    },
  };
}

export type ReportPage = typeof report;

(window as unknown as { report: ReportPage }).report = report;
