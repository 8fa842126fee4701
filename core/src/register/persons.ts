/**
 * The persons of a register. A column whose values mostly are personnummer is read as personnummer; otherwise its
 * values are opaque keys, compared exactly.
 */
import { DigitTable } from './digit-table.ts';
import {
  birthDateOf,
  isMan,
  readPersonnummer,
  withCentury,
  type PersonnummerReading,
} from './personnummer.ts';
import type { CodedColumn } from './sheet.ts';

/** Persons sorted by key. */
export interface Persons {
  readonly size: number;
  /** Twelve digits of a personnummer, or the opaque key as written. */
  readonly key: (index: number) => string;
}

const KIND = { absent: 0, full: 1, short: 2, centenarian: 3, unidentified: 4, opaque: 5 } as const;

export class PersonReader {
  private readonly column: CodedColumn;
  private isPersonnummerColumn = false;
  /** By code of the column. */
  private readonly kind: Uint8Array;
  private readonly digits: Float64Array;
  private readonly wrongCheckDigit: Uint8Array;
  /** By code: the person's number, or up to three of them for ten digits of different centuries. */
  private readonly numberOfCode: Int32Array;
  private readonly numberOfDigits = new DigitTable();
  private readonly numberOfText = new Map<string, number>();
  /** By person: twelve digits, or 0 with the text in `texts`. */
  private readonly twelve: number[] = [];
  private readonly texts: (string | undefined)[] = [];

  constructor(column: CodedColumn, from: number) {
    this.column = column;
    this.kind = new Uint8Array(column.size);
    this.digits = new Float64Array(column.size);
    this.wrongCheckDigit = new Uint8Array(column.size);
    this.numberOfCode = new Int32Array(column.size).fill(-1);
    this.readKinds(from);
  }

  private readKinds(from: number): void {
    const { codes, size, value } = this.column;
    const rows = new Int32Array(size);
    for (let i = from; i < codes.length; i++) rows[codes[i]!]!++;
    let filled = 0;
    let ofThatForm = 0;
    for (let code = 1; code < size; code++) {
      if (rows[code] === 0) continue;
      filled += rows[code]!;
      const reading = readPersonnummer(value(code));
      if (hasTheForm(reading)) ofThatForm += rows[code]!;
      switch (reading.kind) {
        case 'full':
        case 'short':
          this.kind[code] =
            reading.kind === 'full' ? KIND.full : reading.centenarian ? KIND.centenarian : KIND.short;
          this.digits[code] = reading.digits;
          this.wrongCheckDigit[code] = reading.rightCheckDigit ? 0 : 1;
          break;
        case 'unidentified':
          this.kind[code] = KIND.unidentified;
          break;
        case 'other':
          this.kind[code] = KIND.opaque;
      }
    }
    this.isPersonnummerColumn = ofThatForm * 2 > filled;
    if (this.isPersonnummerColumn) return;
    this.kind.fill(KIND.opaque, 1);
    this.wrongCheckDigit.fill(0);
  }

  /** A key of another form in a column of personnummer: a slip of the pen, or a person without one. */
  isOdd(code: number): boolean {
    return this.isPersonnummerColumn && this.kind[code] === KIND.opaque;
  }

  isUnidentified(code: number): boolean {
    return this.kind[code] === KIND.unidentified;
  }

  hasRightCheckDigit(code: number): boolean {
    return this.wrongCheckDigit[code] === 0;
  }

  /** The person of a cell in a row of that date (as yyyymmdd). */
  personAt(code: number, rowDate: number): number {
    const kind = this.kind[code]!;
    if (kind === KIND.short || kind === KIND.centenarian) return this.shortPerson(code, kind, rowDate);
    let person = this.numberOfCode[code]!;
    if (person < 0) {
      person =
        kind === KIND.full
          ? this.personOfDigits(this.digits[code]!)
          : this.personOfText(String(this.column.value(code)));
      this.numberOfCode[code] = person;
    }
    return person;
  }

  private shortPerson(code: number, kind: number, rowDate: number): number {
    const twelve = withCentury(this.digits[code]!, kind === KIND.centenarian, rowDate);
    const known = this.numberOfCode[code]!;
    if (known >= 0 && this.twelve[known] === twelve) return known;
    const person = this.personOfDigits(twelve);
    this.numberOfCode[code] = person;
    return person;
  }

  private personOfDigits(digits: number): number {
    const known = this.numberOfDigits.find(digits);
    if (known >= 0) return known;
    const person = this.twelve.length;
    this.numberOfDigits.add(digits, person);
    this.twelve.push(digits);
    return person;
  }

  private personOfText(text: string): number {
    let person = this.numberOfText.get(text);
    if (person === undefined) {
      person = this.twelve.length;
      this.numberOfText.set(text, person);
      this.twelve.push(0);
      this.texts[person] = text;
    }
    return person;
  }

  /** By person: birth date as yyyymmdd; 0 where the key does not tell. */
  birthDates(): Int32Array {
    return Int32Array.from(this.twelve, (digits) => (digits === 0 ? 0 : birthDateOf(digits)));
  }

  /** By person and by `SEX` of the register: 0 unknown, 1 man, 2 woman. */
  sexes(): Uint8Array {
    return Uint8Array.from(this.twelve, (digits) => (digits === 0 ? 0 : isMan(digits) ? 1 : 2));
  }

  /** Renumbers the persons that have a row so that they are sorted by key. */
  sorted(person: Int32Array): { index: Int32Array; persons: Persons } {
    const present = new Uint8Array(this.twelve.length);
    for (let i = 0; i < person.length; i++) present[person[i]!] = 1;
    const numbers: number[] = [];
    const withText: number[] = [];
    for (let p = 0; p < present.length; p++)
      if (present[p]) (this.twelve[p] === 0 ? withText : numbers).push(p);
    const keys = this.sortedKeys(numbers, withText);
    const rank = new Int32Array(present.length);
    keys.order.forEach((p, at) => (rank[p] = at));
    return {
      index: person.map((p) => rank[p]!),
      persons: { size: keys.order.length, key: (at) => keys.key(keys.order[at]!) },
    };
  }

  private sortedKeys(numbers: number[], withText: number[]) {
    const key = (p: number) => this.texts[p] ?? String(this.twelve[p]).padStart(12, '0');
    // Every number is one person's, so sorting the numbers themselves sorts the persons, and natively.
    const sorted = Float64Array.from(numbers, (p) => this.twelve[p]!).sort();
    const byNumber = Array.from(sorted, (digits) => this.numberOfDigits.find(digits));
    if (withText.length === 0) return { order: byNumber, key };
    const order = [...byNumber, ...withText];
    const texts = new Map(order.map((p) => [p, key(p)]));
    const compare = (a: number, b: number) => (texts.get(a)! < texts.get(b)! ? -1 : 1);
    return { order: order.sort(compare), key };
  }
}

/** A running number can look like a personnummer that lost its zeros: only a right check digit speaks for the latter. */
function hasTheForm(reading: PersonnummerReading): boolean {
  if (reading.kind === 'short' && reading.zerosLost) return reading.rightCheckDigit;
  return reading.kind !== 'other';
}
