/** The six tables of seven actualisations (tables-of.ts), every cell worked out by hand from definitions.md. */
import { describe, expect, it } from 'vitest';
import { analysisOf, cellsOf, GROUPS, SEVEN, tableOf } from './tables-of.ts';

it('the tables stand in the order of the report', () => {
  expect(analysisOf(SEVEN).tables.map(({ id }) => id)).toEqual([
    'persons-by-group',
    'actualisations-by-group',
    'group-profile',
    'per-year',
    'sex-and-age',
    'summary',
  ]);
});

it('persons-by-group: persons, and percent of persons', () => {
  expect(cellsOf(SEVEN, 'persons-by-group', GROUPS)).toEqual({
    1: { persons: 1, percent: '1/3' },
    2: { persons: 1, percent: '1/3' },
    '3+': { persons: 1, percent: '1/3' },
    total: { persons: 3, percent: '3/3' },
  });
});

it('actualisations-by-group: persons, actualisations, and percent of actualisations', () => {
  expect(cellsOf(SEVEN, 'actualisations-by-group', GROUPS)).toEqual({
    1: { persons: 1, actualisations: 1, percent: '1/7' },
    2: { persons: 1, actualisations: 2, percent: '2/7' },
    '3+': { persons: 1, actualisations: 4, percent: '4/7' },
    total: { persons: 3, actualisations: 7, percent: '7/7' },
  });
});

describe('group-profile', () => {
  it('has a column per group and a total, percent of actualisations whose value is known, referrers of reports', () => {
    expect(cellsOf(SEVEN, 'group-profile', GROUPS)).toEqual({
      'mean-actualisations': { 1: '1/1', 2: '2/1', '3+': '4/1', total: '7/3' },
      'mean-age': { 1: '30/1', 2: '82/2', '3+': '154/3', total: '266/6' },
      'percent-women': { 1: '1/1', 2: '0/2', '3+': '0/3', total: '1/6' },
      'percent-applications': { 1: '1/1', 2: '0/2', '3+': '0/3', total: '1/6' },
      'percent-lob': { 1: '0/1', 2: '1/2', '3+': '1/3', total: '2/6' },
      'percent-investigation': { 1: '1/1', 2: '0/1', '3+': '3/3', total: '4/5' },
      investigations: { 1: 1, 2: 0, '3+': 3, total: 4 },
      'percent-of-investigations': { 1: '1/4', 2: '0/4', '3+': '3/4', total: '4/4' },
      'referrer:Polisen': { 1: '0/0', 2: '2/2', '3+': '0/2', total: '2/4' },
      'referrer:Anhörig': { 1: '0/0', 2: '0/2', '3+': '1/2', total: '1/4' },
      'referrer-missing': { 1: '0/0', 2: '0/2', '3+': '1/2', total: '1/4' },
      'sex-unknown': { 1: '0/1', 2: '0/2', '3+': '1/4', total: '1/7' },
      'age-unknown': { 1: '0/1', 2: '0/2', '3+': '1/4', total: '1/7' },
      'type-unknown': { 1: '0/1', 2: '0/2', '3+': '1/4', total: '1/7' },
      'investigation-unknown': { 1: '0/1', 2: '1/2', '3+': '1/4', total: '2/7' },
    });
  });

  it('has its statistics in the order of the report, referrers by falling number of reports', () => {
    expect(tableOf(SEVEN, 'group-profile').rows.map(({ key }) => key)).toEqual([
      'mean-actualisations',
      'mean-age',
      'percent-women',
      'percent-applications',
      'percent-lob',
      'percent-investigation',
      'investigations',
      'percent-of-investigations',
      'referrer:Polisen',
      'referrer:Anhörig',
      'referrer-missing',
      'sex-unknown',
      'age-unknown',
      'type-unknown',
      'investigation-unknown',
    ]);
  });

  it('with persons as base counts persons with at least one such actualisation', () => {
    const cells = cellsOf(SEVEN, 'group-profile', { ...GROUPS, profileBase: 'persons' });
    expect(cells).toMatchObject({
      'mean-actualisations': { total: '7/3' },
      'mean-age': { total: '266/6' },
      'percent-women': { 1: '1/1', 2: '0/1', '3+': '0/1', total: '1/3' },
      'percent-applications': { 1: '1/1', 2: '0/1', '3+': '0/1', total: '1/3' },
      'percent-lob': { 1: '0/1', 2: '1/1', '3+': '1/1', total: '2/3' },
      'percent-investigation': { 1: '1/1', 2: '0/1', '3+': '1/1', total: '2/3' },
      investigations: { total: 4 },
      'referrer:Polisen': { 1: '0/0', 2: '1/1', '3+': '0/1', total: '1/2' },
      'referrer:Anhörig': { 1: '0/0', 2: '0/1', '3+': '1/1', total: '1/2' },
    });
  });

  it('counts persons over groups once: each is in one group', () => {
    const cells = cellsOf(SEVEN, 'group-profile', { groups: [1], profileBase: 'persons' });
    expect(cells['percent-lob']).toEqual({ '1+': '2/3', total: '2/3' });
  });
});

describe('per-year', () => {
  it('has every calendar year from the first to the last, one without actualisations as zero, and their mean', () => {
    expect(cellsOf(SEVEN, 'per-year')).toEqual({
      2018: { actualisations: 3, persons: 3 },
      2019: { actualisations: 0, persons: 0 },
      2020: { actualisations: 4, persons: 2 },
      mean: { actualisations: '7/3', persons: '5/3' },
    });
  });

  it('shows a year with an unlikely date only because it occurs, without the years between', () => {
    const rows = [...SEVEN, ['C', '1918-01-01'], ['C', '2051-01-01']];
    expect(Object.keys(cellsOf(rows, 'per-year', { asOf: '2022-12-31' }))).toEqual([
      '1918',
      '2018',
      '2019',
      '2020',
      '2051',
      'mean',
    ]);
  });
});

it('sex-and-age: actualisations and mean age by sex and by type', () => {
  expect(cellsOf(SEVEN, 'sex-and-age')).toEqual({
    men: { actualisations: 5, percent: '5/6', 'mean-age': '236/5' },
    women: { actualisations: 1, percent: '1/6', 'mean-age': '30/1' },
    'sex-unknown': { actualisations: 1, 'mean-age': '0/0' },
    applications: { actualisations: 1, percent: '1/6', 'mean-age': '30/1' },
    reports: { actualisations: 4, percent: '4/6', 'mean-age': '132/3' },
    total: { actualisations: 7, 'mean-age': '266/6' },
  });
});

it('summary: the register at a glance', () => {
  expect(cellsOf(SEVEN, 'summary')).toEqual({
    actualisations: { number: 7 },
    persons: { number: 3 },
    'actualisations-per-person': { mean: '7/3' },
    investigations: { number: 4 },
    'investigations-per-person': { mean: '4/3' },
    applications: { number: 1, percent: '1/6' },
    reports: { number: 4, percent: '4/6' },
    lob: { number: 2, percent: '2/6' },
    men: { number: 5, percent: '5/6' },
    women: { number: 1, percent: '1/6' },
    'mean-age': { mean: '266/6' },
    'mean-age-lowest-year': { mean: '120/3' },
    'mean-age-highest-year': { mean: '146/3' },
    'referrer:Polisen': { number: 2, percent: '2/4' },
    'referrer:Anhörig': { number: 1, percent: '1/4' },
    'referrer-missing': { number: 1, percent: '1/4' },
    'sex-unknown': { number: 1, percent: '1/7' },
    'age-unknown': { number: 1, percent: '1/7' },
    'type-unknown': { number: 1, percent: '1/7' },
    'investigation-unknown': { number: 2, percent: '2/7' },
  });
});

describe('a cell', () => {
  it('has its value unrounded: percent as 0–100, a mean as it is', () => {
    const profile = tableOf(SEVEN, 'group-profile', GROUPS);
    const cell = (key: string, column: string) => profile.rows.find((row) => row.key === key)!.cells[column]!;
    expect(cell('percent-lob', '3+').value).toBe(100 / 3);
    expect(cell('mean-actualisations', 'total').value).toBe(7 / 3);
    expect(cell('mean-age', '3+').value).toBe(154 / 3);
  });

  it('has no value where there is nothing to divide by', () => {
    const { cells } = tableOf(SEVEN, 'group-profile', GROUPS).rows.find(
      ({ key }) => key === 'referrer:Polisen',
    )!;
    expect(cells['1']).toMatchObject({ value: null, numerator: 0, denominator: 0 });
    expect(cells['1']).not.toHaveProperty('lower');
  });

  it('says what its denominator counts', () => {
    const profile = tableOf(SEVEN, 'group-profile', GROUPS);
    const counted = Object.fromEntries(profile.rows.map(({ key, cells }) => [key, cells['total']!.of]));
    expect(counted).toMatchObject({
      'mean-actualisations': 'persons',
      'mean-age': 'actualisations',
      'percent-women': 'actualisations',
      'percent-lob': 'actualisations',
      'percent-investigation': 'actualisations',
      investigations: 'investigations',
      'percent-of-investigations': 'investigations',
      'referrer:Polisen': 'reports',
    });
    expect(tableOf(SEVEN, 'persons-by-group').rows[0]!.cells['percent']!.of).toBe('persons');
    expect(tableOf(SEVEN, 'actualisations-by-group').rows[0]!.cells['percent']!.of).toBe('actualisations');
    expect(tableOf(SEVEN, 'per-year').rows.at(-1)!.cells['persons']!.of).toBe('years');
  });

  it('of percent has its 95 % Wilson interval', () => {
    // R: prop.test(1, 3, correct = FALSE) gives 0.0614919447 and 0.7923403992.
    const { cells } = tableOf(SEVEN, 'persons-by-group', GROUPS).rows[0]!;
    expect(cells['percent']!.lower).toBeCloseTo(6.14919447, 6);
    expect(cells['percent']!.upper).toBeCloseTo(79.23403992, 6);
  });
});

describe('empty groups', () => {
  const rows = [
    ['Person', 'Datum', 'Beslut', 'Kön'],
    ['A', '2018-01-01', 'Nej', 'Man'],
  ];
  it('are shown with zero persons and no value where there is nothing to divide by', () => {
    expect(cellsOf(rows, 'persons-by-group')['7-11']).toEqual({ persons: 0, percent: '0/1' });
    const profile = cellsOf(rows, 'group-profile');
    expect(Object.keys(profile['mean-actualisations']!)).toEqual(['1', '2', '3-6', '7-11', '12+', 'total']);
    expect(profile['mean-actualisations']!['7-11']).toBe('0/0');
    expect(profile['percent-women']).toMatchObject({ '12+': '0/0', total: '0/1' });
  });

  it('without any investigation opened, no group has a share of them', () => {
    const profile = tableOf(rows, 'group-profile');
    const row = profile.rows.find(({ key }) => key === 'percent-of-investigations')!;
    expect(Object.values(row.cells).map(({ value }) => value)).toEqual([null, null, null, null, null, null]);
  });
});

it('a register without rows has its tables all the same, with nothing in them', () => {
  const rows = [['Person', 'Datum', 'Typ', 'Anmälare', 'Beslut', 'Kön', 'Ålder']];
  expect(cellsOf(rows, 'persons-by-group')).toMatchObject({ total: { persons: 0, percent: '0/0' } });
  expect(cellsOf(rows, 'per-year')).toEqual({ mean: { actualisations: '0/0', persons: '0/0' } });
  expect(cellsOf(rows, 'summary')).toMatchObject({
    actualisations: { number: 0 },
    'actualisations-per-person': { mean: '0/0' },
  });
});

it('a referrer column of free text has a row for each name, and its persons are counted right', () => {
  const rows = Array.from({ length: 12_000 }, (_, i) => [
    `P${String(i)}`,
    '2018-01-01',
    'Anmälan',
    `Namn ${String(i)}`,
  ]);
  rows.push(['P0', '2019-01-01', 'Anmälan', 'Namn 1'], ['P0', '2019-01-01', 'Anmälan', 'Namn 1']);
  const cells = cellsOf([['Person', 'Datum', 'Typ', 'Anmälare'], ...rows], 'group-profile', {
    groups: [1, 2],
    profileBase: 'persons',
  });
  expect(cells['referrer:Namn 0']).toEqual({ 1: '0/11999', '2+': '1/1', total: '1/12000' });
  expect(cells['referrer:Namn 1']).toEqual({ 1: '1/11999', '2+': '1/1', total: '2/12000' });
});

it('more than thirty-two referrers and years are counted like few', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [
    `P${String(i % 10)}`,
    `${String(1990 + (i % 36))}-01-01`,
    'Anmälan',
    `Namn ${String(i % 40)}`,
  ]);
  const profile = cellsOf([['Person', 'Datum', 'Typ', 'Anmälare'], ...rows], 'group-profile', {
    profileBase: 'persons',
  });
  // 40 names and 10 persons: each name is always of the same person.
  for (let name = 0; name < 40; name++)
    expect(profile[`referrer:Namn ${String(name)}`]!['total']).toBe('1/10');
  const years = cellsOf([['Person', 'Datum'], ...rows.map((row) => row.slice(0, 2))], 'per-year');
  for (let year = 1990; year < 2026; year++) {
    const persons = new Set(
      rows.filter(([, day]) => day!.startsWith(String(year))).map(([person]) => person),
    );
    expect(years[String(year)]!['persons']).toBe(persons.size);
  }
});
