/** What each dialect is asked about the same few rows: DuckDB answers, and the others are asked in their own words. */
import { sheetOf } from 'isu-core';
import { mapSource } from 'isu-core/aggregates';
import { analyseInEngine } from '../src/analyse.ts';
import type { DialectName } from '../src/dialect.ts';
import type { AnswerPiece, Engine } from '../src/engine.ts';
import { replaying } from '../src/script.ts';
import { given, settingsOf, type Rows } from './both.ts';

export const ROWS: Rows = [
  [
    'Personnummer',
    'Aktualiseringsnummer',
    'Aktualiseringsdatum',
    'Aktualiseringsorsak',
    'Aktualiseringstyp',
    'Aktualiserande part',
    'Organisation',
    'Beslut att inleda utredning',
    'Kön',
    'Ålder',
  ],
  [
    '19811218-9876',
    '1',
    '2017-01-05',
    'Missbruk/beroende',
    'Ansökan',
    'Den enskilde',
    'Vuxen',
    'Ja',
    'Man',
    '',
  ],
  ['811218-9876', '2', '5/3 2017', 'Missbruk/beroende', 'Anmälan', 'Polisen', 'Vuxen', 'Nej', null, null],
  ['811218-9876', '2', '2017-03-05', 'Missbruk/beroende', 'Anmälan', "O'Briens", 'Vuxen', 'Nej', null, null],
  ["'196408233234", '3', '2018-03-05', 'LOB', 'Anmälan', 'Polisen', 'Vuxen', '', 'Kvinna', '53'],
  ['19640823', '4', '2018-03-06', 'Spelberoende', 'Ansökan', null, 'Barn', 'Ja', null, null],
];

/** Everything that a setting can change in the SQL. */
const SETTINGS = {
  period: { from: '2017-01-01', to: '2022-06-30' },
  lowestAge: 18,
  organisations: ['Vuxen'],
  returnBy: 'referrer',
  comparison: true,
  selection: { atLeast: 1, activeYears: [2017] },
  protection: { mode: 'publication' },
};

export async function statementsOf(
  duckdb: Engine,
  names: readonly DialectName[],
  rows: Rows = ROWS,
): Promise<Partial<Record<DialectName, readonly string[]>>> {
  const settings = settingsOf(SETTINGS);
  const mapping = mapSource(sheetOf(rows), settings);
  if (!mapping.ok) throw new Error(mapping.problem.en);
  const source = { ...(await given(duckdb, rows)), relation: 'register_rows', rowNumber: 'n', firstRow: 2 };
  const asked = { mapping: mapping.value, settings, about: { name: 'prov', sha256: null, sheet: null } };
  const answers: AnswerPiece[][] = [];
  const listening: Engine = {
    ...duckdb,
    ask: async function* (sql) {
      const pieces: AnswerPiece[] = [];
      answers.push(pieces);
      for await (const piece of duckdb.ask(sql)) {
        pieces.push(piece);
        yield piece;
      }
    },
  };
  const inDuckdb = { ...source, relation: duckdb.dialect.table('given') };
  await analyseInEngine({ ...asked, engine: listening, source: inDuckdb, listPersons: false });
  const written: Partial<Record<DialectName, readonly string[]>> = {};
  for (const name of names) {
    const { engine, statements } = replaying(name, answers);
    await analyseInEngine({ ...asked, engine, source, listPersons: false });
    written[name] = statements;
  }
  return written;
}
