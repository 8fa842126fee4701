/** `isu key`, and codes in place of persons. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isu, workFolder } from './command.ts';
import { resultOf } from './result.ts';

const folder = workFolder();
const GOOD = folder.write(
  'good.csv',
  'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n20170101-2393;2021-02-03\n',
);

describe('isu key', () => {
  it('makes a key, shows it once, and keeps it in a file for its owner alone', async () => {
    const { code, out, error } = await isu(['key', folder.at('new.txt')]);
    expect([code, error]).toEqual([0, '']);
    const text = readFileSync(folder.at('new.txt'), 'utf8');
    expect(text).toMatch(/^[\da-f]{64}$/m);
    expect(out).toContain(text);
    expect(out).toContain('Förvara filen skild från resultaten');
    if (process.platform !== 'win32') expect(statSync(folder.at('new.txt')).mode & 0o777).toBe(0o600);
  });

  it('makes another key each time', async () => {
    const keys = await Promise.all(['a.txt', 'b.txt'].map((name) => isu(['key', folder.at(name)])));
    expect(keys[0]!.out).not.toBe(keys[1]!.out);
  });

  it('never writes over a file', async () => {
    const older = folder.write('older.txt', 'older');
    for (const [language, sentence] of [
      ['sv', /finns redan och skrivs inte över.*Ange ett nytt namn\.\n$/],
      ['en', /exists already and is not written over.*Give a new name\.\n$/],
    ] as const) {
      const { code, out, error } = await isu(['key', older, '--lang', language]);
      expect([code, out]).toEqual([2, '']);
      expect(error).toMatch(sentence);
    }
    expect(readFileSync(older, 'utf8')).toBe('older');
  });
});

describe('pseudonymKeyFile', () => {
  const settings = (name: string, keyFile: string) =>
    folder.write(name, JSON.stringify({ pseudonymKeyFile: keyFile, asOf: '2026-11-22' }));
  // 00 01 02 … 1f: the key of the examples in core, whose code for 201701012393 another program has made.
  const KEY = Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, '0')).join('');

  it('gives codes in place of persons in every result, the same every time', async () => {
    folder.write('key.txt', KEY);
    const args = ['analyse', GOOD, '--settings', settings('coded.json', 'key.txt')];
    const json = await isu([...args, '--json', '-']);
    expect(resultOf(json.out).persons?.map(({ person }) => person)).toContain('RZQA-J7QD-23CJ-2Q4D');
    expect((await isu([...args, '--json', '-'])).out).toBe(json.out);
    for (const out of [json.out, (await isu(args)).out])
      expect(out).not.toMatch(/19811218-?9876|20170101-?2393/);
  });

  it('counts from the folder of the settings, wherever the command is run', async () => {
    mkdirSync(folder.at('elsewhere'));
    folder.write('elsewhere/key.txt', KEY);
    const file = settings('elsewhere/coded.json', 'key.txt');
    const run = await isu(['analyse', GOOD, '--settings', file, '--json', '-'], {
      cwd: join(folder.path, '..'),
    });
    expect(run.out).toContain('RZQA-J7QD-23CJ-2Q4D');
  });

  it('is not written over by a result', async () => {
    const key = folder.write('kept.txt', KEY);
    const args = ['analyse', GOOD, '--settings', settings('kept.json', 'kept.txt'), '--json', key];
    const { code, error } = await isu(args);
    expect([code, error]).toEqual([2, expect.stringMatching(/kept\.txt.*skriva över den/)]);
    expect(readFileSync(key, 'utf8')).toBe(KEY);
  });
});
