/** Tells those who draw a workbook that it has changed, at most once a frame; each looks whether it concerns them. */
import type { ExcelHost } from 'isu-excel-host';

export class WorkbookWatch {
  private readonly listeners = new Set<() => void>();
  private readonly ends: readonly (() => void)[];
  private frame = 0;
  private told = 0;

  constructor({ workbook, traffic }: ExcelHost) {
    const later = () => this.later();
    this.ends = [workbook.events.listen(later), traffic.listen(later)];
  }

  /** How often has been told: between two times, nothing needs to be looked at twice. */
  get times(): number {
    return this.told;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  end(): void {
    cancelAnimationFrame(this.frame);
    for (const end of this.ends) end();
  }

  private later(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.told++;
      for (const listener of [...this.listeners]) listener();
    });
  }
}
