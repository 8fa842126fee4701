/** Mishaps on demand: what goes wrong in offices, made to happen in a test. */
import { Fault, type FaultCode } from '../model/fault.ts';
import type { Action } from '../wire/action.ts';

/** A request as a mishap sees it. */
export interface SeenRequest {
  /** Counted from 1, over all contexts. */
  readonly number: number;
  readonly bytes: number;
  /** `Worksheet.delete`, `Range.values`, `Table.load`: what the batch does, in order. */
  readonly does: readonly string[];
}

export type When = number | ((request: SeenRequest) => boolean);

interface Mishap {
  readonly when: When;
  readonly happen: () => Promise<void>;
  times: number;
}

export class Faults {
  private readonly mishaps: Mishap[] = [];
  private requests = 0;

  /** The sync does nothing and rejects with the code: the nth request from now, or the first that matches. */
  failSync(when: When = 1, code: FaultCode = 'GeneralException', times = 1): void {
    this.add(when, times, () => Promise.reject(new Fault(code, 'made to fail')));
  }

  /** Something happens just before the request is done, as when a colleague deletes a sheet. */
  beforeSync(when: When, happen: () => void | Promise<void>, times = 1): void {
    this.add(when, times, async () => happen());
  }

  /** The answer takes its time. */
  slowSync(milliseconds: number, when: When = () => true, times = Infinity): void {
    this.add(when, times, () => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  }

  clear(): void {
    this.mishaps.length = 0;
  }

  /** Called by the host for each request. */
  async meet(bytes: number, actions: readonly Action[]): Promise<void> {
    this.requests++;
    const request: SeenRequest = { number: this.requests, bytes, does: actions.map(actionName) };
    const due = this.mishaps.filter(({ when }) =>
      typeof when === 'number' ? when === request.number : when(request),
    );
    for (const mishap of due) {
      mishap.times--;
      if (mishap.times <= 0) this.mishaps.splice(this.mishaps.indexOf(mishap), 1);
      await mishap.happen();
    }
  }

  private add(when: When, times: number, happen: () => Promise<void>): void {
    this.mishaps.push({ when: typeof when === 'number' ? this.requests + when : when, happen, times });
  }
}

function actionName(action: Action): string {
  if (action.kind === 'make') return action.member;
  return `${action.object.className}.${action.kind === 'load' ? 'load' : action.member}`;
}
