/**
 * Rows in memory: the register and the lathund by isu-core/rows, beside DuckDB asked for the same, and beside DuckDB,
 * arquero and a plain Map that have only count, first and last of each person to find. Each contender runs in a process of its own, in turn, on the same rows;
 * all must give the same figures, or the bench fails.
 *
 *   node test/bench/rows.mjs [--rows 1000000,10000000] [--memory 1000000,2000000,5000000,10000000] [--turns 1] [--write]
 *
 * `--write` keeps the tables in docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONTENDER = join(ROOT, 'test/bench/rows-contender.mjs');
const PAGE = join(ROOT, 'docs/performance.md');
const OTHERS = {
  register: 'DuckDB, the same question',
  duckdb: 'DuckDB, persons only',
  arquero: 'arquero',
  map: 'a Map',
};
const FORMS = ['numbers', 'texts'];

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000,10000000' },
    memory: { type: 'string', default: '1000000,2000000,5000000,10000000' },
    turns: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = (list) => list.split(',').map(Number);
const shown = (n) => n.toLocaleString('en-US');

if (existsSync(join(ROOT, 'core/dist/rows/index.js'))) await bench();
else {
  process.stderr.write('core is not built yet: run `npm run build` first.\n');
  process.exitCode = 1;
}

async function bench() {
  const races = sizes(options.rows).flatMap((rows) => FORMS.map((form) => race(form, rows)));
  const memory = sizes(options.memory).map((rows) => [
    rows,
    ...FORMS.map((form) => run('isu', form, rows, 1).bytes),
  ]);
  const report = `${speedTable(races)}\n\n${memoryTable(memory)}\n\n${circumstances()}\n`;
  process.stdout.write(`\n${report}`);
  if (options.write) await keep(report);
}

function race(form, rows) {
  const names = ['isu', ...Object.keys(OTHERS)];
  const found = new Map(names.map((name) => [name, []]));
  for (let turn = 0; turn < Number(options.turns); turn++)
    for (const name of names) found.get(name).push(run(name, form, rows, roundsOf(name, rows)));
  for (const sum of ['sum', 'whole']) {
    const told = names
      .map((name) => [name, found.get(name)[0][sum]])
      .filter(([, figures]) => figures !== null);
    if (new Set(told.map(([, figures]) => figures)).size > 1)
      throw new Error(`Not the same figures:\n${told.map((one) => one.join(': ')).join('\n')}`);
  }
  const milliseconds = Object.fromEntries(
    names.map((name) => [name, median(found.get(name).flatMap((one) => one.milliseconds))]),
  );
  return { form, rows, milliseconds, loading: median(found.get('duckdb').map((one) => one.loading)) };
}

/** One round is enough to tell that somebody is many seconds behind. */
function roundsOf(name, rows) {
  if (rows <= 2_000_000) return 7;
  return name === 'arquero' || name === 'map' ? 1 : 5;
}

function run(contender, form, rows, rounds) {
  const args = [
    '--expose-gc',
    '--max-old-space-size=16000',
    CONTENDER,
    contender,
    form,
    String(rows),
    String(rounds),
  ];
  const found = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 }));
  process.stderr.write(
    `${shown(rows)} ${form}, ${contender}: ${found.milliseconds.map((ms) => ms.toFixed(0)).join(' ')} ms\n`,
  );
  return found;
}

function speedTable(races) {
  const head = ['Rows', 'as', 'isu, ms', 'M rows/s'];
  for (const name of Object.values(OTHERS)) head.push(`${name}, ms`, 'ratio');
  head.push('DuckDB, persons only, with loading, ms', 'ratio');
  const lines = races.map(({ form, rows, milliseconds, loading }) => [
    shown(rows),
    form,
    milliseconds.isu.toFixed(0),
    (rows / milliseconds.isu / 1000).toFixed(1),
    ...Object.keys(OTHERS).flatMap((name) => [
      milliseconds[name].toFixed(0),
      (milliseconds.isu / milliseconds[name]).toFixed(2),
    ]),
    (milliseconds.duckdb + loading).toFixed(0),
    (milliseconds.isu / (milliseconds.duckdb + loading)).toFixed(2),
  ]);
  return tableOf(head, lines);
}

function memoryTable(found) {
  const lines = found.map(([rows, ...bytes]) => [
    shown(rows),
    ...bytes.map((all) => (all === null ? '–' : (all / rows).toFixed(0))),
  ]);
  return tableOf(['Rows', 'numbers, bytes a row', 'texts, bytes a row'], lines);
}

function tableOf(head, lines) {
  const rule = head.map((_, at) => (head[at] === 'as' ? '---' : '--:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function circumstances() {
  const version = (name) =>
    JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
  const today = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${today} · Node ${process.version} · @duckdb/node-api ${version('@duckdb/node-api')} · arquero ${version('arquero')} · ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GB`;
}

async function keep(report) {
  const page = readFileSync(PAGE, 'utf8');
  const between = /(<!-- rows in memory: npm run bench -->\n)[\s\S]*?(<!-- end -->)/;
  if (!between.test(page)) throw new Error(`${PAGE} has no place for the tables`);
  const text = page.replace(between, (_, start, end) => `${start}\n${report}\n${end}`);
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
