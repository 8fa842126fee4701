/** What the pane does with a comparison of the export's parts: has it counted in the worker, and written. */
import { chosenAtFirst, type ComparisonChosen, type Final } from 'isu-session';
import type { WhenChanged } from '../../office/workbook.ts';
import type { ReviewPlace } from './review-work.ts';

/** What the pane lets its comparison do. */
export interface ComparePlace extends Pick<
  ReviewPlace,
  'state' | 'set' | 'count' | 'asked' | 'refuse' | 'say' | 'write'
> {
  readonly task: (
    activity: 'counting' | 'comparing',
    work: (signal: AbortSignal) => Promise<void>,
  ) => Promise<void>;
  readonly unlessStopped: <Of>(answer: Promise<Of>) => Promise<Of | null>;
}

export class CompareWork {
  private readonly pane: ComparePlace;

  constructor(pane: ComparePlace) {
    this.pane = pane;
  }

  /** What can be chosen of the export as it is counted. */
  begin(): Promise<void> {
    const { pane } = this;
    return pane.task('counting', async () => {
      if (!(await pane.count())) return;
      const answer = await pane.asked({ ask: 'comparison-choices' });
      if (answer.answer !== 'comparison-choices' || answer.choices === null) return;
      const { choices } = answer;
      pane.set({ comparing: { choices, chosen: chosenAtFirst(choices), shown: null } });
    });
  }

  /** What is chosen; what was counted with other choices stands until it is counted again. */
  choose(change: Partial<ComparisonChosen>): void {
    const { comparing } = this.pane.state();
    if (comparing !== null)
      this.pane.set({ comparing: { ...comparing, chosen: { ...comparing.chosen, ...change } } });
  }

  compare(): Promise<void> {
    const { pane } = this;
    return pane.task('comparing', async () => {
      const { comparing } = pane.state();
      if (comparing === null) return;
      const { chosen } = comparing;
      const answer: Final | null = await pane.unlessStopped(pane.asked({ ask: 'compare', chosen }));
      if (answer === null) pane.say({ kind: 'stopped' });
      else if (answer.answer === 'refused') pane.refuse(answer.problem);
      else if (answer.answer === 'compared')
        pane.set({ comparing: { ...pane.state().comparing!, shown: answer.shown } });
    });
  }

  /**
   * Writes the comparison that is shown, beside the lathund's result.
   *
   * @param whenChanged `null` asks the user, where there are sheets of an earlier one that the user has changed
   */
  write(whenChanged: WhenChanged | null = null): Promise<void> {
    const { pane } = this;
    return pane.task('counting', async (signal) => {
      const shown = pane.state().comparing?.shown;
      if (shown) await pane.write(shown.document, whenChanged, signal);
    });
  }
}
