/**
 * The product on the sample reviews gives every cell that the Söderhamn report (FoU 2024:2) prints in Tabell 4–7 and
 * Bilaga 4 tabell 4 and 5; where the print contradicts itself, the right figure.
 */
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from 'isu-core';
import { analyseReviews, readReviewSet, reviewDocument, reviewJson, reviewSetJson } from 'isu-core/review';
import { sampleReviewSet } from 'isu-sample-register/review';
import printed from './soderhamn-review.json' with { type: 'json' };

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

function correctFigure(table: string, row: string, column: string, figure: number): number {
  const wrong = printed.contradictions.find((c) => c.table === table && c.row === row && c.column === column);
  return wrong ? wrong.correct : figure;
}

const decimals: Readonly<Record<string, number>> = printed.decimals;
const seeds = [1, 2, 7];
const sets = new Map(
  await Promise.all(seeds.map(async (seed) => [seed, (await sampleReviewSet({ seed })).set] as const)),
);

describe.each(seeds)('the tables of the sample reviews with seed %i', (seed) => {
  const analysed = analyseReviews(sets.get(seed)!, { reader: 'AN' });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  const { tables, findings, unfinished } = analysed.value;

  it('rest on 28 finished reviews without a contradiction', () => {
    expect(analysed.value.reviews).toHaveLength(printed.persons);
    expect({ findings, unfinished }).toEqual({ findings: [], unfinished: 0 });
  });

  for (const [id, { rows, print }] of Object.entries(printed.tables))
    it(`give every printed cell of ${print}`, () => {
      const table = tables.find((t) => t.id === id)!;
      for (const [row, cells] of Object.entries(rows as Rows))
        for (const [column, figure] of Object.entries(cells)) {
          const cell = table.rows.find((r) => r.key === row)?.cells[column];
          const where = `${id} ${row} ${column}`;
          expect(cell?.value, where).toBeTypeOf('number');
          expect(roundHalfAway(cell!.value!, decimals[column] ?? 0), where).toBe(
            correctFigure(id, row, column, figure),
          );
        }
    });
});

describe('the same figures', () => {
  const set = sets.get(1)!;
  const analysisOf = (of: typeof set) => {
    const analysed = analyseReviews(of, { reader: 'AN' });
    if (!analysed.ok) throw new Error(analysed.problem.en);
    return analysed.value;
  };

  it('come of the reviews when they have been a file', () => {
    const read = readReviewSet(JSON.parse(reviewSetJson(set)) as unknown);
    if (!read.ok) throw new Error(read.problem.en);
    const figures = (of: typeof set) =>
      analysisOf(of).tables.map(({ id, rows }) => ({
        id,
        rows: rows.map(({ key, cells }) => ({ key, cells })),
      }));
    expect(figures(read.value)).toEqual(figures(set));
  });

  it('stand in the JSON and in the document', () => {
    const analysis = analysisOf(set);
    const json = JSON.stringify(JSON.parse(reviewJson(analysis, 'sv', { name: 'exempel' })));
    const { sheets } = reviewDocument(analysis, 'sv', { name: 'exempel' });
    const document = JSON.stringify(sheets);
    for (const figure of [11_359_980, 463_460, 160_500, 525]) {
      expect(json).toContain(String(figure));
      expect(document).toContain(String(figure));
    }
  });
});
