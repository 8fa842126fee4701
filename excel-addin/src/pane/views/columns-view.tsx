/** Lägg till kolumner: the lathund's figures beside the user's own rows. */
import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { lathundWords } from 'isu-core';
import type { BesideKey } from 'isu-session';
import { useState } from 'react';
import { functionsCountTheSame } from '../model/added-columns.ts';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

const KEYS: readonly BesideKey[] = ['actualisations', 'first', 'last', 'months', 'group'];

export default function ColumnsView() {
  const { pane, words, language, hasFunctions } = useSurroundings();
  const { form, busy, place } = usePaneState();
  const [chosen, setChosen] = useState<readonly BesideKey[]>(KEYS);
  const [as, setAs] = useState<'values' | 'functions'>('values');
  const { columns } = words;
  const names = lathundWords(language).columns;
  const whyNoFunctions = !hasFunctions
    ? columns.functionsNotHere
    : functionsCountTheSame(form)
      ? null
      : columns.functionsLimited;
  const isReady = chosen.length > 0 && busy === null && place !== null;
  return (
    <>
      <p>{columns.intro}</p>
      <section aria-labelledby="which-heading">
        <h2 id="which-heading">{columns.which}</h2>
        <div role="group" aria-labelledby="which-heading" className="checks">
          {KEYS.map((key) => (
            <Checkbox
              key={key}
              label={names[key]}
              checked={chosen.includes(key)}
              onChange={(_, { checked }) =>
                setChosen(checked ? [...chosen, key] : chosen.filter((each) => each !== key))
              }
            />
          ))}
        </div>
        {chosen.length === 0 && <p className="quiet">{columns.none}</p>}
      </section>
      <section aria-labelledby="as-heading">
        <h2 id="as-heading">{columns.as}</h2>
        <RadioGroup
          aria-labelledby="as-heading"
          value={whyNoFunctions === null ? as : 'values'}
          onChange={(_, { value }) => setAs(value as typeof as)}
        >
          <Radio value="values" label={<WithHint name={columns.values} hint={columns.valuesHint} />} />
          <Radio
            value="functions"
            disabled={whyNoFunctions !== null}
            label={<WithHint name={columns.functions} hint={whyNoFunctions ?? columns.functionsHint} />}
          />
        </RadioGroup>
      </section>
      <div className="buttons">
        <Button
          appearance="primary"
          disabledFocusable={!isReady}
          onClick={() => void pane.putColumns(chosen, whyNoFunctions === null ? as : 'values')}
        >
          {columns.add}
        </Button>
      </div>
    </>
  );
}

function WithHint({ name, hint }: { readonly name: string; readonly hint: string }) {
  return (
    <span className="choice-with-hint">
      {name}
      <span className="quiet">{hint}</span>
    </span>
  );
}
