/** The keys of a question. They answer only where the focus is in the question, and never in a field or a button. */
import type { Item } from 'isu-core/review';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { keysOf, MISSING_KEY, noneKey, typed, typedOut } from './model/digits.ts';

/** A digit that could begin a longer code is waited for so long, in milliseconds. */
const WAIT = 600;

export interface QuestionKeys {
  /** The alternative at this place among the codes, or none of them. */
  readonly choose: (at: number | 'none') => void;
  /** Of a number: the file does not tell it, or does after all. */
  readonly toggleMissing: () => void;
  readonly clear: () => void;
  readonly go: (where: 'next' | 'back') => void;
  readonly toItems: () => void;
}

export function useQuestionKeys(item: Item, keys: QuestionKeys): (event: KeyboardEvent) => void {
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> | undefined }>({
    text: '',
    timer: undefined,
  });
  useEffect(() => () => clearTimeout(waiting.current.timer), [item.id]);
  const names = keysOf(item);
  const own = useRef(keys);
  own.current = keys;

  const settle = () => {
    clearTimeout(waiting.current.timer);
    const chosen = typedOut(names, waiting.current.text);
    waiting.current.text = '';
    if (chosen !== null) own.current.choose(chosen);
  };
  const digit = (key: string) => {
    if (key === noneKey(item) && item.kind === 'several' && waiting.current.text === '')
      return own.current.choose('none');
    clearTimeout(waiting.current.timer);
    const { waiting: text, chosen } = typed(names, waiting.current.text, key);
    waiting.current.text = text;
    if (chosen !== null) own.current.choose(chosen);
    if (text !== '') waiting.current.timer = setTimeout(settle, WAIT);
  };

  return (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || event.nativeEvent.isComposing) return;
    // A key that is held down walks past nothing.
    if (event.repeat && key === 'Enter') return event.preventDefault();
    const target = event.target as HTMLElement;
    const isText = target.matches('input:not([type=radio], [type=checkbox]), textarea');
    const isButton = target.closest('button, a, summary') !== null;
    const done = () => event.preventDefault();
    if (altKey) {
      if (isText || !['ArrowLeft', 'ArrowRight'].includes(key)) return;
      done();
      own.current.go(key === 'ArrowLeft' ? 'back' : 'next');
    } else if (key === 'Escape') {
      done();
      own.current.toItems();
    } else if (key === 'Enter' && shiftKey) {
      done();
      own.current.go('back');
    } else if (key === 'Enter' && !isButton) {
      done();
      settle();
      const beside = item.kind === 'several' ? target.closest<HTMLElement>('[data-beside]') : null;
      if (beside) focusAlternative(beside.dataset['beside']!);
      else own.current.go('next');
    } else if (
      !isText &&
      !isButton &&
      key === MISSING_KEY &&
      item.codes.length === 0 &&
      item.kind !== 'text'
    ) {
      done();
      own.current.toggleMissing();
    } else if (!isText && !isButton && (/^\d$/.test(key) || (item.kind === 'text' && key.length === 1))) {
      // What is typed goes into the field, in place of what stood there.
      if (item.codes.length === 0) return focusField(event.currentTarget as HTMLElement);
      done();
      digit(key);
    } else if (!isText && !isButton && key === 'Delete') {
      done();
      own.current.clear();
    }
  };
}

function focusField(question: HTMLElement): void {
  const field = question.querySelector<HTMLInputElement>('.fui-Field :is(input, textarea)');
  field?.focus();
  field?.select();
}

/** The alternative's own box, or the field beside it when it has one. */
export function focusAlternative(code: string): void {
  document.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus();
}

export function focusBeside(code: string): boolean {
  const field = document.querySelector<HTMLElement>(
    `[data-beside="${CSS.escape(code)}"] :is(input, textarea)`,
  );
  field?.focus();
  return field !== null;
}
