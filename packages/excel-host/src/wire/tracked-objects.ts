/**
 * Ranges that outlive a batch. Inside `Excel.run` every range is tracked by itself until the run ends; one that was
 * added here lives on. Docs: "OfficeExtension.TrackedObjects".
 */
import type { Area } from '../model/area.ts';
import type { CellsOf } from '../model/cells-of.ts';
import type { Sheet } from '../model/sheet.ts';
import { stateOf, type ClientObject } from './client-object.ts';
import type { RequestContext } from './request-context.ts';

export class TrackedObjects {
  private readonly context: RequestContext;
  private readonly kept = new Set<ClientObject>();
  private ofRun: Set<ClientObject> | null = null;

  constructor(context: RequestContext) {
    this.context = context;
  }

  add(object: ClientObject | readonly ClientObject[]): void {
    for (const each of listOf(object)) {
      this.kept.add(each);
      this.ofRun?.delete(each);
    }
  }

  remove(object: ClientObject | readonly ClientObject[]): void {
    for (const each of listOf(object)) {
      this.kept.delete(each);
      this.ofRun?.delete(each);
      if (each.className === 'Range') stateOf(each).isValid = false;
    }
  }

  /** Called when a run begins. */
  beginRun(): void {
    this.ofRun = new Set();
    this.context.host.workbook.followers.add(this.context);
  }

  /** Called when it ends: its ranges are let go. */
  endRun(): void {
    for (const object of this.ofRun ?? []) stateOf(object).isValid = false;
    this.ofRun = null;
    if (this.kept.size === 0) this.context.host.workbook.followers.delete(this.context);
  }

  noteMade(object: ClientObject): void {
    if (object.className === 'Range') this.ofRun?.add(object);
  }

  follow(sheet: Sheet, move: (area: Area) => Area | null): void {
    for (const object of [...(this.ofRun ?? []), ...this.kept]) {
      const { found } = stateOf(object);
      const cells = found?.target as CellsOf | null | undefined;
      if (!found || !cells || cells.sheet !== sheet || object.className !== 'Range') continue;
      const area = move(cells.area);
      found.target = area ? { sheet, area } : { ...cells, isGone: true };
    }
  }
}

function listOf(object: ClientObject | readonly ClientObject[]): readonly ClientObject[] {
  return Array.isArray(object) ? (object as readonly ClientObject[]) : [object as ClientObject];
}
