/** Batches: order, failure, tracking, traffic. Docs: "Resource limits and performance optimization", Excel.run, OfficeExtension.TrackedObjects. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { createExcelHost } from '../src/index.ts';
import { codeOf } from './failures.ts';

describe('a batch', () => {
  it('does nothing before sync', async () => {
    const { Excel, workbook } = createExcelHost();
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('New');
      expect(workbook.sheets).toHaveLength(1);
      await context.sync();
      expect(workbook.sheets).toHaveLength(2);
    });
  });

  it('is synced at the end of Excel.run, which gives what the batch gave', async () => {
    const { Excel, workbook } = createExcelHost();
    const given = await Excel.run((context) => {
      context.workbook.worksheets.add('New');
      return Promise.resolve(7);
    });
    expect(given).toBe(7);
    expect(workbook.sheets).toHaveLength(2);
  });

  it('that fails keeps what came before the failure, does nothing after it, and gives what was read before', async () => {
    const { Excel, workbook } = createExcelHost({ displayLanguage: 'en-US' });
    let name = '';
    const run = Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('First');
      const first = worksheets.getItem('First').load('name');
      worksheets.add('bad/name');
      worksheets.add('Third');
      await context.sync().catch((error: unknown) => {
        name = first.name;
        throw error;
      });
    });
    await expect(run).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect(name).toBe('First');
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'First']);
  });

  it('without a promise is refused', async () => {
    const { Excel } = createExcelHost();
    const run = Excel.run((() => 1) as unknown as () => Promise<number>);
    await expect(run).rejects.toMatchObject({ code: 'RunMustReturnPromise' });
  });

  it('may go on with the objects of an earlier one', async () => {
    const { Excel, workbook } = createExcelHost();
    const sheet = await Excel.run((context) => Promise.resolve(context.workbook.worksheets.add('Kept')));
    await Excel.run(sheet, async (context) => {
      sheet.name = 'Renamed';
      await context.sync();
    });
    expect(workbook.sheets[1]!.name).toBe('Renamed');
  });

  it('leaves its ranges behind, unless they are tracked', async () => {
    const { Excel } = createExcelHost();
    const [lost, kept] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const ranges = [sheet.getRange('A1'), sheet.getRange('A2')] as const;
      context.trackedObjects.add(ranges[1]);
      await context.sync();
      return ranges;
    });
    expect(codeOf(() => lost.load('address'))).toBe('InvalidObjectPath');
    kept.load('address');
    await kept.context.sync();
    expect(kept.address).toBe('Blad1!A2');
  });
});

/** An add-in's pane may be a frame of the page that the host runs in: its objects are then of another make. */
describe('a batch of another window', () => {
  const ofAnotherWindow = (code: string) => runInNewContext(code) as never;

  it('has options that are understood', async () => {
    const { Excel, user } = createExcelHost();
    const rename = ofAnotherWindow(`async (context) => {
      context.workbook.worksheets.getActiveWorksheet().name = 'Later';
      await context.sync();
      return 'done';
    }`);
    user.beginEditing();
    const waiting = Excel.run(ofAnotherWindow('({ delayForCellEdit: true })'), rename);
    user.endEditing();
    expect(await waiting).toBe('done');
    user.beginEditing();
    const impatient = Excel.run(ofAnotherWindow('({ delayForCellEdit: false })'), rename);
    await expect(impatient).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  });

  it('goes on with objects of an earlier one, alone, in a list of its own or among its options', async () => {
    const { Excel } = createExcelHost();
    const range = await Excel.run(async (context) => {
      const kept = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      context.trackedObjects.add(kept);
      await context.sync();
      return kept;
    });
    const inList = runInNewContext('(object) => [object]') as (object: object) => never;
    const inOptions = runInNewContext('(object) => ({ previousObjects: object })') as (
      object: object,
    ) => never;
    for (const given of [range, inList(range), inOptions(range)] as never[]) {
      const context = await Excel.run(given, (used: Excel.RequestContext) => Promise.resolve(used));
      expect(context).toBe(range.context);
    }
  });

  it('writes values in lists of its own', async () => {
    const { Excel } = createExcelHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
      range.values = ofAnotherWindow("[['a', 1], [true, '']]");
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['a', 1],
        [true, ''],
      ]);
    });
  });

  it('gives no other things for options', async () => {
    const { Excel } = createExcelHost();
    const run = Excel.run(ofAnotherWindow('new Date()'), () => Promise.resolve());
    await expect(run).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('a range that is held between syncs', () => {
  it('follows its cells when rows are put in above it', async () => {
    const { Excel, user } = createExcelHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B5:C6');
      await context.sync();
      user.insertRows('1:2');
      range.load('address');
      await context.sync();
      expect(range.address).toBe('Blad1!B7:C8');
    });
  });

  it('is an invalid reference when its cells are deleted', async () => {
    const { Excel, user } = createExcelHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B5:C6');
      await context.sync();
      user.deleteRows('4:8');
      range.load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    });
  });
});

describe('traffic is counted', () => {
  it('a sync of an empty queue sends nothing', async () => {
    const { Excel, traffic } = createExcelHost();
    await Excel.run(async (context) => {
      await context.sync();
      await context.sync();
    });
    expect(traffic.syncs).toBe(0);
  });

  it('by the size of the JSON, in UTF-8', async () => {
    const { Excel, traffic } = createExcelHost();
    const words = Array.from({ length: 1000 }, () => ['räksmörgås']);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A1000');
      range.values = words;
      await context.sync();
      range.load('values');
      await context.sync();
    });
    const size = new TextEncoder().encode(JSON.stringify(words)).length;
    expect(traffic.syncs).toBe(2);
    expect(traffic.log[0]!.requestBytes - size).toBeGreaterThan(0);
    expect(traffic.log[0]!.requestBytes - size).toBeLessThan(1000);
    expect(traffic.log[1]!.responseBytes - size).toBeLessThan(100);
  });

  it('and whoever listens is told of each request, until it stops', async () => {
    const { Excel, traffic } = createExcelHost();
    const told: number[] = [];
    const stop = traffic.listen(() => told.push(traffic.log.at(-1)!.number));
    const rename = (name: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().name = name;
        await context.sync();
        // Nothing waits any more, so this asks Excel for nothing.
        await context.sync();
      });
    await rename('One');
    await rename('Two');
    expect(told).toEqual([1, 2]);
    stop();
    await rename('Three');
    expect([told, traffic.syncs]).toEqual([[1, 2], 3]);
  });

  it('Excel on the web refuses a request above 5 MB, and does none of it', async () => {
    const { Excel, workbook } = createExcelHost({ platform: 'web' });
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B1').values = [[1]];
      sheet.getRange('A1:A200').values = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    expect(workbook.sheets[0]!.usedArea(true)).toBeNull();
  });

  it('Excel on the web refuses an answer above 5 MB; the desktop gives it', async () => {
    for (const platform of ['web', 'pc'] as const) {
      const { Excel, user } = createExcelHost({ platform });
      for (let row = 1; row <= 200; row++) user.type(`A${String(row)}`, 'x'.repeat(30_000));
      const run = Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A200').load('values');
        await context.sync();
        return range.values.length;
      });
      if (platform === 'pc') await expect(run).resolves.toBe(200);
      else await expect(run).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
    }
  });

  it('no Excel reads more than five million cells at once', async () => {
    const { Excel } = createExcelHost();
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A:E').load('values');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });
});

describe('mishaps on demand', () => {
  it('the second sync from now rejects, and the third works', async () => {
    const { Excel, faults, workbook } = createExcelHost();
    faults.failSync(2, 'RequestAborted');
    const add = (name: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
    await add('One');
    await expect(add('Two')).rejects.toMatchObject({ code: 'RequestAborted' });
    await add('Three');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Blad1', 'One', 'Three']);
  });

  it('a sync that matches rejects', async () => {
    const { Excel, faults } = createExcelHost();
    faults.failSync(({ does }) => does.includes('TableCollection.add'));
    const run = Excel.run(async (context) => {
      context.workbook.tables.add('A1:B2', true);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'GeneralException' });
  });

  it('a colleague deletes the sheet between two syncs', async () => {
    const { Excel, faults, user } = createExcelHost();
    faults.beforeSync(2, () => user.deleteSheet('Mine'));
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Mine');
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('a person is editing a cell: Excel refuses, or waits where it is asked to', async () => {
    const { Excel, user } = createExcelHost();
    const rename = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getActiveWorksheet().name = 'Later';
      await context.sync();
    };
    user.beginEditing();
    await expect(Excel.run(rename)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const waiting = Excel.run({ delayForCellEdit: true }, rename);
    user.endEditing();
    await waiting;
  });

  it('a slow sync takes its time', async () => {
    vi.useFakeTimers();
    try {
      const { Excel, faults } = createExcelHost();
      faults.slowSync(5000);
      let isDone = false;
      const run = Excel.run(async (context) => {
        context.workbook.worksheets.add('Slow');
        await context.sync();
        isDone = true;
      });
      await vi.advanceTimersByTimeAsync(4999);
      expect(isDone).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await run;
      expect(isDone).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a host that pauses, as a page lets it', () => {
  /** Every place to pause is used, and counted. */
  function pausing() {
    const pauses = { count: 0 };
    const pause = () => {
      pauses.count++;
      return new Promise<void>((resolve) => setImmediate(resolve));
    };
    return { pauses, host: createExcelHost({ pause }) };
  }

  it('does it between the actions of a request, and within a long one', async () => {
    const { pauses, host } = pausing();
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B9000').values = Array.from({ length: 9_000 }, (_, row) => [
        row,
        `Rad ${String(row)}`,
      ]);
      await context.sync();
    });
    // 18,000 cells by 4,096, and each of the actions.
    expect(pauses.count).toBeGreaterThan(4);
    expect(host.workbook.activeSheet.value(8_999, 1)).toBe('Rad 8999');
    expect(host.traffic.syncs).toBe(1);
  });

  it('does requests whole all the same, one after the other', async () => {
    const { host } = pausing();
    const seen: unknown[] = [];
    const write = (value: number) =>
      host.Excel.run(async (context) => {
        const cells = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A2');
        cells.getCell(0, 0).values = [[value]];
        cells.getCell(1, 0).values = [[value]];
        cells.load('values');
        await context.sync();
        seen.push(cells.values);
      });
    await Promise.all([write(1), write(2), write(3)]);
    expect(seen).toEqual([1, 2, 3].map((value) => [[value], [value]]));
  });

  it('tells of a failure as others do, and does what comes after it', async () => {
    const { host } = pausing();
    const rename = (name: string) =>
      host.Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().name = name;
        await context.sync();
      });
    const [bad, good] = await Promise.allSettled([rename('a/b'), rename('ab')]);
    expect(bad.status).toBe('rejected');
    expect(good.status).toBe('fulfilled');
    expect(host.workbook.activeSheet.name).toBe('ab');
  });
});

describe('requirement sets', () => {
  it('what a version lacks throws ApiNotFound when it is touched', async () => {
    const { Excel, Office } = createExcelHost({ excelApi: '1.8' });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.8')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(false);
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().pageLayout.orientation = 'Landscape';
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('1.13 is later than 1.9', () => {
    const { Office } = createExcelHost({ excelApi: '1.13' });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  });

  it('a later property is not loaded by load() of all', async () => {
    const { Excel } = createExcelHost({ excelApi: '1.3' });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load();
      await context.sync();
      expect(range.toJSON()).not.toHaveProperty('hasSpill');
      expect(codeOf(() => range.load('hasSpill'))).toBe('ApiNotFound');
    });
  });
});
