/** The tests that the mutants of a folder of core are held against: its own, and those that hold whole registers. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { createPoolWorker } from './kept-thread.ts';

const root = join(import.meta.dirname, '../..');
const folder = process.env['ISU_MUTATE']!;

const REGISTERS = ['core/test/lathund/**', 'core/test/tables/**', 'test/definitions/messy-register.test.ts'];
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  lathund: REGISTERS,
  tables: ['test/definitions/messy-register.test.ts'],
  statistics: [],
  register: [
    'core/test/choices/**',
    'core/test/lathund/lathund*',
    'core/test/tables/missing-columns.test.ts',
  ],
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

/** A mutant is done with at the first test that fails: the files that have noticed most in least time come first. */
const noticed = new Map<string, number>();
const longest = new Map<string, number>();
class LikelyFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const { moduleId: file } of files) {
      const last = this.ctx.cache.getFileTestResults(`:${relative(root, file)}`);
      if (last?.failed) noticed.set(file, (noticed.get(file) ?? 0) + 1);
      longest.set(file, Math.max(longest.get(file) ?? 1, last?.duration ?? 1));
    }
    const cost = ({ moduleId: file }: TestSpecification) =>
      longest.get(file)! / (1 + (noticed.get(file) ?? 0));
    return Promise.resolve([...files].sort((a, b) => cost(a) - cost(b)));
  }
}

export default defineConfig({
  root,
  plugins: [
    {
      name: 'kept-thread',
      // Stryker asks for threads of its own.
      configureVitest: ({ project }) => {
        Object.assign(project.config, { pool: 'kept', poolRunner: { name: 'kept', createPoolWorker } });
      },
    },
  ],
  resolve: { alias, conditions: ['isu-source'] },
  ssr: { resolve: { conditions: ['isu-source'] } },
  test: {
    include: [`core/test/${folder}/**`, ...BESIDES[folder]!].map((path) =>
      path.endsWith('**') ? `${path}/*.test.ts` : path,
    ),
    testTimeout: 60_000,
    isolate: false,
    // Nobody reads what differs, and to write it out can take longer than the test.
    diff: { truncateThreshold: 1, maxDepth: 1 },
    setupFiles: ['test/mutation/no-mutant.ts'],
    runner: 'test/mutation/runner.ts',
    sequence: { sequencer: LikelyFirst },
  },
});
