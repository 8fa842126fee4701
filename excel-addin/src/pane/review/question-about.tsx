/** What there is to know before answering: what was passed over, how to answer, what the register told. */
import { Button } from '@fluentui/react-components';
import { DatabaseRegular, EditRegular } from '@fluentui/react-icons';
import { fieldsOfItem, itemOf, itemState, type Item } from 'isu-core/review';
import { useDesk, useDeskState } from './desk-context.tsx';
import { asFilled } from './model/answering.ts';
import { answerInWords, registerTold } from './model/register-told.ts';
import type { OpenReview } from './model/review-desk.ts';
import { whyPassed } from './model/walk.ts';

interface AboutProps {
  readonly open: OpenReview;
  readonly item: Item;
}

export function About({ open, item }: AboutProps) {
  const { words, language } = useDesk();
  const { passed, isChangedByHand } = useDeskState();
  const { form, review } = open;
  const { question } = words;
  const isAsked = itemState(form, item, review.answers) !== 'not-asked';
  const reasons = isAsked
    ? whyPassed(
        form,
        passed.flatMap((id) => itemOf(form, id) ?? []),
      )
    : whyPassed(form, [item]);
  const labels = (codes: (typeof reasons)[number]['codes']) => codes.map(({ label }) => label[language]);
  return (
    <div className="about" id="about">
      {reasons.map(({ numbers, on, codes }) => (
        <p key={numbers.join()} className={isAsked ? 'quiet' : 'paragraph warning'}>
          {isAsked
            ? question.passed(numbers, on.number, labels(codes))
            : question.notAsked(on.number, labels(codes))}
        </p>
      ))}
      {item.guidance[language] !== '' && <p className="guidance">{item.guidance[language]}</p>}
      {item.optional && <p className="quiet">{question.optional}</p>}
      {isAsked && <Told open={open} item={item} />}
      {isChangedByHand && <p className="paragraph warning">{question.byHand}</p>}
    </div>
  );
}

/** The register's answer, as it was filled in. */
function Told({ open: { review, filled }, item }: AboutProps) {
  const { desk, words, language } = useDesk();
  const { question } = words;
  const told = registerTold(item, review.answers, filled);
  if (told === null) return null;
  if (told === 'same')
    return (
      <p className="told">
        <DatabaseRegular aria-hidden="true" />
        <span>
          {question.filled} <span className="quiet">{question.filledHint}</span>
        </span>
      </p>
    );
  const said = answerInWords(item, filled, language, question.none);
  const isEmpty = fieldsOfItem(item).every(({ key }) => review.answers[key] === undefined);
  return (
    <div className="told changed">
      <EditRegular aria-hidden="true" />
      <span>{isEmpty ? question.registerSays(said) : question.changed(said)}</span>
      <Button
        size="small"
        onClick={() => {
          desk.answer(asFilled(item, filled, review.answers));
          // The button goes, and with it the focus that it has.
          document.getElementById('question')?.focus();
        }}
      >
        {question.takeRegister}
      </Button>
    </div>
  );
}
