/** Sheets of an earlier run that the user has changed: nothing is lost that the user has not said may be. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { MadeSheet, WhenChanged } from '../office/workbook.ts';
import type { Overwriting } from './model/pane-state.ts';
import { useSurroundings } from './pane-context.tsx';

export default function OverwriteDialog({ changed, tied, canKeep }: Overwriting) {
  const { pane, words } = useSurroundings();
  const { overwrite } = words;
  const named = (sheets: readonly MadeSheet[]) => sheets.map(({ name }) => overwrite.quoted(name)).join(', ');
  const choices: readonly WhenChanged[] = canKeep ? ['keep', 'beside', 'replace'] : ['beside', 'replace'];
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && pane.leaveAll()}>
      <DialogSurface className="overwrite">
        <DialogBody>
          <DialogTitle>{overwrite.title}</DialogTitle>
          <DialogContent>
            <p>
              {overwrite.text(named(changed))} {tied.length > 0 && overwrite.tied(named(tied))}
            </p>
            <dl>
              {choices.map((choice) => (
                <div key={choice}>
                  <dt>{overwrite[choice]}</dt>
                  <dd>{overwrite[`${choice}Hint`]}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions fluid>
            {choices.map((choice, at) => (
              <Button
                key={choice}
                appearance={at === 0 ? 'primary' : 'secondary'}
                onClick={() => void pane.overwrite(choice)}
              >
                {overwrite[choice]}
              </Button>
            ))}
            <Button appearance="subtle" onClick={() => pane.leaveAll()}>
              {overwrite.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
