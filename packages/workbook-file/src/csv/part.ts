/**
 * The rest of a CSV file, read beside its beginning in another thread, and joined to it by `CsvReader.join`. What is
 * handed over is numbers and bytes only, so that it goes from thread to thread without a copy.
 */
import { withinMemory } from './problems.ts';
import { CsvRows, type RowsRead } from './rows.ts';

export type CsvPart = RowsRead;

/** Reads a part that begins where a row begins and ends with the file. */
export class CsvPartReader {
  private readonly rows: CsvRows;
  private isRight = true;

  /**
   * @param separator as `CsvReader` found it
   * @param size bytes of the part
   */
  constructor(separator: number, size: number) {
    this.rows = new CsvRows(separator, size);
  }

  push(piece: Uint8Array): void {
    this.isRight &&= withinMemory(() => this.rows.add(piece)) === null;
  }

  /** `null`: something is wrong in it. What and where can only be told from the whole file. */
  finish(): CsvPart | null {
    this.isRight &&= withinMemory(() => this.rows.end()) === null;
    if (!this.isRight) return null;
    const { rowCount, columnCount } = this.rows;
    const columns = Array.from(this.rows.columns, (column) => {
      if (!column) return undefined;
      const { codes, size, bytes, starts, isAscii } = column;
      return { codes, size, bytes, starts, isAscii };
    });
    return { rowCount, columnCount, columns };
  }
}

/** What of a part is handed over to another thread without a copy. */
export function buffersOf(part: CsvPart): ArrayBufferLike[] {
  return part.columns.flatMap((column) =>
    column ? [column.codes.buffer, column.bytes.buffer, column.starts.buffer] : [],
  );
}
