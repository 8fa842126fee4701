/**
 * The tables of a register, protected for publication. What is shown is counted again from the rows, and attacked by a
 * reader with a solver of another make who knows how the tables hang together.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../src/analyse.ts';
import { resultJson } from '../../src/document/json.ts';
import { resultDocument } from '../../src/document/result-document.ts';
import { lathundQuantities } from '../../src/protection/lathund-quantities.ts';
import { protect } from '../../src/protection/protect.ts';
import { isSuppressed, shownOf } from '../../src/protection/shown.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';
import { readSettings } from '../../src/settings.ts';
import { giveReaderASolver, largestPossible } from './reader.ts';

const HEADER = [
  'Person',
  'Aktualiseringsdatum',
  'Aktualiseringstyp',
  'Aktualiserande part',
  'Beslut',
  'Kön',
  'Ålder',
];

const row = fc.tuple(
  fc.integer({ min: 1, max: 25 }).map((n) => `p${String(n)}`),
  fc
    .tuple(fc.integer({ min: 2018, max: 2021 }), fc.integer({ min: 1, max: 9 }))
    .map(([year, month]) => `${String(year)}-0${String(month)}-15`),
  fc.constantFrom('Ansökan', 'Anmälan', 'LOB', 'Remiss', ''),
  fc.constantFrom('Polisen', 'Anhörig', 'Skola', 'Granne', ''),
  fc.constantFrom('Ja', 'Nej', ''),
  fc.constantFrom('Man', 'Kvinna', ''),
  fc.constantFrom(0, 25, 60, null),
);
const registers = fc.array(row, { minLength: 20, maxLength: 90 });
/** Every value known: no table then has a row of what is missing or other, which tells everybody that there is none. */
const wholeRow = fc.tuple(
  fc.integer({ min: 1, max: 25 }).map((n) => `p${String(n)}`),
  fc.integer({ min: 1, max: 9 }).map((month) => `2020-0${String(month)}-15`),
  fc.constantFrom('Ansökan', 'Anmälan', 'LOB'),
  fc.constantFrom('Polisen', 'Anhörig', 'Skola'),
  fc.constantFrom('Ja', 'Nej'),
  fc.constantFrom('Man', 'Kvinna'),
  fc.constantFrom(25, 60),
);
const wholeRegisters = fc.array(wholeRow, { minLength: 20, maxLength: 90 });
const ABSENT = /sex-unknown|type-unknown|type-other|investigation-unknown|age-unknown/;

const settingsOf = fc.record({
  groups: fc.constantFrom([1, 2, 3, 7, 12], [1, 2], [1]),
  // Shares of persons tie persons and rows throughout, which takes long where nearly all is small.
  profileBase: fc.oneof(
    { weight: 99, arbitrary: fc.constant('actualisations') },
    { weight: 1, arbitrary: fc.constant('persons') },
  ),
  protection: fc.record({
    mode: fc.constant('publication'),
    threshold: fc.constantFrom(3, 5, 10),
  }),
});

function analysisOf(rows: readonly (readonly Cell[])[], json: unknown): Analysis {
  const settings = readSettings(json, '2026-11-22');
  if (!settings.ok) throw new Error(settings.problem.en);
  const source = { name: 'x', sha256: null, sheet: null };
  const analysed = analyse(sheetOf([HEADER, ...rows]), settings.value, source);
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return analysed.value;
}

const runs = Number(process.env['ISU_FUZZ_RUNS'] ?? 500);

describe('a register shown to others', () => {
  it('can be made of any rows, in JSON and as a document, with counts rounded too', () => {
    fc.assert(
      fc.property(registers, settingsOf, fc.constantFrom(null, 3, 5), (rows, settings, rounding) => {
        const protection = { ...settings.protection, rounding };
        const analysis = analysisOf(rows, { ...settings, protection });
        expect(() => resultDocument(analysis, 'sv')).not.toThrow();
        const json = JSON.parse([...resultJson(analysis, 'en')].join('')) as Record<string, unknown>;
        expect(json).not.toHaveProperty('persons');
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('is protected once, however many ask for it, and anew under other settings', () => {
    const rows = ['p1', 'p1', 'p2'].map((person) => [person, '2020-01-15', 'LOB', '', 'Ja', 'Man', 25]);
    const analysis = analysisOf(rows, { protection: { mode: 'publication', threshold: 5 } });
    expect(shownOf(analysis)).toBe(shownOf(analysis));
    const protection = { ...analysis.settings.protection, threshold: 3 };
    const other = { ...analysis, settings: { ...analysis.settings, protection } };
    expect(shownOf(other)).not.toBe(shownOf(analysis));
  });

  it('shows no figure that rests on one person or more but fewer than the threshold', () => {
    fc.assert(
      fc.property(registers, settingsOf, (rows, settings) => {
        const shown = shownOf(analysisOf(rows, settings));
        const { threshold } = settings.protection;
        for (const table of shown.tables)
          for (const { key, cells } of table.rows)
            for (const [column, cell] of Object.entries(cells)) {
              if (isSuppressed(cell)) continue;
              for (const { n, persons } of cell.basis)
                if (n > 0) expect(persons, `${table.id} ${key} ${column}`).toBeGreaterThanOrEqual(threshold);
            }
        for (const top of shown.top)
          if (!isSuppressed(top)) expect(top.persons).toBeGreaterThanOrEqual(threshold);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });
});

describe('a reader with a solver', () => {
  beforeAll(giveReaderASolver);

  it('cannot work out a hidden figure of few persons', () => {
    let attacked = 0;
    fc.assert(
      fc.property(registers, settingsOf, fc.nat(), (rows, settings, at) => {
        const { counts, tables, lathund } = analysisOf(rows, settings);
        const { threshold } = settings.protection;
        const quantities = lathundQuantities(counts, tables, lathund);
        const { suppressed } = protect({ ...quantities, threshold });
        const hidden = new Set(suppressed.keys());
        const small = quantities.cells.filter(
          ({ key, value }) => value > 0 && suppressed.get(key) === 'primary',
        );
        const one = small[at % Math.max(1, small.length)];
        if (!one) return;
        attacked++;
        expect(largestPossible(quantities, hidden, [one.key]), one.key).toBeGreaterThan(one.value);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
    expect(attacked).toBeGreaterThan(runs / 20);
  });

  it('cannot either where no row tells of missing values, so that he knows there are none', () => {
    let attacked = 0;
    fc.assert(
      fc.property(wholeRegisters, settingsOf, fc.nat(), (rows, settings, at) => {
        const { counts, tables, lathund } = analysisOf(rows, settings);
        const { threshold } = settings.protection;
        const quantities = lathundQuantities(counts, tables, lathund);
        const { suppressed } = protect({ ...quantities, threshold });
        const cells = quantities.cells.map((cell) =>
          ABSENT.test(cell.key) ? { ...cell, shown: 'always' as const } : cell,
        );
        const small = cells.filter(({ key, value }) => value > 0 && suppressed.get(key) === 'primary');
        const one = small[at % Math.max(1, small.length)];
        if (!one) return;
        attacked++;
        const hidden = new Set(suppressed.keys());
        expect(largestPossible({ ...quantities, cells }, hidden, [one.key]), one.key).toBeGreaterThan(
          one.value,
        );
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
    expect(attacked).toBeGreaterThan(runs / 20);
  });
});
