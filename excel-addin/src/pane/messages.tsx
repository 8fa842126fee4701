/** What went wrong, what went well, and what has changed under the pane. */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { sentence } from './busy-bar.tsx';
import { usePaneState, useSurroundings } from './pane-context.tsx';

/** What is said is brought in sight: the button that was pressed may stand far below. */
export function Messages() {
  const { problem, said, change } = usePaneState();
  const messages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null || said !== null) messages.current?.scrollIntoView({ block: 'nearest' });
  }, [problem, said]);
  return (
    <div ref={messages} className="messages">
      <div role="alert">{problem && <ProblemTold />}</div>
      {change && <ChangeTold />}
      {said && !problem && <SaidTold />}
    </div>
  );
}

function ProblemTold() {
  const { pane, words, language } = useSurroundings();
  const { problem, counted } = usePaneState();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.problem}</MessageBarTitle>
        {problem![language]}
      </MessageBarBody>
      {counted === null && (
        <MessageBarActions>
          <Button onClick={() => void pane.open()}>{words.tryAgain}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function ChangeTold() {
  const { pane, words } = useSurroundings();
  const { change } = usePaneState();
  return (
    <MessageBar intent="warning" layout="multiline" aria-labelledby="change-told">
      <MessageBarBody id="change-told">{words.changed[change!]}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void (change === 'deleted' ? pane.open() : pane.readAgain())}>
          {words.changed.readAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function SaidTold() {
  const { pane, words, language } = useSurroundings();
  const said = usePaneState().said!;
  return (
    <MessageBar
      intent={said.kind === 'stopped' ? 'info' : 'success'}
      layout="multiline"
      aria-labelledby="said"
    >
      <MessageBarBody>
        <span id="said">{sentence(said, words, language)}</span>
        {said.kind === 'written' && (
          <ul className="sheet-links">
            {said.sheets.map((sheet) => (
              <li key={sheet}>
                <Link
                  inline
                  as="button"
                  aria-label={words.said.open(sheet)}
                  onClick={() => void pane.showSheet(sheet)}
                >
                  {sheet}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      {said.kind === 'review-made' && (
        <MessageBarActions>
          <Button appearance="primary" onClick={() => void pane.show('review')}>
            {words.said.openReview}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
