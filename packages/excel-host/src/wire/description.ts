/**
 * One table a class says which members it has, since which requirement set, and what each does to the model. The client
 * objects, the requirement check, the README's list and the proof against @types/office-js all stand on these tables: a
 * new member is one line.
 */
import type { EventKind, EventOf, WorkbookEvent } from '../model/events.ts';
import type { AreasOf, CellsOf } from '../model/cells-of.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Steps } from '../model/writing.ts';
import { checked } from './checked.ts';

/** `1.7` is ExcelApi 1.7; other sets have their name before it. */
export type Since =
  `${number}.${number}` | `ExcelApiOnline ${number}.${number}` | `ExcelApiDesktop ${number}.${number}`;

/** A plain value, read at `load` and perhaps written. */
export interface Property<T, V> {
  readonly kind: 'property';
  readonly since: Since;
  readonly read: (target: T) => V | null;
  /** What takes long is done in steps. */
  readonly write: ((target: T, value: V) => void | Steps) | null;
}

export interface ReadOnly<T, V> extends Property<T, V> {
  readonly write: null;
}

/** Another object that hangs on this one. `null` is a missing one. */
export interface Part<T> {
  readonly kind: 'part';
  readonly since: Since;
  readonly className: string;
  readonly at: (target: T) => unknown;
}

/** A call. What it gives back is nothing, a value that is there after sync, or an object. */
export interface Method<T, A extends readonly unknown[], R> {
  readonly kind: 'method';
  readonly since: Since;
  readonly gives: 'nothing' | 'result' | 'object' | 'object-or-null';
  /** The class of the object that it gives. */
  readonly className: string | null;
  readonly call: (target: T, ...args: Targets<A>) => R;
}

export interface Items<T> {
  readonly kind: 'items';
  readonly className: string;
  readonly all: (target: T) => readonly unknown[];
}

export interface EventMember<T> {
  readonly kind: 'event';
  readonly since: Since;
  readonly on: EventKind;
  /** What the handler gets, or `null` where the event does not concern this object. */
  readonly tell: (target: T, event: WorkbookEvent) => object | null;
}

/** What an argument is here: the cells or the sheet that a client object stands for, an enum's text. */
type Target<A> = A extends Excel.Range
  ? CellsOf
  : A extends Excel.RangeAreas
    ? AreasOf
    : A extends Excel.Worksheet
      ? Sheet
      : Plain<A>;
type Targets<A extends readonly unknown[]> = { [I in keyof A]: Target<A[I]> };

/** Enums are declared by @types/office-js as types only; at run time they are their texts. */
type Plain<V> = V extends string ? `${V}` : V;

/** Members that every client object has by itself. */
type Built = 'context' | 'isNullObject' | 'load' | 'set' | 'toJSON' | 'track' | 'untrack' | 'items';

type ResultOf<R> = R extends OfficeExtension.ClientObject
  ? unknown
  : R extends OfficeExtension.ClientResult<infer V>
    ? V
    : unknown;

/**
 * In brackets, so that a union of values is one property and not a union of properties. Event handlers are known by
 * what `add` gives.
 */
type MemberOf<T, V> = 0 extends 1 & V
  ? Property<T, V>
  : [V] extends [{ add(handler: never): { remove(): void } }]
    ? EventMember<T>
    : [V] extends [(...args: infer A) => infer R]
      ? Method<T, A, ResultOf<R>>
      : [V] extends [OfficeExtension.ClientObject]
        ? Part<T>
        : Property<T, Plain<V>>;

export type Members<C, T> = {
  readonly [K in Exclude<keyof C, Built>]?: MemberOf<T, C[K]>;
} & (C extends { readonly items: readonly unknown[] } ? { readonly items: Items<T> } : object);

export type AnyMember =
  | Property<never, never>
  | Part<never>
  | Method<never, readonly unknown[], unknown>
  | Items<never>
  | EventMember<never>;

export interface ClassDescription {
  readonly name: string;
  readonly members: Readonly<Record<string, AnyMember>>;
  /** Whether the thing is still in the workbook. */
  readonly isThere: (target: unknown) => boolean;
}

/** `describe<Excel.Chart, Chart>()('Chart', {…})`: the class as @types/office-js has it, and what stands for it here. */
export function describe<C, T>(
  name: string,
  members: Members<C, T>,
  isThere: (target: T) => boolean = () => true,
): ClassDescription {
  return {
    name,
    members: members as unknown as ClassDescription['members'],
    isThere: isThere as (target: unknown) => boolean,
  };
}

export function value<T, V>(since: Since, read: (target: T) => V | null): ReadOnly<T, V> {
  return { kind: 'property', since, read, write: null };
}

export function writable<T, V>(
  since: Since,
  read: (target: T) => V | null,
  write: (target: T, value: V) => void | Steps,
): Property<T, V> {
  return { kind: 'property', since, read, write };
}

/** A property that is a field of the target by the same name, with nothing else to it. */
export function field<T, K extends keyof T, V>(since: Since, key: K, allowed?: readonly V[]): Property<T, V> {
  return {
    kind: 'property',
    since,
    read: (target) => target[key] as unknown as V,
    write: (target, value) => {
      target[key] = checked(String(key), value, target[key], allowed) as T[K];
    },
  };
}

export function part<T>(since: Since, className: string, at: (target: T) => unknown): Part<T> {
  return { kind: 'part', since, className, at };
}

/** Does something and gives nothing. */
export function act<T, A extends readonly unknown[]>(
  since: Since,
  call: (target: T, ...args: Targets<A>) => void,
): Method<T, A, unknown> {
  return { kind: 'method', since, gives: 'nothing', className: null, call };
}

/** Gives a value that is there after sync. */
export function answer<T, A extends readonly unknown[], R>(
  since: Since,
  call: (target: T, ...args: Targets<A>) => R,
): Method<T, A, R> {
  return { kind: 'method', since, gives: 'result', className: null, call };
}

/** Gives an object; `null` from the model is `ItemNotFound`. */
export function give<T, A extends readonly unknown[]>(
  since: Since,
  className: string,
  call: (target: T, ...args: Targets<A>) => unknown,
): Method<T, A, unknown> {
  return { kind: 'method', since, gives: 'object', className, call };
}

/** Gives an object whose `isNullObject` is true where the model has none. */
export function giveOrNull<T, A extends readonly unknown[]>(
  since: Since,
  className: string,
  call: (target: T, ...args: Targets<A>) => unknown,
): Method<T, A, unknown> {
  return { kind: 'method', since, gives: 'object-or-null', className, call };
}

export function items<T>(className: string, all: (target: T) => readonly unknown[]): Items<T> {
  return { kind: 'items', className, all };
}

export function event<T, K extends EventKind>(
  since: Since,
  on: K,
  tell: (target: T, event: EventOf<K>) => object | null,
): EventMember<T> {
  return { kind: 'event', since, on, tell: tell as EventMember<T>['tell'] };
}
