/** Sheets of an earlier run that the user has changed: nothing is lost that the user has not said may be. */
import type { MadeSheet, WhenChanged } from '../office/workbook.ts';
import { AskBefore } from './ask-before.tsx';
import type { Overwriting } from './model/pane-state.ts';
import { useSurroundings } from './pane-context.tsx';

export default function OverwriteDialog({ changed, tied, canKeep }: Overwriting) {
  const { pane, words } = useSurroundings();
  const { overwrite } = words;
  const named = (sheets: readonly MadeSheet[]) => sheets.map(({ name }) => overwrite.quoted(name)).join(', ');
  const choices: readonly WhenChanged[] = canKeep ? ['keep', 'beside', 'replace'] : ['beside', 'replace'];
  return (
    <AskBefore
      title={overwrite.title}
      choices={choices.map((choice) => ({
        choice,
        name: overwrite[choice],
        hint: overwrite[`${choice}Hint`],
      }))}
      best={choices[0]!}
      cancel={overwrite.cancel}
      choose={(choice) => void pane.overwrite(choice)}
      leave={() => pane.leaveAll()}
    >
      {overwrite.text(named(changed))} {tied.length > 0 && overwrite.tied(named(tied))}
    </AskBefore>
  );
}
