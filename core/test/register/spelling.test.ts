/** Words as exports spell them, by hand: letters lost on the way, letters read in the wrong character set, lines broken. */
import { describe, expect, it } from 'vitest';
import { fold, foldBare, inLine, nearest, Spellings } from '../../src/register/spelling.ts';

describe('folding', () => {
  it('keeps small letters and digits alone', () => {
    expect(fold(' Aktualiserings-Datum 2 ')).toBe('aktualiseringsdatum2');
    expect(fold('a\u030angest')).toBe('ångest');
    expect(fold(' – ')).toBe('');
  });

  it('marks a letter that was lost within a word or before it, by one sign or two, but no question mark after it', () => {
    for (const lost of ['Anm?lan', 'Anm??lan', 'Anm\ufffdlan', 'Anm\ufffd\ufffdlan'])
      expect(fold(lost)).toBe('anm¤lan');
    for (const lost of ['?lder', '??lder', '\ufffdlder']) expect(fold(lost)).toBe('¤lder');
    expect(fold('Inleds?')).toBe('inleds');
    expect(fold('Inleds? (?)')).toBe('inleds');
    expect(fold('Milj\ufffd')).toBe('milj¤');
  });

  it('reads UTF-8 that was taken for Windows-1252 or for Latin-1', () => {
    expect(['Ã¥', 'Ã¤', 'Ã¶', 'Ã…', 'Ã„', 'Ã–'].map(fold)).toEqual(['å', 'ä', 'ö', 'å', 'ä', 'ö']);
    expect(['Ã\u0085', 'Ã\u0084', 'Ã\u0096'].map(fold)).toEqual(['å', 'ä', 'ö']);
    expect(fold('São')).toBe('são');
  });

  it('to bare letters takes å, ä, ö and é for a, a, o and e', () => {
    expect(foldBare('Åäö idé')).toBe('aaoide');
  });
});

describe('a list of words', () => {
  const words = new Spellings([
    ['Ås', 'first'],
    ['as', 'second'],
    ['Ås', 'third'],
    ['Öl', 'öl'],
    ['Idé', 'idé'],
  ]);

  it('finds a word in its right spelling, the first of a spelling', () => {
    expect(words.find(' ÅS ')).toBe('first');
    expect(words.find('as')).toBe('first');
  });

  it('finds it with its letters lost or written out', () => {
    for (const lost of ['?s', '\ufffds', 'Aas', 'aes', 's']) expect(words.find(lost), lost).toBe('first');
    for (const lost of ['?l', 'Oel', 'l', 'ol']) expect(words.find(lost), lost).toBe('öl');
    for (const lost of ['ide', 'id', 'id\ufffd']) expect(words.find(lost), lost).toBe('idé');
  });

  it('finds nothing in nothing, and no part of a word', () => {
    for (const other of ['', ' - ', 'Åsen', 'xs', 'ooel']) expect(words.find(other), other).toBeUndefined();
  });
});

it('the nearest word takes the fewest keystrokes, the first of equally near', () => {
  expect(nearest('Personnumer', ['Datum', 'Personnummer', 'Person'])).toBe('Personnummer');
  expect(nearest('ab', ['ac', 'ad'])).toBe('ac');
  expect(nearest('ab', [])).toBeUndefined();
});

describe('a text within a sentence', () => {
  it('is in one line, with one space where it was broken', () => {
    expect(inLine('  Person-  \r\n\n  nummer \u2028 x ')).toBe('Person- nummer x');
    expect(inLine('två  mellanslag')).toBe('två  mellanslag');
  });

  it('is no longer than forty characters', () => {
    expect(inLine('x'.repeat(40))).toBe('x'.repeat(40));
    expect(inLine('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`);
    expect(inLine('x'.repeat(11), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  it('shows that there was more, also where that was far off', () => {
    expect(inLine(`x${' '.repeat(159)}`)).toBe('x');
    expect(inLine(`x${' '.repeat(160)}`)).toBe('x…');
    expect(inLine(`x${' '.repeat(160)}y`)).toBe('x…');
  });
});
