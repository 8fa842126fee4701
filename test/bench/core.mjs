/**
 * Core by itself, in a worker as the hosts run it: every figure of 100,000 rows, and the protection of a year's
 * tables. The peer does the least that anyone would by hand: rows as objects and a Map, for count, earliest and
 * latest per person only.
 *
 *   node test/bench/core.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const ROUNDS = 15;
const ROWS = 100_000;

if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url));
  worker.on('message', (lines) => process.stdout.write(`${lines.join('\n')}\n`));
  worker.on('error', (fault) => {
    process.stderr.write(`${String(fault)}\n`);
    process.exitCode = 1;
  });
} else {
  parentPort.postMessage(await measure());
}

async function measure() {
  const { analyse, readSettings, sheetOf, shownOf } = await import('../../core/dist/index.js');
  const command = fileURLToPath(new URL('../../packages/cli/dist/isu.js', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'isu-bench-'));
  const file = join(folder, 'register.csv');
  const registerOf = (...size) => {
    execFileSync(process.execPath, [command, 'sample', ...size, '--out', file]);
    const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    return text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
  };
  const rows = registerOf('--rows', String(ROWS));
  const sample = registerOf();
  rmSync(folder, { recursive: true, force: true });

  const sheet = sheetOf(rows);
  const source = { name: 'bench', sha256: null, sheet: null };
  const settings = settingsOf(readSettings, {});
  const year = settingsOf(readSettings, {
    period: { from: '2021-01-01', to: '2021-12-31' },
    protection: { mode: 'publication' },
  });
  const ofYear = analyse(sheetOf(sample), year, source);
  if (!ofYear.ok) throw new Error(ofYear.problem.en);

  const times = { core: [], peer: [], protection: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.core.push(timed(() => analyse(sheet, settings, source)));
    times.peer.push(timed(() => byHand(rows)));
    times.protection.push(timed(() => shownOf(ofYear.value)));
  }
  const [core, peer, protection] = [times.core, times.peer, times.protection].map(median);
  return [
    '',
    `In a worker, median of ${ROUNDS} rounds:`,
    `  every figure of ${ROWS.toLocaleString('en')} rows        ${core.toFixed(0)} ms`,
    `  count, earliest, latest by a Map       ${peer.toFixed(0)} ms   ratio ${(core / peer).toFixed(2)}`,
    `  protection of a year's tables          ${protection.toFixed(0)} ms`,
  ];
}

function settingsOf(readSettings, json) {
  const settings = readSettings(json, '2026-11-22');
  if (!settings.ok) throw new Error(settings.problem.en);
  return settings.value;
}

function byHand([header, ...rows]) {
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell])));
  const persons = new Map();
  for (const row of objects) {
    const date = new Date(row.Aktualiseringsdatum);
    const known = persons.get(row.Personnummer);
    if (!known) persons.set(row.Personnummer, { count: 1, first: date, last: date });
    else {
      known.count++;
      if (date < known.first) known.first = date;
      if (date > known.last) known.last = date;
    }
  }
  return persons;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
