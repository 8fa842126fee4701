/** A review with answers stands in the workbook: none of them is lost that the user has not said may be. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReviewAsked } from './model/pane-state.ts';
import type { AnswersGo } from './model/review-work.ts';
import { useSurroundings } from './pane-context.tsx';

export default function ReviewAskedDialog({ answers }: ReviewAsked) {
  const { pane, words } = useSurroundings();
  const { reviewAsked } = words;
  const choices: readonly AnswersGo[] = answers === null ? ['away'] : ['kept', 'away'];
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && pane.review.leave()}>
      <DialogSurface className="overwrite">
        <DialogBody>
          <DialogTitle>{reviewAsked.title}</DialogTitle>
          <DialogContent>
            <p>{answers === null ? reviewAsked.unread : reviewAsked.text(answers)}</p>
            <dl>
              {choices.map((choice) => (
                <div key={choice}>
                  <dt>{reviewAsked[choice]}</dt>
                  <dd>{reviewAsked[`${choice}Hint`]}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions fluid>
            {choices.map((choice) => (
              <Button
                key={choice}
                appearance={choice === 'kept' ? 'primary' : 'secondary'}
                onClick={() => void pane.review.makeAgain(choice)}
              >
                {reviewAsked[choice]}
              </Button>
            ))}
            <Button appearance="subtle" onClick={() => pane.review.leave()}>
              {reviewAsked.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
