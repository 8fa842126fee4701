/**
 * What the page's main thread was busy with, task by task: a trace of the browser with samples of its stacks, which
 * source maps lead back to our files. Time is the thread's own, so that other programs on the machine cost nothing, and
 * is counted in the speed of a known computer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

/**
 * `drawing`: React and the grid. `excel`: the in-memory Excel. `pane`: the task pane's scripts. `workbench`: the rest of
 * our page. `browser`: what no script has called for, as style, layout and paint. `tools`: of the test itself.
 */
export type Kind = 'drawing' | 'excel' | 'pane' | 'workbench' | 'garbage' | 'tools' | 'browser';

export interface MainTask {
  /** Milliseconds of a known computer. */
  readonly time: number;
  readonly by: Readonly<Partial<Record<Kind, number>>>;
  /** Where most of it was spent, for whoever must mend it. */
  readonly places: readonly string[];
}

/** Time in a task that is no drawing. */
export function workIn({ time, by: { drawing = 0, browser = 0 } }: MainTask): number {
  return time - drawing - browser;
}

export interface Recording {
  /** @returns the tasks since the recording began */
  end(): Promise<readonly MainTask[]>;
}

const CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'blink.user_timing',
];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly timeDeltas?: readonly number[];
      readonly cpuProfile?: { readonly nodes?: readonly StackNode[]; readonly samples?: readonly number[] };
    };
  };
}

interface StackNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url?: string;
    readonly lineNumber?: number;
    readonly columnNumber?: number;
  };
}

/**
 * @param page whose renderer is watched
 * @param scripts the folder of its built scripts, with their source maps
 */
export async function recordTasks(page: Page, scripts: string): Promise<Recording> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  for (let round = 0; round < ROUNDS; round++) await page.evaluate(yardstick, YARDSTICK);
  return {
    async end() {
      await ended(session);
      await session.detach();
      return tasksOf(events, new Sources(scripts));
    },
  };
}

function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  return session.send('Tracing.end').then(() => complete);
}

const YARDSTICK = 'yardstick';
const ROUNDS = 5;
/** What the yardstick takes of an idle core of a server of 2023, in milliseconds. */
const KNOWN = 8;

/** Work like that of the page: lists, texts, numbers, look-ups. */
function yardstick(name: string): void {
  const rows = Array.from({ length: 30_000 }, (_, i) => [i, `text ${String(i % 977)}`, i * 1.5] as const);
  const byText = new Map<string, number>();
  for (const [number, text] of rows) byText.set(text, (byText.get(text) ?? 0) + number);
  performance.mark(name, { detail: JSON.stringify(rows).length + byText.size });
}

function tasksOf(events: readonly TraceEvent[], sources: Sources): readonly MainTask[] {
  const marks = events.filter(({ name }) => name === YARDSTICK);
  const isOurs = ({ pid, tid }: TraceEvent) => pid === marks[0]!.pid && tid === marks[0]!.tid;
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && isOurs(event));
  const holds = ({ ts, dur = 0 }: TraceEvent, { ts: at }: TraceEvent) => at >= ts && at <= ts + dur;
  const measured = tasks.filter((task) => marks.some((mark) => holds(task, mark)));
  const speed = KNOWN / (Math.min(...measured.map(cpuTime)) / 1000);
  const begin = Math.max(...measured.map(({ ts, dur = 0 }) => ts + dur));
  const samples = samplesOf(
    events,
    events.find((event) => event.name === 'Profile' && isOurs(event))!,
    sources,
  );
  return tasks
    .filter(({ ts }) => ts >= begin)
    .map((task) => {
      const within = samples.filter((sample) => holds(task, sample as unknown as TraceEvent));
      return attributed((cpuTime(task) / 1000) * speed, within);
    });
}

/** Where a system does not count the time of threads, that of the clock. */
function cpuTime({ tdur, dur = 0 }: TraceEvent): number {
  return tdur ?? dur;
}

interface Sample {
  readonly ts: number;
  readonly lasted: number;
  readonly kind: Kind;
  readonly place: string;
}

function attributed(time: number, samples: readonly Sample[]): MainTask {
  const sampled = samples.reduce((sum, { lasted }) => sum + lasted, 0);
  const by: Partial<Record<Kind, number>> = sampled === 0 ? { browser: time } : {};
  const places = new Map<string, number>();
  for (const { lasted, kind, place } of samples) {
    const part = (lasted / sampled) * time;
    by[kind] = (by[kind] ?? 0) + part;
    places.set(place, (places.get(place) ?? 0) + part);
  }
  const most = [...places].sort(([, a], [, b]) => b - a).slice(0, 5);
  return { time, by, places: most.map(([place, part]) => `${part.toFixed(0)} ms ${place}`) };
}

/** Samples are gathered by a thread of their own: they belong to the profile of the thread that they tell of. */
function samplesOf(events: readonly TraceEvent[], profile: TraceEvent, sources: Sources): readonly Sample[] {
  const nodes = new Map<number, StackNode>();
  const samples: Sample[] = [];
  let at = profile.args.data!.startTime!;
  const known = new Map<number, Pick<Sample, 'kind' | 'place'>>();
  const chunks = events
    .filter(({ name, pid, id }) => name === 'ProfileChunk' && pid === profile.pid && id === profile.id)
    .sort((a, b) => a.ts - b.ts);
  for (const { args } of chunks) {
    const { cpuProfile, timeDeltas = [] } = args.data!;
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    for (const [i, id] of (cpuProfile?.samples ?? []).entries()) {
      const lasted = timeDeltas[i]!;
      at += lasted;
      let place = known.get(id);
      if (!place) known.set(id, (place = placeOf(id, nodes, sources)));
      samples.push({ ts: at, lasted, ...place });
    }
  }
  return samples;
}

/** From the innermost function out: whoever called for the work has done it, be it in a library or the browser. */
function placeOf(
  id: number,
  nodes: ReadonlyMap<number, StackNode>,
  sources: Sources,
): Pick<Sample, 'kind' | 'place'> {
  const stack: string[] = [];
  for (let node = nodes.get(id); node; node = node.parent === undefined ? undefined : nodes.get(node.parent))
    stack.push(sources.fileOf(node));
  const [inmost = ''] = stack;
  const ours = stack.find((file) => file.includes('/')) ?? inmost;
  const place = `${inmost === ours ? '' : `${inmost} in `}${ours}`;
  const has = (part: string) => stack.some((file) => file.includes(part));
  if (inmost === '(garbage collector)') return { kind: 'garbage', place };
  if (has('/pane/')) return { kind: 'pane', place };
  if (has('react-dom') || has('workbook-watch')) return { kind: 'drawing', place };
  if (has('excel-host') || has('workbook-file')) return { kind: 'excel', place };
  if (has('packages/workbench')) return { kind: 'workbench', place };
  return { kind: stack.every((file) => file.startsWith('(')) ? 'browser' : 'tools', place };
}

/** Files of the workspace by their place in built scripts. */
class Sources {
  private readonly maps: ReadonlyMap<string, SourceMap>;

  constructor(folder: string) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.js.map'));
    this.maps = new Map(
      names.map((name) => {
        const payload = JSON.parse(readFileSync(join(folder, name), 'utf8')) as SourceMapPayload;
        return [name.replace(/\.map$/, ''), new SourceMap(payload)];
      }),
    );
  }

  /** Of our own scripts the source file; of others their address; of the browser's own work its name. */
  fileOf({ callFrame: { functionName, url = '', lineNumber = 0, columnNumber = 0 } }: StackNode): string {
    const { pathname } = URL.canParse(url) ? new URL(url) : { pathname: '' };
    if (pathname === '') return functionName.startsWith('(') ? functionName : `(${functionName})`;
    const map = pathname.startsWith('/pane/') ? undefined : this.maps.get(pathname.slice(1));
    const entry = map?.findEntry(lineNumber, columnNumber);
    return entry && 'originalSource' in entry ? entry.originalSource.replace(/^(\.\.\/)+/, '') : pathname;
  }
}
