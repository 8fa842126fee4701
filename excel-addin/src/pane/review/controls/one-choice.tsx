/** One of the alternatives. */
import { Radio, RadioGroup } from '@fluentui/react-components';
import type { Answers, Item } from 'isu-core/review';
import { Fragment } from 'react';
import { useDesk } from '../desk-context.tsx';
import { choose } from '../model/answering.ts';
import { inSight } from '../model/digits.ts';
import { Alternative } from './alternative.tsx';
import { Beside } from './beside.tsx';

export function OneChoice({ item, answers }: { readonly item: Item; readonly answers: Answers }) {
  const { desk, language } = useDesk();
  const chosen = answers[item.id];
  return (
    <RadioGroup
      aria-labelledby="question"
      aria-describedby="about"
      value={typeof chosen === 'string' ? chosen : ''}
      onChange={(_, { value }) =>
        desk.answer(
          choose(
            item,
            item.codes.find(({ code }) => code === value)!,
            answers,
          ),
        )
      }
    >
      {inSight(item).map(({ code, key }) => (
        <Fragment key={code.code}>
          <Radio
            value={code.code}
            data-code={code.code}
            aria-keyshortcuts={key}
            label={<Alternative name={code.label[language]} keyName={key} />}
          />
          {chosen === code.code && code.amount && <Beside item={item} code={code} answers={answers} />}
        </Fragment>
      ))}
    </RadioGroup>
  );
}
