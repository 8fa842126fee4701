/** Answers that contradict each other: told, never in the way. */
import { findingsOf, type Answers, type Form, type Item } from 'isu-core/review';
import { useEffect, useState } from 'react';
import { useDesk } from './desk-context.tsx';

/** An answer that is being typed contradicts nobody yet; in milliseconds. */
const REST = 700;

interface FindingsProps {
  readonly form: Form;
  readonly answers: Answers;
  readonly item: Item;
}

export function Findings({ form, answers, item }: FindingsProps) {
  const { words, language } = useDesk();
  const [settled, setSettled] = useState(answers);
  const [atFirst] = useState(answers);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(answers), REST);
    return () => clearTimeout(timer);
  }, [answers]);
  // Whoever has just said yes is on the way to say how often.
  const found = findingsOf(form, settled).filter(
    ({ code, items }) => items.includes(item.id) && (code !== 'amount-lacking' || settled === atFirst),
  );
  return (
    <div role="status" className="found-here">
      {found.map((finding) => (
        <p key={finding.sv} className="paragraph warning">
          <span className="unseen">{words.toLookAt}: </span>
          {finding[language]}
        </p>
      ))}
    </div>
  );
}
