/** The tables that an analysis makes in an engine's session on the way: its own, and no others. */
import type { Dialect } from './dialect.ts';
import type { Engine } from './engine.ts';
import { valueTable, type Column } from './meanings-sql.ts';

/** All that may be made, by the order of their making. */
export const TABLES = [
  'isu_row',
  'isu_person_cell',
  'isu_person',
  'isu_person_read',
  'isu_date',
  'isu_age',
  'isu_type',
  'isu_reason',
  'isu_referrer',
  'isu_organisation',
  'isu_investigation',
  'isu_sex',
  'isu_reading',
  'isu_number',
  'isu_numbered',
  'isu_repeated',
  'isu_excluded',
  'isu_day_repeated',
  'isu_same_day',
  'isu_lathund',
  'isu_kind',
  'isu_of_person',
  'isu_first',
] as const;
export type TableName = (typeof TABLES)[number];

/** How engines say that a name is taken. */
const IS_TAKEN = /already (an object|exists)|TABLE_OR_VIEW_ALREADY_EXISTS/i;

export class WorkTables {
  readonly engine: Engine;
  private readonly dialect: Dialect;
  /** How each table that there is now is taken away. */
  private readonly made = new Map<TableName, string>();

  constructor(engine: Engine) {
    this.engine = engine;
    this.dialect = engine.dialect;
  }

  /** @throws where the session has such a table, which is left as it is */
  async make(name: TableName, statement: string): Promise<void> {
    try {
      await this.engine.run(statement);
    } catch (fault) {
      if (!(fault instanceof Error) || !IS_TAKEN.test(fault.message)) throw fault;
      throw new Error(
        `The session has a table ${name} already, which is left as it is: take it away, or use another session.`,
        { cause: fault },
      );
    }
    this.made.set(name, name === 'isu_row' ? this.dialect.dropRead(name) : this.dialect.drop(name));
  }

  /** A table of what values mean. */
  async fill(
    name: TableName,
    columns: readonly Column[],
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void> {
    const [empty, ...filling] = valueTable(this.dialect, name, columns, rows);
    await this.make(name, empty!);
    for (const statement of filling) await this.engine.run(statement);
  }

  /** Takes tables away, where they have been made. */
  async drop(...names: readonly TableName[]): Promise<void> {
    for (const name of names) {
      const statement = this.made.get(name);
      if (statement === undefined) continue;
      this.made.delete(name);
      await this.engine.run(statement);
    }
  }

  async dropAll(): Promise<void> {
    await this.drop(...[...this.made.keys()].reverse());
  }
}
