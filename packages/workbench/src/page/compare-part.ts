/** The comparison of the open register's parts: fields beside, and below or beside them its document, as the result's. */
import type { Language, Problem } from 'isu-core';
import { comparisonWords, type CutDocument, type ShownComparison } from 'isu-session';
import { button } from './fields.ts';
import { drawComparisonFields, type ComparisonFields } from './comparison-fields.ts';
import { drawDocument } from './draw-document.ts';
import type { AskRows } from './draw-long-table.ts';
import { make } from './make-element.ts';
import type { PageWords } from './page-words.ts';

export interface CompareActions {
  readonly compare: () => void;
  readonly save: () => void;
  readonly askRows: (of: CutDocument) => AskRows;
  /** The user turns to a sheet of the comparison. */
  readonly open: (sheet: string) => void;
}

export interface ComparePart extends Pick<ComparisonFields, 'chosen' | 'fill'> {
  readonly element: HTMLElement;
  /** `null` where there is no register to compare the parts of. */
  offer(choices: Parameters<ComparisonFields['offer']>[0] | null): void;
  /** What was shown is no longer of the open register and its settings. */
  readonly clear: () => void;
  show(shown: ShownComparison, file: string, openedSheet: string): void;
  /** What was shown stands. */
  refuse(problem: Problem): void;
  /** What is going on. */
  readonly tell: (sentence: string, look?: 'busy' | 'done') => void;
}

export function drawComparePart(words: PageWords, language: Language, actions: CompareActions): ComparePart {
  const fields = drawComparisonFields(language, actions.compare);
  const status = make('p', { class: 'status', role: 'status' });
  const alert = make('div', { class: 'alert', role: 'alert' });
  const head = make('div', { class: 'result-head', hidden: true });
  const result = make('div', { class: 'result', tabindex: '-1' });
  const noRegister = make('p', { class: 'paragraph', hidden: true }, words.compare.noRegister);
  const controls = make('div', { class: 'controls', hidden: true });
  const element = make(
    'section',
    { class: 'compare-part', 'aria-labelledby': 'compare-heading' },
    make('h2', { id: 'compare-heading' }, words.compare.title),
    make('p', { class: 'lead' }, comparisonWords(language).intro),
    noRegister,
    make(
      'div',
      { class: 'analysis' },
      controls,
      make('div', { class: 'outcome' }, status, alert, head, result),
    ),
  );
  const tell = (sentence: string, look: 'busy' | 'done' | '' = '') => {
    status.className = `status ${look}`;
    status.textContent = sentence;
    if (look === 'busy') result.classList.add('outdated');
    else result.classList.remove('outdated');
  };
  const complain = (problem: Problem | null) => {
    alert.replaceChildren(
      ...(problem === null ? [] : [make('strong', {}, words.problem), make('p', {}, problem[language])]),
    );
    if (problem !== null) alert.scrollIntoView({ block: 'nearest' });
  };
  const clear = () => {
    tell('');
    complain(null);
    head.hidden = true;
    head.replaceChildren();
    result.replaceChildren();
  };
  return {
    element,
    chosen: fields.chosen,
    fill: fields.fill,
    tell,
    clear,
    offer: (choices) => {
      noRegister.hidden = choices !== null;
      controls.hidden = choices === null;
      controls.replaceChildren(...(choices === null ? [] : [fields.element]));
      if (choices !== null) fields.offer(choices);
    },
    show: ({ document, parts }, file, openedSheet) => {
      complain(null);
      fields.offerPopulation(parts);
      const askRows = actions.askRows(document);
      const drawn = drawDocument(document, openedSheet, actions.open, askRows);
      head.hidden = false;
      head.replaceChildren(
        make('p', { class: 'result-for' }, words.compare.resultFor(file)),
        button('save-comparison', words.save, actions.save, ''),
        button('print-comparison', words.print, () => window.print()),
      );
      result.replaceChildren(drawn.tabs, ...drawn.panels, make('footer', {}, document.document.product));
      tell(words.compare.done, 'done');
    },
    refuse: (problem) => {
      tell('');
      complain(problem);
    },
  };
}
