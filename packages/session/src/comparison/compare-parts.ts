/** Parts of the open register side by side, as a document. */
import { succeed, type Language, type Outcome, type ResultDocument } from 'isu-core';
import {
  chosenRow,
  compareRegisters,
  comparisonDocument,
  comparisonOf,
  inhabitantsOf,
  readPeriods,
  splitPart,
  type Part,
  type SplitBy,
} from 'isu-core/compare';
import type { ComparisonChosen, ShownComparison } from './comparison-messages.ts';

export { analysedPart, comparisonChoices } from 'isu-core/compare';

export interface ComparedParts extends Omit<ShownComparison, 'document'> {
  readonly document: ResultDocument;
}

/** @param whole the register as it was analysed: its limits and its protection hold here too */
export function compareParts(
  whole: Part,
  chosen: ComparisonChosen,
  language: Language,
): Outcome<ComparedParts> {
  const settings = comparisonOf(whole.settings);
  const by = splitBy(chosen);
  const split = by.ok ? splitPart(whole, by.value) : by;
  if (!split.ok) return split;
  const names = split.value.parts.map(({ name }) => name);
  const texts = split.value.parts.map(({ name, isRest }) => (isRest ? '' : (chosen.population[name] ?? '')));
  const inhabitants = inhabitantsOf(names, texts);
  if (!inhabitants.ok) return inhabitants;
  const parts = split.value.parts.map((part, at) => ({ ...part, population: inhabitants.value[at]! }));
  const { base, against } = chosen;
  const separator = chosen.separator.trim() || null;
  const rows = chosen.rows.map((column) => ({ ...chosenRow(column), base, separator }));
  const compared = compareRegisters(parts, { ...settings, base, against, rows });
  if (!compared.ok) return compared;
  return succeed({
    document: comparisonDocument(compared.value, language, split.value.inNone),
    parts: split.value.parts.filter(({ isRest }) => !isRest).map(({ name }) => name),
  });
}

function splitBy({ by, periods }: ComparisonChosen): Outcome<SplitBy> {
  if (typeof by === 'object') return succeed({ by: 'column', column: by.column });
  if (by !== 'periods') return succeed({ by });
  const read = readPeriods(periods.map(({ from, to }) => `${from}..${to}`).join(','));
  return read.ok ? succeed({ by: 'period', periods: read.value }) : read;
}
