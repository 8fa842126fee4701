/** The user's part of the page: the file, the limits, the selection. What is filled in is judged by core. */
import type { ChosenSettings, ShownSource } from '../worker/messages.ts';
import { make } from './make-element.ts';
import type { PageWords } from './page-words.ts';

export interface Controls {
  readonly element: HTMLElement;
  chosen(): ChosenSettings;
  /** The sheet that is chosen; `null` where the file has none, or only one. */
  sheet(): string | null;
  fill(settings: ChosenSettings): void;
  showSource(source: ShownSource | null, isSample: boolean): void;
}

export interface ControlActions {
  readonly openFiles: (files: FileList) => void;
  readonly openSample: () => void;
  readonly analyse: () => void;
}

const TEXTS = [
  'from',
  'to',
  'lowestAge',
  'atLeast',
  'activeYears',
  'personColumn',
  'dateColumn',
] as const satisfies readonly (keyof ChosenSettings)[];
const CHECKS = [
  'intervals',
  'comparison',
  'publication',
] as const satisfies readonly (keyof ChosenSettings)[];
type Fields = Readonly<Record<(typeof TEXTS)[number] | (typeof CHECKS)[number], HTMLInputElement>>;

export function drawControls(words: PageWords, actions: ControlActions): Controls {
  const fields: Fields = {
    from: dateField('from'),
    to: dateField('to'),
    lowestAge: numberField('lowest-age'),
    atLeast: numberField('at-least'),
    activeYears: textField('active-years'),
    personColumn: textField('person-column'),
    dateColumn: textField('date-column'),
    intervals: make('input', { type: 'checkbox', id: 'intervals' }),
    comparison: make('input', { type: 'checkbox', id: 'comparison' }),
    publication: make('input', { type: 'checkbox', id: 'publication' }),
  };
  const sheets = make('select', { id: 'sheet', change: () => actions.analyse() });
  const sheetField = field(words.sheet, sheets);
  sheetField.hidden = true;
  const sampleNote = make('p', { class: 'hint', hidden: true }, words.sampleShown);
  const sampleButton = make(
    'button',
    { type: 'button', class: 'quiet', id: 'show-sample', click: () => actions.openSample() },
    words.showSample,
  );
  return {
    element: make(
      'div',
      { class: 'controls' },
      make(
        'section',
        { 'aria-labelledby': 'file-heading' },
        make('h2', { id: 'file-heading' }, words.file),
        dropZone(words, actions),
        sheetField,
        sampleNote,
        sampleButton,
      ),
      limits(words, fields, actions),
    ),
    chosen: () => chosenIn(fields),
    sheet: () => (sheetField.hidden ? null : sheets.value),
    fill: (settings) => {
      for (const name of TEXTS) fields[name].value = settings[name] ?? '';
      for (const name of CHECKS) fields[name].checked = settings[name];
    },
    showSource: (source, isSample) => {
      sampleNote.hidden = !isSample;
      sampleButton.hidden = isSample;
      const names = source?.sheetNames ?? [];
      sheetField.hidden = names.length < 2;
      sheets.replaceChildren(
        ...names.map((name) => make('option', { value: name, selected: name === source?.sheetName }, name)),
      );
    },
  };
}

function chosenIn(fields: Fields): ChosenSettings {
  // Half a date is no date to the browser; to the user it is one that is wrong, so core is to say so.
  const text = (name: (typeof TEXTS)[number]) =>
    fields[name].validity.badInput ? '?' : fields[name].value.trim() || null;
  return {
    from: text('from'),
    to: text('to'),
    lowestAge: text('lowestAge'),
    atLeast: text('atLeast'),
    activeYears: text('activeYears'),
    personColumn: text('personColumn'),
    dateColumn: text('dateColumn'),
    intervals: fields.intervals.checked,
    comparison: fields.comparison.checked,
    publication: fields.publication.checked,
  };
}

function dropZone(words: PageWords, actions: ControlActions): HTMLElement {
  const input = make('input', {
    type: 'file',
    id: 'file',
    accept: '.xlsx,.xlsm,.xls,.csv,.txt',
    'aria-describedby': 'file-kinds stays-here',
  });
  input.addEventListener('change', () => {
    if (input.files && input.files.length > 0) actions.openFiles(input.files);
    // The same file, mended and saved again, is to be taken anew.
    input.value = '';
  });
  return make(
    'div',
    { class: 'drop-zone' },
    make('p', { class: 'drop-here' }, words.dropHere),
    make(
      'span',
      { class: 'file-choice' },
      input,
      make('label', { for: 'file', class: 'button' }, words.chooseFile),
    ),
    make('p', { class: 'hint', id: 'file-kinds' }, words.fileKinds),
    make('p', { class: 'stays-here', id: 'stays-here' }, words.staysHere),
  );
}

function limits(words: PageWords, fields: Fields, actions: ControlActions): HTMLElement {
  return make(
    'form',
    {
      novalidate: true,
      'aria-labelledby': 'settings-heading',
      submit: (event) => {
        event.preventDefault();
        actions.analyse();
      },
    },
    make('h2', { id: 'settings-heading' }, words.settings),
    make('div', { class: 'pair' }, field(words.from, fields.from), field(words.to, fields.to)),
    field(words.lowestAge, fields.lowestAge, words.lowestAgeHint),
    folded(
      'selection',
      words.selection,
      field(words.atLeast, fields.atLeast),
      field(words.activeYears, fields.activeYears, words.activeYearsHint),
    ),
    folded(
      'columns',
      words.columns,
      field(words.personColumn, fields.personColumn),
      field(words.dateColumn, fields.dateColumn, words.columnsHint),
    ),
    folded(
      'shown-in',
      words.shownIn,
      check(words.intervals, fields.intervals),
      check(words.comparison, fields.comparison),
      check(words.publication, fields.publication, words.publicationHint),
    ),
    make('button', { type: 'submit', id: 'analyse' }, words.analyse),
  );
}

function folded(id: string, summary: string, ...fields: readonly HTMLElement[]): HTMLElement {
  return make('details', {}, make('summary', { id }, summary), ...fields);
}

function dateField(id: string): HTMLInputElement {
  return make('input', { type: 'date', id, min: '1900-01-01', max: '2199-12-31' });
}

function textField(id: string): HTMLInputElement {
  return make('input', { type: 'text', autocomplete: 'off', id });
}

function numberField(id: string): HTMLInputElement {
  return make('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', id, class: 'short' });
}

function field(label: string, input: HTMLInputElement | HTMLSelectElement, hint?: string): HTMLElement {
  const element = make('div', { class: 'field' }, make('label', { for: input.id }, label), input);
  return withHint(element, input, hint);
}

function check(label: string, input: HTMLInputElement, hint?: string): HTMLElement {
  const element = make('div', { class: 'check' }, input, make('label', { for: input.id }, label));
  return withHint(element, input, hint);
}

function withHint(element: HTMLElement, input: HTMLElement, hint: string | undefined): HTMLElement {
  if (hint === undefined) return element;
  input.setAttribute('aria-describedby', `${input.id}-hint`);
  element.append(make('p', { class: 'hint', id: `${input.id}-hint` }, hint));
  return element;
}
