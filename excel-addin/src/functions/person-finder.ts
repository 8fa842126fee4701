/** Finds a person of a lathund by what a cell says, in any notation of a personnummer. */
import { readPersonnummer, type CellValue, type Lathund, type Register } from 'isu-core';

/** `person` is the person's number in the lathund. */
export type FoundPerson =
  | { readonly kind: 'found'; readonly person: number }
  /** `either`: ten digits that in these rows stand for two persons, born a century apart. */
  | { readonly kind: 'unidentified' | 'absent' | 'either' };

const UNIDENTIFIED: FoundPerson = { kind: 'unidentified' };
const ABSENT: FoundPerson = { kind: 'absent' };
const EITHER: FoundPerson = { kind: 'either' };

export class PersonFinder {
  private readonly byKey = new Map<string, FoundPerson>();
  private readonly byTenDigits = new Map<string, FoundPerson>();
  private readonly arePersonnummer: boolean;

  constructor({ persons }: Pick<Register, 'persons'>, lathund: Pick<Lathund, 'persons' | 'key'>) {
    this.arePersonnummer = persons.arePersonnummer;
    for (let person = 0; person < lathund.persons; person++) {
      const key = lathund.key(person);
      const found: FoundPerson = { kind: 'found', person };
      this.byKey.set(key, found);
      if (!this.arePersonnummer || !/^\d{12}$/.test(key)) continue;
      const tenDigits = key.slice(2);
      this.byTenDigits.set(tenDigits, this.byTenDigits.has(tenDigits) ? EITHER : found);
    }
  }

  /** The cell is of no row, so it has no date that could tell the century of ten digits: the rows tell it. */
  find(cell: CellValue): FoundPerson {
    // Other identifiers are compared exactly, also when they look like a personnummer.
    if (!this.arePersonnummer) return this.byKey.get(String(cell)) ?? ABSENT;
    const reading = readPersonnummer(cell);
    switch (reading.kind) {
      case 'full':
        return this.byKey.get(String(reading.digits).padStart(12, '0')) ?? ABSENT;
      case 'short':
        return this.byTenDigits.get(String(reading.digits).padStart(10, '0')) ?? ABSENT;
      case 'unidentified':
        return UNIDENTIFIED;
      case 'other':
        return this.byKey.get(String(cell)) ?? ABSENT;
    }
  }
}
