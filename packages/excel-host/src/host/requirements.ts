/** Which requirement sets an Excel has. */
import type { Since } from '../wire/description.ts';

export type Platform = 'pc' | 'mac' | 'web';

export interface Version {
  readonly platform: Platform;
  /** The highest ExcelApi set, e.g. `1.13`. */
  readonly excelApi: string;
  readonly customFunctionsRuntime: string;
  readonly sharedRuntime: boolean;
}

/** Sets that every Excel of today has beside ExcelApi. */
const ALWAYS: Readonly<Record<string, string>> = {
  AddinCommands: '1.3',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  DocumentEvents: '1.1',
  File: '1.1',
  ImageCoercion: '1.1',
  Settings: '1.1',
  CompressedFile: '1.1',
  KeyboardShortcuts: '1.1',
  RibbonApi: '1.1',
};

export function isSetSupported(version: Version, name: string, wanted = '1.1'): boolean {
  const has = versionOf(version, name);
  return has !== null && compareVersions(has, wanted) >= 0;
}

export function supports(version: Version, since: Since): boolean {
  const [name, wanted] = since.includes(' ') ? since.split(' ') : ['ExcelApi', since];
  return isSetSupported(version, name!, wanted);
}

function versionOf(version: Version, name: string): string | null {
  switch (name.toLowerCase()) {
    case 'excelapi':
      return version.excelApi;
    case 'customfunctionsruntime':
      return version.customFunctionsRuntime;
    case 'sharedruntime':
      return version.sharedRuntime ? '1.1' : null;
    case 'excelapionline':
      return version.platform === 'web' ? '1.1' : null;
    default:
      return Object.entries(ALWAYS).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  }
}

/** By number, not by text: 1.13 is later than 1.9. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
