/**
 * A thread that is kept from one mutant to the next, with core's modules in it, where Vitest starts one for each run:
 * most of what a mutant costs is else to load the same modules again. Core keeps nothing in its modules that a mutant
 * could leave behind; a mutant of what runs while they load (`static`) has a thread of its own all the same.
 */
import { ThreadsPoolWorker, type PoolOptions, type PoolWorker, type WorkerRequest } from 'vitest/node';

/** So that what Vitest itself leaves behind in a thread stays little. */
const MOST_RUNS = 100;

type Callback = (argument: unknown) => void;
type Start = Extract<WorkerRequest, { type: 'start' }>;

let kept: { readonly thread: ThreadsPoolWorker; runs: number } | null = null;

export function createPoolWorker(options: PoolOptions): PoolWorker {
  const { mode, mutantActivation } = options.project.getProvidedContext() as Record<string, unknown>;
  return mode === 'mutant' && mutantActivation === 'runtime'
    ? new KeptThread(options)
    : new ThreadsPoolWorker(options);
}

class KeptThread implements PoolWorker {
  readonly name = 'kept';
  private readonly options: PoolOptions;
  private readonly listeners: (readonly [event: string, callback: Callback])[] = [];
  private isNew = false;
  private config: Start['context']['config'] | null = null;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  async start(): Promise<void> {
    if (kept && kept.runs >= MOST_RUNS) {
      await kept.thread.stop();
      kept = null;
    }
    if (!kept) {
      const thread = new ThreadsPoolWorker(this.options);
      await thread.start();
      kept = { thread, runs: 0 };
      this.isNew = true;
      this.options.project.vitest.onClose(() => thread.stop().catch(() => undefined));
    }
    kept.runs++;
  }

  on(event: string, callback: Callback): void {
    this.listeners.push([event, callback]);
    kept!.thread.on(event, callback);
  }

  off(event: string, callback: Callback): void {
    kept!.thread.off(event, callback);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'start') {
      this.config = message.context.config;
      if (!this.isNew) this.answer('started');
      else kept!.thread.send(message);
    } else if (message.type === 'stop') this.answer('stopped');
    else if (message.type === 'run')
      // The thread has the settings of its first run: which tests to run is new each time.
      kept!.thread.send({
        ...message,
        context: { ...message.context, config: this.config! },
      } as WorkerRequest);
    else kept!.thread.send(message);
  }

  stop(): Promise<void> {
    for (const [event, callback] of this.listeners) kept!.thread.off(event, callback);
    return Promise.resolve();
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  private answer(type: 'started' | 'stopped'): void {
    setImmediate(() => {
      const message = { type, __vitest_worker_response__: true };
      for (const [event, callback] of this.listeners) if (event === 'message') callback(message);
    });
  }
}
