/** The call itself: help, version, and calls that are wrong. */
import { readFileSync } from 'node:fs';
import { defaultSettings } from 'isu-core';
import { describe, expect, it } from 'vitest';
import { isu, workFolder } from './command.ts';

const folder = workFolder();
folder.write('a.csv', 'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n');

describe('isu --help', () => {
  const OPTIONS = ['sheet', 'settings', 'json', 'out', 'lang', 'encoding', 'rows', 'seed', 'help', 'version'];

  it.each([
    ['sv', 'Slutkoder', 'Uppgifterna stannar på datorn'],
    ['en', 'Exit codes', 'The data stay on the computer'],
  ])(
    'in %s lists every command, option, setting and exit code, within 80 columns',
    async (lang, codes, end) => {
      const { code, out, error } = await isu(['--help', '--lang', lang]);
      expect([code, error]).toEqual([0, '']);
      for (const command of ['analyse', 'compare', 'spss', 'check', 'sample', 'key', 'review'])
        expect(out).toContain(`isu ${command} `);
      for (const option of OPTIONS) expect(out).toMatch(new RegExp(`^ +--${option}\\b`, 'm'));
      for (const setting of Object.keys(defaultSettings('2026-11-22')))
        expect(out).toMatch(new RegExp(`^  ${setting} `, 'm'));
      expect(out).toMatch(new RegExp(`${codes}\n  0  .+\n  1  .+\n  2  .+\n`));
      expect(out).toContain('NO_COLOR');
      expect(out).toContain(end);
      for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    },
  );

  it.each([[[]], [['-h']], [['help']], [['analyse', '--help']], [['sample', '-h']]])(
    'is what %j gives',
    async (args) => {
      expect((await isu(args)).out).toBe((await isu(['--help'])).out);
    },
  );
});

describe('isu review --help', () => {
  const COMMANDS = ['new', 'fill', 'tables', 'form'];
  const OPTIONS = [
    ...['out', 'form', 'years', 'layout', 'readers', 'settings', 'key', 'sheet', 'second', 'reader'],
    ...['agreement', 'by', 'publication', 'json', 'check', 'lang'],
  ];

  it.each([
    ['sv', 'Slutkoder', 'Uppgifterna stannar på datorn'],
    ['en', 'Exit codes', 'The data stay on the computer'],
  ])('in %s lists every command, option and exit code, within 80 columns', async (lang, codes, end) => {
    const { code, out, error } = await isu(['review', '--help', '--lang', lang]);
    expect([code, error]).toEqual([0, '']);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^isu review ${command}$`, 'm'));
    for (const option of OPTIONS) expect(out).toMatch(new RegExp(`^ +--${option}\\b`, 'm'));
    expect(out).toContain('--across');
    expect(out).toContain('--encoding');
    expect(out).toMatch(new RegExp(`${codes}\n  0  .+\n  1  .+\n(?: .+\n)*  2  .+\n`));
    expect(out).toContain(end);
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it.each([[['help', 'review']], [['review', 'tables', '-h']]])('is what %j gives', async (args) => {
    expect((await isu(args)).out).toBe((await isu(['review', '--help'])).out);
  });

  it('is told of where help begins', async () => {
    expect((await isu(['--help'])).out).toContain('isu review --help');
  });
});

describe('isu --version', () => {
  it.each(['--version', '-v'])('%s gives the name and the version of the package', async (option) => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await isu([option])).toMatchObject({ code: 0, out: `ISU Lathund ${version}\n`, error: '' });
  });
});

describe('a wrong call is one line with the mend, and exit code 2', () => {
  const calls: (readonly [call: string, sv: RegExp, en: RegExp])[] = [
    [
      'anlyse a.csv',
      /«anlyse» finns inte\. Närmast är «analyse»/,
      /no command "anlyse"\. The nearest is "analyse"/,
    ],
    ['a.csv', /till exempel isu analyse a\.csv/, /for example isu analyse a\.csv/],
    ['analyse', /Ange vilken fil .*isu analyse FIL/, /Say which file .*isu analyse FILE/],
    ['check', /Ange vilken fil .*isu check FIL/, /Say which file .*isu check FILE/],
    ['key', /Ange vilken fil .*isu key FIL/, /Say which file .*isu key FILE/],
    [
      'analyse a.csv b.csv',
      /en fil åt gången.*«a\.csv» och «b\.csv»/,
      /one file at a time.*"a\.csv" and "b\.csv"/,
    ],
    [
      'analyse a.csv --ot x.xlsx',
      /inget val --ot\. Närmast är --out/,
      /no option --ot\. The nearest is --out/,
    ],
    ['analyse a.csv -o x.xlsx', /inget val -o\. Närmast är --out/, /no option -o\. The nearest is --out/],
    ['analyse a.csv --rows 5', /--rows hör till isu sample/, /--rows belongs to isu sample/],
    ['sample --json -', /--json hör till isu analyse/, /--json belongs to isu analyse/],
    [
      'analyse a.csv --period 2017',
      /«period» är en inställning.*--settings/,
      /"period" is a setting.*--settings/,
    ],
    ['analyse a.csv --out', /--out saknar värde/, /--out lacks a value/],
    ['analyse a.csv --out --json -', /--out saknar värde/, /--out lacks a value/],
    ['analyse a.csv --settings=', /--settings saknar värde/, /--settings lacks a value/],
    ['analyse a.csv --json - --json -', /--json är angivet två gånger/, /--json is given twice/],
    ['sample --rows 0', /--rows «0».*från 1 till/, /--rows "0".*from 1 to/],
    ['sample --rows -5', /--rows «-5».*från 1 till/, /--rows "-5".*from 1 to/],
    ['sample --rows 1e3', /--rows «1e3».*bara siffror/, /--rows "1e3".*digits only/],
    ['sample --seed x', /--seed «x».*från 0 till/, /--seed "x".*from 0 to/],
    ['sample x.csv', /läser ingen fil.*--out x\.csv/, /reads no file.*--out x\.csv/],
    [
      'sample --out x.txt',
      /sluta på \.xlsx eller \.csv.*--out x\.csv/,
      /end in \.xlsx or \.csv.*--out x\.csv/,
    ],
    ['sample --rows 2000000 --out x.xlsx', /rymmer 1\u00a0048\u00a0575 rader/, /holds 1,048,575 rows/],
    ['sample --out missing/x.csv', /mappen «missing» finns inte/, /no folder "missing"/],
  ];

  it.each(calls)('isu %s', async (call, sv, en) => {
    const before = folder.names();
    const runs = await Promise.all(
      ['sv', 'en'].map((language) => isu([...call.split(' '), '--lang', language], { cwd: folder.path })),
    );
    for (const { code, out, error } of runs) {
      expect([code, out]).toEqual([2, '']);
      expect(error).toMatch(/^[^\n]+\n$/);
    }
    expect(runs[0]!.error).toMatch(sv);
    expect(runs[1]!.error).toMatch(en);
    expect(folder.names()).toEqual(before);
  });

  it.each([
    [['analyse', 'a.csv', '--lang', 'de'], /Språket «de» finns inte\. Skriv --lang sv eller --lang en/],
    [['analyse', 'a.csv', '--lang'], /--lang saknar värde/],
    [['--lang', 'en'], /Say what to do/],
  ])('isu %j', async (args, sentence) => {
    const { code, error } = await isu(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).toMatch(sentence);
  });
});
