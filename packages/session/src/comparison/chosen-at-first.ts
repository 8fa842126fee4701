/** What the fields of a comparison hold before the user has chosen anything. */
import type { ComparisonChoices, ComparisonChosen } from './comparison-messages.ts';

export function chosenAtFirst({ periods, base }: ComparisonChoices): ComparisonChosen {
  return {
    by: periods === null ? 'year' : 'periods',
    periods: periods ?? [],
    rows: [],
    separator: ';',
    base,
    against: 'first',
    population: {},
  };
}
