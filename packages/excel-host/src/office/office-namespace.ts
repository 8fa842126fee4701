/** The `Office` object: where the add-in runs, its pane, its ribbon, its settings. */
import { guarded } from '../host/excel-namespace.ts';
import type { HostOptions } from '../host/excel-host.ts';
import { isSetSupported, type Platform, type Version } from '../host/requirements.ts';
import type { Workbook } from '../model/workbook.ts';
import { documentSettings } from './document-settings.ts';
import { WHITE_THEME } from './theme.ts';

/** What the add-in has done with Office; for tests and for a workbench that shows it. */
export interface OfficeState {
  paneIsVisible: boolean;
  startupBehavior: 'None' | 'Load';
  /** By the id of the manifest's function command. */
  readonly actions: Map<string, (event: unknown) => unknown>;
  readonly ribbonUpdates: unknown[];
  readonly contextMenuUpdates: unknown[];
  /** Presses a ribbon button; resolves when the command says that it is done. */
  runAction(id: string): Promise<void>;
  changeTheme(theme: Partial<Office.OfficeTheme>): void;
}

const PLATFORMS: Readonly<Record<Platform, string>> = { pc: 'PC', mac: 'Mac', web: 'OfficeOnline' };

export function officeNamespace(
  workbook: Workbook,
  version: Version,
  displayLanguage: string,
  options: HostOptions,
): { readonly Office: typeof Office; readonly state: OfficeState } {
  const visibility = new Set<(message: { readonly visibilityMode: string }) => unknown>();
  const onTheme = new Set<(args: object) => unknown>();
  let theme: Office.OfficeTheme = { ...WHITE_THEME, ...options.theme };
  const state: OfficeState = {
    paneIsVisible: true,
    startupBehavior: 'None',
    actions: new Map(),
    ribbonUpdates: [],
    contextMenuUpdates: [],
    runAction(id) {
      const action = state.actions.get(id);
      if (!action) return Promise.reject(new Error(`no action "${id}" is associated`));
      return new Promise((resolve, reject) => {
        const event = { source: { id }, completed: resolve };
        Promise.resolve(action(event)).catch(reject);
      });
    },
    changeTheme(changed) {
      theme = { ...theme, ...changed };
      for (const handler of onTheme) handler({ officeTheme: theme, type: 'officeThemeChanged' });
    },
  };
  const show = (isVisible: boolean): Promise<void> => {
    if (state.paneIsVisible !== isVisible) {
      state.paneIsVisible = isVisible;
      for (const handler of visibility) handler({ visibilityMode: isVisible ? 'Taskpane' : 'Hidden' });
    }
    return Promise.resolve();
  };
  const platform = PLATFORMS[version.platform];
  const host = 'Excel';
  const Office = guarded('Office', {
    ...ENUMS,
    context: guarded('Office.context', {
      contentLanguage: options.contentLanguage ?? displayLanguage,
      displayLanguage,
      platform,
      host,
      diagnostics: { host, platform, version: '16.0.0.0' },
      requirements: {
        isSetSupported: (name: string, minimum?: string | number) =>
          isSetSupported(version, name, String(minimum ?? '1.1')),
      },
      document: guarded('Office.context.document', {
        settings: documentSettings(workbook),
        url: `file:///${workbook.name}`,
        mode: 'readWrite',
        addHandlerAsync: (type: string, handler: (args: object) => unknown, ...rest: unknown[]) => {
          if (type === 'officeThemeChanged') onTheme.add(handler);
          (rest.at(-1) as ((result: object) => void) | undefined)?.({
            status: 'succeeded',
            value: undefined,
          });
        },
      }),
      get officeTheme() {
        return theme;
      },
    }),
    onReady: (callback?: (info: { readonly host: string; readonly platform: string }) => unknown) => {
      const info = { host, platform };
      return Promise.resolve().then(async () => {
        await callback?.(info);
        return info;
      });
    },
    isSetSupported: (name: string, minimum?: string) => isSetSupported(version, name, minimum),
    addin: guarded('Office.addin', {
      showAsTaskpane: () => show(true),
      hide: () => show(false),
      setStartupBehavior: (behavior: 'None' | 'Load') => {
        state.startupBehavior = behavior;
        return Promise.resolve();
      },
      getStartupBehavior: () => Promise.resolve(state.startupBehavior),
      onVisibilityModeChanged: (handler: (message: { readonly visibilityMode: string }) => unknown) => {
        visibility.add(handler);
        return Promise.resolve(() => {
          visibility.delete(handler);
          return Promise.resolve();
        });
      },
    }),
    actions: guarded('Office.actions', {
      associate: (id: string, action: (event: unknown) => unknown) => void state.actions.set(id, action),
    }),
    ribbon: guarded('Office.ribbon', {
      requestUpdate: (update: unknown) => {
        state.ribbonUpdates.push(update);
        return Promise.resolve();
      },
    }),
    contextMenu: guarded('Office.contextMenu', {
      requestUpdate: (update: unknown) => {
        state.contextMenuUpdates.push(update);
        return Promise.resolve();
      },
    }),
  }) as typeof globalThis.Office;
  return { Office, state };
}

const ENUMS = {
  HostType: {
    Excel: 'Excel',
    Word: 'Word',
    PowerPoint: 'PowerPoint',
    Outlook: 'Outlook',
    OneNote: 'OneNote',
    Project: 'Project',
  },
  PlatformType: {
    PC: 'PC',
    OfficeOnline: 'OfficeOnline',
    Mac: 'Mac',
    iOS: 'iOS',
    Android: 'Android',
    Universal: 'Universal',
  },
  StartupBehavior: { none: 'None', load: 'Load' },
  VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  EventType: { OfficeThemeChanged: 'officeThemeChanged', SettingsChanged: 'settingsChanged' },
  ThemeId: { Colorful: 0, DarkGray: 1, Black: 2, White: 3 },
};
