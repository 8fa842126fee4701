/** `isu compare`: parts side by side, from files as people have them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from 'isu-workbook-file';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPARE_HELP } from '../src/compare/help.ts';
import { OPTIONS } from '../src/commands.ts';
import { isu } from './command.ts';
import { isuHere } from './command-here.ts';
import { workFolder } from './work-folder.ts';

const TOWNS = fileURLToPath(new URL('../../../core/test/comparison/fixtures', import.meta.url));
const folder = workFolder();
const compare = (...args: string[]) => isuHere(['compare', ...args], folder.path);

interface Json {
  parts: { name: string; population: number | null; rows?: object }[];
  inNone?: number;
  personsInSeveralParts: number;
  tables: {
    id: string;
    rows: { key: string; cells: Record<string, { value?: number; suppressed?: true }> }[];
  }[];
}

async function jsonOf(...args: string[]): Promise<Json> {
  const { code, out, error } = await compare(...args, '--json', '-');
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out) as Json;
}

function valueOf({ tables }: Json, table: string, key: string, part: string) {
  const row = tables.find(({ id }) => id === table)!.rows.find((one) => one.key === key)!;
  return row.cells[part]!.value;
}

beforeAll(() => {
  for (const town of ['alby', 'berga', 'dala'])
    folder.write(`${town}.csv`, readFileSync(`${TOWNS}/${town}.csv`, 'utf8'));
  folder.write('utan.csv', 'Person;Datum\nA;2020-01-05\nB;2021-01-05\n');
  folder.write('folk.csv', 'Kommun;Folkmängd\nAlby;25 786\nBERGA;18000\nDala;9000\nEk;5\n');
  folder.write(
    'profil.json',
    '{"sameCodes": true, "against": "rest", "rows": [{"column": "Missbruk", "separator": ";"}]}',
  );
});

describe('isu compare', () => {
  it('tells others of six years of a town, and of all together, though one year had one of the most frequent', async () => {
    const { code } = await isu(['sample', '--out', 'stad.xlsx'], { cwd: folder.path });
    expect(code).toBe(0);
    const { tables } = await jsonOf('stad.xlsx', '--by', 'year', '--publication');
    const rows = tables.flatMap(({ id, rows: own }) => own.map((row) => ({ id, ...row })));
    const hidden = rows.flatMap(({ id, key, cells }) =>
      Object.entries(cells).flatMap(([scope, { suppressed }]) =>
        suppressed ? [`${id} ${key} ${scope}`] : [],
      ),
    );
    expect(hidden).toContain('persons-by-group 12+ part=2022');
    expect(hidden.filter((cell) => cell.endsWith(' together'))).toEqual([]);
    // Of 238 figures; with all that hangs together hidden there were 74.
    expect(hidden.length).toBeLessThan(50);
  });

  it('lays towns side by side, with their inhabitants and rows of one’s own', async () => {
    const json = await jsonOf(
      'alby.csv',
      'berga.csv',
      'dala.csv',
      '--population',
      'folk.csv',
      '--profile',
      'profil.json',
    );
    expect(json.parts.map(({ name, population }) => [name, population])).toEqual([
      ['alby', 25_786],
      ['berga', 18_000],
      ['dala', 9_000],
    ]);
    expect(json.personsInSeveralParts).toBe(7);
    expect(valueOf(json, 'parts', 'persons', 'together')).toBe(310);
    expect(valueOf(json, 'parts', 'persons-per-10000', 'part=dala')).toBeCloseTo(66.6667, 3);
    expect(valueOf(json, 'rows', 'column:Missbruk=Narkotika', 'part=alby')).toBeGreaterThan(0);
  });

  it('splits a register by a column, by year and by periods, and says what is left over', async () => {
    const byColumn = await jsonOf('alby.csv', '--by', 'Distrikt');
    expect(byColumn.parts.map(({ name }) => name)).toEqual(['Norr', 'Söder', 'Öster']);
    expect(byColumn.inNone).toBeGreaterThan(0);
    const byYear = await jsonOf('alby.csv', '--by', 'year');
    expect(byYear.parts.map(({ name }) => name)).toEqual(['2019', '2020', '2021']);
    expect(byYear.inNone).toBe(0);
    const periods = await jsonOf('alby.csv', '--periods', '2019, 2020-03-01..2021-12-31');
    expect(periods.parts.map(({ name }) => name)).toEqual(['2019', '2020-03–2021-12']);
    const of = (key: string) => valueOf(periods, 'parts', 'actualisations', key)!;
    expect(of('together') + periods.inNone!).toBe(402);
  });

  it('writes a workbook and, without --json and --out, the tables', async () => {
    const done = await compare('alby.csv', 'berga.csv', '--out', 'jfr.xlsx', '--names', 'Alby, Berga');
    expect([done.code, done.out, done.error]).toEqual([0, '', '']);
    const workbook = await readWorkbook(readFileSync(folder.at('jfr.xlsx')), { name: 'jfr.xlsx' });
    expect(workbook.ok).toBe(true);
    const { out } = await compare('alby.csv', 'berga.csv', '--lang', 'en');
    expect(out).toContain('Differences: Profile, part by part');
    expect(out).toContain('Kruskal–Wallis');
    expect(out).not.toContain('SHA-256');
  });

  it('hides what rests on few persons with --publication, and tells no rows', async () => {
    const json = await jsonOf('alby.csv', 'berga.csv', 'dala.csv', '--publication');
    expect(json.parts.every(({ rows }) => rows === undefined)).toBe(true);
    expect(json.tables.map(({ id }) => id)).not.toContain('return');
    const hidden = json.tables
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))
      .filter(({ suppressed }) => suppressed);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every((cell) => Object.keys(cell).length === 1)).toBe(true);
  });

  it('takes parts of few persons together with --publication, so that none is called by their value', async () => {
    const places = Array.from({ length: 14 }, (_, p) => (p < 12 ? (p < 6 ? 'Norr' : 'Söder') : 'Ensamby'));
    const rows = places.map((place, p) => `P${String(p)};2020-01-0${String(1 + (p % 9))};${place}`);
    folder.write('platser.csv', ['Person;Datum;Plats', ...rows].join('\n'));
    const named = (json: Json) => json.parts.map(({ name }) => name);
    expect(named(await jsonOf('platser.csv', '--by', 'Plats'))).toContain('Ensamby');
    const published = await jsonOf('platser.csv', '--by', 'Plats', '--publication');
    expect(named(published)).toEqual(['Norr', 'Söder', 'other']);
    expect(JSON.stringify(published)).not.toContain('Ensamby');
  });
});

describe('what is wrong with a comparison is one line with the mend', () => {
  it.each([
    [['alby.csv'], /Ange vad «.*alby\.csv» ska delas efter \(--by organisation/],
    [['alby.csv', 'berga.csv', '--by', 'year'], /Flera filer jämförs som de är/],
    [['alby.csv', 'berga.csv', '--names', 'A'], /--names har 1 namn för 2 filer/],
    [['alby.csv', 'alby.csv'], /Två delar heter «alby»/],
    [['utan.csv', '--by', 'organisation'], /utan\.csv: .*ingen kolumn för organisation/],
    [['alby.csv', '--by', 'Distrikk'], /Ingen kolumn heter «Distrikk»\. Närmast är «Distrikt»/],
    [['alby.csv', '--by', 'period'], /behöver perioderna: --periods/],
    [['alby.csv', '--periods', '2019-13'], /Perioden «2019-13» går inte att läsa/],
    [['alby.csv', '--periods', '2020,2019-2020'], /har dagar gemensamt/],
    [['alby.csv', '--periods', '2021-2020,2019'], /slutar innan den börjar/],
    [['alby.csv', '--periods', '1999,2001'], /ingen del med aktualiseringar/],
    [['alby.csv', 'berga.csv', '--profile', 'Person'], /säger vem eller vilket ärende/],
    [['alby.csv', 'berga.csv', '--profile', 'Distrikt,distrikt'], /«distrikt» är vald två gånger/],
    [['alby.csv', 'berga.csv', '--profile', 'saknas.json'], /saknas\.json» finns inte/],
    [['alby.csv', 'berga.csv', '--population', 'alby.csv'], /inget antal invånare för «alby»|två rader/],
    [['alby.csv', 'berga.csv', '--across', 'x'], /--across hör till isu review tables/],
    [['alby.csv', 'berga.csv', '--popluation', 'x'], /Närmast är --population/],
    [['alby.csv', 'berga.csv', '--out', 'x.csv'], /sluta på \.xlsx/],
    [['alby.csv', 'berga.csv', '--json', 'berga.csv'], /är en fil som läses/],
  ])('isu compare %j', async (args, sentence) => {
    const { code, out, error } = await compare(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).toMatch(sentence);
  });

  it.each([
    ['{"rowz": []}', /«rowz» finns inte\. Närmast är «rows»/],
    ['{"rows": [{"column": "Distrikt", "top": 0}]}', /«rows\.1\.top» 0 går inte att använda/],
    ['{"rows": [{"column": "Distrikt", "sort": 1}]}', /«rows\.1\.sort» finns inte/],
    ['{"base": "rader"}', /«base» "rader".*"actualisations", "persons"/],
    ['{"protection": {"threshold": 1}}', /«protection\.threshold» 1/],
  ])('the profile %s', async (profile, sentence) => {
    folder.write('fel.json', profile);
    const { code, error } = await compare('alby.csv', 'berga.csv', '--profile', 'fel.json');
    expect(code).toBe(2);
    expect(error).toMatch(/^fel\.json: [^\n]+\n$/);
    expect(error).toMatch(sentence);
  });

  it('a file without a usable row is exit code 1', async () => {
    folder.write('tom.csv', 'Person;Datum\nA;\n');
    const { code, error } = await isu(['compare', 'alby.csv', 'tom.csv'], { cwd: folder.path });
    expect(code).toBe(1);
    expect(error).toMatch(/^tom\.csv: [^\n]+\n$/);
  });
});

describe('isu compare --help', () => {
  it.each(['sv', 'en'] as const)('in %s lists every option and exit code, within 80 columns', (language) => {
    const help = COMPARE_HELP[language];
    for (const option of OPTIONS.compare) expect(help).toContain(`--${option}`);
    expect(help).toMatch(/\n {2}0 {2}.+\n {2}1 {2}.+\n {2}2 {2}.+\n/);
    for (const line of help.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  it('is told of where help begins', async () => {
    expect((await isu(['--help'])).out).toContain('isu compare --help');
    expect((await isu(['compare', '--help'])).out).toBe(COMPARE_HELP.sv);
  });
});
