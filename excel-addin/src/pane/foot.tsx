/** The way on, always at the same place: the next step, or the writing. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { STEPS } from './model/pane-state.ts';
import { usePaneState, useSurroundings } from './pane-context.tsx';

export function Foot() {
  const { pane, words } = useSurroundings();
  const { view, step, busy, place, said } = usePaneState();
  if (view !== 'steps')
    return (
      <div className="foot">
        <Button icon={<ArrowLeftRegular />} onClick={() => void pane.show('steps')}>
          {words.backToSteps}
        </Button>
      </div>
    );
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  const isWaiting = busy !== null || place === null;
  return (
    <div className="foot">
      {before && (
        <Button icon={<ArrowLeftRegular />} onClick={() => void pane.goTo(before)}>
          {words.back}
        </Button>
      )}
      {after ? (
        <Button appearance="primary" disabledFocusable={isWaiting} onClick={() => void pane.goTo(after)}>
          {words.next(words.steps[after])}
        </Button>
      ) : (
        <Button appearance="primary" disabledFocusable={isWaiting} onClick={() => void pane.write()}>
          {said?.kind === 'written' ? words.writeAgain : words.write}
        </Button>
      )}
    </div>
  );
}
