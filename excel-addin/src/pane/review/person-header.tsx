/** Whose form it is, how much of it is answered, and the ways out of it. */
import { Button, ProgressBar } from '@fluentui/react-components';
import { PeopleRegular, TextBulletListRegular } from '@fluentui/react-icons';
import { progressOf } from 'isu-core/review';
import { useDesk } from './desk-context.tsx';
import type { OpenReview } from './model/review-desk.ts';

export function PersonHeader({ open: { form, review } }: { readonly open: OpenReview }) {
  const { desk, words } = useDesk();
  const { answered, asked } = progressOf(form, review.answers);
  const told = words.person.answered(answered, asked);
  return (
    <header className="person-header">
      <div className="person-line">
        <Button
          appearance="subtle"
          icon={<PeopleRegular />}
          aria-label={words.person.toPersons}
          onClick={() => desk.turnTo('persons')}
        />
        <p className="person">{words.person.read(review.person, review.reader)}</p>
        <Button
          appearance="subtle"
          icon={<TextBulletListRegular />}
          aria-label={words.person.toItems}
          onClick={() => desk.turnTo('items')}
        />
      </div>
      <div className="person-progress">
        <ProgressBar thickness="large" value={answered / Math.max(1, asked)} aria-label={told} />
        <span className="quiet">{told}</span>
      </div>
    </header>
  );
}
