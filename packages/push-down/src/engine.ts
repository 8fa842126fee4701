/** An engine: what holds the rows and counts them. */
import type { Dialect } from './dialect.ts';

export type Answer = string | number | null;
/** Some rows of an answer, column by column. */
export type AnswerPiece = readonly ArrayLike<Answer>[];

export interface Engine {
  readonly dialect: Dialect;
  run(sql: string): Promise<void>;
  /** The rows of a query, in pieces; whole numbers come as numbers. */
  ask(sql: string): AsyncIterable<AnswerPiece>;
}

/** All rows of an answer that is known to be short. */
export async function rowsOf(engine: Engine, sql: string): Promise<Answer[][]> {
  const rows: Answer[][] = [];
  for await (const columns of engine.ask(sql)) {
    const size = columns[0]?.length ?? 0;
    for (let i = 0; i < size; i++) rows.push(columns.map((column) => column[i]!));
  }
  return rows;
}

/** The rows to analyse, as they stand in the engine. */
export interface EngineSource {
  /** What stands after FROM. */
  readonly relation: string;
  /** An expression for each column, in the order of the headers; whatever its type. */
  readonly cells: readonly string[];
  /** Columns whose cells have no white space around them as text: numbers and dates. */
  readonly plain?: readonly number[];
  /** The row's number as its own program shows it: the same each time that the relation is asked. */
  readonly rowNumber: string;
  /** Which of the relation's rows are rows of data, over `row_no`; all where null. */
  readonly firstRow: number | null;
}
