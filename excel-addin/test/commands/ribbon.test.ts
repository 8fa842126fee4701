/** The ribbon in the in-memory Excel: what a press of each button comes to. */
import { createExcelHost, type ExcelHost } from 'isu-excel-host';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COMMANDS, type Actions } from '../../src/commands/actions.ts';
import { associateCommands } from '../../src/commands/associate-commands.ts';

let host: ExcelHost;
let uninstall: () => void;
beforeEach(() => {
  host = createExcelHost();
  uninstall = host.install();
});
afterEach(() => uninstall());

function paneThatNotes(done: string[]): Actions {
  const note = (name: string) => () => {
    done.push(name);
    return Promise.resolve();
  };
  return {
    runAgain: note('runAgain'),
    addColumns: note('addColumns'),
    select: note('select'),
    help: note('help'),
  };
}

describe('a button of the ribbon', () => {
  test.each(Object.entries(COMMANDS))('%s shows the pane and does %s there', async (name, action) => {
    const done: string[] = [];
    associateCommands(Promise.resolve(paneThatNotes(done)));
    await host.Office.addin.hide();

    await host.office.runAction(name);

    expect(done).toEqual([action]);
    expect(host.office.paneIsVisible).toBe(true);
  });

  test('waits for a pane that is still being drawn', async () => {
    const done: string[] = [];
    let drawn: (pane: Actions) => void = () => {};
    associateCommands(new Promise((resolve) => (drawn = resolve)));

    const pressed = host.office.runAction('ISU.RunAgain');
    await Promise.resolve();
    expect(done).toEqual([]);
    drawn(paneThatNotes(done));
    await pressed;

    expect(done).toEqual(['runAgain']);
  });

  test('is over, so that others can be pressed, also when its action fails', async () => {
    const failing = { ...paneThatNotes([]), help: () => Promise.reject(new Error('no help today')) };
    associateCommands(Promise.resolve(failing));
    const action = host.office.actions.get('ISU.Help')!;
    let isOver = false;

    await expect(action({ completed: () => (isOver = true) })).rejects.toThrow('no help today');

    expect(isOver).toBe(true);
  });
});

test('where the ribbon is left out, as by a catalogue in SharePoint Server, nothing is bound and nothing breaks', () => {
  vi.stubGlobal('Office', { context: host.Office.context });
  associateCommands(Promise.resolve(paneThatNotes([])));
  vi.unstubAllGlobals();
  expect(host.office.actions.size).toBe(0);
});
