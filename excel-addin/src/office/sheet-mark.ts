/**
 * The mark on a sheet that we made: a property of the worksheet, so that it is known whatever its name. It holds no
 * value of any cell.
 */
import { PRODUCT } from 'isu-core';

export const MARK_KEY = 'ISU.Lathund';

export interface SheetMark {
  readonly product: string;
  /** The id of the document's sheet; `''` while it is being written. */
  readonly part: string;
  /** The name that it was written under; the user may have given it another. */
  readonly name: string;
  /** A sheet that was never finished is nobody's result. */
  readonly isFinished: boolean;
  /** The cells that we filled, counted from A1. */
  readonly rows: number;
  readonly columns: number;
  /** What they weigh when read. */
  readonly bytes: number;
  readonly checksum: string;
}

export const UNFINISHED: SheetMark = {
  product: `${PRODUCT.name} ${PRODUCT.version}`,
  part: '',
  name: '',
  isFinished: false,
  rows: 0,
  columns: 0,
  bytes: 0,
  checksum: '',
};

/**
 * The part of a sheet that holds a review's form and answers: the reader's work, which no result takes the place of.
 */
export const REVIEW_WORK = 'case-files';

/** What the parts of a review's tables and of a comparison begin with; those of the lathund's result with neither. */
const OTHER_RESULTS = ['review-', 'comparison-'];

/** Result, review's tables and comparison stand beside each other: writing the one leaves the others as they are. */
export function isSameResult(part: string, other: string): boolean {
  return resultOf(part) === resultOf(other);
}

function resultOf(part: string): string {
  return OTHER_RESULTS.find((prefix) => part.startsWith(prefix)) ?? '';
}

export function markText(mark: SheetMark): string {
  return JSON.stringify(mark);
}

/** A mark that cannot be read is none of ours. */
export function readMark(text: string): SheetMark | null {
  try {
    const mark = JSON.parse(text) as Partial<SheetMark> | null;
    return typeof mark?.part === 'string' && typeof mark.isFinished === 'boolean'
      ? { ...UNFINISHED, ...mark }
      : null;
  } catch {
    return null;
  }
}
