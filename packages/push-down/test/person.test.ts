/** A personnummer read in SQL is the one that core reads: key, age, sex and check digit, of any cell on any day. */
import fc from 'fast-check';
import { readPerson } from 'isu-core';
import { dateMeaning, personMeaning } from 'isu-core/aggregates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine.ts';
import { rowsOf } from '../src/engine.ts';
import { valueTable } from '../src/meanings-sql.ts';
import {
  PERSON,
  PERSON_COLUMNS,
  otherPersonCells,
  personCells,
  personOfRow,
  personReading,
} from '../src/person-sql.ts';
import { openDuckdb, openPostgresql } from './engines.ts';

const CELLS = Number(process.env['ISU_FUZZ_RUNS'] ?? 1500);
const two = (n: number) => String(n).padStart(2, '0');

/** Days that there are and are not, of 1780 to 2110, with and without the 60 of a samordningsnummer. */
const digits = fc
  .tuple(
    fc.integer({ min: 1780, max: 2110 }),
    fc.integer({ min: 0, max: 13 }),
    fc.oneof(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 59, max: 92 })),
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 9999 }) },
      { weight: 1, arbitrary: fc.constant(0) },
    ),
  )
  .map(
    ([year, month, day, last]) => `${String(year)}${two(month)}${two(day)}${String(last).padStart(4, '0')}`,
  );

const cell = fc.oneof(
  fc
    .tuple(digits, fc.integer({ min: 0, max: 9 }))
    .map(
      ([twelve, how]) =>
        [
          twelve,
          `${twelve.slice(0, 8)}-${twelve.slice(8)}`,
          `${twelve.slice(0, 8)}+${twelve.slice(8)}`,
          twelve.slice(2),
          `${twelve.slice(2, 8)}-${twelve.slice(8)}`,
          `${twelve.slice(2, 8)}+${twelve.slice(8)}`,
          String(Number(twelve.slice(2))),
          `'${twelve}`,
          `${twelve.slice(2, 8)} ${twelve.slice(8)}`,
          twelve.slice(0, 8),
        ][how]!,
    ),
  fc.stringMatching(/^[0-9TF+'-]{1,14}$/),
);

const day = fc
  .tuple(fc.integer({ min: 1, max: 2110 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, dayOfMonth]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`);

describe.each([
  ['DuckDB', openDuckdb],
  ['PostgreSQL', openPostgresql],
])('%s reads persons as core does', (_, open) => {
  let engine: Engine;
  let close: () => Promise<void> | void;
  beforeAll(async () => {
    ({ engine, close } = await open());
  });
  afterAll(() => close());

  test('in any notation, on any day', async () => {
    const seed = process.env['ISU_FUZZ_RUNS'] ? {} : { seed: 20_261_122 };
    const rows = fc.sample(fc.tuple(cell, day), { numRuns: CELLS, ...seed });
    const { dialect } = engine;
    const run = async (statements: readonly string[]) => {
      for (const statement of statements) await engine.run(statement);
    };
    await run(
      valueTable(
        dialect,
        'given',
        [
          ['row_no', 'integer'],
          ['person_cell', 'text'],
          ['ymd', 'integer'],
        ],
        rows.map(([person, date], at) => [at, person, dateMeaning(date).ymd]),
      ),
    );
    const t = dialect.table.bind(dialect);
    await run([dialect.create('cells', personCells(dialect, t('given')))]);
    const others = await rowsOf(engine, otherPersonCells(dialect, t('cells')));
    const found = others.flatMap(([value]) => {
      const { kind, digits: of } = personMeaning(value as string);
      return kind === 'other' ? [] : [[value as string, PERSON[kind], of === null ? null : Number(of)]];
    });
    await run(
      valueTable(
        dialect,
        'found',
        [
          ['cell', 'text'],
          ['kind', 'integer'],
          ['digits', 'whole'],
        ],
        found,
      ),
    );
    await run([dialect.create('cells_read', personReading(dialect, t('cells'), t('found')))]);
    const rowsRead = `SELECT row_no, ymd, person_cell, ${PERSON_COLUMNS.join(', ')} FROM ${t('given')} AS rows_given
JOIN (SELECT person_cell AS read_cell, ${PERSON_COLUMNS.join(', ')} FROM ${t('cells_read')}) AS of_cell ON read_cell = person_cell`;
    const answers = await rowsOf(
      engine,
      `SELECT row_no, person_kind, person_no, birth, own_sex, wrong_check, ymd FROM (${personOfRow(dialect, rowsRead)}) AS persons ORDER BY row_no`,
    );
    expect(answers).toHaveLength(rows.length);
    const opaque = new Map<number, string>();
    for (const [at, kind, number, birth, sex, wrong, ymd] of answers as number[][]) {
      const [person, date] = rows[at!]!;
      const core = readPerson(person, date);
      const place = `${person} ${date}`;
      if (core.kind === 'other') {
        const known = opaque.get(number!) ?? person;
        opaque.set(number!, known);
        expect([kind, known, number! < 0], place).toEqual([PERSON.opaque, person, true]);
      } else if (core.kind !== 'personnummer') expect(kind, place).toBe(PERSON.unidentified);
      else
        expect(
          [
            String(number).padStart(12, '0'),
            Math.floor((ymd! - birth!) / 10_000),
            sex === 1 ? 'man' : 'woman',
            wrong === 0,
          ],
          place,
        ).toEqual([core.key, core.age, core.sex, core.rightCheckDigit]);
    }
  });
});
