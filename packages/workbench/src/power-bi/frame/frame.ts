/**
 * The frame that the packaged visual runs in, as Power BI runs it: sandboxed, without an origin, its host beside it. All
 * that comes in and goes out is messages to and from the page around it.
 */
import { PowerBiHost, type Call, type Fetching, type ModelTable, type Wells } from 'isu-powerbi-host';
import type powerbi from 'powerbi-visuals-api';
import type { CallLine, FromFrame, ModelValue, ReportSetting, ToFrame, VisualParts } from '../messages.ts';
import { detailOf } from './call-detail.ts';
import { THEME_COLOURS } from './theme-colours.ts';

type Options = powerbi.extensibility.visual.VisualConstructorOptions;
type Plugin = { readonly create: (options: Options) => powerbi.extensibility.visual.IVisual };

/** What the package puts itself in. */
const packages: { visuals: { plugins: Record<string, Plugin> } } = { visuals: { plugins: {} } };
Object.assign(window, { powerbi: packages });

const FETCHING: Readonly<Record<ReportSetting['fetching'], readonly Fetching[]>> = {
  all: ['append'],
  cut: ['append', 'append', 'refuse'],
  silent: ['append', 'append', 'silent'],
  restart: ['append', 'restart', 'append'],
};

class Report {
  private readonly port: MessagePort;
  private readonly parts: VisualParts;
  private setting: ReportSetting;
  private host: PowerBiHost;
  private table: { name: string; columns: Record<string, ModelValue[]> } | null = null;
  private wells: Wells = {};
  private calls: CallLine[] = [];
  private count = 0;
  private isPumping = false;

  constructor(port: MessagePort, parts: VisualParts, setting: ReportSetting) {
    this.port = port;
    this.parts = parts;
    this.setting = setting;
    this.host = this.mounted();
  }

  take(message: ToFrame): void {
    switch (message.kind) {
      case 'begin':
        break;
      case 'setting':
        this.change(message.setting);
        break;
      case 'table':
        this.table = {
          name: message.name,
          columns: Object.fromEntries(message.columns.map((name): [string, ModelValue[]] => [name, []])),
        };
        break;
      case 'rows':
        this.add(message.columns);
        break;
      case 'wells':
        this.wells = message.wells;
        this.show();
        break;
      case 'format':
        this.host.format(message.object, {
          [message.property]: message.value as powerbi.DataViewPropertyValue,
        });
        break;
      case 'clear-filter':
        this.clearFilter();
    }
    void this.pump();
  }

  private add(columns: readonly (readonly ModelValue[])[]): void {
    const kept = Object.values(this.table?.columns ?? {});
    columns.forEach((values, at) => {
      const column = kept[at]!;
      for (const value of values) column.push(value);
    });
  }

  private show(): void {
    if (this.table) this.host.show(this.table satisfies ModelTable, this.wells);
  }

  private clearFilter(): void {
    const { objects } = this.host.bookmark();
    delete objects['general']?.['filter'];
    this.host.restore({ objects, jsonFilters: [] });
  }

  private change(setting: ReportSetting): void {
    const before = this.setting;
    this.setting = setting;
    const isOther = (['locale', 'windowRows', 'fetching'] as const).some(
      (key) => before[key] !== setting[key],
    );
    if (isOther) {
      this.host.unmount();
      const kept = this.host.bookmark();
      this.host = this.mounted();
      this.host.objects = kept.objects;
      this.host.jsonFilters = [...kept.jsonFilters];
      this.show();
      return;
    }
    if (before.theme !== setting.theme) this.host.changeTheme(THEME_COLOURS[setting.theme]);
    if (before.width !== setting.width || before.height !== setting.height)
      this.host.resize(setting.width, setting.height);
  }

  /** What the visual is told when it is made holds as long as it lives: of another language another one is made. */
  private mounted(): PowerBiHost {
    const { capabilities, guid, stringResources } = this.parts;
    const { locale, theme, width, height, windowRows, fetching } = this.setting;
    document.documentElement.lang = locale;
    const host = new PowerBiHost({
      capabilities,
      locale,
      theme: THEME_COLOURS[theme],
      viewport: { width, height },
      texts: stringResources[locale] ?? {},
      windowRows,
      fetching: FETCHING[fetching],
      listen: (call) => this.hear(call),
    });
    const element = document.createElement('div');
    element.style.setProperty('height', '100%');
    document.getElementById('visual')!.replaceChildren(element);
    host.mount((visualHost) => packages.visuals.plugins[guid]!.create({ element, host: visualHost }));
    return host;
  }

  private hear(call: Call): void {
    this.calls.push({ number: ++this.count, name: call.name, detail: detailOf(call) });
    switch (call.name) {
      case 'showTooltip':
      case 'moveTooltip':
        this.tellTooltip(call.args[0] as powerbi.extensibility.TooltipShowOptions);
        break;
      case 'hideTooltip':
        this.say({ kind: 'tooltip', at: null, lines: [] });
        break;
      case 'exportVisualsContent':
      case 'exportVisualsContentExtended':
        this.say({ kind: 'export', content: String(call.args[0]), name: String(call.args[1]) });
    }
    void this.pump();
  }

  private tellTooltip({ coordinates, dataItems }: powerbi.extensibility.TooltipShowOptions): void {
    const [x = 0, y = 0] = coordinates;
    const lines = (dataItems ?? []).map(({ header, displayName, value, color }) => ({
      displayName,
      value,
      ...(header !== undefined && { header }),
      ...(color !== undefined && { color }),
    }));
    this.say({ kind: 'tooltip', at: [x, y], lines });
  }

  /** What the visual has caused is done one thing a turn, so that each is drawn; then it is told how things stand. */
  private async pump(): Promise<void> {
    if (this.isPumping) return;
    this.isPumping = true;
    try {
      do {
        await new Promise((turn) => setTimeout(turn));
        this.tellState();
      } while (this.host.step());
    } finally {
      this.isPumping = false;
    }
    if (this.calls.length > 0) this.tellState();
  }

  private tellState(): void {
    const { objects, jsonFilters: filters } = this.host;
    this.say({ kind: 'state', calls: this.calls.splice(0), objects, filters });
  }

  private say(message: FromFrame): void {
    this.port.postMessage(message);
  }
}

/** The page around it, which is the only one that may hold this frame, gives it a line of its own. */
window.addEventListener(
  'message',
  ({ source, ports: [port] }) => {
    if (source !== window.parent || !port) return;
    let report: Report | null = null;
    window.addEventListener('error', ({ message }) =>
      port.postMessage({ kind: 'fault', message } satisfies FromFrame),
    );
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
      if (data.kind === 'begin') report = new Report(port, data.parts, data.setting);
      else report?.take(data);
    };
  },
  { once: true },
);
