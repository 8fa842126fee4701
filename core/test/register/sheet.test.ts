/** Rows of cells as Excel, CSV or Power BI give them, collected into columns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetOf, SheetBuilder, type Cell, type Sheet } from '../../src/register/sheet.ts';

function cellsOf({ rowCount, columns }: Sheet) {
  return Array.from({ length: rowCount }, (_, row) => columns.map(({ codes, value }) => value(codes[row]!)));
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('A', ' A ', '', '  ', null, undefined, 0, -0, 1, NaN, Infinity, true, false),
  fc.date({ noInvalidDate: false }),
);

describe('a sheet', () => {
  it('keeps each cell: text trimmed, the empty, the blank and what is no number as nothing', () => {
    expect(
      cellsOf(
        sheetOf([
          ['a', ' b\t', '', '  ', '\u00a0'],
          [1, 1.5, NaN, null, undefined],
          [true, false],
        ]),
      ),
    ).toEqual([
      ['a', 'b', null, null, null],
      [1, 1.5, null, null, null],
      [true, false, null, null, null],
    ]);
  });

  it('tells the number 1 from the text 1', () => {
    const [row] = cellsOf(sheetOf([[1, '1']]));
    expect(row).toEqual([1, '1']);
    expect(sheetOf([[1], ['1']]).columns[0]!.size).toBe(3);
  });

  it('takes a Date at its local calendar day', () => {
    expect(cellsOf(sheetOf([[new Date(2020, 1, 29, 23, 59), new Date(NaN)]]))).toEqual([
      ['2020-02-29', null],
    ]);
  });

  it('has as many columns as its longest row, wherever that row stands', () => {
    expect(cellsOf(sheetOf([['a'], ['b', 'c'], [], ['d']]))).toEqual([
      ['a', null],
      ['b', 'c'],
      [null, null],
      ['d', null],
    ]);
  });

  it('keeps each distinct value of a column once', () => {
    const sheet = sheetOf(Array.from({ length: 1000 }, (_, i) => [i % 3 === 0 ? 'x' : 'y']));
    expect(sheet.columns[0]!.size).toBe(3);
  });

  it('fed row by row, in chunks or at once is the same sheet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 200 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
        (rows, sizes) => {
          const builder = new SheetBuilder();
          for (let at = 0; at < rows.length;) {
            const size = sizes.next().value as number;
            for (const row of structuredClone(rows.slice(at, at + size))) builder.addRow(row);
            at += size;
          }
          const chunked = builder.finish();
          const whole = sheetOf(rows);
          expect(chunked.rowCount).toBe(rows.length);
          expect(cellsOf(chunked)).toEqual(cellsOf(whole));
          expect(chunked.columns.map(({ codes }) => [...codes])).toEqual(
            whole.columns.map(({ codes }) => [...codes]),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('with a column that begins late has nothing before', () => {
    const rows: Cell[][] = Array.from({ length: 300 }, () => ['a']);
    rows.push(['a', 'late']);
    const { columns } = sheetOf(rows);
    expect(columns[1]!.codes.filter((code) => code !== 0).length).toBe(1);
    expect(columns[1]!.codes.length).toBe(301);
  });

  it('knows whether a column holds text only', () => {
    const { columns } = sheetOf([
      ['a', 'a', 'a'],
      ['1', 1, true],
      [null, null, null],
    ]);
    expect(columns.map(({ textOnly }) => textOnly)).toEqual([true, false, false]);
  });
});
