/** Settings as users write them: every key optional, every mistake named with its key, its value and the mend. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from '../../src/settings.ts';

const TODAY = '2026-11-22';

function problemOf(json: unknown) {
  const read = readSettings(json, TODAY);
  if (read.ok) throw new Error('these settings are right');
  return read.problem;
}

function settingsOf(json: unknown) {
  const read = readSettings(json, TODAY);
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

describe('left out', () => {
  it('every key has its default, and the day of the analysis is today', () => {
    expect(settingsOf({})).toEqual(defaultSettings(TODAY));
    expect(settingsOf({})).toMatchObject({
      period: null,
      lowestAge: null,
      groups: [1, 2, 3, 7, 12],
      months: 'completed',
      asOf: TODAY,
      selection: null,
      protection: { mode: 'internal', threshold: 5 },
    });
  });

  it('null is the same as left out', () => {
    const keys = Object.keys(defaultSettings(TODAY));
    expect(settingsOf(Object.fromEntries(keys.map((key) => [key, null])))).toEqual(defaultSettings(TODAY));
  });

  it('a part left out of an object has its default', () => {
    expect(settingsOf({ protection: { mode: 'publication' } }).protection).toMatchObject({
      mode: 'publication',
      threshold: 5,
    });
    expect(settingsOf({ period: { from: '2017-01-01' } }).period).toEqual({ from: '2017-01-01', to: null });
    expect(settingsOf({ period: {} }).period).toBeNull();
    expect(settingsOf({ selection: {} }).selection).toBeNull();
    expect(settingsOf({ selection: { sample: { size: 10 } } }).selection).toEqual({
      sample: { size: 10, seed: 1 },
    });
  });
});

/** The settings that the contract of the command line shows, with something in each place. */
const CONTRACT = {
  columns: { person: 'Personnr', date: 'Inkom' },
  codes: { type: { Orosanmälan: 'report' } },
  period: { from: '2017-01-01', to: '2022-06-30' },
  lowestAge: 18,
  reasons: ['Missbruk/beroende'],
  organisations: ['Vuxenenheten'],
  groups: [1, 2, 3, 7, 12],
  months: 'completed',
  asOf: '2026-11-22',
  selection: { atLeast: 12, activeYears: [2017, 2021, 2022] },
  protection: { mode: 'internal', threshold: 5 },
  pseudonymKeyFile: 'nyckel.txt',
};

describe('as the contract shows them', () => {
  it('they are taken as written', () => {
    expect(settingsOf(CONTRACT)).toMatchObject(CONTRACT);
  });

  it('and given again they are the same', () => {
    const once = settingsOf(CONTRACT);
    expect(settingsOf(JSON.parse(JSON.stringify(once)))).toEqual(once);
    expect(JSON.stringify(settingsOf(JSON.parse(JSON.stringify(once))))).toBe(JSON.stringify(once));
  });

  it('the order of keys does not matter', () => {
    const reversed = Object.fromEntries(Object.entries(CONTRACT).reverse());
    expect(JSON.stringify(settingsOf(reversed))).toBe(JSON.stringify(settingsOf(CONTRACT)));
  });
});

describe('an unknown key is named with the nearest known one', () => {
  it.each([
    [{ lowestage: 18 }, 'lowestage', 'lowestAge'],
    [{ lowestAg: 18 }, 'lowestAg', 'lowestAge'],
    [{ group: [1, 2] }, 'group', 'groups'],
    [{ Months: 'completed' }, 'Months', 'months'],
    [{ perid: {} }, 'perid', 'period'],
    [{ columns: { persn: 'A' } }, 'columns.persn', 'person'],
    [{ columns: { Person: 'A' } }, 'columns.Person', 'person'],
    [{ codes: { typ: {} } }, 'codes.typ', 'type'],
    [{ period: { form: '2017-01-01' } }, 'period.form', 'from'],
    [{ selection: { atleast: 12 } }, 'selection.atleast', 'atLeast'],
    [{ selection: { sample: { size: 3, sed: 1 } } }, 'selection.sample.sed', 'seed'],
    [{ protection: { treshold: 5 } }, 'protection.treshold', 'threshold'],
  ])('%j', (json, key, nearest) => {
    const problem = problemOf(json);
    expect(problem.code).toBe('unknown-setting');
    expect(problem.sv).toContain(`«${key}»`);
    expect(problem.sv).toContain(`Närmast är «${nearest}»`);
    expect(problem.en).toContain(`"${key}"`);
    expect(problem.en).toContain(`The nearest is "${nearest}"`);
  });

  it('also a key that every object has, or that JSON alone can make', () => {
    for (const json of ['{"__proto__": 1}', '{"constructor": 1}', '{"toString": 1}', '{"": 1}'])
      expect(problemOf(JSON.parse(json)).code).toBe('unknown-setting');
  });
});

describe('a wrong value is named with its key and the mend', () => {
  it.each<[object, string, string]>([
    [{ columns: 'Personnr' }, 'columns', '"Personnr"'],
    [{ columns: ['A'] }, 'columns', '["A"]'],
    [{ columns: { person: 3 } }, 'columns.person', '3'],
    [{ columns: { person: '  ' } }, 'columns.person', '"  "'],
    [{ codes: [] }, 'codes', '[]'],
    [{ codes: { type: 'report' } }, 'codes.type', '"report"'],
    [{ codes: { type: ['report'] } }, 'codes.type', '["report"]'],
    [{ codes: { type: { Tips: 'raport' } } }, 'codes.type.Tips', '"raport"'],
    [{ codes: { type: { Tips: 7 } } }, 'codes.type.Tips', '7'],
    [{ codes: { investigation: { x: 'kanske' } } }, 'codes.investigation.x', '"kanske"'],
    [{ codes: { sex: { x: 'Z' } } }, 'codes.sex.x', '"Z"'],
    [{ period: '2017' }, 'period', '"2017"'],
    [{ period: { from: '2017-02-30' } }, 'period.from', '"2017-02-30"'],
    [{ period: { from: '1/1 2017' } }, 'period.from', '"1/1 2017"'],
    [{ period: { to: 20170101 } }, 'period.to', '20170101'],
    [{ lowestAge: '18' }, 'lowestAge', '"18"'],
    [{ lowestAge: 17.5 }, 'lowestAge', '17.5'],
    [{ lowestAge: -1 }, 'lowestAge', '-1'],
    [{ lowestAge: 151 }, 'lowestAge', '151'],
    [{ reasons: 'Missbruk' }, 'reasons', '"Missbruk"'],
    [{ reasons: [] }, 'reasons', '[]'],
    [{ reasons: [''] }, 'reasons', '[""]'],
    [{ types: [1] }, 'types', '[1]'],
    [{ organisations: {} }, 'organisations', '{}'],
    [{ groups: [] }, 'groups', '[]'],
    [{ groups: 12 }, 'groups', '12'],
    [{ groups: [2, 3] }, 'groups', '[2,3]'],
    [{ groups: [0, 1] }, 'groups', '[0,1]'],
    [{ groups: [1, 3, 2] }, 'groups', '[1,3,2]'],
    [{ groups: [1, 2, 2] }, 'groups', '[1,2,2]'],
    [{ groups: [1, 2.5] }, 'groups', '[1,2.5]'],
    [{ groups: [1, '2'] }, 'groups', '[1,"2"]'],
    [{ groups: [1, null] }, 'groups', '[1,null]'],
    [{ months: 'hela' }, 'months', '"hela"'],
    [{ months: true }, 'months', 'true'],
    [{ profileBase: 'rows' }, 'profileBase', '"rows"'],
    [{ intervals: 'ja' }, 'intervals', '"ja"'],
    [{ comparison: 1 }, 'comparison', '1'],
    [{ returnBy: 'age' }, 'returnBy', '"age"'],
    [{ asOf: 'idag' }, 'asOf', '"idag"'],
    [{ asOf: '2026-11-31' }, 'asOf', '"2026-11-31"'],
    [{ selection: 12 }, 'selection', '12'],
    [{ selection: { atLeast: 0 } }, 'selection.atLeast', '0'],
    [{ selection: { activeYears: 2017 } }, 'selection.activeYears', '2017'],
    [{ selection: { activeYears: [] } }, 'selection.activeYears', '[]'],
    [{ selection: { activeYears: ['2017'] } }, 'selection.activeYears', '["2017"]'],
    [{ selection: { mostFrequent: 1.5 } }, 'selection.mostFrequent', '1.5'],
    [{ selection: { sample: 10 } }, 'selection.sample', '10'],
    [{ selection: { sample: { size: 0 } } }, 'selection.sample.size', '0'],
    [{ selection: { sample: { size: 3, seed: -1 } } }, 'selection.sample.seed', '-1'],
    [{ selection: { sample: { seed: 1 } } }, 'selection.sample.size', ''],
    [{ protection: 'publication' }, 'protection', '"publication"'],
    [{ protection: { mode: 'public' } }, 'protection.mode', '"public"'],
    [{ protection: { threshold: 1 } }, 'protection.threshold', '1'],
    [{ protection: { rounding: 4 } }, 'protection.rounding', '4'],
    [{ pseudonymKeyFile: 5 }, 'pseudonymKeyFile', '5'],
  ])('%j', (json, key, value) => {
    const problem = problemOf(json);
    expect(problem.code).toBe('wrong-setting');
    expect(problem.sv).toContain(`«${key}» ${value}`.trim());
    expect(problem.en).toContain(`"${key}" ${value}`.trim());
  });

  it('settings that are no object', () => {
    for (const json of [null, undefined, [], 'lowestAge', 18, true])
      expect(problemOf(json).en).toContain('must be a JSON object');
  });

  it('a period that ends before it starts', () => {
    const problem = problemOf({ period: { from: '2022-06-30', to: '2017-01-01' } });
    expect(problem.code).toBe('period-reversed');
    expect(problem.sv).toContain('2017-01-01');
    expect(problem.sv).toContain('2022-06-30');
  });

  it('a period of one day is a period', () => {
    expect(settingsOf({ period: { from: '2022-06-30', to: '2022-06-30' } }).period).not.toBeNull();
  });
});

describe('what is assigned to a code', () => {
  it('may be the code or a word for it', () => {
    expect(
      settingsOf({ codes: { type: { Tips: 'report', Brev: 'anmälan', Bok: 'Ansökan' } } }).codes,
    ).toEqual({
      type: { Tips: 'report', Brev: 'anmälan', Bok: 'Ansökan' },
    });
  });

  it('may be any name where the column has names only', () => {
    expect(settingsOf({ codes: { referrer: { Snuten: 'Polisen' } } }).codes.referrer).toEqual({
      Snuten: 'Polisen',
    });
  });
});

describe('whatever JSON comes', () => {
  const runs = { numRuns: Number(process.env['ISU_FUZZ_RUNS'] ?? 500) };
  const KEYS = [
    ...Object.keys(defaultSettings(TODAY)),
    ...[
      'person',
      'date',
      'type',
      'from',
      'to',
      'atLeast',
      'activeYears',
      'mostFrequent',
      'sample',
      'size',
      'seed',
    ],
    ...['mode', 'threshold', 'rounding', '__proto__', 'constructor', ''],
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        1,
        2,
        18,
        -1,
        1.5,
        1e300,
        '',
        'x',
        '2020-01-01',
        'report',
      ),
      fc.string({ unit: 'binary' }),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const json = fc.oneof(tree, fc.dictionary(fc.constantFrom(...KEYS), tree, { maxKeys: 3 }), fc.jsonValue());

  it('it is settings or a problem in one line in both languages, never an exception', () => {
    fc.assert(
      fc.property(json, (given) => {
        const read = readSettings(JSON.parse(JSON.stringify(given)), TODAY);
        if (read.ok) expect(readSettings(JSON.parse(JSON.stringify(read.value)), '1999-01-01')).toEqual(read);
        else {
          const { sv, en } = read.problem;
          for (const text of [sv, en]) {
            expect(text).not.toMatch(/[\r\n\u2028\u2029]/);
            expect(text.length).toBeGreaterThan(20);
            expect(text.length).toBeLessThan(700);
          }
        }
      }),
      runs,
    );
  });

  it('a long value or key is shown by its beginning', () => {
    const long = 'x'.repeat(10_000);
    expect(problemOf({ lowestAge: long }).sv.length).toBeLessThan(500);
    expect(problemOf({ [long]: 1 }).sv.length).toBeLessThan(800);
    expect(problemOf({ groups: Array.from({ length: 5000 }, () => 1) }).sv.length).toBeLessThan(500);
    expect(problemOf({ codes: { type: { [long]: 1 } } }).sv.length).toBeLessThan(500);
    expect(problemOf({ 'a\nb': 1 }).sv).not.toContain('\n');
  });
});
