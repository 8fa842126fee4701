/**
 * Published results attacked by somebody who has the JSON and a solver, and writes down for himself what he can know of
 * it. Unlike the attacks on the protection's own equations, this one finds what the protection never thought of.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import { resultJson } from '../../src/document/json.ts';
import { sheetOf } from '../../src/register/sheet.ts';
import { readSettings } from '../../src/settings.ts';
import { foundOut, loadSolver } from './knowledge.ts';
import { toldByResult, type PublishedResult, type Row } from './told-by-result.ts';

const HEADER = [
  ...['Person', 'Aktualiseringsdatum', 'Aktualiseringstyp', 'Aktualiserande part', 'Beslut', 'Kön', 'Ålder'],
];

function published(rows: readonly Row[], json: unknown): PublishedResult {
  const settings = readSettings(json, '2026-11-22');
  if (!settings.ok) throw new Error(settings.problem.en);
  const cells = rows.map(({ person, date, type, referrer, decision, sex, age }) => {
    return [person, date, type, referrer, decision, sex, age];
  });
  const source = { name: 'x', sha256: null, sheet: null };
  const analysed = analyse(sheetOf([HEADER, ...cells]), settings.value, source);
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return JSON.parse([...resultJson(analysed.value, 'en')].join('')) as PublishedResult;
}

function attack(rows: readonly Row[], result: PublishedResult): string[] {
  const { knowledge, secrets, anyway } = toldByResult(result, rows);
  return foundOut(knowledge, secrets, anyway);
}

/** Where everything is known no table has a row of what is missing, which tells everybody that nothing is. */
const visit = (isWhole: boolean) =>
  fc.record({
    year: fc.constantFrom(2019, 2020, 2021),
    month: fc.integer({ min: 1, max: 9 }),
    type: isWhole
      ? fc.constantFrom('Ansökan', 'Anmälan', 'LOB')
      : fc.constantFrom('Ansökan', 'Anmälan', 'LOB', 'Remiss', ''),
    referrer: isWhole
      ? fc.constantFrom('Polisen', 'Anhörig', 'Skola')
      : fc.constantFrom('Polisen', 'Anhörig', 'Granne', ''),
    decision: isWhole ? fc.constantFrom('Ja', 'Nej') : fc.constantFrom('Ja', 'Nej', ''),
  });

/** Most come once or twice, some many times; sex and age are a person's, all else a visit's. */
const person = (isWhole: boolean) => {
  const times = (minLength: number, maxLength: number) => fc.array(visit(isWhole), { minLength, maxLength });
  return fc.record({
    sex: isWhole ? fc.constantFrom('Man', 'Kvinna') : fc.constantFrom('Man', 'Man', 'Kvinna', ''),
    age: isWhole ? fc.constantFrom(25, 60) : fc.constantFrom(20, 25, 60, null),
    visits: fc.oneof(
      { weight: 5, arbitrary: times(1, 1) },
      { weight: 3, arbitrary: times(2, 2) },
      { weight: 3, arbitrary: times(3, 6) },
      { weight: 1, arbitrary: times(7, 14) },
    ),
  });
};

const registers = fc.boolean().chain((isWhole) =>
  fc.array(person(isWhole), { minLength: 8, maxLength: 30 }).map((persons) =>
    persons.flatMap(({ sex, age, visits }, p) =>
      visits.map(({ year, month, ...rest }) => {
        const date = `${String(year)}-0${String(month)}-15`;
        return { person: `p${String(p)}`, sex, age, year, date, ...rest };
      }),
    ),
  ),
);

/** Shares of persons tie persons and actualisations in every row, which takes the protection long in small registers. */
const settings = fc.record({
  groups: fc.constantFrom([1, 2, 3, 7, 12], [1, 2, 3, 7], [1, 2], [1, 3]),
  profileBase: fc.oneof(
    { weight: 9, arbitrary: fc.constant('actualisations') },
    { weight: 1, arbitrary: fc.constant('persons') },
  ),
  selection: fc.constantFrom(null, { atLeast: 2 }, { atLeast: 4 }, { atLeast: 7 }, { activeYears: [2020] }),
  period: fc.constantFrom(null, { from: null, to: '2021-12-31' }),
  protection: fc.record({ mode: fc.constant('publication'), threshold: fc.constantFrom(3, 5) }),
});

const MORE = process.env['ISU_FUZZ_RUNS'];
const RUNS = Math.ceil(Number(MORE ?? 500) / 80);

describe('somebody who has the published JSON of an analysis', () => {
  beforeAll(loadSolver);

  it('cannot work out a count of few persons, nor see that it is of few', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(registers, settings, (rows, asked) => {
        expect(attack(rows, published(rows, asked))).toEqual([]);
      }),
      // The same registers each time; others with ISU_FUZZ_RUNS.
      { numRuns: RUNS, endOnFailure: true, ...(MORE === undefined && { seed: 7 }) },
    );
  });

  it('would find a small group if how many were selected gave it away', () => {
    const rows = madeUp([20, 12, 9, 3]);
    const asked = { groups: [1, 2, 3, 7], protection: { mode: 'publication', threshold: 5 } };
    const result = published(rows, { ...asked, selection: { atLeast: 3 } });
    expect(attack(rows, result)).toEqual([]);
    const told = { ...result, selection: { selected: 12 } };
    expect(attack(rows, { ...told, tables: result.tables.map(shownAgain('3-6', 9, 36)) })).toContain(
      'persons|7+ is 3, at most 3, not 5',
    );
  });

  it('does not learn from the warnings how many actualisations of an unlikely year there are', () => {
    const rows = madeUp([20, 12, 9, 0]);
    const late = rows.map((row, at) => (at < 2 ? { ...row, year: 2030, date: '2030-01-15' } : row));
    const result = published(late, { groups: [1, 2, 3], protection: { mode: 'publication', threshold: 5 } });
    expect(result.rows.warnings.filter(({ warning }) => warning === 'unlikely-date')).toHaveLength(2);
    // Two rows are two warnings whatever is hidden: the account of rows is shown, and the protocol says so.
    expect(attack(late, result)).toEqual([]);
  });

  it('is told nothing of concentration while a frequency group is hidden', () => {
    const { concentration } = published(madeUp([20, 12, 9, 3]), {
      groups: [1, 2, 3, 7],
      protection: { mode: 'publication', threshold: 5 },
    });
    expect(concentration.gini).toBeNull();
    expect(concentration.lorenz).toEqual([]);
    expect(concentration.top.every(({ suppressed }) => suppressed)).toBe(true);
  });
});

/** So many persons who come once, twice, four times and eight times. */
function madeUp([once, twice, often, most]: readonly [number, number, number, number]): Row[] {
  const times = [once, twice, often, most].flatMap((n, at) => Array.from({ length: n }, () => 2 ** at));
  return times.flatMap((n, p) =>
    Array.from({ length: n }, (_, visited): Row => {
      const year = 2019 + ((p + visited) % 3);
      return {
        person: `p${String(p)}`,
        year,
        date: `${String(year)}-0${String(1 + (visited % 9))}-15`,
        type: (['Ansökan', 'Anmälan', 'LOB'] as const)[(p + visited) % 3]!,
        referrer: ['Polisen', 'Anhörig'][p % 2]!,
        decision: (['Ja', 'Nej'] as const)[p % 2]!,
        sex: (['Man', 'Kvinna'] as const)[p % 2]!,
        age: 20 + p,
      };
    }),
  );
}

function shownAgain(group: string, persons: number, actualisations: number) {
  const cells = { persons: { value: persons }, actualisations: { value: actualisations } };
  return (table: PublishedResult['tables'][number]): PublishedResult['tables'][number] =>
    table.id === 'actualisations-by-group'
      ? {
          ...table,
          rows: table.rows.map((row) =>
            row.key === group ? { key: group, cells: { ...row.cells, ...cells } } : row,
          ),
        }
      : table;
}
