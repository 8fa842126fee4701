/** Which rows of a list are shown: criteria by column, counted from the list's first. */
import type { Area } from './area.ts';

export interface Criteria {
  readonly filterOn: string;
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: 'And' | 'Or';
  readonly values?: readonly (string | { readonly date: string; readonly specificity: string })[];
}

export interface SheetFilter {
  area: Area;
  readonly criteria: Map<number, Criteria>;
}
