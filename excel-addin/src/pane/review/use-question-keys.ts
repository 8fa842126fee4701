/** The keys of a question. They answer only where the focus is in the question, and never in a field or a button. */
import type { Item } from 'isu-core/review';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { keysOf, noneKey, typed, typedOut } from './model/digits.ts';
import { deedOf, type FocusIn } from './model/question-keys.ts';

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
    const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event.nativeEvent;
    if (ctrlKey || metaKey || event.nativeEvent.isComposing) return;
    const target = event.target as HTMLElement;
    const where = focusIn(target, item);
    const deed = deedOf({ key, isShift: shiftKey, isAlt: altKey, isRepeated: repeat }, where, item);
    // The key is typed into the field when that has the focus.
    if (deed === 'to-field') return focusField(event.currentTarget as HTMLElement);
    if (deed === null) return;
    event.preventDefault();
    if (deed === 'next') settle();
    switch (deed) {
      case 'next':
      case 'back':
        return own.current.go(deed);
      case 'items':
        return own.current.toItems();
      case 'clear':
        return own.current.clear();
      case 'missing':
        return own.current.toggleMissing();
      case 'digit':
        return digit(key);
      case 'to-alternative':
        return focusAlternative(target.closest<HTMLElement>('[data-beside]')!.dataset['beside']!);
      case 'nothing':
    }
  };
}

function focusIn(target: HTMLElement, item: Item): FocusIn {
  if (target.closest('button, a, summary') !== null) return 'button';
  if (!target.matches('input:not([type=radio], [type=checkbox]), textarea')) return 'question';
  return item.kind === 'several' && target.closest('[data-beside]') !== null ? 'beside' : 'field';
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
