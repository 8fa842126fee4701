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

const FIELDS = ['from', 'to', 'lowestAge', 'atLeast', 'activeYears'] as const;
type Fields = Readonly<Record<(typeof FIELDS)[number], HTMLInputElement>>;

export function drawControls(words: PageWords, actions: ControlActions): Controls {
  const fields: Fields = {
    from: make('input', { type: 'date', id: 'from', min: '1900-01-01', max: '2199-12-31' }),
    to: make('input', { type: 'date', id: 'to', min: '1900-01-01', max: '2199-12-31' }),
    lowestAge: numberField('lowest-age'),
    atLeast: numberField('at-least'),
    activeYears: make('input', { type: 'text', id: 'active-years', autocomplete: 'off' }),
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
    chosen: () =>
      Object.fromEntries(
        FIELDS.map((name) => [name, fields[name].value.trim() || null]),
      ) as unknown as ChosenSettings,
    sheet: () => (sheetField.hidden ? null : sheets.value),
    fill: (settings) => {
      for (const name of FIELDS) fields[name].value = settings[name] ?? '';
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
    make(
      'details',
      {},
      make('summary', { id: 'selection' }, words.selection),
      field(words.atLeast, fields.atLeast),
      field(words.activeYears, fields.activeYears, words.activeYearsHint),
    ),
    make('button', { type: 'submit', id: 'analyse' }, words.analyse),
  );
}

function numberField(id: string): HTMLInputElement {
  return make('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', id, class: 'short' });
}

function field(label: string, input: HTMLInputElement | HTMLSelectElement, hint?: string): HTMLElement {
  const element = make('div', { class: 'field' }, make('label', { for: input.id }, label), input);
  if (hint !== undefined) {
    input.setAttribute('aria-describedby', `${input.id}-hint`);
    element.append(make('p', { class: 'hint', id: `${input.id}-hint` }, hint));
  }
  return element;
}
