/** What the sample register is beside its figures: made-up persons, an orderly export, the same every time. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { csvChunks, sampleRegister, type SampleRow } from 'isu-sample-register';

const SEEDS = [1, 2, 3, 2022, 679, -1];

/** Luhn's rule as Skatteverket describes it (SKV 704): weights 2 and 1 in turn, digits summed, a multiple of ten. */
function hasRightCheckDigit(person: string): boolean {
  const digits = person.replace('-', '').slice(2);
  const products = [...digits].map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
  return [...products.join('')].reduce((sum, digit) => sum + Number(digit), 0) % 10 === 0;
}

const isoDay = (row: SampleRow) => new Date(row.day * 86_400_000).toISOString().slice(0, 10);
const sha256 = (chunks: Iterable<Uint8Array>) => {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

describe.each(SEEDS)('the made-up persons of seed %s', (seed) => {
  const { rows } = sampleRegister({ seed });
  const persons = [...new Set(rows.map((row) => row.person))];

  it('are 679, each with a personnummer of Skatteverket’s test series', () => {
    expect(persons).toHaveLength(679);
    for (const person of persons) {
      expect(person).toMatch(/^(19[0-8]\d{5}-98|(199|200)\d{5}-23[89])/);
      const birth = `${person.slice(0, 4)}-${person.slice(4, 6)}-${person.slice(6, 8)}`;
      expect(new Date(birth).toISOString().slice(0, 10)).toBe(birth);
    }
  });

  it('have right check digits', () => {
    expect(hasRightCheckDigit('19811218-9876')).toBe(true);
    expect(hasRightCheckDigit('19811218-9875')).toBe(false);
    expect(persons.filter((person) => !hasRightCheckDigit(person))).toEqual([]);
  });

  it('are adults at every actualisation, and none is past 85', () => {
    for (const row of rows) {
      const birth = row.person.slice(0, 8);
      const day = Number(isoDay(row).replaceAll('-', ''));
      expect(day - Number(birth)).toBeGreaterThanOrEqual(18_0000);
      expect(day - Number(birth)).toBeLessThan(86_0000);
    }
  });
});

describe('the export', () => {
  const { header, rows } = sampleRegister();

  it('has the columns that Bilaga 1 names', () => {
    expect(header).toEqual([
      'Personnummer',
      'Aktualiseringsnummer',
      'Aktualiseringsdatum',
      'Aktualiseringsorsak',
      'Aktualiseringstyp',
      'Aktualiserande part',
      'Organisation',
      'Beslut att inleda utredning',
    ]);
  });

  it('is in date order within the period, numbered in that order', () => {
    expect(isoDay(rows[0]!) >= '2017-01-01').toBe(true);
    expect(isoDay(rows.at(-1)!) <= '2022-06-30').toBe(true);
    rows.forEach((row, i) => {
      expect(row.number).toBe(100_001 + i);
      if (i > 0) expect(row.day).toBeGreaterThanOrEqual(rows[i - 1]!.day);
    });
  });

  it('says that LOB comes from the police, and an application from the person', () => {
    for (const { type, referrer } of rows) {
      expect(['Ansökan', 'Anmälan', 'Anmälan LOB']).toContain(type);
      if (type === 'Anmälan LOB') expect(referrer).toBe('Polisen');
      expect(referrer === 'Den enskilde').toBe(type === 'Ansökan');
    }
  });

  it('is spread over the years about as Bilaga 4 tabell 1 (611 to 668 a year, 2018–2021)', () => {
    for (const year of ['2017', '2018', '2019', '2020', '2021']) {
      const inYear = rows.filter((row) => isoDay(row).startsWith(year)).length;
      expect(inYear, year).toBeGreaterThan(520);
      expect(inYear, year).toBeLessThan(760);
    }
  });

  it('is the same every time, and another with another seed', () => {
    const first = sha256(csvChunks(sampleRegister()));
    expect(first).toBe('043890b21743c25d4b84adac892637e1375390da1088801de121cf58e29f9cf2');
    expect(sha256(csvChunks(sampleRegister({ seed: 1 })))).toBe(first);
    expect(sha256(csvChunks(sampleRegister({ seed: 2 })))).not.toBe(first);
  });

  it('is CSV for Swedish Excel: byte order mark, semicolons, CRLF, nothing that needs quotes', () => {
    const csv = Buffer.concat([...csvChunks(sampleRegister())]);
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = csv.toString('utf8').split('\r\n');
    expect(lines).toHaveLength(3467);
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(0, -1)) {
      expect(line.split(';')).toHaveLength(8);
      expect(line).not.toMatch(/["\n]/);
    }
  });
});
