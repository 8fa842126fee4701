/** An in-memory Excel in which the add-in's functions are at hand, as the manifest and the page make them. */
import { createExcelHost, type ExcelHost, type HostOptions } from 'isu-excel-host';
import { associateFunctions } from '../../src/functions/associate-functions.ts';
import { functionsMetadata } from '../../src/functions/metadata.ts';

export interface SheetUnderTest {
  readonly host: ExcelHost;
  /** Writes rows of cells with their first at an address. */
  fill(address: string, rows: readonly (readonly (string | number | boolean)[])[]): void;
  /** Types a formula, waits for the answer, and gives the cell's value: an error as its code. */
  value(formula: string, at?: string): Promise<unknown>;
  /** The words that an error in a cell says, or `undefined`. */
  words(at?: string): string | undefined;
  /** The cells of an area, empty ones as ''. */
  cells(address: string): Promise<unknown[][]>;
  leave(): void;
}

export function openSheet(options: HostOptions = {}, dateSystem: 1900 | 1904 = 1900): SheetUnderTest {
  const host = createExcelHost(options);
  const uninstall = host.install();
  const language = (options.displayLanguage ?? 'sv-SE').startsWith('sv') ? 'sv' : 'en';
  host.customFunctions.register('ISU', functionsMetadata(language));
  associateFunctions(Promise.resolve(dateSystem));
  const cells = async (address: string) => {
    await host.settled();
    return host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
      range.load('values');
      await context.sync();
      return range.values as unknown[][];
    });
  };
  return {
    host,
    cells,
    fill(address, rows) {
      const [, letter, number] = /^([A-Z])(\d+)$/.exec(address)!;
      rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          const column = String.fromCharCode(letter!.charCodeAt(0) + c);
          if (cell !== '') host.user.type(`${column}${Number(number) + r}`, cell);
        }),
      );
    },
    async value(formula, at = 'Z1') {
      host.user.type(at, formula);
      return (await cells(at))[0]![0];
    },
    words(at = 'Z1') {
      const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(at)!;
      const value = host.workbook.activeSheet.value(Number(number) - 1, letters!.charCodeAt(0) - 65);
      return typeof value === 'object' && value !== null ? value.message : undefined;
    },
    leave: uninstall,
  };
}
