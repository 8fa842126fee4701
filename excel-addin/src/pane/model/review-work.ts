/** What the pane does with a case-file review: has one made in the workbook, and its tables counted and written. */
import type { Problem } from 'isu-core';
import type { CutDocument, Final, FormChosen, Question, ReviewMaking, TablesChosen } from 'isu-session';
import type { WhenChanged } from '../../office/workbook.ts';
import type { PaneState, Said } from './pane-state.ts';

/** As the fields have it; `workbook` is the form in the workbook's own sheet. */
export interface ReviewFields extends Omit<ReviewMaking, 'form' | 'keep'> {
  readonly form: Exclude<FormChosen, { readonly sheets: unknown }> | 'workbook';
}

/** What becomes of answers that stand. */
export type AnswersGo = 'kept' | 'away';

/** What the pane lets its review do. */
export interface ReviewPlace {
  readonly workbookName: string;
  readonly state: () => PaneState;
  readonly set: (change: Partial<PaneState>) => void;
  readonly task: (
    activity: 'counting' | 'making' | 'tabulating',
    work: (signal: AbortSignal) => Promise<void>,
  ) => Promise<void>;
  readonly tell: (activity: 'writing', progress: NonNullable<PaneState['busy']>['progress']) => void;
  readonly count: () => Promise<boolean>;
  readonly asked: (question: Question) => Promise<Final>;
  readonly refuse: (problem: Problem) => void;
  readonly say: (said: Said) => void;
  readonly store: () => Promise<void>;
  readonly write: (
    document: CutDocument,
    whenChanged: WhenChanged | null,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly language: 'sv' | 'en';
}

/** What draws and reads a review is larger than the rest of the edge, and not for everybody. */
const office = () => import('../../office/office-review.ts');

export class ReviewWork {
  private readonly pane: ReviewPlace;

  constructor(pane: ReviewPlace) {
    this.pane = pane;
  }

  /** Whether a review stands in the workbook, as one that came as a file, without the export. */
  async stands(): Promise<boolean> {
    const standing = await (await office()).standingReview();
    return standing.ok && standing.value !== null;
  }

  /** Whether the workbook has a form of its own to make a review by. */
  async hasForm(): Promise<boolean> {
    const standing = await (await office()).standingReview();
    return standing.ok && (standing.value?.hasForm ?? false);
  }

  /** @param go `null` asks the user, where there are answers */
  make(fields: ReviewFields, go: AnswersGo | null = null): Promise<void> {
    const { pane } = this;
    return pane.task('making', async (signal) => {
      if (!(await pane.count())) return;
      const { standingReview, writeReview } = await office();
      const standing = await standingReview();
      if (!standing.ok) return pane.refuse(standing.problem);
      const { sheets = [], names = [], answers = 0 } = standing.value ?? {};
      if (answers !== 0 && go === null) {
        pane.set({ reviewAsked: { fields, sheets: names, answers } });
        return;
      }
      const form = fields.form === 'workbook' ? { sheets } : fields.form;
      const keep = go === 'kept' ? sheets : null;
      const made = await pane.asked({ ask: 'make-review', making: { ...fields, form, keep } });
      if (made.answer === 'refused') return pane.refuse(made.problem);
      if (made.answer !== 'review-made') return;
      const { language } = pane;
      const written = await writeReview(
        made.made.sheets,
        language,
        ({ sheet, sheets: of, name }) => pane.tell('writing', { done: sheet, of, name }),
        signal,
        made.made.title,
      );
      if (!written.ok) return pane.refuse(written.problem);
      const { persons, ties, kept } = made.made;
      await pane.store();
      pane.say({ kind: 'review-made', ...written.value, persons, ties, kept });
    });
  }

  /** What the user has answered to the question about the answers that stand. */
  makeAgain(go: AnswersGo): Promise<void> {
    const asked = this.pane.state().reviewAsked;
    this.leave();
    return asked === null ? Promise.resolve() : this.make(asked.fields, go);
  }

  /** Nothing is made. */
  leave(): void {
    this.pane.set({ reviewAsked: null });
  }

  /** The tables of the review as it stands in the workbook now. */
  tabulate(chosen: TablesChosen): Promise<void> {
    const { pane } = this;
    return pane.task('tabulating', async () => {
      const { standingReview } = await office();
      const standing = await standingReview();
      if (!standing.ok) return pane.refuse(standing.problem);
      const { sheets = [] } = standing.value ?? {};
      const name = pane.workbookName;
      const answer = await pane.asked({ ask: 'review-tables', name, sheets, chosen });
      if (answer.answer === 'refused') {
        pane.set({ reviewed: null });
        pane.refuse(answer.problem);
      }
      if (answer.answer === 'review-tables') pane.set({ reviewed: answer.shown });
    });
  }

  /**
   * Writes the tables that are shown.
   *
   * @param whenChanged `null` asks the user, where there are sheets of earlier tables that the user has changed
   */
  writeTables(whenChanged: WhenChanged | null = null): Promise<void> {
    const { pane } = this;
    return pane.task('counting', async (signal) => {
      const { reviewed } = pane.state();
      if (reviewed !== null) await pane.write(reviewed.document, whenChanged, signal);
    });
  }
}
