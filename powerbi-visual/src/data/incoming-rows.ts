/**
 * Rows on their way in, window by window, and the table they make when they are whole: what core analyses, and what
 * the host's own rows were.
 *
 * A row of the host is a combination of values, which may stand for several rows of the model: the number of rows, where
 * that field is given, makes them several again. A table that the model has grouped already (person, number, earliest,
 * latest) becomes as many rows, of which only the first and the last have a day of their own.
 */
import type { CodedColumn, Sheet } from 'isu-core';
import { agesOf } from './birth-dates.ts';
import { CodedValues } from './coded-values.ts';
import {
  REGISTER_FIELDS,
  type FieldColumn,
  type Fields,
  type PrimitiveValue,
  type RegisterField,
} from './fields.ts';

/** More rows than this are not rows that anyone has counted: a sum was dropped where a number of rows belongs. */
const MOST_ROWS = 4_194_304;

export interface WholeTable {
  /** With a header of field names, which are core's names of the columns. */
  readonly sheet: Sheet;
  readonly fields: readonly RegisterField[];
  /** The model has grouped the rows by person already: only counts and the first and last day are known. */
  readonly isGrouped: boolean;
  /** The number of rows behind each combination is known. */
  readonly isCounted: boolean;
  /** Cells of the number field that are no number of rows, and are taken as one. */
  readonly uncounted: number;
  /** The rows that another visual highlights; null where none does. */
  readonly highlighted: Sheet | null;
  /** The host's row behind a row of the sheet (0 is the first below the header). */
  readonly hostRow: (row: number) => number;
  /** Every way in which the host writes the person of one of its rows. */
  readonly personsAt: (hostRow: number) => {
    readonly code: number;
    readonly values: readonly PrimitiveValue[];
  };
}

export class IncomingRows {
  private readonly columns = new Map<RegisterField, CodedValues>();
  private readonly isGrouped: boolean;
  /** The first and the last day of a grouped row, one after the other. */
  private readonly ends = new CodedValues('date');
  private readonly counts: Numbers | null;
  private readonly highlights: Numbers;
  private hasHighlights = false;
  private rowCount = 0;

  constructor({ columns }: Fields) {
    this.isGrouped = !columns.has('date') && columns.has('first');
    for (const field of REGISTER_FIELDS)
      if (columns.has(field)) this.columns.set(field, new CodedValues(field));
    this.counts = columns.has('rows') ? new Numbers() : null;
    this.highlights = new Numbers();
  }

  get rows(): number {
    return this.rowCount;
  }

  /** Codes the rows of a window, from the first that has not come before. */
  take(fields: Fields, from: number): void {
    const { rows, columns } = fields;
    if (rows <= from) return;
    for (const [field, coded] of this.columns) {
      const column = columns.get(field);
      if (column) coded.add(column.values, from, rows);
      else coded.addEmpty(rows - from);
    }
    if (this.isGrouped) this.takeEnds(columns.get('first'), columns.get('last'), from, rows);
    this.counts?.add(columns.get('rows')?.values ?? [], from, rows, ONE_WHERE_BLANK);
    this.takeHighlights(fields, from);
    this.rowCount += rows - from;
  }

  /** The same rows again, as a host sends them when only a colour or a selection has changed. */
  equals(other: IncomingRows): boolean {
    const fields = [...this.columns.keys()];
    return (
      this.rowCount === other.rowCount &&
      this.isGrouped === other.isGrouped &&
      this.hasHighlights === other.hasHighlights &&
      fields.join() === [...other.columns.keys()].join() &&
      fields.every((field) => this.columns.get(field)!.equals(other.columns.get(field)!)) &&
      this.ends.equals(other.ends) &&
      (this.counts === null || other.counts === null
        ? this.counts === other.counts
        : this.counts.equals(other.counts)) &&
      this.highlights.equals(other.highlights)
    );
  }

  whole(): WholeTable {
    const { columns, isGrouped, counts } = this;
    const weights = counts !== null && counts.sum() <= MOST_ROWS ? counts : null;
    const isRepeated = weights !== null && weights.some((n) => n !== 1);
    const rows = isRepeated || isGrouped ? this.repeated(weights) : null;
    return {
      sheet: this.sheetOf(rows),
      fields: [...columns.keys()],
      isGrouped,
      isCounted: weights !== null,
      uncounted: counts?.uncounted ?? 0,
      highlighted: this.hasHighlights ? this.sheetOf(this.repeated(this.highlights)) : null,
      hostRow: (row) => rows?.[row] ?? row,
      personsAt: (hostRow) => {
        const persons = columns.get('person')!;
        const code = persons.code(hostRow);
        return { code, values: persons.originalsOf(code) };
      },
    };
  }

  /** The host's row for each row of the sheet. */
  private repeated(weights: Numbers | null): Int32Array {
    if (weights === null) return Int32Array.from({ length: this.rowCount }, (_, row) => row);
    const rows = new Int32Array(weights.sum());
    let at = 0;
    for (let row = 0; row < this.rowCount; row++) for (let n = weights.at(row); n > 0; n--) rows[at++] = row;
    return rows;
  }

  private sheetOf(rows: Int32Array | null): Sheet {
    const columns = new Map<RegisterField, CodedColumn>();
    for (const [field, coded] of this.columns) columns.set(field, coded.finish(rows));
    if (this.isGrouped) {
      columns.set('date', this.ends.finish(endsOf(rows!)));
      columns.set('number', runningNumbers(rows!.length));
    }
    const ages = columns.get('age');
    const dates = columns.get('date');
    if (ages && dates) columns.set('age', agesOf(ages, dates));
    return {
      rowCount: (rows?.length ?? this.rowCount) + 1,
      columns: [...columns.values()],
      dateSystem: 1900,
    };
  }

  private takeEnds(
    first: FieldColumn | undefined,
    last: FieldColumn | undefined,
    from: number,
    to: number,
  ): void {
    const pairs: PrimitiveValue[] = [];
    for (let i = from; i < to; i++) {
      const start = first?.values[i] ?? null;
      pairs.push(start, last?.values[i] ?? start);
    }
    this.ends.add(pairs, 0, pairs.length);
  }

  private takeHighlights({ highlights, columns, rows }: Fields, from: number): void {
    if (highlights) this.hasHighlights = true;
    const own = columns.get('rows')?.highlights;
    const marked: PrimitiveValue[] = [];
    for (let i = from; i < rows; i++)
      marked.push(!highlights || isBlank(highlights[i]) ? 0 : own ? (own[i] ?? 0) : 1);
    this.highlights.add(marked, 0, marked.length, 0);
  }
}

/** Rows that a number of actualisations stands for are alike, and yet not the same. */
function runningNumbers(length: number): CodedColumn {
  const codes = Int32Array.from({ length: length + 1 }, (_, row) => row + 1);
  return {
    codes,
    size: length + 2,
    value: (code) => (code === 0 ? null : code === 1 ? 'number' : code),
    textOnly: false,
  };
}

/** The first row of each run has the first day, the last row the last; those between are nobody's to know. */
function endsOf(rows: Int32Array): Int32Array {
  const ends = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const isLast = rows[i] !== rows[i + 1] && rows[i] === rows[i - 1];
    ends[i] = 2 * rows[i]! + (isLast ? 1 : 0);
  }
  return ends;
}

function isBlank(value: PrimitiveValue | undefined): boolean {
  return value === null || value === undefined;
}

/** A combination that the host gives is there, also where its number is blank. */
const ONE_WHERE_BLANK = 1;

/** Whole numbers, one a row. */
class Numbers {
  uncounted = 0;
  private values = new Int32Array(1024);
  private length = 0;

  add(values: readonly PrimitiveValue[], from: number, to: number, blank: number): void {
    const length = this.length + to - from;
    if (length > this.values.length) {
      const longer = new Int32Array(Math.max(length, 2 * this.values.length));
      longer.set(this.values.subarray(0, this.length));
      this.values = longer;
    }
    for (let i = from; i < to; i++) this.values[this.length++] = this.read(values[i], blank);
  }

  at(row: number): number {
    return this.values[row]!;
  }

  equals(other: Numbers): boolean {
    if (this.length !== other.length || this.uncounted !== other.uncounted) return false;
    for (let row = 0; row < this.length; row++) if (this.values[row] !== other.values[row]) return false;
    return true;
  }

  sum(): number {
    let sum = 0;
    for (let i = 0; i < this.length; i++) sum += this.values[i]!;
    return sum;
  }

  some(test: (n: number) => boolean): boolean {
    for (let i = 0; i < this.length; i++) if (test(this.values[i]!)) return true;
    return false;
  }

  private read(value: PrimitiveValue | undefined, blank: number): number {
    if (value === null || value === undefined) return blank;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_ROWS)
      return value;
    this.uncounted++;
    return 1;
  }
}
