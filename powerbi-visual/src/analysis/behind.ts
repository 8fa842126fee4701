/**
 * Who stands behind what is drawn: the persons of a group or of a year, as the host writes them, for filters and
 * selection. It is for the host alone; nothing of it is drawn.
 */
import { calendarDay, type Analysis } from 'isu-core';
import type { PrimitiveValue } from '../data/fields.ts';
import type { WholeTable } from '../data/incoming-rows.ts';

/** What a person can point at: names as the report's keys. */
export type Pointed =
  | { readonly kind: 'group'; readonly key: string }
  | { readonly kind: 'year'; readonly key: string }
  /** By its place in the lathund: `Timeline.person`. */
  | { readonly kind: 'person'; readonly person: number };

export class Behind {
  private readonly analysis: Analysis;
  private readonly table: WholeTable;

  constructor(analysis: Analysis, table: WholeTable) {
    this.analysis = analysis;
    this.table = table;
  }

  /** Every way in which the host writes the persons that are pointed at, each once. */
  personValues(pointed: readonly Pointed[]): readonly PrimitiveValue[] {
    const codes = new Set<number>();
    const values: PrimitiveValue[] = [];
    for (const row of this.rowsOf(pointed)) {
      const person = this.table.personsAt(this.hostRow(row));
      if (codes.has(person.code)) continue;
      codes.add(person.code);
      values.push(...person.values);
    }
    return values;
  }

  /** The host's first row of what is pointed at, for a selection id; null where there is none. */
  firstHostRow(pointed: Pointed): number | null {
    for (const row of this.rowsOf([pointed])) return this.hostRow(row);
    return null;
  }

  /** By person of the lathund, 1 for those of whom one of these values is written. */
  personsWritten(values: ReadonlySet<PrimitiveValue>): Uint8Array {
    const isIn = new Map<number, boolean>();
    return this.personsAt((hostRow) => {
      const { code, values: written } = this.table.personsAt(hostRow);
      let known = isIn.get(code);
      if (known === undefined) isIn.set(code, (known = written.some((value) => values.has(value))));
      return known;
    });
  }

  /** By person of the lathund, 1 for those of whom one of these rows of the host is. */
  personsAt(test: (hostRow: number) => boolean): Uint8Array {
    const { register, lathund } = this.analysis;
    const isIn = new Uint8Array(lathund.persons);
    for (let i = 0; i < register.used; i++) {
      const person = register.person[i]!;
      if (isIn[person] === 0 && test(this.hostRow(i))) isIn[person] = 1;
    }
    return isIn;
  }

  /**
   * The fewest things to point at that stand for exactly these persons: whole groups or whole years, else each of them.
   *
   * @param first which of the two is looked for first
   */
  pointedAs(persons: Uint8Array, first: 'group' | 'year'): readonly Pointed[] {
    for (const kind of first === 'group' ? ['group', 'year'] : ['year', 'group']) {
      const found = kind === 'group' ? this.groupsOf(persons) : this.yearsOf(persons);
      if (found.length > 0) return found;
    }
    return [...persons.keys()]
      .filter((person) => persons[person] === 1)
      .map((person) => ({ kind: 'person', person }));
  }

  /** Every row of the host that is of what is pointed at, each person's first only if `each` is `person`; null if more than `most`. */
  hostRowsOf(pointed: Pointed, each: 'person' | 'row', most: number): readonly number[] | null {
    const seen = new Set<number>();
    const rows: number[] = [];
    for (const row of this.rowsOf([pointed])) {
      const key = each === 'row' ? this.hostRow(row) : this.analysis.register.person[row]!;
      if (seen.has(key)) continue;
      seen.add(key);
      if (rows.push(this.hostRow(row)) > most) return null;
    }
    return rows;
  }

  private groupsOf(persons: Uint8Array): readonly Pointed[] {
    const { groups, group } = this.analysis.lathund;
    const [all, within] = [new Int32Array(groups.length), new Int32Array(groups.length)];
    for (const [person, isIn] of persons.entries()) {
      all[group[person]!]!++;
      within[group[person]!]! += isIn;
    }
    const isSome = groups.some((_, at) => within[at]! > 0 && within[at]! < all[at]!);
    if (isSome) return [];
    return groups.filter((_, at) => within[at]! > 0).map(({ key }) => ({ kind: 'group', key }));
  }

  /** One year; of several, who was there in which is not to be told apart. */
  private yearsOf(persons: Uint8Array): readonly Pointed[] {
    const { register } = this.analysis;
    const count = persons.reduce((sum, isIn) => sum + isIn, 0);
    const years = new Map<number, Set<number>>();
    for (let i = 0; i < register.used; i++) {
      const { year } = calendarDay(register.day[i]!);
      let own = years.get(year);
      if (!own) years.set(year, (own = new Set()));
      own.add(register.person[i]!);
    }
    for (const [year, own] of years)
      if (own.size === count && [...own].every((person) => persons[person] === 1))
        return [{ kind: 'year', key: String(year) }];
    return [];
  }

  private *rowsOf(pointed: readonly Pointed[]): Generator<number> {
    const { register, lathund } = this.analysis;
    const groups = new Set<number>();
    const years = new Set<number>();
    const persons = new Set<number>();
    for (const one of pointed)
      if (one.kind === 'group') groups.add(lathund.groups.findIndex(({ key }) => key === one.key));
      else if (one.kind === 'year') years.add(Number(one.key));
      else persons.add(one.person);
    for (let i = 0; i < register.used; i++) {
      const person = register.person[i]!;
      const isIn =
        persons.has(person) ||
        groups.has(lathund.group[person]!) ||
        (years.size > 0 && years.has(calendarDay(register.day[i]!).year));
      if (isIn) yield i;
    }
  }

  /** A used row's number in the sheet counts from 1, and its header is the first. */
  private hostRow(used: number): number {
    return this.table.hostRow(this.analysis.register.row[used]! - 2);
  }
}
