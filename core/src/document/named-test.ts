/** How a test is told wherever one is: its name, with the limits of a simulated p-value or a doubt, and its p-value. */
import type { Language } from '../problem.ts';
import type { Simulation } from '../statistics/independence-test.ts';
import type { DocumentCell } from './document.ts';
import { formatNumber } from './format.ts';

/** p-values below this are told as below it. */
const SMALLEST_P = 0.001;

interface Told<Name extends string> {
  readonly test: Name;
  readonly doubtful: boolean;
  readonly simulated: Simulation | null;
}

interface TestWords<Name extends string> {
  readonly tests: Readonly<Record<Name, string>>;
  /** The limits that the exact p-value lies between. */
  readonly between: (test: string, lower: string, upper: string) => string;
  readonly doubtful: (test: string) => string;
}

export function testName<Name extends string>(
  { test, doubtful, simulated }: Told<Name>,
  words: TestWords<Name>,
  language: Language,
): string {
  const name = words.tests[test];
  if (!simulated) return doubtful ? words.doubtful(name) : name;
  const limit = (p: number) => formatNumber(p, 'decimal-3', language);
  return words.between(name, limit(simulated.lower), limit(simulated.upper));
}

export function pCell(
  p: number | null,
  { below }: { readonly below: (p: string) => string },
  language: Language,
): DocumentCell {
  const isBelow = p !== null && p < SMALLEST_P;
  return { value: isBelow ? below(formatNumber(SMALLEST_P, 'decimal-3', language)) : p };
}
