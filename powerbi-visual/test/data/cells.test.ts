/** What a cell of Power BI is to core: days, numbers, texts, blanks. */
import { describe, expect, it } from 'vitest';
import { arrivedIn, reportOf, situationOf, wholeOf } from '../arriving.ts';
import type { Cell } from '../registers.ts';

function tableOf(columns: Record<string, readonly Cell[]>, more: Record<string, string> = {}) {
  const { host, arrivals } = arrivedIn();
  host.show({ name: 'T', columns }, { person: 'Person', date: 'Datum', number: 'Nummer', ...more });
  return wholeOf(arrivals.at(-1));
}

function daysOf(dates: readonly Cell[]): readonly number[] {
  const persons = dates.map((_, at) => `P${String(at)}`);
  const { timelines } = reportOf(
    tableOf({ Person: persons, Datum: dates, Nummer: dates.map((_, at) => at + 1) }),
  );
  if (!timelines.ok) throw new Error(timelines.why);
  const found = new Map<string, number>();
  for (let line = 0; line < timelines.value.count; line++) {
    const { label, first } = timelines.value.at(line);
    found.set(label, first);
  }
  return persons.map((person) => found.get(person) ?? NaN);
}

describe('a date', () => {
  it('is the same day as a date, as text in Swedish and ISO form, as a spreadsheet number, with a clock', () => {
    const same: Cell[] = [
      new Date(2020, 0, 5),
      new Date(2020, 0, 5, 23, 59),
      '2020-01-05',
      '2020-01-05T00:00:00',
      '5/1 2020',
      '20200105',
      20_200_105,
      43_835,
      43_835.75,
    ];
    expect(new Set(daysOf(same))).toEqual(new Set([18_266]));
  });

  it.each<[string, Cell]>([
    ['blank', null],
    ['no calendar day', '2020-02-30'],
    ['infinite', Infinity],
    ['no number', NaN],
    ['no date', new Date(NaN)],
    ['true', true],
  ])('that is %s leaves its row out, and says so', (_, date) => {
    const table = tableOf({ Person: ['A', 'B'], Datum: ['2020-01-05', date], Nummer: [1, 2] });
    const report = reportOf(table);
    expect(report.rows).toEqual({ read: 2, used: 1 });
    expect(report.notices.join()).toMatch(/^1 av 2 rader är inte med: .*datum.* \(1\)\.$/);
  });
});

describe('a person', () => {
  it('is one, whether a number or a text, with a sign or without, with space around', () => {
    const persons: Cell[] = ['19811218-9876', '198112189876', 198_112_189_876, ' 811218-9876 '];
    const table = tableOf({ Person: persons, Datum: persons.map(() => '2020-01-05'), Nummer: [1, 2, 3, 4] });
    expect(reportOf(table).persons.value).toBe(1);
  });

  it('keeps markup in its name as text', () => {
    const name = '<img src=x onerror=alert(1)>';
    const { timelines } = reportOf(tableOf({ Person: [name], Datum: ['2020-01-05'], Nummer: [1] }));
    expect(timelines.ok && timelines.value.at(0).label).toBe(name);
  });

  it('where there is none in any row is told as a problem with its mend', () => {
    const situation = situationOf(
      tableOf({ Person: [null, ''], Datum: ['2020-01-05', '2020-01-06'], Nummer: [1, 2] }),
    );
    expect(situation).toMatchObject({ kind: 'problem', problem: { code: 'no-usable-rows' } });
  });
});

describe('a date of birth in the field for age', () => {
  const persons = ['A', 'B', 'C', 'D', 'E'];
  const dates: Cell[] = Array<string>(5).fill('2020-03-01');

  it('gives completed years on the day of the row, in every form; an age stays an age', () => {
    const births: Cell[] = [new Date(1980, 2, 1), '1980-03-02', 19_800_301, 29_281, 40];
    const table = tableOf(
      { Person: persons, Datum: dates, Nummer: [1, 2, 3, 4, 5], Född: births },
      { age: 'Född' },
    );
    const { profile } = reportOf(table);
    const rows = profile.ok ? profile.value.table.rows : [];
    const age = rows.find(({ key }) => key === 'mean-age')!.cells.at(-1)!;
    // 40, 39, 40, 40 (1 March 1980 is day 29281) and 40.
    expect(age.value).toBeCloseTo(199 / 5, 12);
  });

  it('after the day of the row gives no age', () => {
    const table = tableOf(
      { Person: ['A'], Datum: ['2020-03-01'], Nummer: [1], Född: ['2021-01-01'] },
      { age: 'Född' },
    );
    const { profile } = reportOf(table);
    const rows = profile.ok ? profile.value.table.rows : [];
    expect(rows.find(({ key }) => key === 'mean-age')!.cells.at(-1)!.value).toBeNull();
  });
});
