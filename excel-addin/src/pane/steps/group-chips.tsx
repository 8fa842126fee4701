/** The frequency groups as chips: a limit is taken away from its chip, or added beside them. */
import { Button, Input, Label } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons';
import { lathundWords } from 'isu-core';
import { EMPTY_FORM } from 'isu-session';
import { useRef, useState } from 'react';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

export function GroupChips() {
  const { pane, words, language } = useSurroundings();
  const { form } = usePaneState();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { limits: own } = words;
  const limits = limitsIn(form.groups);
  const names = lathundWords(language).groups(limits);
  const set = (changed: readonly number[]) => pane.fill({ groups: changed.join(', ') });
  const isNew = /^\d+$/.test(typed) && Number(typed) > 1 && !limits.includes(Number(typed));
  const add = () => {
    if (!isNew) return;
    set([...limits, Number(typed)].sort((a, b) => a - b));
    setTyped('');
  };
  return (
    <section aria-labelledby="groups-heading">
      <h2 id="groups-heading">{own.groups}</h2>
      <p className="quiet">{own.groupsHint}</p>
      <ul className="chips" aria-labelledby="groups-heading">
        {names.map((name, at) => (
          <li key={name} className="chip">
            {name}
            {at > 0 && (
              <Button
                size="small"
                shape="circular"
                appearance="transparent"
                icon={<Dismiss12Regular />}
                aria-label={own.removeGroup(name)}
                onClick={() => {
                  set(limits.filter((_, each) => each !== at));
                  input.current?.focus();
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="one-line">
        <Label htmlFor="new-limit" size="small">
          {own.newLimit}
        </Label>
        <Input
          id="new-limit"
          input={{ ref: input }}
          size="small"
          className="short"
          inputMode="numeric"
          value={typed}
          onChange={(_, { value }) => setTyped(value.trim())}
          onKeyDown={({ key }) => key === 'Enter' && add()}
        />
        <Button size="small" disabledFocusable={!isNew} onClick={add}>
          {own.add}
        </Button>
        {form.groups !== EMPTY_FORM.groups && (
          <Button size="small" appearance="subtle" onClick={() => pane.fill({ groups: EMPTY_FORM.groups })}>
            {own.resetGroups}
          </Button>
        )}
      </div>
      <p className="quiet">{own.newLimitHint}</p>
    </section>
  );
}

function limitsIn(groups: string | null): readonly number[] {
  return (groups ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
}
