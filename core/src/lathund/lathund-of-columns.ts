/** The lathund of columns without headers, and the persons in it by what a cell says: what a formula asks for. */
import type { Outcome } from '../problem.ts';
import { succeed } from '../problem.ts';
import { readPersonnummer } from '../register/personnummer.ts';
import { readRegister, type Register, type RowAccount } from '../register/register.ts';
import { sheetOf, type Cell, type CellValue } from '../register/sheet.ts';
import { settingsDay, type Settings } from '../settings.ts';
import { countAll } from '../tables/counts.ts';
import type { Table } from '../tables/table.ts';
import { lathundTables } from '../tables/tables.ts';
import { lathundOf, type Lathund } from './lathund.ts';

/** Cells by row, as many in each. */
export interface BareColumns {
  readonly person: readonly Cell[];
  /** `null`: every row is of the settings' `asOf`. */
  readonly date: readonly Cell[] | null;
  /** The number of the matter; `null`: no row is a duplicate. */
  readonly number: readonly Cell[] | null;
  readonly dateSystem: 1900 | 1904;
}

/** A person's number in the lathund, or why there is none: `either` is ten digits of two persons a century apart. */
export type FoundPerson = number | 'unidentified' | 'absent' | 'either';

/** A lathund and the register behind it, as a formula asks for them. */
export interface LathundOfColumns {
  readonly lathund: Lathund;
  /** By row: the person's number in the lathund, or −1 where the row is not used. */
  readonly personOfRow: Int32Array;
  readonly account: RowAccount;
  /** The person that a cell means, of any row or of none: the rows tell the century of ten digits. */
  readonly find: (cell: CellValue) => FoundPerson;
  /** The tables of the report, counted when they are asked for. */
  readonly tables: () => readonly Table[];
}

/**
 * The lathund of columns without headers, and each person in it by what a cell says.
 *
 * @param settings its `columns` are not looked at
 */
export function lathundOfColumns(columns: BareColumns, settings: Settings): Outcome<LathundOfColumns> {
  const { person, date, number, dateSystem } = columns;
  const header = ['person', 'date', ...(number ? ['number'] : [])];
  const rows = person.map((cell, i) => [
    cell,
    date ? date[i] : settings.asOf,
    ...(number ? [number[i]] : []),
  ]);
  const named = { person: 'person', date: 'date', ...(number && { number: 'number' }) };
  const read = readRegister(sheetOf([header, ...rows], dateSystem), { ...settings, columns: named });
  if (!read.ok) return read;
  const register = read.value;
  const lathund = lathundOf(register, settings);
  const personOfRow = new Int32Array(person.length).fill(-1);
  // Row 1 is the header.
  for (let i = 0; i < register.used; i++) personOfRow[register.row[i]! - 2] = register.person[i]!;
  return succeed({
    lathund,
    personOfRow,
    account: register.account,
    find: finderOf(register),
    tables: () => lathundTables(countAll(register, lathund, settingsDay(settings.asOf)), settings),
  });
}

function finderOf({ persons }: Register): (cell: CellValue) => FoundPerson {
  const byKey = new Map<string, number>();
  const byTenDigits = new Map<string, FoundPerson>();
  for (let p = 0; p < persons.size; p++) {
    const key = persons.key(p);
    byKey.set(key, p);
    const tenDigits = key.slice(2);
    if (key.length === 12) byTenDigits.set(tenDigits, byTenDigits.has(tenDigits) ? 'either' : p);
  }
  const exactly = (text: string) => byKey.get(text) ?? 'absent';
  return (cell) => {
    // Identifiers of other kinds are compared exactly, also where they look like personnummer.
    const reading = persons.arePersonnummer ? readPersonnummer(cell) : null;
    if (reading?.kind === 'unidentified') return 'unidentified';
    if (reading?.kind === 'full') return exactly(String(reading.digits).padStart(12, '0'));
    if (reading?.kind !== 'short') return exactly(String(cell));
    return byTenDigits.get(String(reading.digits).padStart(10, '0')) ?? 'absent';
  };
}
