/**
 * A Power BI report with one visual in it. It gives the visual its host, hands it data window by window, records every
 * call, and does what a report builder or a reader does: drops fields, resizes, formats, filters, bookmarks.
 *
 * Updates come one at a time: those that a visual causes (more data, kept properties) wait until `settled` is awaited.
 */
import type powerbi from 'powerbi-visuals-api';
import { LIGHT, paletteOf, type Theme } from './palette.ts';
import {
  dataViewOf,
  query,
  windowOf,
  type Capabilities,
  type ModelTable,
  type QueryResult,
  type RowTest,
  type Wells,
} from './query.ts';
import { resolved } from './resolved.ts';
import { Selection, selectionIdBuilder } from './selection.ts';

type IVisual = powerbi.extensibility.visual.IVisual;
type IVisualHost = powerbi.extensibility.visual.IVisualHost;
type VisualUpdateOptions = powerbi.extensibility.visual.VisualUpdateOptions;
type IFilter = powerbi.IFilter;

/** What the host does when it is asked for more: sends it; says no; says yes and sends nothing; begins anew. */
export type Fetching = 'append' | 'refuse' | 'silent' | 'restart';

export interface HostOptions {
  readonly capabilities: Capabilities;
  /** `sv-SE` where left out. */
  readonly locale?: string;
  readonly theme?: Theme;
  readonly viewport?: powerbi.IViewport;
  readonly allowInteractions?: boolean;
  /** By key, in the host's locale: the visual's own stringResources. */
  readonly texts?: Readonly<Record<string, string>>;
  /** By the number of the request, from 0; the last holds for all after it. Where left out: append. */
  readonly fetching?: readonly Fetching[];
  /** How many rows of the window before are sent again at the start of the next. */
  readonly overlap?: number;
  /** Rows in a window, where fewer are wanted than the capabilities ask for. */
  readonly windowRows?: number;
  /** Told of each call as it comes, for a page that shows them. What the call causes waits for `step`. */
  readonly listen?: (call: Call) => void;
}

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Power BI's own limit: more than this it never sends. */
const MOST_ROWS = 1_048_576;

const UPDATE = {
  data: 2 satisfies powerbi.VisualUpdateType.Data,
  resize: 4 satisfies powerbi.VisualUpdateType.Resize,
  viewMode: 8 satisfies powerbi.VisualUpdateType.ViewMode,
  style: 16 satisfies powerbi.VisualUpdateType.Style,
  resizeEnd: 32 satisfies powerbi.VisualUpdateType.ResizeEnd,
} as const;
const FIRST_UPDATE = UPDATE.data | UPDATE.resize | UPDATE.viewMode | UPDATE.style;

const CREATE = 0 satisfies powerbi.VisualDataChangeOperationKind.Create;
const SEGMENT = 2 satisfies powerbi.VisualDataChangeOperationKind.Segment;
const ALLOWED = 0 satisfies powerbi.PrivilegeStatus.Allowed;
const REMOVE: powerbi.FilterAction = 1 satisfies powerbi.FilterAction.remove;

export class PowerBiHost {
  /** Every call of the visual, in order: host members, `renderingStarted`, `showTooltip`, `select`, … */
  readonly calls: Call[] = [];
  readonly selection: Selection;
  /** What the visual is constructed with. */
  readonly visualHost: IVisualHost;
  objects: powerbi.DataViewObjects = {};
  jsonFilters: IFilter[] = [];
  private readonly options: HostOptions;
  private theme: Theme;
  private viewport: powerbi.IViewport;
  private visual: IVisual | null = null;
  private table: ModelTable | null = null;
  private wells: Wells = {};
  private isKept: RowTest | null = null;
  private isHighlighted: RowTest | null = null;
  private result: QueryResult | null = null;
  private dataViews: powerbi.DataView[] = [];
  private sent = 0;
  private requests = 0;
  private isFirst = true;
  private readonly pending: (() => void)[] = [];

  constructor(options: HostOptions) {
    this.options = options;
    this.theme = options.theme ?? LIGHT;
    this.viewport = options.viewport ?? { width: 640, height: 400 };
    this.selection = new Selection((name, ...args) => this.tell(name, ...args));
    this.visualHost = this.made();
  }

  /** @param make constructs the visual, with an element of the page and this host */
  mount(make: (host: IVisualHost) => IVisual): void {
    this.visual = make(this.visualHost);
  }

  unmount(): void {
    this.visual?.destroy?.();
    this.visual = null;
  }

  /** Drops fields of a table in the wells. An empty object takes them all away. */
  show(table: ModelTable, wells: Wells): void {
    this.table = table;
    this.wells = wells;
    this.ask();
  }

  /** Other visuals filter the rows, or none does. */
  filterRows(isKept: RowTest | null): void {
    this.isKept = isKept;
    this.ask();
  }

  /** Another visual highlights some of the rows, or none does. */
  highlightRows(isHighlighted: RowTest | null): void {
    this.isHighlighted = isHighlighted;
    this.ask();
  }

  resize(width: number, height: number): void {
    this.viewport = { width, height };
    this.update(UPDATE.resize);
    this.update(UPDATE.resize | UPDATE.resizeEnd);
  }

  /** A property set in the format pane. Power BI sends the data again from the start. */
  format(object: string, properties: Readonly<Record<string, powerbi.DataViewPropertyValue>>): void {
    this.objects = { ...this.objects, [object]: { ...this.objects[object], ...properties } };
    this.ask();
  }

  changeTheme(theme: Theme): void {
    this.theme = theme;
    (this.visualHost as { colorPalette: unknown }).colorPalette = paletteOf(theme);
    this.update(UPDATE.style);
  }

  /** The report as a bookmark keeps it. */
  bookmark(): { readonly objects: powerbi.DataViewObjects; readonly jsonFilters: readonly IFilter[] } {
    return { objects: structuredClone(this.objects), jsonFilters: structuredClone(this.jsonFilters) };
  }

  restore({ objects, jsonFilters }: ReturnType<PowerBiHost['bookmark']>): void {
    this.objects = structuredClone(objects);
    this.jsonFilters = structuredClone([...jsonFilters]);
    this.ask();
  }

  /** Until every update that the visual has caused has come. */
  async settled(): Promise<void> {
    while (this.step()) await Promise.resolve();
  }

  /** The same at once, for measuring. */
  settleNow(): void {
    while (this.step());
  }

  /** Gives the visual the next of the updates that it has caused: false where there is none. */
  step(): boolean {
    const next = this.pending.shift();
    next?.();
    return next !== undefined;
  }

  times(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }

  /** The update that the visual was given last, for tests that give it again. */
  lastOptions(): VisualUpdateOptions {
    return this.optionsOf(UPDATE.data, CREATE);
  }

  /** Sends data views that no query has made. */
  send(dataViews: powerbi.DataView[], kind: powerbi.VisualDataChangeOperationKind = CREATE): void {
    this.result = null;
    this.dataViews = dataViews;
    this.update(FIRST_UPDATE, kind);
  }

  private ask(): void {
    const { table, wells, options } = this;
    this.pending.length = 0;
    this.requests = 0;
    this.result = table && query(table, wells, options.capabilities, this.isKept, this.isHighlighted);
    this.begin();
  }

  private begin(): void {
    this.sent = 0;
    this.dataViews = this.result ? [this.nextWindow(null)] : [];
    this.update(this.isFirst ? FIRST_UPDATE : UPDATE.data, CREATE);
  }

  private nextWindow(overlap: number | null): powerbi.DataView {
    const { rows } = this.result!;
    const window = windowOf(this.options.capabilities);
    const length = Math.min(window.rows, this.options.windowRows ?? Infinity);
    const again = Math.min(overlap ?? 0, this.sent);
    const to = Math.min(this.sent + length, rows, MOST_ROWS);
    const dataView = dataViewOf(this.result!, this.sent - again, to, {
      objects: this.objects,
      isSegment: window.hasMore && to < rows,
      lastMergeIndex: overlap === null || again === 0 ? null : again - 1,
    });
    this.sent = to;
    return dataView;
  }

  private fetchMoreData(aggregateSegments: boolean | undefined): boolean {
    this.tell('fetchMoreData', aggregateSegments);
    if (aggregateSegments !== false) throw new Error('Segments in one data view are not in this host.');
    const { fetching = ['append'] } = this.options;
    const how = fetching[Math.min(this.requests++, fetching.length - 1)]!;
    const isWhole = !this.result || this.sent >= Math.min(this.result.rows, MOST_ROWS);
    if (how === 'refuse' || isWhole) return false;
    if (how === 'append') this.pending.push(() => this.append());
    if (how === 'restart') this.pending.push(() => this.begin());
    return true;
  }

  private append(): void {
    this.dataViews = [this.nextWindow(this.options.overlap ?? 1)];
    this.update(UPDATE.data, SEGMENT);
  }

  private update(type: number, operationKind?: powerbi.VisualDataChangeOperationKind): void {
    if (!this.visual) throw new Error('No visual is mounted.');
    this.isFirst = false;
    this.visual.update(this.optionsOf(type, operationKind));
  }

  private optionsOf(
    type: number,
    operationKind: powerbi.VisualDataChangeOperationKind | undefined,
  ): VisualUpdateOptions {
    return {
      type: type,
      viewport: { ...this.viewport },
      dataViews: this.dataViews,
      jsonFilters: this.jsonFilters,
      ...(operationKind !== undefined && { operationKind }),
    };
  }

  private tell(name: string, ...args: unknown[]): void {
    const call = { name, args };
    this.calls.push(call);
    this.options.listen?.(call);
  }

  private persist({ merge, replace, remove }: powerbi.VisualObjectInstancesToPersist): void {
    for (const { objectName, properties } of merge ?? [])
      this.objects = { ...this.objects, [objectName]: { ...this.objects[objectName], ...properties } };
    for (const { objectName, properties } of replace ?? [])
      this.objects = { ...this.objects, [objectName]: properties };
    for (const { objectName, properties } of remove ?? []) {
      const gone = Object.keys(properties);
      const left = Object.entries(this.objects[objectName] ?? {}).filter(([name]) => !gone.includes(name));
      this.objects = { ...this.objects, [objectName]: Object.fromEntries(left) };
    }
    this.pending.push(() => this.ask());
  }

  private applyFilter(
    filter: IFilter | IFilter[] | null,
    objectName: string,
    propertyName: string,
    action: powerbi.FilterAction,
  ): void {
    const given: readonly IFilter[] =
      filter === null ? [] : Array.isArray(filter) ? (filter as IFilter[]) : [filter];
    const filters = action === REMOVE ? [] : given;
    this.jsonFilters = [...filters];
    const kept: powerbi.DataViewObject = { ...this.objects[objectName] };
    const [first] = filters;
    if (first) kept[propertyName] = first;
    else delete kept[propertyName];
    this.objects = { ...this.objects, [objectName]: kept };
    this.pending.push(() => this.ask());
  }

  private made(): IVisualHost {
    const { locale = 'sv-SE', allowInteractions = true, texts = {} } = this.options;
    const told =
      <Args extends unknown[]>(name: string) =>
      (...args: Args): void =>
        this.tell(name, ...args);
    return {
      createSelectionIdBuilder: selectionIdBuilder,
      createSelectionManager: () => this.selection.manager(),
      colorPalette: paletteOf(this.theme),
      persistProperties: (changes) => {
        this.tell('persistProperties', changes);
        this.persist(changes);
      },
      applyJsonFilter: (filter, objectName, propertyName, action) => {
        this.tell('applyJsonFilter', filter, objectName, propertyName, action);
        this.applyFilter(filter, objectName, propertyName, action);
      },
      tooltipService: {
        enabled: () => true,
        show: told('showTooltip'),
        move: told('moveTooltip'),
        hide: told('hideTooltip'),
      },
      telemetry: { instanceId: 'isu-powerbi-host', trace: told('trace') },
      authenticationService: notHere('authenticationService'),
      locale,
      hostCapabilities: { allowInteractions, allowModalDialog: false },
      launchUrl: told('launchUrl'),
      fetchMoreData: (aggregateSegments) => this.fetchMoreData(aggregateSegments),
      openModalDialog: () => {
        throw new Error('openModalDialog is not in this host.');
      },
      instanceId: 'isu-powerbi-host',
      refreshHostData: () => {
        this.tell('refreshHostData');
        this.pending.push(() => this.ask());
      },
      createLocalizationManager: () => ({ getDisplayName: (key) => texts[key] ?? key }),
      downloadService: {
        exportStatus: () => resolved(ALLOWED),
        exportVisualsContent: (...args) => {
          this.tell('exportVisualsContent', ...args);
          return resolved(true);
        },
        exportVisualsContentExtended: (...args) => {
          this.tell('exportVisualsContentExtended', ...args);
          return resolved({ downloadCompleted: true, fileName: args[1] });
        },
      },
      eventService: {
        renderingStarted: told('renderingStarted'),
        renderingFinished: told('renderingFinished'),
        renderingFailed: told('renderingFailed'),
      },
      switchFocusModeState: told('switchFocusModeState'),
      hostEnv: 1 satisfies powerbi.common.CustomVisualHostEnv.Web,
      displayWarningIcon: told('displayWarningIcon'),
      licenseManager: notHere('licenseManager'),
      webAccessService: notHere('webAccessService'),
      drill: () => {
        throw new Error('drill is not in this host.');
      },
      applyCustomSort: () => {
        throw new Error('applyCustomSort is not in this host.');
      },
      acquireAADTokenService: notHere('acquireAADTokenService'),
      setCanDrill: told('setCanDrill'),
      storageV2Service: notHere('storageV2Service'),
      subSelectionService: notHere('subSelectionService'),
      createOpaqueUtils: () => {
        throw new Error('createOpaqueUtils is not in this host.');
      },
    };
  }
}

/** What Power BI has and this host has not says so when it is touched, instead of being undefined. */
function notHere<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get: (_, member) => {
      throw new Error(`${name}.${String(member)} is not in this host.`);
    },
  });
}
