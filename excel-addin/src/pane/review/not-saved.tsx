/** An answer that did not come into its cell is told, and kept. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useDesk, useDeskState } from './desk-context.tsx';

export function NotSaved() {
  const { desk, words, language } = useDesk();
  const { saving, problem } = useDeskState();
  return (
    <div className="messages">
      <div role="alert">
        {problem && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {saving === 'failed' && <MessageBarTitle>{words.notSaved}</MessageBarTitle>}
              {problem[language]} {saving === 'failed' && words.kept}
            </MessageBarBody>
            {saving === 'failed' && (
              <MessageBarActions>
                <Button onClick={() => void desk.retry()}>{words.saveAgain}</Button>
              </MessageBarActions>
            )}
          </MessageBar>
        )}
      </div>
    </div>
  );
}
