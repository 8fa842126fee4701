/** What is compared, what is taken along, and inhabitants of the parts once they are known. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  Field,
  Input,
  Select,
} from '@fluentui/react-components';
import {
  comparisonWords,
  type ComparisonChosen,
  type ComparisonFormWords,
  type SplitChosen,
} from 'isu-session';
import { useId } from 'react';
import type { Comparing } from '../model/pane-state.ts';
import { useSurroundings } from '../pane-context.tsx';

const COLUMN = 'column:';

interface PartProps extends Comparing {
  readonly words: ComparisonFormWords;
  readonly choose: (change: Partial<ComparisonChosen>) => void;
}

export function ComparisonFields(comparing: Comparing) {
  const { pane, language } = useSurroundings();
  const words = comparisonWords(language);
  const part: PartProps = { ...comparing, words, choose: (change) => pane.comparison.choose(change) };
  const { choices, chosen, shown } = comparing;
  return (
    <div className="fields">
      <By {...part} />
      {chosen.by === 'periods' && [0, 1].map((at) => <PeriodFields key={at} {...part} at={at} />)}
      {choices.rows.length > 0 && <Rows {...part} />}
      <Accordion collapsible>
        <AccordionItem value="more">
          <AccordionHeader as="h2" size="small">
            {words.more}
          </AccordionHeader>
          <AccordionPanel>
            <More {...part} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      {shown && <Population {...part} />}
    </div>
  );
}

function By({ choices, chosen, words, choose }: PartProps) {
  const { splits } = words;
  const isOffered = { periods: choices.periods !== null, organisation: choices.organisations };
  const kinds = (['periods', 'year', 'organisation', 'group'] as const).filter(
    (kind) => kind === 'year' || kind === 'group' || isOffered[kind],
  );
  const { by } = chosen;
  return (
    <Field label={words.by} size="small">
      <Select
        size="small"
        value={typeof by === 'string' ? by : COLUMN + by.column}
        onChange={(_, { value }) => choose({ by: splitIn(value) })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {splits[kind]}
          </option>
        ))}
        {choices.splits.length > 0 && (
          <optgroup label={words.columns}>
            {choices.splits.map((column) => (
              <option key={column} value={COLUMN + column}>
                {column}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
    </Field>
  );
}

function splitIn(value: string): SplitChosen {
  if (value.startsWith(COLUMN)) return { column: value.slice(COLUMN.length) };
  return value as Extract<SplitChosen, string>;
}

function PeriodFields({ chosen, words, choose, at }: PartProps & { readonly at: number }) {
  const change = (key: 'from' | 'to', value: string) =>
    choose({
      periods: chosen.periods.map((period, each) => (each === at ? { ...period, [key]: value } : period)),
    });
  return (
    <fieldset className="plain-set">
      <legend>{words.period(at + 1)}</legend>
      <div className="two">
        {(['from', 'to'] as const).map((key) => (
          <Field key={key} label={words[key]} size="small">
            <Input
              size="small"
              type="date"
              min="1900-01-01"
              max="2199-12-31"
              value={chosen.periods[at]?.[key] ?? ''}
              onChange={(_, { value }) => change(key, value)}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

function Rows({ choices, chosen, words, choose }: PartProps) {
  const hint = useId();
  return (
    <fieldset className="plain-set" aria-describedby={hint}>
      <legend>{words.rows}</legend>
      <p className="quiet" id={hint}>
        {words.rowsHint}
      </p>
      <div className="checks">
        {choices.rows.map((column) => (
          <Checkbox
            key={column}
            label={column}
            checked={chosen.rows.includes(column)}
            onChange={(_, { checked }) =>
              // In the order of the sheet, whatever the order they are chosen in.
              choose({
                rows: choices.rows.filter((each) =>
                  each === column ? checked === true : chosen.rows.includes(each),
                ),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function More({ choices, chosen, words, choose }: PartProps) {
  return (
    <div className="fields">
      {choices.rows.length > 0 && (
        <Field label={words.separator} hint={words.separatorHint} size="small">
          <Input
            size="small"
            className="short"
            value={chosen.separator}
            onChange={(_, { value }) => choose({ separator: value })}
          />
        </Field>
      )}
      <Field label={words.base} size="small">
        <Select
          size="small"
          value={chosen.base}
          onChange={(_, { value }) => choose({ base: value as ComparisonChosen['base'] })}
        >
          {(['actualisations', 'persons'] as const).map((base) => (
            <option key={base} value={base}>
              {words.bases[base]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.against} size="small">
        <Select
          size="small"
          value={chosen.against}
          onChange={(_, { value }) => choose({ against: value as ComparisonChosen['against'] })}
        >
          {(['first', 'rest'] as const).map((against) => (
            <option key={against} value={against}>
              {words.againsts[against]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Population({ chosen, shown, words, choose }: PartProps) {
  const hint = useId();
  return (
    <fieldset className="plain-set" aria-describedby={hint}>
      <legend>{words.population}</legend>
      <p className="quiet" id={hint}>
        {words.populationHint}
      </p>
      {shown!.parts.map((part) => (
        <Field key={part} label={part} size="small">
          <Input
            size="small"
            className="short"
            inputMode="numeric"
            value={chosen.population[part] ?? ''}
            onChange={(_, { value }) => choose({ population: { ...chosen.population, [part]: value } })}
          />
        </Field>
      ))}
    </fieldset>
  );
}
