/** Where the results are to go, asked before the work is done: what cannot be written, or is itself to be read. */
import { succeed, type Outcome } from 'isu-core';
import type { Call } from './call.ts';
import { overwritesSource, sameTarget, wrongEnding } from './file-problems.ts';
import { endingOf, isSameFile, mayWrite } from './files.ts';

/** @param sources the files that the analysis reads: a result must take the place of none of them */
export async function mayWriteResults(
  { out, json }: Call['options'],
  sources: readonly (string | null | undefined)[],
): Promise<Outcome<unknown>> {
  if (out !== undefined && endingOf(out) !== '.xlsx')
    return wrongEnding('--out', out, { sv: '.xlsx', en: '.xlsx', first: '.xlsx' });
  const targets = [
    { option: '--out', target: out },
    { option: '--json', target: json === '-' ? undefined : json },
  ];
  for (const { option, target } of targets) {
    const ready = target === undefined ? null : await mayWriteFile(option, target, sources);
    if (ready?.ok === false) return ready;
  }
  if (out !== undefined && json !== undefined && (out === json || (await isSameFile(out, json))))
    return sameTarget(out);
  return succeed(null);
}

/** @param sources as above */
export async function mayWriteFile(
  option: string,
  target: string,
  sources: readonly (string | null | undefined)[],
): Promise<Outcome<string>> {
  for (const source of sources)
    if (source && (await isSameFile(source, target))) return overwritesSource(option, target);
  return mayWrite(target);
}
