/**
 * Every operation of the edge on PC, Mac and the web, at the lowest requirement set and the highest: it does its work,
 * and whichever of its requests Excel refuses, it says so in words, and the workbook is as it was or as it should be.
 */
import type { Outcome, ResultDocument } from 'isu-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AddedColumns, ExportPlace } from '../../src/office/workbook.ts';
import {
  documentOf,
  EXPORT_SHEET,
  NEVER,
  nobodyListens,
  openRows,
  pictureOf,
  placeOf,
  problemOf,
  sampleRows,
  valueOf,
  type OpenExcel,
} from './excel.ts';

const ROWS = sampleRows().slice(0, 12);
const COLUMNS: AddedColumns = {
  headerRow: 1,
  language: 'sv',
  columns: [
    {
      key: 'actualisations',
      header: 'Antal aktualiseringar',
      format: 'integer',
      values: ROWS.slice(1).map(() => 1),
      formula: (cells) => `=COUNTIF(${cells.column(0)},${cells.own(0)})`,
    },
  ],
};

interface Open extends OpenExcel {
  readonly place: ExportPlace;
}

interface Operation {
  readonly name: string;
  readonly run: (open: Open) => Promise<Outcome<unknown>>;
  /** What it should have done. */
  readonly done: (open: Open, value: unknown) => void | Promise<void>;
  /** A result stands when it begins. */
  readonly onWritten?: true;
}

const namesIn = ({ host }: OpenExcel) => host.workbook.sheets.map(({ name }) => name);
const MADE = ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'];
let whole: ResultDocument;
beforeAll(async () => {
  const excel = await openRows(ROWS);
  whole = await documentOf(excel, await placeOf(excel));
});

const OPERATIONS: readonly Operation[] = [
  {
    name: 'findExport',
    run: ({ edge }) => edge.findExport(),
    done: (_, value) => expect(value).toMatchObject({ table: 'Export', address: 'A1:H12' }),
  },
  {
    name: 'listPlaces',
    run: ({ edge }) => edge.listPlaces(),
    done: (_, value) => expect(value).toMatchObject([{ table: 'Export' }]),
  },
  {
    name: 'readExport',
    run: ({ edge, place }) => edge.readExport(place, nobodyListens, nobodyListens, NEVER),
    done: (_, value) => expect(value).toEqual({ dateSystem: 1900 }),
  },
  {
    name: 'selectRow',
    run: ({ edge, place }) => edge.selectRow(place, 5),
    done: (_, value) => expect(value).toBeNull(),
  },
  {
    name: 'showSheet',
    run: ({ edge }) => edge.showSheet('Protokoll'),
    done: ({ host }) => expect(host.workbook.activeSheet.name).toBe('Protokoll'),
    onWritten: true,
  },
  {
    name: 'madeSheets',
    run: ({ edge }) => edge.madeSheets(),
    done: (_, value) => expect((value as { name: string }[]).map(({ name }) => name)).toEqual(MADE),
    onWritten: true,
  },
  {
    name: 'writeDocument',
    run: ({ edge }) => edge.writeDocument(whole, 'keep', nobodyListens, NEVER),
    done: (open) => expect(namesIn(open)).toEqual([EXPORT_SHEET, ...MADE]),
  },
  {
    name: 'writeDocument, of one part',
    run: ({ edge }) => {
      const part = { ...whole, sheets: whole.sheets.filter(({ id }) => id === 'persons') };
      return edge.writeDocument(part, 'beside', nobodyListens, NEVER, 'own-parts');
    },
    done: (open) => expect(namesIn(open)).toEqual([EXPORT_SHEET, ...MADE]),
    onWritten: true,
  },
  ...(['values', 'functions'] as const).map((as): Operation => ({
    name: `addColumns, as ${as}`,
    run: ({ edge, place }) => edge.addColumns(place, COLUMNS, as),
    done: (_, value) => expect(value).toEqual({ address: 'I1:I12' }),
  })),
  {
    name: 'markSelection',
    run: ({ edge, place }) => edge.markSelection(place, { headerRow: 1, rows: [2, 5], header: 'Urval' }),
    done: (_, value) => expect(value).toEqual({ marked: 2 }),
  },
  {
    name: 'storeSettings',
    run: ({ edge }) => edge.storeSettings({ groups: [1, 2] }),
    done: async ({ edge }) => expect(valueOf(await edge.readStoredSettings())).toEqual({ groups: [1, 2] }),
  },
  {
    name: 'readStoredSettings',
    run: ({ edge }) => edge.readStoredSettings(),
    done: (_, value) => expect(value).toBeNull(),
  },
  {
    name: 'onExportChanged',
    run: ({ edge, place }) => edge.onExportChanged(place, nobodyListens),
    done: (_, value) => (value as () => void)(),
  },
];

describe.each(['pc', 'mac', 'web'] as const)('on %s', (platform) => {
  describe.each(['1.13', '1.17'])('at ExcelApi %s', (excelApi) => {
    const opened = async ({ onWritten }: Operation): Promise<Open> => {
      const excel = await openRows(ROWS, { platform, excelApi });
      if (onWritten) valueOf(await excel.edge.writeDocument(whole, 'keep', nobodyListens, NEVER));
      const place = await placeOf(excel);
      excel.host.traffic.reset();
      return { ...excel, place };
    };

    it.each(OPERATIONS)('$name', async (operation) => {
      const open = await opened(operation);
      const value = valueOf(await operation.run(open));
      const requests = open.host.traffic.syncs;
      expect(requests).toBeGreaterThan(0);
      const after = await wholePicture(open);
      await operation.done(open, value);
      // Faults in the midst of writing have a file of their own (faults.test.ts).
      if (operation.name.startsWith('writeDocument')) return;
      for (let n = 1; n <= requests; n++) {
        const faulty = await opened(operation);
        const before = await wholePicture(faulty);
        faulty.host.faults.failSync(n);
        const outcome = await operation.run(faulty);
        const picture = await wholePicture(faulty);
        // Which cell is selected need not be known.
        if (outcome.ok) expect([n, outcome.value, picture]).toEqual([n, value, after]);
        else {
          const { code, sv, en } = problemOf(outcome);
          expect([n, code, picture]).toEqual([n, 'excel-error', before]);
          expect(sv).toMatch(/GeneralException.*Inget i arbetsboken är ändrat\.$/);
          expect(en).toMatch(/GeneralException.*Nothing in the workbook has been changed\.$/);
        }
      }
    });
  });
});

/** Cells, looks and marks, and what the workbook carries unseen. */
async function wholePicture(excel: OpenExcel): Promise<string> {
  const rules = excel.host.workbook.sheets.map((sheet) => sheet.conditionalFormats.length);
  const stored = await excel.edge.readStoredSettings();
  return JSON.stringify([await pictureOf(excel), rules, stored, excel.host.workbook.tables.length]);
}
