/** What to ask before sheets that the user has changed are written over. */
import type { ResultDocument } from 'isu-core';
import { withTied } from '../../office/tied-parts.ts';
import type { MadeSheet } from '../../office/workbook.ts';
import type { Overwriting, Written } from './pane-state.ts';

/**
 * @param made the earlier sheets that the writing takes the place of
 * @returns `null` where the user has changed none of them
 */
export function overwritingOf(
  writing: Written,
  document: ResultDocument,
  made: readonly MadeSheet[],
): Overwriting | null {
  const changed = made.filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return null;
  const together = withTied(
    document,
    changed.map(({ part }) => part),
  );
  const tied = made.filter(({ part, isChanged }) => !isChanged && together.has(part));
  return { writing, changed, tied, canKeep: document.sheets.some(({ id }) => !together.has(id)) };
}
