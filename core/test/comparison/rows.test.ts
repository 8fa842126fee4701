/** Rows of one's own, what is set against what, and how all together hang with the parts. */
import { describe, expect, it } from 'vitest';
import {
  compareRegisters,
  comparisonDocument,
  defaultComparison,
  populationOf,
  readComparisonSettings,
  readPeriods,
  shownComparison,
  splitPart,
  type ComparedRow,
  type Part,
} from '../../src/comparison/index.ts';
import { isSuppressed } from '../../src/protection/shown.ts';
import { sheetOf } from '../../src/register/sheet.ts';
import { analysisOf } from '../tables/tables-of.ts';
import { partOf, rowsOf, TOWNS, townPart } from './towns.ts';

const HEADER = ['Person', 'Datum', 'Område', 'Skäl', 'Tal'];
/** Two of A, one of B and C; C has no area, and B's is spelled otherwise. */
const ONE = partOf(
  [
    HEADER,
    ['A', '2020-01-01', 'Norra', 'Spel;  Alkohol', '1,5'],
    ['A', '2020-02-01', 'Södra', 'Alkohol', '7'],
    ['B', '2020-03-01', 'NORRA', '', '2'],
    ['C', '2020-04-01', '', 'Annat', 'x'],
  ],
  'Ett',
);
/** Without the reasons, and with the columns in another order. */
const TWO = partOf(
  [
    ['Område', 'Person', 'Datum', 'Tal'],
    ['Norra', 'A', '2021-01-01', '4'],
    ['Västra', 'D', '2021-02-01', ''],
  ],
  'Två',
);

function compared(rows: readonly unknown[], given: object = {}, parts: readonly Part[] = [ONE, TWO]) {
  const settings = readComparisonSettings({ rows, sameCodes: true, ...given });
  if (!settings.ok) throw new Error(settings.problem.en);
  const found = compareRegisters(parts, settings.value);
  if (!found.ok) throw new Error(found.problem.en);
  return found.value;
}

/** Every row as its label and, part by part and together, `numerator/denominator`. */
function sharesOf(rows: readonly unknown[], given: object = {}): Record<string, string> {
  const table = compared(rows, given).tables.find(({ id }) => id === 'rows')!;
  return Object.fromEntries(
    table.rows
      .filter(({ figure }) => figure === 'percent')
      .map((row) => [row.label ?? row.key, sharesIn(row).join(' ')]),
  );
}

function sharesIn({ cells }: ComparedRow): string[] {
  return Object.values(cells).map(
    ({ numerator, denominator }) => `${String(numerator)}/${String(denominator)}`,
  );
}

describe('a row of one’s own', () => {
  it('counts persons with a value at least once, and those of whom nothing is known', () => {
    expect(sharesOf(['Område'])).toEqual({
      Norra: '2/2 1/2 2/3',
      Södra: '1/2 0/2 1/3',
      Västra: '0/2 1/2 1/3',
      'column:Område=missing': '1/3 0/2 1/4',
    });
  });

  it('counts actualisations where they are the base', () => {
    expect(sharesOf([{ column: 'Område', base: 'actualisations' }])).toEqual({
      Norra: '2/3 1/2 3/5',
      Södra: '1/3 0/2 1/5',
      Västra: '0/3 1/2 1/5',
      'column:Område=missing': '1/4 0/2 1/6',
    });
  });

  it('tells answers apart where a cell has several, and knows nothing of a part without the column', () => {
    expect(sharesOf([{ column: 'Skäl', separator: ';', base: 'actualisations' }])).toEqual({
      Alkohol: '2/3 0/0 2/3',
      Annat: '1/3 0/0 1/3',
      Spel: '1/3 0/0 1/3',
      'column:Skäl=missing': '1/4 0/0 1/4',
    });
  });

  it('is ordered, cut off and named as asked', () => {
    expect(Object.keys(sharesOf([{ column: 'Område', order: ['Västra', 'norra'] }])).slice(0, 3)).toEqual([
      'Västra',
      'Norra',
      'Södra',
    ]);
    expect(sharesOf([{ column: 'Område', top: 1, labels: { NORRA: 'Norr' } }])).toMatchObject({
      Norr: '2/2 1/2 2/3',
      'column:Område=other': '1/2 1/2 2/3',
    });
    expect(Object.keys(sharesOf([{ column: 'Område', order: 'value' }])).slice(0, 3)).toEqual([
      'Norra',
      'Södra',
      'Västra',
    ]);
  });

  it('is of those in all parts who have the value, along the row', () => {
    expect(sharesOf(['Område'], { percent: 'row' })).toMatchObject({
      Norra: '2/2 1/2 2/2',
      Södra: '1/1 0/1 1/1',
    });
  });

  it('is a number where asked, of a person’s first known, with what is no number as missing', () => {
    const { tables } = compared([{ column: 'Tal', as: 'number' }]);
    const rows = tables.find(({ id }) => id === 'rows')!.rows;
    const values = (key: string) =>
      Object.values(rows.find((row) => row.key === key)!.cells).map(({ value }) => value);
    expect(values('column:Tal')).toEqual([1.75, 4, 1.75]);
    expect(values('column:Tal: most')).toEqual([2, 4, 2]);
    expect(sharesIn(rows.at(-1)!)).toEqual(['1/3', '1/2', '2/4']);
  });

  it('has its figures in the document under the names of the parts, once in each language', () => {
    for (const language of ['sv', 'en'] as const) {
      const { sheets } = comparisonDocument(compared(['Område']), language, 0);
      const table = sheets
        .flatMap(({ blocks }) => blocks)
        .find((block) => block.kind === 'table' && block.id === 'comparison-rows');
      if (table?.kind !== 'table') throw new Error('no table');
      const together = language === 'sv' ? 'Tillsammans' : 'Together';
      expect(table.columns.map(({ header }) => header).filter((_, at) => at > 0 && at % 2 === 0)).toEqual([
        'Ett',
        'Två',
        together,
      ]);
      expect(table.rows.map(({ cells }) => cells[0]!.value)).toEqual([
        'Område',
        'Norra',
        'Södra',
        'Västra',
        language === 'sv' ? 'Uppgift saknas' : 'Missing',
      ]);
    }
  });
});

describe('all parts together', () => {
  it('are what an analysis of all their rows in one file says', () => {
    const [header, ...first] = rowsOf('Alby');
    const rest = TOWNS.slice(1).flatMap((town) => rowsOf(town).slice(1));
    const analysis = analysisOf([header!, ...first, ...rest]);
    const comparison = compared(
      [],
      {},
      TOWNS.map((town) => townPart(town)),
    );
    const together = (id: string, key: string) => {
      const cell = comparison.tables.find((table) => table.id === id)!.rows.find((row) => row.key === key)
        ?.cells['together'];
      return cell && [cell.numerator, cell.denominator];
    };
    const profile = analysis.tables.find(({ id }) => id === 'group-profile')!;
    const held = profile.rows.filter(({ key, cells }) => {
      const found = together('profile', key);
      if (!found) return false;
      expect(found, key).toEqual([cells['total']!.numerator, cells['total']!.denominator]);
      return true;
    });
    expect(held.length).toBeGreaterThan(8);
    for (const { key, cells } of analysis.tables.find(({ id }) => id === 'persons-by-group')!.rows)
      if (key !== 'total')
        expect(together('persons-by-group', key)?.[0], key).toEqual(cells['persons']!.value);
    const returned = comparison.tables.find(({ id }) => id === 'return')!.rows;
    analysis.returned.forEach((point, at) => {
      // The last days of the towns differ, and a person is followed to the last of the towns that he or she is in.
      expect(returned[at]!.cells['together']!.value! / 100).toBeCloseTo(point.returned!, 1);
    });
  });
});

describe('a part against all the others', () => {
  it('is set against them together: of three, each against two', () => {
    const parts = TOWNS.map((town) => townPart(town));
    const { tables } = compared([], { against: 'rest' }, parts);
    const women = tables.find(({ id }) => id === 'profile')!.rows.find(({ key }) => key === 'percent-women')!;
    expect(women.differences.map(({ part, against }) => [part, against])).toEqual(
      TOWNS.map((town) => [`part=${town}`, `rest=${town}`]),
    );
    const share = (n: number, of: number) => (100 * n) / of;
    expect(women.differences[0]!.value).toBeCloseTo(share(179, 402) - share(135 + 74, 302 + 154), 10);
  });
});

describe('a register', () => {
  it('is split by periods, and followed to the end of each', () => {
    const periods = readPeriods('2019, 2020-2021');
    if (!periods.ok) throw new Error(periods.problem.en);
    const split = splitPart(townPart('Alby'), { by: 'period', periods: periods.value });
    if (!split.ok) throw new Error(split.problem.en);
    expect(split.value.parts.map(({ name, end }) => [name, end])).toEqual([
      ['2019', 18_261],
      ['2020–2021', townPart('Alby').end],
    ]);
    expect(split.value.inNone).toBe(0);
  });

  it('is split by frequency group, each person in one of them', () => {
    const split = splitPart(townPart('Alby'), { by: 'group' });
    if (!split.ok) throw new Error(split.problem.en);
    const comparison = compared(['Distrikt'], { protection: { mode: 'publication' } }, split.value.parts);
    expect(split.value.parts.map(({ name }) => name)).toEqual(['1', '2', '3-6', '7-11', '12+']);
    expect(comparison.inSeveral.n).toBe(0);
    expect(comparison.tables.map(({ id }) => id)).toEqual(['parts', 'profile', 'rows', 'return']);
    const alone = compared([], { protection: { mode: 'publication' } }, split.value.parts);
    const persons = shownComparison(alone).tables[0]!.rows[0]!.cells;
    // Of 48, 30, 51, 10 and 1 persons the last is hidden, and others so that the sum does not give it back.
    const hidden = Object.entries(persons).filter(([, cell]) => isSuppressed(cell));
    expect(hidden.map(([key]) => key)).toContain('part=12+');
    expect(hidden.map(([key]) => key)).not.toContain('together');
    expect(hidden.length).toBeGreaterThan(1);
  });

  it('is shown by frequency groups also where everyone in the parts happens to come once', () => {
    const once = (name: string, persons: readonly string[]) =>
      partOf([['Person', 'Datum'], ...persons.map((person) => [person, '2020-01-15'])], name);
    const done = compareRegisters([once('X', ['A', 'B']), once('Y', ['C', 'D', 'E'])], defaultComparison());
    if (!done.ok) throw new Error(done.problem.en);
    expect(done.value.tables.map(({ id }) => id)).toContain('persons-by-group');
  });

  it('is split by a column whatever the spelling', () => {
    const split = splitPart(ONE, { by: 'column', column: 'omrade' });
    if (!split.ok) throw new Error(split.problem.en);
    // Each spelling stands once: the first by letter.
    expect(split.value.parts.map(({ name }) => name)).toEqual(['NORRA', 'Södra']);
    expect(split.value.inNone).toBe(1);
  });

  it('is not split by a column that names the persons or their cases, whose parts would be called by them', () => {
    for (const column of ['Person', 'person', 'A'])
      expect(splitPart(ONE, { by: 'column', column })).toMatchObject({
        ok: false,
        problem: { code: 'identifying-column' },
      });
  });
});

describe('inhabitants', () => {
  const sheet = sheetOf([
    ['Befolkning 2021'],
    ['Kommun', 'Kod', 'Antal'],
    ['Ett', 'A', '12 000'],
    ['TVÅ', null, 900],
  ]);

  it('are found by the names of the parts, below whatever heading', () => {
    expect(populationOf(sheet, ['Två', 'Ett'])).toEqual({ ok: true, value: [900, 12_000] });
  });

  it('that are not there are a problem that names the nearest', () => {
    const found = populationOf(sheet, ['Etta']);
    expect(found.ok ? '' : found.problem.sv).toMatch(/«Etta»\. Närmast är «Ett»/);
  });
});
