/** Long work on the pane's own thread pauses often, so that clicks are answered and Excel does not take it for dead. */

/** In milliseconds; half of what a person notices. */
const LONGEST_STRETCH = 20;

export class Breath {
  private since = performance.now();

  /** To be awaited every now and then; pauses when it is time. */
  async take(): Promise<void> {
    if (performance.now() - this.since < LONGEST_STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = performance.now();
  }
}
