/** What the reader should know of the data before believing the figures. */
import { formatCell, formatNumber, type Analysis, type DocumentTable, type Language } from 'isu-core';
import { reportWords } from '../words/report-words.ts';

/** Where the rows came from, as far as it bears on what they can tell. */
export interface Origin {
  /** The model has grouped the rows by person already. */
  readonly isGrouped: boolean;
  /** Rows of one person and day can be told apart by their number, or it is known how many they are. */
  readonly rowsAreDistinct: boolean;
  /** Cells of the number-of-rows field that hold no number of rows. */
  readonly uncounted: number;
}

/** @param accounted core's table of rows used and excluded; null where none is */
export function noticesOf(
  { account }: Analysis['register'],
  accounted: DocumentTable | null,
  origin: Origin,
  language: Language,
): readonly string[] {
  const words = reportWords(language);
  const integer = (n: number) => formatNumber(n, 'integer', language);
  const found: string[] = [];
  if (origin.isGrouped) found.push(words.grouped);
  else if (!origin.rowsAreDistinct) found.push(words.mayHaveMerged);
  if (origin.uncounted > 0) found.push(words.uncounted(integer(origin.uncounted)));
  const excluded = account.excluded.length;
  if (accounted && excluded > 0) {
    const reasons = accounted.rows
      .filter(({ key }) => key !== 'used' && key !== 'read')
      .map(
        ({ cells: [label, number] }) =>
          `${String(label!.value)} (${formatCell(number!, 'integer', language)})`,
      );
    found.push(`${words.excluded(integer(excluded), integer(account.read))} ${reasons.join('; ')}.`);
  }
  return found;
}
