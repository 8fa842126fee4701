/** Values, formulas and formats of cells. Docs: "Blank and null values in Excel add-ins", Excel.Range, "Excel specifications and limits". */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExcelHost } from '../src/index.ts';
import { withSheet } from './with-sheet.ts';

/** What a cell holds after something was written into it. */
function written(value: unknown, numberFormat = 'General', locale = 'en-US') {
  return withSheet(
    async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.numberFormat = [[numberFormat]];
      cell.values = [[value]];
      await context.sync();
      cell.load('values, valueTypes, text, numberFormat, formulas');
      await context.sync();
      return {
        value: cell.values[0]![0] as unknown,
        type: cell.valueTypes[0]![0] as string,
        text: cell.text[0]![0]!,
        format: cell.numberFormat[0]![0] as string,
        formula: cell.formulas[0]![0] as unknown,
      };
    },
    { displayLanguage: locale },
  );
}

describe('what is written is read as if a person had typed it', () => {
  it('text that is a number becomes one', async () => {
    expect(await written('29.96')).toMatchObject({ value: 29.96, type: 'Double' });
    expect(await written('197501011234')).toMatchObject({ value: 197_501_011_234, text: '1.97501E+11' });
  });

  it('unless the cell is formatted as text, or an apostrophe stands before it', async () => {
    expect(await written('197501011234', '@')).toMatchObject({ value: '197501011234', type: 'String' });
    expect(await written("'0012")).toMatchObject({ value: '0012', type: 'String' });
  });

  it('a date becomes its serial number and shows as a date', async () => {
    expect(await written('2017-01-05')).toMatchObject({
      value: 42_740,
      text: '2017-01-05',
      format: 'yyyy-mm-dd',
    });
  });

  it('a percentage keeps its sign', async () => {
    expect(await written('12%')).toMatchObject({ value: 0.12, text: '12%' });
  });

  it('an error’s code is that error', async () => {
    expect(await written('#N/A')).toMatchObject({ value: '#N/A', type: 'Error' });
  });

  it('a text that begins with = is a formula, and so is one that begins with + and a letter', async () => {
    expect(await written('=1+2')).toMatchObject({ value: 3, formula: '=1+2' });
    expect(await written('+A2+1')).toMatchObject({ value: 1, formula: '=+A2+1' });
  });

  it('a formula that is none is refused', async () => {
    await expect(written('=SUM(')).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('a text of 32,767 characters fits, one more does not', async () => {
    expect((await written('x'.repeat(32_767))).value).toHaveLength(32_767);
    await expect(written('x'.repeat(32_768))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('numbers are shown as the country writes them', async () => {
    expect((await written(1234.5, '#,##0.00', 'sv-SE')).text).toBe('1\u00a0234,50');
    expect((await written(1234.5, '#,##0.00', 'en-US')).text).toBe('1,234.50');
    expect((await written(true, 'General', 'sv-SE')).text).toBe('SANT');
    expect((await written(42_740, 'd mmmm yyyy', 'sv-SE')).text).toBe('5 januari 2017');
  });
});

describe('a formula', () => {
  // LibreOffice Calc gives the same; what lies outside the cells is Err:502 there.
  it.each([
    ['=MATCH("B",D1:D3,0)', 2],
    ['=MATCH("x",D1:D3,0)', '#N/A'],
    ['=INDEX(D1:D3,3)', 'c'],
    ['=INDEX(D1:E3,2,2)', 20],
    ['=INDEX(D1:D3,4)', '#REF!'],
    ['=N("a")+N(TRUE)+N(E2)', 21],
    ['=SUMPRODUCT((D1:D3<>"")*(E1:E3&""<>"20"))', 2],
    ['=SUMPRODUCT(E1:E3,E1:E3)', 1400],
    ['=SUMPRODUCT(D1:D3,E1:E3)', 0],
    ['=IF(OR(INDEX(F1:F3,1)="",1=2),"empty","filled")', 'empty'],
  ])('%s is %s', (formula, given) =>
    withSheet(async (sheet, context) => {
      sheet.getRange('D1:E3').values = [
        ['a', 10],
        ['b', 20],
        ['c', 30],
      ];
      const cell = sheet.getRange('A1');
      cell.formulas = [[formula]];
      cell.load('values');
      await context.sync();
      expect(cell.values[0]![0]).toBe(given);
    }),
  );
});

describe('grids', () => {
  it('null leaves a cell alone, an empty text empties it', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.values = [['a', 'b', 'c']];
      range.values = [[null, '', 'd']];
      range.load('values, valueTypes');
      await context.sync();
      expect(range.values).toEqual([['a', '', 'd']]);
      expect(range.valueTypes).toEqual([['String', 'Empty', 'String']]);
    }));

  it('one value is written to every cell', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.values = 'x' as unknown as string[][];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['x', 'x'],
        ['x', 'x'],
      ]);
    }));

  it.each([
    ['too few rows', [['a', 'b']]],
    ['a short row', [['a', 'b'], ['c']]],
    [
      'a row too many',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
  ])('%s is an invalid argument', (_, values) =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = values;
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }),
  );

  it('null for the whole property is invalid', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1').values = null as unknown as string[][];
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));

  it('whatever numbers, truths and texts are written come back as they were', async () => {
    const cell = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.boolean(),
      fc.string({ minLength: 1 }).map((text) => `'${text}`),
    );
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    await fc.assert(
      fc.asyncProperty(grid, fc.nat(2000), fc.nat(50), (values, row, column) =>
        withSheet(async (sheet, context) => {
          const range = sheet.getRangeByIndexes(row, column, values.length, values[0]!.length);
          range.values = values;
          range.load('values');
          const used = sheet.getUsedRange().load('rowCount');
          await context.sync();
          expect(range.values).toEqual(
            values.map((line) => line.map((each) => (typeof each === 'string' ? each.slice(1) : each))),
          );
          expect(used.rowCount).toBeLessThanOrEqual(values.length);
        }),
      ),
      { numRuns: 60 },
    );
  });
});

describe('ranges', () => {
  const address = (find: (range: Excel.Range) => Excel.Range, start = 'B2:C4') =>
    withSheet(async (sheet, context) => {
      sheet.getRange('B2:C4').values = [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ];
      const found = find(sheet.getRange(start)).load('address');
      await context.sync();
      return found.address.replace('Sheet1!', '');
    });

  it.each<[string, (range: Excel.Range) => Excel.Range, string, string?]>([
    ['getCell', (range) => range.getCell(1, 1), 'C3'],
    ['getCell beyond the range', (range) => range.getCell(5, 0), 'B7'],
    ['getRow', (range) => range.getRow(1), 'B3:C3'],
    ['getLastCell', (range) => range.getLastCell(), 'C4'],
    ['getLastRow', (range) => range.getLastRow(), 'B4:C4'],
    ['getOffsetRange', (range) => range.getOffsetRange(-1, 2), 'D1:E3'],
    ['getResizedRange', (range) => range.getResizedRange(-2, 1), 'B2:D2'],
    ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(1, 1), 'B2'],
    ['getEntireColumn', (range) => range.getEntireColumn(), 'B:C'],
    ['getEntireRow', (range) => range.getEntireRow(), '2:4'],
    ['getIntersection', (range) => range.getIntersection('A3:B9'), 'B3:B4'],
    ['getBoundingRect', (range) => range.getBoundingRect('E1'), 'B1:E4'],
    ['getSurroundingRegion', (range) => range.getSurroundingRegion(), 'B2:C4', 'C3'],
    ['getUsedRange', (range) => range.getUsedRange(), 'B2:C4', 'A1:Z99'],
    ['getRangeEdge', (range) => range.getRangeEdge('Down'), 'B4', 'B2'],
    ['getExtendedRange', (range) => range.getExtendedRange('Right'), 'B2:C2', 'B2'],
    ['getRowsBelow', (range) => range.getRowsBelow(2), 'B5:C6'],
    ['getColumnsAfter', (range) => range.getColumnsAfter(), 'D2:D4'],
  ])('%s', async (_, find, expected, start) => {
    expect(await address(find, start)).toBe(expected);
  });

  it('a range outside the sheet is an invalid argument', async () => {
    await expect(address((range) => range.getOffsetRange(-2, 0))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    await expect(address((range) => range.getOffsetRange(1_048_575, 0))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
  });

  it('an intersection that is empty is not found, or a null object', () =>
    withSheet(async (sheet, context) => {
      const none = sheet.getRange('A1').getIntersectionOrNullObject('B1');
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.getRange('A1').getIntersection('B1').load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    }));

  it('the used range of an empty sheet is its first cell, or a null object', () =>
    withSheet(async (sheet, context) => {
      const used = sheet.getUsedRange().load('address');
      const none = sheet.getUsedRangeOrNullObject();
      await context.sync();
      expect(used.address).toBe('Sheet1!A1');
      expect(none.isNullObject).toBe(true);
    }));

  it('a format counts as used, unless values only are asked for', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('D9').format.fill.color = 'yellow';
      const all = sheet.getUsedRange().load('address');
      const values = sheet.getUsedRange(true).load('address');
      await context.sync();
      expect([all.address, values.address]).toEqual(['Sheet1!B2:D9', 'Sheet1!B2']);
    }));
});

describe('formats', () => {
  it('are null where cells differ', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      sheet.getRange('A1').format.font.bold = true;
      range.format.fill.color = '#123456';
      range.load('format/font/bold, format/fill/color, format/font/name');
      await context.sync();
      expect(range.format.font.bold).toBeNull();
      expect(range.format.fill.color).toBe('#123456');
      expect(range.format.font.name).toBe('Calibri');
    }));

  it('of a whole column hold for cells that are written later', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('B:B').numberFormat = '@' as unknown as string[][];
      const cell = sheet.getRange('B77');
      cell.values = [['0012']];
      cell.load('values, numberFormat');
      await context.sync();
      expect(cell.values).toEqual([['0012']]);
      expect(cell.numberFormat).toEqual([['@']]);
    }));

  it('borders lie on the range’s edges', () =>
    withSheet(async (sheet, context) => {
      const bottom = sheet.getRange('A1:B2').format.borders.getItem('EdgeBottom');
      bottom.style = 'Continuous';
      bottom.color = '#1F5F5B';
      const [below, above] = [sheet.getRange('B2'), sheet.getRange('B1')].map((cell) =>
        cell.format.borders.getItem('EdgeBottom').load('style, color'),
      );
      await context.sync();
      expect([below!.style, below!.color]).toEqual(['Continuous', '#1F5F5B']);
      expect(above!.style).toBe('None');
    }));

  it('a column has the width that it was given, in points; autofit makes it as wide as its text', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [['short']];
      sheet.getRange('B1').values = [['a text that is a good deal longer']];
      sheet.getRange('C:C').format.columnWidth = 100;
      sheet.getRange('A:B').format.autofitColumns();
      const widths = ['A1', 'B1', 'C1', 'A1:C1', 'D1'].map((at) =>
        sheet.getRange(at).format.load('columnWidth'),
      );
      await context.sync();
      const [short, long, given, mixed, standard] = widths.map(({ columnWidth }) => columnWidth);
      expect(long).toBeGreaterThan(short! * 3);
      expect([given, mixed, standard]).toEqual([100, null, 48]);
    }));

  it('an unknown colour is an invalid argument', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1').format.font.color = 'no colour';
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));
});

describe('insert and delete', () => {
  it('move cells, formulas and what they refer to', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('B1').formulas = [['=SUM(A1:A3)']];
      sheet.getRange('2:2').insert('Down');
      sheet.getRange('A2').values = [[10]];
      const sum = sheet.getRange('B1').load('formulas, values');
      await context.sync();
      expect(sum.formulas).toEqual([['=SUM(A1:A4)']]);
      expect(sum.values).toEqual([[16]]);
      sheet.getRange('1:1').delete('Up');
      const rest = sheet.getRange('A1:A3').load('values');
      await context.sync();
      expect(rest.values).toEqual([[10], [2], [3]]);
    }));

  it('a reference to deleted cells is #REF!', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('B1').formulas = [['=A5+1']];
      sheet.getRange('5:5').delete('Up');
      const cell = sheet.getRange('B1').load('formulas, values');
      await context.sync();
      expect(cell.formulas).toEqual([['=#REF!+1']]);
      expect(cell.values).toEqual([['#REF!']]);
    }));

  it('inserted and deleted again, cells are where they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(8),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('rows', 'columns'),
        (at, count, axis) =>
          withSheet(async (sheet, context) => {
            const values = Array.from({ length: 9 }, (_, r) =>
              Array.from({ length: 9 }, (_, c) => r * 10 + c),
            );
            const all = sheet.getRange('A1:I9');
            all.values = values;
            const lines =
              axis === 'rows'
                ? sheet.getRangeByIndexes(at, 0, count, 1).getEntireRow()
                : sheet.getRangeByIndexes(0, at, 1, count).getEntireColumn();
            lines.insert(axis === 'rows' ? 'Down' : 'Right').delete(axis === 'rows' ? 'Up' : 'Left');
            const after = sheet.getRange('A1:I9').load('values');
            await context.sync();
            expect(after.values).toEqual(values);
          }),
      ),
      { numRuns: 40 },
    );
  });
});

describe('copying, clearing and merging', () => {
  it('a copied formula refers to its own neighbours', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        [1, 10],
        [2, 20],
      ];
      sheet.getRange('C1').formulas = [['=A1*$B$1']];
      sheet.getRange('C2').copyFrom('C1');
      const cell = sheet.getRange('C2').load('formulas, values');
      await context.sync();
      expect(cell.formulas).toEqual([['=A2*$B$1']]);
      expect(cell.values).toEqual([[20]]);
    }));

  it('clear takes contents, formats, or both', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.values = [[1]];
      range.format.font.bold = true;
      range.clear('Contents');
      range.load('values, format/font/bold');
      await context.sync();
      expect([range.values, range.format.font.bold]).toEqual([[['']], true]);
      range.clear();
      range.load('format/font/bold');
      await context.sync();
      expect(range.format.font.bold).toBe(false);
    }));

  it('a merge keeps the first value', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.merge();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        [1, ''],
        ['', ''],
      ]);
    }));
});

it('100,000 rows of nine columns are written and read in chunks, as they were', async () => {
  const host = createExcelHost({ platform: 'web' });
  const rows = Array.from({ length: 100_000 }, (_, i) => [
    `19${String(i % 100).padStart(2, '0')}0101-${String(i % 10_000).padStart(4, '0')}`,
    42_740 + (i % 2000),
    `2017-${String(i)}`,
    'missbruk',
    i % 7,
    i % 2 === 0,
    'Vuxenenheten',
    i / 3,
    '',
  ]);
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A:C').numberFormat = '@' as unknown as string[][];
    for (let at = 0; at < rows.length; at += 20_000) {
      sheet.getRangeByIndexes(at, 0, 20_000, 9).values = rows.slice(at, at + 20_000);
      await context.sync();
    }
    const read: unknown[][] = [];
    for (let at = 0; at < rows.length; at += 20_000) {
      const chunk = sheet.getRangeByIndexes(at, 0, 20_000, 9).load('values');
      await context.sync();
      read.push(...(chunk.values as unknown[][]));
    }
    expect(read).toEqual(rows);
  });
  expect(host.traffic.syncs).toBe(11 - 1);
  expect(host.traffic.largestRequest).toBeLessThan(4_000_000);
});
