/** What the command shows on a terminal, which util-linux's `script` plays; and that it shows none of it elsewhere. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMAND, isu, run, workFolder } from './command.ts';

const folder = workFolder();
folder.write('good.csv', 'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n');
const ESCAPE = '\u001b';

const hasTerminal =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

/** A line of a shell on a terminal of so many columns; `isu` stands for the command. */
async function onTerminal(line: string, { columns = 100, env = {} } = {}): Promise<string> {
  const command = line.replaceAll('isu ', `"${process.execPath}" "${COMMAND}" `);
  const inherited = { ...process.env };
  delete inherited['NO_COLOR'];
  const { out } = await run('script', ['-qec', `stty cols ${String(columns)}; ${command}`, '/dev/null'], {
    cwd: folder.path,
    env: { ...inherited, TERM: 'xterm', ...env },
  });
  return out.replaceAll('\r\n', '\n');
}

describe('elsewhere than on a terminal', () => {
  it('there are no colours and no progress', async () => {
    await isu(['sample', '--rows', '100000', '--out', folder.at('long.csv')]);
    const { code, out, error } = await isu(['analyse', folder.at('long.csv')]);
    expect([code, error]).toEqual([0, '']);
    expect(out).not.toContain(ESCAPE);
    const wrong = await isu(['analyse', folder.at('missing.csv')]);
    expect(wrong.error).not.toContain(ESCAPE);
  });
});

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it('there are colours', async () => {
    expect(await onTerminal('isu analyse good.csv')).toContain(`${ESCAPE}[1m`);
    expect(await onTerminal('isu analyse missing.csv')).toContain(`${ESCAPE}[33m`);
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('there are none with %j', async (env) => {
    expect(await onTerminal('isu analyse good.csv', { env })).not.toContain(ESCAPE);
    expect(await onTerminal('isu analyse missing.csv', { env })).not.toContain(ESCAPE);
  });

  it('an empty NO_COLOR takes no colours away (no-color.org)', async () => {
    expect(await onTerminal('isu analyse good.csv', { env: { NO_COLOR: '' } })).toContain(`${ESCAPE}[1m`);
  });

  it('a long file shows how far the work has come, in one line that goes away', async () => {
    await isu(['sample', '--rows', '100000', '--out', folder.at('long.csv')]);
    const shown = await onTerminal('isu analyse long.csv --json long.json');
    expect(shown).toMatch(/Läser … \d+ %/);
    expect(shown).toContain('Räknar …');
    const [progress, ...rest] = shown.split('\n');
    expect(progress).toContain(`\r${ESCAPE}[KSkrev long.json`);
    expect(rest).toEqual(['']);
    const english = await onTerminal('isu analyse long.csv --json long.json --lang en');
    expect(english).toMatch(/Reading … \d+%/);
    expect(english).toContain('Wrote long.json');
  });

  it('a short file shows no progress', async () => {
    const shown = await onTerminal('isu analyse good.csv --json good.json');
    expect(shown).toBe('Skrev good.json\n');
  });

  it.each([60, 80, 100, 120, 200])('of %i columns no line is longer, and none than 120', async (columns) => {
    await isu(['sample', '--out', folder.at('sample.csv')]);
    folder.write('wide.json', '{"intervals": true, "comparison": true, "returnBy": "group"}');
    for (const settings of ['', '--settings wide.json']) {
      const shown = await onTerminal(`isu analyse sample.csv ${settings}`, {
        columns,
        env: { NO_COLOR: '1' },
      });
      const widest = Math.max(...shown.split('\n').map((line) => [...line].length));
      expect(widest).toBeLessThanOrEqual(Math.min(columns, 120));
    }
  });
});
