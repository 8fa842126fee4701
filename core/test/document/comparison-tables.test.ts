/** How the comparison of groups and of return is told: names of tests, limits of a simulated p, values in words. */
import { describe, expect, it } from 'vitest';
import {
  formatCell,
  resultDocument,
  type Analysis,
  type DocumentTable,
  type Language,
} from '../../src/index.ts';
import { rowsOf } from '../comparison/towns.ts';
import { analysisOf } from '../tables/tables-of.ts';

const alby = analysisOf(rowsOf('Alby'), { comparison: true });

function tableOf(analysis: Analysis, id: string, language: Language): DocumentTable | undefined {
  const blocks = resultDocument(analysis, language).sheets.flatMap((sheet) => sheet.blocks);
  return blocks.find((block): block is DocumentTable => block.kind === 'table' && block.id === id);
}

function textsOf(id: string, row: string, language: Language): string[] {
  const { columns, rows } = tableOf(alby, id, language)!;
  const { cells } = rows.find(({ key }) => key === row)!;
  return cells.map((cell, at) => formatCell(cell, columns[at]!.format, language));
}

describe('the frequency groups compared', () => {
  it('have tests by their names, p also adjusted, and an effect by its name', () => {
    expect(textsOf('comparison', 'percent-women', 'sv')).toEqual(
      ['Andel kvinnor', 'Chi-två', '< 0,001', '< 0,001', 'Cramérs V', '0,25'], // prettier-ignore
    );
    expect(textsOf('comparison', 'organisation', 'en')).toEqual([
      'Organisation',
      expect.stringMatching(/^Fisher’s exact, simulated \(p 0\.00\d to 0\.00\d\)$/),
      expect.stringMatching(/^0\.00\d$/),
      expect.stringMatching(/^0\.0\d\d$/),
      'Cramér’s V',
      '0.17',
    ]);
  });

  it('say how many tests there are, of both tables together, and what simulated means', () => {
    const groups = tableOf(alby, 'comparison', 'sv')!;
    const returned = tableOf(alby, 'comparison-return', 'sv')!;
    const tests = groups.rows.length + returned.rows.length;
    for (const { notes } of [groups, returned])
      expect(notes.join(' ')).toContain(`${String(tests)} test är gjorda`);
    expect(groups.notes.join(' ')).toMatch(/minst 10\u00a0000 slumpade tabeller/);
    expect(returned.notes.join(' ')).not.toContain('slumpade');
  });
});

describe('return by what was known first', () => {
  it('tells in words between which values it differs most', () => {
    expect(textsOf('comparison-return', 'return:sex', 'sv').toSpliced(2, 2)).toEqual([
      'Kön',
      'Log-rank',
      'kvinna',
      'man',
      '1,07',
    ]);
    const ages = textsOf('comparison-return', 'return:age', 'en');
    expect(ages[1]).toBe('Log-rank, doubtful: expected count below 5');
    expect(ages.slice(4, 6)).toEqual(['30–44 years', '18–29 years']);
    expect(tableOf(alby, 'comparison-return', 'en')!.notes.join(' ')).toContain('by definition not returned');
  });
});

it('stands in no document that is not asked for it, nor in one for publication', () => {
  const rows = rowsOf('Alby');
  const publication = { comparison: true, protection: { mode: 'publication' } };
  for (const analysis of [analysisOf(rows), analysisOf(rows, publication)])
    for (const id of ['comparison', 'comparison-return']) expect(tableOf(analysis, id, 'sv')).toBeUndefined();
});
