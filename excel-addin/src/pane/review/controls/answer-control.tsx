/** What an item is answered with, by its kind. */
import { fieldsOfItem, type Answers, type Form, type Item } from 'isu-core/review';
import { useDesk } from '../desk-context.tsx';
import { OneChoice } from './one-choice.tsx';
import { SeveralChoice } from './several-choice.tsx';
import { TypedField } from './typed-field.tsx';

interface AnswerControlProps {
  readonly form: Form;
  readonly item: Item;
  readonly answers: Answers;
}

export function AnswerControl({ form, item, answers }: AnswerControlProps) {
  const { words, language } = useDesk();
  if (item.kind === 'one') return <OneChoice item={item} answers={answers} />;
  if (item.kind === 'several') return <SeveralChoice form={form} item={item} answers={answers} />;
  const { question } = words;
  const [field] = fieldsOfItem(item);
  const after = { count: undefined, years: question.years, money: question.kronor, text: undefined }[
    item.kind
  ];
  return (
    <TypedField
      field={field!}
      answers={answers}
      label={question.answer}
      told={`${question.answer}: ${item.question[language]}`}
      hint={item.kind === 'text' ? question.noNames : question.noNumber}
      {...(after !== undefined && { after })}
    />
  );
}
