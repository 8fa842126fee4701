/**
 * A thread beside the command's own, for long files: it reads a file's rest while this one reads its beginning, and
 * writes the persons while this one counts. What it does is in second-thread-work.ts.
 */
import { Worker } from 'node:worker_threads';
import type { Lathund } from 'isu-core';
import type { Asked, PersonsWritten, RestAsked, RestRead } from './second-thread-work.ts';

export class SecondThread {
  private readonly worker = new Worker(new URL('second-thread-work.js', import.meta.url));

  constructor() {
    // It keeps the command from ending only while it is waited for.
    this.worker.unref();
  }

  /** `null` if it could not answer, for whatever reason; likewise below. */
  readRest(rest: Omit<RestAsked, 'task'>): Promise<RestRead | null> {
    return this.ask<RestRead>({ task: 'rest', ...rest });
  }

  /** What core's `personsJson` gives, as UTF-8. */
  writePersons(lathund: Lathund): Promise<PersonsWritten | null> {
    // A function cannot be handed over: the other thread makes its own `key` of `keys`.
    const { persons, keys, actualisations, first, last, months, group, groups } = lathund;
    const columns = { persons, keys, actualisations, first, last, months, group, groups };
    return this.ask<PersonsWritten>({ task: 'persons', ...columns });
  }

  end(): void {
    void this.worker.terminate();
  }

  private ask<Answer>(asked: Asked): Promise<Answer | null> {
    const { worker } = this;
    worker.ref();
    return new Promise((resolve) => {
      const answer = (answered: Answer | null) => {
        worker.off('message', answer).off('error', giveUp).off('exit', giveUp).unref();
        resolve(answered);
      };
      const giveUp = () => answer(null);
      worker.on('message', answer).on('error', giveUp).on('exit', giveUp).postMessage(asked);
    });
  }
}
