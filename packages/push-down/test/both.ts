/** The same rows analysed by core and by an engine, for comparing what they give. */
import {
  analyse,
  readSettings,
  resultDocument,
  resultJson,
  sheetOf,
  type Analysis,
  type Settings,
  type Sheet,
} from 'isu-core';
import { mapSource } from 'isu-core/aggregates';
import { expect } from 'vitest';
import { analyseInEngine } from '../src/analyse.ts';
import type { Engine, EngineSource } from '../src/engine.ts';

export type Rows = readonly (readonly (string | null)[])[];

const ABOUT = { name: 'prov', sha256: null, sheet: null };

export function settingsOf(given: object): Settings {
  const settings = readSettings(given, '2022-12-31');
  if (!settings.ok) throw new Error(settings.problem.en);
  return settings.value;
}

export function byCore(sheet: Sheet, settings: Settings): Analysis {
  const analysed = analyse(sheet, settings, ABOUT);
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return analysed.value;
}

/** Engines that have been given rows before. */
const hasGiven = new WeakSet<Engine>();

/** Puts rows, header included, into a table `given` of the engine, and gives them as a source. */
export async function given(engine: Engine, rows: Rows): Promise<EngineSource> {
  const { dialect } = engine;
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => `c${String(at)}`);
  if (hasGiven.has(engine)) await engine.run(dialect.drop('given'));
  hasGiven.add(engine);
  await engine.run(
    dialect.createEmpty('given', [
      ['n', dialect.type.integer],
      ...columns.map((column) => [column, dialect.type.text] as const),
    ]),
  );
  for (let from = 0; from < rows.length; from += 500) {
    const values = rows.slice(from, from + 500).map((row, i) => {
      const cells = columns.map((_, at) => (typeof row[at] === 'string' ? dialect.text(row[at]) : 'NULL'));
      return `(${[String(from + i + 1), ...cells].join(', ')})`;
    });
    await engine.run(`INSERT INTO ${dialect.table('given')} VALUES ${values.join(', ')}`);
  }
  return { relation: dialect.table('given'), cells: columns, rowNumber: 'n', firstRow: null };
}

export async function byEngine(
  engine: Engine,
  rows: Rows,
  settings: Settings,
  listPersons: boolean,
): Promise<Analysis> {
  const mapping = mapSource(sheetOf(rows), settings);
  if (!mapping.ok) throw new Error(mapping.problem.en);
  const source = { ...(await given(engine, rows)), firstRow: mapping.value.headerRow + 2 };
  return analyseInEngine({ engine, source, mapping: mapping.value, settings, about: ABOUT, listPersons });
}

const jsonOf = (analysis: Analysis) => [...resultJson(analysis, 'sv')].join('');

/** Byte for byte the same JSON, and the same document, in all that is shown to those who may see it and to others. */
export async function expectSame(engine: Engine, rows: Rows, asked: object): Promise<void> {
  const internal = settingsOf(asked);
  const protection = { ...internal.protection, mode: 'publication' as const };
  for (const settings of [internal, { ...internal, protection }]) {
    const listPersons = settings.protection.mode === 'internal';
    const core = byCore(sheetOf(rows), settings);
    const engines = await byEngine(engine, rows, settings, listPersons);
    expect(jsonOf(engines)).toBe(jsonOf(core));
    expect(resultDocument(engines, 'sv')).toEqual(resultDocument(core, 'sv'));
  }
}
