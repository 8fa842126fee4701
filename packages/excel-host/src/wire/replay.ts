/** One batch against the model: every action in its order, until one fails. */
import { Fault } from '../model/fault.ts';
import type { Steps } from '../model/writing.ts';
import type { Action } from './action.ts';
import { ClientObject, stateOf } from './client-object.ts';
import type { ClassDescription, Items, Method, Part, Property } from './description.ts';
import { jsonSize } from './json-size.ts';
import { stepsOf, type Query } from './load-option.ts';
import type { RequestContext } from './request-context.ts';

/** What an action costs beside its arguments: ids, names, the object's path. About what Office.js sends. */
const ACTION_BYTES = 140;

type AnyMethod = Method<unknown, readonly unknown[], unknown>;

/** What was read of an object, until the whole answer is known to be allowed. */
interface Loaded {
  readonly properties: Map<string, unknown>;
  readonly parts: Map<string, Loaded>;
  items: readonly { readonly className: string; readonly target: unknown; readonly loaded: Loaded }[] | null;
}

export interface Failed {
  readonly action: Action;
  readonly fault: Fault;
}

export class Replay {
  readonly requestBytes: number;
  responseBytes = 2;
  private readonly context: RequestContext;
  private readonly actions: readonly Action[];
  private readonly deliveries: (() => void)[] = [];

  constructor(context: RequestContext, actions: readonly Action[]) {
    this.context = context;
    this.actions = actions;
    this.requestBytes = actions.reduce((sum, action) => sum + actionBytes(action), 2);
  }

  /** Until the first action that fails, which it gives. Between two steps it yields: a place to pause. */
  *run(): Generator<undefined, Failed | null> {
    for (const action of this.actions) {
      try {
        yield* this.do(action);
      } catch (error) {
        if (error instanceof Fault) return { action, fault: error };
        throw error;
      }
      yield;
    }
    return null;
  }

  /** Gives the add-in's objects what was read. */
  deliver(): void {
    for (const delivery of this.deliveries) delivery();
  }

  private *do(action: Action): Steps {
    if (action.kind === 'make') {
      this.make(action.object, action.args);
      return;
    }
    const target = this.target(action.object);
    // Docs, "*OrNullObject methods and properties": what is asked of a null object is not done, and is no error.
    if (target === null) {
      if (action.kind === 'call' && action.result) this.deliveries.push(() => action.result!.settle(null));
      return;
    }
    const { members } = stateOf(action.object).description;
    switch (action.kind) {
      case 'write': {
        const { write } = members[action.member] as unknown as Property<unknown, unknown>;
        const steps = write!(target, action.value);
        if (steps) yield* steps;
        break;
      }
      case 'call': {
        const { call } = members[action.member] as unknown as AnyMethod;
        if (action.result) this.context.host.workbook.settle();
        const given = call(target, ...this.argumentsOf(action.args));
        if (!action.result) break;
        this.responseBytes += jsonSize(given);
        const { result } = action;
        this.deliveries.push(() => result.settle(given));
        break;
      }
      case 'load': {
        this.context.host.workbook.settle();
        const loaded = this.read(stateOf(action.object).description, target, action.query);
        this.deliveries.push(() => this.give(action.object, loaded));
        break;
      }
      case 'listen':
        action.listen(target);
    }
  }

  private make(object: ClientObject, args: readonly unknown[]): void {
    const state = stateOf(object);
    if (state.origin.kind !== 'made') throw new Error('only methods make objects');
    const { parent, member } = state.origin;
    const owner = this.target(parent);
    if (owner === null) {
      state.found = { target: null };
      return;
    }
    const method = stateOf(parent).description.members[member] as unknown as AnyMethod;
    this.context.host.workbook.settle();
    const target = method.call(owner, ...this.argumentsOf(args)) ?? null;
    if (target === null && method.gives === 'object') throw new Fault('ItemNotFound');
    state.found = { target };
  }

  /** What the object stands for; `null` for a null object. Parts are looked up anew, since what they hang on may move. */
  private target(object: ClientObject): unknown {
    const { found, origin, description } = stateOf(object);
    if (origin.kind === 'part') {
      const owner = this.target(origin.parent);
      if (owner === null) return null;
      const { at } = stateOf(origin.parent).description.members[origin.member] as unknown as Part<unknown>;
      const target = at(owner) ?? null;
      if (target === null && !origin.member.endsWith('OrNullObject')) throw new Fault('ItemNotFound');
      stateOf(object).found = { target };
      return target;
    }
    if (!found) throw new Fault('InvalidObjectPath', `${object.className} was never made`);
    if (found.target !== null && !description.isThere(found.target)) {
      throw new Fault(object.className === 'Range' ? 'InvalidReference' : 'ItemNotFound');
    }
    return found.target;
  }

  private argumentsOf(args: readonly unknown[]): unknown[] {
    return args.map((argument) => {
      if (argument instanceof ClientObject) return this.target(argument);
      return Array.isArray(argument) && argument.some((each) => each instanceof ClientObject)
        ? this.argumentsOf(argument)
        : argument;
    });
  }

  private read(description: ClassDescription, target: unknown, query: Query): Loaded {
    const loaded: Loaded = { properties: new Map(), parts: new Map(), items: null };
    const ofItems: string[] = [];
    for (const [step, rest] of stepsOf(query.paths)) {
      const member = description.members[step];
      if (step === '*') {
        this.readAll(description, target, loaded);
        ofItems.push('*');
      } else if (member?.kind === 'property') {
        this.readProperty(step, member as unknown as Property<unknown, unknown>, target, loaded);
      } else if (member?.kind === 'part') {
        this.readPart(step, member as unknown as Part<unknown>, target, rest, loaded);
      } else if (step !== 'isNullObject') {
        ofItems.push(...(rest.length > 0 ? rest.map((path) => `${step}/${path}`) : [step]));
      }
    }
    const items = description.members['items'];
    if (items?.kind === 'items' && ofItems.length > 0) {
      this.readItems(items as unknown as Items<unknown>, target, { ...query, paths: ofItems }, loaded);
    }
    return loaded;
  }

  private readAll(description: ClassDescription, target: unknown, loaded: Loaded): void {
    for (const [name, member] of Object.entries(description.members)) {
      if (member.kind !== 'property' || !this.context.supports(member.since)) continue;
      this.readProperty(name, member as unknown as Property<unknown, unknown>, target, loaded);
    }
  }

  private readProperty(
    name: string,
    property: Property<unknown, unknown>,
    target: unknown,
    { properties }: Loaded,
  ): void {
    const value = property.read(target);
    properties.set(name, value);
    this.responseBytes += name.length + 4 + jsonSize(value);
  }

  private readPart(
    name: string,
    part: Part<unknown>,
    target: unknown,
    paths: readonly string[],
    { parts }: Loaded,
  ): void {
    const inner = part.at(target) ?? null;
    if (inner === null) return;
    const description = this.context.host.classes.description(part.className);
    this.responseBytes += name.length + 6;
    parts.set(
      name,
      this.read(description, inner, { paths: paths.length > 0 ? paths : ['*'], top: null, skip: 0 }),
    );
  }

  private readItems(items: Items<unknown>, target: unknown, query: Query, loaded: Loaded): void {
    const all = items.all(target);
    const wanted = all.slice(query.skip, query.top === null ? undefined : query.skip + query.top);
    const description = this.context.host.classes.description(items.className);
    loaded.items = wanted.map((item) => {
      this.responseBytes += 20;
      const read = this.read(description, item, { paths: query.paths, top: null, skip: 0 });
      return { className: items.className, target: item, loaded: read };
    });
  }

  private give(object: ClientObject, { properties, parts, items }: Loaded): void {
    const state = stateOf(object);
    for (const [name, value] of properties) state.loaded.set(name, value);
    for (const [name, loaded] of parts) {
      this.give((object as unknown as Record<string, ClientObject>)[name]!, loaded);
    }
    if (!items) return;
    state.items = items.map(({ className, target, loaded }) => {
      const item = this.context.itemOf(className, target);
      this.give(item, loaded);
      return item;
    });
  }
}

function actionBytes(action: Action): number {
  switch (action.kind) {
    case 'write':
      return ACTION_BYTES + jsonSize(action.value);
    case 'make':
    case 'call':
      return action.args.reduce<number>(
        (sum, argument) => sum + (argument instanceof ClientObject ? 10 : jsonSize(argument)),
        ACTION_BYTES,
      );
    case 'load':
      return ACTION_BYTES + jsonSize(action.query.paths);
    case 'listen':
      return ACTION_BYTES;
  }
}
