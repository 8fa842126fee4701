/** An Excel without custom functions: nothing is bound, and the pane is told to offer values. */
import { createExcelHost } from 'isu-excel-host';
import { afterEach, expect, test } from 'vitest';
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

test('associating where there are none is no fault', () => {
  const host = createExcelHost({ customFunctionsRuntime: '1.0' });
  uninstall = host.install();
  associateFunctions(Promise.resolve(1900));
  expect(host.customFunctions.find('ISU.ANTAL')).toBeNull();
});
