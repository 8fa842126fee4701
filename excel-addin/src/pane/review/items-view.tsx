/** All questions of the form, and how each stands. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { findingsOf, itemState, type Item } from 'isu-core/review';
import { useDesk, useDeskState } from './desk-context.tsx';
import { Heading } from './heading.tsx';
import { registerTold } from './model/register-told.ts';
import type { OpenReview } from './model/review-desk.ts';
import { unanswered } from './model/walk.ts';
import { NotSaved } from './not-saved.tsx';

export function ItemsView({ open }: { readonly open: OpenReview }) {
  const { desk, words, language } = useDesk();
  const { item: seen } = useDeskState();
  const { form, review, filled } = open;
  const found = new Set(findingsOf(form, review.answers).flatMap(({ items }) => items));
  const told = (item: Item): string => {
    const state = itemState(form, item, review.answers);
    const isFilled = state !== 'empty' && registerTold(item, review.answers, filled) === 'same';
    if (isFilled) return words.fromRegister;
    return state === 'empty' && item.optional ? words.optional : words.states[state];
  };
  return (
    <>
      <main
        onKeyDown={({ key }) => {
          if (key === 'Escape' && seen !== null) desk.turnTo('question');
        }}
      >
        <Heading at="items">{words.items.title}</Heading>
        <NotSaved />
        {form.sections.map(({ id, title }) => (
          <section key={id} aria-labelledby={`section-${id}`}>
            <h2 id={`section-${id}`}>{title[language]}</h2>
            <ul className="items">
              {form.items
                .filter(({ section }) => section === id)
                .map((item) => (
                  <li key={item.id}>
                    <button
                      type="button"
                      className={`item ${itemState(form, item, review.answers)}`}
                      aria-current={item.id === seen ? 'step' : undefined}
                      onClick={() => desk.show(item)}
                    >
                      <span className="item-number">{item.number}</span>
                      <span className="item-words">{item.question[language]}</span>
                      <span className="item-state">
                        {told(item)}
                        {found.has(item.id) && <em> · {words.toLookAt}</em>}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
      <footer>
        <div className="foot">
          {seen !== null && (
            <Button icon={<ArrowLeftRegular />} onClick={() => desk.turnTo('question')}>
              {words.items.open}
            </Button>
          )}
          <Button appearance="primary" onClick={() => desk.nextUnanswered()}>
            {unanswered(form, review.answers).length > 0 ? words.foot.unanswered : words.foot.end}
          </Button>
        </div>
      </footer>
    </>
  );
}
