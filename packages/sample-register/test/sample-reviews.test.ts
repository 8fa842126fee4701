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

interface Row {
  readonly persons: number;
  readonly percent: number;
  readonly base?: number;
  readonly mean?: number;
}
interface Printed {
  readonly background: { readonly rows: Record<string, Row> };
  readonly contact: {
    readonly means: Record<string, number>;
    readonly sums: Record<string, number>;
    readonly rows: Record<string, Row>;
  };
  readonly interventions: { readonly rows: Record<string, Row>; readonly total: Row };
  readonly purchases: {
    readonly persons: number;
    readonly rows: Record<string, { readonly kronor: number; readonly percent: number }>;
    readonly total: { readonly kronor: number };
  };
  readonly diagnoses: {
    readonly persons: number;
    readonly rows: Record<string, Row>;
    readonly total: number;
    readonly mean: number;
  };
  readonly sip: {
    readonly rows: Record<string, { yes: number; no: number; yesPercent: number; noPercent: number }>;
  };
  readonly contradictions: readonly {
    readonly table: string;
    readonly row: string;
    readonly printed: number;
    readonly correct: number;
  }[];
}

const printed = JSON.parse(
  readFileSync(new URL('../../../test/published-tables/soderhamn-review.json', import.meta.url), 'utf8'),
) as Printed;

const SEEDS = [1, 2, 7, 2022];

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const rounded = (value: number, decimals = 0) => Number(value.toFixed(decimals));

/** `sex:1` is a choice or a mark; `diagnoses` any of its marks; `lvm-investigations` a number above 0. */
function holds(answers: Answers, row: string): boolean {
  const [item, code] = row.split(':') as [string, string | undefined];
  if (code !== undefined) return answers[row] === true || answers[item] === code;
  if (typeof answers[item] === 'number') return answers[item] > 0;
  return Object.entries(answers).some(([key, value]) => key.startsWith(`${item}:`) && value === true);
}

/** Any answer to the item but that the file does not tell. */
function tells(answers: Answers, row: string): boolean {
  const item = row.split(':')[0]!;
  const own = Object.keys(answers).filter((key) => key === item || key.startsWith(`${item}:`));
  return own.length > 0 && !(item === 'housing' && answers['housing:9'] === true);
}

describe.each(SEEDS)('the reviews of the sample register with seed %i give as printed', (seed) => {
  const { files } = sampleReviews({ seed });
  const all = files.map(({ readings }) => readings[0]!.answers);
  const number = (key: string) => all.map((answers) => Number(answers[key] ?? 0));
  const correct = (table: string, row: string, percent: number) =>
    printed.contradictions.find((cell) => cell.table === table && cell.row === row)?.correct ?? percent;

  it.each(['background', 'contact'] as const)('persons and percent of %s', (table) => {
    for (const [row, { persons, percent, base = 28 }] of Object.entries(printed[table].rows)) {
      const answered = all.filter((answers) => tells(answers, row));
      expect(answered.length, row).toBe(base);
      expect(answered.filter((answers) => holds(answers, row)).length, row).toBe(persons);
      expect(rounded((100 * persons) / base), row).toBe(correct(table, row, percent));
    }
  });

  it('the means and sums of Tabell 5, over all 28', () => {
    for (const [key, mean] of Object.entries(printed.contact.means)) {
      expect(rounded(sum(number(key)) / 28, 2), key).toBe(mean);
    }
    expect(sum(number('investigations'))).toBe(printed.contact.sums['investigations']);
  });

  it('persons, percent and mean among those who received it, in Tabell 6', () => {
    const { rows, total } = printed.interventions;
    for (const [row, { persons, percent, mean }] of Object.entries(rows)) {
      const received = all.filter((answers) => holds(answers, row));
      expect(received.length, row).toBe(persons);
      expect(rounded((100 * persons) / 28), row).toBe(percent);
      const times = received.map((answers) => Number(answers[`${row}#`]));
      expect(Math.min(...times)).toBeGreaterThan(0);
      expect(rounded(sum(times) / persons, 2), row).toBe(mean);
    }
    const receiving = Object.keys(rows).map((row) => all.filter((answers) => holds(answers, row)).length);
    expect(sum(receiving)).toBe(total.persons);
    expect(rounded((100 * sum(receiving)) / 28)).toBe(total.percent);
  });

  it('the kronor of Tabell 7, for fifteen persons', () => {
    const { rows, total, persons } = printed.purchases;
    const keys = Object.keys(rows);
    expect(sum(keys.flatMap(number))).toBe(total.kronor);
    for (const [key, { kronor, percent }] of Object.entries(rows)) {
      expect(sum(number(key)), key).toBe(kronor);
      expect(rounded((100 * kronor) / total.kronor), key).toBe(percent);
    }
    expect(all.filter((answers) => keys.some((key) => Number(answers[key]) > 0))).toHaveLength(persons);
  });

  it('the diagnoses of Bilaga 4 tabell 4, among the fourteen who have any', () => {
    const { rows, persons, total, mean } = printed.diagnoses;
    const diagnosed = all.filter((answers) => holds(answers, 'diagnoses'));
    expect(diagnosed).toHaveLength(persons);
    const counts = Object.entries(rows).map(([row, cell]) => {
      const having = diagnosed.filter((answers) => holds(answers, row)).length;
      expect(having, row).toBe(cell.persons);
      expect(rounded((100 * having) / persons), row).toBe(cell.percent);
      return having;
    });
    expect(sum(counts)).toBe(total);
    expect(rounded(sum(counts) / persons, 2)).toBe(mean);
  });

  it('the SIP of Bilaga 4 tabell 5', () => {
    for (const [row, { yes, no, yesPercent, noPercent }] of Object.entries(printed.sip.rows)) {
      expect(all.filter((answers) => answers[row] === true).length, row).toBe(yes);
      expect(all.filter((answers) => answers[row] === false).length, row).toBe(no);
      expect([rounded((100 * yes) / 28), rounded((100 * no) / 28)], row).toEqual([yesPercent, noPercent]);
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
