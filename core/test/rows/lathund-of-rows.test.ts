/**
 * The lathund of rows in memory is the one of the general road, which the other tests hold against R, LibreOffice and
 * DuckDB: here the two are given the same rows. What is small is worked out by hand.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lathundOfColumns } from '../../src/lathund/lathund-of-columns.ts';
import { dayNumber, isoDate } from '../../src/register/day.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { lathundOfRows, type Rows } from '../../src/rows/index.ts';
import { dayAt, groupsIn, rowAt, rowsInOrder } from '../../src/rows/row-order.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';

const SETTINGS = defaultSettings('2026-11-22');

function found(rows: Rows, settings: Settings = SETTINGS) {
  const outcome = lathundOfRows(rows, settings);
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

/** Everything that is told, in numbers and texts. */
function told(rows: Rows, settings: Settings) {
  const { lathund, personOfRow, account } = found(rows, settings);
  return { ...figures(lathund), personOfRow: [...personOfRow], account };
}

function toldByTheGeneralRoad(person: readonly Cell[], date: readonly Cell[], settings: Settings) {
  const outcome = lathundOfColumns({ person, date, number: null, dateSystem: 1900 }, settings);
  if (!outcome.ok) throw new Error(outcome.problem.en);
  const { lathund, personOfRow, account } = outcome.value;
  // Its rows have a header above them.
  const shifted = <T extends { readonly row: number }>(rows: readonly T[]) =>
    rows.map((one) => ({ ...one, row: one.row - 1 }));
  const { excluded, warnings, ...rows } = account;
  return {
    ...figures(lathund),
    personOfRow: [...personOfRow],
    account: { ...rows, excluded: shifted(excluded), warnings: shifted(warnings) },
  };
}

function figures(lathund: ReturnType<typeof found>['lathund']) {
  const { persons, key, actualisations, first, last, months, group, groups, keys } = lathund;
  return {
    keys: Array.from({ length: persons }, (_, p) => key(p)),
    digits: [...keys.digits],
    columns: [actualisations, first, last, months, group].map((column) => Array.from(column)),
    groups,
  };
}

describe('two arrays, of persons and of dates', () => {
  const rows = {
    person: ['198112189876', '196002109863', '19811218-9876', '196002109863', '8112189876'],
    date: ['2020-03-01', '2017-01-05', '2020-01-31', '2017-02-04', '2021-01-01'],
  };

  test('give count, first, last, months and group of each person, sorted by key', () => {
    const { lathund, personOfRow, day, account } = found(rows);
    expect([lathund.key(0), lathund.key(1)]).toEqual(['196002109863', '198112189876']);
    expect([...lathund.actualisations]).toEqual([2, 3]);
    expect([...lathund.first].map(isoDate)).toEqual(['2017-01-05', '2020-01-31']);
    expect([...lathund.last].map(isoDate)).toEqual(['2017-02-04', '2021-01-01']);
    expect([...lathund.months]).toEqual([0, 11]);
    expect([...lathund.group].map((group) => lathund.groups[group]?.key)).toEqual(['2', '3-6']);
    expect([...personOfRow]).toEqual([1, 0, 1, 0, 1]);
    expect([...day].map(isoDate)).toEqual(rows.date);
    expect(account).toEqual({ read: 5, used: 5, excluded: [], warnings: [] });
  });

  test('may be numbers, typed arrays, and dates of any kind', () => {
    const person = [198112189876, 196002109863, 198112189876, 196002109863, 8112189876];
    const days = Int32Array.of(
      ...rows.date.map((date) => dayNumber(+date.slice(0, 4), +date.slice(5, 7), +date.slice(8))),
    );
    const dates = rows.date.map((date) => new Date(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8)));
    const expected = told(rows, SETTINGS);
    expect(told({ person, date: days }, SETTINGS)).toEqual(expected);
    expect(told({ person: Float64Array.from(person), date: dates }, SETTINGS)).toEqual(expected);
  });

  test('are warned of where days are equal or unlikely, or a check digit is wrong', () => {
    const person = ['198112189876', '198112189876', '196002109863', '198112189875', '198112189876'];
    const date = ['2020-01-31', '2026-11-23', '1989-12-31', '1990-01-01', '2020-01-31'];
    expect(found({ person, date }).account.warnings).toEqual([
      { row: 1, warning: 'equal-rows' },
      { row: 2, warning: 'unlikely-date' },
      { row: 3, warning: 'unlikely-date' },
      { row: 4, warning: 'check-digit' },
      { row: 5, warning: 'equal-rows' },
    ]);
  });

  test('are of personnummer where more than half of the filled cells are', () => {
    const keys = (...person: Cell[]) => {
      const { lathund } = found({ person, date: person.map(() => '2020-01-31') });
      return Array.from({ length: lathund.persons }, (_, p) => lathund.key(p));
    };
    expect(keys('19811261-9872', 'P1', null)).toEqual(['19811261-9872', 'P1']);
    expect(keys('19811261-9872', '8112189876', 'P1', null)).toEqual(['198112189876', '198112619872', 'P1']);
  });

  test('are of the same length, or the program is wrong', () => {
    expect(() => lathundOfRows({ person: ['A'], date: [] }, SETTINGS)).toThrow('1 persons and 0 dates');
  });

  test('have no other columns to limit by', () => {
    const outcome = lathundOfRows(rows, { ...SETTINGS, reasons: ['missbruk'] });
    expect(outcome.ok ? null : outcome.problem.code).toBe('limit-without-column');
  });

  test('none at all are no person', () => {
    expect(told({ person: [], date: [] }, SETTINGS)).toMatchObject({ keys: [], personOfRow: [] });
  });

  test('day numbers that no calendar has are told as the dates that they would be', () => {
    const date = Int32Array.of(-800_000, dayNumber(9999, 12, 31), dayNumber(2020, 1, 1));
    const { excluded } = found({ person: ['P1', 'P1', 'P1'], date }).account;
    expect(excluded.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'invalid-date'],
      [2, 'missing-date'],
    ]);
  });
});

describe('any rows', () => {
  const personnummer = fc.constantFrom<Cell>(
    '198112189876',
    '19811218-9876',
    198112189876,
    '811218-9876',
    '8112189876',
    ' 19811218-9876 ',
    '19811218-9875',
    '198112789873',
    '19811261-9872',
    '196002109863',
    '600210+9863',
    '170405-9808',
    '170405+9808',
    '000229-9812',
    198002299811,
    '19800229-9811',
    209912319999,
    180001010001,
    '18000101-0001',
    2902299811,
    '19811218+9876',
    '1981121/9876',
    '19811218987:',
  );
  const other = fc.constantFrom<Cell>(
    '19811218-0000',
    '198112180000',
    198112180000,
    '19811218-TF12',
    '19811399-1234',
    '198199991234',
    195999991234,
    '198102301234',
    '17991231-1234',
    '210001011234',
    198112189876.5,
    'P1',
    'p2',
    'Åsa',
    17,
    '1017',
    true,
    'okänd',
    '',
    '  ',
    null,
    undefined,
    Number.NaN,
  );
  const date = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 6570, max: 20_500 }).map(isoDate) },
    { weight: 3, arbitrary: fc.constantFrom('1989-12-31', '1990-01-01', '2026-11-22', '2026-11-23') },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Cell>(
        '2020-01-31',
        '2020-02-29',
        '2021-02-29',
        '2020-1x-01',
        '2020-0/-31',
        '202:-01-31',
        '20200131',
        '2020-01-31 08:15',
        '5/1 2017',
        '0000-00-00',
        '9999-12-31',
        '1899-12-31',
        '1789-07-14',
        '2155-12-31',
        '2156-01-01',
        '2020-13-01',
        '2020-01-32',
        43_861,
        20_200_131,
        new Date(2020, 0, 31, 23, 59),
        new Date(Number.NaN),
        null,
        undefined,
        '',
        'i går',
        false,
      ),
    },
  );
  const rowsWith = (person: fc.Arbitrary<Cell>) => fc.array(fc.tuple(person, date), { maxLength: 60 });
  const settings = fc.record({
    period: fc.constantFrom(null, { from: '2000-01-01', to: '2020-06-30' }, { from: null, to: '2019-12-31' }),
    lowestAge: fc.constantFrom(null, 18, 60),
    months: fc.constantFrom('completed', 'boundaries', 'average'),
    groups: fc.constantFrom([1, 2, 3, 7, 12], [1, 2]),
  });

  test.each([
    [
      'mostly personnummer',
      fc.oneof({ weight: 9, arbitrary: personnummer }, { weight: 1, arbitrary: other }),
    ],
    ['as many of the one as of the other', fc.oneof(personnummer, other)],
    ['other identifiers', other],
  ] as const)('(%s) give what the general road gives', (_, person) => {
    fc.assert(
      fc.property(rowsWith(person), settings, (cells, chosen) => {
        const persons = cells.map(([cell]) => cell);
        const dates = cells.map(([, cell]) => cell);
        const asked = { ...SETTINGS, ...chosen };
        expect(told({ person: persons, date: dates }, asked)).toEqual(
          toldByTheGeneralRoad(persons, dates, asked),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('more than a block of rows and of persons, with one who has more rows than a block, give the same', () => {
    const made = (size: number) => {
      let state = 7;
      const upTo = (n: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 4_294_967_296) * n);
      };
      const oneOf = (row: number) =>
        row % 3 === 0
          ? 198112189876
          : (1940 + upTo(60)) * 1e8 + (1 + upTo(12)) * 1e6 + (1 + upTo(28)) * 1e4 + upTo(10_000);
      const persons = Array.from({ length: size }, (_, row) => oneOf(row));
      const dates = persons.map(() => isoDate(upTo(100) === 0 ? upTo(60_000) - 40_000 : 15_000 + upTo(5000)));
      return [persons, dates] as const;
    };
    const [person, date] = made(30_000);
    expect(told({ person, date }, SETTINGS)).toEqual(toldByTheGeneralRoad(person, date, SETTINGS));
  });

  test('in whatever order they come, give the same persons', () => {
    fc.assert(
      fc.property(rowsWith(personnummer), (cells) => {
        const of = (rows: typeof cells) =>
          figures(found({ person: rows.map(([p]) => p), date: rows.map(([, d]) => d) }).lathund);
        expect(of([...cells].reverse())).toEqual(of(cells));
      }),
    );
  });
});

describe('rows in the order of whole numbers', () => {
  const number = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 4_294_967_295 }));
  const days = fc.constantFrom(
    { first: 17_167, between: 2 },
    // The whole calendar: there are then fewer bits for the numbers, and more parts.
    { first: -719_162, between: 12_000 },
  );

  test('of any size below 2³², those of one number as they came, without those left out', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), days, (numbers, { first, between }) => {
        const day = Int32Array.from(numbers.keys(), (row) => first + row * between);
        const fate = Uint8Array.from(numbers.keys(), (row) => (row % 5 === 4 ? 1 : 0));
        const order = rowsInOrder(Uint32Array.from(numbers), day, fate);
        const expected = [...numbers.entries()]
          .filter(([row]) => row % 5 !== 4)
          .sort(([i, a], [j, b]) => a - b || i - j);
        const { keys, begins } = groupsIn(order);
        const found = [...keys].flatMap((key, group) =>
          placesBetween(begins[group]!, begins[group + 1]!).map((at) => [
            key,
            rowAt(order, at),
            dayAt(order, at),
          ]),
        );
        expect(found).toEqual(expected.map(([row, key]) => [key, row, day[row]]));
      }),
    );
  });

  test('of more rows than a block holds, with days of the whole calendar', () => {
    const size = 40_000;
    const keys = Uint32Array.from({ length: size }, (_, row) => Math.imul(row % 777, 0x9e3779b1));
    const day = Int32Array.from({ length: size }, (_, row) => -719_162 + ((row * 7919) % 3_600_000));
    const order = rowsInOrder(keys, day, new Uint8Array(size));
    const rows = placesBetween(0, size).map((at) => rowAt(order, at));
    expect(rows).toEqual([...keys.keys()].sort((i, j) => keys[i]! - keys[j]! || i - j));
    expect(placesBetween(0, size).map((at) => dayAt(order, at))).toEqual(rows.map((row) => day[row]));
  });

  function placesBetween(begin: number, end: number): number[] {
    return Array.from({ length: end - begin }, (_, at) => begin + at);
  }
});
