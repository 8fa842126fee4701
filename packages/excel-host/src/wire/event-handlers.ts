/** `worksheet.onChanged` and its like. Handlers are added and removed at sync, as in Excel. */
import { stateOf, type ClientObject } from './client-object.ts';
import type { EventMember } from './description.ts';
import type { RequestContext } from './request-context.ts';

export type Handler = (args: never) => Promise<unknown>;

export class EventHandlers {
  private readonly owner: ClientObject;
  private readonly member: string;
  private readonly stops = new Map<Handler, (() => void)[]>();

  constructor(owner: ClientObject, member: string) {
    this.owner = owner;
    this.member = member;
  }

  get context(): RequestContext {
    return this.owner.context;
  }

  add(handler: Handler): EventHandlerResult {
    const { context } = this;
    const description = stateOf(this.owner).description.members[
      this.member
    ] as unknown as EventMember<unknown>;
    this.queue((target) => {
      const stop = context.host.listen(description.on, (event) => description.tell(target, event), handler);
      this.stops.set(handler, [...(this.stops.get(handler) ?? []), stop]);
    });
    return new EventHandlerResult(this, handler);
  }

  remove(handler: Handler): void {
    this.queue(() => {
      this.stops.get(handler)?.pop()?.();
    });
  }

  private queue(listen: (target: unknown) => void): void {
    this.context.enqueue({ kind: 'listen', object: this.owner, member: this.member, listen });
  }
}

export class EventHandlerResult {
  private readonly handlers: EventHandlers;
  private readonly handler: Handler;
  private isRemoved = false;

  constructor(handlers: EventHandlers, handler: Handler) {
    this.handlers = handlers;
    this.handler = handler;
  }

  get context(): RequestContext {
    return this.handlers.context;
  }

  remove(): void {
    if (!this.isRemoved) this.handlers.remove(this.handler);
    this.isRemoved = true;
  }
}
