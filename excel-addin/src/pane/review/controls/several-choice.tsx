/** Yes or no to each alternative, or to none of them; counts beside those that hold. */
import { Checkbox } from '@fluentui/react-components';
import { markKey, type Answers, type Form, type Item } from 'isu-core/review';
import { Fragment, useRef, type KeyboardEvent } from 'react';
import { useDesk } from '../desk-context.tsx';
import { isNoneOfThese, mark, markNone } from '../model/answering.ts';
import { inSight, noneKey } from '../model/digits.ts';
import { Alternative } from './alternative.tsx';
import { Beside } from './beside.tsx';

interface SeveralChoiceProps {
  readonly form: Form;
  readonly item: Item;
  readonly answers: Answers;
}

export function SeveralChoice({ form, item, answers }: SeveralChoiceProps) {
  const { desk, words, language } = useDesk();
  const group = useRef<HTMLDivElement>(null);
  const keyOfNone = noneKey(item);
  const isNone = isNoneOfThese(form, item, answers);
  const alternatives = inSight(item);
  const box = ({ code, key }: (typeof alternatives)[number]) => (
    <Fragment key={code.code}>
      <Checkbox
        data-code={code.code}
        aria-keyshortcuts={key}
        checked={answers[markKey(item, code)] === true}
        onChange={(_, { checked }) => desk.answer(mark(item, code, checked === true, answers))}
        label={{ children: <Alternative name={code.label[language]} keyName={key} /> }}
      />
      {answers[markKey(item, code)] === true && code.amount && (
        <Beside item={item} code={code} answers={answers} />
      )}
    </Fragment>
  );
  return (
    <div
      ref={group}
      role="group"
      className="alternatives"
      aria-labelledby="question"
      aria-describedby="about"
      onKeyDown={(event) => moveAmong(event, group.current!)}
    >
      {alternatives.filter(({ code }) => !code.missing).map(box)}
      <Checkbox
        data-code="none"
        {...(keyOfNone !== null && { 'aria-keyshortcuts': keyOfNone })}
        checked={isNone}
        onChange={(_, { checked }) => desk.answer(markNone(item, checked === true, answers))}
        label={{ children: <Alternative name={words.question.none} keyName={keyOfNone} /> }}
      />
      {alternatives.filter(({ code }) => code.missing).map(box)}
    </div>
  );
}

/** The arrow keys, as among the answers of which one can be chosen; here they choose nothing. */
function moveAmong(event: KeyboardEvent, group: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  if (step === undefined || at === -1 || event.altKey) return;
  event.preventDefault();
  boxes[(at + step + boxes.length) % boxes.length]!.focus();
}
