/**
 * The register: the rows of a sheet that are used, in columns, and an account of those that are not.
 *
 * A read row is used or excluded, never both, never neither: read = used + Σ excluded by reason. All meaning is worked
 * out once per distinct value of a column; per row there is only looking up.
 */
import { fail, succeed, type Outcome } from '../problem.ts';
import { settingsDay, type Settings } from '../settings.ts';
import { CodeReader, type CodedRole } from './codes.ts';
import { readDate } from './date.ts';
import { calendarDay } from './day.ts';
import { findDuplicates } from './duplicates.ts';
import { mapColumns, type Mapping } from './mapping.ts';
import { completedYears } from './personnummer.ts';
import { PersonReader, type Persons } from './persons.ts';
import { PROFILES } from './profiles.ts';
import { ROLE_NAMES, type Role } from './roles.ts';
import { rowsByCode, type CellValue, type CodedColumn, type Sheet } from './sheet.ts';
import { fold, Spellings } from './spelling.ts';

/** In the order of definitions.md: the first that holds is the row's reason. */
export const EXCLUSION_REASONS = [
  'missing-person',
  'unidentified-person',
  'missing-date',
  'invalid-date',
  'duplicate',
  'outside-period',
  'under-age',
  'outside-selection',
] as const;
/** Why a read row is not used. */
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** What can be worth looking at in a row that is used all the same. */
export const WARNINGS = [
  'check-digit',
  'unlikely-date',
  'number-shared',
  'equal-rows',
  'sex-contradicts',
] as const;
/** What there is to say of a used row. */
export type Warning = (typeof WARNINGS)[number];

/** A row that was read and is not used, and why. */
export interface ExcludedRow {
  /** As the source's own program numbers it. */
  readonly row: number;
  readonly reason: ExclusionReason;
  /** The cell that was the reason, as written. */
  readonly value: string;
}

/** A used row that there is something to say of. */
export interface RowWarning {
  readonly row: number;
  readonly warning: Warning;
}

/** What became of every row: read is used and excluded together. */
export interface RowAccount {
  readonly read: number;
  readonly used: number;
  readonly excluded: readonly ExcludedRow[];
  readonly warnings: readonly RowWarning[];
}

/** A value of a coded column, with how it was understood and how many of the read rows hold it. */
export interface ValueMeaning {
  /** As written, in its most usual spelling. */
  readonly value: string;
  readonly name: string;
  /** The name is the product's or the user's; otherwise it is the value's most usual spelling. */
  readonly named: boolean;
  readonly code: string | null;
  readonly by: 'words' | 'settings' | 'own-name';
  readonly rows: number;
}

/** A coded column over the used rows: 0 is missing, i stands for `names[i]`. */
export interface Category {
  readonly index: Int32Array;
  readonly names: readonly string[];
  readonly codes: readonly (string | null)[];
}

export const UNKNOWN_AGE = -32_768;
export const SEX = { unknown: 0, man: 1, woman: 2 } as const;
/** How types stand in a column. */
export const TYPE = { unknown: 0, application: 1, report: 2, lob: 3, other: 4 } as const;
export const INVESTIGATION = { unknown: 0, yes: 1, no: 2 } as const;

/** The used rows in columns, each with its person and its day, and an account of the others. */
export interface Register {
  readonly mapping: Mapping;
  /** Number of used rows: the length of every column below. */
  readonly used: number;
  /** Row number in the source. */
  readonly row: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Index into `persons`, which are sorted by key. */
  readonly person: Int32Array;
  readonly persons: Persons;
  /** Completed years on the day, or `UNKNOWN_AGE`. */
  readonly age: Int16Array;
  /** By `SEX`. */
  readonly sex: Uint8Array;
  /** By `TYPE`; null without a type column and without LOB among the reasons. */
  readonly type: Uint8Array | null;
  /** False where only LOB is known, from the reasons. */
  readonly hasTypeColumn: boolean;
  /** By `INVESTIGATION`. */
  readonly investigation: Uint8Array | null;
  readonly referrer: Category | null;
  readonly reason: Category | null;
  readonly organisation: Category | null;
  readonly account: RowAccount;
  /** Used rows whose person is no personnummer although the column's others are. */
  readonly oddPersons: readonly number[];
  /** Share of a column's filled cells that are of the form it should have, 0–1, by read row. */
  readonly fit: Readonly<Partial<Record<Role, number>>>;
  /** Values of the coded columns and what they were taken for, most frequent first. */
  readonly meanings: Readonly<Partial<Record<CodedRole, readonly ValueMeaning[]>>>;
  /** Which used rows lack a value, where the rows themselves are elsewhere: the columns above are then empty. */
  readonly gaps?: readonly ValueGap[];
}

/** A column that some used rows have no value in. */
export interface ValueGap {
  readonly role: Role;
  readonly count: number;
  /** The first of them, by row number of the source. */
  readonly rows: readonly number[];
}

/** Dates before this year have the warning `unlikely-date`. */
export const UNLIKELY_BEFORE_YEAR = 1990;

/** Reads a sheet into a register, or says what keeps it from being read at all. */
export function readRegister(sheet: Sheet, settings: Settings): Outcome<Register> {
  const mapped = mapColumns(sheet, settings.columns, settings.profile ? PROFILES[settings.profile] : {});
  if (!mapped.ok) return mapped;
  const limited = limitWithoutColumn(mapped.value, settings);
  if (limited) return limited;
  return succeed(new RegisterReading(sheet, mapped.value, settings).read());
}

/** A limit on a column that is not there would leave out every row. */
export function limitWithoutColumn({ columns }: Mapping, settings: Settings) {
  const limits = { reasons: 'reason', types: 'type', organisations: 'organisation' } as const;
  for (const [key, role] of Object.entries(limits) as [keyof typeof limits, Role][])
    if (settings[key] !== null && !columns[role])
      return fail(
        'limit-without-column',
        `Inställningen «${key}» avgränsar efter ${ROLE_NAMES[role].sv}, men ingen sådan kolumn hittades. Välj den (i en inställningsfil {"columns": {"${role}": "…"}}), eller ta bort avgränsningen.`,
        `The setting "${key}" limits by ${ROLE_NAMES[role].en}, but no such column was found. Choose it (in a settings file {"columns": {"${role}": "…"}}), or take the limit away.`,
      );
  return null;
}

/** The problem of a register with no row left, for hosts that must say so. */
export function noUsableRows(account: RowAccount) {
  if (account.read === 0)
    return fail(
      'no-rows',
      'Filen har en rubrikrad men inga rader under den. Exportera en rad per aktualisering och försök igen.',
      'The file has a header row but no rows below it. Export one row per actualisation and try again.',
    );
  const counts = EXCLUSION_REASONS.map(
    (reason) => [reason, account.excluded.filter((e) => e.reason === reason).length] as const,
  ).filter(([, n]) => n > 0);
  const shown = (words: Record<ExclusionReason, string>) =>
    counts.map(([reason, n]) => `${String(n)} ${words[reason]}`).join(', ');
  return fail(
    'no-usable-rows',
    `${account.read === 1 ? 'Den enda lästa raden kan inte' : `Ingen av de ${String(account.read)} lästa raderna kan`} användas: ${shown(EXCLUSION_WORDS.sv)}. Kontrollera kolumnvalet och avgränsningarna.`,
    `${account.read === 1 ? 'The one row read cannot' : `None of the ${String(account.read)} rows read can`} be used: ${shown(EXCLUSION_WORDS.en)}. Check the choice of columns and the limits.`,
  );
}

export const EXCLUSION_WORDS: Record<'sv' | 'en', Record<ExclusionReason, string>> = {
  sv: {
    'missing-person': 'utan person',
    'unidentified-person': 'med oidentifierad person',
    'missing-date': 'utan datum',
    'invalid-date': 'med datum som inte finns',
    duplicate: 'dubbletter',
    'outside-period': 'utanför perioden',
    'under-age': 'under lägsta ålder',
    'outside-selection': 'utanför urvalet av orsaker, typer eller organisationer',
  },
  en: {
    'missing-person': 'without a person',
    'unidentified-person': 'with an unidentified person',
    'missing-date': 'without a date',
    'invalid-date': 'with a date that does not exist',
    duplicate: 'duplicates',
    'outside-period': 'outside the period',
    'under-age': 'below the lowest age',
    'outside-selection': 'outside the chosen reasons, types or organisations',
  },
};

/** Index into EXCLUSION_REASONS + 1; 0 is used; empty rows are not read. */
const USED = 0;
const NOT_READ = 255;

class RegisterReading {
  private readonly sheet: Sheet;
  private readonly mapping: Mapping;
  private readonly settings: Settings;
  /** First row of data. */
  private readonly from: number;
  private readonly rowCount: number;
  /** Per row of data: why it is excluded, or USED. */
  private readonly fate: Uint8Array;
  private readonly warnings: RowWarning[] = [];

  constructor(sheet: Sheet, mapping: Mapping, settings: Settings) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.settings = settings;
    this.from = mapping.headerRow + 1;
    this.rowCount = Math.max(0, sheet.rowCount - this.from);
    this.fate = new Uint8Array(this.rowCount).fill(NOT_READ);
  }

  read(): Register {
    const { rowCount, fate } = this;
    this.passOverEmptyRows();
    const dates = this.readDates();
    const persons = this.readPersons(dates);
    for (let i = 0; i < rowCount; i++) {
      const reading = dates.kind[dates.codes[i]!]!;
      if (reading === DATE.day || fate[i] !== USED) continue;
      this.exclude(i, reading === DATE.missing ? 'missing-date' : 'invalid-date');
    }
    this.excludeDuplicates(persons.person, dates);
    const ages = this.readAges(persons, dates);
    const categories = this.readCategories();
    this.applyLimits(dates, ages, categories);
    return this.collect(dates, persons, ages, categories);
  }

  private passOverEmptyRows(): void {
    const { fate, from } = this;
    let empty = fate.length;
    for (const { codes } of this.sheet.columns) {
      if (empty === 0) return;
      for (let i = 0; i < fate.length; i++) {
        if (codes[from + i] === 0 || fate[i] === USED) continue;
        fate[i] = USED;
        empty--;
      }
    }
  }

  private column(role: Role): CodedColumn | null {
    const mapped = this.mapping.columns[role];
    return mapped ? this.sheet.columns[mapped.column]! : null;
  }

  private exclude(i: number, reason: ExclusionReason): void {
    this.fate[i] = EXCLUSION_REASONS.indexOf(reason) + 1;
  }

  private readDates(): DateColumn {
    const { codes, size, value } = this.column('date')!;
    const rows = rowsByCode(this.column('date')!, this.from);
    const column: DateColumn = {
      codes: codes.subarray(this.from),
      rows,
      kind: new Uint8Array(size),
      day: new Int32Array(size),
      ymd: new Int32Array(size),
    };
    for (let code = 0; code < size; code++) {
      if (rows[code] === 0) continue;
      const reading = readDate(value(code), this.sheet.dateSystem);
      column.kind[code] = DATE[reading.kind];
      if (reading.kind !== 'day') continue;
      const { year, month, day } = calendarDay(reading.day);
      column.day[code] = reading.day;
      column.ymd[code] = year * 10_000 + month * 100 + day;
    }
    return column;
  }

  private readPersons(dates: DateColumn): RowPersons {
    const column = this.column('person')!;
    const reader = new PersonReader(column, this.from);
    const person = new Int32Array(this.rowCount).fill(-1);
    const codes = column.codes.subarray(this.from);
    const { fate, rowCount } = this;
    for (let i = 0; i < rowCount; i++) {
      if (fate[i] !== USED) continue;
      const code = codes[i]!;
      if (code === 0) this.exclude(i, 'missing-person');
      else if (reader.isUnidentified(code)) this.exclude(i, 'unidentified-person');
      else {
        const date = dates.codes[i]!;
        if (dates.kind[date] === DATE.day) person[i] = reader.personAt(code, dates.ymd[date]!);
      }
    }
    return { person, reader, codes };
  }

  private excludeDuplicates(person: Int32Array, dates: DateColumn): void {
    const column = this.column('number');
    const day = (i: number) => dates.day[dates.codes[i]!]!;
    const found = findDuplicates({
      rows: this.rowCount,
      from: this.from,
      isCandidate: (i) => this.fate[i] === USED,
      person,
      day,
      number: column,
      others: this.sheet.columns.filter((c) => c !== this.column('person') && c !== this.column('date')),
    });
    for (const i of found.duplicates) this.exclude(i, 'duplicate');
    for (const i of found.sharedNumbers) this.warn(i, 'number-shared');
    for (const i of found.equalRows) this.warn(i, 'equal-rows');
  }

  /** Warnings are for rows that are used; those excluded later on are taken out at the end. */
  private warn(i: number, warning: Warning): void {
    this.warnings.push({ row: i, warning });
  }

  private readAges({ person, reader }: RowPersons, dates: DateColumn): Int16Array {
    const age = new Int16Array(this.rowCount).fill(UNKNOWN_AGE);
    const births = reader.birthDates();
    const column = this.column('age');
    const given = column ? readAgeColumn(column, rowsByCode(column, this.from)) : null;
    const { fate, rowCount } = this;
    for (let i = 0; i < rowCount; i++) {
      if (fate[i] !== USED) continue;
      const own = given ? given[column!.codes[this.from + i]!]! : UNKNOWN_AGE;
      const birth = births[person[i]!]!;
      if (own !== UNKNOWN_AGE) age[i] = own;
      else if (birth !== 0) age[i] = completedYears(birth, dates.ymd[dates.codes[i]!]!);
    }
    return age;
  }

  private readCategories(): Partial<Record<CodedRole, CategoryColumn>> {
    const found: Partial<Record<CodedRole, CategoryColumn>> = {};
    for (const role of ['type', 'reason', 'referrer', 'organisation', 'investigation', 'sex'] as const) {
      const column = this.column(role);
      if (column)
        found[role] = readCategory(
          column,
          this.from,
          rowsByCode(column, this.from),
          new CodeReader(role, this.settings.codes[role]),
        );
    }
    return found;
  }

  private applyLimits(
    dates: DateColumn,
    ages: Int16Array,
    categories: Partial<Record<CodedRole, CategoryColumn>>,
  ): void {
    const { period, lowestAge, reasons, types, organisations } = this.settings;
    const from = period?.from ? settingsDay(period.from) : -Infinity;
    const to = period?.to ? settingsDay(period.to) : Infinity;
    const allowed = [
      limit(categories.reason, reasons),
      limit(categories.type, types),
      limit(categories.organisation, organisations),
    ].filter((test) => test !== null);
    if (period === null && lowestAge === null && allowed.length === 0) return;
    for (let i = 0; i < this.rowCount; i++) {
      if (this.fate[i] !== USED) continue;
      const day = dates.day[dates.codes[i]!]!;
      const age = ages[i]!;
      if (day < from || day > to) this.exclude(i, 'outside-period');
      else if (lowestAge !== null && age !== UNKNOWN_AGE && age < lowestAge) this.exclude(i, 'under-age');
      else if (!allowed.every((test) => test(i))) this.exclude(i, 'outside-selection');
    }
  }

  private collect(
    dates: DateColumn,
    { person, reader, codes: personCodes }: RowPersons,
    ages: Int16Array,
    categories: Partial<Record<CodedRole, CategoryColumn>>,
  ): Register {
    const { fate, from, rowCount } = this;
    let used = 0;
    for (let i = 0; i < rowCount; i++) if (fate[i] === USED) used++;
    const row = new Int32Array(used);
    const day = new Int32Array(used);
    const age = new Int16Array(used);
    const rawPerson = new Int32Array(used);
    const sex = new Uint8Array(used);
    const oddPersons: number[] = [];
    const asOf = settingsDay(this.settings.asOf);
    const sexesByNumber = reader.sexes();
    const sexes =
      categories.sex?.codes.map((code) => (code === 'man' ? 1 : code === 'woman' ? 2 : 0)) ?? null;
    for (let i = 0, at = 0; i < rowCount; i++) {
      if (fate[i] !== USED) continue;
      row[at] = from + i + 1;
      rawPerson[at] = person[i]!;
      age[at] = ages[i]!;
      const date = dates.codes[i]!;
      day[at] = dates.day[date]!;
      const own = sexes ? sexes[categories.sex!.index[i]!]! : 0;
      const bySex = sexesByNumber[person[i]!]!;
      sex[at] = own || bySex;
      const code = personCodes[i]!;
      if (reader.isRemarkable(code)) {
        if (reader.isOdd(code)) oddPersons.push(from + i + 1);
        if (!reader.hasRightCheckDigit(code)) this.warn(i, 'check-digit');
      }
      if (own !== 0 && bySex !== 0 && own !== bySex) this.warn(i, 'sex-contradicts');
      if (dates.ymd[date]! < UNLIKELY_BEFORE_YEAR * 10_000 || day[at]! > asOf) this.warn(i, 'unlikely-date');
      at++;
    }
    const persons = reader.sorted(rawPerson);
    const pick = (role: CodedRole) => {
      const column = categories[role];
      return column
        ? { index: usedOnly(column.index, fate, used), names: column.names, codes: column.codes }
        : null;
    };
    const type = pick('type');
    const reason = pick('reason');
    const investigation = pick('investigation');
    return {
      mapping: this.mapping,
      used,
      row,
      day,
      person: persons.index,
      persons: persons.persons,
      age,
      sex,
      type: typesOf(type, reason, used),
      hasTypeColumn: type !== null,
      investigation: investigation && investigationsOf(investigation),
      referrer: pick('referrer'),
      reason,
      organisation: pick('organisation'),
      account: this.account(used),
      oddPersons,
      fit: fitOf(dates, reader, categories),
      meanings: Object.fromEntries(Object.entries(categories).map(([role, c]) => [role, c.meanings])),
    };
  }

  private account(used: number): RowAccount {
    const excluded: ExcludedRow[] = [];
    let read = used;
    for (let i = 0; i < this.rowCount; i++) {
      const fate = this.fate[i]!;
      if (fate === USED || fate === NOT_READ) continue;
      read++;
      const reason = EXCLUSION_REASONS[fate - 1]!;
      excluded.push({ row: this.from + i + 1, reason, value: this.reasonValue(i, reason) });
    }
    const warnings = this.warnings
      .filter(({ row }) => this.fate[row] === USED)
      .sort((a, b) => a.row - b.row || WARNINGS.indexOf(a.warning) - WARNINGS.indexOf(b.warning))
      .map(({ row, warning }) => ({ row: this.from + row + 1, warning }));
    return { read, used, excluded, warnings };
  }

  /** The cell that was the reason, as written. */
  private reasonValue(i: number, reason: ExclusionReason): string {
    const cell = (role: Role): CellValue => {
      const column = this.column(role);
      return column ? column.value(column.codes[this.from + i]!) : null;
    };
    const text = (value: CellValue) => (value === null ? '' : String(value));
    switch (reason) {
      case 'missing-person':
      case 'unidentified-person':
        return text(cell('person'));
      case 'missing-date':
      case 'invalid-date':
      case 'outside-period':
      case 'under-age':
        return text(cell('date'));
      case 'duplicate':
        return text(cell('number'));
      case 'outside-selection':
        return (['reason', 'type', 'organisation'] as const)
          .map((role) => text(cell(role)))
          .filter((value) => value !== '')
          .join(' · ');
    }
  }
}

export const DATE = { missing: 0, invalid: 1, day: 2 } as const;

interface DateColumn {
  readonly codes: Int32Array;
  /** By code: how many rows of data hold it. */
  readonly rows: Int32Array;
  readonly kind: Uint8Array;
  readonly day: Int32Array;
  /** Year · 10000 + month · 100 + day. */
  readonly ymd: Int32Array;
}

interface RowPersons {
  /** By row of data: the person's number in the reader, or −1. */
  readonly person: Int32Array;
  readonly reader: PersonReader;
  readonly codes: Int32Array;
}

export function fitOf(
  dates: Pick<DateColumn, 'rows' | 'kind'>,
  reader: Pick<PersonReader, 'fit'>,
  categories: Readonly<Partial<Record<CodedRole, Pick<CategoryColumn, 'meanings'>>>>,
): Register['fit'] {
  const fit: Partial<Record<Role, number>> = { date: dateFit(dates), person: reader.fit() };
  for (const role of ['type', 'investigation', 'sex'] as const) {
    const meanings = categories[role]?.meanings ?? [];
    const rows = meanings.reduce((sum, meaning) => sum + meaning.rows, 0);
    const known = meanings.reduce((sum, { code, rows: n }) => sum + (code === null ? 0 : n), 0);
    if (rows > 0) fit[role] = known / rows;
  }
  return fit;
}

function dateFit({ rows, kind }: Pick<DateColumn, 'rows' | 'kind'>): number {
  let filled = 0;
  let right = 0;
  for (let code = 1; code < rows.length; code++) {
    filled += rows[code]!;
    if (kind[code] !== DATE.invalid) right += rows[code]!;
  }
  return filled === 0 ? 1 : right / filled;
}

const AGE = /^(\d{1,3})(?:\s*år)?$/;

export function readAgeColumn({ size, value }: CodedColumn, rows: Int32Array): Int16Array {
  const ages = new Int16Array(size).fill(UNKNOWN_AGE);
  for (let code = 1; code < size; code++) {
    if (rows[code] === 0) continue;
    const match = AGE.exec(String(value(code)));
    if (match) ages[code] = Number(match[1]);
  }
  return ages;
}

export interface CategoryColumn {
  /** By row of data. */
  readonly index: Int32Array;
  readonly names: readonly string[];
  readonly codes: readonly (string | null)[];
  /** Every folded spelling that stands for an index, for the limits. */
  readonly spellings: ReadonlyMap<string, number>;
  readonly meanings: readonly ValueMeaning[];
}

/**
 * Values that differ only in what exports lose (case, space, åäö) or that stand for the same known name are one
 * value. It is shown under its known name, else under its most usual spelling, so the order of rows does not matter.
 *
 * @param rows by code: how many rows hold it
 */
export function readCategory(
  column: CodedColumn,
  from: number,
  rows: Int32Array,
  reader: CodeReader,
): CategoryColumn {
  const groups = new Map<string, { cells: { code: number; text: string }[]; meaning: ValueMeaning }>();
  for (let code = 1; code < column.size; code++) {
    if (rows[code] === 0) continue;
    const text = String(column.value(code));
    const key = fold(text);
    if (key === '') continue;
    const read = reader.read(text);
    const groupKey = `${read.code ?? ''}|${fold(read.name)}`;
    const group = groups.get(groupKey);
    const meaning = { ...read, value: text, rows: rows[code]! };
    if (!group) groups.set(groupKey, { cells: [{ code, text }], meaning });
    else {
      group.cells.push({ code, text });
      group.meaning = merged(group.meaning, meaning, rows, group.cells);
    }
  }
  const ordered = [...groups.values()].sort(
    (a, b) => b.meaning.rows - a.meaning.rows || compareText(a.meaning.name, b.meaning.name),
  );
  const indexOfCode = new Int32Array(column.size);
  const spellings = new Map<string, number>();
  ordered.forEach(({ cells, meaning }, at) => {
    spellings.set(fold(meaning.name), at + 1);
    if (meaning.code !== null && !spellings.has(meaning.code)) spellings.set(meaning.code, at + 1);
    for (const { code, text } of cells) {
      indexOfCode[code] = at + 1;
      spellings.set(fold(text), at + 1);
    }
  });
  const index = new Int32Array(column.codes.length - from);
  for (let i = 0; i < index.length; i++) index[i] = indexOfCode[column.codes[from + i]!]!;
  return {
    index,
    names: ['', ...ordered.map(({ meaning }) => meaning.name)],
    codes: [null, ...ordered.map(({ meaning }) => meaning.code)],
    spellings,
    meanings: ordered.map(({ meaning }) => meaning),
  };
}

function merged(
  so: ValueMeaning,
  other: ValueMeaning,
  rows: Int32Array,
  cells: readonly { code: number; text: string }[],
): ValueMeaning {
  const usual = [...cells].sort((a, b) => rows[b.code]! - rows[a.code]! || compareText(a.text, b.text))[0]!
    .text;
  return { ...so, value: usual, name: so.named ? so.name : usual, rows: so.rows + other.rows };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function limit(
  column: CategoryColumn | undefined,
  wanted: readonly string[] | null,
): ((i: number) => boolean) | null {
  if (wanted === null) return null;
  if (!column) return () => false;
  const names = new Spellings(wanted.map((name) => [name, true] as const));
  const allowed = new Set<number>();
  for (const [spelling, at] of column.spellings) if (names.find(spelling)) allowed.add(at);
  // A code such as "report" names every value that stands for it; LOB is a kind of report.
  const codes = new Set(wanted.map(fold));
  column.codes.forEach((code, at) => {
    if (code !== null && (codes.has(code) || (code === 'lob' && codes.has('report')))) allowed.add(at);
  });
  return (i) => allowed.has(column.index[i]!);
}

function usedOnly(index: Int32Array, fate: Uint8Array, used: number): Int32Array {
  if (used === index.length) return index;
  const kept = new Int32Array(used);
  for (let i = 0, at = 0; i < fate.length; i++) if (fate[i] === USED) kept[at++] = index[i]!;
  return kept;
}

/** LOB may stand among the types or among the reasons; either way it is a report and LOB. */
export function typesOf(type: Category | null, reason: Category | null, used: number): Uint8Array | null {
  const lobReasons = reason?.codes.map((code) => code === 'lob') ?? [];
  if (type === null && !lobReasons.includes(true)) return null;
  const byType = type?.codes.map((code, at) =>
    at === 0 ? TYPE.unknown : code === null ? TYPE.other : TYPE[code as keyof typeof TYPE],
  );
  const types = new Uint8Array(used);
  for (let i = 0; i < used; i++) {
    if (reason && lobReasons[reason.index[i]!]) types[i] = TYPE.lob;
    else if (byType) types[i] = byType[type!.index[i]!]!;
    else types[i] = reason!.index[i] === 0 ? TYPE.unknown : TYPE.other;
  }
  return types;
}

export function investigationsOf(investigation: Category): Uint8Array {
  const meanings = investigation.codes.map((code) =>
    code === 'yes' ? INVESTIGATION.yes : code === 'no' ? INVESTIGATION.no : INVESTIGATION.unknown,
  );
  const opened = new Uint8Array(investigation.index.length);
  for (let i = 0; i < opened.length; i++) opened[i] = meanings[investigation.index[i]!]!;
  return opened;
}
