/** DuckDB as an engine, in this process. */
import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import { dialectOf } from '../dialect.ts';
import type { Answer, Engine } from '../engine.ts';

export function duckdbEngine(connection: DuckDBConnection): Engine {
  return {
    dialect: dialectOf('duckdb'),
    run: async (sql) => {
      await connection.run(sql);
    },
    ask: async function* (sql) {
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield Array.from({ length: chunk.columnCount }, (_, column) =>
          cellsOf(chunk.getColumnVector(column)),
        );
      }
    },
  };
}

function cellsOf(vector: DuckDBVector): Answer[] {
  const cells = new Array<Answer>(vector.itemCount);
  for (let i = 0; i < cells.length; i++) {
    const cell = vector.getItem(i);
    cells[i] = typeof cell === 'bigint' ? Number(cell) : (cell as Answer);
  }
  return cells;
}
