/** Every example in the docstrings of core/src/statistics is run, and gives the answer that it states. */
import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/statistics/', import.meta.url);

/** The numbers of an answer, rounded to the seven decimals that the docstrings state. */
function rounded(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value,
    ),
  );
}

const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const functions: Record<string, unknown> = {};
for (const file of files) Object.assign(functions, await import(new URL(file, folder).href));

const examples = files.flatMap((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return Array.from(text.matchAll(/@example\n \* (?<call>.*) \/\/ → (?<answer>.*)\n/g), ({ groups }) => ({
    file,
    call: groups!['call']!,
    answer: groups!['answer']!,
  }));
});

describe('the examples in the docstrings', () => {
  it.each(examples)('$file: $call', ({ call, answer }) => {
    const given = runInNewContext(call, { ...functions }) as unknown;
    const stated = runInNewContext(`(${answer})`) as unknown;
    expect(rounded(given)).toEqual(rounded(stated));
  });

  it('are found, all of them', () => {
    const written = files.map(
      (file) => readFileSync(new URL(file, folder), 'utf8').split('@example').length - 1,
    );
    expect(examples.length).toBe(written.reduce((sum, count) => sum + count, 0));
    expect(examples.length).toBeGreaterThanOrEqual(18);
  });
});
