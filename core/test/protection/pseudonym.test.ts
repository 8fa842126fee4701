/** Codes against those of Python's hmac (fixtures/make-pseudonyms.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { pseudonyms } from '../../src/protection/pseudonym.ts';
import { makePseudonymKey, parsePseudonymKey } from '../../src/protection/pseudonym-key.ts';

interface Case {
  readonly key: string;
  readonly persons: readonly string[];
  readonly codes: readonly string[];
}
const cases = JSON.parse(
  readFileSync(new URL('fixtures/pseudonyms.json', import.meta.url), 'utf8'),
) as readonly Case[];

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const counting = Uint8Array.from({ length: 32 }, (_, i) => i);

describe('a pseudonym', () => {
  it.each(cases)('is what Python makes of the same person and key', async ({ key, persons, codes }) => {
    expect(await pseudonyms(persons, bytesOf(key))).toEqual(codes);
  });

  it('is the same whoever else is coded with the person', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `person ${i}`);
    const codes = await pseudonyms(many, counting);
    expect(new Set(codes).size).toBe(3000);
    expect(await pseudonyms(['person 2999'], counting)).toEqual([codes[2999]]);
  });

  it('is sixteen characters in four groups, none of them I, L, O or U', async () => {
    const codes = await pseudonyms(Array.from({ length: 500 }, (_, i) => `${i}`), counting); // prettier-ignore
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  it('is another with another key', async () => {
    const other = counting.map((byte) => byte ^ 1);
    expect(await pseudonyms(['199001012386'], other)).not.toEqual(
      await pseudonyms(['199001012386'], counting),
    );
  });

  it('needs a whole key', async () => {
    await expect(pseudonyms(['a'], new Uint8Array(0))).rejects.toThrow(new RangeError('A key of no bytes.'));
  });

  it('says what is wrong where the browser gives no WebCrypto', async () => {
    vi.stubGlobal('crypto', {});
    await expect(pseudonyms(['a'], counting)).rejects.toThrow('https');
    vi.unstubAllGlobals();
  });
});

describe('a key file', () => {
  const written = () => makePseudonymKey(counting);

  it('says in Swedish and English what it is, and that it leads from code to person', () => {
    expect(written().split('\n')).toEqual([
      'ISU-nyckel 1',
      '# Nyckel till pseudonymer. Den som har nyckeln kan ta reda på vilken person en kod står för.',
      '# Förvara den skild från resultaten och lämna inte ut den. Samma nyckel ger samma koder även nästa år.',
      '# Key to pseudonyms. Whoever has it can find out which person a code stands for.',
      '# Keep it apart from the results and do not hand it out. The same key gives the same codes next year too.',
      '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
      '',
    ]);
  });

  it('gives back its key', () => {
    expect(parsePseudonymKey(written())).toEqual({ ok: true, value: counting });
  });

  it('gives back its key after a round in Windows Notepad and an e-mail', () => {
    const edited = `\uFEFF${written().replaceAll('\n', '\r\n').toUpperCase()}`.replace(
      '08090A',
      '08\r\n\r\n  09 0A',
    );
    expect(parsePseudonymKey(edited)).toEqual({ ok: true, value: counting });
  });

  it.each([
    ['not-a-key-file', 'an empty file', ''],
    ['not-a-key-file', 'the register itself', 'Personnr;Inkom\n201701012393;2017-01-05\n'],
    ['not-a-key-file', 'a title without a version', written().replace('ISU-nyckel 1', 'ISU-nyckel')],
    ['key-file-version', 'the key of a later version', written().replace('ISU-nyckel 1', 'ISU-nyckel 2')],
    ['key-character', 'an O for a 0', written().replace('0001', 'O001')],
    ['key-length', 'a key cut short', written().slice(0, -5)],
    ['key-length', 'a key with something after it', `${written()}00\n`],
    ['key-length', 'no key at all', 'ISU-nyckel 1\n'],
  ])('%s: %s', (code, _, wrong) => {
    const outcome = parsePseudonymKey(wrong);
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    [
      'Det här är ingen nyckelfil: första raden ska vara ”ISU-nyckel 1”. Välj filen som skapades när nyckeln gjordes.',
      'This is not a key file: its first line must be “ISU-nyckel 1”. Choose the file that was written when the key was made.',
      'Personnr;Inkom\n201701012393;2017-01-05\n',
    ],
    [
      'Nyckelfilen har version 12, men den här programversionen läser bara version 1. Uppdatera programmet.',
      'The key file has version 12, but this version of the product reads version 1 only. Update the product.',
      written().replace('ISU-nyckel 1', 'ISU-nyckel  12'),
    ],
    [
      'Rad 6 i nyckelfilen har tecknet ”O”; en nyckel har bara 0–9 och a–f. Hämta filen från säkerhetskopian.',
      'Line 6 of the key file has the character “O”; a key has only 0–9 and a–f. Take the file from the backup.',
      written().replace('0001', 'O001'),
    ],
    [
      'Nyckeln i nyckelfilen har 62 tecken; den ska ha 64. Hämta filen från säkerhetskopian.',
      'The key in the key file has 62 characters; it must have 64. Take the file from the backup.',
      written().replace('0001', '00'),
    ],
  ])('says in whole sentences: %s', (sv, en, wrong) => {
    expect(parsePseudonymKey(wrong)).toMatchObject({ ok: false, problem: { sv, en } });
  });

  it('is known by its title at the start of its first line alone', () => {
    for (const title of ['En ISU-nyckel 1', 'ISU-nyckel 1 eller 2', 'ISU-nyckel1'])
      expect(parsePseudonymKey(written().replace('ISU-nyckel 1', title))).toMatchObject({
        problem: { code: 'not-a-key-file' },
      });
  });

  it('may have lines ended as on an old Mac, and marks of its byte order among its spaces', () => {
    expect(parsePseudonymKey(written().replaceAll('\n', '\r'))).toEqual({ ok: true, value: counting });
    expect(parsePseudonymKey(written().replace('0001', '\uFEFF0001'))).toEqual({ ok: true, value: counting });
    expect(parsePseudonymKey(written().replace('ISU', ' \uFEFFISU'))).toEqual({ ok: true, value: counting });
  });

  it('says on which line a wrong character stands, but not what the key is', () => {
    const outcome = parsePseudonymKey(written().replace('0001', 'O001'));
    if (outcome.ok) throw new Error('the key was read');
    expect(outcome.problem.sv).toContain('Rad 6');
    expect(outcome.problem.en).toContain('Line 6');
    expect(outcome.problem.sv + outcome.problem.en).not.toContain('0203');
  });

  it('is not made of too few bytes, or of bytes that nobody drew', () => {
    expect(() => makePseudonymKey(counting.slice(1))).toThrow(new RangeError('A key of 31 bytes, not 32.'));
    expect(() => makePseudonymKey(new Uint8Array(32))).toThrow(
      new RangeError('A key of one byte repeated is not random.'),
    );
  });
});

describe('a key of the user’s own', () => {
  it('is one line of at least 16 characters, read as it is written', () => {
    const key = parsePseudonymKey('  korrekt häst batteri häftapparat \n');
    expect(key.ok && new TextDecoder().decode(key.value)).toBe('korrekt häst batteri häftapparat');
  });

  it('is the bytes it stands for when it is 64 hexadecimal digits', () => {
    const key = parsePseudonymKey('0F'.repeat(32));
    expect(key.ok && [...key.value]).toEqual(Array<number>(32).fill(15));
    for (const own of ['0F'.repeat(31), `${'0F'.repeat(31)}0G`, `G${'0F'.repeat(31)}0`, '0F'.repeat(33)]) {
      const read = parsePseudonymKey(own);
      expect(read.ok && new TextDecoder().decode(read.value)).toBe(own);
    }
  });

  it('is refused when it is short enough to guess, or more than one line', () => {
    expect(parsePseudonymKey('hemligt').ok).toBe(false);
    expect(parsePseudonymKey('femton tecken ..').ok).toBe(true);
    expect(parsePseudonymKey('femton tecken .').ok).toBe(false);
    expect(parsePseudonymKey('Personnummer;Datum;Typ\n19811218-9876;2020-01-01;LOB').ok).toBe(false);
  });
});
