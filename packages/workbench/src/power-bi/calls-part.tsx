/** What the visual has called in its host, the latest first; the same call many times in a row is one line. */
import type { CallLine } from './messages.ts';
import type { PowerBiWords } from './words/words.ts';

export function CallsPart({ calls, words }: CallsPartProps) {
  return (
    <ol className="calls" aria-label={words.calls}>
      {runsOf(calls).map(({ number, name, detail, count }) => (
        <li key={number} value={number}>
          <code>{name}</code> {detail}
          {count > 1 && <small> {words.times(count)}</small>}
        </li>
      ))}
    </ol>
  );
}

interface CallsPartProps {
  readonly calls: readonly CallLine[];
  readonly words: PowerBiWords;
}

interface Run extends CallLine {
  readonly count: number;
}

/** An update that has begun and finished is one thing. */
function runsOf(calls: readonly CallLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    const isUpdate = call.name === 'renderingFinished' && calls[i + 1]?.name === 'renderingStarted';
    const name = isUpdate ? 'renderingStarted, renderingFinished' : call.name;
    if (isUpdate) i++;
    const last = runs.at(-1);
    if (last?.name === name && last.detail === call.detail)
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ ...call, name, count: 1 });
  }
  return runs;
}
