/** What an item is answered with, by its kind. */
import { Checkbox } from '@fluentui/react-components';
import {
  fieldsOfItem,
  mayBeMissing,
  MISSING,
  MISSING_WORDS,
  type Answers,
  type Form,
  type Item,
} from 'isu-core/review';
import { useDesk } from '../desk-context.tsx';
import { markMissing } from '../model/answering.ts';
import { MISSING_KEY } from '../model/digits.ts';
import { Alternative } from './alternative.tsx';
import { OneChoice } from './one-choice.tsx';
import { SeveralChoice } from './several-choice.tsx';
import { TypedField } from './typed-field.tsx';

interface AnswerControlProps {
  readonly form: Form;
  readonly item: Item;
  readonly answers: Answers;
}

export function AnswerControl({ form, item, answers }: AnswerControlProps) {
  const { desk, words, language } = useDesk();
  if (item.kind === 'one') return <OneChoice item={item} answers={answers} />;
  if (item.kind === 'several') return <SeveralChoice form={form} item={item} answers={answers} />;
  const { question } = words;
  const [field] = fieldsOfItem(item);
  const after = { count: undefined, years: question.years, money: question.kronor, text: undefined }[
    item.kind
  ];
  const typed = (
    <TypedField
      field={field!}
      answers={answers}
      label={question.answer}
      told={`${question.answer}: ${item.question[language]}`}
      {...(item.kind === 'text' && { hint: question.noNames })}
      {...(after !== undefined && { after })}
    />
  );
  if (!mayBeMissing(field!)) return typed;
  return (
    <>
      {typed}
      <Checkbox
        className="missing"
        aria-keyshortcuts={MISSING_KEY}
        checked={answers[item.id] === MISSING}
        onChange={(_, { checked }) => desk.answer(markMissing(item, checked === true, answers))}
        label={{ children: <Alternative name={MISSING_WORDS[language]} keyName={MISSING_KEY} /> }}
      />
    </>
  );
}
