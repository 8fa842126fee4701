/** A name for cells, a constant or a formula; of the workbook, or of one sheet. */
import type { Sheet } from './sheet.ts';

export interface DefinedName {
  readonly name: string;
  /** `null` where the whole workbook knows it. */
  readonly sheet: Sheet | null;
  /** With the `=` first, e.g. `=Blad1!$A$1:$B$9`. */
  formula: string;
  comment: string;
  visible: boolean;
  isGone: boolean;
}
