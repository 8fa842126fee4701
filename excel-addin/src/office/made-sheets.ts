/** The sheets of earlier runs. */
import type { Outcome } from 'isu-core';
import { changedAmong, madeIn } from './changed-sheets.ts';
import { outcomeOf } from './excel-problem.ts';
import { surveyOf } from './survey.ts';
import type { MadeSheet } from './workbook.ts';

export function madeSheets(): Promise<Outcome<readonly MadeSheet[]>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const made = madeIn((await surveyOf(context)).sheets);
      const changed = await changedAmong(context, made, new AbortController().signal);
      return made.map(({ id, name, mark }) => ({ name, part: mark.part, isChanged: changed.has(id) }));
    }),
  );
}
