/** The document of a review: arranged under the five questions, the same cells as the JSON, and nothing of persons when published. */
import { describe, expect, it } from 'vitest';
import type { DocumentTable, ResultDocument } from '../../../src/document/document.ts';
import { formatCell } from '../../../src/document/format.ts';
import { lightForm } from '../../../src/review/light-form.ts';
import { analyseReviews, type ReviewSettings } from '../../../src/review/review-analysis.ts';
import { reviewDocument } from '../../../src/review/review-document.ts';
import { reviewJson } from '../../../src/review/review-json.ts';
import type { ReviewSet } from '../../../src/review/reviews.ts';
import { standardForm } from '../../../src/review/standard-form.ts';
import { randomReviews } from './random-reviews.ts';

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022];
const SOURCE = { name: 'granskning.xlsx' };
const CROSS = [
  { rows: 'substance', columns: 'sex' },
  { rows: 'housing', columns: 'actualisations' },
  { rows: 'actualisations', columns: 'sex' },
];

function twoReaders(): ReviewSet {
  const first = randomReviews(standardForm(YEARS), 28, 3);
  const second = randomReviews(standardForm(YEARS), 8, 4);
  const reviews = [
    ...first.reviews.map((own) => ({ ...own, reader: 'AN' })),
    ...second.reviews.map((own) => ({ ...own, reader: 'BK' })),
  ];
  const register = new Map([['P1', { sex: first.reviews[0]!.answers['sex'] === '1' ? '2' : '1' }]]);
  return { ...first, reviews, register };
}

function made(settings: ReviewSettings, set = twoReaders()) {
  const analysis = analyseReviews(set, settings);
  if (!analysis.ok) throw new Error(analysis.problem.en);
  const of = (language: 'sv' | 'en') => reviewDocument(analysis.value, language, SOURCE);
  return { sv: of('sv'), en: of('en'), json: reviewJson(analysis.value, 'sv', SOURCE) };
}

const tablesOf = ({ sheets }: ResultDocument): DocumentTable[] =>
  sheets.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

/** Everything that a reader of the document can read. */
function wordsOf(document: ResultDocument): string[] {
  const { title, sheets } = document;
  const cells = (own: readonly { readonly value: unknown }[]) => own.map(({ value }) => String(value));
  return [
    title,
    ...sheets.flatMap(({ name, blocks }) => [
      name,
      ...blocks.flatMap((block) => {
        if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
        if (block.kind === 'facts')
          return block.facts.flatMap(({ label, cell }) => [label, ...cells([cell])]);
        if (block.kind === 'chart')
          return [block.title, block.categoryAxis, block.valueAxis, block.alternative];
        const headers = block.columns.map(({ header }) => header);
        return [block.title, ...headers, ...block.notes, ...block.rows.flatMap((row) => cells(row.cells))];
      }),
    ]),
  ];
}

const said = (document: ResultDocument, words: RegExp): string[] =>
  wordsOf(document).filter((text) => words.test(text));

describe('internal', () => {
  const { sv, en, json } = made({ readers: ['AN', 'BK'], cross: CROSS, tests: true, intervals: true });

  it('is marked with secrecy, in a sheet for each thing one does', () => {
    expect(sv.marking).toBe('Internt arbetsmaterial – omfattas av sekretess');
    expect(sv.sheets.map(({ id }) => id)).toEqual([
      'review-overview',
      'review-tables',
      'review-items',
      'review-cross',
      'review-agreement',
      'review-differences',
      'review-protocol',
    ]);
    for (const { name } of [...sv.sheets, ...en.sheets]) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
  });

  it('asks the five questions of systematic follow-up, in their order', () => {
    const headings = sv.sheets[0]!.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Aktgranskning',
      'Vilka är de?',
      'Vilka behov har de?',
      'Vilka insatser får de?',
      'Har deras situation förändrats?',
      'Svarar våra insatser mot behoven?',
    ]);
  });

  it('has the same shape in both languages, and no word of the one in the other', () => {
    const shape = ({ sheets }: ResultDocument) =>
      sheets.map(({ blocks }) =>
        blocks.map((block) =>
          block.kind === 'table' ? [block.id, block.rows.map(({ key }) => key)] : block.kind,
        ),
      );
    expect(shape(en)).toEqual(shape(sv));
    expect(said(en, /Besvarat|personer|Andel|Medel|Frågan/)).toEqual([]);
    expect(said(sv, /Answered|persons|Percent|Mean\b/)).toEqual([]);
  });

  it('has a cell for each column in each row, and a table to each chart', () => {
    const tables = tablesOf(sv);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const { id, columns, rows } of tables)
      for (const { key, cells } of rows) expect(cells.length, `${id} ${key}`).toBe(columns.length);
    const charts = sv.sheets.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    expect(charts).toHaveLength(1);
    for (const { table, rows } of charts) {
      const keys = tables.find(({ id }) => id === table)!.rows.map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining([...rows]));
    }
  });

  it('tells of agreement, of differences from the register and of contradictions', () => {
    const ids = tablesOf(sv).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['review-agreement', 'review-differences', 'review-findings']),
    );
    const differences = tablesOf(sv).find(({ id }) => id === 'review-differences')!;
    expect(differences.rows[0]!.cells.slice(0, 3).map(({ value }) => value)).toEqual(['P1', 'AN', '1. Kön']);
  });

  it('names the test wherever there is a p-value', () => {
    const tests = tablesOf(sv).filter(({ id }) => id.endsWith('-test'));
    expect(tests.length).toBeGreaterThan(0);
    for (const { rows } of tests)
      for (const { cells } of rows)
        expect(cells[2]!.value).toMatch(/^(χ²|Fishers exakta test|Kruskal–Wallis)/);
  });

  it('has the figures of the JSON', () => {
    interface JsonTable {
      readonly id: string;
      readonly rows: readonly { key: string; cells: Record<string, { value: number | null }> }[];
    }
    const { tables, cross } = JSON.parse(json) as { tables: JsonTable[]; cross: { table: JsonTable }[] };
    let compared = 0;
    for (const table of [...tables, ...cross.map((own) => own.table)]) {
      const drawn = tablesOf(sv).find(({ id }) => id === table.id)!;
      for (const { key, cells } of table.rows)
        for (const [column, { value }] of Object.entries(cells)) {
          const at = drawn.columns.findIndex((own) => own.key === column);
          expect(drawn.rows.find((own) => own.key === key)!.cells[at]!.value).toBe(value);
          compared++;
        }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('gives the same bytes for the same answers', () => {
    expect(made({ readers: ['AN', 'BK'], cross: CROSS, tests: true, intervals: true }).json).toBe(json);
  });
});

describe('publication', () => {
  const protection = { mode: 'publication', threshold: 5 } as const;
  const set = twoReaders();
  const { sv, json } = made(
    { reader: 'AN', readers: ['AN', 'BK'], cross: CROSS, tests: true, protection },
    set,
  );

  it('has no person, no reader, no words of a file, no test, and nothing of what only the readers are to see', () => {
    expect(sv.marking).toBeNull();
    expect(sv.sheets.map(({ id }) => id)).toEqual([
      'review-overview',
      'review-tables',
      'review-items',
      'review-cross',
      'review-protocol',
    ]);
    const persons = /\bP\d+\b|\bAN\b|\bBK\b|egna ord|Fisher|Kruskal/;
    expect(said(sv, persons)).toEqual([]);
    expect(persons.exec(json)).toBeNull();
  });

  it('shows no count of one to four persons, and no number of a single person', () => {
    for (const { id, columns, rows } of tablesOf(sv))
      for (const { key, cells } of rows)
        cells.forEach(({ value, suppressed }, at) => {
          const column = columns[at]!.key;
          const place = `${id} ${key} ${column}`;
          if (['median', 'least', 'most'].includes(column) && value !== '' && value !== null)
            expect(suppressed, place).toBe(true);
          if (column === 'persons' || column === 'base' || column === 'yes' || column === 'no')
            expect(value === null || value === '' || value === 0 || Number(value) >= 5, place).toBe(true);
        });
    const median = tablesOf(sv).flatMap(({ columns, rows }) => {
      const at = columns.findIndex(({ key }) => key === 'median');
      return at < 0 ? [] : rows.map(({ cells }) => cells[at]!);
    });
    expect(median.some(({ suppressed }) => suppressed)).toBe(true);
    expect(median.every(({ value }) => value === null || value === '')).toBe(true);
  });

  it('does not tell the values of a number as the rows of a cross table', () => {
    const cross = sv.sheets.find(({ id }) => id === 'review-cross')!;
    expect(cross.blocks.filter((block) => block.kind === 'table')).toHaveLength(2);
    expect((JSON.parse(json) as { cross: { table: unknown }[] }).cross[2]!.table).toBeNull();
  });

  it('shows all suppressed cells alike', () => {
    const suppressed = tablesOf(sv).flatMap(({ columns, rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell, at) => (cell.suppressed ? [formatCell(cell, columns[at]!.format, 'sv')] : [])),
      ),
    );
    expect(suppressed.length).toBeGreaterThan(50);
    expect(new Set(suppressed)).toEqual(new Set(['..']));
  });

  it('shows a zero, but not one that tells something of everyone', () => {
    const answers = Array.from({ length: 10 }, (_, at) => ({
      sex: '1',
      'diagnoses:1': at < 5,
      'diagnoses:4': false,
      'sip:1': true,
    }));
    const reviews = answers.map((own, at) => ({ person: `P${String(at)}`, reader: '', answers: own }));
    const { sv: shown } = made({ protection }, { form: standardForm(YEARS), reviews, register: new Map() });
    const cell = (table: string, row: string, column: string) => {
      const own = tablesOf(shown).find(({ id }) => id === `review-${table}`)!;
      const at = own.columns.findIndex(({ key }) => key === column);
      return own.rows.find(({ key }) => key === row)!.cells[at]!;
    };
    // Nobody has the diagnosis: an answer that no one gave.
    expect(cell('diagnoses', 'diagnoses=4', 'persons').value).toBe(0);
    // All are men, and all were called to a SIP: neither the zero nor the ten may be read.
    expect(cell('background', 'sex=2', 'persons').suppressed).toBe(true);
    expect(cell('background', 'sex=1', 'persons').suppressed).toBe(true);
    expect(cell('sip', 'sip=1', 'no').suppressed).toBe(true);
    expect(cell('sip', 'sip=1', 'yes').suppressed).toBe(true);
  });
});

describe('other forms', () => {
  it('the light form gives the tables that it has questions for', () => {
    const { sv } = made({}, randomReviews(lightForm([2021, 2022]), 5, 1));
    const ids = tablesOf(sv).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['review-background', 'review-interventions', 'review-items']),
    );
  });

  it('a form of another area gives all its questions, and says that the overview has none', () => {
    const form = standardForm([2022]);
    const items = form.items
      .filter(({ kind, asked }) => kind === 'one' && !asked)
      .map((item) => ({ ...item, id: `own-${item.id}` }));
    const { sv } = made({}, randomReviews({ ...form, items }, 12, 2));
    expect(tablesOf(sv).map(({ id }) => id)).toContain('review-items');
    const texts = sv.sheets[0]!.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(texts.filter((text) => text.startsWith('Formuläret har ingen fråga'))).toHaveLength(4);
  });

  it('a review that nobody has answered has no figure that reads as a zero', () => {
    const reviews = ['P1', 'P2'].map((person) => ({ person, reader: '', answers: {} }));
    const { sv } = made({}, { form: standardForm([2022]), reviews, register: new Map() });
    const facts = sv.sheets[0]!.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
    expect(facts[0]).toMatchObject({ label: 'Personer', cell: { value: 2 } });
    expect(new Set(facts.slice(1).map(({ cell }) => cell.value))).toEqual(new Set(['inte besvarad än']));
  });

  it('an empty review gives tables of nobody', () => {
    const { sv } = made({}, { form: standardForm([2022]), reviews: [], register: new Map() });
    expect(tablesOf(sv).length).toBeGreaterThan(5);
  });
});
