/**
 * Numbers for personnummer: each distinct key of twelve digits gets the next number, from 0. A `Map` does the same with
 * an object for each key; at a million rows this takes a quarter of its time.
 */
export class DigitTable {
  private keys = new Float64Array(1024);
  private numbers = new Int32Array(1024);
  private used = 0;

  /** The number of a key, or −1. Keys are whole and above 0. */
  find(key: number): number {
    const at = this.slotOf(key);
    return this.keys[at] === 0 ? -1 : this.numbers[at]!;
  }

  add(key: number, number: number): void {
    if (this.used * 2 >= this.keys.length) this.grow();
    const at = this.slotOf(key);
    if (this.keys[at] === 0) this.used++;
    this.keys[at] = key;
    this.numbers[at] = number;
  }

  /** The slot that holds the key, or the empty one where it would stand. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    // Both halves of the twelve digits count: births cluster by year, the last four by sex and place.
    const high = Math.floor(key / 1_000_000);
    let at = (Math.imul(high, 0x9e3779b1) ^ Math.imul(key - high * 1_000_000, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.numbers = new Int32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] === 0) continue;
      const to = this.slotOf(keys[at]!);
      this.keys[to] = keys[at]!;
      this.numbers[to] = numbers[at]!;
    }
  }
}
