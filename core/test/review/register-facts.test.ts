/** What the register tells of a person before anyone has opened the file. Expected answers are counted by hand. */
import { describe, expect, it } from 'vitest';
import { newReviewSet } from '../../src/review/new-set.ts';
import { progressOf } from '../../src/review/progress.ts';
import { ageBand, registerFacts, registerFactsOf } from '../../src/review/register-facts.ts';
import { reviewYears, yearsNotHeld } from '../../src/review/register-years.ts';
import type { Answers } from '../../src/review/reviews.ts';
import { standardForm } from '../../src/review/standard-form.ts';
import { analysisOf, without, type Rows } from '../tables/tables-of.ts';

const HEADER = ['Person', 'Datum', 'Typ', 'Anmälare', 'Beslut', 'Kön', 'Ålder'];

/** A woman known from the age of 24 to 36, with three reports, two LOB and an application in 2020–2022; and a man. */
const ROWS: Rows = [
  HEADER,
  ['A', '2010-06-01', 'Anmälan', 'Anhörig', 'Ja', 'Kvinna', 24],
  ['A', '2020-01-01', 'Anmälan', 'POLISEN', 'Ja', 'Kvinna', 33],
  ['A', '2020-05-01', 'LOB', 'Polis', 'Nej', 'Kvinna', 34],
  ['A', '2020-05-02', 'LOB', 'Polisen', null, 'Kvinna', 34],
  ['A', '2022-03-01', 'Anmälan', 'Ovrig halso- och sjukvard', 'Ja', 'Kvinna', 35],
  ['A', '2022-04-01', 'Anmälan', 'Frivården', 'Nej', 'Kvinna', 35],
  ['A', '2022-05-31', 'Ansökan', 'Den enskilde', 'Ja', 'Kvinna', 36],
  ['B', '2021-12-31', 'Ansökan', 'Den enskilde', 'Ja', 'Man', 70],
];
const FORM = standardForm([2020, 2021, 2022]);

/** The facts of the first person (A), but those of the items left out. */
function factsOf(rows: Rows, form = FORM, given: object = {}): Answers {
  return registerFacts(form, analysisOf(rows, given), 0);
}

/** Those answers whose key begins so. */
function about(item: string, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([key]) => key === item || key.startsWith(`${item}:`)),
  );
}

describe('of a person the register tells', () => {
  const facts = factsOf(ROWS);

  it('sex, ages and the years between, from all that was exported', () => {
    expect(facts['sex']).toBe('2');
    expect(facts['age-first']).toBe(24);
    expect(facts['age-latest']).toBe(36);
    // 2010-06-01 to 2022-05-31: a day short of twelve years.
    expect(facts['years-known']).toBe(11);
  });

  it('every age band from the first contact to the latest, and that the others are not', () => {
    expect(about('age-bands', facts)).toEqual({
      'age-bands:1': true,
      'age-bands:2': true,
      'age-bands:3': true,
      'age-bands:4': false,
      'age-bands:5': false,
      'age-bands:6': false,
    });
  });

  it('in which of the form’s years she came', () => {
    expect(about('active-years', facts)).toEqual({
      'active-years:2020': true,
      'active-years:2021': false,
      'active-years:2022': true,
    });
  });

  it('actualisations and their types in these years, LOB by itself', () => {
    expect(facts['actualisations']).toBe(6);
    expect(facts['reports']).toBe(3);
    expect(facts['lob']).toBe(2);
    expect(facts['applications']).toBe(1);
  });

  it('investigations opened in these years', () => {
    expect(facts['investigations']).toBe(3);
  });

  it('who reported, LOB included and applications not, whatever the spelling; the rest is others', () => {
    expect(about('referrers', facts)).toEqual({
      'referrers:1': false,
      'referrers:2': false,
      'referrers:3': false,
      'referrers:4': true,
      'referrers:4#': 1,
      'referrers:5': false,
      'referrers:6': true,
      'referrers:6#': 3,
      'referrers:7': true,
      'referrers:7#': 1,
    });
  });

  it('nothing of what only the file knows', () => {
    const items = new Set(Object.keys(facts).map((key) => key.split(':')[0]));
    expect(items.size).toBe(FORM.items.filter(({ fact }) => fact).length);
    expect(items.has('housing')).toBe(false);
  });

  it('the same of many persons as of each', () => {
    const analysis = analysisOf(ROWS);
    expect(registerFactsOf(FORM, analysis, [1, 0])).toEqual([registerFacts(FORM, analysis, 1), facts]);
    expect(registerFacts(FORM, analysis, 1)).toMatchObject({
      sex: '1',
      'age-bands:6': true,
      reports: 0,
      'referrers:7': false,
    });
  });

  it('the same in whatever order the rows stand', () => {
    expect(factsOf([HEADER, ...ROWS.slice(1).reverse()])).toEqual(facts);
  });

  it('sex and ages from a personnummer', () => {
    const rows = [
      ['Personnummer', 'Datum'],
      ['198501012389', '2020-01-01'],
      ['198501012389', '2022-12-31'],
    ];
    expect(factsOf(rows)).toMatchObject({ sex: '2', 'age-first': 35, 'age-latest': 37, 'years-known': 2 });
  });
});

describe('what the register cannot tell is left out, and is not 0', () => {
  it.each<[string, string[]]>([
    ['Typ', ['reports', 'lob', 'applications', 'referrers']],
    ['Anmälare', ['referrers']],
    ['Beslut', ['investigations']],
    ['Kön', ['sex']],
    ['Ålder', ['age-first', 'age-latest', 'age-bands']],
  ])('without the column %s', (header, items) => {
    const facts = factsOf(without(ROWS, header));
    for (const item of items) expect(about(item, facts)).toEqual({});
    const lost = new Set(items);
    for (const { id, fact } of FORM.items)
      if (fact && !lost.has(id)) expect(about(id, facts), id).toEqual(about(id, factsOf(ROWS)));
  });

  it('only LOB is known where the reasons alone tell of it', () => {
    const rows = [
      ['Person', 'Datum', 'Orsak', 'Anmälare'],
      ['A', '2020-01-01', 'LOB', 'Polisen'],
      ['A', '2022-01-01', 'Missbruk', 'Anhörig'],
    ];
    const facts = factsOf(rows);
    expect(facts['lob']).toBe(1);
    for (const item of ['reports', 'applications', 'referrers']) expect(about(item, facts)).toEqual({});
  });

  it('an unknown sex, and one that changes from row to row', () => {
    const rows = (...sexes: (string | null)[]) => [
      ['Person', 'Datum', 'Kön'],
      ...sexes.map((sex, at) => ['A', `202${String(at)}-01-01`, sex]),
    ];
    expect(factsOf(rows('Man', null, 'Man'))['sex']).toBe('1');
    expect(factsOf(rows(null, 'okänd', null))['sex']).toBeUndefined();
    expect(factsOf(rows('Man', 'Kvinna', 'Man'))['sex']).toBeUndefined();
  });

  it('an age that is missing at the first contact, and the bands with it', () => {
    const facts = factsOf(ROWS.map((row, at) => (at === 1 ? row.slice(0, 6) : row)));
    expect(facts['age-first']).toBeUndefined();
    expect(facts['age-latest']).toBe(36);
    expect(about('age-bands', facts)).toEqual({});
  });

  it('who did not report, where a report lacks its referrer', () => {
    const facts = factsOf(
      ROWS.map((row, at) => (at === 2 ? [...row.slice(0, 3), null, ...row.slice(4)] : row)),
    );
    expect(about('referrers', facts)).toEqual({
      'referrers:4': true,
      'referrers:4#': 1,
      'referrers:6': true,
      'referrers:6#': 2,
      'referrers:7': true,
      'referrers:7#': 1,
    });
  });

  it('totals over years that the rows do not reach', () => {
    const facts = factsOf(ROWS, standardForm([2021, 2022, 2023]));
    expect(about('active-years', facts)).toEqual({ 'active-years:2021': false, 'active-years:2022': true });
    for (const item of ['actualisations', 'reports', 'lob', 'applications', 'referrers', 'investigations'])
      expect(about(item, facts)).toEqual({});
    expect(facts['years-known']).toBe(11);
  });

  it('and a form without the item has no place for it', () => {
    const form = { ...FORM, items: FORM.items.filter(({ id }) => id === 'sex' || id === 'housing') };
    expect(factsOf(ROWS, form)).toEqual({ sex: '2' });
  });

  it('a sex for which the form has no answer', () => {
    const form = {
      ...FORM,
      items: FORM.items.map((item) =>
        item.id === 'sex' ? { ...item, codes: item.codes.slice(0, 1) } : item,
      ),
    };
    expect(factsOf(ROWS, form)['sex']).toBeUndefined();
  });

  it('a referrer that no answer takes: then nobody is said not to have reported', () => {
    const form = {
      ...FORM,
      items: FORM.items.map((item) =>
        item.id === 'referrers' ? { ...item, codes: item.codes.filter(({ code }) => code !== '7') } : item,
      ),
    };
    expect(about('referrers', factsOf(ROWS, form))).toEqual({
      'referrers:4': true,
      'referrers:4#': 1,
      'referrers:6': true,
      'referrers:6#': 3,
    });
  });
});

it.each([
  [0, 1],
  [24, 1],
  [25, 2],
  [34, 2],
  [35, 3],
  [44, 3],
  [45, 4],
  [54, 4],
  [55, 5],
  [64, 5],
  [65, 6],
  [104, 6],
])('who is %i is in age band %i', (age, code) => {
  expect(ageBand(age) + 1).toBe(code);
});

describe('the years of a review that nobody has named', () => {
  it('are those of the register', () => {
    expect(reviewYears(analysisOf(ROWS.filter((_, at) => at !== 1)))).toEqual([2020, 2021, 2022]);
  });

  it('are those of the period, where the analysis has one', () => {
    const period = { from: '2019-07-01', to: '2021-06-30' };
    expect(reviewYears(analysisOf(ROWS, { period }))).toEqual([2019, 2020, 2021]);
    expect(reviewYears(analysisOf(ROWS, { period: { from: '2021-01-01' } }))).toEqual([2021, 2022]);
  });

  it('pass over dates that cannot be right', () => {
    const rows: Rows = [
      ['Person', 'Datum'],
      ['A', '1920-01-01'],
      ['B', '2021-01-01'],
      ['C', '2062-01-01'],
    ];
    expect(reviewYears(analysisOf(rows))).toEqual([2021]);
  });

  it('are no more than a form holds: the latest', () => {
    const rows: Rows = [
      ['Person', 'Datum'],
      ['A', '1991-01-01'],
      ['B', '2026-01-01'],
    ];
    const years = reviewYears(analysisOf(rows));
    expect([years.length, years[0], years.at(-1)]).toEqual([30, 1997, 2026]);
  });

  it('are none where no row can be used', () => {
    expect(
      reviewYears(
        analysisOf([
          ['Person', 'Datum'],
          ['A', null],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('a form that asks about more time than the register holds', () => {
  const rows = (from: string, to: string): Rows => [
    ['Person', 'Datum'],
    ['A', from],
    ['B', to],
  ];

  it.each<[string, string, string | undefined]>([
    ['2020-01-31', '2022-12-01', undefined],
    ['2019-06-01', '2023-03-01', undefined],
    ['2020-02-02', '2022-12-31', 'review-years-partly-held'],
    ['2020-01-01', '2022-06-30', 'review-years-partly-held'],
    ['2021-01-01', '2022-12-31', 'review-years-outside-register'],
    ['2020-01-01', '2021-12-31', 'review-years-outside-register'],
  ])('with rows from %s to %s: %s', (from, to, code) => {
    expect(yearsNotHeld(FORM, analysisOf(rows(from, to)))?.code).toBe(code);
  });

  it('is told of with the days and the years', () => {
    const { sv } = yearsNotHeld(FORM, analysisOf(rows('2020-01-01', '2022-06-30')))!;
    expect(sv).toContain('från 2020-01-01 till 2022-06-30, men formuläret frågar om 2020–2022.');
  });

  it('is let be where no row can be used', () => {
    expect(
      yearsNotHeld(
        FORM,
        analysisOf([
          ['Person', 'Datum'],
          ['A', null],
        ]),
      ),
    ).toBeNull();
  });
});

describe('a new review set', () => {
  const analysis = analysisOf(ROWS);
  const set = newReviewSet({
    form: FORM,
    analysis,
    persons: [1, 0],
    codes: ['X1', 'X2'],
    readers: ['AN', 'BK'],
  });

  it('has a form for each person and reader, in the order given', () => {
    expect(set.reviews.map(({ person, reader }) => `${person} ${reader}`)).toEqual([
      'X1 AN',
      'X1 BK',
      'X2 AN',
      'X2 BK',
    ]);
  });

  it('is filled with what the register tells, under pseudonyms only', () => {
    expect(set.register.get('X2')).toEqual(registerFacts(FORM, analysis, 0));
    for (const { person, answers } of set.reviews) expect(answers).toEqual(set.register.get(person));
  });

  it('has one reader without a name where none is given', () => {
    const alone = newReviewSet({ form: FORM, analysis, persons: [0], codes: ['X'], readers: [] });
    expect(alone.reviews.map(({ reader }) => reader)).toEqual(['']);
  });

  it('is so far answered as the register tells', () => {
    const filled = FORM.items.filter(({ fact }) => fact).length;
    expect(progressOf(FORM, set.reviews[2]!.answers).answered).toBe(filled);
  });

  it('is not made with codes that are too few or alike', () => {
    const given = { form: FORM, analysis, persons: [0, 1], readers: [] };
    expect(() => newReviewSet({ ...given, codes: ['X'] })).toThrow(RangeError);
    expect(() => newReviewSet({ ...given, codes: ['X', 'X'] })).toThrow(RangeError);
    expect(() => newReviewSet({ ...given, codes: ['X', 'Y'], readers: ['A', 'A'] })).toThrow(RangeError);
  });
});
