/** The three towns of fixtures/make-comparison.R, as parts. */
import { readFileSync } from 'node:fs';
import { wholePart, type Part } from '../../src/comparison/index.ts';
import { sheetOf } from '../../src/register/sheet.ts';
import { settingsOf } from '../register/reading.ts';

export const TOWNS = ['Alby', 'Berga', 'Dala'] as const;
const POPULATION = { Alby: 25_786, Berga: 18_000, Dala: 9_000 };

export function rowsOf(town: string): string[][] {
  const text = readFileSync(new URL(`fixtures/${town.toLowerCase()}.csv`, import.meta.url), 'utf8');
  const lines = text.trimEnd().split('\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:"([^"]*)"|([^;]*))(?:;|$)/g)]
      .map(([, quoted, plain]) => quoted ?? plain ?? '')
      .slice(0, lines[0]!.split(';').length),
  );
}

export function townPart(town: (typeof TOWNS)[number], settings: object = {}): Part {
  return partOf(rowsOf(town), town, settings, POPULATION[town]);
}

export function partOf(
  rows: readonly (readonly (string | number | null)[])[],
  name: string,
  settings: object = {},
  population: number | null = null,
): Part {
  const source = { name: `${name}.csv`, sha256: null, sheet: null };
  const part = wholePart(sheetOf(rows), settingsOf(settings), source, { name, population });
  if (!part.ok) throw new Error(part.problem.en);
  return part.value;
}
