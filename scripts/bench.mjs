/**
 * `npm run bench`: from a CSV file to all figures as JSON, the whole process, beside DuckDB doing the same in SQL.
 *
 *   node scripts/bench.mjs [--rows 10000,100000,1000000] [--runs 5] [--write]
 *
 * The two take turns, so that whatever else the machine does falls on both. Shown are the medians, and the ratio
 * isu/DuckDB: below 1, isu is faster or smaller. `--write` keeps the table in test/bench/results.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { differences } from '../test/bench/same-figures.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ISU = join(ROOT, 'packages/cli/dist/isu.js');
const PEER = join(ROOT, 'test/bench/duckdb-peer.mjs');
const MEMORY_HOOK = join(ROOT, 'test/bench/peak-memory.cjs');
const RESULTS = join(ROOT, 'test/bench/results.md');

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000' },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});

if (existsSync(ISU)) bench();
else {
  process.stderr.write('The command is not built yet: run `npm run build` first.\n');
  process.exitCode = 1;
}

function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'isu-bench-'));
  try {
    const lines = [];
    for (const rows of options.rows.split(',').map(Number)) lines.push(lineOf(rows, race(folder, rows)));
    const report = reportOf(lines);
    process.stdout.write(`\n${report}`);
    if (options.write) writeFileSync(RESULTS, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs both programs in turn on a register of `rows` rows. The first turn, which only warms the disk, is left out. */
function race(folder, rows) {
  const file = join(folder, `register-${rows}.csv`);
  run(folder, [ISU, 'sample', '--rows', String(rows), '--out', file]);
  const results = { isu: join(folder, 'isu.json'), duckdb: join(folder, 'duckdb.json') };
  const runs = { isu: [], duckdb: [] };
  for (let turn = 0; turn <= Number(options.runs); turn++) {
    const isu = run(folder, [ISU, 'analyse', file, '--json', results.isu]);
    const duckdb = run(folder, [PEER, file, results.duckdb]);
    if (turn === 0) continue;
    runs.isu.push(isu);
    runs.duckdb.push(duckdb);
    process.stderr.write(
      `${rows} rows: isu ${isu.seconds.toFixed(2)} s, DuckDB ${duckdb.seconds.toFixed(2)} s\n`,
    );
  }
  const apart = differences(JSON.parse(readFileSync(results.isu)), JSON.parse(readFileSync(results.duckdb)));
  if (apart.length > 0)
    throw new Error(`The two do not give the same figures:\n${apart.slice(0, 20).join('\n')}`);
  rmSync(file);
  return runs;
}

/** One run of a Node program, from start to end: seconds on the wall, and the most memory it held, in bytes. */
function run(folder, args) {
  const memory = join(folder, 'memory');
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', MEMORY_HOOK, ...args], {
    env: { ...process.env, ISU_BENCH_MEMORY: memory },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { seconds, bytes: Number(readFileSync(memory, 'utf8')) };
}

function lineOf(rows, { isu, duckdb }) {
  const seconds = [isu, duckdb].map((runs) => median(runs.map((one) => one.seconds)));
  const megabytes = [isu, duckdb].map((runs) => median(runs.map((one) => one.bytes / 1e6)));
  return [
    rows.toLocaleString('en-US'),
    ...seconds.map((value) => value.toFixed(2)),
    (seconds[0] / seconds[1]).toFixed(2),
    ...megabytes.map((value) => value.toFixed(0)),
    (megabytes[0] / megabytes[1]).toFixed(2),
  ];
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function reportOf(lines) {
  const duckdb = createRequire(PEER)('@duckdb/node-api/package.json').version;
  const head = ['rows', 'isu, s', 'DuckDB, s', 'ratio', 'isu, MB', 'DuckDB, MB', 'ratio'];
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((cells) => cells[i].length)));
  const rule = widths.map((width) => `${'-'.repeat(width - 1)}:`);
  const table = [head, rule, ...lines].map(
    (cells) => `| ${cells.map((cell, i) => cell.padStart(widths[i])).join(' | ')} |`,
  );
  return `# CSV to all figures as JSON, whole process

${table.join('\n')}

Medians of ${options.runs} runs in turn; MB is the most memory the process held. The same figures in both, compared after the runs.
Node ${process.version}, @duckdb/node-api ${duckdb}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}).
`;
}
