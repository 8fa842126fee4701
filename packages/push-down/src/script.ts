/** The SQL of an analysis as a text to be read: what an engine of that dialect is asked, in order. */
import { dialectOf, type DialectName } from './dialect.ts';
import type { AnswerPiece, Engine } from './engine.ts';

/** In which engines the product's own tests run the SQL. */
const RUN: Readonly<Record<DialectName, boolean>> = {
  duckdb: true,
  postgresql: true,
  sqlserver: false,
  spark: false,
};

const NAMES: Readonly<Record<DialectName, string>> = {
  duckdb: 'DuckDB',
  postgresql: 'PostgreSQL',
  sqlserver: 'SQL Server and Microsoft Fabric',
  spark: 'Spark',
};

/**
 * An engine that runs nothing: it keeps what it is asked in `statements`, and answers in order what another engine has
 * answered of the same rows.
 */
export function replaying(
  name: DialectName,
  answers: readonly (readonly AnswerPiece[])[],
): { readonly engine: Engine; readonly statements: readonly string[] } {
  const statements: string[] = [];
  let asked = 0;
  const engine: Engine = {
    dialect: dialectOf(name),
    run: (sql) => {
      statements.push(sql);
      return Promise.resolve();
    },
    // An answer that is at hand is given as one that must be waited for.
    // eslint-disable-next-line @typescript-eslint/require-await
    ask: async function* (sql) {
      statements.push(sql);
      yield* answers[asked++]!;
    },
  };
  return { engine, statements };
}

/** The statements as one text, which says whether it has ever been run. */
export function sqlScript(name: DialectName, statements: readonly string[]): string {
  const isRun = RUN[name]
    ? 'The tests of the product run this dialect.'
    : 'NOT RUN: held against a parser of the dialect, and never run in the engine itself. Try it on made-up rows first.';
  const heading = `-- The lathund and what its tables count, for ${NAMES[name]}.\n-- ${isRun}\n`;
  return `${heading}\n${statements.map((statement) => `${statement.trim()};\n`).join('\n')}`;
}
