/**
 * How much memory and time it takes DuckDB to count a large register: `isu analyse FILE.parquet --engine duckdb`, the
 * whole process, on registers of the sample's shape that are made for it and taken away afterwards.
 *
 *   node test/bench/engine.mjs [--rows 1000000,10000000] [--folder FOLDER] [--command ISU.JS] [--screen] [--write]
 *
 * 100 million rows take the better part of an hour on two cores, and room for the register and what does not fit in
 * memory: say `--rows 100000000`. `--screen` leaves the JSON out. `--write` keeps the table in docs/performance.md.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { writeRegister } from './engine-register.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(ROOT, 'docs/performance.md');
const MARKS = ['<!-- an engine: node test/bench/engine.mjs -->', '<!-- end of the engine -->'];

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000,10000000' },
    folder: { type: 'string', default: join(tmpdir(), 'isu-bench-engine') },
    command: { type: 'string', default: join(ROOT, 'packages/cli/dist/isu.js') },
    screen: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const GB = 1e9;
const shown = (n) => n.toLocaleString('en-US');

const lines = [];
for (const rows of options.rows.split(',').map(Number)) {
  const file = join(options.folder, `${rows}.parquet`);
  const work = join(options.folder, 'work');
  mkdirSync(work, { recursive: true });
  if (!existsSync(file)) await writeRegister(file, rows);
  for (const [what, args] of [
    ['the tables on the screen', []],
    ...(options.screen ? [] : [['JSON, persons and all', ['--json', join(options.folder, 'out.json')]]]),
  ]) {
    const { seconds, processor, memory, disk } = await measured([file, '--engine', 'duckdb', ...args], work);
    lines.push([
      shown(rows),
      (statSync(file).size / GB).toFixed(2),
      what,
      seconds.toFixed(0),
      (processor / (rows / 1e6)).toFixed(1),
      (memory / GB).toFixed(1),
      (disk / GB).toFixed(1),
    ]);
    process.stderr.write(`${lines.at(-1).join(' · ')}\n`);
  }
  rmSync(options.folder, { recursive: true });
}
const report = [
  '| Rows | Parquet, GB | Asked for | Seconds | CPU s a M rows | Memory at most, GB | Temporary disk, GB |',
  '| ---: | ---: | --- | ---: | ---: | ---: | ---: |',
  ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  '',
  [
    new Date().toISOString().slice(0, 10),
    `Node ${process.version}`,
    `@duckdb/node-api ${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies['@duckdb/node-api']}`,
    `${availableParallelism()} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`,
  ].join(' · '),
].join('\n');
process.stdout.write(`\n${report}\n`);
if (options.write) await keep(report);

/** The process from start to end: what the operating system says of it, and the room that its temporary folder took. */
function measured(args, work) {
  return new Promise((done, fail) => {
    const about = join(options.folder, 'cost.json');
    const begun = performance.now();
    let disk = 0;
    const watch = setInterval(() => (disk = Math.max(disk, sizeOf(work))), 500);
    const hook = join(ROOT, 'test/bench/engine-cost.cjs');
    const child = spawn(process.execPath, ['--require', hook, options.command, 'analyse', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, TMPDIR: work, ISU_BENCH_COST: about },
    });
    child.on('close', (code) => {
      clearInterval(watch);
      if (code !== 0) return fail(new Error(`isu analyse ${args.join(' ')}: ${code}`));
      return done({
        ...JSON.parse(readFileSync(about, 'utf8')),
        seconds: (performance.now() - begun) / 1000,
        disk,
      });
    });
  });
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true }).reduce(
    (sum, name) => sum + sizeOfFile(join(folder, name)),
    0,
  );
}

/** What it takes on the disk, which may be less than it is long; it may be gone since the folder was read. */
function sizeOfFile(path) {
  return (statSync(path, { throwIfNoEntry: false })?.blocks ?? 0) * 512;
}

/** Between the marks of its section, in the page as the formatter writes it. */
async function keep(text) {
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = MARKS.map((mark) => page.indexOf(mark));
  if (from < 0 || to < from) throw new Error(`docs/performance.md lacks ${MARKS.join(' … ')}`);
  const kept = `${page.slice(0, from)}${MARKS[0]}\n\n${text}\n\n${page.slice(to)}`;
  writeFileSync(PAGE, await format(kept, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
