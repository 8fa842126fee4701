/** One figure changed in the report's tables: the check points at it where more than one calculation meets in it. */
import { describe, expect, it } from 'vitest';
import { at, found, published, set } from './published.ts';

const S = 'soderhamn';

/** The report with one figure changed. */
function withError(path: string, value: number): ReturnType<typeof found> {
  const tables = published();
  set(tables, path, value);
  return found(tables);
}

describe('the figure at fault is the one that several calculations meet in', () => {
  it.each([
    [
      'a group of persons, against its total, its percent and the same group in Tabell 2',
      'personsByGroup.persons.2',
      174,
      144,
    ],
    ['the total of persons, against the groups and every percent', 'personsByGroup.total', 697, 679],
    [
      'a group of actualisations, against the total and the means',
      'actualisationsByGroup.actualisations.3',
      439,
      493,
    ],
    [
      'a count of investigations, against its total and two percentages',
      'groupProfile.investigationsOpened.4',
      1577,
      1557,
    ],
    ['the total of investigations', 'groupProfile.investigationsOpened.5', 2442, 2424],
    ['the share of a group', 'groupProfile.percentOfAllInvestigations.2', 51, 15],
    ['a percent of the summary', 'summary.reports.1', 27, 72],
    ['women, against men, total and percent', 'summary.women.0', 1081, 1018],
    ['the yearly total of placements', 'placements.total.3', 34, 43],
    ['the cost of a year', 'costs.total.0', 10822897, 10822987],
    ['the sum of interventions', 'caseFileReview.interventions.total.0', 90, 80],
    ['a percent of interventions', 'caseFileReview.interventions.rows.2.2', 55, 50],
    [
      'a purchase, by two digits that changed places',
      'caseFileReview.purchases.rows.1.1',
      11395980,
      11359980,
    ],
    ['the total of diagnoses', 'caseFileReview.diagnoses.total', 42, 24],
    ['yes, against no and n', 'caseFileReview.sip.called.0', 9, 6],
    ['the mean of the years', 'perYear.mean.1', 263, 236],
  ])('%s', (_, path, wrong, right) => {
    const shown = path.replace(/\.(\d+)/g, '[$1]');
    expect(at(`${S}.${shown}`, withError(`${S}.${path}`, wrong))).toMatchObject({
      printed: wrong,
      expected: right,
    });
  });

  it('Norrbotten: the total of methods, and a method whose digits changed places', () => {
    const total = withError('norrbotten.methods.total', 793);
    expect(at('norrbotten.methods.total', total)).toMatchObject({ printed: 793, expected: 739 });
    const method = withError('norrbotten.methods.MI', 919);
    expect(at('norrbotten.methods.MI', method)).toMatchObject({ printed: 919, expected: 199 });
  });
});

describe('what cannot be', () => {
  it('a mean of 27 persons that no whole number of interventions gives', () => {
    const told = withError(`${S}.caseFileReview.interventions.rows.0.3`, 4.47);
    expect(at(`${S}.caseFileReview.interventions.rows[0][3]`, told)).toMatchObject({
      rule: 'whole-number',
      expected: [4.44, 4.48],
    });
  });

  it('a group of 3–6 whose persons have more than six actualisations each', () => {
    const alone = published(`${S}.groupProfile`);
    set(alone, 'meanActualisations.2', 6.4);
    expect(at('meanActualisations[2]', found(alone))).toMatchObject({
      rule: 'group-limits',
      expected: [3, 6],
    });
  });

  it('a total percent outside those of its groups', () => {
    const alone = published(`${S}.groupProfile`);
    set(alone, 'percentLOB.values.5', 61);
    expect(at('percentLOB.values[5]', found(alone))).toMatchObject({ rule: 'total-of-parts' });
  });

  it('more persons than decisions', () => {
    const alone = published('eskilstuna.decisions2023');
    set(alone, 'LVM.persons', 72);
    expect(at('LVM.persons', found(alone))).toMatchObject({ rule: 'range', expected: [0, 27] });
  });

  it('a share above a hundred', () => {
    const alone = published('skr.umea');
    set(alone, 'adherencePercent.1', 199.8);
    expect(found(alone)).toMatchObject([{ printed: 199.8, rule: 'range' }]);
  });

  it('an n that every percent contradicts', () => {
    const alone = published(`${S}.caseFileReview.diagnoses`);
    set(alone, 'n', 41);
    expect(at('n', found(alone))).toMatchObject({ printed: 41, expected: 14 });
  });
});

describe('when two figures could be wrong, both are named', () => {
  it('applications or reports, where both percentages stand either way', () => {
    const alone = published(`${S}.summary`);
    set(alone, 'investigationsPerPerson', 3.57);
    set(alone, 'applications.0', 977);
    const [only, ...others] = found(alone);
    expect(others).toEqual([]);
    expect(only!.sv).toContain('976');
    expect(only!.sv.replaceAll('\u00a0', ' ')).toContain('2 488');
  });
});
