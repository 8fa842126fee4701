// Mutation testing of one folder of core/src: `npm run mutate -- lathund` (scripts/mutate.mjs). What it has found is in
// docs/mutation.md.
const folder = process.env.ISU_MUTATE;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`core/src/${folder}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Some ten times what a mutant takes: the first run, which the factor is of, counts what each test meets and is slow.
  timeoutMS: 5_000,
  timeoutFactor: 0.4,
  // Of no use to the tests that are run, and slow to copy.
  ignorePatterns: ['out', 'dist', 'excel-addin', 'powerbi-visual', 'packages', 'docs/images'],
  tempDirName: 'out/mutation/sandbox',
  incremental: true,
  incrementalFile: `out/mutation/${folder}.json`,
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  htmlReporter: { fileName: `out/mutation/${folder}.html` },
  jsonReporter: { fileName: `out/mutation/${folder}-report.json` },
  thresholds: { high: 95, low: 90, break: 85 },
};
