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
import type { MadeSheet } from '../office/workbook.ts';
import { useSurroundings } from './pane-context.tsx';

export default function OverwriteDialog({ sheets }: { readonly sheets: readonly MadeSheet[] }) {
  const { pane, words } = useSurroundings();
  const { overwrite } = words;
  const names = sheets.map(({ name }) => overwrite.quoted(name)).join(', ');
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && pane.keepAll()}>
      <DialogSurface className="overwrite">
        <DialogBody>
          <DialogTitle>{overwrite.title}</DialogTitle>
          <DialogContent>
            <p>{sheets.length === 1 ? overwrite.text(names) : overwrite.textMany(names)}</p>
            <dl>
              <dt>{overwrite.keep}</dt>
              <dd>{overwrite.keepHint}</dd>
              <dt>{overwrite.replace}</dt>
              <dd>{overwrite.replaceHint}</dd>
              <dt>{overwrite.beside}</dt>
              <dd>{overwrite.besideHint}</dd>
            </dl>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => void pane.write('keep')}>
              {overwrite.keep}
            </Button>
            <Button onClick={() => void pane.write('beside')}>{overwrite.beside}</Button>
            <Button onClick={() => void pane.write('replace')}>{overwrite.replace}</Button>
            <Button appearance="subtle" onClick={() => pane.keepAll()}>
              {overwrite.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
