/** Tells the add-in's handlers what happened, after the sync (or the person's edit) that it happened in. */
import type { Events, EventKind, WorkbookEvent } from '../model/events.ts';
import type { Handler } from '../wire/event-handlers.ts';

interface Listener {
  readonly kind: EventKind;
  readonly tell: (event: WorkbookEvent) => object | null;
  readonly handler: Handler;
}

export class EventDispatch {
  /** `context.runtime.enableEvents`. */
  isOn = true;
  private readonly listeners = new Set<Listener>();
  private readonly waiting: { readonly listener: Listener; readonly args: object }[] = [];
  private running: Promise<void> | null = null;
  private readonly onError: (error: unknown) => void;

  constructor(events: Events, onError: (error: unknown) => void) {
    this.onError = onError;
    events.listen((event) => this.note(event));
  }

  listen(kind: EventKind, tell: Listener['tell'], handler: Handler): () => void {
    const listener: Listener = { kind, tell, handler };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Begins telling what waits. Handlers run one after the other, and never inside the sync that caused them. */
  tell(): void {
    if (this.waiting.length === 0 || this.running) return;
    this.running = this.run().finally(() => {
      this.running = null;
      this.tell();
    });
  }

  /** Until nobody has anything left to hear. */
  async told(): Promise<void> {
    while (this.running) await this.running;
  }

  /** The words are made at once, since what the event tells of may be gone when it is heard. */
  private note(event: WorkbookEvent): void {
    if (!this.isOn) return;
    for (const listener of this.listeners) {
      const args = listener.kind === event.kind ? listener.tell(event) : null;
      if (args) this.waiting.push({ listener, args });
    }
  }

  private async run(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (!this.listeners.has(next.listener)) continue;
      try {
        await next.listener.handler(next.args as never);
      } catch (error) {
        this.onError(error);
      }
    }
  }
}
