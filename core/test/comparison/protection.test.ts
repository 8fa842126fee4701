/**
 * Comparisons protected for publication: what is shown is attacked by a reader with a solver of another make, who knows
 * how parts, levels, groups and means hang together.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonQuantities } from '../../src/comparison/comparison-quantities.ts';
import {
  compareRegisters,
  comparisonDocument,
  comparisonJson,
  readComparisonSettings,
  shownComparison,
  splitPart,
  type RegisterComparison,
  type ShownComparison,
} from '../../src/comparison/index.ts';
import { protect } from '../../src/protection/protect.ts';
import { isSuppressed } from '../../src/protection/shown.ts';
import { giveReaderASolver, largestPossible } from '../protection/reader.ts';
import { partOf, rowsOf, TOWNS, townPart } from './towns.ts';

const HEADER = [
  ...['Person', 'Aktualiseringsdatum', 'Aktualiseringstyp', 'Aktualiserande part', 'Beslut', 'Kön', 'Ålder'],
  ...['Distrikt', 'Missbruk', 'Skuld'],
];

const row = (parts: number) =>
  fc
    .record({
      person: fc.integer({ min: 1, max: 40 }),
      part: fc.integer({ min: 0, max: parts - 1 }),
      day: fc.constantFrom('2020-01-15', '2020-05-15', '2021-03-15'),
      type: fc.constantFrom('Ansökan', 'Anmälan', 'LOB', ''),
      referrer: fc.constantFrom('Polisen', 'Anhörig', 'Granne', ''),
      decision: fc.constantFrom('Ja', 'Nej', ''),
      sex: fc.constantFrom('Man', 'Kvinna', ''),
      age: fc.constantFrom(18, 40, 77, null),
      district: fc.constantFrom('Norr', 'Söder', 'Öster', ''),
      misuse: fc.constantFrom('Alkohol', 'Narkotika', 'Alkohol; Narkotika', 'Spel', ''),
      debt: fc.constantFrom('0', '12,5', '140', ''),
    })
    .map((r) => ({
      part: r.part,
      cells: [
        ...[`p${String(r.person)}`, r.day, r.type, r.referrer, r.decision, r.sex, r.age],
        ...[r.district, r.misuse, r.debt],
      ],
    }));

const cases = fc.constantFrom(2, 3).chain((parts) =>
  fc.record({
    parts: fc.constant(parts),
    rows: fc.array(row(parts), { minLength: 20, maxLength: 160 }),
    apart: fc.boolean(),
    base: fc.constantFrom('actualisations', 'persons'),
    against: fc.constantFrom('first', 'rest'),
    percent: fc.constantFrom('column', 'row'),
    threshold: fc.constantFrom(3, 5),
  }),
);

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const ROWS = [
  'Distrikt',
  { column: 'Missbruk', separator: ';' },
  { column: 'Missbruk', separator: ';', base: 'actualisations' },
  { column: 'Skuld', as: 'number' },
];

function comparisonOf({ parts, rows, apart, threshold, ...asked }: Case): RegisterComparison | null {
  const own = Array.from({ length: parts }, (_, at) => rows.filter(({ part }) => part === at));
  if (own.some((part) => part.length === 0)) return null;
  const made = own.map((part, at) =>
    partOf([HEADER, ...part.map(({ cells }) => cells)], `Del ${String(at + 1)}`, { groups: [1, 2, 4] }),
  );
  return publicOf(made, { ...asked, sameCodes: !apart, rows: ROWS, threshold });
}

function publicOf(
  parts: Parameters<typeof compareRegisters>[0],
  { threshold = 5, ...asked }: Record<string, unknown> & { threshold?: number },
) {
  const protection = { mode: 'publication', threshold };
  const settings = readComparisonSettings({ ...asked, protection });
  if (!settings.ok) throw new Error(settings.problem.en);
  const compared = compareRegisters(parts, settings.value);
  if (!compared.ok) throw new Error(compared.problem.en);
  return compared.value;
}

function rowIn({ tables }: ShownComparison, id: string, key: string) {
  return tables.find((table) => table.id === id)!.rows.find((row) => row.key === key)!;
}

const RUNS = Math.ceil(Number(process.env['ISU_FUZZ_RUNS'] ?? 500) / 50);

describe('a comparison shown to others', () => {
  it('shows no figure that rests on one person or more but fewer than the threshold, in cells, differences and tests', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const comparison = comparisonOf(one);
        if (!comparison) return;
        const shown = shownComparison(comparison);
        for (const { id, rows } of shown.tables)
          for (const { key, cells, differences, test } of rows) {
            const told = [
              ...Object.values(cells).flatMap((cell) => (isSuppressed(cell) ? [] : cell.basis)),
              ...differences.flatMap(({ basis }) => basis ?? []),
              ...(test?.basis ?? []),
            ];
            for (const { n, persons } of told)
              if (n > 0) expect(persons, `${id} ${key}`).toBeGreaterThanOrEqual(one.threshold);
          }
        // Nobody lacks a frequency group: their sum is the persons and actualisations of another table.
        for (const what of ['persons', 'actualisations'])
          for (const scope of Object.keys(rowIn(shown, 'parts', what).cells)) {
            const isHidden = [
              rowIn(shown, 'parts', what),
              rowIn(shown, `${what}-by-group`, `${what}-by-group`),
            ].map(({ cells }) => isSuppressed(cells[scope]!));
            expect(isHidden[0], `${what} ${scope}`).toBe(isHidden[1]);
          }
        expect(comparisonJson(comparison, 3)).not.toContain('"returned-90"');
        expect(() => comparisonDocument(comparison, 'sv', 3)).not.toThrow();
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a reader with a solver', () => {
  beforeAll(giveReaderASolver);

  it('cannot work out a hidden count of few persons', () => {
    let attacked = 0;
    fc.assert(
      fc.property(cases, fc.nat(), (one, at) => {
        const comparison = comparisonOf(one);
        if (!comparison) return;
        const quantities = comparisonQuantities(comparison);
        const { suppressed } = protect({ ...quantities, threshold: one.threshold });
        const hidden = new Set(suppressed.keys());
        const small = quantities.cells.filter(
          ({ key, value }) => value > 0 && suppressed.get(key) === 'primary',
        );
        const picked = small[at % Math.max(1, small.length)];
        if (!picked) return;
        attacked++;
        expect(largestPossible(quantities, hidden, [picked.key]), picked.key).toBeGreaterThan(picked.value);
      }),
      { numRuns: RUNS },
    );
    expect(attacked).toBeGreaterThan(RUNS / 5);
  });
});

it('shows nearly everything of towns with many persons, and the tests of what it shows', () => {
  const comparison = publicOf(
    TOWNS.map((town) => townPart(town)),
    { sameCodes: true, rows: ['Distrikt'] },
  );
  const shown = shownComparison(comparison);
  const women = shown.tables
    .find(({ id }) => id === 'profile')!
    .rows.find(({ key }) => key === 'percent-women')!;
  expect(Object.values(women.cells).some(isSuppressed)).toBe(false);
  expect(women.test?.test).toBe('chi-square');
  expect(shown.tests).toBeLessThan(comparison.tests);
  expect(shown.tests).toBeGreaterThan(3);
  expect(shown.inSeveral).toBe(7);
});

it('takes levels of few persons together, whose names could tell who they are', () => {
  const rows = rowsOf('Alby').map((cells, at) => [
    ...cells,
    at === 0 ? 'Kommun' : at < 6 ? 'Ensamby' : 'Alby',
  ]);
  const whole = partOf(rows, 'Alby');
  const split = splitPart(whole, { by: 'year' });
  if (!split.ok) throw new Error(split.problem.en);
  const text = comparisonJson(publicOf(split.value.parts, { rows: ['Kommun'] }), 0);
  expect(text).not.toContain('Ensamby');
  expect(text).toContain('column:Kommun=other');
});

describe('parts by a column, for publication', () => {
  // Twenty persons live in Norr, twelve in Söder, and each of the three in a place of their own.
  const rows = Array.from({ length: 35 }, (_, at) => [
    `p${String(at)}`,
    '2020-01-15',
    at < 20 ? 'Norr' : at < 32 ? 'Söder' : `Ensamby ${String(at)}`,
  ]);
  const by = (settings: object) => {
    const whole = partOf([['Person', 'Datum', 'Bostad'], ...rows], 'Alby', settings);
    const split = splitPart(whole, { by: 'column', column: 'Bostad' });
    if (!split.ok) throw new Error(split.problem.en);
    return split.value.parts;
  };

  it.each([null, 5])('take values of few persons together, rounded to %s', (rounding) => {
    const parts = by({ protection: { mode: 'publication', threshold: 5, rounding } });
    expect(
      parts.map(({ name, isRest, holds }) => [name, isRest, holds!.reduce((n, one) => n + one, 0)]),
    ).toEqual([
      ['Norr', false, 20],
      ['Söder', false, 12],
      ['other', true, 3],
    ]);
    const comparison = publicOf(parts, {});
    const told = JSON.stringify([comparisonJson(comparison, 0), comparisonDocument(comparison, 'sv', 0)]);
    expect(told).not.toContain('Ensamby');
    expect(JSON.stringify(comparisonDocument(comparison, 'sv', 0))).toContain('Norr, Söder, övriga');
  });

  it('stand by their names where the figures stay inside', () => {
    expect(by({}).map(({ name }) => name)).toEqual([
      'Norr',
      'Söder',
      'Ensamby 32',
      'Ensamby 33',
      'Ensamby 34',
    ]);
  });
});
