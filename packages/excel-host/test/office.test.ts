/** The Office object. Docs: Office.onReady, Office.addin, Office.actions, "Persist add-in state and settings". */
import { describe, expect, it } from 'vitest';
import { BLACK_THEME, createExcelHost } from '../src/index.ts';

describe('where the add-in runs', () => {
  it.each([
    ['pc', 'PC'],
    ['mac', 'Mac'],
    ['web', 'OfficeOnline'],
  ] as const)('%s is told as %s', async (platform, told) => {
    const { Office } = createExcelHost({ platform });
    const info = await Office.onReady();
    expect(info).toEqual({ host: 'Excel', platform: told });
    expect(Office.context.platform).toBe(Office.PlatformType[told]);
    expect(Office.context.diagnostics.host).toBe('Excel');
  });

  it('languages and sets are told', () => {
    const { Office } = createExcelHost({
      displayLanguage: 'sv-SE',
      contentLanguage: 'en-GB',
      sharedRuntime: false,
    });
    expect([Office.context.displayLanguage, Office.context.contentLanguage]).toEqual(['sv-SE', 'en-GB']);
    expect(Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
    expect(Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.4')).toBe(true);
    expect(Office.context.requirements.isSetSupported('NoSuchApi')).toBe(false);
  });

  it('what Office has and this host has not is an error', () => {
    const { Office } = createExcelHost();
    expect(() => Office.context.mailbox).toThrow('Office.context.mailbox is not in this host');
  });
});

describe('pane, ribbon and theme', () => {
  it('the pane is hidden and shown, and who listens is told', async () => {
    const { Office, office } = createExcelHost();
    const told: string[] = [];
    const stop = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
      told.push(visibilityMode),
    );
    await Office.addin.hide();
    await Office.addin.showAsTaskpane();
    await Office.addin.showAsTaskpane();
    await stop();
    await Office.addin.hide();
    expect(told).toEqual(['Hidden', 'Taskpane']);
    expect(office.paneIsVisible).toBe(false);
  });

  it('a ribbon command runs until it says that it is done', async () => {
    const { Office, office } = createExcelHost();
    let ran = 0;
    Office.actions.associate('runAgain', (event: Office.AddinCommands.Event) => {
      ran++;
      event.completed();
    });
    await office.runAction('runAgain');
    expect(ran).toBe(1);
    await expect(office.runAction('other')).rejects.toThrow('no action "other"');
  });

  it('the theme changes under the add-in', () => {
    const { Office, office } = createExcelHost();
    const told: boolean[] = [];
    Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, () =>
      told.push(Office.context.officeTheme.isDarkTheme),
    );
    office.changeTheme(BLACK_THEME);
    expect(told).toEqual([true]);
  });
});

it('document settings are kept once they are saved', async () => {
  const host = createExcelHost();
  const { settings } = host.Office.context.document;
  settings.set('groups', [1, 2]);
  expect(settings.get('groups')).toEqual([1, 2]);
  expect(host.workbook.addinSettings).toEqual({});
  const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe('succeeded');
  expect(host.workbook.addinSettings).toEqual({ groups: [1, 2] });
  expect(settings.get('none')).toBeNull();
});

it('the four objects are made global, and taken away again', () => {
  const place: Record<string, unknown> = { Office: 'before' };
  const host = createExcelHost();
  const remove = host.install(place);
  expect(place['Excel']).toBe(host.Excel);
  remove();
  expect(place).toEqual({ Office: 'before' });
});
