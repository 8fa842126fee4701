/**
 * What a page's own thread has done at one stretch, and whose code did it: Chromium's trace of its tasks, with the
 * processor's time for each, and its profiler's samples.
 */
import type { Page } from 'playwright-core';

/** Longer than this a person notices (RAIL; the Long Tasks API has the same). */
export const LONG_TASK = 50;

export interface LongTask {
  /** Milliseconds of the processor, not on the wall: others on the machine count for nothing. */
  readonly milliseconds: number;
  /** Of these, by the file whose code ran, or that called what ran; empty without a profile. */
  readonly byFile: Readonly<Record<string, number>>;
  /** The functions that took most. */
  readonly functions: readonly string[];
}

const TASKS = ['devtools.timeline', 'toplevel', '__metadata'];
const PROFILE = 'disabled-by-default-v8.cpu_profiler';

/**
 * The tasks of the page's main thread that are longer than so many milliseconds of the processor, while work is done.
 *
 * @param isProfiled whether to tell whose code it was, which makes all somewhat slower
 */
export async function tasksLongerThan(
  milliseconds: number,
  page: Page,
  work: () => Promise<void>,
  isProfiled: boolean,
): Promise<readonly LongTask[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: isProfiled ? [...TASKS, PROFILE] : TASKS });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  return longTasks(trace.traceEvents, milliseconds, isProfiled);
}

/** What `slowness` takes where the limits were set: one core of a small cloud server in 2026. */
const USUAL = 10;

/** How many times slower than usual this page's thread is now: other work may share the machine. At least 1. */
export async function slowness(page: Page): Promise<number> {
  const milliseconds = await page.evaluate(() => {
    const once = () => {
      const start = performance.now();
      const sums = new Map<string, number>();
      let length = 0;
      for (let i = 0; i < 60_000; i++) {
        const key = `k${String(i % 977)}`;
        sums.set(key, (sums.get(key) ?? 0) + i);
        length += JSON.stringify([i, key]).length;
      }
      return length > 0 ? performance.now() - start : 0;
    };
    return Array.from({ length: 9 }, once).sort((a, b) => a - b)[4]!;
  });
  return Math.max(1, milliseconds / USUAL);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly id?: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the processor. */
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly timeDeltas?: readonly number[];
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly functionName: string; readonly url?: string };
}

function longTasks(
  events: readonly TraceEvent[],
  milliseconds: number,
  isProfiled: boolean,
): readonly LongTask[] {
  const isMain = mainThread(events);
  const samples = isProfiled ? samplesOf(events, isMain) : [];
  return events
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && event.ph === 'X' && isMain(event))
    .filter(({ tdur = 0 }) => tdur / 1000 > milliseconds)
    .map(({ ts, dur = 0, tdur = 0 }) => {
      const within = samples.filter(({ at }) => at >= ts && at <= ts + dur);
      const share = tdur / 1000 / Math.max(1, within.length);
      const counted = (of: (sample: Sample) => string) => {
        const sums: Record<string, number> = {};
        for (const sample of within) sums[of(sample)] = (sums[of(sample)] ?? 0) + share;
        return Object.entries(sums).sort(([, a], [, b]) => b - a);
      };
      return {
        milliseconds: tdur / 1000,
        byFile: Object.fromEntries(counted(({ file }) => file)),
        functions: counted(({ file, name }) => `${name} (${file})`)
          .slice(0, 6)
          .map(([name, ms]) => `${ms.toFixed(0)} ms ${name}`),
      };
    });
}

/** Of the renderer that has run most code: that of the page. */
function mainThread(events: readonly TraceEvent[]): (event: TraceEvent) => boolean {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const busy = ({ pid, tid }: TraceEvent) =>
    events.reduce((sum, event) => sum + (event.pid === pid && event.tid === tid ? (event.tdur ?? 0) : 0), 0);
  const [first] = threads.map((thread) => ({ thread, time: busy(thread) })).sort((a, b) => b.time - a.time);
  if (!first) throw new Error('the trace has no renderer');
  return ({ pid, tid }) => pid === first.thread.pid && tid === first.thread.tid;
}

interface Sample {
  readonly at: number;
  readonly name: string;
  readonly file: string;
}

function samplesOf(events: readonly TraceEvent[], isMain: (event: TraceEvent) => boolean): readonly Sample[] {
  const profile = events.find((event) => event.name === 'Profile' && isMain(event));
  if (!profile) throw new Error('the trace has no profile of the page');
  const nodes = new Map<number, ProfileNode>();
  const samples: Sample[] = [];
  let at = profile.args.data!.startTime!;
  const chunks = events.filter(
    ({ name, id, pid }) => name === 'ProfileChunk' && id === profile.id && pid === profile.pid,
  );
  for (const { args } of chunks.toSorted((a, b) => a.ts - b.ts)) {
    for (const node of args.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    const deltas = args.data?.timeDeltas ?? [];
    for (const [i, id] of (args.data?.cpuProfile?.samples ?? []).entries()) {
      at += deltas[i] ?? 0;
      const node = nodes.get(id);
      if (node && node.callFrame.functionName !== '(idle)') samples.push({ at, ...whoseIs(node, nodes) });
    }
  }
  return samples;
}

/** What has no file of its own, as the parsing of JSON or the copying of a message, is its caller's. */
function whoseIs(leaf: ProfileNode, nodes: ReadonlyMap<number, ProfileNode>) {
  let node: ProfileNode | undefined = leaf;
  while (node && !node.callFrame.url) node = node.parent === undefined ? undefined : nodes.get(node.parent);
  const file = node?.callFrame.url?.split('/').at(-1) ?? 'the browser';
  return { file, name: leaf.callFrame.functionName || 'nameless' };
}
