/** What in a review contradicts itself: each finding put in by hand, in a review that otherwise has none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf, FINDINGS } from '../../src/review/findings.ts';
import { registerFactsOf } from '../../src/review/register-facts.ts';
import type { Answers } from '../../src/review/reviews.ts';
import { analysisOf } from '../tables/tables-of.ts';
import { FIELDS, FORM, someAnswers } from './fields-at-random.ts';

/** Nothing in it is at odds with anything else. */
const SOUND: Answers = {
  sex: '1',
  'age-first': 33,
  'age-latest': 46,
  'age-bands:2': true,
  'age-bands:3': true,
  'age-bands:4': true,
  'active-years:2017': true,
  'active-years:2021': true,
  'active-years:2022': true,
  'years-known': 13,
  actualisations: 24,
  reports: 14,
  lob: 4,
  applications: 6,
  'referrers:1': true,
  'referrers:1#': 8,
  'referrers:6': true,
  'referrers:6#': 10,
  'housing:1': true,
  'interventions:1': true,
  'interventions:1#': 5,
  'sip:1': false,
  'sip:2': true,
  'sip:2#': 1,
  'sip-followed-up': '2',
  deceased: '1',
  'deceased:1#': 2022,
};

function codesOf(changed: Answers): string[] {
  return findingsOf(FORM, { ...SOUND, ...changed }).map(({ code }) => code);
}

it('a sound review and an empty one have none', () => {
  expect(codesOf({})).toEqual([]);
  expect(findingsOf(FORM, {})).toEqual([]);
});

describe.each<[string, Answers, (typeof FINDINGS)[number], readonly string[], string]>([
  [
    'reports, LOB and applications that do not make the whole',
    { applications: 5 },
    'parts-are-not-the-whole',
    ['actualisations', 'reports', 'lob', 'applications'],
    'Fråga 7a, 7b och 7c blir tillsammans 23, men fråga 6 säger 24.',
  ],
  [
    'an age at the latest contact below the first',
    { 'age-latest': 32 },
    'latest-before-first',
    ['age-first', 'age-latest'],
    'åldern vid den senaste kontakten (32) är lägre än vid den första (33)',
  ],
  [
    'an age band outside the ages',
    { 'age-bands:6': true },
    'age-bands-do-not-fit',
    ['age-first', 'age-latest', 'age-bands'],
    'Fråga 2a, 2b och 3: åldersgrupperna är inte de från 33 till 46 år.',
  ],
  [
    'an age band left out',
    { 'age-bands:3': false },
    'age-bands-do-not-fit',
    ['age-first', 'age-latest', 'age-bands'],
    'åldersgrupperna',
  ],
  [
    'more years known than between the ages',
    { 'years-known': 15 },
    'years-known-do-not-fit',
    ['age-first', 'age-latest', 'years-known'],
    'mellan åldrarna 33 och 46 är det 13 år, men personen sägs ha varit känd i 15',
  ],
  [
    'fewer years known than between the ages',
    { 'years-known': 11 },
    'years-known-do-not-fit',
    ['age-first', 'age-latest', 'years-known'],
    'känd i 11',
  ],
  [
    'more years than actualisations',
    { actualisations: 2, reports: 2, lob: 0, applications: 0, 'referrers:1#': 1, 'referrers:6#': 1 },
    'active-years-do-not-fit',
    ['active-years', 'actualisations'],
    'fler år är markerade (3) än det finns aktualiseringar (2)',
  ],
  [
    'actualisations in no year',
    { 'active-years:2017': false, 'active-years:2021': false, 'active-years:2022': false },
    'active-years-do-not-fit',
    ['active-years', 'actualisations'],
    'aktualiseringarna är 24, men inget år är markerat',
  ],
  [
    'referrers who report more than there are reports',
    { 'referrers:1#': 9 },
    'referrals-exceed-reports',
    ['reports', 'lob', 'referrers'],
    'anmälarna har tillsammans anmält 19 gånger, men anmälningarna och LOB är 18',
  ],
  [
    'an answer to what is not asked',
    { 'sip:2': false, 'sip:2#': 0 },
    'answered-though-not-asked',
    ['sip', 'sip-followed-up'],
    'Fråga 21 är besvarad, men gäller bara om svaret på fråga 20 är «Socialtjänsten har kallat till SIP» eller «Socialtjänsten har kallats till SIP».',
  ],
  [
    'an answer to what depends on an answer that is not there yet',
    { 'child-welfare': '1' },
    'answered-though-not-asked',
    ['moved-in', 'child-welfare'],
    'Fråga 34 är besvarad, men gäller bara om svaret på fråga 33 är «Nej» eller «Ingen uppgift».',
  ],
  [
    '“no information” together with an answer',
    { 'housing:9': true },
    'missing-with-others',
    ['housing'],
    'Fråga 16: «Ingen uppgift» är markerat tillsammans med andra svar.',
  ],
  [
    'a number beside a no',
    { 'interventions:4': false, 'interventions:4#': 2 },
    'amount-beside-no',
    ['interventions'],
    'Fråga 18, HVB, externt (antal): 2 är ifyllt, men svaret «HVB, externt» är inte valt.',
  ],
  [
    'a number beside nothing',
    { 'children:1#': 2 },
    'amount-beside-no',
    ['children'],
    'Fråga 15, Ja (antal): 2 är ifyllt',
  ],
  [
    'a yes without its number',
    { children: '1' },
    'amount-lacking',
    ['children'],
    'annars räknas personen inte med i medelvärdet',
  ],
  [
    'a yes with the number 0',
    { children: '1', 'children:1#': 0 },
    'amount-zero',
    ['children'],
    'svaret är valt, men antalet är 0',
  ],
  [
    'a personal identity number in words',
    { 'other-interventions-1': 'Bor hos 170101-2393, LSS' },
    'personal-identity-number',
    ['other-interventions-1'],
    'Fråga 19a: texten ser ut att innehålla ett personnummer',
  ],
])('%s', (_, changed, code, items, words) => {
  const found = findingsOf(FORM, { ...SOUND, ...changed });

  it('is found, and nothing else', () => {
    expect(found.map((one) => one.code)).toEqual([code]);
  });

  it('is told with its items, in both languages', () => {
    expect(found[0]!.items).toEqual(items);
    expect(found[0]!.sv).toContain(words);
    expect(found[0]!.en).toMatch(/^Items? /);
  });
});

describe('is let be', () => {
  it.each<[string, Answers]>([
    ['a year more or less known than between the ages', { 'years-known': 14 }],
    ['and a year less', { 'years-known': 12 }],
    ['a part of the whole that is not answered yet', { reports: undefined as never }],
    ['a no to what is not asked', { 'lvm-return-actions:1': false }],
    ['0 beside a no', { 'interventions:4': false, 'interventions:4#': 0 }],
    ['a yes without words beside it', { 'housing:8': true }],
    ['a case number in words', { 'other-interventions-1': 'Dnr 2021-000123, tel 0270-75000, 20170101-2394' }],
    ['no answers but “no information”', { 'housing:1': false, 'housing:9': true }],
  ])('%s', (_, changed) => {
    const answers = Object.fromEntries(
      Object.entries({ ...SOUND, ...changed }).filter(([, value]) => value !== undefined),
    );
    expect(findingsOf(FORM, answers)).toEqual([]);
  });
});

it('a year that lacks beside a yes is asked for, though no mean rests on it', () => {
  const [found] = findingsOf(FORM, { deceased: '1' });
  expect(found!.sv).toBe(
    'Fråga 32, Ja (vilket år): svaret är valt men rutan bredvid är tom. Fyll i den om akten säger det.',
  );
});

it('what the register fills in has no contradictions of its own', () => {
  const types = ['Anmälan', 'LOB', 'Ansökan'];
  const row = fc.tuple(
    fc.constantFrom('A', 'B', 'C'),
    fc.integer({ min: 0, max: 2190 }),
    fc.constantFrom(...types),
    fc.constantFrom('Polisen', 'Anhörig', 'Frivården', null),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (drawn) => {
      const born = { A: 1990, B: 1965, C: 1950 };
      const rows = drawn.map(([person, day, type, referrer]) => {
        const date = new Date(Date.UTC(2017, 0, 1 + day)).toISOString().slice(0, 10);
        return [person, date, type, referrer, Number(date.slice(0, 4)) - born[person]];
      });
      const analysis = analysisOf([['Person', 'Datum', 'Typ', 'Anmälare', 'Ålder'], ...rows]);
      for (const facts of registerFactsOf(FORM, analysis, [...analysis.lathund.actualisations.keys()]))
        expect(findingsOf(FORM, facts)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

it('no answers are too odd to be told of', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      for (const { code, items, sv, en } of findingsOf(FORM, answers)) {
        expect(FINDINGS).toContain(code);
        expect(items.every((id) => FIELDS.some(({ item }) => item.id === id))).toBe(true);
        expect(sv).not.toMatch(/undefined|NaN|null/);
        expect(en).not.toMatch(/undefined|NaN|null/);
      }
    }),
    { numRuns: 50 },
  );
});
