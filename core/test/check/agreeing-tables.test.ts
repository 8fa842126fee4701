/** Tables that agree raise nothing, whatever their figures; tables with one figure changed raise something. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPublished } from '../../src/check/check.ts';
import { found } from './published.ts';
import { FORMS, type RandomTable } from './random-tables.ts';

const RUNS = Number(process.env['ISU_FUZZ_RUNS'] ?? 500);
const forms = Object.entries(FORMS);

describe('a table counted out and rounded right raises no contradiction', () => {
  it.each(forms)('%s', (_, form) => {
    fc.assert(
      fc.property(form, ({ json }) => {
        expect(found(json)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe('one figure changed by an eighth or more is found', () => {
  // A change can meet another right table by chance (every count of a table at 0, a total at n), so the tables are the
  // same each time.
  it.each(forms)('%s', (_, form) => {
    fc.assert(
      fc.property(form, fc.nat(), (table, choice) => {
        const changed = withChange(table, choice);
        if (changed === null) return;
        expect(found(changed)).not.toEqual([]);
      }),
      { numRuns: 100, seed: 2024 },
    );
  });
});

function withChange({ json, determined }: RandomTable, choice: number): unknown {
  const path = determined[choice % determined.length]!;
  const copy = structuredClone(json) as Record<string | number, unknown>;
  const owner = path
    .slice(0, -1)
    .reduce((object, key) => object[key] as Record<string | number, unknown>, copy);
  const value = owner[path.at(-1)!];
  if (typeof value !== 'number') return null;
  owner[path.at(-1)!] = Number.isInteger(value) ? value + Math.max(4, Math.ceil(value / 8)) : value + 0.6;
  return copy;
}

describe('a figure that several calculations meet in is told with what it should be', () => {
  it('the total of persons by group', () => {
    fc.assert(
      fc.property(FORMS['personsByGroup']!, fc.integer({ min: 40, max: 400 }), ({ json }, more) => {
        const table = json as { total: number };
        const right = table.total;
        const contradictions = found({ ...table, total: right + more });
        expect(contradictions.find(({ place }) => place.endsWith('(total)'))).toMatchObject({
          expected: right,
        });
      }),
      { numRuns: 200, seed: 2024 },
    );
  });

  it('a total of one register that three tables give', () => {
    fc.assert(
      fc.property(FORMS['oneRegister']!, fc.integer({ min: 40, max: 400 }), ({ json }, more) => {
        const tables = json as { second: { printedTotal: number } };
        const right = tables.second.printedTotal;
        const changed = { ...tables, second: { ...tables.second, printedTotal: right + more } };
        const [only, ...others] = found(changed);
        expect(only).toMatchObject({ printed: right + more, expected: right });
        expect(others).toEqual([]);
      }),
      { numRuns: 100, seed: 2024 },
    );
  });
});

const GROUPS = ['1', '2', '3-6', '7-11', '12+'];

describe('tables that look wrong and are not', () => {
  it.each<[string, unknown]>([
    [
      'the same table of two years, with other persons',
      {
        a: { print: 'Tabell 1', groups: GROUPS, persons: [300, 91, 144, 58, 86], total: 679 },
        b: { print: 'Tabell 2', groups: GROUPS, persons: [200, 81, 124, 48, 76], total: 529 },
      },
    ],
    [
      'several answers of 14 persons',
      {
        n: 14,
        rows: [
          ['Depression', 8, 57],
          ['Ångest', 7, 50],
        ],
        total: 15,
      },
    ],
    [
      'several answers whose total is persons',
      {
        rows: [
          ['Depression', 8, 57],
          ['Ångest', 7, 50],
          ['Psykos', 6, 43],
        ],
        total: 14,
      },
    ],
    [
      'the most frequent of a total',
      {
        rows: [
          ['Polisen', 719, 29],
          ['Anhörig', 488, 20],
          ['Vård', 300, 12],
        ],
        total: 2489,
      },
    ],
    [
      'persons who come back another year',
      [
        ['År', 'Unika personer'],
        ['2018', 211],
        ['2019', 235],
        ['Totalt', 380],
      ],
    ],
    [
      'two divisions of the same 28',
      [
        ['', 'Antal', '%'],
        ['Män', 20, 71],
        ['Kvinnor', 8, 29],
        ['–29', 5, 18],
        ['30–', 23, 82],
        ['Totalt', 28, 100],
      ],
    ],
    [
      'an answer missing that is told',
      [
        ['', 'Antal', '%'],
        ['Ja', 20, '74 %'],
        ['Nej', 7, '26 %'],
        ['Uppgift saknas', 1, ''],
        ['Totalt', 28, ''],
      ],
    ],
    [
      'a row of which',
      [
        ['', 'Antal', '%'],
        ['Ansökan', 976, 28],
        ['Anmälan', 2489, 72],
        ['därav LOB', 559, 16],
        ['Totalt', 3465, 100],
      ],
    ],
    [
      'hidden cells',
      [
        ['', 'Antal', '%'],
        ['Ja', 20, '71 %'],
        ['Nej', '..', '..'],
        ['Totalt', 28, '100 %'],
      ],
    ],
    [
      'thousands of kronor',
      { unit: 'tkr', years: [2021, 2022], HVB: [4801, 1970], SiS: [6022, 1708], total: [10824, 3678] },
    ],
    [
      'shares of something else',
      [
        ['', 'Antal placeringar', 'Andel av kostnad %'],
        ['HVB', 23, 53],
        ['SiS', 12, 44],
        ['FHV', 5, 3],
        ['Totalt', 40, 100],
      ],
    ],
    [
      'a third each',
      [
        ['', 'Antal', '%'],
        ['a', 1, 33],
        ['b', 1, 33],
        ['c', 1, 33],
        ['Totalt', 3, 99],
      ],
    ],
    [
      'measures of spread',
      {
        Ålder: { mean: 41.2, sd: 11.3, median: 41, n: 679 },
        Antal: { mean: 5.1, sd: 7.7, median: 2, n: 679 },
      },
    ],
    [
      'a base told row by row',
      [
        ['', 'Ja', 'Svar', 'Andel ja'],
        ['A', 12, 28, '43 %'],
        ['B', 9, 27, '33 %'],
        ['C', 20, 25, '80 %'],
      ],
    ],
    [
      'half a percent either way',
      {
        n: 8,
        rows: [
          ['A', 1, 12],
          ['B', 1, 13],
          ['C', 3, 38],
          ['D', 3, 37],
        ],
      },
    ],
    [
      'before and after',
      [
        ['', 'Före', 'Efter', 'Förändring %'],
        ['Vårddygn', 120, 60, -50],
        ['LOB', 20, 30, 50],
      ],
    ],
    ['a mean of equally many', { meanAge: { men: 40.12, women: 42.32, total: 41.22 } }],
  ])('%s', (_, json) => {
    expect(found(json)).toEqual([]);
  });
});

describe('what holds no table', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['words', { title: 'Tabell 1', note: 'Se bilagan.' }],
    ['a number alone', 12],
    ['a text', 'Tabell 1'],
    ['null', null],
    ['an empty list', []],
  ])('%s is a problem to mend, in both languages', (_, json) => {
    const outcome = checkPublished(json);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'no-tables' } });
  });

  it('no JSON at all makes the check throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
        const outcome = checkPublished(json);
        expect(typeof outcome.ok).toBe('boolean');
      }),
      { numRuns: RUNS },
    );
  });
});
