/** A result arranged as a document: every figure under words of its own, in both languages, drawn by any host. */
import { describe, expect, it } from 'vitest';
import type { DocumentTable, ResultDocument } from '../../src/document/document.ts';
import { formatCell } from '../../src/document/format.ts';
import { resultDocument } from '../../src/document/result-document.ts';
import type { Language } from '../../src/problem.ts';
import { analysisOf, GROUPS, SEVEN, type Rows } from '../tables/tables-of.ts';

const MIXED: Rows = [
  ['Personnummer', 'Akt.nr', 'Datum', 'Typ', 'Anmälare', 'Beslut'],
  ['19811218-9876', 1, '2018-01-31', 'Ansökan', null, 'Ja'],
  ['19811218-9876', 1, '2018-02-28', 'LOB', 'Polisen', 'Nej'],
  ['19500101-9801', 4, '2019-02-30', 'Anmälan', 'Skolan', 'Ja'],
  ['19500101-9801', 5, '2019-03-01', 'Anmälan', 'Skolan', 'Ja'],
];
const LANGUAGES = ['sv', 'en'] as const satisfies readonly Language[];

function documentOf(rows: Rows, language: Language, given: object = {}): ResultDocument {
  return resultDocument(analysisOf(rows, given), language);
}

function tablesIn(document: ResultDocument): DocumentTable[] {
  return document.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
}

function tableIn(document: ResultDocument, id: string): DocumentTable {
  return tablesIn(document).find((table) => table.id === id)!;
}

/** The texts of a table's rows, as every host shows them. */
function shown(document: ResultDocument, id: string): string[][] {
  const table = tableIn(document, id);
  return table.rows.map(({ cells }) =>
    cells.map((cell, at) => formatCell(cell, table.columns[at]!.format, document.language)),
  );
}

describe.each(LANGUAGES)('in %s', (language) => {
  const EVERYTHING = {
    ...GROUPS,
    intervals: true,
    comparison: true,
    returnBy: 'group',
    selection: { atLeast: 2 },
  };
  const documents = [
    documentOf(SEVEN, language),
    documentOf(SEVEN, language, EVERYTHING),
    documentOf(MIXED, language),
    documentOf([['Person', 'Datum']], language),
    documentOf(
      [
        ['Person', 'Datum'],
        ['A', '2018-01-01'],
      ],
      language,
    ),
  ];

  it('every row of a table has a cell for each column', () => {
    for (const document of documents)
      for (const { id, columns, rows } of tablesIn(document))
        for (const { key, cells } of rows) expect(cells.length, `${id} ${key}`).toBe(columns.length);
  });

  it('ids of tables and keys of sheets are unique, and so are the keys of rows', () => {
    for (const document of documents) {
      const ids = tablesIn(document).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9-]+$/);
      expect(new Set(document.sheets.map(({ id }) => id)).size).toBe(document.sheets.length);
      for (const { id, rows } of tablesIn(document))
        expect(new Set(rows.map(({ key }) => key)).size, id).toBe(rows.length);
    }
  });

  it('names of sheets are such that Excel takes them', () => {
    for (const document of documents)
      for (const { name } of document.sheets) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).toMatch(/^[^[\]:*?/\\]+$/);
      }
  });

  it('every row and column has words: no key of the code shows', () => {
    for (const document of documents)
      for (const { id, columns, rows } of tablesIn(document)) {
        for (const { key, header } of columns) {
          expect(header, `${id} ${key}`).not.toBe('');
          expect(header).not.toMatch(/^(?!p-value$)[a-z]+(-[a-z]+)+$|undefined|null|NaN/);
        }
        for (const { key, cells } of rows)
          for (const { value } of cells)
            if (typeof value === 'string')
              expect(value, `${id} ${key}`).not.toMatch(
                /^[a-z]+(-[a-z]+)+$|undefined|\bnull\b|NaN|referrer:/,
              );
      }
  });

  it('charts draw rows and columns that are there', () => {
    for (const document of documents)
      for (const { blocks } of document.sheets)
        for (const block of blocks) {
          if (block.kind !== 'chart') continue;
          const table = tableIn(document, block.table);
          const rows = table.rows.map(({ key }) => key);
          expect(rows).toEqual(expect.arrayContaining([...block.rows]));
          const columns = table.columns.map(({ key }) => key);
          expect(columns).toEqual(
            expect.arrayContaining([block.categories, ...block.series.map(({ column }) => column)]),
          );
          expect(block.alternative.length).toBeGreaterThan(20);
        }
  });

  it('no text is left empty where a person reads', () => {
    for (const document of documents) {
      expect(document.title).not.toBe('');
      for (const { blocks } of document.sheets)
        for (const block of blocks) {
          if (block.kind === 'heading' || block.kind === 'paragraph')
            expect(block.text).not.toMatch(/^$|undefined|NaN/);
          if (block.kind === 'facts')
            for (const { label } of block.facts) expect(label).not.toMatch(/^$|undefined/);
        }
    }
  });

  it('the six tables are there, and the row account', () => {
    for (const document of documents) {
      const ids = tablesIn(document).map(({ id }) => id);
      for (const id of [
        'persons-by-group',
        'actualisations-by-group',
        'group-profile',
        'per-year',
        'sex-and-age',
        'summary',
      ])
        expect(ids).toContain(id);
      expect(ids).toContain('row-account');
      expect(ids).toContain('persons');
    }
  });
});

describe('what is shown', () => {
  const document = documentOf(SEVEN, 'sv', GROUPS);

  it('are the figures of the tables, rounded once', () => {
    expect(shown(document, 'persons-by-group')).toEqual([
      ['1', '1', '33\u00a0%'],
      ['2', '1', '33\u00a0%'],
      ['3 eller fler', '1', '33\u00a0%'],
      ['Totalt', '3', '100\u00a0%'],
    ]);
    expect(shown(document, 'per-year')).toEqual([
      ['2018', '3', '3'],
      ['2019', '0', '0'],
      ['2020', '4', '2'],
      ['Medel', '2,3', '1,7'],
    ]);
    const profile = shown(document, 'group-profile');
    expect(profile[0]!.slice(1)).toEqual(['1,00', '2,00', '4,00', '2,33']);
    expect(profile[1]!.slice(1)).toEqual(['30,0', '41,0', '51,3', '44,3']);
    expect(profile[8]).toEqual(['Anmälare: Polisen', '–', '100\u00a0%', '0\u00a0%', '50\u00a0%']);
  });

  it('frequency groups as people write them', () => {
    const labels = (language: Language) =>
      shown(documentOf(SEVEN, language), 'persons-by-group').map(([label]) => label);
    expect(labels('sv')).toEqual(['1', '2', '3–6', '7–11', '12 eller fler', 'Totalt']);
    expect(labels('en')).toEqual(['1', '2', '3–6', '7–11', '12 or more', 'Total']);
  });

  it('the months with their convention, always', () => {
    for (const [months, word] of [
      ['completed', 'DATEDIF'],
      ['boundaries', 'DAX'],
      ['average', '30,4375'],
    ] as const)
      expect(tableIn(documentOf(SEVEN, 'sv', { months }), 'persons').notes.join(' ')).toContain(word);
  });

  it('the row account adds up', () => {
    expect(shown(documentOf(MIXED, 'sv'), 'row-account').map((row) => row[1])).toEqual(['2', '1', '1', '4']);
    expect(shown(documentOf(MIXED, 'sv'), 'excluded').map((row) => row.slice(1))).toEqual([
      ['3', '1'],
      ['4', '2019-02-30'],
    ]);
  });

  it('return divided by a column that there is none of says so', () => {
    const notes = (rows: Rows, returnBy: string) =>
      tableIn(documentOf(rows, 'sv', { ...GROUPS, returnBy }), 'return-by').notes;
    const two = SEVEN.map((row) => row.slice(0, 2));
    for (const by of ['type', 'referrer', 'organisation', 'investigation'])
      expect(notes(two, by)).toEqual([expect.stringMatching(/^Ingen kolumn för .+ hittades\. Peka ut den/)]);
    expect(notes(SEVEN, 'type')).toEqual([expect.stringContaining('Kaplan–Meier')]);
    expect(notes(two, 'group')).toEqual([expect.stringContaining('Kaplan–Meier')]);
    expect(notes(SEVEN.slice(0, 1), 'type')).toEqual([expect.stringContaining('Kaplan–Meier')]);
  });

  it('a table that lacks a column says so', () => {
    const notes = tableIn(
      documentOf(
        [
          ['Person', 'Datum'],
          ['A', '2018-01-01'],
        ],
        'sv',
      ),
      'group-profile',
    ).notes.join(' ');
    expect(notes).toContain('Källan saknar');
    expect(tableIn(document, 'group-profile').notes.join(' ')).not.toContain('Källan saknar');
  });
});

describe('a document of some sheets only', () => {
  const analysis = analysisOf(MIXED);

  it('has those sheets, as they stand in the whole', () => {
    const whole = resultDocument(analysis, 'sv');
    const some = resultDocument(analysis, 'sv', ['tables', 'overview']);
    expect(some.sheets).toEqual([whole.sheets[2], whole.sheets[0]]);
    expect(some.marking).toBe(whole.marking);
  });

  it('has no persons for publication, also where they are asked for', () => {
    const shown = resultDocument(analysisOf(MIXED, { protection: { mode: 'publication' } }), 'sv', [
      'persons',
    ]);
    expect(shown.sheets).toEqual([]);
  });
});

describe('the marking', () => {
  it('stands on internal material and not on what is for publication', () => {
    expect(documentOf(SEVEN, 'sv').marking).toBe('Internt arbetsmaterial – omfattas av sekretess');
    expect(documentOf(SEVEN, 'sv', { protection: { mode: 'publication' } }).marking).toBeNull();
  });

  it('a document for publication has no person in any sheet', () => {
    const text = JSON.stringify(documentOf(MIXED, 'sv', { protection: { mode: 'publication' } }));
    expect(text).not.toMatch(/9876|9801/);
    expect(JSON.stringify(documentOf(MIXED, 'sv'))).toMatch(/9876/);
  });
});
