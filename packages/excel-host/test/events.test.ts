/** Events. Docs: "Work with events using the Excel JavaScript API". */
import { describe, expect, it } from 'vitest';
import { createExcelHost } from '../src/index.ts';

async function listening() {
  const host = createExcelHost({ displayLanguage: 'en-US' });
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  const subscription = await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const added = sheet.onChanged.add((args) => {
      heard.push(args);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return { host, heard, subscription };
}

describe('onChanged', () => {
  it('tells of a person’s edit, with what was and what is', async () => {
    const { host, heard } = await listening();
    host.user.type('B2', 7);
    await host.settled();
    expect(heard).toMatchObject([
      {
        type: 'WorksheetChanged',
        address: 'B2',
        changeType: 'RangeEdited',
        source: 'Local',
        details: { valueBefore: '', valueAfter: 7, valueTypeAfter: 'Double' },
      },
    ]);
  });

  it('tells of the add-in’s own writing too, after its sync', async () => {
    const { host, heard } = await listening();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:A2').values = [[1], [2]];
      await context.sync();
      expect(heard).toEqual([]);
    });
    await host.settled();
    expect(heard).toMatchObject([{ address: 'A1:A2' }]);
  });

  it('tells nothing while events are off', async () => {
    const { host, heard } = await listening();
    await host.Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await host.settled();
    expect(heard).toEqual([]);
  });

  it('tells nothing when its handler has been removed, in the context that added it', async () => {
    const { host, heard, subscription } = await listening();
    await host.Excel.run(subscription.context, async (context) => {
      subscription.remove();
      await context.sync();
    });
    host.user.type('A1', 1);
    await host.settled();
    expect(heard).toEqual([]);
  });

  it('tells of rows put in as such', async () => {
    const { host, heard } = await listening();
    host.user.insertRows('3:4');
    await host.settled();
    expect(heard).toMatchObject([{ changeType: 'RowInserted', address: '3:4' }]);
  });
});

it('sheets that are added, activated, selected in and deleted are told of', async () => {
  const host = createExcelHost({ displayLanguage: 'en-US' });
  const heard: string[] = [];
  const hear = (args: { readonly type: string }) => {
    heard.push(args.type);
    return Promise.resolve();
  };
  await host.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(hear);
    worksheets.onActivated.add(hear);
    worksheets.onDeleted.add(hear);
    worksheets.onSelectionChanged.add(hear);
    await context.sync();
  });
  host.user.addSheet('Second');
  host.user.select('Second!B2:C3');
  host.user.deleteSheet('Second');
  await host.settled();
  expect(heard).toEqual([
    'WorksheetAdded',
    'WorksheetActivated',
    'WorksheetSelectionChanged',
    'WorksheetDeleted',
    'WorksheetActivated',
  ]);
});

it('a handler’s error reaches whoever asked for it, and the next handler is told all the same', async () => {
  const errors: unknown[] = [];
  const host = createExcelHost({ onHandlerError: (error) => errors.push(error) });
  let told = 0;
  await host.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(() => Promise.reject(new Error('mine')));
    worksheets.onAdded.add(() => Promise.resolve(told++));
    await context.sync();
  });
  host.user.addSheet();
  await host.settled();
  expect(errors).toHaveLength(1);
  expect(told).toBe(1);
});

it('names, places, visibility and protection of sheets are told of, with what was and what is', async () => {
  const host = createExcelHost({ displayLanguage: 'en-US' });
  const heard: { readonly type: string }[] = [];
  const hear = (args: object) => {
    heard.push(args as { readonly type: string });
    return Promise.resolve();
  };
  await host.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add('Second');
    worksheets.onNameChanged.add(hear);
    worksheets.onMoved.add(hear);
    worksheets.onVisibilityChanged.add(hear);
    worksheets.onProtectionChanged.add(hear);
    await context.sync();
    sheet.name = 'Other';
    sheet.position = 0;
    sheet.visibility = 'Hidden';
    sheet.protection.protect();
    await context.sync();
  });
  await host.settled();
  expect(heard).toMatchObject([
    { type: 'WorksheetNameChanged', nameBefore: 'Second', nameAfter: 'Other' },
    { type: 'WorksheetMoved', positionBefore: 1, positionAfter: 0 },
    { type: 'WorksheetVisibilityChanged', visibilityBefore: 'Visible', visibilityAfter: 'Hidden' },
    { type: 'WorksheetProtectionChanged', isProtected: true },
  ]);
});

it('formats, calculation, tables, charts and settings are told of', async () => {
  const host = createExcelHost({ displayLanguage: 'en-US' });
  const heard: { readonly type: string }[] = [];
  let changedSettings = 0;
  const hear = (args: object) => {
    heard.push(args as { readonly type: string });
    return Promise.resolve();
  };
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.onFormatChanged.add(hear);
    sheet.onCalculated.add(hear);
    sheet.charts.onAdded.add(hear);
    sheet.charts.onDeleted.add(hear);
    context.workbook.tables.onAdded.add(hear);
    context.workbook.tables.onDeleted.add(hear);
    context.workbook.settings.onSettingsChanged.add(() => Promise.resolve(changedSettings++));
    await context.sync();
    const steps = [
      () => (sheet.getRange('A1:B2').format.font.bold = true),
      () => (sheet.getRange('D1').formulas = [['=1+1']]),
      () => sheet.tables.add('A1:B2', true),
      () => sheet.charts.add('Line', sheet.getRange('A1:B2')),
      () => sheet.charts.getItemAt(0).delete(),
      () => sheet.tables.getItemAt(0).delete(),
    ];
    for (const step of steps) {
      step();
      await context.sync();
      await host.settled();
    }
    expect(heard.map(({ type }) => type)).toEqual([
      'WorksheetFormatChanged',
      'WorksheetCalculated',
      'TableAdded',
      'ChartAdded',
      'ChartDeleted',
      'TableDeleted',
      // The table's cells went with it.
      'WorksheetFormatChanged',
    ]);
    context.workbook.settings.add('key', 'value');
    await context.sync();
    await host.settled();
    expect(changedSettings).toBe(1);
  });
});

it('a table tells of its own cells and no others', async () => {
  const host = createExcelHost({ displayLanguage: 'en-US' });
  const heard: string[] = [];
  await host.Excel.run(async (context) => {
    const table = context.workbook.worksheets.getActiveWorksheet().tables.add('B2:C4', true);
    table.onChanged.add(({ address }) => {
      heard.push(address);
      return Promise.resolve();
    });
    await context.sync();
  });
  host.user.type('A1', 1);
  host.user.type('C3', 2);
  await host.settled();
  expect(heard).toEqual(['C3']);
});
