/** What an engine counts, read back, is what core makes of the rows: byte for byte the same JSON, the same document. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isoDate } from 'isu-core';
import { COLUMNS, HEADER, sampleRegister } from 'isu-sample-register';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Engine } from '../src/engine.ts';
import { expectSame, type Rows } from './both.ts';
import { openDuckdb, openPostgresql } from './engines.ts';
import { register, settings } from './registers.ts';

const RUNS = Number(process.env['ISU_FUZZ_RUNS'] ?? 12);

const messy: Rows = readFileSync(
  new URL('../../../test/definitions/fixtures/messy-register.csv', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) => line.split(';'));

/** PostgreSQL in WebAssembly takes its time. */
describe.each([
  ['DuckDB', openDuckdb, 3465],
  ['PostgreSQL', openPostgresql, 500],
])('%s gives the result of core', (_, open, rowsTried) => {
  let engine: Engine;
  let close: () => Promise<void> | void;
  beforeAll(async () => {
    ({ engine, close } = await open());
  });
  afterAll(() => close());

  test('for a few persons in several notations', async () => {
    const rows = [
      ['Personnummer', 'Aktualiseringsdatum', 'Aktualiseringstyp'],
      ['19811218-9876', '2017-01-05', 'Ansökan'],
      ['811218-9876', '2017-03-05', 'Anmälan'],
      ['19640823-3234', '2018-03-05', 'LOB'],
    ];
    await expectSame(engine, rows, {});
    for (const returnBy of ['type', 'investigation', 'referrer', 'organisation'])
      await expectSame(
        engine,
        rows.map((row) => row.slice(0, 2)),
        { returnBy },
      );
  });

  test('for the messy register', async () => {
    await expectSame(engine, messy, { lowestAge: 18, selection: { atLeast: 3 }, returnBy: 'type' });
  });

  test('for the made-up register of the report', async () => {
    await expectSame(engine, sample().slice(0, rowsTried + 1), { comparison: true, months: 'average' });
  });

  test('with limits on reasons, types and organisations', async () => {
    const limits = { reasons: ['missbruk/beroende'], types: ['report'], organisations: ['finns inte'] };
    await expectSame(engine, sample().slice(0, 200), { reasons: limits.reasons });
    await expectSame(engine, sample().slice(0, 200), { types: limits.types });
    await expectSame(engine, sample().slice(0, 200), limits);
  });

  test('for a register without a usable row', async () => {
    await expectSame(engine, [['Personnummer', 'Datum']], {});
    await expectSame(
      engine,
      [
        ['Personnummer', 'Datum'],
        ['', '2020-01-01'],
        ['19811218-9876', 'x'],
      ],
      {},
    );
  });

  test('for registers of any shape', async () => {
    await fc.assert(
      fc.asyncProperty(register, settings, (rows, asked) => expectSame(engine, rows, asked)),
      { numRuns: RUNS, ...(process.env['ISU_FUZZ_RUNS'] ? {} : { seed: 20_261_122 }) },
    );
  });
});

function sample(): Rows {
  const cell = (value: string | number, field: string) =>
    field === 'day' ? isoDate(value as number) : String(value);
  return [HEADER, ...sampleRegister().rows.map((row) => COLUMNS.map(({ field }) => cell(row[field], field)))];
}
