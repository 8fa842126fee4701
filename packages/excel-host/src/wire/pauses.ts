/**
 * Where a page shall stay awake, a long request pauses between its actions. Requests are done whole, one after the
 * other, all the same.
 */
export type Pause = () => Promise<void> | undefined;

export class Pauses {
  private readonly pause: Pause;
  private last: Promise<void> = Promise.resolve();

  /** @param pause asked whenever a pause may be taken; what it gives is waited for */
  constructor(pause: Pause) {
    this.pause = pause;
  }

  /** Most often there is none to wait for, and no time is lost on asking. */
  take(): Promise<void> | undefined {
    return this.pause();
  }

  /** Waits until the requests before are done; gives what lets the next begin. */
  async turn(): Promise<() => void> {
    const before = this.last;
    let end!: () => void;
    this.last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }
}
