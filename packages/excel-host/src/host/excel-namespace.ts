/** The `Excel` and `OfficeExtension` objects that an add-in finds. */
import type { Classes } from '../excel/classes.ts';
import { ENUMS } from '../excel/enums.ts';
import { ClientObject, stateOf } from '../wire/client-object.ts';
import { ClientResult } from '../wire/client-result.ts';
import { notInThisHost, OfficeError } from '../wire/error.ts';
import { EventHandlerResult, EventHandlers } from '../wire/event-handlers.ts';
import { RequestContext, type WireHost } from '../wire/request-context.ts';
import { TrackedObjects } from '../wire/tracked-objects.ts';

type Batch = (context: RequestContext) => Promise<unknown>;

export function excelNamespace(host: WireHost, classes: Classes): typeof Excel {
  class HostContext extends RequestContext {
    constructor() {
      super(host);
    }
  }
  const own: Record<string, unknown> = {
    ...ENUMS,
    RequestContext: HostContext,
    run: (...args: unknown[]) => run(() => new HostContext(), args),
  };
  return guarded('Excel', own, (name) =>
    classes.has(name) ? classes.clientClass(name) : undefined,
  ) as typeof Excel;
}

export function officeExtensionNamespace(): typeof OfficeExtension {
  return guarded('OfficeExtension', {
    Error: OfficeError,
    ClientObject,
    ClientRequestContext: RequestContext,
    ClientResult,
    EventHandlers,
    EventHandlerResult,
    TrackedObjects,
    Promise,
    ErrorCodes: ERROR_CODES,
    config: { extendedErrorLogging: false },
  }) as unknown as typeof OfficeExtension;
}

const ERROR_CODES = Object.fromEntries(
  [
    'AccessDenied',
    'ActivityLimitReached',
    'ApiNotFound',
    'CannotRegisterEvent',
    'ConnectionFailure',
    'GeneralException',
    'InvalidArgument',
    'InvalidObjectPath',
    'InvalidRequestContext',
    'PropertyNotLoaded',
    'RunMustReturnPromise',
    'ValueNotLoaded',
  ].map((code) => [code.charAt(0).toLowerCase() + code.slice(1), code]),
);

/** An object that says of a missing member that this host lacks it. */
export function guarded(
  name: string,
  own: Record<string, unknown>,
  find: (name: string) => unknown = () => undefined,
): object {
  return new Proxy(own, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || key === 'then' || key === '$$typeof') {
        return Reflect.get(target, key, receiver) as unknown;
      }
      const found = find(key);
      if (found === undefined) throw notInThisHost(`${name}.${key}`);
      return found;
    },
  });
}

/** Docs, Excel.run: a batch; or objects of an earlier one, or a context, or options, and then the batch. */
async function run(newContext: () => RequestContext, args: readonly unknown[]): Promise<unknown> {
  const batch = args.at(-1);
  if (typeof batch !== 'function' || args.length > 2) throw wrongRun();
  const given = args.length === 2 ? args[0] : null;
  const context = contextOf(given) ?? newContext();
  context.waitsForEdit = isOptions(given) && given.delayForCellEdit === true;
  context.trackedObjects.beginRun();
  try {
    const promised = (batch as Batch)(context) as unknown;
    if (typeof (promised as PromiseLike<unknown> | null | undefined)?.then !== 'function')
      throw mustReturnPromise();
    const result = await (promised as Promise<unknown>);
    await context.sync();
    return result;
  } finally {
    context.trackedObjects.endRun();
  }
}

interface RunOptions {
  readonly delayForCellEdit?: boolean;
  readonly previousObjects?: ClientObject | readonly ClientObject[];
}

/** A plain object, also one of another window: the add-in's pane may be a frame in the page that the host runs in. */
function isOptions(given: unknown): given is RunOptions {
  if (typeof given !== 'object' || given === null) return false;
  const prototype = Object.getPrototypeOf(given) as object | null;
  return prototype !== null && Object.getPrototypeOf(prototype) === null;
}

function contextOf(given: unknown): RequestContext | null {
  if (given instanceof RequestContext) return given;
  if (given instanceof ClientObject) return stateOf(given).context;
  if (Array.isArray(given) && given.length > 0 && given.every((each) => each instanceof ClientObject)) {
    const [first, ...others] = given.map((object) => object.context);
    if (others.some((other) => other !== first)) {
      throw new OfficeError(
        'InvalidRequestContext',
        'Cannot use the object across different request contexts.',
      );
    }
    return first!;
  }
  if (given === null) return null;
  if (isOptions(given)) return contextOf(given.previousObjects ?? null);
  throw wrongRun();
}

function wrongRun(): OfficeError {
  return new OfficeError(
    'InvalidArgument',
    'Excel.run takes a batch function, and before it objects or options.',
    'run',
  );
}

function mustReturnPromise(): OfficeError {
  return new OfficeError(
    'RunMustReturnPromise',
    'The batch function passed to the ".run" method didn\'t return a promise. The function must return a promise, so that any automatically-tracked objects can be released at the completion of the batch operation. Typically, you return a promise by returning the response from "context.sync()".',
  );
}
