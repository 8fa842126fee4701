/** What is left of a person when the last question has been passed: questions without answer, and what to look at. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { findingsOf, itemOf, type Item } from 'isu-core/review';
import { useDesk, useDeskState } from './desk-context.tsx';
import { Heading } from './heading.tsx';
import { nextToRead } from './model/persons.ts';
import type { OpenReview } from './model/review-desk.ts';
import { unanswered } from './model/walk.ts';
import { NotSaved } from './not-saved.tsx';

interface EndViewProps {
  readonly open: OpenReview;
  readonly toTables: (() => void) | null;
}

export function EndView({ open: { form, review }, toTables }: EndViewProps) {
  const { desk, words, language } = useDesk();
  const { set } = useDeskState();
  const { end } = words;
  const left = unanswered(form, review.answers);
  const findings = findingsOf(form, review.answers);
  const next = nextToRead(set!, review.reader, review.person);
  const link = (item: Item) => (
    <li key={item.id}>
      <button type="button" className="item" onClick={() => desk.show(item)}>
        <span className="item-number">{item.number}</span>
        <span className="item-words">{item.question[language]}</span>
      </button>
    </li>
  );
  return (
    <>
      <main>
        <Heading at="end">
          {left.length === 0 ? end.done(review.person) : end.left(review.person, left.length)}
        </Heading>
        <NotSaved />
        {left.length === 0 ? (
          <p>{end.doneText}</p>
        ) : (
          <section aria-labelledby="left-heading">
            <h2 id="left-heading">{end.leftTitle}</h2>
            <ul className="items">{left.map(link)}</ul>
          </section>
        )}
        {findings.length > 0 && (
          <section aria-labelledby="findings-heading">
            <h2 id="findings-heading">{end.findings}</h2>
            <p className="quiet">{end.findingsHint}</p>
            <ul className="findings">
              {findings.map((finding) => (
                <li key={finding.sv}>
                  <p className="paragraph warning">{finding[language]}</p>
                  <ul className="items">{finding.items.flatMap((id) => itemOf(form, id) ?? []).map(link)}</ul>
                </li>
              ))}
            </ul>
          </section>
        )}
        {next === null && <p className="everybody">{end.everybody}</p>}
      </main>
      <footer>
        <div className="foot">
          <Button icon={<ArrowLeftRegular />} onClick={() => desk.turnTo('persons')}>
            {end.persons}
          </Button>
          {next !== null ? (
            <Button appearance="primary" onClick={() => desk.openPerson(next)}>
              {end.nextPerson(next)}
            </Button>
          ) : (
            toTables && (
              <Button appearance="primary" onClick={toTables}>
                {end.tables}
              </Button>
            )
          )}
        </div>
      </footer>
    </>
  );
}
