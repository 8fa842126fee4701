/** All that the review's part of the pane shows, as plain data: the components draw it, `ReviewDesk` changes it. */
import type { Problem } from 'isu-core';
import type { ReviewSet } from 'isu-core/review';
import type { CellProblem } from '../../../office/review-book.ts';

/** Who is read, one question, all questions, or what is left of a person. */
export type Part = 'persons' | 'question' | 'items' | 'end';

/** How it stands with what has been answered since the question came into sight. */
export type Saving = 'rest' | 'saving' | 'saved' | 'failed';

export interface DeskState {
  readonly opened: 'opening' | 'open' | 'none' | 'refused';
  /** As it stands in the cells, and what is on its way to them. */
  readonly set: ReviewSet | null;
  /** Cells that cannot be read. */
  readonly unread: readonly CellProblem[];
  readonly part: Part;
  readonly reader: string;
  readonly person: string | null;
  /** The question in sight, or the one last seen. */
  readonly item: string | null;
  /** Questions that were passed over on the way to it. */
  readonly passed: readonly string[];
  readonly saving: Saving;
  /** Why the review could not be opened, or an answer not be written. */
  readonly problem: Problem | null;
  /** The answer in sight has been changed in the sheet. */
  readonly isChangedByHand: boolean;
}

export const AT_OPENING: DeskState = {
  opened: 'opening',
  set: null,
  unread: [],
  part: 'persons',
  reader: '',
  person: null,
  item: null,
  passed: [],
  saving: 'rest',
  problem: null,
  isChangedByHand: false,
};
