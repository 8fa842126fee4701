/**
 * Tables of made-up files, against R (fixtures/make-files.R) and against counting by hand.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Code, Form, Item, Text } from '../../../src/review/form.ts';
import { analyseReviews, type ReviewSettings } from '../../../src/review/review-analysis.ts';
import {
  MISSING,
  type Answers,
  type FieldValue,
  type Review,
  type ReviewSet,
} from '../../../src/review/reviews.ts';
import { standardForm } from '../../../src/review/standard-form.ts';
import type { ReviewTable, ReviewTableCell } from '../../../src/review/tables/review-table.ts';
import { expectAgreement } from '../../statistics/from-r.ts';

const read = (file: string) => readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');

interface Share {
  readonly n: number;
  readonly base: number;
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
}
interface Spread {
  readonly n: number;
  readonly sum: number;
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}
type Shares = 'man' | 'home' | 'hotel' | 'homeless' | 'homelessMen' | 'homelessWomen' | 'womenOfHomeless';
type Spreads = 'contacts' | 'costs' | 'buyers' | 'placements' | 'contactsOfHomeless' | 'contactsOfTold';
const R = JSON.parse(read('files.json')) as Readonly<Record<Shares | 'menAboveMedian', Share>> &
  Readonly<Record<Spreads, Spread>> &
  Readonly<Record<'fisher' | 'holm' | 'cramer' | 'kruskal', readonly number[]>>;

const t = (text: string): Text => ({ sv: text, en: text });
const code = (own: string, amount?: 'count'): Code => ({
  code: own,
  label: t(own),
  ...(amount && { amount }),
});
const item = (id: string, kind: Item['kind'], codes: readonly Code[] = []): Item => ({
  id,
  number: id,
  section: 's',
  kind,
  question: t(id),
  guidance: t(''),
  codes,
});

const FORM: Form = {
  id: 'f',
  version: '1',
  title: t('f'),
  years: [2020],
  sections: [{ id: 's', title: t('s') }],
  items: [
    item('sex', 'one', [code('man'), code('woman')]),
    item('housing', 'several', [
      code('home'),
      code('hotel'),
      code('homeless', 'count'),
      { ...code('untold'), missing: true },
    ]),
    item('contacts', 'count'),
    item('cost-outpatient', 'money'),
    item('words', 'text'),
  ],
};

/** The lines of files.csv as a reader would have filled in the form. */
function files(): ReviewSet {
  const [head = '', ...lines] = read('files.csv').trim().split('\n');
  const columns = head.split(',');
  const reviews = lines.map((line): Review => {
    const cells = Object.fromEntries(line.split(',').map((cell, at) => [columns[at]!, cell]));
    const answers: Record<string, FieldValue> = {};
    const put = (key: string, cell: string | undefined, value: (own: string) => FieldValue) => {
      if (cell) answers[key] = value(cell);
    };
    put('sex', cells['sex'], (own) => (own === '1' ? 'man' : 'woman'));
    for (const own of ['home', 'hotel', 'homeless', 'untold'])
      put(`housing:${own}`, cells[own], (mark) => mark === '1');
    put('housing:homeless#', cells['placements'], Number);
    put('contacts', cells['contacts'], Number);
    put('cost-outpatient', cells['costs'], Number);
    return { person: cells['person']!, reader: '', answers };
  });
  return { form: FORM, reviews, register: new Map() };
}

function analysed(set: ReviewSet, settings: ReviewSettings = {}) {
  const outcome = analyseReviews(set, settings);
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

function cellOf(tables: readonly ReviewTable[], id: string, row: string, column: string): ReviewTableCell {
  const table = tables.find((own) => own.id === `review-${id}`);
  const cell = table?.rows.find(({ key }) => key === row)?.cells[column];
  if (!cell) throw new Error(`No cell ${id}, ${row}, ${column}`);
  return cell;
}

function expectShare(count: ReviewTableCell, percent: ReviewTableCell, expected: Share): void {
  expect([count.value, percent.numerator, percent.denominator]).toEqual([
    expected.n,
    expected.n,
    expected.base,
  ]);
  expectAgreement(percent.value, expected.percent);
  expectAgreement(percent.lower, expected.lower, 1e-9);
  expectAgreement(percent.upper, expected.upper, 1e-9);
}

describe('every question of the form, as R counts the same files', () => {
  const { tables } = analysed(files());
  const cell = (row: string, column: string) => cellOf(tables, 'items', row, column);

  it.each([
    ['sex=man', R.man],
    ['housing=home', R.home],
    ['housing=hotel', R.hotel],
    ['housing=homeless', R.homeless],
  ])('persons and percent of those answered for: %s', (row, expected) => {
    expectShare(cell(row, 'persons'), cell(row, 'percent'), expected);
    expect(cell(row, 'base').value).toBe(expected.base);
  });

  it.each([
    ['contacts answered', 'mean-all', R.contacts],
    ['cost-outpatient answered', 'mean-all', R.costs],
    // The number beside an answer: among those who have the answer and whose number is filled in.
    ['housing=homeless', 'mean-any', R.placements],
  ])('sum, mean, median, least and most: %s', (row, mean, expected) => {
    expect(cell(row, 'sum').value).toBe(expected.sum);
    expect(cell(row, mean).denominator).toBe(expected.n);
    expectAgreement(cell(row, mean).value, expected.mean);
    expectAgreement(cell(row, 'median').value, expected.median);
    expect([cell(row, 'least').value, cell(row, 'most').value]).toEqual([expected.least, expected.most]);
  });

  it('those whose file does not tell and those not answered for have rows of their own', () => {
    const rows = ['sex empty', 'housing missing', 'housing empty', 'contacts empty', 'cost-outpatient empty'];
    expect(rows.map((row) => cell(row, 'persons').value)).toEqual([1, 1, 1, 1, 0]);
    expect(tables[1]!.rows.some(({ key }) => key === 'sex missing')).toBe(false);
  });
});

describe('any question by any other, as R counts the same files', () => {
  const cross = (rows: string, columns: string, percentOf?: 'columns' | 'rows') =>
    analysed(files(), { cross: [{ rows, columns, ...(percentOf && { percentOf }) }] }).crosses[0]!;
  const cell = (table: ReviewTable, row: string, column: string) =>
    cellOf([{ ...table, id: 'review-cross' }], 'cross', row, column);

  it('answers by answers: percent of those in the column whom both are answered for', () => {
    const { table } = cross('housing', 'sex');
    expectShare(cell(table, 'homeless', 'man'), cell(table, 'homeless', 'man percent'), R.homelessMen);
    expectShare(cell(table, 'homeless', 'woman'), cell(table, 'homeless', 'woman percent'), R.homelessWomen);
    expect(cell(table, 'base', 'man').value).toBe(R.homelessMen.base);
    expect(cell(table, 'base', 'all').value).toBe(R.homelessMen.base + R.homelessWomen.base);
  });

  it('answers by answers: percent of those in the row, where that is asked for', () => {
    const { table } = cross('housing', 'sex', 'rows');
    expectShare(
      cell(table, 'homeless', 'woman'),
      cell(table, 'homeless', 'woman percent'),
      R.womenOfHomeless,
    );
  });

  it('answers by a number: how many, mean, median, least and most', () => {
    const { table } = cross('housing', 'contacts');
    for (const [row, expected] of [
      ['homeless', R.contactsOfHomeless],
      ['all', R.contactsOfTold],
    ] as const) {
      expect(cell(table, row, 'base').value).toBe(expected.n);
      expectAgreement(cell(table, row, 'mean-all').value, expected.mean);
      expectAgreement(cell(table, row, 'median').value, expected.median);
      expect([cell(table, row, 'least').value, cell(table, row, 'most').value]).toEqual([
        expected.least,
        expected.most,
      ]);
    }
  });

  it('a number with many values is split at its median, and the table says so', () => {
    const { table, rows } = cross('contacts', 'sex');
    expect(rows.split).toBe(true);
    const [below, above] = table.rows;
    expect(table.rows).toHaveLength(3);
    expect(below!.label.sv).toBe(`${String(R.contacts.least)}–${String(Math.floor(R.contacts.median))}`);
    expectShare(above!.cells['man']!, above!.cells['man percent']!, R.menAboveMedian);
    expect(table.notes.map(({ sv }) => sv).join()).toContain('medianen');
  });

  it('a number with few values is told by its values', () => {
    const { table, rows } = cross('cost-outpatient', 'sex');
    expect(rows.split).toBe(false);
    expect(table.rows.map(({ label }) => label.sv)).toEqual([
      '0',
      '25000',
      '140000',
      '600000',
      'Båda besvarade för',
    ]);
  });

  it('of a question with several answers each is tested by itself, and the test is named', () => {
    const { tests } = cross('housing', 'sex');
    expect(tests.map(({ rows, columns }) => [rows?.sv, columns])).toEqual([
      ['home', null],
      ['hotel', null],
      ['homeless', null],
    ]);
    tests.forEach(({ test, p, adjusted, effectSize }, at) => {
      expect(test).toBe('fisher');
      expectAgreement(p, R.fisher[at]!, 1e-9);
      expectAgreement(adjusted, R.holm[at]!, 1e-9);
      expectAgreement(effectSize, R.cramer[at]!, 1e-9);
    });
  });

  it('a number between answers is tested by Kruskal–Wallis, said to be doubtful where a group is small', () => {
    const { tests } = cross('housing', 'contacts');
    tests.forEach(({ test, p }, at) => {
      expect(test).toBe('kruskal-wallis');
      expectAgreement(p, R.kruskal[at]!, 1e-9);
    });
    expect(tests.some(({ doubtful }) => doubtful)).toBe(false);
    const few = { ...files(), reviews: files().reviews.slice(0, 9) };
    const [first] = analysed(few, { cross: [{ rows: 'sex', columns: 'contacts' }] }).crosses[0]!.tests;
    // One woman among them.
    expect(first).toMatchObject({ test: 'kruskal-wallis', doubtful: true });
  });
});

const STANDARD = standardForm([2021, 2022]);
const review = (person: string, answers: Answers): Review => ({ person, reader: '', answers });
const standardSet = (...all: readonly Answers[]): ReviewSet => ({
  form: STANDARD,
  reviews: all.map((answers, at) => review(`P${String(at + 1)}`, answers)),
  register: new Map(),
});

describe('the tables of the report, counted by hand', () => {
  it('interventions: the mean is among those who received, and the total passes 100 % since a person can have several', () => {
    const { tables } = analysed(
      standardSet(
        { 'interventions:1': true, 'interventions:1#': 4, 'interventions:3': true, 'interventions:3#': 1 },
        { 'interventions:1': true, 'interventions:1#': 1, 'interventions:3': true, 'interventions:3#': 2 },
        { 'interventions:1': true },
        { 'interventions:1': false },
        { 'interventions:8': true },
      ),
    );
    const cell = (row: string, column: string) => cellOf(tables, 'interventions', row, column);
    // Of five persons one has no information: base 4. The third has the first kind, but not how many.
    expect(cell('interventions=1', 'persons').value).toBe(3);
    expect(cell('interventions=1', 'percent')).toMatchObject({ value: 75, numerator: 3, denominator: 4 });
    expect(cell('interventions=1', 'mean-any')).toMatchObject({ value: 2.5, numerator: 5, denominator: 2 });
    expect(cell('total', 'persons').value).toBe(5);
    expect(cell('total', 'percent')).toMatchObject({ value: 125, numerator: 5, denominator: 4 });
    expect(cell('total', 'percent').lower).toBeUndefined();
    expect(cell('interventions=any', 'persons').value).toBe(3);
    expect(cell('interventions=any', 'mean-any').value).toBeCloseTo(5 / 3, 12);
  });

  it('LVM: how many have any, the mean over all and the mean among those with any are three figures', () => {
    const { tables } = analysed(
      standardSet({ 'lvm-investigations': 0 }, { 'lvm-investigations': 2 }, { 'lvm-investigations': 4 }, {}),
    );
    const cell = (column: string) => cellOf(tables, 'contact', 'lvm-investigations', column);
    expect([cell('persons').value, cell('base').value, cell('sum').value]).toEqual([2, 3, 6]);
    expect([cell('mean-all').value, cell('mean-any').value]).toEqual([2, 3]);
  });

  it('a number that the file does not tell is in no mean, and has a row of its own apart from 0 and from not answered', () => {
    const { tables } = analysed(
      standardSet(
        { 'lvm-investigations': MISSING },
        { 'lvm-investigations': 0 },
        { 'lvm-investigations': 3 },
        {},
      ),
    );
    const items = (row: string, column: string) => cellOf(tables, 'items', row, column).value;
    expect(items('lvm-investigations answered', 'persons')).toBe(2);
    expect(items('lvm-investigations answered', 'mean-all')).toBe(1.5);
    expect(items('lvm-investigations missing', 'persons')).toBe(1);
    expect(items('lvm-investigations empty', 'persons')).toBe(1);
    expect(cellOf(tables, 'contact', 'lvm-investigations', 'base').value).toBe(2);
  });

  it('purchases: percent of the kronor, and how many persons each is of', () => {
    const { tables } = analysed(
      standardSet(
        { 'cost-outpatient': 100, 'cost-residential': 900, 'cost-family-home': 0 },
        { 'cost-outpatient': 0, 'cost-residential': 1000, 'cost-family-home': 0 },
        { 'cost-outpatient': 0, 'cost-residential': 0, 'cost-family-home': 0 },
      ),
    );
    const row = (key: string) =>
      ['sum', 'percent', 'persons', 'mean-any'].map(
        (column) => cellOf(tables, 'purchases', key, column).value,
      );
    expect(row('cost-outpatient')).toEqual([100, 5, 1, 100]);
    expect(row('cost-residential')).toEqual([1900, 95, 2, 950]);
    expect(row('cost-family-home')).toEqual([0, 0, 0, null]);
    expect(row('total')).toEqual([2000, 100, 2, 1000]);
    // The rows begin alike, and the title says it.
    const labels = tables.find(({ id }) => id === 'review-purchases')!.rows.map(({ label }) => label.sv);
    expect(labels).toEqual(['Extern öppenvård', 'HVB och SiS-hem', 'Konsulentstött familjehem', 'Totalt']);
  });

  it('diagnoses: among those who have any, and how many each', () => {
    const { tables } = analysed(
      standardSet(
        { 'diagnoses:1': true, 'diagnoses:2': true, 'diagnoses:3': true },
        { 'diagnoses:1': true },
        { 'diagnoses:1': false },
        { 'diagnoses:9': true },
      ),
    );
    expect(cellOf(tables, 'diagnoses', 'diagnoses=1', 'percent')).toMatchObject({
      value: 100,
      denominator: 2,
    });
    expect(cellOf(tables, 'diagnoses', 'diagnoses=2', 'percent')).toMatchObject({
      value: 50,
      denominator: 2,
    });
    expect(cellOf(tables, 'diagnoses', 'total', 'persons').value).toBe(4);
    expect(cellOf(tables, 'diagnoses', 'total', 'mean-any').value).toBe(2);
    // The background has the same persons with everybody answered for as base.
    expect(cellOf(tables, 'background', 'diagnoses=any', 'percent')).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
  });

  it('SIP: yes and no of each, of those answered for', () => {
    const { tables } = analysed(
      standardSet(
        { 'sip:1': true },
        { 'sip:1': false, 'sip:2': true },
        { 'sip:2': false },
        { 'sip:3': true },
      ),
    );
    const row = ['yes', 'no', 'yes-percent', 'base'].map(
      (column) => cellOf(tables, 'sip', 'sip=1', column).value,
    );
    expect(row).toEqual([1, 2, 100 / 3, 3]);
  });

  it('each row says for how many it is answered, since that differs', () => {
    const { tables } = analysed(
      standardSet({ sex: '1', 'housing:7': true }, { sex: '2', 'housing:9': true }, { sex: '2' }),
    );
    expect(cellOf(tables, 'background', 'sex=2', 'base').value).toBe(3);
    expect(cellOf(tables, 'background', 'housing=7', 'base').value).toBe(1);
  });

  it('a question that is not asked is counted as such, whatever was once answered', () => {
    const { tables } = analysed(standardSet({ sip: '', 'sip:1': false, 'sip-followed-up': '1' }));
    expect(cellOf(tables, 'items', 'sip-followed-up=1', 'persons').value).toBe(0);
    expect(cellOf(tables, 'items', 'sip-followed-up not-asked', 'persons').value).toBe(1);
  });

  it('what a form lacks is left out: rows, and tables without rows', () => {
    const form = { ...STANDARD, items: STANDARD.items.filter(({ id }) => id === 'sex' || id === 'sip') };
    const { tables } = analysed({ form, reviews: [review('P1', { sex: '1' })], register: new Map() });
    expect(tables.map(({ id }) => id)).toEqual([
      'review-background',
      'review-contact',
      'review-sip',
      'review-items',
    ]);
    const [background] = tables;
    expect(background!.rows.map(({ key }) => key)).toEqual(['section sex', 'sex=1', 'sex=2']);
  });
});
