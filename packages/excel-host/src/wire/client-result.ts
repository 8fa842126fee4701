/** A value that a call promises: it is there after the next sync. */
import { OfficeError } from './error.ts';

export class ClientResult<T> {
  private settled: { readonly value: T } | null = null;

  get value(): T {
    if (this.settled) return this.settled.value;
    throw new OfficeError(
      'ValueNotLoaded',
      'The value of the result object has not been loaded yet. Before reading the value property, call "context.sync()" on the associated request context.',
      'clientResult.value',
    );
  }

  /** Called by sync. */
  settle(value: T): void {
    this.settled = { value };
  }
}
