/** Tells when the export is no longer what was read. */
import type { Outcome } from 'isu-core';
import { areaOf, overlaps } from './address.ts';
import { outcomeOf } from './excel-problem.ts';
import { areaOfPlace } from './export-places.ts';
import { askOwnColumns } from './own-columns.ts';
import { stopListening } from './stop-listening.ts';
import type { ExportChange, ExportPlace } from './workbook.ts';

export function onExportChanged(
  place: ExportPlace,
  listener: (change: ExportChange) => void,
): Promise<Outcome<() => void>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem(place.sheet);
      sheet.load('id');
      const edited = sheet.onChanged.add(async ({ address }) => {
        if (await concernsExport(place, address)) listener('edited');
      });
      const deleted = worksheets.onDeleted.add(({ worksheetId }) => {
        if (worksheetId === sheet.id) listener('deleted');
        return Promise.resolve();
      });
      await context.sync();
      return () => void stopListening([edited, deleted]);
    }),
  );
}

/** What we have added beside the rows is no part of them, and neither is what stands under or right of them. */
async function concernsExport(place: ExportPlace, address: string): Promise<boolean> {
  const changed = areaOf(address);
  if (changed === null || !overlaps(changed, areaOfPlace(place))) return changed === null;
  if (changed.columnCount > 1) return true;
  const own = await outcomeOf(() =>
    Excel.run(async (context) => {
      const asked = askOwnColumns(context.workbook.worksheets.getItem(place.sheet));
      await context.sync();
      return asked.answer();
    }),
  );
  return !own.ok || own.value.every(({ area }) => area.column !== changed.column);
}
