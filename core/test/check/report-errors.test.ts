/**
 * The contradictions that a reader found by recomputing every table of the source reports, one by one: those that the
 * figures alone tell, with what the figure should be; and those that only the text or another page tells, with why.
 * Expected values are the reader's, worked out by hand.
 */
import { describe, expect, it } from 'vitest';
import { at, found, published } from './published.ts';

const all = found(published());
const S = 'soderhamn';
const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('Söderhamn: found from the figures', () => {
  it('1: the groups, the sexes and the types of actualisation all give 3 465, not 3 645', () => {
    const total = at(`${S}.actualisationsByGroup.printedTotal`, all);
    expect(total).toMatchObject({ printed: 3645, expected: 3465 });
    expect(words(total.sv)).toContain('300 + 182 + 579 + 493 + 1 911 = 3 465');
    expect(words(total.sv)).toContain('2 447 + 1 018 = 3 465');
    expect(words(total.sv)).toContain('976 + 2 489 = 3 465');
  });

  it.each([
    [2, 4.03, 4.02],
    [3, 8.52, 8.5],
    [4, 22.27, 22.22],
    [5, 5.11, 5.1],
  ])('2: mean %i of Tabell 3 is printed %d and should be %d', (index, printed, expected) => {
    expect(at(`${S}.groupProfile.meanActualisations[${String(index)}]`, all)).toMatchObject({
      printed,
      expected,
    });
  });

  it('2: so is the mean per person of the summary', () => {
    expect(at(`${S}.summary.perPerson`, all)).toMatchObject({ printed: 5.11, expected: 5.1 });
  });

  it('3: 1 557 of 1 911 is 81 %, and 82 was rounded twice', () => {
    const opened = at(`${S}.groupProfile.percentInvestigationOpened.values[4]`, all);
    expect(opened).toMatchObject({ printed: 82, expected: 81 });
    expect(opened.sv).toContain('81,48 → 81,5 → 82');
    expect(opened.en).toContain('81.48 → 81.5 → 82');
  });

  it('4: 2 424 investigations of 679 persons are 3,57 each', () => {
    expect(at(`${S}.summary.investigationsPerPerson`, all)).toMatchObject({ printed: 1.87, expected: 3.57 });
  });

  it('6: 7 of 28 is 25 %, and four substances that make 30 of 28 are several answers', () => {
    const both = at(`${S}.caseFileReview.contact.substance.Alkohol/narkotika[1]`, all);
    expect(both).toMatchObject({ printed: 35, expected: 25 });
    expect(words(both.sv)).toContain('30 av 28');
  });

  it('7: 3 of 28 is 11 %, and 8 of 28 would be 29', () => {
    const child = at(`${S}.caseFileReview.contact.childWelfare[1]`, all);
    expect(child).toMatchObject({ printed: 28, expected: 11 });
    expect(words(child.sv)).toContain('8 av 28 är 29 %');
  });

  it.each([
    [6, 74, 71],
    [7, 44, 43],
  ])('8: housing row %i rests on 27, where the rest of Tabell 4 rests on 28', (row, printed, expected) => {
    const housing = at(`${S}.caseFileReview.background.rows[${String(row)}][2]`, all);
    expect(housing).toMatchObject({ printed, expected, rule: 'base' });
    expect(housing.sv).toContain('av 27');
  });

  it('9: the LVM mean of 1,86 is 52 over all 28; over the 20 who had it, it is 2,60', () => {
    const lvm = at(`${S}.caseFileReview.contact.LVM.mean`, all);
    expect(lvm).toMatchObject({ printed: 1.86, expected: 2.6 });
    expect(lvm.sv).toContain('52 / 28');
    expect(lvm.sv).toContain('52 / 20');
  });

  it('10: 2 308 men and 1 039 women are 3 347, but the years give 3 201', () => {
    expect(at(`${S}.sexAge.Söderhamn`, all)).toMatchObject({ printed: 3347, expected: 3201 });
  });

  it('10: 17 690 and 4 886 are 78 and 22 %; 11 690 would fit the print', () => {
    const men = at(`${S}.sexAge.Länet.men[1]`, all);
    expect(men).toMatchObject({ printed: 71, expected: 78 });
    expect(words(men.sv)).toContain('11 690');
    expect(at(`${S}.sexAge.Länet.women[1]`, all)).toMatchObject({ printed: 29, expected: 22 });
  });

  it('10: the mean ages in total are plain means; weighted, Söderhamn’s is 42,14', () => {
    expect(at(`${S}.sexAge.Söderhamn.meanAge.total`, all)).toMatchObject({ printed: 41.83, expected: 42.14 });
    expect(at(`${S}.sexAge.Länet.meanAge.total`, all)).toMatchObject({
      printed: 41.49,
      expected: [40.77, 42.21],
      rule: 'plain-mean',
    });
  });

  it('16: a placement in 2018 that costs nothing, and a cost in 2022 without a placement', () => {
    expect(at(`${S}.costs.FHV[1]`, all)).toMatchObject({ printed: 0, rule: 'amount' });
    expect(at(`${S}.placements.FHV[5]`, all)).toMatchObject({ printed: 0, rule: 'amount' });
  });

  it('says nothing else, so nothing that is right', () => {
    expect(all).toHaveLength(20);
  });
});

describe('Söderhamn: not to be found from the figures of the tables', () => {
  const text = JSON.stringify(published());

  it('5 and 15: the 40 % and the 70 % stand in Bilaga 5, which has no table', () => {
    expect(text).not.toContain('Bilaga 5');
  });

  it('11: Tabell 3 says itself that its 41 years are at actualisation; “first” is said in the text', () => {
    expect(published(`${S}.groupProfile`)).toHaveProperty('meanAgeAtActualisation');
    expect(all.filter(({ place }) => place.includes('groupProfile.meanAge'))).toEqual([]);
  });

  it('12: no table divides persons at 24 years', () => {
    expect(text).not.toMatch(/24 (år|years)|under24/i);
  });

  it('13 and 14: bases that are stated are not contradictions, and a list need not be complete', () => {
    expect(all.filter(({ place }) => place.includes('referrers'))).toEqual([]);
  });

  it('16: the mean of 30 placements a year is in the text only', () => {
    expect(published(`${S}.placements`)).not.toHaveProperty('mean');
  });

  it('17 and 18: the period and the rule of selection are words', () => {
    expect(typeof published(`${S}.caseFileReview`)['selection']).toBe('string');
  });

  it('19: shares that make 101 by rounding are right', () => {
    const shares = published(`${S}.groupProfile`)['percentOfAllInvestigations'] as number[];
    expect(shares.slice(0, 5).reduce((sum, one) => sum + one)).toBe(101);
    expect(all.filter(({ place }) => place.includes('percentOfAllInvestigations'))).toEqual([]);
  });
});

describe('Norrbotten, Eskilstuna and SKR: their tables agree with themselves', () => {
  it.each(['norrbotten', 'eskilstuna', 'skr'])('%s', (source) => {
    expect(found(published(source))).toEqual([]);
  });

  it('ten group methods in eight municipalities are several answers', () => {
    expect(found(published('norrbotten.groupMethods'))).toEqual([]);
  });
});

describe('Each table alone', () => {
  it.each([
    `${S}.personsByGroup`,
    `${S}.groupProfile`,
    `${S}.perYear`,
    `${S}.caseFileReview.interventions`,
    `${S}.caseFileReview.purchases`,
    `${S}.caseFileReview.diagnoses`,
    `${S}.caseFileReview.sip`,
    `${S}.placements`,
    `${S}.costs`,
    `${S}.costPerInhabitant`,
    'norrbotten.methods',
    'norrbotten.treatmentHomes',
    'norrbotten.drugTests',
    'eskilstuna.decisions2023',
    'skr.gotland',
  ])('%s does not contradict itself', (path) => {
    expect(found(published(path))).toEqual([]);
  });

  it('Tabell 2 does: its groups make 3 465', () => {
    expect(found(published(`${S}.actualisationsByGroup`))).toMatchObject([{ printed: 3645, expected: 3465 }]);
  });

  it('the summary does: 5,11 and 1,87 per person cannot be of the same persons', () => {
    const [only, ...others] = found(published(`${S}.summary`));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ printed: 1.87, expected: [3.57, 3.58] });
    expect(only!.sv).toContain('5,11 (perPerson)');
  });

  it('Tabell 5 does, though its n stands outside it: its other percentages give 28', () => {
    const alone = found(published(`${S}.caseFileReview.contact`));
    expect(alone.map(({ printed, expected }) => [printed, expected])).toEqual([
      [28, 11],
      [1.86, 2.6],
      [35, 25],
    ]);
  });

  it('Bilaga 4 tabell 2 does: a plain mean in both rows is no chance', () => {
    const alone = found(published(`${S}.sexAge`));
    expect(alone.map(({ rule }) => rule)).toEqual(['plain-mean', 'percent', 'percent', 'plain-mean']);
  });

  it('Tabell 4 does: two rows on 27', () => {
    expect(found(published(`${S}.caseFileReview.background`)).map(({ rule }) => rule)).toEqual([
      'base',
      'base',
    ]);
  });
});

describe('Every line', () => {
  it('names the table, what is printed and what it should be, in both languages', () => {
    for (const { place, sv, en } of all) {
      expect(sv.startsWith(`${place}: tryckt `)).toBe(true);
      expect(en.startsWith(`${place}: printed `)).toBe(true);
      expect(sv).toContain(', ska vara ');
      expect(en).toContain(', should be ');
      expect(sv + en).not.toMatch(/\n|NaN|undefined|Infinity|null/);
    }
  });

  it('reads as a person would write it', () => {
    const mean = at(`${S}.groupProfile.meanActualisations[2]`, all);
    expect(mean.place).toBe('Tabell 3, 3-6 (soderhamn.groupProfile.meanActualisations[2])');
    expect(mean.sv).toBe(
      `${mean.place}: tryckt 4,03, ska vara 4,02: 579 (Tabell 2) / 144 (Tabell 1) = 4,0208.`,
    );
    expect(mean.en).toBe(
      `${mean.place}: printed 4.03, should be 4.02: 579 (Tabell 2) / 144 (Tabell 1) = 4.0208.`,
    );
  });
});
