/** Custom functions in cells. Docs: "Custom functions parameter options", "Handle and return errors", "Make a streaming function". */
import { describe, expect, it } from 'vitest';
import { createExcelHost, type ExcelHost, type HostOptions } from '../src/index.ts';

const METADATA = {
  functions: [
    { id: 'COUNT', name: 'COUNT', parameters: [{ name: 'cells', type: 'any', dimensionality: 'matrix' }] },
    {
      id: 'ADD',
      name: 'ADD',
      parameters: [
        { name: 'a', type: 'number' },
        { name: 'b', type: 'number' },
        { name: 'c', type: 'number', optional: true },
      ],
    },
    {
      id: 'LIST',
      name: 'LIST',
      parameters: [{ name: 'x', type: 'any', repeating: true, dimensionality: 'matrix' }],
    },
    { id: 'WRONG', name: 'WRONG', parameters: [{ name: 'kind', type: 'string' }] },
    { id: 'GRID', name: 'GRID', parameters: [{ name: 'n', type: 'number' }] },
    { id: 'TICK', name: 'TICK', options: { stream: true } },
    {
      id: 'WHERE',
      name: 'WHERE',
      parameters: [{ name: 'x', type: 'any' }],
      options: { requiresAddress: true },
    },
  ],
};

function hostWithFunctions(options: HostOptions = {}) {
  const host = createExcelHost({ displayLanguage: 'en-US', ...options });
  const calls: unknown[][] = [];
  const ticks: { set: (value: unknown) => void; isCancelled: boolean }[] = [];
  host.customFunctions.register('ISU', METADATA);
  const { ErrorCode } = host.CustomFunctions;
  /** Thrown as Microsoft's samples throw it, though it is no JavaScript error. */
  const refuse = (code: CustomFunctions.ErrorCode, words: string): never => {
    throw new host.CustomFunctions.Error(code, words) as unknown as Error;
  };
  host.CustomFunctions.associate({
    COUNT: (cells: unknown[][]) => {
      calls.push([cells]);
      return cells.flat().length;
    },
    ADD: (a: number, b: number, c: number | null) => Promise.resolve(a + b + (c ?? 100)),
    LIST: (lists: unknown[][][]) => lists.length,
    WRONG: (kind: string) => {
      if (kind === 'na') refuse(ErrorCode.notAvailable, 'no such person');
      if (kind === 'zero') refuse(ErrorCode.divisionByZero, 'dropped');
      throw new TypeError('a fault of the program');
    },
    GRID: (n: number) => Array.from({ length: n }, (_, r) => [r + 1, null]),
    TICK: (invocation: { setResult: (value: unknown) => void; onCanceled?: () => void }) => {
      const tick = { set: invocation.setResult, isCancelled: false };
      invocation.onCanceled = () => (tick.isCancelled = true);
      ticks.push(tick);
    },
    WHERE: (_: unknown, invocation: { address: string }) => invocation.address,
  });
  return { host, calls, ticks };
}

async function shown(host: ExcelHost, address: string): Promise<unknown> {
  await host.settled();
  return host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address).load('values');
    await context.sync();
    const values = range.values as unknown[][];
    return values.length === 1 && values[0]!.length === 1 ? values[0]![0] : values;
  });
}

async function resultOf(formula: string, options: HostOptions = {}): Promise<unknown> {
  const { host } = hostWithFunctions(options);
  host.user.type('F1', formula);
  return shown(host, 'F1');
}

describe('arguments', () => {
  it('cells come as rows of values, empty ones as 0, or as null on the web', async () => {
    for (const [platform, empty] of [['pc', 0] as const, ['web', null] as const]) {
      const { host, calls } = hostWithFunctions({ platform });
      host.user.type('A1', 'x');
      host.user.type('A3', true);
      host.user.type('F1', '=ISU.COUNT(A1:A3)');
      expect(await shown(host, 'F1')).toBe(3);
      expect(calls).toEqual([[[['x'], [empty], [true]]]]);
    }
  });

  it('an optional one that is not given is null', async () => {
    expect(await resultOf('=ISU.ADD(1,2)')).toBe(103);
    expect(await resultOf('=ISU.ADD(1,2,3)')).toBe(6);
  });

  it('repeating ones come as one list', async () => {
    expect(await resultOf('=ISU.LIST(A1,B1:C2,3)')).toBe(3);
  });

  it('a text that is no number is #VALUE! for a number, and an error passes through', async () => {
    expect(await resultOf('=ISU.ADD("x",1)')).toBe('#VALUE!');
    expect(await resultOf('=ISU.ADD(1/0,1)')).toBe('#DIV/0!');
    expect(await resultOf('=ISU.ADD(1)')).toBe('#VALUE!');
    expect(await resultOf('=ISU.ADD(1,2,3,4)')).toBe('#VALUE!');
  });

  it('the cell’s address comes where the metadata asks for it', async () => {
    expect(await resultOf('=ISU.WHERE(1)')).toBe('Sheet1!F1');
  });
});

describe('results', () => {
  it('a function that is not declared is #NAME?; one whose code has not come is #BUSY!', async () => {
    expect(await resultOf('=ISU.NOSUCH(1)')).toBe('#NAME?');
    const host = createExcelHost();
    host.customFunctions.register('ISU', METADATA);
    host.user.type('A1', '=ISU.ADD(1,2)');
    expect(await shown(host, 'A1')).toBe('#BUSY!');
    host.CustomFunctions.associate('ADD', (a: number, b: number) => a + b);
    expect(await shown(host, 'A1')).toBe(3);
  });

  it('go on into the formula around them', async () => {
    expect(await resultOf('=ROUND(ISU.ADD(1,2,0.456)*10,1)&" st"')).toBe('34.6 st');
    expect(await resultOf('=ISU.ADD(ISU.ADD(1,1,0),1,0)')).toBe(3);
  });

  it('an error has its code, and words only with #VALUE! and #N/A', async () => {
    expect(await resultOf('=ISU.WRONG("na")')).toBe('#N/A');
    expect(await resultOf('=ISU.WRONG("other")')).toBe('#VALUE!');
    const { host } = hostWithFunctions();
    host.user.type('A1', '=ISU.WRONG("na")');
    host.user.type('A2', '=ISU.WRONG("zero")');
    await host.settled();
    const sheet = host.workbook.activeSheet;
    expect(sheet.value(0, 0)).toEqual({ error: '#N/A', message: 'no such person' });
    expect(sheet.value(1, 0)).toEqual({ error: '#DIV/0!' });
  });

  it('an array spills, with 0 for null', async () => {
    const { host } = hostWithFunctions();
    host.user.type('A1', '=ISU.GRID(2)');
    host.user.type('D1', '=SUM(A1#)');
    expect(await shown(host, 'A1:B3')).toEqual([
      [1, 0],
      [2, 0],
      ['', ''],
    ]);
    expect(await shown(host, 'D1')).toBe(3);
  });

  it('a spill that meets a filled cell is #SPILL!, until the cell is emptied', async () => {
    const { host } = hostWithFunctions();
    host.user.type('B2', 'in the way');
    host.user.type('A1', '=ISU.GRID(3)');
    expect(await shown(host, 'A1:A3')).toEqual([['#SPILL!'], [''], ['']]);
    host.user.clear('B2');
    expect(await shown(host, 'A1:A3')).toEqual([[1], [2], [3]]);
  });

  it('what is written into a spill breaks it; what it grew from being deleted takes it away', async () => {
    const { host } = hostWithFunctions();
    host.user.type('A1', '=ISU.GRID(3)');
    await host.settled();
    host.user.type('A2', 'mine');
    expect(await shown(host, 'A1:A3')).toEqual([['#SPILL!'], ['mine'], ['']]);
    host.user.clear('A1');
    expect(await shown(host, 'A1:A3')).toEqual([[''], ['mine'], ['']]);
  });

  it('the spill is told as a range', async () => {
    const { host } = hostWithFunctions();
    host.user.type('B2', '=ISU.GRID(2)');
    await host.settled();
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const spill = sheet.getRange('B2').getSpillingToRangeOrNullObject().load('address, hasSpill');
      const parent = sheet.getRange('C3').getSpillParent().load('address');
      await context.sync();
      expect([spill.address, spill.hasSpill, parent.address]).toEqual(['Sheet1!B2:C3', true, 'Sheet1!B2']);
    });
  });
});

describe('recalculation', () => {
  it('happens when a cell that is read changes, and only then', async () => {
    const { host, calls } = hostWithFunctions();
    host.user.type('F1', '=ISU.COUNT(A1:B2)');
    await host.settled();
    host.user.type('C1', 1);
    await host.settled();
    expect(calls).toHaveLength(1);
    host.user.type('B2', 1);
    await host.settled();
    expect(calls).toHaveLength(2);
  });

  it('goes through formulas in between', async () => {
    const { host } = hostWithFunctions();
    host.user.type('A1', 1);
    host.user.type('B1', '=A1*2');
    host.user.type('C1', '=ISU.ADD(B1,0,0)');
    host.user.type('D1', '=C1+1');
    expect(await shown(host, 'D1')).toBe(3);
    host.user.type('A1', 10);
    expect(await shown(host, 'D1')).toBe(21);
  });

  it('an answer to a question that is no longer asked is thrown away', async () => {
    const host = createExcelHost();
    host.customFunctions.register('', {
      functions: [{ id: 'SLOW', name: 'SLOW', parameters: [{ name: 'x', type: 'any' }] }],
    });
    const waiting: ((value: unknown) => void)[] = [];
    host.CustomFunctions.associate('SLOW', () => new Promise((resolve) => waiting.push(resolve)));
    host.user.type('A1', '=SLOW(1)');
    await Promise.resolve();
    await Promise.resolve();
    host.user.type('A1', '=SLOW(2)');
    await Promise.resolve();
    await Promise.resolve();
    waiting[1]!('second');
    waiting[0]!('first');
    expect(await shown(host, 'A1')).toBe('second');
  });

  it('waits while it is manual', async () => {
    const { host } = hostWithFunctions();
    await host.Excel.run(async (context) => {
      context.application.calculationMode = 'Manual';
      const cells = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      cells.formulas = [['=1+1']];
      cells.load('values');
      await context.sync();
      expect(cells.values).toEqual([['']]);
      context.application.calculate('Full');
      cells.load('values');
      await context.sync();
      expect(cells.values).toEqual([[2]]);
    });
  });

  it('a streaming function sets its result again and again, until its formula goes', async () => {
    const { host, ticks } = hostWithFunctions();
    host.user.type('A1', '=ISU.TICK()');
    await host.settled();
    ticks[0]!.set(1);
    expect(await shown(host, 'A1')).toBe(1);
    ticks[0]!.set(2);
    expect(await shown(host, 'A1')).toBe(2);
    host.user.clear('A1');
    expect(ticks[0]!.isCancelled).toBe(true);
    ticks[0]!.set(3);
    expect(await shown(host, 'A1')).toBe('');
  });

  it('a circle of formulas ends', async () => {
    const { host } = hostWithFunctions();
    host.user.type('A1', '=B1+1');
    host.user.type('B1', '=A1+1');
    expect(typeof (await shown(host, 'A1'))).toBe('number');
  });
});
