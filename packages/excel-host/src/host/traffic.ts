/** What an add-in has asked of Excel: for budgets. */
export interface Sync {
  /** Counted from 1. */
  readonly number: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export class Traffic {
  readonly log: Sync[] = [];
  private readonly listeners = new Set<() => void>();

  /** Requests that reached Excel: a sync of an empty queue is none. */
  get syncs(): number {
    return this.log.length;
  }

  get requestBytes(): number {
    return this.log.reduce((sum, sync) => sum + sync.requestBytes, 0);
  }

  get responseBytes(): number {
    return this.log.reduce((sum, sync) => sum + sync.responseBytes, 0);
  }

  get largestRequest(): number {
    return this.log.reduce((most, sync) => Math.max(most, sync.requestBytes), 0);
  }

  get largestResponse(): number {
    return this.log.reduce((most, sync) => Math.max(most, sync.responseBytes), 0);
  }

  reset(): void {
    this.log.length = 0;
  }

  record(sync: Omit<Sync, 'number'>): void {
    this.log.push({ number: this.log.length + 1, ...sync });
    for (const listener of this.listeners) listener();
  }

  /** Told of every request: Excel has no event for a width or a frozen row, and a window that shows them must know. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
