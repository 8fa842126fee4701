/** What every part of the pane is given: the pane itself, its words, and what it is drawn in. */
import type { ChartColours } from 'isu-charts';
import type { Language } from 'isu-core';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Pane } from './model/pane.ts';
import type { PaneState } from './model/pane-state.ts';
import type { PaneWords } from './words/words.ts';

export interface PaneSurroundings {
  readonly pane: Pane;
  readonly words: PaneWords;
  readonly language: Language;
  readonly chartColours: ChartColours;
  /** Whether Excel has the ISU functions. */
  readonly hasFunctions: boolean;
}

export const PaneContext = createContext<PaneSurroundings | null>(null);

export function useSurroundings(): PaneSurroundings {
  return useContext(PaneContext)!;
}

export function usePaneState(): PaneState {
  const { pane } = useSurroundings();
  return useSyncExternalStore(pane.subscribe, () => pane.state);
}
