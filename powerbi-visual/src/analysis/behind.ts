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
