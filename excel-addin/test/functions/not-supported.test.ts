/** An Excel without custom functions: nothing is bound, and the pane is told to offer values. */
import { createExcelHost } from 'isu-excel-host';
import { afterEach, expect, test, vi } from 'vitest';
import { associateFunctions, functionsAreSupported } from '../../src/functions/associate-functions.ts';

let uninstall = () => {};
afterEach(() => uninstall());

test('functions are offered only where Excel has them', () => {
  uninstall = createExcelHost({ customFunctionsRuntime: '1.1' }).install();
  expect(functionsAreSupported()).toBe(true);
  uninstall();
  uninstall = createExcelHost({ customFunctionsRuntime: '1.0' }).install();
  expect(functionsAreSupported()).toBe(false);
});

test('functions are not offered where the manifest’s are left out, though Excel has them', () => {
  const host = createExcelHost();
  const page: Record<string, unknown> = {};
  host.install(page);
  vi.stubGlobal('Office', page['Office']);
  expect(functionsAreSupported()).toBe(false);
  associateFunctions(Promise.resolve(1900));
  vi.unstubAllGlobals();
});

test('associating where there are none is no fault', () => {
  const host = createExcelHost({ customFunctionsRuntime: '1.0' });
  uninstall = host.install();
  associateFunctions(Promise.resolve(1900));
  expect(host.customFunctions.find('ISU.ANTAL')).toBeNull();
});
