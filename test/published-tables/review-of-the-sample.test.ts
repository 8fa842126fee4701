/**
 * The product on the sample reviews gives every cell that the Söderhamn report (FoU 2024:2) prints in Tabell 4–7 and
 * Bilaga 4 tabell 4 and 5; where the print contradicts itself, the right figure.
 */
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from 'isu-core';
import {
  analyseReviews,
  readReviewSheets,
  reviewDocument,
  reviewJson,
  reviewSetJson,
  reviewSheets,
  type ReviewSet,
} from 'isu-core/review';
import { sampleReviewSet } from 'isu-sample-register/review';
import { readSheets, writeReviewWorkbook } from 'isu-workbook-file/review';
import printed from './soderhamn-review.json' with { type: 'json' };

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

function correctFigure(table: string, row: string, column: string, figure: number): number {
  const wrong = printed.contradictions.find((c) => c.table === table && c.row === row && c.column === column);
  return wrong ? wrong.correct : figure;
}

const decimals: Readonly<Record<string, number>> = printed.decimals;
const seeds = [1, 7];
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

function analysisOf(of: ReviewSet) {
  const analysed = analyseReviews(of, { reader: 'AN' });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return analysed.value;
}

describe('the same figures', () => {
  const set = sets.get(1)!;
  const { tables } = analysisOf(set);

  it.each([
    ['rows', 'sv'],
    ['forms', 'en'],
  ] as const)('come of the reviews as a workbook with %s, in %s', (layout, language) => {
    const sheets = reviewSheets(set, { layout, language, who: null });
    const about = { title: 'Aktgranskning', product: 'ISU', marking: null, language };
    const file = readSheets(writeReviewWorkbook(sheets, about));
    if (!file.ok) throw new Error(file.problem.en);
    const read = readReviewSheets(file.value);
    if (!read.ok) throw new Error(read.problem.en);
    expect(read.value.problems).toEqual([]);
    expect(JSON.parse(reviewSetJson(read.value.set))).toEqual(JSON.parse(reviewSetJson(set)));
    expect(analysisOf(read.value.set).tables).toEqual(tables);
  });

  it('stand in the JSON, cell by cell', () => {
    const json = JSON.parse(reviewJson(analysisOf(set), 'sv', { name: 'exempel' })) as {
      tables: { id: string; rows: { key: string; cells: Record<string, { value: number | null }> }[] }[];
    };
    let compared = 0;
    for (const { id, rows } of tables)
      for (const { key, cells } of rows)
        for (const [column, cell] of Object.entries(cells)) {
          const row = json.tables.find((t) => t.id === id)!.rows.find((r) => r.key === key)!;
          expect(row.cells[column]!.value, `${id} ${key} ${column}`).toBe(cell.value);
          compared++;
        }
    expect(compared).toBeGreaterThan(400);
  });

  it('stand in the document, the kronor as written', () => {
    const texts = JSON.stringify(reviewDocument(analysisOf(set), 'sv', { name: 'exempel' }));
    for (const figure of [463_460, 11_359_980, 160_500, 11_983_940])
      expect(texts).toContain(`:${String(figure)},`);
  });
});
