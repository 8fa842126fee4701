/** One question: what is asked, what the register told, the answer, and what else there is to know. */
import { Button } from '@fluentui/react-components';
import { fieldsOfItem, itemState, markKey, MISSING, type Item } from 'isu-core/review';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { AnswerControl } from './controls/answer-control.tsx';
import { UnreadFields, UnreadFieldsContext } from './controls/unread-fields.ts';
import { useDesk } from './desk-context.tsx';
import { Findings } from './findings.tsx';
import { Heading } from './heading.tsx';
import { KeysHelp } from './keys-help.tsx';
import { choose, clear, isNoneOfThese, mark, markMissing, markNone } from './model/answering.ts';
import type { OpenReview } from './model/review-desk.ts';
import { placeOf } from './model/walk.ts';
import { NotSaved } from './not-saved.tsx';
import { About } from './question-about.tsx';
import { QuestionFoot } from './question-foot.tsx';
import { focusAlternative, focusBeside, useQuestionKeys } from './use-question-keys.ts';

interface QuestionViewProps {
  readonly open: OpenReview;
  readonly item: Item;
}

export function QuestionView({ open, item }: QuestionViewProps) {
  const { desk, words, language } = useDesk();
  const [unread] = useState(() => new UnreadFields());
  const { form, review } = open;
  const { answers } = review;
  const state = itemState(form, item, answers);
  const isAnswered = fieldsOfItem(item).some(({ key }) => answers[key] !== undefined);
  const section = form.sections.find(({ id }) => id === item.section);

  const go = (where: 'next' | 'back' | 'unanswered') => {
    if (unread.focusFirst()) return;
    if (where === 'next') desk.next();
    else if (where === 'back') desk.back();
    else desk.nextUnanswered();
  };
  const onKeyDown = useQuestionKeys(item, {
    go,
    toItems: () => !unread.focusFirst() && desk.turnTo('items'),
    clear: () => desk.answer(clear(item, answers)),
    toggleMissing: () => {
      if (state !== 'not-asked') desk.answer(markMissing(item, answers[item.id] !== MISSING, answers));
    },
    choose: (at) => {
      if (state === 'not-asked') return;
      if (at === 'none') {
        flushSync(() => desk.answer(markNone(item, !isNoneOfThese(form, item, answers), answers)));
        return focusAlternative('none');
      }
      const code = item.codes[at]!;
      const isYes = item.kind === 'one' || answers[markKey(item, code)] !== true;
      flushSync(() =>
        desk.answer(item.kind === 'one' ? choose(item, code, answers) : mark(item, code, isYes, answers)),
      );
      if (!(isYes && code.amount && focusBeside(code.code))) focusAlternative(code.code);
    },
  });

  return (
    <UnreadFieldsContext value={unread}>
      <main onKeyDown={onKeyDown}>
        <p className="quiet">{section?.title[language]}</p>
        <Heading at={`${review.person} ${review.reader} ${item.id}`}>
          <span className="item-number">{item.number}</span> {item.question[language]}
          <span className="unseen">
            , {words.question.place(placeOf(form, item.id) + 1, form.items.length)}, {words.states[state]}
          </span>
        </Heading>
        <NotSaved />
        <About open={open} item={item} />
        {state !== 'not-asked' && <AnswerControl form={form} item={item} answers={answers} />}
        <Findings form={form} answers={answers} item={item} />
        <div className="buttons">
          {isAnswered && (
            <Button size="small" onClick={() => desk.answer(clear(item, answers))}>
              {words.question.clear}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => void desk.showCell()}>
            {words.question.show}
          </Button>
        </div>
        {item.mended && (
          <details>
            <summary>{words.question.mended}</summary>
            <p>{item.mended[language]}</p>
          </details>
        )}
        <KeysHelp />
      </main>
      <footer>
        <QuestionFoot open={open} item={item.id} go={go} />
      </footer>
    </UnreadFieldsContext>
  );
}
