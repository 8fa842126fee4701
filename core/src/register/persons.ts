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
import { rowsByCode, type CodedColumn } from './sheet.ts';

/** Keys as data that can be handed to another thread. */
export interface PersonKeys {
  /** By person: the twelve digits of a personnummer, or 0 where the key is a text. */
  readonly digits: Float64Array;
  readonly texts: ReadonlyMap<number, string>;
}

/** A person's key as text: twelve digits of a personnummer, or the opaque key as written. */
export function keyIn({ digits, texts }: PersonKeys): (person: number) => string {
  return (person) => {
    const twelve = digits[person]!;
    if (twelve === 0) return texts.get(person)!;
    // Small numbers are made into text twice as fast.
    const high = Math.floor(twelve / 1e6);
    return String(high).padStart(6, '0') + String(twelve - high * 1e6).padStart(6, '0');
  };
}

/** Persons sorted by key. */
export interface Persons {
  readonly size: number;
  readonly keys: PersonKeys;
  /** Of `keys`. */
  readonly key: (person: number) => string;
  /** Read as personnummer, in whatever notation; otherwise keys are opaque and compared exactly. */
  readonly arePersonnummer: boolean;
}

const KIND = { absent: 0, full: 1, short: 2, centenarian: 3, unidentified: 4, opaque: 5 } as const;

export class PersonReader {
  private readonly column: CodedColumn;
  private isPersonnummerColumn = false;
  /** By code of the column. */
  private readonly kind: Uint8Array;
  private readonly digits: Float64Array;
  private readonly wrongCheckDigit: Uint8Array;
  /** By code: how many rows of data hold it. */
  private readonly rows: Int32Array;
  /** By code: the person's number; for ten digits, of the row last asked for, as its date can change the century. */
  private readonly numberOfCode: Int32Array;
  private readonly numberOfDigits = new DigitTable();
  private readonly numberOfText = new Map<string, number>();
  /** By person: twelve digits, or 0 with the text in `texts`. */
  private readonly twelve: number[] = [];
  private readonly texts = new Map<number, string>();

  constructor(column: CodedColumn, from: number) {
    this.column = column;
    this.kind = new Uint8Array(column.size);
    this.digits = new Float64Array(column.size);
    this.wrongCheckDigit = new Uint8Array(column.size);
    this.rows = rowsByCode(column, from);
    this.numberOfCode = new Int32Array(column.size).fill(-1);
    this.readKinds();
    this.numberCodes();
  }

  private readKinds(): void {
    const { size, value } = this.column;
    const { rows } = this;
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

  /** Ten digits get their person row by row. */
  private numberCodes(): void {
    const { kind, numberOfCode, rows } = this;
    for (let code = 1; code < kind.length; code++) {
      if (rows[code] === 0) continue;
      if (kind[code] === KIND.full) numberOfCode[code] = this.personOfDigits(this.digits[code]!);
      else if (kind[code] === KIND.opaque)
        numberOfCode[code] = this.personOfText(String(this.column.value(code)));
    }
  }

  /** Share of the filled rows whose person has the form that the column has, 0–1. */
  fit(): number {
    let filled = 0;
    let odd = 0;
    for (let code = 1; code < this.rows.length; code++) {
      filled += this.rows[code]!;
      if (this.isOdd(code)) odd += this.rows[code]!;
    }
    return filled === 0 ? 1 : (filled - odd) / filled;
  }

  /** Whether there is anything to say of the cell: most have the right form and check digit. */
  isRemarkable(code: number): boolean {
    return this.wrongCheckDigit[code] !== 0 || this.isOdd(code);
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
    return this.numberOfCode[code]!;
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
      this.texts.set(person, text);
    }
    return person;
  }

  /** By person: birth date as yyyymmdd; 0 where the key does not tell. */
  birthDates(): Int32Array {
    const births = new Int32Array(this.twelve.length);
    for (const [p, digits] of this.twelve.entries()) if (digits !== 0) births[p] = birthDateOf(digits);
    return births;
  }

  /** By person and by `SEX` of the register: 0 unknown, 1 man, 2 woman. */
  sexes(): Uint8Array {
    const sexes = new Uint8Array(this.twelve.length);
    for (const [p, digits] of this.twelve.entries()) if (digits !== 0) sexes[p] = isMan(digits) ? 1 : 2;
    return sexes;
  }

  /** Renumbers the persons that have a row so that they are sorted by key. */
  sorted(person: Int32Array): { index: Int32Array; persons: Persons } {
    const present = new Uint8Array(this.twelve.length);
    for (let i = 0; i < person.length; i++) present[person[i]!] = 1;
    const order = this.inOrder(present);
    const rank = new Int32Array(present.length);
    for (let at = 0; at < order.length; at++) rank[order[at]!] = at;
    const index = new Int32Array(person.length);
    for (let i = 0; i < index.length; i++) index[i] = rank[person[i]!]!;
    const keys = this.keysOf(order);
    const arePersonnummer = this.isPersonnummerColumn;
    return { index, persons: { size: order.length, keys, key: keyIn(keys), arePersonnummer } };
  }

  private keysOf(order: ArrayLike<number>): PersonKeys {
    const digits = new Float64Array(order.length);
    const texts = new Map<number, string>();
    for (let at = 0; at < order.length; at++) {
      const person = order[at]!;
      digits[at] = this.twelve[person]!;
      if (digits[at] === 0) texts.set(at, this.texts.get(person)!);
    }
    return { digits, texts };
  }

  private inOrder(present: Uint8Array): ArrayLike<number> {
    const { twelve } = this;
    const numbers = new Int32Array(present.length);
    const digits = new Float64Array(present.length);
    const withText: number[] = [];
    let size = 0;
    for (let p = 0; p < present.length; p++) {
      if (present[p] === 0) continue;
      if (twelve[p] === 0) withText.push(p);
      else {
        digits[size] = twelve[p]!;
        numbers[size++] = p;
      }
    }
    const byNumber = orderOfDigits(digits.subarray(0, size));
    for (let at = 0; at < size; at++) byNumber[at] = numbers[byNumber[at]!]!;
    if (withText.length === 0) return byNumber;
    const order = [...byNumber, ...withText];
    const key = keyIn({ digits: Float64Array.from(twelve), texts: this.texts });
    const keys = new Map(order.map((p) => [p, key(p)]));
    return order.sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
  }
}

/** Where the numbers of up to twelve digits stand in rising order: sorted by ten bits at a time, the lowest first. */
function orderOfDigits(digits: Float64Array): Int32Array {
  const size = digits.length;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  let order = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    high[i] = Math.floor(digits[i]! / 1e6);
    low[i] = digits[i]! - high[i]! * 1e6;
    order[i] = i;
  }
  for (const [half, shift] of [
    [low, 0],
    [low, 10],
    [high, 0],
    [high, 10],
  ] as const) {
    const starts = new Int32Array(1025);
    for (let i = 0; i < size; i++) starts[((half[i]! >> shift) & 1023) + 1]!++;
    for (let bits = 0; bits < 1024; bits++) starts[bits + 1]! += starts[bits]!;
    const next = new Int32Array(size);
    for (let i = 0; i < size; i++) next[starts[(half[order[i]!]! >> shift) & 1023]!++] = order[i]!;
    order = next;
  }
  return order;
}

/** A running number can look like a personnummer that lost its zeros: only a right check digit speaks for the latter. */
export function hasTheForm(reading: PersonnummerReading): boolean {
  if (reading.kind === 'short' && reading.zerosLost) return reading.rightCheckDigit;
  return reading.kind !== 'other';
}
