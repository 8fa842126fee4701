/** The fields of the settings: a few in sight, the others folded. What is filled in is judged by core. */
import { CODED_ROLES, mappingWords, type Language, type MonthsConvention, type ReturnBy } from 'isu-core';
import { EMPTY_FORM, type FormSettings, type ShownMapping } from 'isu-session';
import { check, checkbox, choiceField, dateField, field, folded, numberField, textField } from './fields.ts';
import { make } from './make-element.ts';
import type { FormWords } from './page-words.ts';

export interface SettingsFields {
  readonly element: HTMLElement;
  readonly chosen: () => FormSettings;
  readonly fill: (form: FormSettings) => void;
  /** The values of the open register, to be chosen among. */
  offer(mapping: ShownMapping): void;
}

const TEXTS = [
  ...(['from', 'to', 'lowestAge', 'atLeast', 'activeYears', 'mostFrequent', 'sampleSize'] as const),
  ...(['sampleSeed', 'groups', 'threshold'] as const),
] satisfies readonly (keyof FormSettings)[];
const CHECKS = ['intervals', 'comparison', 'publication'] as const satisfies readonly (keyof FormSettings)[];
const LIMITS = { reasons: 'reason', types: 'type', organisations: 'organisation' } as const;
type Limit = keyof typeof LIMITS;
const LIMIT_NAMES = Object.keys(LIMITS) as readonly Limit[];

/** The fields of each fold. */
const FOLDED = {
  selection: ['atLeast', 'activeYears', 'mostFrequent', 'sampleSize', 'sampleSeed'],
  'shown-in': ['intervals', 'comparison', 'publication', 'returnBy'],
  more: ['reasons', 'types', 'organisations', 'groups', 'months', 'profileBase'],
} as const satisfies Readonly<Record<string, readonly (keyof FormSettings)[]>>;

type Inputs = Readonly<Record<(typeof TEXTS)[number] | (typeof CHECKS)[number], HTMLInputElement>>;

export function drawSettingsFields(
  words: FormWords,
  language: Language,
  analyse: () => void,
): SettingsFields {
  const inputs: Inputs = {
    from: dateField('from'),
    to: dateField('to'),
    lowestAge: numberField('lowest-age'),
    atLeast: numberField('at-least'),
    activeYears: textField('active-years'),
    mostFrequent: numberField('most-frequent'),
    sampleSize: numberField('sample-size'),
    sampleSeed: numberField('sample-seed'),
    groups: textField('groups'),
    threshold: numberField('threshold'),
    intervals: checkbox('intervals'),
    comparison: checkbox('comparison'),
    publication: checkbox('publication'),
  };
  const { roles } = mappingWords(language);
  const months = choiceField('months', Object.entries(words.monthsChoices));
  const profileBase = choiceField('profile-base', Object.entries(words.bases));
  const returnBy = choiceField('return-by', [
    ['', words.returnByNone],
    ['group', words.returnByGroup],
    ...CODED_ROLES.map((role) => [role, roles[role]] as const),
  ]);
  const limits = LIMIT_NAMES.map((name) => drawLimit(name, words));
  const limitOf = (name: Limit) => limits[LIMIT_NAMES.indexOf(name)]!;
  const threshold = field(words.threshold, inputs.threshold);
  const showThreshold = () => (threshold.hidden = !inputs.publication.checked);
  inputs.publication.addEventListener('change', showThreshold);
  showThreshold();

  const sample = make(
    'div',
    { class: 'pair' },
    field(words.sampleSize, inputs.sampleSize),
    field(words.sampleSeed, inputs.sampleSeed),
  );
  const element = make(
    'form',
    {
      novalidate: true,
      'aria-labelledby': 'settings-heading',
      submit: (event) => {
        event.preventDefault();
        analyse();
      },
    },
    make('h2', { id: 'settings-heading' }, words.title),
    make('div', { class: 'pair' }, field(words.from, inputs.from), field(words.to, inputs.to)),
    field(words.lowestAge, inputs.lowestAge, words.lowestAgeHint),
    folded(
      'selection',
      words.selection,
      field(words.atLeast, inputs.atLeast),
      field(words.activeYears, inputs.activeYears, words.activeYearsHint),
      field(words.mostFrequent, inputs.mostFrequent, words.mostFrequentHint),
      sample,
      make('p', { class: 'hint' }, words.sampleHint),
    ),
    folded(
      'shown-in',
      words.shownIn,
      check(words.intervals, inputs.intervals),
      check(words.comparison, inputs.comparison),
      check(words.publication, inputs.publication, words.publicationHint),
      threshold,
      field(words.returnBy, returnBy),
    ),
    folded(
      'more',
      words.more,
      ...limits.map((limit) => limit.element),
      field(words.groups, inputs.groups, words.groupsHint),
      field(words.months, months),
      field(words.profileBase, profileBase),
    ),
    make('button', { type: 'submit', id: 'analyse' }, words.analyse),
  );

  // Half a date is no date to the browser; to the user it is one that is wrong, so core is to say so.
  const text = (name: (typeof TEXTS)[number]) =>
    inputs[name].validity.badInput ? '?' : inputs[name].value.trim() || null;
  const chosen = (): FormSettings => ({
    from: text('from'),
    to: text('to'),
    lowestAge: text('lowestAge'),
    reasons: limitOf('reasons').chosen(),
    types: limitOf('types').chosen(),
    organisations: limitOf('organisations').chosen(),
    atLeast: text('atLeast'),
    activeYears: text('activeYears'),
    mostFrequent: text('mostFrequent'),
    sampleSize: text('sampleSize'),
    sampleSeed: text('sampleSeed'),
    groups: text('groups'),
    months: months.value as MonthsConvention,
    profileBase: profileBase.value as FormSettings['profileBase'],
    returnBy: (returnBy.value || null) as ReturnBy | null,
    intervals: inputs.intervals.checked,
    comparison: inputs.comparison.checked,
    publication: inputs.publication.checked,
    threshold: text('threshold'),
  });
  const showUse = () => {
    const form = chosen();
    for (const [id, names] of Object.entries(FOLDED)) {
      const isUsed = names.some((name) => String(form[name]) !== String(EMPTY_FORM[name]));
      element.querySelector(`#${id} .used`)!.textContent = isUsed ? ` · ${words.used}` : '';
    }
  };
  for (const id of Object.keys(FOLDED))
    element.querySelector(`#${id}`)!.append(make('span', { class: 'used' }));
  element.addEventListener('input', showUse);
  element.addEventListener('change', showUse);
  return {
    element,
    chosen,
    fill: (form) => {
      for (const name of TEXTS) inputs[name].value = form[name] ?? '';
      for (const name of CHECKS) inputs[name].checked = form[name];
      for (const name of LIMIT_NAMES) limitOf(name).fill(form[name]);
      months.value = form.months;
      profileBase.value = form.profileBase;
      returnBy.value = form.returnBy ?? '';
      showThreshold();
      showUse();
    },
    offer: (mapping) => {
      for (const name of LIMIT_NAMES) limitOf(name).offer(namesIn(mapping, name));
    },
  };
}

interface LimitField {
  readonly element: HTMLElement;
  chosen(): readonly string[];
  fill(names: readonly string[]): void;
  offer(names: readonly string[]): void;
}

/** One box for each value of the column, and for each that is chosen though the column lacks it. */
function drawLimit(name: Limit, words: FormWords): LimitField {
  let offered: readonly string[] = [];
  let ticked = new Set<string>();
  const boxes = make('div', { class: 'boxes' });
  const element = make(
    'fieldset',
    { class: 'limit', id: `only-${name}`, 'aria-describedby': `only-${name}-hint` },
    make('legend', {}, words.only[name]),
    make('p', { class: 'hint', id: `only-${name}-hint` }, words.onlyHint),
    boxes,
  );
  const draw = () => {
    const names = [...new Set([...offered, ...ticked])];
    // Where all rows have the one value there is nothing to choose.
    element.hidden = names.length < 2 && ticked.size === 0;
    boxes.replaceChildren(
      ...names.map((label, at) => {
        const box = checkbox(`only-${name}-${String(at)}`);
        box.checked = ticked.has(label);
        box.addEventListener('change', () => (box.checked ? ticked.add(label) : ticked.delete(label)));
        return check(label, box);
      }),
    );
  };
  draw();
  return {
    element,
    chosen: () => [...ticked],
    fill: (names) => {
      ticked = new Set(names);
      draw();
    },
    offer: (names) => {
      offered = names;
      draw();
    },
  };
}

/** A type is limited by its word in the file; reasons and organisations by the name that they are shown under. */
function namesIn({ values }: ShownMapping, limit: Limit): readonly string[] {
  const column = values.find(({ role }) => role === LIMITS[limit]);
  const names = column?.values.map(({ value, meaning }) => (limit === 'types' ? value : meaning)) ?? [];
  return [...new Set(names)];
}
