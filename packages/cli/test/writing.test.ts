/** Files that the command writes: whole or not at all, with the rights that the former had, and nothing left behind. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMAND, isu, run, workFolder } from './command.ts';

const folder = workFolder();
const GOOD = folder.write('good.csv', 'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n');
/** The command may be done before it can be broken off. */
const RETRIED = { retry: 4 };
const isPosix = process.platform !== 'win32';

describe('an older file of that name', () => {
  it.each([
    ['--out', 'older.xlsx'],
    ['--json', 'older.json'],
  ])('is replaced by %s, and nothing else is left in the folder', async (option, name) => {
    const target = folder.write(name, 'older');
    const before = folder.names();
    expect((await isu(['analyse', GOOD, option, target])).code).toBe(0);
    expect(readFileSync(target, 'utf8')).not.toBe('older');
    expect(folder.names()).toEqual(before);
  });

  it('stays as it is when the register cannot be read', async () => {
    const target = folder.write('kept.xlsx', 'older');
    const { code } = await isu(['analyse', folder.at('missing.csv'), '--out', target]);
    expect(code).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe('older');
  });

  it.skipIf(!isPosix)('gives its rights to the new one: what was private stays private', async () => {
    const target = folder.write('private.json', 'older');
    chmodSync(target, 0o600);
    expect((await isu(['analyse', GOOD, '--json', target])).code).toBe(0);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it.skipIf(!isPosix)('is replaced where a link leads to it, and the link stays', async () => {
    const target = folder.write('linked.json', 'older');
    symlinkSync(target, folder.at('link.json'));
    expect((await isu(['analyse', GOOD, '--json', folder.at('link.json')])).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toMatch(/^{/);
    expect(existsSync(folder.at('link.json'))).toBe(true);
  });

  it.skipIf(!isPosix)('is the register, by another name: it is not written over', async () => {
    symlinkSync(GOOD, folder.at('register-link.csv'));
    const { code } = await isu(['analyse', GOOD, '--json', folder.at('register-link.csv')]);
    expect(code).toBe(2);
    expect(readFileSync(GOOD, 'utf8')).toContain('19811218-9876');
  });

  it.skipIf(!isPosix)(
    'stays, and nothing half-written beside it, when the work is broken off',
    RETRIED,
    async () => {
      const place = folder.at('broken-off');
      mkdirSync(place, { recursive: true });
      const target = join(place, 'sample.csv');
      folder.write('broken-off/sample.csv', 'older');
      const child = spawn(process.execPath, [COMMAND, 'sample', '--rows', '400000', '--out', target]);
      const ended = new Promise((done) => child.on('close', (_code, signal) => done(signal)));
      // The file that only asks whether one may write there can be gone before it is looked at.
      const sizeOf = (name: string) => statSync(join(place, name), { throwIfNoEntry: false })?.size ?? 0;
      const half = () => readdirSync(place).filter((name) => name.endsWith('.tmp') && sizeOf(name) > 0);
      while (child.exitCode === null && half().length === 0) await new Promise((wait) => setTimeout(wait, 2));
      child.kill('SIGTERM');
      expect(await ended).toBe('SIGTERM');
      expect(readdirSync(place)).toEqual(['sample.csv']);
      expect(readFileSync(target, 'utf8')).toBe('older');
    },
  );
});

describe('standard output', () => {
  it.each([
    ['analyse', [GOOD, '--json', '-']],
    ['sample', ['--rows', '50000']],
  ])('of isu %s may be left by its reader, as by head: quietly', async (command, args) => {
    const child = spawn(process.execPath, [COMMAND, command, ...args]);
    const ended = new Promise((done) => child.on('close', done));
    let error = '';
    child.stderr.on('data', (piece: Buffer) => (error += piece.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    expect([await ended, error]).toEqual([0, '']);
  });

  it.skipIf(!existsSync('/dev/full'))('on a full disk is a sentence, not a result', async () => {
    for (const [language, sentence] of [
      ['sv', 'disken är full'],
      ['en', 'the disk is full'],
    ] as const) {
      const full = await run('sh', [
        '-c',
        `"$0" "$@" > /dev/full`,
        process.execPath,
        COMMAND,
        'analyse',
        GOOD,
        '--lang',
        language,
      ]);
      expect(full.code).toBe(2);
      expect(full.error).toMatch(/^[^\n]+\n$/);
      expect(full.error).toContain(sentence);
      const json = await isu(['analyse', GOOD, '--json', '/dev/full', '--lang', language]);
      expect(json.code).toBe(2);
      expect(json.error).toContain(sentence);
    }
  });

  it.skipIf(!existsSync('/dev/stdout'))('may be named as a file', async () => {
    const piped = '"$0" "$@" --json /dev/stdout | cat';
    const { out, error } = await run('sh', ['-c', piped, process.execPath, COMMAND, 'analyse', GOOD]);
    expect([out.slice(0, 1), error]).toEqual(['{', '']);
  });
});

/** Rights bind everyone but root: where the tests are run by root, the command is run by nobody (65534). */
describe('without the right', async () => {
  const someone = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const asSomeone = (...args: string[]) => isu(args, { cwd: folder.path, ...someone });
  const works = isPosix && (await asSomeone('--version').catch(() => null))?.code === 0;

  beforeAll(() => {
    mkdirSync(folder.at('locked'));
    folder.write('locked/older.xlsx', 'older');
    folder.write('unreadable.csv', 'x');
    folder.write('read-only.xlsx', 'older');
    chmodSync(folder.at('unreadable.csv'), 0o000);
    chmodSync(folder.at('read-only.xlsx'), 0o444);
    chmodSync(folder.at('locked'), 0o555);
  });

  it.skipIf(!works)('to read the register, it is said', async () => {
    const { code, error } = await asSomeone('analyse', 'unreadable.csv');
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/^Du har inte rätt att läsa filen «unreadable\.csv».*läsrätt\.\n$/),
    ]);
  });

  it.skipIf(!works).each(['read-only.xlsx', 'locked/older.xlsx', 'locked/new.xlsx'])(
    'to write %s, it is said and nothing is changed',
    async (name) => {
      const { code, error } = await asSomeone('analyse', 'good.csv', '--out', name, '--lang', 'en');
      expect(code).toBe(2);
      expect(error).toMatch(
        /^The file ".*\.xlsx" may not be written: .* Close it or name another folder\.\n$/,
      );
      expect(error).toContain(name);
      expect(readdirSync(folder.at('locked'))).toEqual(['older.xlsx']);
      expect(readFileSync(folder.at('read-only.xlsx'), 'utf8')).toBe('older');
      expect(readFileSync(folder.at('locked/older.xlsx'), 'utf8')).toBe('older');
    },
  );
});
