/**
 * What is selected, and the filter by which the rest of the report follows. A group or a year stands for its persons:
 * the report is filtered to them, however many. The filter is kept by the report; after a bookmark, or when the report
 * is opened again, the selection is read back out of it.
 *
 * In `publication` nothing can be selected, and a filter from before is taken away: it would name persons in the saved
 * report, and show in other visuals what is suppressed in this one.
 */
import type powerbi from 'powerbi-visuals-api';
import type { Mark } from 'isu-charts';
import type { Behind, Pointed } from '../analysis/behind.ts';
import { markId } from '../views/view.ts';
import type { PersonIds } from './person-ids.ts';
import { personFilter, personsIn, targetOf } from './person-filter.ts';

type SelectionId = powerbi.extensibility.ISelectionId;

/** powerbi.FilterAction, which exists for the compiler only. */
const MERGE: powerbi.FilterAction = 0 satisfies powerbi.FilterAction.merge;
const REMOVE: powerbi.FilterAction = 1 satisfies powerbi.FilterAction.remove;

/** Where the filter stands in capabilities.json. */
const PLACE = ['general', 'filter'] as const;

export interface Selectable {
  readonly behind: Behind;
  readonly person: powerbi.DataViewMetadataColumn;
  readonly ids: PersonIds;
  readonly isProtected: boolean;
  /** Years are looked for first where years are shown. */
  readonly showsYears: boolean;
}

const NONE: ReadonlyMap<string, Pointed> = new Map();

export class Selecting {
  private readonly host: powerbi.extensibility.visual.IVisualHost;
  private readonly redraw: () => void;
  private selectable: Selectable | null = null;
  private filters: readonly powerbi.IFilter[] = [];
  private marks = NONE;
  /** What other visuals or a bookmark have selected here by identity. */
  private outside: readonly SelectionId[] = [];
  /** The behind and the persons that `marks` were read from. */
  private readFrom: { readonly behind: Behind; readonly persons: string } | null = null;

  constructor(host: powerbi.extensibility.visual.IVisualHost, redraw: () => void) {
    this.host = host;
    this.redraw = redraw;
  }

  /** By `markId`. */
  get selected(): ReadonlySet<string> {
    return new Set(this.marks.keys());
  }

  get isAllowed(): boolean {
    return this.host.hostCapabilities.allowInteractions !== false;
  }

  /** @param filters this visual's own, as the update has them; undefined where it has none to tell of */
  update(selectable: Selectable | null, filters: readonly powerbi.IFilter[] | undefined): void {
    this.selectable = selectable;
    if (filters) this.filters = filters;
    this.read();
  }

  /** Ids that were selected elsewhere, or by a bookmark. */
  selectFromOutside(ids: readonly SelectionId[]): void {
    this.outside = ids;
    this.readFrom = null;
    this.read();
    this.redraw();
  }

  /** @param adds to what is selected already; what is selected is then taken out of it */
  select(mark: Mark, adds: boolean): void {
    const pointed = pointedBy(mark);
    if (!this.isAllowed || !pointed || !this.selectable || this.selectable.isProtected) return;
    const id = markId(mark);
    const isOnly = this.marks.size === 1 && this.marks.has(id);
    const marks = adds ? new Map(this.marks) : new Map<string, Pointed>();
    if (adds ? this.marks.has(id) : isOnly) marks.delete(id);
    else marks.set(id, pointed);
    this.apply(marks);
  }

  clear(): void {
    if (this.isAllowed && (this.marks.size > 0 || this.filters.length > 0)) this.apply(NONE);
  }

  private apply(marks: ReadonlyMap<string, Pointed>): void {
    const { behind, person } = this.selectable ?? {};
    const values = marks.size > 0 && behind ? behind.personValues([...marks.values()]) : [];
    this.marks = marks;
    this.outside = [];
    this.readFrom = behind && values.length > 0 ? { behind, persons: JSON.stringify(values) } : null;
    if (person && values.length > 0) {
      const filter = personFilter(targetOf(person), values);
      this.filters = [filter];
      this.host.applyJsonFilter(filter, ...PLACE, MERGE);
    } else this.remove();
    this.redraw();
  }

  private remove(): void {
    this.filters = [];
    // Null is what takes a filter away; Microsoft's types leave it out.
    this.host.applyJsonFilter(null as unknown as powerbi.IFilter, ...PLACE, REMOVE);
  }

  private read(): void {
    const { selectable } = this;
    if (selectable?.isProtected) {
      this.marks = NONE;
      this.readFrom = null;
      if (this.filters.length > 0) this.remove();
      return;
    }
    if (!selectable) {
      this.marks = NONE;
      this.readFrom = null;
      return;
    }
    const { behind } = selectable;
    const values = personsIn(this.filters, targetOf(selectable.person));
    const persons = JSON.stringify(values);
    if (this.readFrom?.behind === behind && this.readFrom.persons === persons) return;
    this.readFrom = { behind, persons };
    const found = values ? behind.personsWritten(new Set(values)) : this.personsOutside(selectable);
    this.marks = marksOf(found, selectable);
  }

  private personsOutside({ behind, ids }: Selectable): Uint8Array | null {
    if (this.outside.length === 0) return null;
    const keys = new Set(this.outside.map((id) => (id as powerbi.visuals.ISelectionId).getKey()));
    return behind.personsAt((row) => {
      const id = ids.at(row);
      return id !== null && keys.has(id.getKey());
    });
  }
}

/** What a mark selects; all persons together, and a share of them, are nobody to point out. */
export function pointedBy({ kind, key }: Mark): Pointed | null {
  switch (kind) {
    case 'group':
      return key === 'total' ? null : { kind, key };
    case 'year':
      return { kind, key };
    case 'person':
      return { kind, person: Number(key) };
    case 'share':
      return null;
  }
}

function marksOf(
  persons: Uint8Array | null,
  { behind, showsYears }: Selectable,
): ReadonlyMap<string, Pointed> {
  if (!persons) return NONE;
  const pointed = behind.pointedAs(persons, showsYears ? 'year' : 'group');
  return new Map(
    pointed.map((one) => [
      markId({ kind: one.kind, key: one.kind === 'person' ? String(one.person) : one.key }),
      one,
    ]),
  );
}
