/** The way on from a question, always at the same place, and whether its answer is in the cells. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular, ArrowRightRegular, CheckmarkRegular } from '@fluentui/react-icons';
import { useDesk, useDeskState } from './desk-context.tsx';
import type { OpenReview } from './model/review-desk.ts';
import { nextUnanswered, stepBack, stepOn } from './model/walk.ts';

interface QuestionFootProps {
  readonly open: OpenReview;
  readonly item: string;
  readonly go: (where: 'next' | 'back' | 'unanswered') => void;
}

export function QuestionFoot({ open: { form, review }, item, go }: QuestionFootProps) {
  const { words } = useDesk();
  const { saving } = useDeskState();
  const isLast = stepOn(form, review.answers, item).to === null;
  const isFirst = stepBack(form, review.answers, item).to === null;
  const hasUnanswered = nextUnanswered(form, review.answers, item) !== null;
  return (
    <>
      <div className="saving">
        <span className="quiet" data-saving={saving}>
          {saving === 'saved' && <CheckmarkRegular aria-hidden="true" />} {words.saving[saving]}
        </span>
        {hasUnanswered && (
          <Button size="small" appearance="subtle" onClick={() => go('unanswered')}>
            {words.foot.unanswered}
          </Button>
        )}
      </div>
      <div className="foot">
        <Button icon={<ArrowLeftRegular />} disabledFocusable={isFirst} onClick={() => go('back')}>
          {words.foot.back}
        </Button>
        <Button
          appearance="primary"
          iconPosition="after"
          icon={isLast ? <CheckmarkRegular /> : <ArrowRightRegular />}
          onClick={() => go('next')}
        >
          {isLast ? words.foot.end : words.foot.next}
        </Button>
      </div>
    </>
  );
}
