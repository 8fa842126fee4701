/** Pseudonyms: a key that is made, shown once and saved by the user, or opened from its file. */
import type { KeyWords, ShownSettings } from 'isu-session';
import { button, fileButton, folded } from './fields.ts';
import { make } from './make-element.ts';

export interface KeyActions {
  readonly makeKey: () => Promise<string | null>;
  /** Saves the file and puts its key in force. */
  readonly saveKey: (text: string) => void;
  readonly openKey: (files: FileList) => void;
  readonly closeKey: () => void;
}

export function drawKeyPart(words: KeyWords, actions: KeyActions) {
  const state = make('p', { class: 'opened', hidden: true });
  const made = make('div', { class: 'made-key', role: 'group', 'aria-label': words.made, hidden: true });
  const open = fileButton('open-key', words.open, '.txt', actions.openKey, { look: 'button quiet' });
  const makeOne = button('make-key', words.make, () => void showNew());
  const close = button('close-key', words.close, actions.closeKey);
  const buttons = make('div', { class: 'buttons' }, open, makeOne, close);
  const element = folded(
    'pseudonyms',
    words.title,
    make('p', { class: 'hint' }, words.hint),
    state,
    buttons,
    made,
  );

  /** The key stands in the page only until it is saved or let go. */
  const letGo = () => {
    made.replaceChildren();
    made.hidden = true;
    buttons.hidden = false;
  };
  const showNew = async () => {
    const text = await actions.makeKey();
    if (text === null) return;
    const save = button(
      'save-key',
      words.saveAndUse,
      () => {
        letGo();
        actions.saveKey(text);
      },
      '',
    );
    const cancel = button('cancel-key', words.cancel, () => {
      letGo();
      makeOne.focus();
    });
    made.replaceChildren(
      make('p', { class: 'made-title' }, words.made),
      make('pre', { id: 'key-text', tabindex: '0' }, digitsIn(text)),
      make('p', { class: 'hint' }, words.madeHint),
      make('div', { class: 'buttons' }, save, cancel),
    );
    made.hidden = false;
    buttons.hidden = true;
    save.focus();
  };
  return {
    element,
    show: ({ key, missingKey }: ShownSettings) => {
      state.hidden = key === null && missingKey === null;
      state.textContent =
        key !== null ? words.inUse(key) : missingKey !== null ? words.missing(missingKey) : '';
      makeOne.hidden = key !== null || missingKey !== null;
      open.hidden = key !== null;
      close.hidden = key === null && missingKey === null;
      if (missingKey !== null) element.open = true;
    },
  };
}

/** Of the file's lines, that with the key itself, in groups that can be read. */
function digitsIn(text: string): string {
  const line = text.split('\n').findLast((each) => /^[0-9a-f]{64}$/.test(each)) ?? text;
  return line.match(/.{1,8}/g)!.join(' ');
}
