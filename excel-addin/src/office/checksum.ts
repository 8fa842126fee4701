/**
 * A checksum of a sheet's cells, by which we know whether somebody has changed what we wrote. Empty cells count for
 * nothing, and numbers count with twelve digits, since Excel need not give back the last ones.
 */
export class Checksum {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;

  cell(row: number, column: number, value: unknown): void {
    if (value === null || value === undefined || value === '') return;
    this.add(`${String(row)},${String(column)},${textOf(value)}\n`);
  }

  digest(): string {
    return hex(this.a) + hex(this.b);
  }

  /** Two 32-bit FNV-1a runs that multiply by different primes. */
  private add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.a = Math.imul(this.a ^ unit, 0x01000193);
      this.b = Math.imul(this.b ^ unit ^ (this.b >>> 15), 0x85ebca6b);
    }
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return `n${String(Number(value.toPrecision(12)))}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return `t${String(value)}`;
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
