/** What a document's cell is in Excel: percent as a share of one, a day as a serial number, all words as text. */
import {
  formatCell,
  isoDate,
  roundHalfAway,
  type DocumentCell,
  type Language,
  type NumberFormat,
} from 'isu-core';

/** 1970-01-01 in Excel's count from 1900. */
const DAY_ZERO = 25_569;

/** Excel has a 29 February 1900, so its count is right from 1 March of that year. */
const FIRST_RIGHT_SERIAL = 61;

/** The last day that Excel knows, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** A day as Excel's serial number; as text where Excel has no such day. */
export function dayValue(day: number): number | string {
  const serial = day + DAY_ZERO;
  return serial >= FIRST_RIGHT_SERIAL && serial <= LAST_SERIAL ? serial : isoDate(day);
}

export function isNothing(cell: DocumentCell): boolean {
  return cell.suppressed === true || cell.value === null;
}

/**
 * A percentage as a share of one. 57,5 is 0,575, of which binary arithmetic keeps a hair less: LibreOffice would show it as 57 %,
 * where every host shows 58 %. It gets that hair back, in the seventeenth digit; Excel shows fifteen.
 */
function shareOf(percent: number, decimals: number): number {
  const size = Math.abs(percent);
  const half = roundHalfAway(size, decimals) - 0.5 / 10 ** decimals;
  let share = size / 100;
  for (let steps = 0; share * 100 < half && steps < 4; steps++) share += share * Number.EPSILON;
  return Math.sign(percent) * share;
}

export function cellValue(
  cell: DocumentCell,
  columnFormat: NumberFormat,
  language: Language,
): string | number {
  const format = cell.format ?? columnFormat;
  if (isNothing(cell) || typeof cell.value !== 'number') return formatCell(cell, columnFormat, language);
  if (format === 'percent') return shareOf(cell.value, 0);
  if (format === 'percent-one-decimal') return shareOf(cell.value, 1);
  return format === 'date' ? dayValue(cell.value) : cell.value;
}
