/**
 * `isu review` as people use it: from a register to a workbook, answers typed into its cells, and the tables. The
 * register has four persons; what it tells of them is counted by hand.
 */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { readReviewSet, type ReviewSet } from 'isu-core/review';
import { beforeAll, describe, expect, it } from 'vitest';
import { isu } from './command.ts';
import { isuHere } from './command-here.ts';
import { workFolder } from './work-folder.ts';
import { answer, bookAt, codeOf, setAt } from './review-book.ts';

const folder = workFolder();
const HEADER =
  'Personnummer;Aktualiseringsnummer;Aktualiseringsdatum;Aktualiseringstyp;Aktualiserande part;Beslut att inleda utredning';
/** A woman born in 1960: three actualisations, a report by the police among them. */
const KARIN = '19600210-9863';
/** A man born in 1988: two. */
const OLLE = '19880727-9875';
/** Once only. */
const ONCE = '19750722-9818';
const ROWS = [
  `${KARIN};1;2020-01-05;Anmälan;Polisen;Inleda utredning`,
  `${KARIN};2;2021-03-01;Ansökan;;Inte inleda utredning`,
  `${KARIN};3;2022-05-09;Anmälan;Anhörig;Inleda utredning`,
  `${OLLE};4;2020-02-01;Anmälan LOB;Polisen;Inte inleda utredning`,
  `${OLLE};5;2022-11-30;Anmälan;Anhörig;Inleda utredning`,
  `${ONCE};6;2021-07-07;Ansökan;;Inleda utredning`,
];
const REGISTER = folder.write('register.csv', [HEADER, ...ROWS].join('\n'));
const GROWN = folder.write(
  'grown.csv',
  [HEADER, ...ROWS, `${KARIN};7;2022-12-01;Anmälan;Polisen;Inleda utredning`].join('\n'),
);
const SETTINGS = folder.write(
  'settings.json',
  '{"selection": {"atLeast": 2}, "period": {"from": "2020-01-01", "to": "2022-12-31"}, "asOf": "2026-11-22"}',
);
const KEY = folder.write(
  'key.txt',
  Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, '0')).join(''),
);
const NEW = ['review', 'new', REGISTER, '--settings', SETTINGS];

/** The command is done, and its only words are on standard output. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, out, error } = await isuHere(args, folder.path);
  expect([code, error]).toEqual([0, '']);
  return out;
}

function jsonSet(file: string): ReviewSet {
  const read = readReviewSet(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

function answersOf(set: ReviewSet, person: string, reader = '') {
  return set.reviews.find((review) => review.person === person && review.reader === reader)!.answers;
}

describe('isu review new', () => {
  const book = folder.at('new.xlsx');
  let out = '';
  beforeAll(async () => {
    out = await done(...NEW, '--out', book);
  });

  it('writes a workbook for the selected persons, and says what it is', () => {
    const { who, layout, language } = bookAt(book);
    expect(who!.map(({ person }) => person).sort()).toEqual([KARIN, OLLE].sort());
    expect([layout, language]).toEqual(['rows', 'sv']);
    expect(out).toMatch(
      /^2 personer, en läsare\. Formulär: Aktgranskning \(bilaga-2, version 1\.0\), åren 2020–2022\.\n/,
    );
    expect(out).toContain('Vem är vem');
  });

  it('fills in what the register tells of them', () => {
    const answers = answersOf(setAt(book), codeOf(book, KARIN));
    expect(answers).toMatchObject({
      sex: '2',
      'age-first': 59,
      'age-latest': 62,
      actualisations: 3,
      reports: 2,
      applications: 1,
      'referrers:6': true,
      'referrers:6#': 1,
      investigations: 2,
    });
  });

  it('says who is who in one sheet and nowhere else', () => {
    const { sheets } = bookAt(book);
    const telling = sheets.filter(({ rows }) => rows.flat().some((cell) => /\d{6}-\d{4}/.test(String(cell))));
    expect(telling.map(({ name }) => name)).toEqual(['Vem är vem']);
  });

  it('gives other codes each time, and with a key the same, in the order of the codes', async () => {
    await done(...NEW, '--out', folder.at('again.xlsx'));
    expect(codeOf(folder.at('again.xlsx'), KARIN)).not.toBe(codeOf(book, KARIN));
    for (const name of ['one.xlsx', 'two.json']) await done(...NEW, '--key', KEY, '--out', folder.at(name));
    const codes = setAt(folder.at('one.xlsx')).reviews.map(({ person }) => person);
    expect(codes).toEqual([...codes].sort());
    expect(jsonSet(folder.at('two.json')).reviews.map(({ person }) => person)).toEqual(codes);
  });

  it('makes a sheet a person and reader with --layout forms, in English', async () => {
    const forms = folder.at('forms.xlsx');
    const said = await done(
      ...NEW,
      '--out',
      forms,
      '--layout',
      'forms',
      '--readers',
      'AB, CD',
      '--lang',
      'en',
    );
    expect(said).toMatch(/^2 persons, 2 readers\. Form: Case-file review/);
    const { set, layout, language, sheets } = bookAt(forms);
    expect([layout, language, set.reviews.map(({ reader }) => reader)]).toEqual([
      'forms',
      'en',
      ['AB', 'CD', 'AB', 'CD'],
    ]);
    expect(sheets.filter(({ name }) => name.startsWith(set.reviews[0]!.person))).toHaveLength(2);
  });

  it('selects by itself with --form light, over the years the register holds', async () => {
    const light = folder.at('light.xlsx');
    const said = await done('review', 'new', REGISTER, '--form', 'light', '--out', light);
    expect(said).toContain('bilaga-2-light');
    const { set, who } = bookAt(light);
    expect(who!.map(({ person }) => person).sort()).toEqual([KARIN, OLLE].sort());
    expect([set.form.id, set.form.years]).toEqual(['bilaga-2-light', [2020, 2021, 2022]]);
  });

  it('covers the years that are asked for', async () => {
    await done(...NEW, '--key', KEY, '--years', '2021-2022', '--out', folder.at('years.json'));
    expect(jsonSet(folder.at('years.json')).form.years).toEqual([2021, 2022]);
  });
});

describe('isu review tables', () => {
  const book = folder.at('answered.xlsx');
  let karin = '';
  beforeAll(async () => {
    await done(...NEW, '--out', book);
    karin = codeOf(book, KARIN);
    answer(book, karin, '', {
      'housing:1': 'Ja',
      'housing:7': 'Ja',
      crime: 'Ingen uppgift',
      children: 'Nej',
    });
    answer(book, codeOf(book, OLLE), '', { 'housing:7': 'x', crime: 'Åtalad och dömd' });
  });

  interface Tables {
    readonly tables: readonly {
      readonly id: string;
      readonly rows: readonly { readonly key: string; readonly cells: Record<string, { value?: number }> }[];
    }[];
  }
  const tablesOf = async (...args: readonly string[]) =>
    (JSON.parse(await done('review', 'tables', ...args, '--json', '-')) as Tables).tables;
  const cell = (tables: Tables['tables'], table: string, row: string, column: string) =>
    tables.find(({ id }) => id === table)?.rows.find(({ key }) => key === row)?.cells[column]?.value;

  it('counts the words that were typed into the cells, missing apart from answered', async () => {
    const tables = await tablesOf(book);
    expect(cell(tables, 'review-background', 'housing=7', 'persons')).toBe(2);
    expect(cell(tables, 'review-background', 'housing=1', 'percent')).toBe(50);
    expect(cell(tables, 'review-background', 'crime=1', 'base')).toBe(1);
  });

  it('sets an item against another by number or id', async () => {
    const json = await done('review', 'tables', book, '--by', '1', '--across', 'housing', '--json', '-');
    expect(JSON.parse(json)).toMatchObject({ cross: [{ rows: 'sex', columns: 'housing' }] });
  });

  it('prints the tables, with the base where it differs, and what differs from the register', async () => {
    answer(book, karin, '', { actualisations: 5 });
    const out = await done('review', 'tables', book);
    expect(out).toContain('Internt arbetsmaterial');
    for (const title of [
      'Bakgrund',
      'Kontakten med socialtjänsten',
      'Socialtjänstens insatser',
      'Alla frågor',
    ])
      expect(out).toContain(title);
    expect(out).toContain(karin);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('shows no person for publication, hides what rests on a few, and refuses where all are few', async () => {
    const sample = folder.at('sample.json');
    await done('sample', '--review', '--out', sample);
    const args = ['review', 'tables', sample, '--reader', 'AN', '--publication', '--lang', 'en'];
    const out = await done(...args);
    expect(out).toContain('..');
    for (const { person } of jsonSet(sample).reviews) expect(out).not.toContain(person);
    const { code, error } = await isuHere(['review', 'tables', book, '--publication'], folder.path);
    expect([code, error]).toEqual([2, expect.stringMatching(/^answered\.xlsx: Underlaget har 2 personer/)]);
  });

  it('writes the same as a workbook, in place of an older file only when whole', async () => {
    const target = folder.write('tables.xlsx', 'older');
    await done('review', 'tables', book, '--out', target);
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  });

  it('counts an answer that cannot be read as not answered, and says where it stands', async () => {
    const odd = folder.write('odd.xlsx', readFileSync(book));
    answer(odd, karin, '', { children: 'kanske' });
    const { code, out, error } = await isuHere(['review', 'tables', odd], folder.path);
    expect([code, out.length > 0]).toEqual([0, true]);
    expect(error).toMatch(/^[^\n]*odd\.xlsx, bladet «Svar», [A-Z]+\d+: .*kanske.*obesvarat\.\n$/);
  });
});

describe('two readers', () => {
  it('of one workbook, with a sheet for each person and reader, are held against each other, and one of them counted', async () => {
    const book = folder.at('readers.xlsx');
    await done(...NEW, '--readers', 'AB,CD', '--layout', 'forms', '--out', book);
    for (const [reader, crime] of [
      ['AB', 'Nej'],
      ['CD', 'Ingen uppgift'],
    ] as const)
      answer(book, codeOf(book, KARIN), reader, { crime });
    const { code, error } = await isuHere(['review', 'tables', book], folder.path);
    expect([code, error]).toEqual([2, expect.stringMatching(/AB.*CD.*--reader/)]);
    const out = await done('review', 'tables', book, '--reader', 'AB', '--agreement', 'AB,CD');
    expect(out).toContain('Samstämmighet mellan AB och CD');
  });

  it('of two workbooks are joined by who is who, and called what the files are called', async () => {
    for (const name of ['anna.xlsx', 'bo.xlsx']) await done(...NEW, '--out', folder.at(name));
    const args = ['anna.xlsx', '--second', 'bo.xlsx', '--agreement', 'anna,bo'];
    expect(await done('review', 'tables', ...args)).toContain('Samstämmighet mellan anna och bo');
  });

  it('of two files without who is who have the same key, or nobody in common', async () => {
    const other = folder.write('other-key.txt', 'another key altogether');
    await done(...NEW, '--key', KEY, '--out', folder.at('c.json'));
    await done(...NEW, '--key', KEY, '--out', folder.at('d.json'));
    await done(...NEW, '--key', other, '--out', folder.at('e.json'));
    const tables = ['review', 'tables', 'c.json', '--agreement', 'c,d', '--second'];
    expect(await done(...tables, 'd.json')).toContain('Samstämmighet mellan c och d');
    const { code, error } = await isuHere([...tables, 'e.json'], folder.path);
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/e\.json finns i c\.json: koderna är olika.*--key/),
    ]);
  });

  it('may have answered in a copy each of one workbook, but not the same rows otherwise', async () => {
    const [ab, cd] = [folder.at('ab.xlsx'), folder.at('cd.xlsx')];
    await done(...NEW, '--readers', 'AB,CD', '--out', ab);
    copyFileSync(ab, cd);
    const karin = codeOf(ab, KARIN);
    answer(ab, karin, 'AB', { crime: 'Nej' });
    answer(cd, karin, 'CD', { crime: 'Nej' });
    const tables = ['review', 'tables', ab, '--second', cd, '--agreement', 'AB,CD', '--json', '-'];
    const { agreement } = JSON.parse(await done(...tables)) as { agreement: { item: string }[] };
    expect(agreement.find(({ item }) => item === 'crime')).toMatchObject({ persons: 1, equal: 1 });
    answer(cd, karin, 'AB', { crime: 'Ingen uppgift' });
    const { code, error } = await isuHere(tables, folder.path);
    expect([code, error]).toEqual([2, expect.stringMatching(/är läst av AB både i ab\.xlsx och cd\.xlsx/)]);
  });

  it('have one form', async () => {
    await done(...NEW, '--form', 'light', '--key', KEY, '--out', folder.at('light.json'));
    const args = ['review', 'tables', 'c.json', '--second', 'light.json'];
    const { code, error } = await isuHere(args, folder.path);
    expect([code, error]).toEqual([2, expect.stringMatching(/bilaga-2-light 1\.0, inte bilaga-2 1\.0/)]);
  });
});

describe('isu review fill', () => {
  const book = folder.at('filled.xlsx');
  beforeAll(async () => {
    await done(...NEW, '--out', book);
    answer(book, codeOf(book, KARIN), '', { crime: 'Nej', investigations: 9 });
  });

  it('without --out writes nothing and says what would happen', async () => {
    const before = readFileSync(book);
    const out = await done('review', 'fill', book, GROWN, '--settings', SETTINGS);
    expect(out).toMatch(/skulle fyllas i eller ändras/);
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  it('takes what the register has got, keeps what the reader has answered, and tells where they differ', async () => {
    const out = await done('review', 'fill', book, GROWN, '--settings', SETTINGS, '--out', book);
    const karin = codeOf(book, KARIN);
    expect(answersOf(setAt(book), karin)).toMatchObject({
      actualisations: 4,
      'referrers:6#': 2,
      crime: '4',
      investigations: 9,
    });
    expect(out).toContain(karin);
    expect(out).toMatch(/registret säger 3, granskningen säger 9/);
  });

  it('finds the persons by the key where the workbook does not say who is who', async () => {
    await done(...NEW, '--key', KEY, '--out', folder.at('coded.json'));
    const args = ['review', 'fill', 'coded.json', GROWN, '--settings', SETTINGS];
    const { code, error } = await isuHere(args, folder.path);
    expect([code, error]).toEqual([2, expect.stringMatching(/säger inte vem som är vem.*--key/)]);
    await done(...args, '--key', KEY, '--out', 'coded.json');
    const set = jsonSet(folder.at('coded.json'));
    expect(set.reviews.map(({ answers }) => answers['actualisations']).sort()).toEqual([2, 4]);
  });
});

describe('isu review form', () => {
  it('writes a form that can be edited, checked and used', async () => {
    await done('review', 'form', '--years', '2020-2022', '--out', folder.at('form.xlsx'));
    expect(await done('review', 'form', '--check', 'form.xlsx')).toMatch(
      /bilaga-2 version 1\.0 går att använda/,
    );
    await done(...NEW, '--form', 'form.xlsx', '--key', KEY, '--out', folder.at('own.json'));
    expect(jsonSet(folder.at('own.json')).form.years).toEqual([2020, 2021, 2022]);
  });

  it('tells every fault of a form, one a line, and refuses to make a review with it', async () => {
    await done(
      'review',
      'form',
      '--form',
      'light',
      '--years',
      '2020-2022',
      '--out',
      folder.at('broken.json'),
    );
    const form = JSON.parse(readFileSync(folder.at('broken.json'), 'utf8')) as { items: { kind: string }[] };
    form.items[0]!.kind = 'onee';
    form.items[1]!.kind = 'year';
    folder.write('broken.json', JSON.stringify(form));
    const { code, out, error } = await isu(['review', 'form', '--check', 'broken.json'], {
      cwd: folder.path,
    });
    expect([code, error]).toEqual([1, '']);
    expect(out.trimEnd().split('\n').length).toBeGreaterThanOrEqual(2);
    expect(out).toMatch(/broken\.json.*onee.*one/);
    const made = await isuHere([...NEW, '--form', 'broken.json', '--out', 'never.xlsx'], folder.path);
    expect([made.code, made.out]).toEqual([2, '']);
    expect(made.error).toMatch(/broken\.json[^\n]*onee[^\n]*\n$/);
    expect(existsSync(folder.at('never.xlsx'))).toBe(false);
  });
});

describe('isu sample --review', () => {
  it('writes 28 reviews whose tables are the report’s', async () => {
    // As a process: the command as it is built must find all its parts.
    const sample = folder.at('sample.xlsx');
    expect(await isu(['sample', '--review', '--out', sample])).toMatchObject({ code: 0, out: '', error: '' });
    const { code, out, error } = await isu(['review', 'tables', sample, '--reader', 'AN']);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/Bostadslös +12 +44\s% +27/);
  });
});
