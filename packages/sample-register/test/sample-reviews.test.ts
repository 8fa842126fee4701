/**
 * The made-up reviews against Tabell 4–7 and Bilaga 4 tabell 4 and 5 as printed
 * (test/published-tables/soderhamn-review.json). Every cell is counted here straight from the answers, by plain
 * counting that shares no code with core's tables.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse, isoDate, readSettings, sheetOf, type Analysis, type Cell } from 'isu-core';
import {
  agreementOf,
  differences,
  fieldsOf,
  findingsOf,
  itemState,
  progressOf,
  readReviewSet,
  readValue,
  registerFacts,
  reviewSetJson,
  type Answers,
  type ReviewSet,
} from 'isu-core/review';
import { COLUMNS, sampleRegister } from 'isu-sample-register';
import { sampleReviews, sampleReviewSet } from 'isu-sample-register/review';

type Cells = Readonly<Record<string, number>>;
interface Printed {
  readonly decimals: Cells;
  readonly tables: Record<string, { readonly rows: Record<string, Cells> }>;
  readonly contradictions: readonly {
    readonly table: string;
    readonly row: string;
    readonly column: string;
    readonly printed: number;
    readonly correct: number;
  }[];
}

const printed = JSON.parse(
  readFileSync(new URL('../../../test/published-tables/soderhamn-review.json', import.meta.url), 'utf8'),
) as Printed;

const SEEDS = [1, 7, 30];

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Every printed cell, counted from the answers of 28 persons. */
function tablesOf(all: readonly Answers[]): Record<string, Record<string, Cells>> {
  const number = (key: string) => all.map((answers) => Number(answers[key] ?? 0));
  const count = (is: (answers: Answers) => boolean) => all.filter(is).length;
  const share = (persons: number, base: number) => ({ persons, percent: (100 * persons) / base, base });
  const oneOf = (item: string, codes: readonly string[]) =>
    Object.fromEntries(
      codes.map((code) => [
        `${item}=${code}`,
        share(
          count((answers) => answers[item] === code),
          count((answers) => typeof answers[item] === 'string'),
        ),
      ]),
    );
  const marked = (item: string, codes: readonly string[], base = 28) =>
    Object.fromEntries(
      codes.map((code) => [
        `${item}=${code}`,
        share(
          count((answers) => answers[`${item}:${code}`] === true),
          base,
        ),
      ]),
    );
  const anyDiagnosis = (answers: Answers) =>
    ['1', '2', '3', '4', '5', '6', '7', '8'].some((code) => answers[`diagnoses:${code}`] === true);
  const mean = (key: string) => ({ [key]: { 'mean-all': sum(number(key)) / 28 } });
  const kinds = ['1', '2', '3', '4', '5', '6', '7'];
  const received = kinds.map((code) => count((answers) => answers[`interventions:${code}`] === true));
  const costs = ['cost-outpatient', 'cost-residential', 'cost-family-home'];
  const kronor = costs.map((key) => sum(number(key)));
  const diagnoses = sum(
    kinds.concat('8').map((code) => count((answers) => answers[`diagnoses:${code}`] === true)),
  );
  return {
    'review-background': {
      ...oneOf('sex', ['1', '2']),
      ...marked('civil-status', ['1', '3']),
      ...marked('livelihood', ['2']),
      ...oneOf('children', ['1']),
      ...marked('housing', ['1', '7'], 28 - count((answers) => answers['housing:9'] === true)),
      ...oneOf('crime', ['1', '2']),
      'diagnoses=any': share(count(anyDiagnosis), 28),
      ...oneOf('suspected-psychiatric', ['1']),
    },
    'review-contact': {
      ...mean('actualisations'),
      ...mean('age-first'),
      ...mean('age-latest'),
      ...mean('years-known'),
      investigations: { sum: sum(number('investigations')) },
      'lvm-investigations': {
        ...share(number('lvm-investigations').filter((times) => times > 0).length, 28),
        ...mean('lvm-investigations')['lvm-investigations'],
      },
      ...oneOf('sex', ['1', '2']),
      ...marked('referrers', ['1', '2', '3', '4', '5', '6']),
      ...marked('substance', ['1', '2', '3', '4']),
      ...oneOf('child-welfare', ['1']),
    },
    'review-interventions': {
      ...Object.fromEntries(
        kinds.map((code, at) => [
          `interventions=${code}`,
          {
            ...share(received[at]!, 28),
            'mean-any': sum(number(`interventions:${code}#`)) / received[at]!,
          },
        ]),
      ),
      total: share(sum(received), 28),
    },
    'review-purchases': {
      ...Object.fromEntries(
        costs.map((key, at) => [key, { sum: kronor[at]!, percent: (100 * kronor[at]!) / sum(kronor) }]),
      ),
      total: {
        sum: sum(kronor),
        percent: 100,
        persons: count((answers) => costs.some((key) => Number(answers[key]) > 0)),
      },
    },
    'review-diagnoses': {
      ...marked('diagnoses', ['1', '2', '3', '4', '5', '6', '7', '8'], count(anyDiagnosis)),
      total: { persons: diagnoses, base: count(anyDiagnosis), 'mean-any': diagnoses / count(anyDiagnosis) },
    },
    'review-sip': Object.fromEntries(
      ['1', '2'].map((code) => {
        const yes = count((answers) => answers[`sip:${code}`] === true);
        const no = count((answers) => answers[`sip:${code}`] === false);
        const base = yes + no;
        return [
          `sip=${code}`,
          { yes, no, 'yes-percent': (100 * yes) / base, 'no-percent': (100 * no) / base, base },
        ];
      }),
    ),
  };
}

/** Cells that differ from the print, or from the right figure where the print contradicts itself. */
function differencesFromPrint(all: readonly Answers[]): string[] {
  const found = tablesOf(all);
  return Object.entries(printed.tables).flatMap(([table, { rows }]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, figure]) => {
        const wrong = printed.contradictions.find(
          (cell) => cell.table === table && cell.row === row && cell.column === column,
        );
        const expected = wrong?.correct ?? figure;
        const value = found[table]?.[row]?.[column] ?? NaN;
        const isAsPrinted = Math.abs(value - expected) < 0.5 * 10 ** -(printed.decimals[column] ?? 0);
        return isAsPrinted ? [] : [`${table}/${row}/${column}: ${String(expected)} ≠ ${String(value)}`];
      }),
    ),
  );
}

describe('the reviews of the sample register give the printed tables', () => {
  const firstReader = (seed: number) =>
    sampleReviews({ seed }).files.map(({ readings }) => readings[0]!.answers);

  it.each(SEEDS)('every cell of Tabell 4–7 and Bilaga 4 tabell 4 and 5, seed %i', (seed) => {
    expect(firstReader(seed)).toHaveLength(28);
    expect(differencesFromPrint(firstReader(seed))).toEqual([]);
  });

  it('the comparison sees a single answer that has changed', () => {
    const [first, ...others] = firstReader(1);
    const other = { ...first!, 'interventions:1#': Number(first!['interventions:1#']) + 1 };
    expect(differencesFromPrint([other, ...others])).toHaveLength(1);
  });

  it('all who received an intervention received it at least once', () => {
    for (const answers of firstReader(1))
      for (const code of ['1', '2', '3', '4', '5', '6', '7']) {
        const times = Number(answers[`interventions:${code}#`] ?? 0);
        expect(times > 0).toBe(answers[`interventions:${code}`]);
      }
  });

  it('notes as contradictions only cells that the print has, with the figure that it has there', () => {
    expect(printed.contradictions).toHaveLength(2);
    for (const { table, row, column, printed: figure, correct } of printed.contradictions) {
      expect(printed.tables[table]?.rows[row]?.[column], `${table}/${row}/${column}`).toBe(figure);
      expect(correct).not.toBe(figure);
    }
  });
});

function analysisOf(seed: number): Analysis {
  const { header, rows } = sampleRegister({ seed });
  const cells = rows.map((row): Cell[] =>
    COLUMNS.map(({ field }) => (field === 'day' ? isoDate(row.day) : row[field])),
  );
  const settings = readSettings(
    {
      period: { from: '2017-01-01', to: '2022-06-30' },
      selection: { atLeast: 12, activeYears: [2017, 2021, 2022] },
    },
    '2026-11-22',
  );
  if (!settings.ok) throw new Error(settings.problem.en);
  const source = { name: 'sample', sha256: null, sheet: null };
  const analysed = analyse(sheetOf([header, ...cells]), settings.value, source);
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return analysed.value;
}

describe.each(SEEDS)('the reviews of the sample register with seed %i are whole and believable', (seed) => {
  const { form, files, readers } = sampleReviews({ seed });
  const fields = new Map(fieldsOf(form).map((field) => [field.key, field]));
  const readings = files.flatMap(({ readings: own }) => own);

  it('hold only answers that the form takes', () => {
    for (const { answers } of readings)
      for (const [key, value] of Object.entries(answers)) {
        const field = fields.get(key);
        expect(field, key).toBeDefined();
        expect(readValue(field!, value), key).toEqual({ ok: true, value });
      }
  });

  it('contradict themselves nowhere', () => {
    for (const { answers } of readings) expect(findingsOf(form, answers)).toEqual([]);
  });

  it('are done by the first reader; the second is not through with one', () => {
    const isDone = (reader: string) =>
      readings
        .filter((reading) => reading.reader === reader)
        .map(({ answers }) => progressOf(form, answers))
        .map(({ answered, asked }) => answered === asked);
    expect(isDone(readers[0])).toEqual(Array<boolean>(28).fill(true));
    expect(isDone(readers[1]).filter((done) => !done)).toHaveLength(1);
    expect(isDone(readers[1])).toHaveLength(8);
  });

  it('say here and there that the file does not tell, and ask nobody what does not concern them', () => {
    const states = readings.flatMap(({ answers }) =>
      form.items.map((item) => itemState(form, item, answers)),
    );
    expect(states.filter((state) => state === 'missing').length).toBeGreaterThan(10);
    expect(states.filter((state) => state === 'not-asked').length).toBeGreaterThan(20);
  });

  it('begin the contact with adults', () => {
    for (const { answers } of readings) expect(Number(answers['age-first'])).toBeGreaterThanOrEqual(18);
  });

  it('are of the persons whom core selects, and the register told of them what core tells', () => {
    const analysis = analysisOf(seed);
    const persons = analysis.selection!.persons;
    const told = new Map(
      persons.map((person) => [analysis.lathund.key(person), registerFacts(form, analysis, person)]),
    );
    expect(told.size).toBe(files.length);
    for (const { person, register } of files) expect(register).toEqual(told.get(person.replace('-', '')));
  });
});

describe('the sample set', () => {
  let made: Awaited<ReturnType<typeof sampleReviewSet>>;
  beforeAll(async () => {
    made = await sampleReviewSet();
  });
  const both = (set: ReviewSet) => set.reviews.filter(({ reader }) => reader === 'BK').length;

  it('goes through JSON unchanged, under codes alone', () => {
    const { set, who } = made;
    const json = reviewSetJson(set);
    const read = readReviewSet(JSON.parse(json) as unknown);
    if (!read.ok) throw new Error(read.problem.en);
    expect(JSON.parse(reviewSetJson(read.value))).toEqual(JSON.parse(json));
    for (const { person } of who) expect(json).not.toContain(person.slice(0, 8));
    expect(who).toHaveLength(28);
  });

  it('is the same every time', async () => {
    expect(reviewSetJson((await sampleReviewSet()).set)).toBe(reviewSetJson(made.set));
  });

  it('differs from the register where files know better: first contacts, and two miscounted persons', () => {
    const found = differences(made.set).filter(({ reader }) => reader === 'AN');
    const of = (key: string) => found.filter(({ field }) => field.key === key).length;
    expect(of('age-first')).toBeGreaterThan(15);
    expect(of('actualisations')).toBe(2);
    expect(of('sex') + of('age-latest') + of('investigations')).toBe(0);
  });

  it('has eight files that two have read, and differently', () => {
    expect(both(made.set)).toBe(8);
    const compared = agreementOf(made.set, 'AN', 'BK');
    const agree = (id: string) => compared.find(({ item }) => item.id === id)!.agreement;
    expect(agree('sex').equal).toBe(8);
    expect(agree('suspected-psychiatric').equal).toBeLessThan(agree('suspected-psychiatric').persons);
    expect(compared.filter(({ agreement }) => agreement.equal < agreement.persons).length).toBeGreaterThan(6);
  });
});
