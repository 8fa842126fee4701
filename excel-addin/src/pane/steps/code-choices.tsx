/** What the values of the coded columns are taken for. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Input,
  Select,
} from '@fluentui/react-components';
import { formatNumber, mappingWords, type ColumnValues, type ValueChoice } from 'isu-core';
import type { ShownMapping } from 'isu-session';
import { useEffect, useState } from 'react';
import { unknownIn } from '../model/needs-look.ts';
import { useSurroundings } from '../pane-context.tsx';

export function CodeChoices({ mapping }: { readonly mapping: ShownMapping }) {
  const { words } = useSurroundings();
  if (mapping.showsValues && mapping.values.length === 0) return null;
  const toLook = mapping.values.filter((column) => unknownIn(column) > 0).map(({ role }) => role);
  return (
    <section aria-labelledby="codes-heading">
      <h2 id="codes-heading">{words.data.codes}</h2>
      <p className="quiet">{mapping.showsValues ? words.data.codesHint : words.data.codesHidden}</p>
      <Accordion multiple collapsible defaultOpenItems={toLook}>
        {mapping.values.map((column) => (
          <ColumnCodes key={column.role} column={column} />
        ))}
      </Accordion>
    </section>
  );
}

function ColumnCodes({ column }: { readonly column: ColumnValues }) {
  const { words, language } = useSurroundings();
  const { data } = words;
  const { role, values, different } = column;
  const unknown = unknownIn(column);
  return (
    <AccordionItem value={role}>
      <AccordionHeader as="h3" size="small">
        <span className="fold-head">
          <span>{mappingWords(language).roles[role]}</span>
          <span className="quiet">{data.values(different)}</span>
          {unknown > 0 && (
            <Badge appearance="tint" color="warning">
              {data.unknown(unknown)}
            </Badge>
          )}
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <ul className="values">
          {unknownFirst(column).map((value) => (
            <li key={value.value}>
              <span className="value">{value.value}</span>
              <span className="quiet">{data.rows(formatNumber(value.rows, 'integer', language))}</span>
              <Meaning column={column} value={value} />
            </li>
          ))}
        </ul>
        {different > values.length && <p className="quiet">{data.moreValues(values.length, different)}</p>}
      </AccordionPanel>
    </AccordionItem>
  );
}

/** What is not recognised is what there is to do something about. */
function unknownFirst({ codes, values }: ColumnValues): readonly ValueChoice[] {
  const isUnknown = ({ meaning }: ValueChoice) => codes !== null && !codes.includes(meaning);
  return [...values.filter(isUnknown), ...values.filter((value) => !isUnknown(value))];
}

interface MeaningProps {
  readonly column: ColumnValues;
  readonly value: ValueChoice;
}

function Meaning({ column, value }: MeaningProps) {
  const { pane, words, language } = useSurroundings();
  const { role, codes } = column;
  const names = mappingWords(language);
  const label = words.data.takenFor(value.value, names.roles[role]);
  const choose = (meaning: string) => {
    const isFound = meaning === '' || (meaning === value.found && value.chosenAs === null);
    if (isFound && value.chosenAs === null) return;
    const asked = { ask: 'choose-code', role, value: value.chosenAs ?? value.value } as const;
    void pane.change({ ...asked, meaning: isFound || meaning === value.found ? null : meaning });
  };
  return codes === null ? (
    <NameField value={value} label={label} choose={choose} />
  ) : (
    <CodeMenu value={value} codes={codes} label={label} choose={choose} />
  );
}

interface ChoiceProps {
  readonly value: ValueChoice;
  readonly label: string;
  readonly choose: (meaning: string) => void;
}

/** The first is what was found; the user's own choice stands chosen below it. */
function CodeMenu({ value, codes, label, choose }: ChoiceProps & { readonly codes: readonly string[] }) {
  const { words, language } = useSurroundings();
  const { meaning, found, chosenAs } = value;
  const names = mappingWords(language).codes;
  const nameOf = (code: string) => (codes.includes(code) ? names[code]! : words.data.notRecognised);
  const others = codes.filter((code) => code !== found || chosenAs !== null);
  return (
    <Select
      size="small"
      aria-label={label}
      value={chosenAs === null ? '' : meaning}
      onChange={(_, chosen) => choose(chosen.value)}
    >
      <option value="">{chosenAs === null ? nameOf(found) : words.data.foundAs(nameOf(found))}</option>
      {others.map((code) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </Select>
  );
}

/** Any name will do; emptied it is what was found. */
function NameField({ value, label, choose }: ChoiceProps) {
  const [name, setName] = useState(value.meaning);
  useEffect(() => setName(value.meaning), [value.meaning]);
  const done = () => {
    if (name.trim() !== value.meaning) choose(name.trim());
  };
  return (
    <Input
      size="small"
      aria-label={label}
      value={name}
      onChange={(_, typed) => setName(typed.value)}
      onBlur={done}
      onKeyDown={({ key }) => key === 'Enter' && done()}
    />
  );
}
