/** What is asked for beside an answer that holds: how many times, which year. */
import { amountKey, fieldsOfItem, type Answers, type Code, type Item } from 'isu-core/review';
import { useDesk } from '../desk-context.tsx';
import { TypedField } from './typed-field.tsx';

interface BesideProps {
  readonly item: Item;
  readonly code: Code;
  readonly answers: Answers;
}

export function Beside({ item, code, answers }: BesideProps) {
  const { words, language } = useDesk();
  const key = amountKey(item, code);
  const field = fieldsOfItem(item).find((each) => each.key === key);
  if (!field || !code.amount) return null;
  const what = words.beside[code.amount];
  return (
    <div className="beside" data-beside={code.code}>
      <TypedField
        field={field}
        answers={answers}
        label={what}
        told={words.besideOf(code.label[language], what)}
        isOneLine
      />
    </div>
  );
}
