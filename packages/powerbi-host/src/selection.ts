/** Selection ids and the manager that keeps them. Ids of the same rows are equal, whoever made them. */
import type powerbi from 'powerbi-visuals-api';
import { resolved } from './resolved.ts';

type SelectionId = powerbi.visuals.ISelectionId;

class Id implements SelectionId {
  private readonly parts: readonly string[];

  constructor(parts: readonly string[]) {
    this.parts = parts;
  }

  equals(other: SelectionId): boolean {
    return other.getKey() === this.getKey();
  }

  includes(other: SelectionId): boolean {
    return other instanceof Id && this.parts.every((part) => other.parts.includes(part));
  }

  getKey(): string {
    return this.parts.join('|');
  }

  getSelector(): powerbi.data.Selector {
    return { id: this.getKey() };
  }

  getSelectorsByColumn(): powerbi.data.SelectorsByColumn {
    return {};
  }

  hasIdentity(): boolean {
    return this.parts.length > 0;
  }
}

class IdBuilder implements powerbi.visuals.ISelectionIdBuilder {
  private readonly parts: string[] = [];

  withCategory({ source, values, identity }: powerbi.DataViewCategoryColumn, index: number): this {
    if (!identity?.[index]) throw new Error(`The column ${source.displayName} has no row ${String(index)}.`);
    const value = values[index];
    this.parts.push(
      `${source.queryName ?? source.displayName}=${value instanceof Date ? value.toISOString() : String(value)}`,
    );
    return this;
  }

  withMeasure(measureId: string): this {
    this.parts.push(measureId);
    return this;
  }

  withSeries(): this {
    throw new Error('withSeries is not in this host.');
  }

  withMatrixNode(): this {
    throw new Error('withMatrixNode is not in this host.');
  }

  withTable(): this {
    throw new Error('withTable is not in this host.');
  }

  createSelectionId(): SelectionId {
    return new Id(this.parts);
  }
}

export function selectionIdBuilder(): powerbi.visuals.ISelectionIdBuilder {
  return new IdBuilder();
}

/** What is selected in one visual. */
export class Selection {
  ids: SelectionId[] = [];
  private readonly callbacks: ((ids: SelectionId[]) => void)[] = [];
  private readonly tell: (name: string, ...args: unknown[]) => void;

  constructor(tell: (name: string, ...args: unknown[]) => void) {
    this.tell = tell;
  }

  /** As a bookmark or another visual does it: the visual is told. */
  selectFromOutside(ids: readonly SelectionId[]): void {
    this.ids = [...ids];
    for (const callback of this.callbacks) callback(this.ids);
  }

  manager(): powerbi.extensibility.ISelectionManager {
    return {
      select: (given, multiSelect) => {
        this.tell('select', given, multiSelect);
        const ids = (Array.isArray(given) ? given : [given]) as SelectionId[];
        this.ids = multiSelect ? this.toggled(ids) : ids;
        return resolved([...this.ids]);
      },
      clear: () => {
        this.tell('clearSelection');
        this.ids = [];
        return resolved({});
      },
      hasSelection: () => this.ids.length > 0,
      getSelectionIds: () => [...this.ids],
      registerOnSelectCallback: (callback) => {
        this.callbacks.push(callback);
      },
      showContextMenu: (id, position, dataRoles) => {
        this.tell('showContextMenu', id, position, dataRoles);
        return resolved({});
      },
      toggleExpandCollapse: () => {
        throw new Error('toggleExpandCollapse is not in this host.');
      },
    };
  }

  private toggled(ids: readonly SelectionId[]): SelectionId[] {
    const kept = this.ids.filter((one) => !ids.some((other) => other.equals(one)));
    return [...kept, ...ids.filter((one) => !this.ids.some((other) => other.equals(one)))];
  }
}
