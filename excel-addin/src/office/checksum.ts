/**
 * A checksum of a sheet's cells, by which we know whether somebody has changed what we wrote. Empty cells count for
 * nothing, and numbers count with twelve digits, since Excel need not give back the last ones.
 */
export class Checksum {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;

  cell(row: number, column: number, value: string | number | boolean | null): void {
    if (value === null || value === '') return;
    this.add(row);
    this.add(column);
    if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= EXACT) this.add(value);
    else this.addText(typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value));
    this.add(typeof value === 'number' ? NUMBER : typeof value === 'boolean' ? BOOLEAN : TEXT);
  }

  digest(): string {
    return hex(this.a) + hex(this.b);
  }

  private addText(text: string): void {
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

  /** Two 32-bit runs after FNV-1a that multiply by different primes. */
  private add(unit: number): void {
    this.a = Math.imul(this.a ^ unit, 0x01000193);
    this.b = Math.imul(this.b ^ unit ^ (this.b >>> 15), 0x85ebca6b);
  }
}

/** Whole numbers that 32 bits hold are taken as they are, which is quick. */
const EXACT = 0x7fffffff;

const NUMBER = -1;
const BOOLEAN = -2;
const TEXT = -3;

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
