/** Where in the four steps the user is, and the menu of what can be done beside them. */
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ArrowSyncRegular,
  CheckmarkFilled,
  ClipboardTaskListLtrRegular,
  ColumnDoubleCompareRegular,
  MoreHorizontalRegular,
  PersonSearchRegular,
  QuestionCircleRegular,
  TableColumnTopBottomRegular,
} from '@fluentui/react-icons';
import { needsLook, unknownIn } from './model/needs-look.ts';
import { STEPS, type PaneState, type StepName } from './model/pane-state.ts';
import { usePaneState, useSurroundings } from './pane-context.tsx';

type StepLook = 'now' | 'done' | 'look' | 'ahead';

export function StepBar() {
  const { pane, words } = useSurroundings();
  const state = usePaneState();
  return (
    <div className="step-bar">
      <nav aria-label={words.stepsLabel}>
        <ol>
          {STEPS.map((step, at) => {
            const look = lookOf(step, state);
            const isNow = step === state.step && state.view === 'steps';
            const told =
              look === 'done' ? `, ${words.stepDone}` : look === 'look' ? `, ${words.stepLook}` : '';
            return (
              <li key={step}>
                <button
                  type="button"
                  className={`step ${isNow ? 'now' : look}`}
                  aria-current={isNow ? 'step' : undefined}
                  onClick={() => {
                    void pane.show('steps');
                    void pane.goTo(step);
                  }}
                >
                  <span className="step-mark">
                    {look === 'done' && !isNow ? <CheckmarkFilled /> : look === 'look' ? '!' : at + 1}
                  </span>
                  <span className="step-name">
                    {words.steps[step]}
                    <span className="unseen">{told}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <MoreMenu />
    </div>
  );
}

function lookOf(step: StepName, { step: now, counted, said }: PaneState): StepLook {
  const { mapping = null } = counted ?? {};
  const isLook =
    step === 'data' &&
    mapping !== null &&
    (mapping.roles.some(needsLook) || mapping.values.some((values) => unknownIn(values) > 0));
  if (isLook) return 'look';
  if (step === 'result') return said?.kind === 'written' ? 'done' : 'ahead';
  return STEPS.indexOf(step) < STEPS.indexOf(now) ? 'done' : 'ahead';
}

function MoreMenu() {
  const { pane, words } = useSurroundings();
  const { actions } = words;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={words.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowClockwiseRegular />} onClick={() => void pane.runAgain()}>
            {actions.runAgain}
          </MenuItem>
          <MenuItem icon={<TableColumnTopBottomRegular />} onClick={() => void pane.addColumns()}>
            {actions.addColumns}
          </MenuItem>
          <MenuItem icon={<PersonSearchRegular />} onClick={() => void pane.select()}>
            {actions.selection}
          </MenuItem>
          <MenuItem icon={<ColumnDoubleCompareRegular />} onClick={() => void pane.show('compare')}>
            {actions.compare}
          </MenuItem>
          <MenuItem icon={<ClipboardTaskListLtrRegular />} onClick={() => void pane.show('review')}>
            {actions.review}
          </MenuItem>
          <MenuItem icon={<ArrowSyncRegular />} onClick={() => void pane.readAgain()}>
            {actions.readAgain}
          </MenuItem>
          <MenuItem icon={<QuestionCircleRegular />} onClick={() => void pane.help()}>
            {actions.help}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
