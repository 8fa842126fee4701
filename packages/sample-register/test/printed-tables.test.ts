/**
 * The sample register against the tables of FoU 2024:2 as printed (test/published-tables/soderhamn.json). Every cell
 * is worked out here from the rows alone, by plain counting that shares no code with the register or with core.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvChunks, sampleRegister } from 'isu-sample-register';

interface Printed {
  readonly tables: Record<
    string,
    { decimals?: Record<string, number>; rows: Record<string, Record<string, number>> }
  >;
  readonly contradictions: readonly {
    table: string;
    row: string;
    column: string;
    printed: number;
    correct: number;
  }[];
  readonly caseFileReview: {
    atLeast: number;
    activeYears: number[];
    persons: number;
    men: number;
    women: number;
  };
}

const printed = JSON.parse(
  readFileSync(new URL('../../../test/published-tables/soderhamn.json', import.meta.url), 'utf8'),
) as Printed;

interface Row {
  person: string;
  date: string;
  type: string;
  referrer: string;
  decision: string;
}

/** The rows as a stranger would read them: from the CSV. */
function rowsOfCsv(seed?: number): Row[] {
  const csv = Buffer.concat([...csvChunks(sampleRegister(seed === undefined ? {} : { seed }))]).toString(
    'utf8',
  );
  return csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [person, , date, , type, referrer, , decision] = line.split(';') as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return { person, date, type, referrer, decision };
    });
}

const isWoman = (row: Row) => Number(row.person.at(-2)) % 2 === 0;
const isOpened = (row: Row) => row.decision === 'Inleda utredning';
const isApplication = (row: Row) => row.type === 'Ansökan';
const isLob = (row: Row) => row.type === 'Anmälan LOB';

function age(row: Row): number {
  const years = Number(row.date.slice(0, 4)) - Number(row.person.slice(0, 4));
  return row.date.slice(5).replace('-', '') < row.person.slice(4, 8) ? years - 1 : years;
}

function groupOf(actualisations: number): string {
  if (actualisations >= 12) return '12+';
  if (actualisations >= 7) return '7-11';
  return actualisations >= 3 ? '3-6' : String(actualisations);
}

function byPerson(rows: readonly Row[]): Map<string, Row[]> {
  const persons = new Map<string, Row[]>();
  for (const row of rows) persons.set(row.person, [...(persons.get(row.person) ?? []), row]);
  return persons;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (part: number, whole: number) => (100 * part) / whole;

/** Every cell of the four tables, by table, row and column. */
function tablesOf(rows: readonly Row[]): Record<string, Record<string, Record<string, number>>> {
  const persons = [...byPerson(rows).values()];
  const columns = Object.fromEntries(
    ['1', '2', '3-6', '7-11', '12+', 'total'].map((group) => {
      const inGroup = persons.filter((own) => group === 'total' || groupOf(own.length) === group);
      return [group, { persons: inGroup.length, rows: inGroup.flat() }];
    }),
  );
  const eachGroup = (figure: (of: { persons: number; rows: Row[] }) => number) =>
    Object.fromEntries(Object.entries(columns).map(([group, of]) => [group, figure(of)]));
  const share = (is: (row: Row) => boolean) =>
    eachGroup((of) => percent(of.rows.filter(is).length, of.rows.length));
  const opened = rows.filter(isOpened).length;
  const reports = rows.filter((row) => !isApplication(row));
  const referrers = [...new Set(reports.map((row) => row.referrer))];
  const count = (is: (row: Row) => boolean) => {
    const some = rows.filter(is).length;
    return { number: some, percent: percent(some, rows.length) };
  };
  const meanAgeOfYears = [2017, 2018, 2019, 2020, 2021, 2022].map((year) =>
    mean(rows.filter((row) => row.date.startsWith(String(year))).map(age)),
  );
  return {
    'persons-by-group': Object.fromEntries(
      Object.entries(columns).map(([group, of]) => [
        group,
        { persons: of.persons, percent: percent(of.persons, persons.length) },
      ]),
    ),
    'actualisations-by-group': Object.fromEntries(
      Object.entries(columns).map(([group, of]) => [
        group,
        {
          persons: of.persons,
          actualisations: of.rows.length,
          percent: percent(of.rows.length, rows.length),
        },
      ]),
    ),
    'group-profile': {
      'mean-actualisations': eachGroup((of) => of.rows.length / of.persons),
      'mean-age': eachGroup((of) => mean(of.rows.map(age))),
      'percent-women': share(isWoman),
      'percent-applications': share(isApplication),
      'percent-lob': share(isLob),
      'percent-investigation': share(isOpened),
      investigations: eachGroup((of) => of.rows.filter(isOpened).length),
      'percent-of-investigations': eachGroup((of) => percent(of.rows.filter(isOpened).length, opened)),
      ...Object.fromEntries(
        referrers.map((referrer) => [
          `referrer:${referrer}`,
          eachGroup((of) => {
            const ofGroup = of.rows.filter((row) => !isApplication(row));
            return percent(ofGroup.filter((row) => row.referrer === referrer).length, ofGroup.length);
          }),
        ]),
      ),
    },
    summary: {
      actualisations: { number: rows.length },
      persons: { number: persons.length },
      'actualisations-per-person': { mean: rows.length / persons.length },
      investigations: { number: opened },
      'investigations-per-person': { mean: opened / persons.length },
      applications: count(isApplication),
      reports: count((row) => !isApplication(row)),
      men: count((row) => !isWoman(row)),
      women: count(isWoman),
      'mean-age': { mean: mean(rows.map(age)) },
      'mean-age-lowest-year': { mean: Math.min(...meanAgeOfYears) },
      'mean-age-highest-year': { mean: Math.max(...meanAgeOfYears) },
      ...Object.fromEntries(
        referrers.map((referrer) => {
          const made = reports.filter((row) => row.referrer === referrer).length;
          return [`referrer:${referrer}`, { number: made, percent: percent(made, reports.length) }];
        }),
      ),
    },
  };
}

/** The figure that a cell is to show: as printed, or the right one where the print contradicts itself. */
function expectedIn(table: string, row: string, column: string, asPrinted: number): number {
  const wrong = printed.contradictions.find(
    (cell) => cell.table === table && cell.row === row && cell.column === column,
  );
  return wrong ? wrong.correct : asPrinted;
}

/** Cells of the tables that differ from the print, as `table/row/column: printed ≠ found`. */
function differences(rows: readonly Row[]): string[] {
  const found = tablesOf(rows);
  return Object.entries(printed.tables).flatMap(([table, { decimals, rows: printedRows }]) =>
    Object.entries(printedRows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, asPrinted]) => {
        const value = found[table]?.[row]?.[column] ?? NaN;
        const expected = expectedIn(table, row, column, asPrinted);
        // Half a unit of the last printed decimal; no cell lies on the half itself.
        const isShownAsPrinted = Math.abs(value - expected) < 0.5 * 10 ** -(decimals?.[row] ?? 0);
        return isShownAsPrinted ? [] : [`${table}/${row}/${column}: ${String(expected)} ≠ ${String(value)}`];
      }),
    ),
  );
}

/** The rows of each person who meets the rule of the case-file review. */
function selectedOf(rows: readonly Row[]): Row[][] {
  const { atLeast, activeYears } = printed.caseFileReview;
  return [...byPerson(rows).values()].filter(
    (own) =>
      own.length >= atLeast &&
      activeYears.every((year) => own.some((row) => row.date.startsWith(String(year)))),
  );
}

const SEEDS = [undefined, 2, 3, 2022, 679, -1];

describe('the sample register gives the printed tables of FoU 2024:2', () => {
  it.each(SEEDS)('every cell of Tabell 1–3 and Bilaga 4 tabell 3, seed %s', (seed) => {
    expect(differences(rowsOfCsv(seed))).toEqual([]);
  });

  it('the comparison sees a single decision that has changed', () => {
    const rows = rowsOfCsv();
    rows[0]!.decision = isOpened(rows[0]!) ? 'Inte inleda utredning' : 'Inleda utredning';
    expect(differences(rows)).not.toEqual([]);
  });

  it('notes as contradictions only cells that the print has, with the figure that it has there', () => {
    expect(printed.contradictions).toHaveLength(8);
    for (const { table, row, column, printed: figure, correct } of printed.contradictions) {
      expect(printed.tables[table]?.rows[row]?.[column], `${table}/${row}/${column}`).toBe(figure);
      expect(correct).not.toBe(figure);
    }
  });

  it.each(SEEDS)(
    'no referrer that is not printed made as many reports as the last that is, seed %s',
    (seed) => {
      const reports = new Map<string, number>();
      for (const row of rowsOfCsv(seed)) {
        if (!isApplication(row)) reports.set(row.referrer, (reports.get(row.referrer) ?? 0) + 1);
      }
      const names = Object.keys(printed.tables['summary']!.rows).filter((key) => key.startsWith('referrer:'));
      const others = [...reports].filter(([name]) => !names.includes(`referrer:${name}`));
      expect(others.reduce((sum, [, made]) => sum + made, 0)).toBe(241);
      expect(Math.max(...others.map(([, made]) => made))).toBeLessThan(41);
    },
  );

  it.each(SEEDS)('28 persons, 22 of them men, meet the rule of the case-file review, seed %s', (seed) => {
    const { persons, men, women } = printed.caseFileReview;
    const selected = selectedOf(rowsOfCsv(seed));
    expect(selected).toHaveLength(persons);
    expect(selected.filter(([first]) => !isWoman(first!))).toHaveLength(men);
    expect(selected.filter(([first]) => isWoman(first!))).toHaveLength(women);
  });

  it.each(SEEDS)('what the register can tell of them is as in Tabell 5, seed %s', (seed) => {
    const selected = selectedOf(rowsOfCsv(seed));
    expect(mean(selected.map((own) => own.length)).toFixed(2)).toBe('24.00');
    expect(mean(selected.map((own) => age(own.at(-1)!))).toFixed(2)).toBe('45.68');
    expect(selected.flat().filter(isOpened)).toHaveLength(525);
    const reportedBy = (referrer: string) =>
      selected.filter((own) => own.some((row) => row.referrer === referrer)).length;
    expect({
      Anhörig: reportedBy('Anhörig'),
      Polisen: reportedBy('Polisen'),
      Privatperson: reportedBy('Privatperson'),
      sjukvård: reportedBy('Övrig hälso- och sjukvård'),
      'ex officio': reportedBy('Socialtjänsten (ex officio)'),
      Vuxenpsykiatrin: reportedBy('Vuxenpsykiatrin'),
    }).toEqual({
      Anhörig: 21,
      Polisen: 21,
      Privatperson: 20,
      sjukvård: 20,
      'ex officio': 17,
      Vuxenpsykiatrin: 9,
    });
  });
});
