/** The open workbook over Office.js: one file an operation. */
import { addColumns } from './add-columns.ts';
import { onExportChanged } from './export-events.ts';
import { findExport, listPlaces } from './export-places.ts';
import { madeSheets } from './made-sheets.ts';
import { markSelection } from './mark-selection.ts';
import { readExport } from './read-export.ts';
import { selectRow, showSheet } from './show-cells.ts';
import { readStoredSettings, storeSettings } from './stored-settings.ts';
import type { OfficeWorkbook } from './workbook.ts';
import { writeDocument } from './write-document.ts';

export function officeWorkbook(): OfficeWorkbook {
  return {
    findExport,
    listPlaces,
    readExport,
    selectRow,
    showSheet,
    madeSheets,
    writeDocument,
    addColumns,
    markSelection,
    readStoredSettings,
    storeSettings,
    onExportChanged,
  };
}
