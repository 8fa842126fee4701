/** A conditional format: the cells that it watches, its rule as it was given, and the look that it lends. */
import type { Area } from './area.ts';
import type { Sheet } from './sheet.ts';

export interface LentLook {
  fontColor: string;
  bold: boolean | null;
  italic: boolean | null;
  fillColor: string;
  numberFormat: string;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly sheet: Sheet;
  readonly type: string;
  areas: Area[];
  stopIfTrue: boolean;
  /** The rule of its type, as Office.js writes it. */
  rule: unknown;
  readonly look: LentLook;
  isGone: boolean;
}
