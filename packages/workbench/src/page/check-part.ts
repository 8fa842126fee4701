/** The check of printed tables: a file is dropped and held against itself, and what does not agree is listed. */
import { formatNumber, type Language, type Problem } from 'isu-core';
import type { CheckedTables } from 'isu-session';
import { field, fileButton } from './fields.ts';
import { make } from './make-element.ts';
import type { PageWords } from './page-words.ts';

export interface CheckActions {
  readonly openTables: (files: FileList) => void;
  readonly chooseSheet: (sheet: string) => void;
}

export interface CheckPart {
  readonly element: HTMLElement;
  show(outcome: CheckedTables | Problem): void;
  /** What is going on. */
  tell(sentence: string): void;
}

export function drawCheckPart(words: PageWords, language: Language, actions: CheckActions): CheckPart {
  const outcome = make('div', { class: 'check-outcome', id: 'check-outcome', tabindex: '-1' });
  const status = make('p', { class: 'status', role: 'status' });
  const alert = make('div', { class: 'alert', role: 'alert' });
  const { check } = words;
  const element = make(
    'section',
    { class: 'check-part', 'aria-labelledby': 'check-heading' },
    make('h2', { id: 'check-heading' }, check.title),
    make('p', { class: 'lead' }, check.intro),
    make(
      'div',
      { class: 'drop-zone' },
      make('p', { class: 'drop-here' }, check.drop),
      fileButton('tables', check.choose, '.json,.xlsx,.xlsm,.xls,.csv,.txt', actions.openTables, {
        describedBy: 'table-kinds tables-stay-here',
      }),
      make('p', { class: 'hint', id: 'table-kinds' }, check.kinds),
      make('p', { class: 'stays-here', id: 'tables-stay-here' }, words.staysHere),
    ),
    status,
    alert,
    outcome,
  );
  const tell = (sentence: string) => {
    status.className = sentence === '' ? 'status' : 'status busy';
    status.textContent = sentence;
  };
  return {
    element,
    tell,
    show: (shown) => {
      tell('');
      const problem = 'code' in shown ? shown : shown.problem;
      alert.replaceChildren(
        ...(problem === null ? [] : [make('strong', {}, words.problem), make('p', {}, problem[language])]),
      );
      const hadMenu = document.activeElement?.id === 'check-sheet';
      outcome.replaceChildren(...('code' in shown ? [] : drawChecked(shown, words, language, actions)));
      // The menu that was used is drawn anew, and keeps the keyboard.
      if (hadMenu) document.getElementById('check-sheet')?.focus();
      if ('code' in shown || problem !== null) return;
      // Said to those who hear the page; it is seen in the heading.
      status.className = 'status done';
      status.textContent = headingOf(shown, words, language);
    },
  };
}

function headingOf(
  { contradictions, figures }: CheckedTables,
  { check }: PageWords,
  language: Language,
): string {
  const read = formatNumber(figures, 'integer', language);
  return contradictions.length === 0 ? check.none(read) : check.contradictions(contradictions.length, read);
}

function drawChecked(
  checked: CheckedTables,
  words: PageWords,
  language: Language,
  actions: CheckActions,
): readonly HTMLElement[] {
  const { file, sheetName, sheetNames, problem, contradictions } = checked;
  const agrees = contradictions.length === 0;
  const menu = sheetNames.length > 1 ? [sheetMenu(sheetName, sheetNames, words, actions)] : [];
  if (problem !== null) return menu;
  return [
    make('p', { class: 'result-for' }, words.check.result(file)),
    ...menu,
    make('h3', { class: agrees ? 'agrees' : 'disagrees' }, headingOf(checked, words, language)),
    ...(agrees ? [make('p', { class: 'paragraph' }, words.check.noneMeans)] : []),
    ...(agrees
      ? []
      : [
          make(
            'ol',
            { class: 'contradictions' },
            ...contradictions.map((each) =>
              make('li', {}, make('strong', {}, each.place), make('p', {}, each[language])),
            ),
          ),
        ]),
  ];
}

function sheetMenu(
  chosen: string | null,
  names: readonly string[],
  words: PageWords,
  actions: CheckActions,
): HTMLElement {
  const select = make(
    'select',
    { id: 'check-sheet' },
    ...names.map((name) => make('option', { value: name, selected: name === chosen }, name)),
  );
  select.addEventListener('change', () => actions.chooseSheet(select.value));
  return field(words.sheet, select);
}
