/** Asked before something of the user's would be lost: each answer with what it does, and the way to leave all as it is. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface AskBeforeProps<Choice extends string> {
  readonly title: string;
  /** What stands there. */
  readonly children: ReactNode;
  readonly choices: readonly { readonly choice: Choice; readonly name: string; readonly hint: string }[];
  /** The answer that loses least; `null` where none is better. */
  readonly best: Choice | null;
  readonly cancel: string;
  readonly choose: (choice: Choice) => void;
  readonly leave: () => void;
}

export function AskBefore<Choice extends string>(props: AskBeforeProps<Choice>) {
  const { title, children, choices, best, cancel, choose, leave } = props;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && leave()}>
      <DialogSurface className="ask-before">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <p>{children}</p>
            <dl>
              {choices.map(({ choice, name, hint }) => (
                <div key={choice}>
                  <dt>{name}</dt>
                  <dd>{hint}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions fluid>
            {choices.map(({ choice, name }) => (
              <Button
                key={choice}
                appearance={choice === best ? 'primary' : 'secondary'}
                onClick={() => choose(choice)}
              >
                {name}
              </Button>
            ))}
            <Button appearance="subtle" onClick={leave}>
              {cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
