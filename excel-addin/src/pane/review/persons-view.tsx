/** Whose files are to be read, by whom, and how far each has come. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { ArrowLeftRegular, CheckmarkCircleRegular } from '@fluentui/react-icons';
import { readersOf } from 'isu-core/review';
import { useDesk, useDeskState } from './desk-context.tsx';
import { Heading } from './heading.tsx';
import { personsOf } from './model/persons.ts';
import { NotSaved } from './not-saved.tsx';

/** So many cells that cannot be read are told of one by one. */
const TOLD = 3;

interface PersonsViewProps {
  readonly leave: () => void;
  readonly toTables: (() => void) | null;
}

export function PersonsView({ leave, toTables }: PersonsViewProps) {
  const { desk, words, language } = useDesk();
  const { set, reader } = useDeskState();
  const { form } = set!;
  const persons = personsOf(set!, reader);
  const readers = readersOf(set!);
  const { persons: own } = words;
  const years =
    form.years.length > 1 ? `${String(form.years[0])}–${String(form.years.at(-1))}` : String(form.years[0]);
  return (
    <>
      <main>
        <Heading at="persons">{words.title}</Heading>
        <NotSaved />
        <Unread />
        <p>{own.form(form.title[language], form.version, years)}</p>
        {readers.length > 1 && (
          <section aria-labelledby="reader-heading">
            <h2 id="reader-heading">{own.reader}</h2>
            <RadioGroup
              aria-labelledby="reader-heading"
              layout="horizontal"
              value={reader}
              onChange={(_, { value }) => desk.chooseReader(value)}
            >
              {readers.map((each) => (
                <Radio key={each} value={each} label={each === '' ? own.noName : each} />
              ))}
            </RadioGroup>
          </section>
        )}
        <section aria-labelledby="persons-heading">
          <div className="section-head">
            <h2 id="persons-heading">{own.title}</h2>
            <span className="quiet">
              {own.ready(persons.filter(({ isDone }) => isDone).length, persons.length)}
            </span>
          </div>
          <p className="quiet">{own.who}</p>
          <ul className="persons">
            {persons.map(({ person, answered, asked, isDone }) => (
              <li key={person}>
                <button type="button" className="item person-row" onClick={() => desk.openPerson(person)}>
                  <span className="person">{person}</span>
                  <ProgressBar
                    aria-hidden="true"
                    thickness="large"
                    value={answered / Math.max(1, asked)}
                    {...(isDone && { color: 'success' })}
                  />
                  <span className="count">
                    {isDone && <CheckmarkCircleRegular aria-hidden="true" />}
                    {isDone ? own.done : own.progress(answered, asked)}
                    {!isDone && <span className="unseen"> {own.answered}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer>
        <div className="foot">
          <Button icon={<ArrowLeftRegular />} onClick={leave}>
            {words.backToLathund}
          </Button>
          {toTables && <Button onClick={toTables}>{own.tables}</Button>}
        </div>
      </footer>
    </>
  );
}

/** Cells that hold what is no answer. */
function Unread() {
  const { words, language } = useDesk();
  const { unread } = useDeskState();
  if (unread.length === 0) return null;
  const { persons } = words;
  return (
    <div className="messages">
      <MessageBar intent="warning" layout="multiline" aria-labelledby="unread">
        <MessageBarBody>
          <span id="unread">{persons.unread(unread.length)}</span>
          <ul>
            {unread.slice(0, TOLD).map(({ sheet, address, problem }) => (
              <li key={`${sheet} ${address}`}>
                {persons.cell(sheet, address)} {problem[language]}
              </li>
            ))}
          </ul>
          {unread.length > TOLD && persons.moreCells(unread.length - TOLD)}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
