/** One Excel with one workbook: the objects that an add-in finds, and the hands of whoever tests it. */
import { Calculator } from '../calculation/calculator.ts';
import { CustomFunctionRegistry } from '../calculation/custom-functions.ts';
import { Classes } from '../excel/classes.ts';
import { Fault } from '../model/fault.ts';
import { newWorkbook, type Workbook } from '../model/workbook.ts';
import { Pauses, type Pause } from '../wire/pauses.ts';
import type { WireHost } from '../wire/request-context.ts';
import { officeNamespace, type OfficeState } from '../office/office-namespace.ts';
import { EventDispatch } from './event-dispatch.ts';
import { excelNamespace, officeExtensionNamespace } from './excel-namespace.ts';
import { Faults } from './faults.ts';
import { compareVersions, supports, type Platform, type Version } from './requirements.ts';
import { Traffic } from './traffic.ts';
import { User } from './user.ts';

export interface HostOptions {
  /** Default `pc`. */
  readonly platform?: Platform;
  /** The highest ExcelApi requirement set; default `1.17`. */
  readonly excelApi?: string;
  /** The highest CustomFunctionsRuntime set; default `1.4`. */
  readonly customFunctionsRuntime?: string;
  /** Default true. */
  readonly sharedRuntime?: boolean;
  /** The language of Office's own words; default `sv-SE`. */
  readonly displayLanguage?: string;
  /** How the workbook writes numbers and dates; default the display language. */
  readonly contentLanguage?: string;
  readonly theme?: Partial<Office.OfficeTheme>;
  readonly workbook?: Workbook;
  /**
   * Asked between two steps of a request; what it gives is waited for. For a page that must go on drawing and
   * answering. Without it a request is done at one stretch.
   */
  readonly pause?: Pause;
  /** Where errors of the add-in's event handlers go; default: the console of the platform. */
  readonly onHandlerError?: (error: unknown) => void;
}

export interface ExcelHost {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly workbook: Workbook;
  /** The person at the screen. */
  readonly user: User;
  readonly faults: Faults;
  readonly traffic: Traffic;
  /** What the add-in has done with its pane, its ribbon and its settings. */
  readonly office: OfficeState;
  readonly customFunctions: CustomFunctionRegistry;
  /** Until every event is told and every custom function has answered. */
  settled(): Promise<void>;
  /** Makes the four objects global, as office.js does; gives what takes them away again. */
  install(into?: object): () => void;
}

/** Excel on the web: 5 MB a request and 5 MB a response. Docs, "Resource limits and performance optimization". */
const WEB_LIMIT = 5 * 1024 * 1024;

export function createExcelHost(options: HostOptions = {}): ExcelHost {
  const displayLanguage = options.displayLanguage ?? 'sv-SE';
  const version: Version = {
    platform: options.platform ?? 'pc',
    excelApi: checkedVersion(options.excelApi ?? '1.17'),
    customFunctionsRuntime: options.customFunctionsRuntime ?? '1.4',
    sharedRuntime: options.sharedRuntime ?? true,
  };
  const workbook = options.workbook ?? newWorkbook(options.contentLanguage ?? displayLanguage);
  const events = new EventDispatch(workbook.events, options.onHandlerError ?? rethrow);
  const customFunctions = new CustomFunctionRegistry();
  const calculator = new Calculator(
    workbook,
    customFunctions,
    { emptyIsNull: version.platform === 'web' },
    () => events.tell(),
  );
  const traffic = new Traffic();
  const faults = new Faults();
  const user = new User(workbook, () => events.tell());
  const classes = new Classes();
  const wire: WireHost & { eventsAreOn: boolean } = {
    workbook,
    classes,
    supports: (since) => supports(version, since),
    async admit({ bytes, actions }, waitsForEdit) {
      if (version.platform === 'web' && bytes > WEB_LIMIT) throw new Fault('RequestPayloadSizeLimitExceeded');
      await faults.meet(bytes, actions);
      await user.letThrough(waitsForEdit);
    },
    account({ requestBytes, responseBytes }) {
      traffic.record({ requestBytes, responseBytes });
      if (version.platform === 'web' && responseBytes > WEB_LIMIT)
        throw new Fault('ResponsePayloadSizeLimitExceeded');
    },
    listen: (kind, tell, handler) => events.listen(kind, tell, handler),
    pauses: options.pause ? new Pauses(options.pause) : null,
    afterSync() {
      calculator.resume();
      workbook.settle();
      events.tell();
    },
    get eventsAreOn() {
      return events.isOn;
    },
    set eventsAreOn(isOn) {
      events.isOn = isOn;
    },
  };
  const { Office: office, state } = officeNamespace(workbook, version, displayLanguage, options);
  const namespaces = {
    Excel: excelNamespace(wire, classes),
    Office: office,
    OfficeExtension: officeExtensionNamespace(),
    CustomFunctions: customFunctions.namespace(),
  };
  return {
    ...namespaces,
    workbook,
    user,
    faults,
    traffic,
    office: state,
    customFunctions,
    async settled() {
      do {
        await calculator.answered();
        workbook.settle();
        events.tell();
        await events.told();
      } while (calculator.isBusy);
    },
    install: (into = globalThis) => install(into as Record<string, unknown>, namespaces),
  };
}

function checkedVersion(version: string): string {
  if (/^1\.\d+$/.test(version) && compareVersions(version, '1.1') >= 0) return version;
  throw new RangeError(`"${version}" is no ExcelApi requirement set; they are called 1.1, 1.2, …`);
}

/** An error in a handler is an error of the program. */
function rethrow(error: unknown): void {
  setTimeout(() => {
    throw error;
  }, 0);
}

function install(into: Record<string, unknown>, namespaces: object): () => void {
  const before = new Map(
    Object.keys(namespaces).map((name) => [name, Object.getOwnPropertyDescriptor(into, name)]),
  );
  for (const [name, value] of Object.entries(namespaces)) {
    Object.defineProperty(into, name, { value, configurable: true, writable: true, enumerable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(into, name, descriptor);
      else delete into[name];
    }
  };
}
