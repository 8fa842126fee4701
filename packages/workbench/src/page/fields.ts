/** The page's fields, each with its label and hint; a file is chosen by a button that keeps the keyboard. */
import { make } from './make-element.ts';

export function dateField(id: string): HTMLInputElement {
  return make('input', { type: 'date', id, min: '1900-01-01', max: '2199-12-31' });
}

export function textField(id: string): HTMLInputElement {
  return make('input', { type: 'text', autocomplete: 'off', id });
}

export function numberField(id: string): HTMLInputElement {
  return make('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', id, class: 'short' });
}

export function checkbox(id: string): HTMLInputElement {
  return make('input', { type: 'checkbox', id });
}

export function choiceField(
  id: string,
  choices: readonly (readonly [value: string, label: string])[],
): HTMLSelectElement {
  return make('select', { id }, ...choices.map(([value, label]) => make('option', { value }, label)));
}

export function field(
  label: string,
  input: HTMLInputElement | HTMLSelectElement,
  hint?: string,
): HTMLElement {
  const element = make('div', { class: 'field' }, make('label', { for: input.id }, label), input);
  return withHint(element, input, hint);
}

export function check(label: string, input: HTMLInputElement, hint?: string): HTMLElement {
  const element = make('div', { class: 'check' }, input, make('label', { for: input.id }, label));
  return withHint(element, input, hint);
}

function withHint(element: HTMLElement, input: HTMLElement, hint: string | undefined): HTMLElement {
  if (hint === undefined) return element;
  input.setAttribute('aria-describedby', `${input.id}-hint`);
  element.append(make('p', { class: 'hint', id: `${input.id}-hint` }, hint));
  return element;
}

export function folded(id: string, summary: string, ...content: readonly HTMLElement[]): HTMLDetailsElement {
  return make('details', {}, make('summary', { id }, summary), ...content);
}

export function button(id: string, label: string, onClick: () => void, look = 'quiet'): HTMLButtonElement {
  return make('button', { type: 'button', id, class: look, click: onClick }, label);
}

/** A button that opens the system's choice of file. The input is what is reached; its label is what is seen. */
export function fileButton(
  id: string,
  label: string,
  accept: string,
  onFiles: (files: FileList) => void,
  { look = 'button', describedBy = '' } = {},
): HTMLElement {
  const input = make('input', { type: 'file', id, accept });
  if (describedBy !== '') input.setAttribute('aria-describedby', describedBy);
  input.addEventListener('change', () => {
    if (input.files && input.files.length > 0) onFiles(input.files);
    // The same file, mended and saved again, is to be taken anew.
    input.value = '';
  });
  return make('span', { class: 'file-choice' }, input, make('label', { for: id, class: look }, label));
}
