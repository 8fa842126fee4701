/** The fields of a comparison: what the register is split by, what is taken along, inhabitants. Core judges them. */
import type { Language } from 'isu-core';
import {
  chosenAtFirst,
  comparisonWords,
  type ComparisonChoices,
  type ComparisonChosen,
  type SplitChosen,
} from 'isu-session';
import { check, checkbox, choiceField, dateField, field, folded, numberField, textField } from './fields.ts';
import { make } from './make-element.ts';

export interface ComparisonFields {
  readonly element: HTMLElement;
  readonly chosen: () => ComparisonChosen;
  /** Of a register that is new to the page: its periods are suggested, and nothing else is chosen. */
  offer(choices: ComparisonChoices): void;
  readonly fill: (chosen: ComparisonChosen) => void;
  /** The parts of the last comparison can be given inhabitants. */
  offerPopulation(parts: readonly string[]): void;
}

const COLUMN = 'column:';
const PERIODS = [1, 2];

export function drawComparisonFields(language: Language, compare: () => void): ComparisonFields {
  const words = comparisonWords(language);
  const by = make('select', { id: 'compare-by', change: () => showPeriods() });
  const days = PERIODS.map((number) => ({
    from: dateField(`compare-from-${String(number)}`),
    to: dateField(`compare-to-${String(number)}`),
  }));
  const periods = days.map(({ from, to }, at) =>
    make(
      'fieldset',
      { class: 'period' },
      make('legend', {}, words.period(PERIODS[at]!)),
      make('div', { class: 'pair' }, field(words.from, from), field(words.to, to)),
    ),
  );
  const rows = boxes('compare-rows', words.rows, words.rowsHint);
  const separator = textField('compare-separator');
  separator.className = 'short';
  const separatorField = field(words.separator, separator, words.separatorHint);
  const base = choiceField('compare-base', Object.entries(words.bases));
  const against = choiceField('compare-against', Object.entries(words.againsts));
  const population = make('div', { class: 'inhabitants' });
  const populationPart = make(
    'fieldset',
    { class: 'limit', hidden: true, 'aria-describedby': 'compare-population-hint' },
    make('legend', {}, words.population),
    make('p', { class: 'hint', id: 'compare-population-hint' }, words.populationHint),
    population,
  );
  const inhabitants = new Map<string, string>();
  const showPeriods = () => {
    for (const period of periods) period.hidden = by.value !== 'periods';
  };

  const element = make(
    'form',
    {
      novalidate: true,
      'aria-labelledby': 'compare-heading',
      submit: (event) => {
        event.preventDefault();
        compare();
      },
    },
    field(words.by, by),
    ...periods,
    rows.element,
    separatorField,
    folded('compare-more', words.more, field(words.base, base), field(words.against, against)),
    populationPart,
    make('button', { type: 'submit', id: 'compare' }, words.compare),
  );

  const day = (input: HTMLInputElement) => (input.validity.badInput ? '?' : input.value);
  const chosen = (): ComparisonChosen => ({
    by: splitIn(by.value),
    periods: days.map(({ from, to }) => ({ from: day(from), to: day(to) })),
    rows: rows.chosen(),
    separator: separator.value,
    base: base.value as ComparisonChosen['base'],
    against: against.value as ComparisonChosen['against'],
    population: Object.fromEntries(inhabitants),
  });
  const fill = (given: ComparisonChosen) => {
    by.value = typeof given.by === 'string' ? given.by : `${COLUMN}${given.by.column}`;
    days.forEach(({ from, to }, at) => {
      from.value = given.periods[at]?.from ?? '';
      to.value = given.periods[at]?.to ?? '';
    });
    rows.fill(given.rows);
    separator.value = given.separator;
    base.value = given.base;
    against.value = given.against;
    inhabitants.clear();
    for (const [part, text] of Object.entries(given.population)) inhabitants.set(part, text);
    showPeriods();
  };
  const offer = (choices: ComparisonChoices) => {
    const { splits } = words;
    const option = (value: string, label: string) => make('option', { value }, label);
    by.replaceChildren(
      ...(choices.periods === null ? [] : [option('periods', splits.periods)]),
      option('year', splits.year),
      ...(choices.organisations ? [option('organisation', splits.organisation)] : []),
      option('group', splits.group),
      ...(choices.splits.length === 0
        ? []
        : [
            make(
              'optgroup',
              { label: words.columns },
              ...choices.splits.map((name) => option(COLUMN + name, name)),
            ),
          ]),
    );
    rows.offer(choices.rows);
    separatorField.hidden = choices.rows.length === 0;
    offerPopulation([]);
    fill(chosenAtFirst(choices));
  };
  const offerPopulation = (parts: readonly string[]) => {
    populationPart.hidden = parts.length === 0;
    population.replaceChildren(
      ...parts.map((part, at) => {
        const input = numberField(`compare-population-${String(at)}`);
        input.value = inhabitants.get(part) ?? '';
        input.addEventListener('input', () => inhabitants.set(part, input.value));
        return field(part, input);
      }),
    );
  };
  return { element, chosen, offer, fill, offerPopulation };
}

function splitIn(value: string): SplitChosen {
  if (value.startsWith(COLUMN)) return { column: value.slice(COLUMN.length) };
  return value as Extract<SplitChosen, string>;
}

/** A box for each column. */
function boxes(id: string, legend: string, hint: string) {
  const list = make('div', { class: 'boxes' });
  const element = make(
    'fieldset',
    { class: 'limit', 'aria-describedby': `${id}-hint` },
    make('legend', {}, legend),
    make('p', { class: 'hint', id: `${id}-hint` }, hint),
    list,
  );
  let inputs: readonly (readonly [string, HTMLInputElement])[] = [];
  return {
    element,
    chosen: () => inputs.filter(([, { checked }]) => checked).map(([name]) => name),
    fill: (names: readonly string[]) => {
      for (const [name, input] of inputs) input.checked = names.includes(name);
    },
    offer: (names: readonly string[]) => {
      inputs = names.map((name, at) => [name, checkbox(`${id}-${String(at)}`)] as const);
      list.replaceChildren(...inputs.map(([name, input]) => check(name, input)));
      element.hidden = names.length === 0;
    },
  };
}
