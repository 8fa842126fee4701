/** `isu analyse` as the contract of the command line has it: files in, tables, JSON and workbook out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { isu, readerFixture, workFolder } from './command.ts';
import { cellOf, resultOf, type Result } from './result.ts';

const folder = workFolder();

/** Two persons of Skatteverket's test series. */
const ROWS = [
  ['Personnummer', 'Aktualiseringsnummer', 'Aktualiseringsdatum', 'Aktualiseringstyp', 'Aktualiserande part'],
  ['19811218-9876', '1', '2019-01-05', 'Ansökan', 'Anhörig'],
  ['19811218-9876', '2', '2020-03-05', 'Anmälan', 'Polisen'],
  ['20170101-2393', '3', '2020-06-01', 'Anmälan', 'Övrig hälso- och sjukvård'],
];
/** By hand: from 5 January 2019 to 5 March 2020 are 14 whole months. */
const PERSONS = [
  {
    person: '198112189876',
    actualisations: 2,
    first: '2019-01-05',
    last: '2020-03-05',
    months: 14,
    group: '2',
  },
  {
    person: '201701012393',
    actualisations: 1,
    first: '2020-06-01',
    last: '2020-06-01',
    months: 0,
    group: '1',
  },
];

const csv = (separator: string) => ROWS.map((row) => row.join(separator)).join('\r\n') + '\r\n';

async function analysed(...args: string[]): Promise<Result> {
  const { code, out, error } = await isu(['analyse', ...args, '--json', '-']);
  expect(error).toBe('');
  expect(code).toBe(0);
  return resultOf(out);
}

describe('a CSV file', () => {
  const separators = [
    ['semicolon', ';'],
    ['comma', ','],
    ['tab', '\t'],
  ] as const;
  const encodings = [
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with BOM', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ] as const;
  const kinds = separators.flatMap(([name, separator]) =>
    encodings.map(([encoding, encode]) => [name, encoding, encode(csv(separator))] as const),
  );

  it.each(kinds)('with %s in %s is the same register', async (separator, encoding, bytes) => {
    const result = await analysed(folder.write(`${separator} ${encoding}.csv`, bytes));
    expect(result.persons).toEqual(PERSONS);
    // A third of the reports each by the police and by health care, half by either: one of two.
    expect(cellOf(result, 'group-profile', 'referrer:Övrig hälso- och sjukvård', 'total')).toMatchObject({
      value: 50,
      numerator: 1,
      denominator: 2,
    });
  });

  it('is read from standard input where the file is -', async () => {
    const { code, out } = await isu(['analyse', '-', '--json', '-'], { input: csv(';') });
    expect(code).toBe(0);
    expect(resultOf(out).persons).toEqual(PERSONS);
    expect(resultOf(out).source.name).toBe('-');
  });

  it('is read in the encoding that --encoding names', async () => {
    const file = folder.write('utf-16.csv', Buffer.from(csv(';'), 'utf16le'));
    expect((await isu(['analyse', file])).code).toBe(2);
    expect((await analysed(file, '--encoding', 'utf-16le')).persons).toEqual(PERSONS);
  });

  it('gives its name, its checksum and its columns', async () => {
    const { source } = await analysed(folder.write('register.csv', csv(';')));
    expect(source).toMatchObject({
      name: 'register.csv',
      sha256: createHash('sha256').update(csv(';')).digest('hex'),
      columns: {
        person: 'Personnummer',
        number: 'Aktualiseringsnummer',
        date: 'Aktualiseringsdatum',
        type: 'Aktualiseringstyp',
        referrer: 'Aktualiserande part',
      },
    });
  });
});

describe('a workbook', () => {
  it.each(['register.xlsx', 'register.xls', 'register.csv'])(
    'saved by LibreOffice as %s is the same register',
    async (name) => {
      const { persons } = await analysed(readerFixture(name));
      expect(persons).toEqual([
        {
          person: '196408233234',
          actualisations: 2,
          first: '2017-01-05',
          last: '2019-12-31',
          months: 35,
          group: '2',
        },
        {
          person: '197812019884',
          actualisations: 1,
          first: '2018-02-28',
          last: '2018-02-28',
          months: 0,
          group: '1',
        },
      ]);
    },
  );

  it('is also read where it is given on standard input', async () => {
    const input = readFileSync(readerFixture('register.xlsx'));
    const { code, out } = await isu(['analyse', '-', '--json', '-'], { input });
    expect(code).toBe(0);
    expect(resultOf(out).rows.used).toBe(3);
  });

  it('that is a web page renamed .xls, as case systems export it, is read', async () => {
    const { persons, rows } = await analysed(readerFixture('page.xls'));
    expect(persons?.map(({ person }) => person)).toEqual(['196408233234', '197812019884']);
    // Below the register the page has a line «Totalt 3», which is no person with a date.
    expect([rows.read, rows.used]).toEqual([4, 3]);
  });

  it('gives its first sheet with content, or the one that --sheet names', async () => {
    const workbook = new ExcelJs.Workbook();
    workbook.addWorksheet('Tomt');
    workbook.addWorksheet('2019').addRows(ROWS.slice(0, 2));
    workbook.addWorksheet('Alla år').addRows(ROWS);
    const file = folder.write('sheets.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    const first = await analysed(file);
    expect([first.source.sheet, first.rows.used]).toEqual(['2019', 1]);
    const named = await analysed(file, '--sheet', 'Alla år');
    expect([named.source.sheet, named.rows.used]).toEqual(['Alla år', 3]);
  });
});

describe('the row account', () => {
  it('numbers rows as the program of the source shows them, titles and empty rows counted', async () => {
    const rows = [
      'Uttag ur ärendesystemet;',
      ';',
      'Personnummer;Aktualiseringsdatum',
      '19811218-9876;2019-02-30',
      '',
      '19811218-9876;2020-01-01',
      ';2020-01-02',
      '19811218-9875;2020-01-03',
    ];
    const result = await analysed(folder.write('titles.csv', rows.join('\n')));
    expect(result.rows).toEqual({
      read: 4,
      used: 2,
      excluded: [
        { row: 4, reason: 'invalid-date', value: '2019-02-30' },
        { row: 7, reason: 'missing-person', value: '' },
      ],
      // The check digit of 811218-987 is 6 (Luhn): 9875 is a key all the same.
      warnings: [{ row: 8, warning: 'check-digit' }],
    });
  });
});

describe('settings', () => {
  const file = folder.write('settings-source.csv', csv(';'));

  it('limit, group and select', async () => {
    const settings = folder.write(
      'limits.json',
      JSON.stringify({
        columns: { date: 'aktualiseringsdatum' },
        period: { from: '2020-01-01', to: '2020-12-31' },
        groups: [1, 5],
        selection: { atLeast: 1, activeYears: [2020] },
        asOf: '2021-01-01',
      }),
    );
    const result = await analysed(file, '--settings', settings);
    expect(result.rows.excluded).toEqual([{ row: 2, reason: 'outside-period', value: '2019-01-05' }]);
    expect(result.tables[0]!.rows.map(({ key }) => key)).toEqual(['1-4', '5+', 'total']);
    expect(result.selection?.persons).toEqual(['198112189876', '201701012393']);
    expect(result.settings).toMatchObject({ lowestAge: null, months: 'completed', asOf: '2021-01-01' });
  });

  it('may be saved by any of Windows’ programs', async () => {
    const text = JSON.stringify({ types: ['Ansökan'], asOf: '2021-01-01' });
    const saved = {
      'bom.json': Buffer.from(`\uFEFF${text}`),
      'utf16.json': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'ansi.json': Buffer.from(text, 'latin1'),
    };
    for (const [name, bytes] of Object.entries(saved)) {
      const result = await analysed(file, '--settings', folder.write(name, bytes));
      expect(result.rows.used).toBe(1);
    }
  });

  it('without a day of analysis have today', async () => {
    const today = () => new Date().toLocaleDateString('sv-SE');
    const before = today();
    const { settings } = await analysed(file);
    expect([before, today()]).toContain(settings['asOf']);
  });

  it('of the same kind give the same bytes, and so do those of the result', async () => {
    const settings = folder.write(
      'all.json',
      JSON.stringify({
        columns: { person: 'A', date: 'Aktualiseringsdatum' },
        codes: { type: { Orosanmälan: 'report' } },
        period: { from: '2019-01-01', to: '2020-12-31' },
        lowestAge: 1,
        types: ['Ansökan', 'Anmälan'],
        groups: [1, 2],
        months: 'average',
        intervals: true,
        comparison: true,
        returnBy: 'group',
        asOf: '2021-01-01',
        selection: { mostFrequent: 1, sample: { size: 1, seed: 7 } },
        protection: { threshold: 3 },
      }),
    );
    const first = await isu(['analyse', file, '--settings', settings, '--json', '-']);
    const again = await isu(['analyse', file, '--settings', settings, '--json', '-']);
    expect(again.out).toBe(first.out);
    const used = folder.write('used.json', JSON.stringify(resultOf(first.out).settings));
    const fedBack = await isu(['analyse', file, '--settings', used, '--json', '-']);
    expect(fedBack.out).toBe(first.out);
    expect(first.code).toBe(0);
  });
});

describe('the result', () => {
  const file = folder.write('result.csv', csv(';'));

  it('is tables and row account on standard output, without options', async () => {
    const { code, out, error } = await isu(['analyse', file]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('Internt arbetsmaterial – omfattas av sekretess');
    expect(out).toMatch(/ personer {2}Procent$/m);
    expect(out).toMatch(/^2 +1 +50\u00a0%$/m);
    expect(out).toMatch(/^Använda +3$/m);
    expect(out).toMatch(/^Lästa +3$/m);
  });

  it('is in English with --lang en', async () => {
    const { out } = await isu(['analyse', file, '--lang', 'en']);
    expect(out).toMatch(/^2 +1 +50%$/m);
    expect(out).toMatch(/^Used +3$/m);
    expect(out).not.toMatch(/aktualisering/i);
    const json = await isu(['analyse', file, '--lang', 'en', '--json', '-']);
    expect(resultOf(json.out).tables[0]!.title).toMatch(/^Persons/);
  });

  it('says where to choose what was not recognised, and nothing where all was', async () => {
    const where = /inställningsfilen, med columns och codes/;
    const odd = folder.write('odd.csv', csv(';').replace('Ansökan', 'Webb'));
    expect((await isu(['analyse', odd])).out).toMatch(where);
    const whole = [...ROWS[0]!, 'Aktualiseringsorsak', 'Organisation', 'Beslut'].join(';');
    const rows = ROWS.slice(1).map((row) => [...row, 'Missbruk', 'Vuxna', 'Inleda utredning'].join(';'));
    const known = folder.write('known.csv', [whole, ...rows].join('\n'));
    expect((await isu(['analyse', known])).out).not.toMatch(where);
  });

  it('is only JSON on standard output with --json -', async () => {
    const { out, error } = await isu(['analyse', file, '--json', '-']);
    expect(error).toBe('');
    expect(Object.keys(resultOf(out)).slice(0, 4)).toEqual(['product', 'settings', 'source', 'rows']);
  });

  it('is the same in a file as on standard output, and then nothing is printed', async () => {
    const settings = folder.write('asof.json', '{"asOf":"2021-01-01"}');
    const { out } = await isu(['analyse', file, '--settings', settings, '--json', '-']);
    const target = folder.at('result.json');
    const written = await isu(['analyse', file, '--settings', settings, '--json', target]);
    expect(written).toMatchObject({ code: 0, out: '', error: '' });
    expect(readFileSync(target, 'utf8')).toBe(out);
  });

  it('is a workbook with --out, which another library reads', async () => {
    const target = folder.at('result.xlsx');
    const written = await isu(['analyse', file, '--out', target, '--json', folder.at('beside.json')]);
    expect(written).toMatchObject({ code: 0, out: '', error: '' });
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.readFile(target);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Översikt',
      'Personer',
      'Tabeller',
      'Radredovisning',
      'Protokoll',
    ]);
    const persons = workbook.getWorksheet('Personer')!;
    expect(JSON.stringify(persons.getSheetValues())).toContain('19811218-9876');
    expect(resultOf(readFileSync(folder.at('beside.json'), 'utf8')).rows.used).toBe(3);
  });

  it('for publication shows no person in any form', async () => {
    const settings = folder.write('publication.json', '{"protection":{"mode":"publication"}}');
    const args = ['analyse', file, '--settings', settings];
    const text = await isu(args);
    const json = await isu([...args, '--json', '-']);
    expect(resultOf(json.out).persons).toBeUndefined();
    for (const { code, out } of [text, json]) {
      expect(code).toBe(0);
      expect(out).not.toMatch(/19811218-?9876|20170101-?2393/);
    }
  });
});

describe('exit code 1: the file was read, and no row can be used', () => {
  it('a header alone: the sentence on standard error, the account in the JSON', async () => {
    const file = folder.write('header.csv', 'Personnummer;Aktualiseringsdatum\n');
    const { code, out, error } = await isu(['analyse', file, '--json', '-']);
    expect(code).toBe(1);
    expect(resultOf(out).rows).toEqual({ read: 0, used: 0, excluded: [], warnings: [] });
    expect(error).toMatch(/^.*header\.csv: .*inga rader.*\n$/);
  });

  it('says with counts why, and on the screen only that', async () => {
    const file = folder.write(
      'unusable.csv',
      'Personnummer;Aktualiseringsdatum\n;2020-01-01\n19811218-9876;2019-02-30\n19811218-9876;hej\n',
    );
    const { code, out, error } = await isu(['analyse', file]);
    expect(code).toBe(1);
    expect(error).toMatch(/3 lästa.*1 utan person, 2 med datum/);
    expect(out).toMatch(/datumet finns inte i kalendern +2$/m);
    expect(out).not.toContain('Procent');
  });

  it('the period leaves nothing', async () => {
    const file = folder.write('outside.csv', csv(';'));
    const settings = folder.write('1995.json', '{"period":{"from":"1995-01-01","to":"1995-12-31"}}');
    const { code, error } = await isu(['analyse', file, '--settings', settings, '--lang', 'en']);
    expect(code).toBe(1);
    expect(error).toMatch(/None of the 3 rows read.*3 outside the period/);
  });

  it('leaves an older workbook as it is, and says so', async () => {
    const file = folder.write('nothing.csv', 'Personnummer;Aktualiseringsdatum\n');
    const target = folder.write('older.xlsx', 'older');
    const { code, error } = await isu(['analyse', file, '--out', target]);
    expect(code).toBe(1);
    expect(error).toContain('older.xlsx');
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(readFileSync(target, 'utf8')).toBe('older');
  });
});
