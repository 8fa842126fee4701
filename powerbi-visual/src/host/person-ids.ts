/** Power BI's own identities of persons: for what names them to it without a filter, as menus and report-page tooltips. */
import type powerbi from 'powerbi-visuals-api';
import type { PersonWindow } from '../data/arrival.ts';

type SelectionId = powerbi.visuals.ISelectionId;

export class PersonIds {
  private readonly host: powerbi.extensibility.visual.IVisualHost;
  private readonly windows: readonly PersonWindow[];

  constructor(host: powerbi.extensibility.visual.IVisualHost, windows: readonly PersonWindow[]) {
    this.host = host;
    this.windows = windows;
  }

  /** The person of one of the host's rows; null where the host has given the row no identity. */
  at(hostRow: number): SelectionId | null {
    const window = this.windows.findLast(({ firstRow }) => firstRow <= hostRow);
    const row = hostRow - (window?.firstRow ?? 0);
    if (!window?.column.identity?.[row]) return null;
    return this.host.createSelectionIdBuilder().withCategory(window.column, row).createSelectionId();
  }

  /** Of several rows, or nobody where one is wanting: some of a group would be taken for all of it. */
  atAll(hostRows: readonly number[]): SelectionId[] {
    const ids = hostRows.map((row) => this.at(row)).filter((id) => id !== null);
    return ids.length === hostRows.length ? ids : [];
  }
}
