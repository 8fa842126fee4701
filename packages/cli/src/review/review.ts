/** `isu review`: the second half of the method, from the selected persons to the tables of their files. */
import { succeed, type Outcome } from 'isu-core';
import type { Call } from '../call.ts';
import type { Command } from '../commands.ts';
import { sayOnError } from '../terminal.ts';
import { runFill } from './fill.ts';
import { runForm } from './form.ts';
import { runNew } from './new.ts';
import { isNothingToUse } from './review-problems.ts';
import { runTables } from './tables.ts';

type ReviewCommand = Extract<Command, `review ${string}`>;

const RUN: Readonly<Record<ReviewCommand, (call: Call, today: string) => Promise<Outcome<0 | 1>>>> = {
  'review new': runNew,
  'review fill': runFill,
  'review tables': runTables,
  'review form': runForm,
};

/** @returns 1 also where all was read, and there is nobody to read about or nothing to count */
export async function runReview(command: ReviewCommand, call: Call, today: string): Promise<Outcome<0 | 1>> {
  const outcome = await RUN[command](call, today);
  if (outcome.ok || !isNothingToUse(outcome.problem)) return outcome;
  sayOnError(outcome.problem[call.language]);
  return succeed(1);
}
