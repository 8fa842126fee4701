/** What the report builder has chosen in the format pane, as core's settings. Names are those of capabilities.json. */
import type powerbi from 'powerbi-visuals-api';
import { readSettings, type Outcome, type Settings } from 'isu-core';
import { isoDay } from '../data/coded-values.ts';
import type { WholeTable } from '../data/incoming-rows.ts';

type Objects = powerbi.DataViewObjects | undefined;

/** What of the format pane changes a figure. */
export interface Choices {
  /** Lower limits as typed: `1, 2, 3, 7, 12`. Null where they are core's own. */
  readonly groups: string | null;
  readonly months: string | null;
  readonly profileBase: string | null;
  readonly mode: string | null;
  readonly threshold: number | null;
}

export function choicesOf(objects: Objects): Choices {
  const text = (object: string, property: string) => {
    const value = objects?.[object]?.[property];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const threshold = objects?.['protection']?.['threshold'];
  return {
    groups: text('lathund', 'groups'),
    months: text('lathund', 'months'),
    profileBase: text('lathund', 'profileBase'),
    mode: text('protection', 'mode'),
    threshold: typeof threshold === 'number' ? threshold : null,
  };
}

/** @param fields the columns of the sheet, which are headed by core's names of them */
export function settingsOf(
  choices: Choices,
  fields: WholeTable['fields'],
  isGrouped: boolean,
  today: Date,
): Outcome<Settings> {
  const columns = isGrouped ? [...fields, 'date', 'number'] : fields;
  const { groups, months, profileBase, mode, threshold } = choices;
  return readSettings(
    {
      columns: Object.fromEntries(columns.map((field) => [field, field])),
      ...(groups !== null && { groups: limitsOf(groups) }),
      ...(months !== null && { months }),
      ...(profileBase !== null && { profileBase }),
      protection: { ...(mode !== null && { mode }), ...(threshold !== null && { threshold }) },
      returnBy: 'group',
    },
    isoDay(today),
  );
}

/** Numbers with commas, semicolons or spaces between; what is no number is left for core to refuse by its name. */
function limitsOf(text: string): readonly (number | string)[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
