/** What is dropped in the visual's wells, as chosen in the menus, and as the host takes it. */
import type { Wells, WellField } from 'isu-powerbi-host';
import type { VisualParts } from './messages.ts';
import type { ModelPlace } from './model-of-sheet.ts';

/** By well, the name of a column, or COUNT. */
export type ChosenFields = Readonly<Record<string, string>>;

/** No column is called so. */
export const COUNT = ' ';

/** How Power BI sums up a column where a measure is wanted; others are summed. */
const AGGREGATES: Readonly<Record<string, 'min' | 'max'>> = { first: 'min', last: 'max' };

export function fieldsTaken({ taken }: ModelPlace): ChosenFields {
  return { ...taken };
}

export function wellsOf(
  chosen: ChosenFields,
  { dataRoles }: VisualParts['capabilities'],
  place: ModelPlace,
): Wells {
  const names = new Set(place.columns.map(({ name }) => name));
  const wells: Record<string, WellField> = {};
  for (const { name: role, kind } of dataRoles) {
    const field = chosen[role];
    if (field === COUNT) wells[role] = { aggregate: 'count' };
    else if (field === undefined || !names.has(field)) continue;
    else wells[role] = kind === 'Measure' ? { aggregate: AGGREGATES[role] ?? 'sum', column: field } : field;
  }
  return wells;
}
