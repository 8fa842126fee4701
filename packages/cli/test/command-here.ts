/** Runs a call of `isu` in this process, from source: for the many calls whose own start would take longest. */
import { resolve, sep } from 'node:path';
import type { Language, Problem } from 'isu-core';
import { vi } from 'vitest';
import { readCall, type Call } from '../src/call.ts';
import type { OptionName } from '../src/commands.ts';
import { runCompare } from '../src/compare/compare.ts';
import { runReview } from '../src/review/review.ts';
import { runSampleReview } from '../src/review/sample.ts';
import { runSpss } from '../src/spss.ts';

export interface RunHere {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly error: string;
}

const TODAY = '2026-11-22';
/** Options whose value is a file. */
const FILES: readonly OptionName[] = [
  'out',
  'json',
  'settings',
  'key',
  'second',
  'check',
  'form',
  'population',
  'profile',
];

/** Calls of `isu review`, `isu compare`, `isu spss` and `isu sample --review`; the files that they name lie in the folder, also in errors. */
export async function isuHere(args: readonly string[], folder: string): Promise<RunHere> {
  const { error, ...run } = await runIn(folder, args);
  return { ...run, error: error.replaceAll(`${folder}${sep}`, '') };
}

async function runIn(folder: string, args: readonly string[]): Promise<RunHere> {
  const { language, call } = readCall(args);
  if (!call.ok) return failed(call.problem, language);
  const written = { out: '', error: '' };
  const catching = (stream: 'stdout' | 'stderr', name: 'out' | 'error') =>
    vi.spyOn(process[stream], 'write').mockImplementation((piece: string | Uint8Array, then?: unknown) => {
      written[name] += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
      if (typeof then === 'function') (then as () => void)();
      return true;
    });
  // Each call listens to its output's faults to the end of the process, which here is not its own.
  const listening = process.stdout.listeners('error');
  const spies = [catching('stdout', 'out'), catching('stderr', 'error')];
  try {
    const outcome = await run(inFolder(call.value, folder));
    if (!outcome.ok) return failed(outcome.problem, language);
    return { code: outcome.value, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    for (const listener of process.stdout.listeners('error'))
      if (!listening.includes(listener)) process.stdout.off('error', listener as () => void);
  }
}

function failed(problem: Problem, language: Language): RunHere {
  return { code: 2, out: '', error: `${problem[language]}\n` };
}

function run(call: Call) {
  const { command } = call;
  if (command === 'sample') return runSampleReview(call);
  if (command === 'compare') return runCompare(call, TODAY);
  if (command === 'spss') return runSpss(call, TODAY);
  if (command === 'review new' || command === 'review fill') return runReview(command, call, TODAY);
  if (command === 'review tables' || command === 'review form') return runReview(command, call, TODAY);
  throw new Error(`${command} is not run here.`);
}

/** As if the call were made in that folder; a test's thread cannot go there. */
function inFolder(call: Call, folder: string): Call {
  const at = (path: string | null) => (path === null ? null : resolve(folder, path));
  const options = Object.fromEntries(
    Object.entries(call.options).map(([name, value]) => [
      name,
      isFile(name, value) ? resolve(folder, value) : value,
    ]),
  );
  const files = call.files.map((file) => resolve(folder, file));
  return { ...call, file: at(call.file), register: at(call.register), files, options };
}

function isFile(name: string, value: string): boolean {
  if (name === 'form' || name === 'profile') return value.includes('.');
  return value !== '-' && (FILES as readonly string[]).includes(name);
}
