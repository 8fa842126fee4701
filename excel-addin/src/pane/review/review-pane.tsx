/** Aktgranskning: the form one question at a time, over the review that stands in the workbook's cells. */
import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { DeskContext, useDesk, useDeskState } from './desk-context.tsx';
import { EndView } from './end-view.tsx';
import { Heading } from './heading.tsx';
import { ItemsView } from './items-view.tsx';
import type { ReviewDesk } from './model/review-desk.ts';
import { PersonHeader } from './person-header.tsx';
import { PersonsView } from './persons-view.tsx';
import { QuestionView } from './question-view.tsx';
import { reviewWords } from './words/words.ts';
import type { Language } from 'isu-core';
import './review.css';

interface Ways {
  /** Back to the steps of the lathund. */
  readonly leave: () => void;
  readonly toSelection: () => void;
  /** `null`: there are none to go to. */
  readonly toTables: (() => void) | null;
}

interface ReviewPaneProps extends Ways {
  readonly desk: ReviewDesk;
  readonly language: Language;
}

export function ReviewPane({ desk, language, ...ways }: ReviewPaneProps) {
  useEffect(() => {
    void desk.open();
    return () => desk.close();
  }, [desk]);
  return (
    <DeskContext value={{ desk, language, words: reviewWords(language) }}>
      <Status />
      <OpenPart {...ways} />
    </DeskContext>
  );
}

function OpenPart(ways: Ways) {
  const { desk } = useDesk();
  const { opened, set, part } = useDeskState();
  const open = desk.openReview();
  const item = desk.item();
  if (set === null) return <NoReview opened={opened} {...ways} />;
  if (part === 'persons' || open === null) return <PersonsView {...ways} />;
  return (
    <>
      <PersonHeader open={open} />
      {part === 'question' && item !== null ? (
        <QuestionView key={`${open.review.person} ${item.id}`} open={open} item={item} />
      ) : part === 'items' ? (
        <ItemsView open={open} />
      ) : (
        <EndView open={open} toTables={ways.toTables} />
      )}
    </>
  );
}

function NoReview({ opened, leave, toSelection }: Ways & { readonly opened: string }) {
  const { desk, words, language } = useDesk();
  const { problem } = useDeskState();
  return (
    <>
      <main>
        <Heading at={opened}>{words.title}</Heading>
        <div role="alert">{problem && <p className="paragraph warning">{problem[language]}</p>}</div>
        {opened === 'opening' && <p className="quiet">{words.opening}</p>}
        {opened === 'refused' && (
          <div className="buttons">
            <Button onClick={() => void desk.open()}>{words.tryAgain}</Button>
          </div>
        )}
        {opened === 'none' && (
          <>
            <p>{words.none.text}</p>
            <p>{words.none.how}</p>
            <div className="buttons">
              <Button appearance="primary" onClick={toSelection}>
                {words.none.selection}
              </Button>
            </div>
          </>
        )}
      </main>
      <footer>
        <div className="foot">
          <Button onClick={leave}>{words.backToLathund}</Button>
        </div>
      </footer>
    </>
  );
}

/** A screen reader is told when an answer has come into its cell, and when it has been changed there. */
function Status() {
  const { words } = useDesk();
  const { saving, isChangedByHand } = useDeskState();
  return (
    <p role="status" className="unseen">
      {isChangedByHand ? words.question.byHand : saving === 'saved' ? words.saving.saved : ''}
    </p>
  );
}
