/** Collects what is asked of Excel until it is as much as one request should carry, and sends it then. */
import { stopIfAsked } from './excel-problem.ts';
import { CHUNK_BYTES } from './json-bytes.ts';

export class Batch {
  private readonly context: Excel.RequestContext;
  private readonly signal: AbortSignal;
  private bytes = 0;

  constructor(context: Excel.RequestContext, signal: AbortSignal) {
    this.context = context;
    this.signal = signal;
  }

  /** To be called before so much is asked. */
  async room(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > CHUNK_BYTES) await this.send();
    if (this.bytes === 0) holdStill(this.context);
    this.bytes += bytes;
  }

  async send(): Promise<void> {
    stopIfAsked(this.signal);
    await this.context.sync();
    this.bytes = 0;
  }
}

/** Until the next sync Excel neither draws nor calculates. */
export function holdStill({ application }: Excel.RequestContext): void {
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
}
