import { describe, expect, it } from 'vitest';
import { isUtf8 } from '../src/csv/encoding.ts';
import { CsvReader, readCsv } from '../src/csv/reader.ts';
import { bytesOf, rowsRead, type TextEncoding } from './csv-sheets.ts';

const TEXT = 'Namn;Anmälare\nÅsa Öberg;Socialtjänsten – ”ex officio”\nZoë;Övrig hälso- och sjukvård, 5 €\n';
const ROWS = TEXT.trimEnd()
  .split('\n')
  .map((line) => line.split(';'));

describe('the encoding of a CSV file', () => {
  it.each<TextEncoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'is found by itself: %s',
    (encoding) => {
      expect(rowsRead(readCsv(bytesOf(TEXT, encoding)))).toEqual(ROWS);
    },
  );

  it('is found from the whole file: one letter in the last of many rows tells', () => {
    const text = `a;b\n${'1;Polisen\n'.repeat(20_000)}2;Anhörig`;
    expect(rowsRead(readCsv(bytesOf(text, 'windows-1252'))).at(-1)).toEqual(['2', 'Anhörig']);
    expect(rowsRead(readCsv(bytesOf(text, 'utf-8'))).at(-1)).toEqual(['2', 'Anhörig']);
  });

  it.each([
    ['windows-1252', 'Ã¥'],
    ['latin1', 'Ã¥'],
    ['ISO-8859-1', 'Ã¥'],
    [' UTF-8 ', 'å'],
  ])('is %s when that is asked for', (encoding, cell) => {
    expect(rowsRead(readCsv(bytesOf('å'), { encoding }))).toEqual([[cell]]);
  });

  it('as asked for leaves the mark of UTF-8 out, but not two letters that would mark UTF-16', () => {
    const encoding = 'windows-1252';
    expect(rowsRead(readCsv(bytesOf('å', 'utf-8-bom'), { encoding }))).toEqual([['Ã¥']]);
    expect(rowsRead(readCsv(Uint8Array.of(0xff, 0xfe, 0x41), { encoding }))).toEqual([['ÿþA']]);
  });

  it('may be UTF-16 in pieces that end within a character', () => {
    const rows = Array.from({ length: 9000 }, (_, i) => [String(i), '𝄞å']);
    const bytes = bytesOf(rows.map((row) => row.join(';')).join('\n'), 'utf-16be');
    const reader = new CsvReader();
    for (let at = 0; at < bytes.length; at += 1001) reader.push(bytes.subarray(at, at + 1001));
    expect(rowsRead(reader.finish())).toEqual(rows);
  });

  it('can be asked to be UTF-16 without a mark', () => {
    const bytes = bytesOf('å;ä', 'utf-16le').subarray(2);
    expect(rowsRead(readCsv(bytes, { encoding: 'utf-16le' }))).toEqual([['å', 'ä']]);
    expect(readCsv(bytes)).toMatchObject({ ok: false, problem: { code: 'nul-bytes' } });
  });

  it('shows what is not UTF-8 in a file marked as such, and takes two such spellings as one value', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xe5, 0x0a, 0x41, 0xe4, 0x0a, 0xc3, 0xa5, 0x0a);
    const sheet = readCsv(bytes);
    expect(rowsRead(sheet)).toEqual([['A\uFFFD'], ['A\uFFFD'], ['å']]);
    expect(sheet.ok && sheet.value.columns[0]!.size).toBe(3);
  });

  it('keeps text beyond the basic plane, and many values, apart', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `${i % 3 === 0 ? '𝄞' : 'ä'}${String(i)}€`);
    expect(rowsRead(readCsv(bytesOf(cells.join('\n')))).flat()).toEqual(cells);
  });
});

describe('UTF-8', () => {
  // The bytes at the borders of what may lead and follow in a character.
  const borders = [
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
    0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
  ];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decodes = (bytes: Uint8Array) => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };

  it('is what TextDecoder takes for UTF-8, for all combinations of bytes at the borders', () => {
    const wrong: number[][] = [];
    for (const lead of borders)
      for (const second of borders)
        for (const third of borders)
          for (const fourth of lead >= 0xf0 ? [0x7f, 0x80, 0xbf, 0xc0] : [0x41]) {
            for (const length of [2, 3, 4]) {
              const bytes = [lead, second, third, fourth].slice(0, length);
              // What follows belongs to the next cell, and may not complete the last character of this one.
              const said = isUtf8(Uint8Array.of(...bytes, 0x80, 0x80, 0x80), 0, length);
              if (said !== decodes(Uint8Array.from(bytes))) wrong.push(bytes);
            }
          }
    expect(wrong).toEqual([]);
  });
});
