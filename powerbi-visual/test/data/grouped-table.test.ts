/** A table that the model has grouped by person already: number, earliest and latest. */
import { describe, expect, it } from 'vitest';
import type { Wells } from 'isu-powerbi-host';
import { arrivedIn, reportOf, situationOf, wholeOf } from '../arriving.ts';
import { ALL_WELLS, SAMPLE } from '../registers.ts';

/** The grouping that a model does by measures: rows counted, dates by their first and last. */
const GROUPED: Wells = {
  person: 'Personnummer',
  rows: { aggregate: 'count' },
  first: { aggregate: 'min', column: 'Datum' },
  last: { aggregate: 'max', column: 'Datum' },
};

function tableOf(columns: Record<string, readonly (string | number | null)[]>) {
  const { host, arrivals } = arrivedIn();
  host.show(
    { name: 'Personer', columns },
    { person: 'Person', rows: 'Antal', first: 'Tidigaste', last: 'Senaste' },
  );
  return wholeOf(arrivals.at(-1));
}

describe('a table grouped by person', () => {
  const { host, arrivals } = arrivedIn();
  host.show(SAMPLE, GROUPED);
  const grouped = reportOf(wholeOf(arrivals.at(-1)));
  host.show(SAMPLE, ALL_WELLS);
  const byRow = reportOf(wholeOf(arrivals.at(-1)));

  it('gives the groups and the concentration of its rows', () => {
    expect(grouped.groups).toEqual(byRow.groups);
    expect(grouped.concentration).toEqual(byRow.concentration);
    expect(grouped.headline).toBe(byRow.headline);
    expect(grouped.rows).toEqual(byRow.rows);
  });

  it('gives each person the same first and last day and months', () => {
    if (!grouped.timelines.ok || !byRow.timelines.ok) throw new Error('no timelines');
    const [ours, theirs] = [grouped.timelines.value, byRow.timelines.value];
    expect(ours.count).toBe(theirs.count);
    for (let line = 0; line < ours.count; line += 13) {
      const { person, label, group, actualisations, first, last, months } = theirs.at(line);
      expect(ours.at(line)).toMatchObject({ person, label, group, actualisations, first, last, months });
    }
  });

  it('says of the rest what it needs, and shows none of it', () => {
    expect(grouped.years).toEqual({ ok: false, why: expect.stringContaining('Dra Datum') as string });
    expect(grouped.returns.ok).toBe(false);
    const rows = grouped.profile.ok ? grouped.profile.value.table.rows : [];
    expect(rows.map(({ key }) => key)).toEqual(['mean-actualisations', 'percent-women']);
    expect(grouped.notices[0]).toContain('redan grupperad');
  });

  it('draws the first and the last day of a person, and no day between', () => {
    const table = tableOf({
      Person: ['A', 'B'],
      Antal: [4, 1],
      Tidigaste: ['2020-01-05', '2021-01-01'],
      Senaste: ['2020-09-01', null],
    });
    const { timelines } = reportOf(table);
    if (!timelines.ok) throw new Error(timelines.why);
    const { days, months } = timelines.value.at(0);
    expect(new Set(Array.from(days)).size).toBe(2);
    expect(months.value).toBe(7);
    expect(timelines.value.at(1).days).toHaveLength(1);
  });

  it('takes a person as often as the table says, and once where it says nothing whole', () => {
    const report = reportOf(
      tableOf({
        Person: ['A', 'B', 'C'],
        Antal: [2, 2.5, null],
        Tidigaste: ['2020-01-05', '2020-01-06', '2020-01-07'],
        Senaste: ['2020-02-05', '2020-01-06', '2020-01-07'],
      }),
    );
    expect(report.rows.used).toBe(4);
    expect(report.notices.join()).toContain('1 rader har ett antal');
  });

  it('is refused where the number is far too large to be a number of actualisations', () => {
    const larger = tableOf({
      Person: ['A', 'B'],
      Antal: [4_000_000, 4_000_000],
      Tidigaste: ['2020-01-05', '2020-01-05'],
      Senaste: [null, null],
    });
    expect(situationOf(larger)).toMatchObject({ kind: 'problem', problem: { code: 'number-not-counted' } });
  });
});
