/** `isu sample --review`: the made-up reviews whose tables are the report's. */
import { fail, type Outcome, succeed } from 'isu-core';
import { sampleReviewSet } from 'isu-sample-register/review';
import type { Call } from '../call.ts';
import { mayWrite } from '../files.ts';
import { askedLayout } from './new-options.ts';
import { reviewEnding, writeReview } from './review-file.ts';
import { withoutOut } from './review-problems.ts';

export async function runSampleReview({ options, language }: Call): Promise<Outcome<0>> {
  const { out, rows, seed } = options;
  const ofRegister = rows === undefined ? (seed === undefined ? null : '--seed') : '--rows';
  if (ofRegister !== null)
    return fail(
      'wrong-call',
      `${ofRegister} gäller registret: de påhittade granskningarna är alltid desamma 28. Ta bort ${ofRegister} eller --review.`,
      `${ofRegister} is about the register: the made-up reviews are always the same 28. Take away ${ofRegister} or --review.`,
    );
  if (out === undefined) return withoutOut('sample --review', 'granskning.xlsx');
  const layout = askedLayout(options.layout);
  if (!layout.ok) return layout;
  const ending = reviewEnding('--out', out);
  if (!ending.ok) return ending;
  const ready = await mayWrite(out);
  if (!ready.ok) return ready;
  const { set, who } = await sampleReviewSet();
  const written = await writeReview(out, set, { language, layout: layout.value, who });
  return written.ok ? succeed(0) : written;
}
