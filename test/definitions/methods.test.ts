/**
 * Every example of docs/methods.md: core’s are run here, and SQL by DuckDB; what R and the other programs answer was
 * asked by fixtures/make-methods.R and fixtures/make-month-rules.mjs. Core and R are to agree wherever both are shown.
 */
import { Console } from 'node:console';
import { readdirSync, readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { DuckDBInstance } from '@duckdb/node-api';
import * as core from 'isu-core';
import { describe, expect, it, test } from 'vitest';
import { monthsBetween } from '../../core/src/lathund/months.ts';
import { codeBlocks, type CodeBlock } from '../package/markdown.ts';
import { ROOT } from '../package/packed-core.ts';

const PAGE = `${ROOT}/docs/methods.md`;
const page = readFileSync(PAGE, 'utf8');
const blocks = codeBlocks(PAGE);

const statistics: Record<string, unknown> = {};
const folder = new URL('../../core/src/statistics/', import.meta.url);
for (const file of readdirSync(folder)) Object.assign(statistics, await import(new URL(file, folder).href));

interface Example {
  readonly code: string;
  readonly stated: string;
}

/** The lines up to one that states an answer. */
function examplesOf({ code }: CodeBlock): readonly Example[] {
  const examples: Example[] = [];
  let lines: string[] = [];
  for (const line of code.trimEnd().split('\n')) {
    const stated = /^(?:\/\/|#|--) → (.*)$/.exec(line)?.[1];
    if (stated === undefined) lines.push(line);
    else {
      examples.push({ code: lines.join('\n'), stated });
      lines = [];
    }
  }
  if (lines.length > 0) throw new Error(`an example without an answer: ${lines.join('\n')}`);
  return examples;
}

/** To the seven decimals that the page states. */
function rounded(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value,
    ),
  );
}

function numbersIn(answer: unknown): readonly (number | null)[] {
  if (answer === null || typeof answer === 'number') return [answer];
  return typeof answer === 'object' ? Object.values(answer).flatMap(numbersIn) : [];
}

const numbersOf = (stated: string) => stated.split(' ').map((word) => (word === 'NA' ? null : Number(word)));
const valueOf = ({ stated }: Example) => runInNewContext(`(${stated})`) as unknown;

const isProgram = ({ language, code }: CodeBlock) => language === 'js' && code.startsWith('import ');
const ofLanguage = (language: string) =>
  blocks.filter((block) => block.language === language && !isProgram(block));

describe('core answers as the page says', () => {
  it.each(ofLanguage('js').flatMap(examplesOf))('$code', (example) => {
    const given = runInNewContext(example.code, { ...statistics }) as unknown;
    expect(rounded(given)).toEqual(rounded(valueOf(example)));
  });

  const programs = blocks.flatMap((block, at) =>
    isProgram(block) ? [{ line: block.line, code: block.code, answer: blocks[at + 1]! }] : [],
  );
  it.each(programs)('the program at line $line', ({ code, answer }) => {
    expect(answer.language).toBe('text');
    expect(printed(code)).toBe(answer.code);
  });
});

/** What a program that knows only `isu-core` prints. */
function printed(program: string): string {
  let text = '';
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  const code = program.replace(/^import (\{.*\}) from 'isu-core';$/m, 'const $1 = core;');
  runInNewContext(code, { core, console: new Console({ stdout }) });
  return text;
}

describe('R answers as the page says', () => {
  const asked = (
    JSON.parse(readFileSync(new URL('fixtures/methods.json', import.meta.url), 'utf8')) as {
      examples: readonly { readonly code: string; readonly answer: readonly (number | null)[] }[];
    }
  ).examples;
  const examples = ofLanguage('r').flatMap(examplesOf);

  test('and has been asked what stands on it', () => {
    expect(asked.map(({ code }) => code)).toEqual(examples.map(({ code }) => code));
  });

  it.each(examples.map((example, at) => ({ ...example, answer: asked[at]?.answer })))(
    '$code',
    ({ stated, answer }) => {
      expect(rounded(answer)).toEqual(numbersOf(stated));
    },
  );

  const both = blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    return block.language === 'js' && next?.language === 'r'
      ? examplesOf(block).map((example, n) => ({ code: example.code, example, inR: examplesOf(next)[n] }))
      : [];
  });
  it.each(both)('and as core: $code', ({ example, inR }) => {
    expect(numbersIn(valueOf(example))).toEqual(numbersOf(inR!.stated));
  });

  test('to every figure that core states', () => {
    expect(both.map(({ code }) => code)).toEqual(
      ofLanguage('js')
        .flatMap(examplesOf)
        .map(({ code }) => code),
    );
  });
});

const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
async function inDuckdb(sql: string): Promise<readonly number[]> {
  const rows = (await duckdb.runAndReadAll(sql)).getRowsJS();
  return rows[0]!.map(Number);
}

describe('DuckDB answers as the page says', () => {
  it.each(ofLanguage('sql').flatMap(examplesOf))('$code', async ({ code, stated }) => {
    expect(rounded(await inDuckdb(code))).toEqual(numbersOf(stated));
  });
});

describe('months from', () => {
  const { pairs } = JSON.parse(
    readFileSync(new URL('fixtures/month-rules.json', import.meta.url), 'utf8'),
  ) as { pairs: readonly OtherPrograms[] };
  const rows = [...page.matchAll(/^\| (\d{4}-\d\d-\d\d) +\| (\d{4}-\d\d-\d\d) +\|(.*)\|$/gm)].map(
    ([, from, to, figures]) => ({ from: from!, to: to!, figures: figures!.split('|').map(Number) }),
  );

  test('days that the other programs have been asked about', () => {
    expect(pairs.map(({ from, to }) => [from, to])).toEqual(rows.map(({ from, to }) => [from, to]));
  });

  it.each(rows.map((row, at) => ({ ...row, others: pairs[at]! })))(
    '$from to $to, by five rules',
    async ({ from, to, figures, others }) => {
      const between = [dayOf(from), dayOf(to)] as const;
      const [completed, boundaries, average, lastDayFills, dateFns] = figures;
      expect(monthsBetween(...between, 'completed')).toBe(completed);
      expect(monthsBetween(...between, 'boundaries')).toBe(boundaries);
      expect(monthsBetween(...between, 'average')).toBe(average);
      const days = `'month', DATE '${from}', DATE '${to}'`;
      expect(await inDuckdb(`SELECT datediff(${days}), date_sub(${days})`)).toEqual([
        boundaries,
        lastDayFills,
      ]);
      expect(others).toEqual({
        from,
        to,
        postgres: completed,
        temporal: completed,
        dateFns,
        luxon: lastDayFills,
        dayjs: lastDayFills,
        moment: lastDayFills,
      });
    },
  );
});

interface OtherPrograms {
  readonly from: string;
  readonly to: string;
  readonly postgres: number;
  readonly temporal: number;
  readonly dateFns: number;
  readonly luxon: number;
  readonly dayjs: number;
  readonly moment: number;
}

function dayOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return core.dayNumber(year!, month!, day!);
}
