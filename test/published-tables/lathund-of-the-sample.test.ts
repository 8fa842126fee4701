/**
 * The product on the sample register gives every cell that the Söderhamn report (FoU 2024:2) prints in Tabell 1–3 and
 * Bilaga 4 tabell 3; where the print contradicts itself, the right figure.
 */
import { describe, expect, it } from 'vitest';
import { analyse, isoDate, readSettings, roundHalfAway, sheetOf, type Cell } from 'isu-core';
import { COLUMNS, sampleRegister } from 'isu-sample-register';
import printed from './soderhamn.json' with { type: 'json' };

function analysisOf(seed: number) {
  const { header, rows } = sampleRegister({ seed });
  const cells = rows.map((row): Cell[] =>
    COLUMNS.map(({ field }) => (field === 'day' ? isoDate(row.day) : row[field])),
  );
  const settings = readSettings(
    {
      period: printed.period,
      lowestAge: 18,
      selection: { atLeast: 12, activeYears: [2017, 2021, 2022] },
    },
    '2026-11-22',
  );
  if (!settings.ok) throw new Error(settings.problem.en);
  const analysed = analyse(sheetOf([header, ...cells]), settings.value, {
    name: 'sample',
    sha256: null,
    sheet: null,
  });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return analysed.value;
}

interface PrintedTable {
  readonly decimals?: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function correctFigure(table: string, row: string, column: string, figure: number): number {
  const wrong = printed.contradictions.find((c) => c.table === table && c.row === row && c.column === column);
  return wrong ? wrong.correct : figure;
}

describe.each([1, 2, 7])('the lathund of the sample register with seed %i', (seed) => {
  const analysis = analysisOf(seed);

  it('reads every row without a warning', () => {
    expect(analysis.register.account).toEqual({ read: 3465, used: 3465, excluded: [], warnings: [] });
  });

  it('selects the 28 persons of the case-file review', () => {
    expect(analysis.selection?.persons).toHaveLength(28);
  });

  for (const [id, { decimals = {}, rows }] of Object.entries(printed.tables as Record<string, PrintedTable>))
    it(`gives every printed cell of ${id}`, () => {
      const table = analysis.tables.find((t) => t.id === id)!;
      let compared = 0;
      for (const [row, cells] of Object.entries(rows))
        for (const [column, figure] of Object.entries(cells)) {
          const cell = table.rows.find((r) => r.key === row)?.cells[column];
          const digits = decimals[row] ?? 0;
          const where = `${id} ${row} ${column}`;
          expect(cell?.value, where).toBeTypeOf('number');
          expect(roundHalfAway(cell!.value!, digits), where).toBe(correctFigure(id, row, column, figure));
          compared++;
        }
      expect(compared).toBeGreaterThanOrEqual(Object.keys(rows).length);
    });
});
