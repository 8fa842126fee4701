/**
 * What an add-in holds in its hand: an object that knows where it came from, remembers what was loaded, and puts
 * everything else on the context's queue. Classes are built from the tables of ../excel.
 */
import type { AnyMember, ClassDescription } from './description.ts';
import { ClientResult } from './client-result.ts';
import { apiNotFound, invalidArgument, notInThisHost, OfficeError, propertyNotLoaded } from './error.ts';
import { EventHandlers } from './event-handlers.ts';
import { queryOf } from './load-option.ts';
import type { RequestContext } from './request-context.ts';

/** Where an object comes from. */
export type Origin =
  | { readonly kind: 'root'; readonly target: unknown }
  | { readonly kind: 'part'; readonly parent: ClientObject; readonly member: string }
  | { readonly kind: 'made'; readonly parent: ClientObject; readonly member: string }
  | { readonly kind: 'item'; readonly target: unknown };

/** What the wire keeps of an object; add-ins never see it. */
export interface ObjectState {
  readonly context: RequestContext;
  readonly description: ClassDescription;
  readonly origin: Origin;
  readonly loaded: Map<string, unknown>;
  readonly parts: Map<string, ClientObject | EventHandlers>;
  items: readonly ClientObject[] | null;
  /** What it stands for, from the sync that found it. */
  found: { target: unknown } | null;
  /** False when `Excel.run` has ended and nobody tracks it. */
  isValid: boolean;
}

const STATE = Symbol('state');

export function stateOf(object: ClientObject): ObjectState {
  return object[STATE];
}

/** Names that JavaScript itself, promises and test runners ask any object for. */
const ASKED_OF_ANYTHING = new Set([
  'then',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  'toJSON',
  'inspect',
]);

/** The end of every prototype chain: a member that no table has is an error, never a silent `undefined`. */
function guard(): object {
  const complain = (receiver: unknown, key: PropertyKey) => {
    const name = receiver instanceof ClientObject ? receiver.className : 'ClientObject';
    throw notInThisHost(`Excel.${name}.${String(key)}`);
  };
  return new Proxy(Object.prototype, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || ASKED_OF_ANYTHING.has(key)) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      return complain(receiver, key);
    },
    set: (_target, key, _value, receiver) => complain(receiver, key),
  });
}

export class ClientObject {
  declare readonly [STATE]: ObjectState;

  constructor(context: RequestContext, description: ClassDescription, origin: Origin) {
    const state: ObjectState = {
      context,
      description,
      origin,
      loaded: new Map(),
      parts: new Map(),
      items: null,
      found: origin.kind === 'root' || origin.kind === 'item' ? { target: origin.target } : null,
      isValid: true,
    };
    Object.defineProperty(this, STATE, { value: state });
  }

  get className(): string {
    return this[STATE].description.name;
  }

  get context(): RequestContext {
    return this[STATE].context;
  }

  get isNullObject(): boolean {
    const isNull = nullness(this);
    if (isNull === null) throw propertyNotLoaded(this.className, 'isNullObject');
    return isNull;
  }

  load(option?: unknown): this {
    const query = queryOf(option);
    this[STATE].context.checkQuery(this, query);
    enqueue(this, { kind: 'load', object: this, query });
    return this;
  }

  set(properties: object, options?: { readonly throwOnReadOnly?: boolean }): void {
    const given = properties instanceof ClientObject ? properties.toJSON() : properties;
    const isStrict = options?.throwOnReadOnly ?? !(properties instanceof ClientObject);
    try {
      for (const [key, value] of Object.entries(given)) {
        if (value !== undefined) setMember(this, key, value, options, isStrict);
      }
    } catch (error) {
      throw invalidArgument('properties', `${this.className}.set`, error as Error);
    }
  }

  toJSON(): Record<string, unknown> {
    const { loaded, parts, items } = this[STATE];
    const json: Record<string, unknown> = Object.fromEntries(loaded);
    for (const [name, object] of parts) {
      if (!(object instanceof ClientObject)) continue;
      const inner = object.toJSON();
      if (Object.keys(inner).length > 0) json[name] = inner;
    }
    if (items) json['items'] = items.map((item) => item.toJSON());
    return json;
  }

  track(): this {
    this[STATE].context.trackedObjects.add(this);
    return this;
  }

  untrack(): this {
    this[STATE].context.trackedObjects.remove(this);
    return this;
  }
}

Object.setPrototypeOf(ClientObject.prototype, guard());

/** Whether it stands for nothing; `null` before the sync that shows it. */
function nullness(object: ClientObject): boolean | null {
  const { found, origin } = stateOf(object);
  if (found) return found.target === null;
  return origin.kind === 'part' && !origin.member.endsWith('OrNullObject') ? nullness(origin.parent) : null;
}

function setMember(
  object: ClientObject,
  key: string,
  value: unknown,
  options: { readonly throwOnReadOnly?: boolean } | undefined,
  isStrict: boolean,
): void {
  const member = stateOf(object).description.members[key];
  if (!member) throw invalidArgument(key, `${object.className}.${key}`);
  if (member.kind === 'part') {
    ((object as unknown as Record<string, unknown>)[key] as ClientObject).set(value as object, options);
  } else if (member.kind === 'property' && member.write) {
    (object as unknown as Record<string, unknown>)[key] = value;
  } else if (isStrict) {
    throw new OfficeError('InvalidArgument', `Attempting to set read-only property '${key}'.`, key);
  }
}

function enqueue(object: ClientObject, action: Parameters<RequestContext['enqueue']>[0]): void {
  const { isValid, context } = stateOf(object);
  if (!isValid) {
    throw new OfficeError(
      'InvalidObjectPath',
      `The object path '${object.className}' isn't working for what you're trying to do. If you're using the object across multiple "context.sync" calls and outside the sequential execution of a ".run" batch, please use the "context.trackedObjects.add()" and "context.trackedObjects.remove()" methods to manage the object's lifetime.`,
      object.className,
    );
  }
  context.enqueue(action);
}

export type ClientClass = new (
  context: RequestContext,
  description: ClassDescription,
  origin: Origin,
) => ClientObject;

/** A class whose members do what the table says. */
export function clientClass(description: ClassDescription): ClientClass {
  const made = { [description.name]: class extends ClientObject {} }[description.name]!;
  for (const [name, member] of Object.entries(description.members)) {
    Object.defineProperty(made.prototype, name, {
      configurable: true,
      enumerable: member.kind !== 'method',
      ...accessor(name, member),
    });
  }
  return made;
}

function accessor(name: string, member: AnyMember): PropertyDescriptor {
  switch (member.kind) {
    case 'property':
      return propertyAccessor(name, member.write !== null);
    case 'part':
      return {
        get(this: ClientObject) {
          demandSupport(this, name);
          return partOf(this, name, () => this.context.partOf(this, name, member.className));
        },
      };
    case 'event':
      return {
        get(this: ClientObject) {
          demandSupport(this, name);
          return partOf(this, name, () => new EventHandlers(this, name));
        },
      };
    case 'items':
      return {
        get(this: ClientObject) {
          const { items } = stateOf(this);
          if (!items) throw propertyNotLoaded(this.className, 'items');
          return items;
        },
      };
    case 'method':
      return {
        writable: true,
        value(this: ClientObject, ...args: unknown[]) {
          demandSupport(this, name);
          return callMethod(this, name, member.gives, member.className, args);
        },
      };
  }
}

function propertyAccessor(name: string, isWritable: boolean): PropertyDescriptor {
  const get = function (this: ClientObject): unknown {
    const { loaded } = stateOf(this);
    if (loaded.has(name)) return loaded.get(name);
    demandSupport(this, name);
    if (nullness(this)) return undefined;
    throw propertyNotLoaded(this.className, name);
  };
  if (!isWritable) return { get };
  const set = function (this: ClientObject, value: unknown): void {
    demandSupport(this, name);
    enqueue(this, { kind: 'write', object: this, member: name, value });
    stateOf(this).loaded.set(name, value);
  };
  return { get, set };
}

function partOf<P extends ClientObject | EventHandlers>(
  object: ClientObject,
  name: string,
  make: () => P,
): P {
  const { parts } = stateOf(object);
  const known = parts.get(name) as P | undefined;
  if (known) return known;
  const made = make();
  parts.set(name, made);
  return made;
}

function callMethod(
  object: ClientObject,
  member: string,
  gives: 'nothing' | 'result' | 'object' | 'object-or-null',
  className: string | null,
  args: readonly unknown[],
): unknown {
  if (className !== null) {
    const made = object.context.madeBy(object, member, className);
    enqueue(object, { kind: 'make', object: made, member: `${object.className}.${member}`, args });
    return made;
  }
  const result = gives === 'result' ? new ClientResult<unknown>() : null;
  enqueue(object, { kind: 'call', object, member, args, result });
  return result ?? undefined;
}

/** Office.js itself, not Excel, refuses what a version lacks: at once, when the member is touched. */
function demandSupport(object: ClientObject, name: string): void {
  const member = stateOf(object).description.members[name]!;
  if (member.kind === 'items' || object.context.supports(member.since)) return;
  const [set, version] = member.since.includes(' ') ? member.since.split(' ') : ['ExcelApi', member.since];
  throw apiNotFound(`${object.className}.${name}`, set!, version!);
}
