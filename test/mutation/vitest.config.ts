/** The tests that the mutants of a folder of core are held against: its own, and those that hold whole registers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');
const folder = process.env['ISU_MUTATE']!;

const REGISTERS = ['core/test/lathund/**', 'core/test/tables/**', 'test/definitions/messy-register.test.ts'];
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  lathund: REGISTERS,
  tables: [...REGISTERS, 'test/definitions/duckdb.test.ts'],
  statistics: [],
  register: [...REGISTERS, 'core/test/choices/**'],
  protection: [],
};

const { exports } = JSON.parse(readFileSync(join(root, 'core/package.json'), 'utf8')) as {
  exports: Record<string, { 'isu-source': string }>;
};
// node_modules leads to the sources that are not mutated: these lead to those that are.
const alias = Object.entries(exports).map(([entry, { 'isu-source': source }]) => ({
  find: new RegExp(`^isu-core${entry.slice(1)}$`),
  replacement: join(root, 'core', source),
}));

export default defineConfig({
  root,
  resolve: { alias, conditions: ['isu-source'] },
  ssr: { resolve: { conditions: ['isu-source'] } },
  test: {
    include: [`core/test/${folder}/**`, ...BESIDES[folder]!].map((path) =>
      path.endsWith('**') ? `${path}/*.test.ts` : path,
    ),
    testTimeout: 60_000,
  },
});
