/**
 * While a test file loads no mutant is at work, nor the one before: Stryker's own set-up starts it before the tests. A
 * property is tried with few examples, always the same and without a search for the simplest that fails; and a mutant
 * that goes on is stopped after ten times the usual steps, not a hundred: there are thousands of mutants.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ numRuns: 15, seed: 7, endOnFailure: true });

const given = inject as (name: string) => unknown;
const stryker = (globalThis as Record<string, unknown>)[given('globalNamespace') as string] as object;
const steps = given('hitLimit');
if (typeof steps === 'number') Object.assign(stryker, { hitLimit: Math.ceil(steps / 10) });
if (given('mutantActivation') === 'runtime')
  Object.assign(stryker, { activeMutant: undefined, hitCount: undefined });
