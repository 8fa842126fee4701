/** A review with answers stands in the workbook: none of them is lost that the user has not said may be. */
import { AskBefore } from './ask-before.tsx';
import type { ReviewAsked } from './model/pane-state.ts';
import type { AnswersGo } from './model/review-work.ts';
import { useSurroundings } from './pane-context.tsx';

export default function ReviewAskedDialog({ answers }: ReviewAsked) {
  const { pane, words } = useSurroundings();
  const { reviewAsked } = words;
  const choices: readonly AnswersGo[] = answers === null ? ['away'] : ['kept', 'away'];
  return (
    <AskBefore
      title={reviewAsked.title}
      choices={choices.map((choice) => ({
        choice,
        name: reviewAsked[choice],
        hint: reviewAsked[`${choice}Hint`],
      }))}
      best={answers === null ? null : 'kept'}
      cancel={reviewAsked.cancel}
      choose={(choice) => void pane.review.makeAgain(choice)}
      leave={() => pane.review.leave()}
    >
      {answers === null ? reviewAsked.unread : reviewAsked.text(answers)}
    </AskBefore>
  );
}
