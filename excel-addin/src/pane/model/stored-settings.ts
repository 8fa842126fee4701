/** What travels in the workbook, so that a colleague can run again: the settings, and where the export stood. */
import { objectIn, type SettingsJson } from 'isu-session';
import type { ExportPlace } from '../../office/workbook.ts';

export interface StoredRun {
  readonly settings: SettingsJson;
  readonly place: { readonly sheet: string; readonly table: string | null; readonly address: string };
}

export function storedRun(settings: SettingsJson, { sheet, table, address }: ExportPlace): StoredRun {
  return { settings, place: { sheet, table, address } };
}

/** @returns `null` where nothing of ours is stored */
export function readStoredRun(stored: unknown): StoredRun | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const run = stored as SettingsJson;
  if (!('settings' in run) || !('place' in run)) return null;
  const { sheet, table, address } = objectIn(run, 'place');
  if (typeof sheet !== 'string' || typeof address !== 'string') return null;
  return {
    settings: objectIn(run, 'settings'),
    place: { sheet, table: typeof table === 'string' ? table : null, address },
  };
}

/** The place that was stored, as it stands now: tables by name, regions by the cell that they begin in. */
export function placeAgain({ place }: StoredRun, places: readonly ExportPlace[]): ExportPlace | null {
  const corner = (address: string) => address.split(':')[0];
  const isIt = (each: ExportPlace) =>
    place.table !== null
      ? each.table === place.table
      : each.sheet === place.sheet && corner(each.address) === corner(place.address);
  return places.find(isIt) ?? null;
}
