/** What every part of the review is given: the desk, its words and the language. */
import type { Language } from 'isu-core';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DeskState } from './model/desk-state.ts';
import type { ReviewDesk } from './model/review-desk.ts';
import type { ReviewWords } from './words/words.ts';

export interface DeskSurroundings {
  readonly desk: ReviewDesk;
  readonly words: ReviewWords;
  readonly language: Language;
}

export const DeskContext = createContext<DeskSurroundings | null>(null);

export function useDesk(): DeskSurroundings {
  return useContext(DeskContext)!;
}

export function useDeskState(): DeskState {
  const { desk } = useDesk();
  return useSyncExternalStore(desk.subscribe, () => desk.state);
}
