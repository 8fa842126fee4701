/** A number or words, judged while they are typed; what can be read is written at once. */
import { Field, Input, Textarea } from '@fluentui/react-components';
import { MISSING, mayBeMissing, readValue, type Answers, type Field as FormField } from 'isu-core/review';
import { useContext, useEffect, useRef, useState } from 'react';
import { useDesk } from '../desk-context.tsx';
import { shown } from '../model/register-told.ts';
import { UnreadFieldsContext } from './unread-fields.ts';

/** When the hand has rested so long, in milliseconds, it is told what is wrong. */
const REST = 700;

interface TypedFieldProps {
  readonly field: FormField;
  readonly answers: Answers;
  readonly label: string;
  /** As a screen reader is told, where the label alone does not say which of several it is. */
  readonly told?: string;
  readonly hint?: string;
  readonly after?: string;
  /** Label and field on one line, as beside an alternative. */
  readonly isOneLine?: boolean;
}

export function TypedField({ field, answers, label, told, hint, after, isOneLine = false }: TypedFieldProps) {
  const size: 'small' | 'medium' = isOneLine ? 'small' : 'medium';
  const { desk, language } = useDesk();
  const unread = useContext(UnreadFieldsContext);
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  /** `null`: what stands in the cell, as it is written by us. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isResting, setResting] = useState(true);
  const value = answers[field.key];
  const isMissing = value === MISSING && mayBeMissing(field);
  const read = draft === null ? null : readValue(field, draft);
  const problem = read && !read.ok ? read.problem : null;
  useEffect(() => {
    // The answer has come from elsewhere: the sheet, the register, a button. What was typed before goes.
    if (read !== null && (!read.ok || read.value !== value)) setDraft(null);
  }, [value]);
  useEffect(() => {
    unread.set(field.key, problem ? element.current : null);
    return () => unread.set(field.key, null);
  });
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => setResting(true), REST);
    return () => clearTimeout(timer);
  }, [draft]);
  const type = (text: string) => {
    setDraft(text);
    setResting(false);
    const typed = readValue(field, text);
    if (typed.ok) desk.answer({ [field.key]: typed.value ?? null });
  };
  const leave = () => {
    setResting(true);
    if (problem === null) setDraft(null);
  };
  const given = {
    id: `field-${field.key}`,
    value: draft ?? (isMissing ? '' : shown(field, value, language)),
    size,
    onBlur: leave,
    ...(told !== undefined && { 'aria-label': told }),
  };
  return (
    <Field
      label={label}
      size={size}
      orientation={isOneLine ? 'horizontal' : 'vertical'}
      {...(hint !== undefined && { hint })}
      {...(problem && isResting && { validationMessage: problem[language] })}
    >
      {field.takes === 'text' && field.part === 'value' ? (
        <Textarea
          {...given}
          textarea={{ ref: element }}
          rows={3}
          // An answer is one cell's line: Enter goes on.
          onChange={(_, { value }) => type(value.replace(/\s*\n\s*/g, ' '))}
        />
      ) : (
        <Input
          {...given}
          input={{ ref: element }}
          className={field.takes === 'text' ? '' : field.takes === 'money' ? 'money' : 'short'}
          inputMode={field.takes === 'text' ? 'text' : 'numeric'}
          autoComplete="off"
          {...(after !== undefined && { contentAfter: after })}
          onChange={(_, { value }) => type(value)}
        />
      )}
    </Field>
  );
}
