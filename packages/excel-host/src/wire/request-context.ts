/** A request context: its queue, and `sync`, which replays the queue against the model and brings back what was loaded. */
import { Fault } from '../model/fault.ts';
import type { EventKind, WorkbookEvent } from '../model/events.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Area } from '../model/area.ts';
import type { Workbook } from '../model/workbook.ts';
import { locationOf, statementOf, type Action } from './action.ts';
import type { ClientObject } from './client-object.ts';
import { stateOf, type ClientClass } from './client-object.ts';
import type { ClassDescription, Since } from './description.ts';
import { apiNotFound, errorOfFault, notInThisHost, OfficeError } from './error.ts';
import type { Handler } from './event-handlers.ts';
import type { Query } from './load-option.ts';
import type { Pauses } from './pauses.ts';
import { Replay, type Failed } from './replay.ts';
import { TrackedObjects } from './tracked-objects.ts';

export interface ClassSource {
  description(name: string): ClassDescription;
  clientClass(name: string): ClientClass;
}

/** What a context needs of the Excel that it talks to. */
export interface WireHost {
  readonly workbook: Workbook;
  readonly classes: ClassSource;
  supports(since: Since): boolean;
  /** Waits, or refuses, as the network and the person at the screen would; gives the request's number. */
  admit(
    request: { readonly bytes: number; readonly actions: readonly Action[] },
    waitsForEdit: boolean,
  ): Promise<void>;
  /** Refuses an answer that is too large; counts what went over the wire. */
  account(traffic: { readonly requestBytes: number; readonly responseBytes: number }): void;
  listen(kind: EventKind, tell: (event: WorkbookEvent) => object | null, handler: Handler): () => void;
  /** `null`: each request is done at one stretch. */
  readonly pauses: Pauses | null;
  afterSync(): void;
}

export class RequestContext {
  readonly host: WireHost;
  readonly workbook: ClientObject;
  readonly application: ClientObject;
  readonly runtime: ClientObject;
  readonly trackedObjects: TrackedObjects;
  readonly debugInfo = { pendingStatements: [] as string[] };
  /** Set by `Excel.run({ delayForCellEdit: true }, …)`. */
  waitsForEdit = false;
  private queue: Action[] = [];

  constructor(host: WireHost) {
    this.host = host;
    this.trackedObjects = new TrackedObjects(this);
    this.workbook = this.root('Workbook', host.workbook);
    this.application = this.root('Application', host.workbook);
    this.runtime = this.root('Runtime', host);
  }

  supports(since: Since): boolean {
    return this.host.supports(since);
  }

  enqueue(action: Action): void {
    this.queue.push(action);
  }

  load(object: ClientObject, option?: unknown): void {
    object.load(option);
  }

  partOf(parent: ClientObject, member: string, className: string): ClientObject {
    return this.object(className, { kind: 'part', parent, member });
  }

  madeBy(parent: ClientObject, member: string, className: string): ClientObject {
    const made = this.object(className, { kind: 'made', parent, member });
    this.trackedObjects.noteMade(made);
    return made;
  }

  itemOf(className: string, target: unknown): ClientObject {
    return this.object(className, { kind: 'item', target });
  }

  /** Does what was queued, in order. What came before a failure stands; what came after it is not done. */
  async sync<T>(passThroughValue?: T): Promise<T> {
    const actions = this.queue;
    this.queue = [];
    await Promise.resolve();
    if (actions.length > 0) await this.request(actions);
    return passThroughValue as T;
  }

  private async request(actions: readonly Action[]): Promise<void> {
    const { pauses } = this.host;
    if (pauses) await pauses.take();
    const replay = new Replay(this, actions);
    await this.admitted(replay.requestBytes, actions);
    const end = pauses ? await pauses.turn() : null;
    try {
      const failed = pauses ? await doneWithPauses(replay, pauses) : done(replay);
      this.host.account({ requestBytes: replay.requestBytes, responseBytes: replay.responseBytes });
      replay.deliver();
      if (failed) throw errorOfFault(failed.fault, locationOf(failed.action), statementOf(failed.action));
    } catch (error) {
      if (error instanceof Fault) throw errorOfFault(error, 'RequestContext.sync', 'context.sync();');
      throw error;
    } finally {
      this.host.afterSync();
      end?.();
    }
    if (pauses) await pauses.take();
  }

  private async admitted(bytes: number, actions: readonly Action[]): Promise<void> {
    try {
      await this.host.admit({ bytes, actions }, this.waitsForEdit);
    } catch (error) {
      if (error instanceof Fault) throw new OfficeError(error.code, error.message, 'RequestContext.sync');
      throw error;
    }
  }

  /** Says at once, at `load`, what this host or this version of Excel does not have. */
  checkQuery(object: ClientObject, { paths }: Query): void {
    for (const path of paths) this.checkPath(stateOf(object).description, path.split('/'));
  }

  private checkPath(description: ClassDescription, steps: readonly string[]): void {
    const [step, ...rest] = steps;
    if (step === undefined || step === '*' || step === '' || step === 'isNullObject') return;
    const member = description.members[step];
    const items = description.members['items'];
    if (!member && items?.kind === 'items') {
      this.checkPath(this.host.classes.description(items.className), steps);
      return;
    }
    if (!member) throw notInThisHost(`Excel.${description.name}.${step}`);
    if (member.kind !== 'property' && member.kind !== 'part') {
      throw new OfficeError('InvalidArgument', `'${step}' of ${description.name} cannot be loaded.`);
    }
    if (!this.supports(member.since)) {
      throw apiNotFound(`${description.name}.${step}`, 'ExcelApi', member.since);
    }
    if (member.kind === 'part') this.checkPath(this.host.classes.description(member.className), rest);
  }

  /** Ranges that are tracked follow their cells when others are inserted or deleted. */
  follow(sheet: Sheet, move: (area: Area) => Area | null): void {
    this.trackedObjects.follow(sheet, move);
  }

  private root(className: string, target: unknown): ClientObject {
    return this.object(className, { kind: 'root', target });
  }

  private object(className: string, origin: ConstructorParameters<ClientClass>[2]): ClientObject {
    const { classes } = this.host;
    return new (classes.clientClass(className))(this, classes.description(className), origin);
  }
}

function done(replay: Replay): Failed | null {
  const steps = replay.run();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

async function doneWithPauses(replay: Replay, pauses: Pauses): Promise<Failed | null> {
  const steps = replay.run();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pause = pauses.take();
    if (pause) await pause;
  }
}
