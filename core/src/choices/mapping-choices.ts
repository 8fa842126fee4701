/**
 * What can be chosen about a sheet: which column is what, and what its values stand for. A host draws it and writes the
 * choice into the settings (`columns`, `codes`), so that the same choice holds on the command line.
 *
 * It can be had of a sheet that cannot be analysed yet, because its person or date column is still to be pointed out.
 */
import type { Outcome } from '../problem.ts';
import { CODED_ROLES } from '../register/codes.ts';
import { readDate } from '../register/date.ts';
import { isoDate } from '../register/day.ts';
import {
  columnLetter,
  columnName,
  isRequired,
  mapColumns,
  type ChosenBy,
  type Mapping,
} from '../register/mapping.ts';
import { PROFILES } from '../register/profiles.ts';
import { surenessOf, type Sureness } from '../register/quality.ts';
import type { Register } from '../register/register.ts';
import { ROLES, type Role } from '../register/roles.ts';
import type { CodedColumn, Sheet } from '../register/sheet.ts';
import type { Settings } from '../settings.ts';
import { valueChoices, type ColumnValues } from './value-choices.ts';

/** What a user can choose between: the header row, the columns, and what values mean. */
export interface MappingChoices {
  /** Row of the headers, as the source's own program numbers it. */
  readonly headerRow: number;
  /** The first filled rows, one of which has the headers; cells as text. */
  readonly topRows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly columns: readonly ColumnChoice[];
  readonly roles: readonly RoleChoice[];
  /** Of each coded role that has a column. */
  readonly values: readonly ColumnValues[];
}

/** A column that a role can be given. */
export interface ColumnChoice {
  readonly letter: string;
  readonly header: string;
  /** As `columns` in the settings names it: its header, or its letter where headers repeat or are empty. */
  readonly name: string;
  /** The first different values under the header. */
  readonly examples: readonly string[];
}

/** A role, the column that was taken for it, and how surely. */
export interface RoleChoice {
  readonly role: Role;
  readonly isRequired: boolean;
  /** Index into `columns`; null where none was taken. */
  readonly column: number | null;
  readonly by: ChosenBy | null;
  /** Null where no column was taken, or where the sheet is not read yet. */
  readonly sureness: Sureness | null;
  /** Share of the values that have the right form, 0–1, where that can be told. */
  readonly fit: number | null;
  /** Headers of other columns that could be meant as well. */
  readonly passedOver: readonly string[];
  /** What the settings say, also where no column answers to it; false: there is none; null where they say nothing. */
  readonly chosen: string | false | null;
}

const TOP_ROWS = 10;
const EXAMPLES = 3;

/**
 * Which column and which value can be taken for what, and what they are taken for now.
 *
 * @param register what the sheet was read as, where it could be: without it nothing is said of how sure a choice is
 * @param headerRow the row that the user says has the headers, as the source's own program numbers it; otherwise found
 */
export function mappingChoices(
  sheet: Sheet,
  settings: Pick<Settings, 'columns' | 'codes' | 'profile'>,
  register: Register | null,
  headerRow: number | null = null,
): MappingChoices {
  const mapping = register?.mapping ?? provisional(sheet, settings);
  const top = headerRow === null ? mapping.headerRow : headerRow - 1;
  // The columns were taken by the headers of their own row.
  const isOtherRow = top !== mapping.headerRow;
  const columns = columnsAt(sheet, top);
  const roles = ROLES.map((role): RoleChoice => {
    const mapped = isOtherRow ? undefined : mapping.columns[role];
    const column = mapped && mapped.column < columns.length ? mapped.column : null;
    const fit = register?.fit[role];
    const isRead = column !== null && register !== null;
    return {
      role,
      isRequired: isRequired(role),
      column,
      by: column === null ? null : mapped!.by,
      sureness: isRead ? surenessOf(mapped!.by, fit) : null,
      fit: isRead ? (fit ?? null) : null,
      passedOver: column === null ? [] : mapped!.passedOver,
      chosen: settings.columns[role] ?? null,
    };
  });
  return {
    headerRow: top + 1,
    topRows: topRows(sheet),
    columns: columns.map((column, at) => withExamples(column, sheet, at, top, isDate(at, roles))),
    roles,
    values: CODED_ROLES.flatMap((role) => {
      const at = roles.find((choice) => choice.role === role)!.column;
      return at === null ? [] : [valueChoices(role, sheet.columns[at]!, top + 1, settings.codes[role] ?? {})];
    }),
  };
}

/**
 * The mapping of a sheet whose person or date column is still to be pointed out: empty columns stand in for them, past
 * the last, and are no choice. Where the settings name a column that is not there, they are left out.
 */
function provisional(sheet: Sheet, { columns, profile }: Pick<Settings, 'columns' | 'profile'>): Mapping {
  const empty: CodedColumn = {
    codes: new Int32Array(sheet.rowCount),
    size: 1,
    value: () => null,
    textOnly: true,
  };
  const widened: Sheet = { ...sheet, columns: [...sheet.columns, empty, empty] };
  const person = { person: columnLetter(sheet.columns.length) };
  const date = { date: columnLetter(sheet.columns.length + 1) };
  const standIns: readonly Settings['columns'][] = [{}, date, person, { ...person, ...date }];
  const tries = [columns, {}].flatMap((chosen) => standIns.map((standIn) => ({ ...chosen, ...standIn })));
  const found = tries
    .map((chosen): Outcome<Mapping> => mapColumns(widened, chosen, profile ? PROFILES[profile] : {}))
    .find((outcome) => outcome.ok);
  return found?.ok ? found.value : { headerRow: 0, headers: [], columns: {}, declined: [] };
}

function columnsAt(sheet: Sheet, row: number): readonly Omit<ColumnChoice, 'examples'>[] {
  const headers = sheet.columns.map((column) => cellText(column, row));
  return headers.map((header, at) => {
    return { letter: columnLetter(at), header, name: columnName(headers, at) };
  });
}

function cellText({ codes, value }: CodedColumn, row: number): string {
  return String(value(codes[row] ?? 0) ?? '');
}

function topRows(sheet: Sheet): MappingChoices['topRows'] {
  const rows: { row: number; cells: string[] }[] = [];
  for (let row = 0; row < sheet.rowCount && rows.length < TOP_ROWS; row++) {
    const cells = sheet.columns.map((column) => cellText(column, row));
    if (cells.some((cell) => cell !== '')) rows.push({ row: row + 1, cells });
  }
  return rows;
}

function isDate(column: number, roles: readonly RoleChoice[]): boolean {
  return roles.some((choice) => choice.role === 'date' && choice.column === column);
}

function withExamples(
  column: Omit<ColumnChoice, 'examples'>,
  { columns, dateSystem }: Sheet,
  at: number,
  headerRow: number,
  areDates: boolean,
): ColumnChoice {
  const { codes, value } = columns[at]!;
  const seen = new Set<number>();
  for (let row = headerRow + 1; row < codes.length && seen.size < EXAMPLES; row++)
    if (codes[row] !== 0) seen.add(codes[row]!);
  const examples = [...seen].map((code) => {
    const cell = value(code);
    const date = areDates ? readDate(cell, dateSystem) : null;
    return typeof cell === 'number' && date?.kind === 'day' ? isoDate(date.day) : String(cell);
  });
  return { ...column, examples };
}
