/** Dates as exports write them (definitions.md, "Date"). Day numbers are checked against the engine's own calendar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dayNumber, isCalendarDay, isoDate } from '../../src/register/day.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { excludedOf, registerOf, warningsOf } from './reading.ts';

/** The day that a cell is read as, or the reason why its row is excluded. */
function dayOf(cell: Cell, dateSystem: 1900 | 1904 = 1900): string {
  const register = registerOf(
    [
      ['Personnummer', 'Datum'],
      ['19500101-9800', cell],
    ],
    {},
    dateSystem,
  );
  return register.account.excluded[0]?.reason ?? isoDate(register.day[0]!);
}

describe('5 January 2017 in every notation', () => {
  it.each<[string, Cell]>([
    ['ISO date', '2017-01-05'],
    ['ISO date-time', '2017-01-05T08:15:00'],
    ['ISO date-time without seconds', '2017-01-05T08:15'],
    ['ISO date-time in UTC', '2017-01-05T00:00:00Z'],
    ['ISO date-time with thousandths and zone', '2017-01-05T23:30:00.000+01:00'],
    ['ISO date-time of the last minute in another zone', '2017-01-05T23:59:59-05:00'],
    ['date and clock', '2017-01-05 08:15'],
    ['date and clock with seconds', '2017-01-05 08:15:59'],
    ['midnight', '2017-01-05 00:00:00'],
    ['digits alone', '20170105'],
    ['digits and clock', '20170105 08:15'],
    ['a number cell of eight digits', 20170105],
    ['day/month year', '5/1 2017'],
    ['day/month/year', '05/01/2017'],
    ['day/month/year without zeros', '5/1/2017'],
    ['day/month-year', '5/1-2017'],
    ['day.month.year', '5.1.2017'],
    ['day.month.year with zeros', '05.01.2017'],
    ['day.month.year and clock', '5.1.2017 08.15'],
    ['day/month year and clock', '5/1 2017 kl. 08:15'],
    ['two-digit year in ISO order', '17-01-05'],
    ['two-digit year and clock', '17-01-05 08:15'],
    ['small letters', '2017-01-05t08:15:00z'],
    ['digits and clock in small letters', '20170105t08:15z'],
    ['day/month year and clock in capitals', '5/1 2017 KL. 08:15'],
    ['two-digit year and clock in small letters', '17-01-05t08:15z'],
    ['space around', '  2017-01-05  '],
    ['a date cell', 42740],
    ['a date cell with a clock', 42740.34375],
    ['a date cell a minute before midnight', 42740.99930555556],
    ['a Date at its local day', new Date(2017, 0, 5)],
    ['a Date with a clock', new Date(2017, 0, 5, 23, 59)],
  ])('%s', (_, cell) => {
    expect(dayOf(cell)).toBe('2017-01-05');
  });
});

describe('day and month', () => {
  it('are never month first', () => {
    expect(dayOf('01/02/2017')).toBe('2017-02-01');
    expect(dayOf('12/11/2017')).toBe('2017-11-12');
    expect(dayOf('1/13/2017')).toBe('invalid-date');
    expect(dayOf('13/1/2017')).toBe('2017-01-13');
    expect(dayOf('1.2.2017')).toBe('2017-02-01');
  });

  it('are in ISO order where the year has two digits and dashes', () => {
    expect(dayOf('05-01-17')).toBe('2005-01-17');
    expect(dayOf('22-06-30')).toBe('2022-06-30');
    expect(dayOf('99-12-31')).toBe('1999-12-31');
    expect(dayOf('90-01-01')).toBe('1990-01-01');
    expect(dayOf('89-12-31')).toBe('2089-12-31');
    expect(dayOf('17-13-01')).toBe('invalid-date');
  });
});

describe('no date', () => {
  it('is one of too many digits, or with another sign among them', () => {
    for (const text of ['2018-01x01', '2018x01-01', '2018-0:-01', '2018-01-0/', '2018:101', '201801011'])
      expect(dayOf(text), text).toBe('invalid-date');
    expect(dayOf(201801011)).toBe('invalid-date');
  });

  it.each([2, 4, 6, 9, 11])('is the 31st of month %d, and the 30th is one but in February', (month) => {
    const two = String(month).padStart(2, '0');
    expect(dayOf(`2018-${two}-31`)).toBe('invalid-date');
    expect(dayOf(`2018-${two}-30`)).toBe(month === 2 ? 'invalid-date' : `2018-${two}-30`);
  });
});

describe('a date cell', () => {
  // Excel: 1 is 1900-01-01 and 60 the 29 February 1900 that never was; LibreOffice gives the same from 1 March on.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'invalid-date'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [36525, '1999-12-31'],
    [36585, '2000-02-29'],
    [42794, '2017-02-28'],
    [42795, '2017-03-01'],
    [44742, '2022-06-30'],
    [2958464, '9999-12-30'],
    [2958465, 'missing-date'],
    [2958466, 'invalid-date'],
    [0, 'missing-date'],
    [-1, 'invalid-date'],
    [0.5, 'invalid-date'],
    [Infinity, 'invalid-date'],
    [-Infinity, 'invalid-date'],
  ])('%d of the 1900 system is %s', (serial, day) => {
    expect(dayOf(serial)).toBe(day);
  });

  it.each([
    [1, '1904-01-02'],
    [60, '1904-03-01'],
    [41278, '2017-01-05'],
    [41278.75, '2017-01-05'],
    [24107, '1970-01-01'],
  ])('%d of the 1904 system is %s', (serial, day) => {
    expect(dayOf(serial, 1904)).toBe(day);
  });

  it('does not depend on the system where it is text or eight digits', () => {
    expect(dayOf('2017-01-05', 1904)).toBe('2017-01-05');
    expect(dayOf(20170105, 1904)).toBe('2017-01-05');
  });
});

describe('a missing date', () => {
  it.each<[Cell]>([
    [''],
    ['   '],
    [null],
    [undefined],
    ['0000-00-00'],
    ['0000-00-00 00:00:00'],
    ['00000000'],
    ['9999-12-31'],
    ['9999-12-31T00:00:00'],
    ['99991231'],
    ['31/12/9999'],
    ['31.12.9999'],
    ['99999999'],
    [99999999],
    [99991231],
    [0],
    [new Date(NaN)],
    [NaN],
  ])('%s', (cell) => {
    expect(dayOf(cell)).toBe('missing-date');
  });
});

describe('a date that no calendar has', () => {
  it.each<[Cell]>([
    ['2019-02-30'],
    ['2019-02-29'],
    ['1900-02-29'],
    ['2100-02-29'],
    ['2019-04-31'],
    ['2019-13-01'],
    ['2019-00-10'],
    ['2019-01-00'],
    ['20190230'],
    [20190230],
    ['30/2 2019'],
    ['31.4.2019'],
    ['19-02-29'],
    ['0000-01-01'],
    ['2019-02'],
    ['2019'],
    ['i måndags'],
    ['2017-01-05 eller senare'],
    ['2017-01-05-06'],
    ['2017/01-05'],
    ['٢٠١٧-٠١-٠٥'],
    [true],
    [false],
  ])('%s', (cell) => {
    expect(dayOf(cell)).toBe('invalid-date');
  });

  it.each<[Cell]>([['2020-02-29'], ['2000-02-29'], ['29/2 2016'], ['29.2.2024'], ['20200229'], ['20-02-29']])(
    'but %s is a leap day',
    (cell) => {
      expect(dayOf(cell)).toMatch(/-02-29$/);
    },
  );

  it('is told with its row and the cell as written', () => {
    const register = registerOf([
      ['Personnummer', 'Datum'],
      ['19500101-9800', '2019-01-01'],
      ['19500101-9800', ' 2019-02-30 '],
      ['19500101-9800', 20190230],
    ]);
    expect(register.account.excluded).toEqual([
      { row: 3, reason: 'invalid-date', value: '2019-02-30' },
      { row: 4, reason: 'invalid-date', value: '20190230' },
    ]);
  });
});

describe('an unlikely date is used, with a warning', () => {
  it.each([
    ['1989-12-31', true],
    ['1990-01-01', false],
    ['2026-11-22', false], // the day of the analysis
    ['2026-11-23', true],
    ['2099-01-01', true],
    ['0101-01-01', true],
  ])('%s', (date, unlikely) => {
    const register = registerOf(
      [
        ['Personnummer', 'Datum'],
        ['19500101-9800', date],
      ],
      { asOf: '2026-11-22' },
    );
    expect(register.used).toBe(1);
    expect(warningsOf(register)).toEqual(unlikely ? ['2 unlikely-date'] : []);
  });

  it('by the day of the analysis that the settings give', () => {
    const rows = [
      ['Personnummer', 'Datum'],
      ['19500101-9800', '2020-06-01'],
    ];
    expect(warningsOf(registerOf(rows, { asOf: '2020-05-31' }))).toEqual(['2 unlikely-date']);
    expect(warningsOf(registerOf(rows, { asOf: '2020-06-01' }))).toEqual([]);
  });
});

describe('the calendar', () => {
  it('has every day that the engine has, from year 1 to 9999, and gives it back', () => {
    const engine = (day: number) => new Date(day * 86_400_000);
    const first = dayNumber(1, 1, 1);
    const last = dayNumber(9999, 12, 31);
    expect([first, last]).toEqual([-719162, 2932896]);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const { year, month, day: dayOfMonth } = calendarDay(day);
        expect(isoDate(day)).toBe(engine(day).toISOString().slice(0, 10));
        expect(isCalendarDay(year, month, dayOfMonth)).toBe(true);
        expect(dayNumber(year, month, dayOfMonth)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it('has the day after 28 February by the rule of leap years', () => {
    const dayAfter = (year: number) => isoDate(dayNumber(year, 2, 28) + 1).slice(5);
    expect([1900, 2000, 2019, 2020, 2100, 2400].map(dayAfter)).toEqual([
      '03-01',
      '02-29',
      '03-01',
      '02-29',
      '03-01',
      '02-29',
    ]);
  });
});

it('every day of thirty years is read alike in every notation', () => {
  // With few runs asked for, some days of each month.
  const step = Number(process.env['ISU_FUZZ_RUNS'] ?? 500) < 500 ? 23 : 1;
  const days = Array.from({ length: 11_000 / step }, (_, i) => dayNumber(1995, 1, 1) + i * step);
  const two = (n: number) => String(n).padStart(2, '0');
  const notations: ((day: number) => Cell)[] = [
    isoDate,
    (day) => isoDate(day).replaceAll('-', ''),
    (day) => Number(isoDate(day).replaceAll('-', '')),
    (day) => isoDate(day).slice(2),
    (day) => `${isoDate(day)}T12:34:56`,
    (day) => day + 25_569,
    (day) => {
      const { year, month, day: d } = calendarDay(day);
      return `${String(d)}/${String(month)} ${String(year)}`;
    },
    (day) => {
      const { year, month, day: d } = calendarDay(day);
      return `${two(d)}.${two(month)}.${String(year)}`;
    },
  ];
  for (const notation of notations) {
    const register = registerOf([['Person', 'Datum'], ...days.map((day) => ['A', notation(day)])]);
    expect(excludedOf(register)).toEqual([]);
    expect([...register.day]).toEqual(days);
  }
});
