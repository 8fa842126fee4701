/** What a filling did, as text: how many answers, whom the register lacks, and where reader and register differ. */
import { formatNumber, type Language } from 'isu-core';
import type { Difference } from 'isu-core/review';
import { printable } from '../terminal.ts';
import { wrapped } from '../text-lines.ts';
import { FILLED, personReader } from './words.ts';

export interface Filling {
  readonly out: string | null;
  /** Answers filled in or replaced. */
  readonly changed: number;
  readonly differences: readonly Difference[];
  /** Codes of persons without a row in the register. */
  readonly notFound: readonly string[];
}

export function* fillText(filling: Filling, language: Language, width: number): Generator<string> {
  const { out, changed, differences, notFound } = filling;
  const words = FILLED[language];
  const count = (n: number) => formatNumber(n, 'integer', language);
  const lines = [
    ...(out === null
      ? [words.wouldChange(count(changed))]
      : [words.changed(count(changed)), words.written(out)]),
    ...(notFound.length > 0 ? [words.notFound(count(notFound.length), notFound.join(', '))] : []),
    differences.length === 0 ? words.noDifferences : words.differences(count(differences.length)),
  ];
  for (const line of lines) yield* wrappedLines(line, width);
  let last = '';
  for (const difference of differences) {
    const name = personReader(difference, language);
    if (name !== last) yield `\n${printable(name)}\n`;
    last = name;
    yield* wrappedLines(difference[language], width - 2, '  ');
  }
}

function* wrappedLines(text: string, width: number, before = ''): Generator<string> {
  for (const line of wrapped(printable(text), width)) yield `${before}${line}\n`;
}
