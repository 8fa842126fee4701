/**
 * What every view is given and gives back. A view is a pure function: a part of the report, the size of the visual,
 * colours and words in; a picture and a table for reading aloud out. It knows no host, no page and no pixel but its own.
 */
import type { Mark, PictureElement } from 'isu-charts';
import type { DocumentTable, Language } from 'isu-core';
import type { ViewWords } from '../words/view-words.ts';
import type { ViewColours } from './view-colours.ts';

export const VIEWS = ['groups', 'profile', 'concentration', 'timelines', 'returns', 'years'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ViewSetting {
  readonly size: Size;
  readonly colours: ViewColours;
  readonly words: ViewWords;
  readonly language: Language;
  /** What is selected, by `markId`; none selected is all shown alike. */
  readonly selected: ReadonlySet<string>;
  /** Figures written at the marks, where there is room. */
  readonly labels: boolean;
  /** How far a view that scrolls is scrolled, in pixels. */
  readonly scrolled: number;
}

export interface Drawing {
  /** As large as the setting's size, whatever there is to scroll. */
  readonly picture: PictureElement;
  /** For a view that scrolls: how high all of it is, and how far a step of the arrow keys goes. */
  readonly scroll: { readonly height: number; readonly step: number } | null;
  readonly tables: readonly ReadTable[];
}

/** A table read aloud; of a long one only the rows in sight, and which they are. */
export interface ReadTable {
  readonly table: DocumentTable;
  readonly rows?: { readonly from: number; readonly of: number };
}

/** A group and a year can have the same key; what is selected is told apart by kind. */
export function markId({ kind, key }: Pick<Mark, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}
