/**
 * The parser of Spark's own grammar (dt-sql-parser). Its modules name each other as only a bundler finds them, so they
 * are bundled before they are loaded.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

interface Parser {
  validate(sql: string): readonly { readonly message: string }[];
}

/** @returns what tells what is wrong in a statement */
export async function sparkParser(): Promise<(statement: string) => readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'isu-spark-parser-'));
  try {
    const { outputFiles } = await build({
      stdin: {
        contents: "export { SparkSQL } from 'dt-sql-parser/dist/parser/spark';",
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
    const file = join(folder, 'spark.mjs');
    await writeFile(file, outputFiles[0]!.contents);
    const { SparkSQL } = (await import(pathToFileURL(file).href)) as { SparkSQL: new () => Parser };
    const parser = new SparkSQL();
    return (statement) => parser.validate(statement).map(({ message }) => message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
