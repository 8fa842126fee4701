/**
 * Which column is which. The header row is found by meaning, below title rows if there are any; the choice is a value
 * that can be shown, and the user's own word in the settings wins.
 */
import { fail, succeed, type Outcome } from '../problem.ts';
import { headerMeaning, REQUIRED_ROLES, ROLE_NAMES, ROLES, type HeaderStrength, type Role } from './roles.ts';
import type { Sheet } from './sheet.ts';
import { foldBare, inLine, nearest } from './spelling.ts';

/** What a column was taken for its role by: the settings, a case system’s profile, or how well its header fits. */
export type ChosenBy = 'settings' | 'profile' | HeaderStrength;

/**
 * What the user has said of columns, by role: a header's text, or a column's letter; `false` where the register has no
 * such column, whatever its headers look like.
 */
export type ChosenColumns = Readonly<Partial<Record<Role, string | false>>>;

/** A column that was taken for a role. */
export interface MappedColumn {
  /** 0 is column A. */
  readonly column: number;
  readonly header: string;
  /** The user's own choice, the case system's profile, or how strongly the header speaks for it. */
  readonly by: ChosenBy;
  /** Headers of other columns that could be meant as well. */
  readonly passedOver: readonly string[];
}

/** Which column is which. */
export interface Mapping {
  /** 0 is the first row of the sheet; the register begins on the next. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, MappedColumn>>>;
  /** Roles that have no column by the user's own word. */
  readonly declined: readonly Role[];
}

/** Title rows above the header: more than these no export has. */
const ROWS_SEARCHED = 50;

/**
 * Finds the columns of a sheet.
 *
 * @param chosen what the user has pointed out
 * @param profile headers of the case system that the user has named: they win over the general words
 */
export function mapColumns(
  sheet: Sheet,
  chosen: ChosenColumns,
  profile: Readonly<Partial<Record<Role, string>>> = {},
): Outcome<Mapping> {
  const headerRow = findHeaderRow(sheet, chosen);
  if (headerRow === null)
    return fail(
      'empty-sheet',
      'Det finns inget att läsa: ingen cell är ifylld. Välj en fil eller ett blad med en rubrikrad och en rad per aktualisering.',
      'There is nothing to read: no cell is filled. Choose a file or sheet with a header row and one row per actualisation.',
    );
  const headers = headersAt(sheet, headerRow);
  const columns: Partial<Record<Role, MappedColumn>> = {};
  const declined = ROLES.filter((role) => chosen[role] === false);
  const open = ROLES.filter((role) => !declined.includes(role));
  const taken = new Set<number>();
  for (const role of ROLES) {
    const wanted = chosen[role];
    if (wanted === undefined || wanted === false) continue;
    const found = findChosen(role, wanted, headers);
    if (!found.ok) return found;
    const other = ROLES.find((r) => columns[r]?.column === found.value);
    if (other !== undefined) return chosenTwice(other, role, headers[found.value]!);
    columns[role] = { column: found.value, header: headers[found.value]!, by: 'settings', passedOver: [] };
    taken.add(found.value);
  }
  for (const role of open) {
    const known = profile[role];
    if (known === undefined || columns[role]) continue;
    const column = headers.findIndex((header, at) => !taken.has(at) && foldBare(header) === foldBare(known));
    if (column < 0) continue;
    columns[role] = { column, header: headers[column]!, by: 'profile', passedOver: [] };
    taken.add(column);
  }
  const meanings = headers.map((header) => headerMeaning(header));
  for (const role of open) {
    if (columns[role]) continue;
    const candidates = headers
      .map((header, column) => ({ header, column, meaning: meanings[column] }))
      .filter(({ column, meaning }) => meaning?.role === role && !taken.has(column))
      .sort((a, b) => b.meaning!.strength - a.meaning!.strength || a.column - b.column);
    const best = candidates[0];
    if (!best) continue;
    const rivals = candidates.slice(1).filter(({ meaning }) => meaning!.strength === best.meaning!.strength);
    if (isRequired(role) && rivals.length > 0) return ambiguous(role, [best, ...rivals]);
    columns[role] = {
      column: best.column,
      header: best.header,
      by: best.meaning!.strength,
      passedOver: candidates.slice(1).map(({ header }) => header),
    };
    taken.add(best.column);
  }
  for (const role of REQUIRED_ROLES) if (!columns[role]) return missingColumn(role, headers, headerRow);
  return succeed({ headerRow, headers, columns, declined });
}

/** The column letter that spreadsheets show: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

/** As settings name a column: by its header, or by its letter where headers repeat or are empty. */
export function columnName(headers: readonly string[], column: number): string {
  const header = headers[column]!;
  const isAlone = headers.every((other, i) => i === column || foldBare(other) !== foldBare(header));
  return header !== '' && isAlone ? header : columnLetter(column);
}

export function isRequired(role: Role): boolean {
  return (REQUIRED_ROLES as readonly Role[]).includes(role);
}

/** The row with most known headers among the first fifty; without any, the first row with a cell filled. */
function findHeaderRow(sheet: Sheet, chosen: ChosenColumns): number | null {
  const letters = new Set(sheet.columns.map((_, column) => columnLetter(column)));
  const isLetter = (wanted: string) => letters.has(wanted.trim().toUpperCase());
  const wanted = new Set(
    Object.values(chosen)
      .filter((w) => w !== false)
      .filter((w) => !isLetter(w))
      .map(foldBare),
  );
  let best: number | null = null;
  let bestScore = -1;
  for (let row = 0; row < Math.min(sheet.rowCount, ROWS_SEARCHED); row++) {
    const headers = headersAt(sheet, row);
    if (headers.every((header) => header === '')) continue;
    const named = headers.filter((header) => wanted.has(foldBare(header))).length;
    const roles = new Set(headers.map((header) => headerMeaning(header)?.role).filter((role) => role));
    // One word alone may be a title ("Aktualiseringar", "Organisation"): a header names two columns or a chosen one.
    const score = named * ROLES.length + (roles.size >= 2 || named > 0 ? roles.size : 0);
    if (score > bestScore) [best, bestScore] = [row, score];
  }
  if (best === null) return firstFilledRow(sheet);
  return best;
}

function firstFilledRow(sheet: Sheet): number | null {
  let first: number | null = null;
  for (const { codes } of sheet.columns) {
    const row = codes.findIndex((code) => code !== 0);
    if (row >= 0 && (first === null || row < first)) first = row;
  }
  return first;
}

function headersAt(sheet: Sheet, row: number): string[] {
  return sheet.columns.map(({ codes, value }) => {
    const cell = value(codes[row] ?? 0);
    return cell === null ? '' : String(cell);
  });
}

function findChosen(role: Role, wanted: string, headers: readonly string[]): Outcome<number> {
  const exact = indexesWhere(headers, (header) => header === wanted.trim());
  const found =
    exact.length > 0 ? exact : indexesWhere(headers, (header) => foldBare(header) === foldBare(wanted));
  if (found.length === 1) return succeed(found[0]!);
  if (found.length === 0) {
    const letter = headers.findIndex((_, column) => columnLetter(column) === wanted.trim().toUpperCase());
    if (letter >= 0) return succeed(letter);
    const named = headers.filter((header) => header !== '');
    const guess = nearest(wanted, named) ?? '';
    return fail(
      'no-such-column',
      `Ingen kolumn heter «${inLine(wanted)}», som inställningen «columns.${role}» anger. Närmast är «${inLine(guess)}». Kolumnerna är: ${list(named)}. Ange en av dem.`,
      `No column is called "${inLine(wanted)}", which the setting "columns.${role}" names. The nearest is "${inLine(guess)}". The columns are: ${list(named)}. Name one of them.`,
    );
  }
  const letters = found.map(columnLetter);
  return fail(
    'ambiguous-column',
    `Flera kolumner heter «${inLine(wanted)}» (${letters.join(', ')}). Ange kolumnens bokstav i stället: {"columns": {"${role}": "${letters[0]!}"}}.`,
    `Several columns are called "${inLine(wanted)}" (${letters.join(', ')}). Give the column's letter instead: {"columns": {"${role}": "${letters[0]!}"}}.`,
  );
}

function chosenTwice(one: Role, other: Role, header: string) {
  return fail(
    'column-chosen-twice',
    `Kolumnen «${inLine(header)}» är vald både för ${ROLE_NAMES[one].sv} («columns.${one}») och för ${ROLE_NAMES[other].sv} («columns.${other}»). Välj en kolumn till var och en.`,
    `The column "${inLine(header)}" is chosen both for the ${ROLE_NAMES[one].en} ("columns.${one}") and for the ${ROLE_NAMES[other].en} ("columns.${other}"). Choose one column for each.`,
  );
}

function indexesWhere(headers: readonly string[], test: (header: string) => boolean): number[] {
  return headers.flatMap((header, index) => (test(header) ? [index] : []));
}

function ambiguous(role: Role, candidates: readonly { header: string; column: number }[]) {
  const named = (quote: (s: string) => string) =>
    candidates
      .slice(0, HEADERS_LISTED)
      .map(({ header, column }) => `${quote(inLine(header))} (${columnLetter(column)})`);
  const repeated = new Set(candidates.map(({ header }) => foldBare(header))).size < candidates.length;
  const example = repeated ? columnLetter(candidates[0]!.column) : inLine(candidates[0]!.header);
  return fail(
    'ambiguous-column',
    `Flera kolumner ser ut som ${ROLE_NAMES[role].sv}: ${named((s) => `«${s}»`).join(', ')}. Välj vilken som gäller (i en inställningsfil till exempel {"columns": {"${role}": "${example}"}}).`,
    `Several columns look like the ${ROLE_NAMES[role].en}: ${named((s) => `"${s}"`).join(', ')}. Choose which one to use (in a settings file for example {"columns": {"${role}": "${example}"}}).`,
  );
}

function missingColumn(role: Role, headers: readonly string[], headerRow: number) {
  const named = headers.filter((header) => header !== '');
  const row = String(headerRow + 1);
  const code = role === 'person' ? 'no-person-column' : 'no-date-column';
  const usual = role === 'person' ? 'Personnummer' : 'Aktualiseringsdatum';
  if (headers.every((header) => headerMeaning(header) === undefined) && named.some(isFigure))
    return fail(
      code,
      `Rad ${row} ser ut att ha uppgifter i stället för rubriker. Lägg till en rubrikrad överst, med åtminstone «Personnummer» och «Aktualiseringsdatum».`,
      `Row ${row} seems to hold values instead of headers. Add a header row at the top, with at least "Personnummer" and "Aktualiseringsdatum".`,
    );
  return fail(
    code,
    `Ingen kolumn för ${ROLE_NAMES[role].sv} hittades bland rubrikerna på rad ${row}: ${list(named)}. Ge kolumnen rubriken «${usual}» eller välj den (i en inställningsfil {"columns": {"${role}": "…"}}).`,
    `No column for the ${ROLE_NAMES[role].en} was found among the headers in row ${row}: ${list(named)}. Head the column "${usual}" or choose it (in a settings file {"columns": {"${role}": "…"}}).`,
  );
}

/** A date, a personnummer or another number: what stands below headers, and what no message should repeat. */
function isFigure(header: string): boolean {
  return /\d/.test(header) && /^[\d\s.,:/+-]+$/.test(header);
}

const HEADERS_LISTED = 20;

function list(headers: readonly string[]): string {
  const shown = headers.slice(0, HEADERS_LISTED).map((header) => inLine(header));
  return shown.join(', ') + (headers.length > HEADERS_LISTED ? ', …' : '');
}
