/**
 * A document made by hand after chapter 3.2 of the Söderhamn report (Tabell 1–3, Bilaga 4 tabell 1), with 679 made-up
 * rows of persons and the awkward cells that a result can hold: suppressed, empty, and texts that begin as formulas do.
 */
import type { DocumentCell, DocumentColumn, DocumentTable, ResultDocument } from 'isu-core';

const GROUPS = ['1', '2', '3–6', '7–11', '12 eller fler'];
const GROUP_KEYS = ['1', '2', '3-6', '7-11', '12+'];
const PERSONS = [300, 91, 144, 58, 86];
const ACTUALISATIONS = [300, 182, 579, 493, 1911];

const column = (
  key: string,
  header: string,
  format: DocumentColumn['format'],
  width: number,
): DocumentColumn => ({ key, header, format, width });

const cell = (value: string | number | null): DocumentCell => ({ value });

const personsByGroup: DocumentTable = {
  kind: 'table',
  id: 'persons-by-group',
  title: 'Tabell 1. Personer efter antal aktualiseringar',
  columns: [
    column('group', 'Antal aktualiseringar', 'text', 32),
    column('persons', 'Personer', 'integer', 14),
    column('percent', 'Andel av personerna', 'percent', 14),
  ],
  rows: [
    ...GROUPS.map((group, i) => ({
      key: GROUP_KEYS[i]!,
      cells: [cell(group), cell(PERSONS[i]!), cell((100 * PERSONS[i]!) / 679)],
    })),
    { key: 'total', kind: 'total', cells: [cell('Totalt'), cell(679), cell(100)] },
  ],
  notes: ['Procent av alla personer (679). Källa: aktualiseringar 2017-01-01–2022-06-30.'],
};

const actualisationsByGroup: DocumentTable = {
  kind: 'table',
  id: 'actualisations-by-group',
  title: 'Tabell 2. Aktualiseringar efter frekvensgrupp',
  columns: [
    column('group', 'Antal aktualiseringar', 'text', 32),
    column('persons', 'Personer', 'integer', 14),
    column('actualisations', 'Aktualiseringar', 'integer', 14),
    column('percent', 'Andel av aktualiseringarna', 'percent', 14),
  ],
  rows: [
    ...GROUPS.map((group, i) => ({
      key: GROUP_KEYS[i]!,
      cells: [
        cell(group),
        cell(PERSONS[i]!),
        cell(ACTUALISATIONS[i]!),
        cell((100 * ACTUALISATIONS[i]!) / 3465),
      ],
    })),
    { key: 'total', kind: 'total', cells: [cell('Totalt'), cell(679), cell(3465), cell(100)] },
  ],
  notes: ['Procent av alla aktualiseringar (3 465).'],
};

const profileRow = (
  key: string,
  label: string,
  format: DocumentColumn['format'],
  values: readonly number[],
) => ({
  key,
  cells: [cell(label), ...values.map((value): DocumentCell => ({ value, format }))],
});

const groupProfile: DocumentTable = {
  kind: 'table',
  id: 'group-profile',
  title: 'Tabell 3. Frekvensgruppernas profil',
  columns: [
    column('statistic', 'Bakgrundsfaktor', 'text', 32),
    ...GROUPS.map((group, i) => column(GROUP_KEYS[i]!, group, 'integer', 14)),
    column('total', 'Totalt', 'integer', 14),
  ],
  rows: [
    profileRow(
      'mean-actualisations',
      'Aktualiseringar per person',
      'decimal-2',
      [1, 2, 4.0208, 8.5, 22.2209, 5.1031],
    ),
    profileRow('mean-age', 'Medelålder vid aktualisering', 'decimal-1', [42.1, 43.3, 44.2, 39.4, 40, 41.2]),
    profileRow('percent-women', 'Andel kvinnor', 'percent', [25, 36, 31, 29, 29, 29]),
    profileRow('percent-lob', 'Andel LOB', 'percent', [33, 13, 13, 15, 15, 16]),
    profileRow('investigations', 'Inledda utredningar', 'integer', [89, 86, 354, 338, 1557, 2424]),
    {
      key: 'referrers',
      kind: 'section',
      cells: [cell('Vanligaste anmälare'), ...Array.from({ length: 6 }, () => cell(null))],
    },
    profileRow('referrer:Polisen', 'Polisen', 'percent', [55, 24, 26, 30, 26, 29]),
    profileRow('referrer:Privatperson', 'Annan privatperson', 'percent', [15, 27, 27, 16, 23, 22]),
    profileRow('referrer:Socialtjänsten', 'Socialtjänsten (ex officio)', 'percent', [2, 4, 8, 6, 6, 6]),
    {
      key: 'referrer:Vuxenpsykiatrin',
      cells: [
        cell('Vuxenpsykiatrin'),
        { value: null, suppressed: true },
        { value: null, suppressed: true },
        ...[1, 3, 2].map((value): DocumentCell => ({ value, format: 'percent' })),
        cell(null),
      ],
    },
  ],
  notes: [
    'Andelar av aktualiseringarna där uppgiften är känd; anmälare i procent av anmälningarna, LOB inräknade.',
    '.. = uppgiften är skyddad för att den bygger på färre än fem personer. – = inget att räkna.',
  ],
};

const perYear: DocumentTable = {
  kind: 'table',
  id: 'per-year',
  title: 'Aktualiseringar och personer per år',
  columns: [
    column('year', 'År', 'text', 32),
    column('actualisations', 'Aktualiseringar', 'integer', 14),
    column('persons', 'Personer', 'integer', 14),
  ],
  rows: [
    ...[617, 668, 665, 611, 640].map((actualisations, i) => ({
      key: String(2018 + i),
      cells: [cell(String(2018 + i)), cell(actualisations), cell([211, 235, 248, 235, 252][i]!)],
    })),
    {
      key: 'mean',
      kind: 'total',
      cells: [
        cell('Medelvärde'),
        { value: 640.2, format: 'decimal-1' },
        { value: 236.2, format: 'decimal-1' },
      ],
    },
  ],
  notes: ['En person räknas en gång per år.'],
};

/** Day 17167 is 2017-01-01. */
const persons: DocumentTable = {
  kind: 'table',
  id: 'persons',
  title: '',
  columns: [
    column('person', 'Person', 'text', 18),
    column('actualisations', 'Antal aktualiseringar', 'integer', 16),
    column('first', 'Första', 'date', 14),
    column('last', 'Senaste', 'date', 14),
    column('months', 'Månader mellan', 'integer', 14),
    column('group', 'Frekvensgrupp', 'text', 18),
  ],
  rows: Array.from({ length: 679 }, (_, i) => ({
    key: String(i),
    cells: [
      cell(`1970010198${String(i % 100).padStart(2, '0')}`),
      cell(1 + (i % 30)),
      cell(17167 + i),
      cell(17167 + i + (i % 30) * 40),
      cell(i % 30),
      cell(GROUPS[Math.min(4, i % 7)]!),
    ],
  })),
  notes: [],
};

const excluded: DocumentTable = {
  kind: 'table',
  id: 'excluded-rows',
  title: 'Rader som inte används',
  columns: [
    column('row', 'Rad', 'integer', 10),
    column('reason', 'Skäl', 'text', 26),
    column('value', 'Värde i källan', 'text', 40),
  ],
  rows: ['=1+1', '+46 70', '-', '@SUM(A1:A9)', "=cmd|' /C calc'!A0", '2019-02-30'].map((value, i) => ({
    key: String(i),
    cells: [cell(17 + i), cell('Datum saknas eller är ogiltigt'), cell(value)],
  })),
  notes: [],
};

export const sampleDocument: ResultDocument = {
  title: 'Individbaserad systematisk uppföljning',
  language: 'sv',
  marking: 'Internt arbetsmaterial – omfattas av sekretess',
  product: 'ISU Lathund 0.1.0',
  sheets: [
    {
      id: 'overview',
      name: 'Översikt',
      blocks: [
        { kind: 'heading', text: 'Individbaserad systematisk uppföljning' },
        { kind: 'paragraph', tone: 'marking', text: 'Internt arbetsmaterial – omfattas av sekretess' },
        {
          kind: 'paragraph',
          text: '679 personer aktualiserades 3 465 gånger mellan 1 januari 2017 och 30 juni 2022. 86 av dem (13 %) aktualiserades 12 gånger eller fler och står för 55 % av aktualiseringarna.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Personer', cell: { value: 679, format: 'integer' } },
            { label: 'Aktualiseringar', cell: { value: 3465, format: 'integer' } },
            { label: 'Andel i den mest frekventa gruppen', cell: { value: 12.6657, format: 'percent' } },
            { label: 'Period', cell: { value: '2017-01-01–2022-06-30' } },
            { label: 'Analysdag', cell: { value: 20_779, format: 'date' } },
          ],
        },
        {
          kind: 'paragraph',
          tone: 'warning',
          text: '6 rader används inte. Bladet Rader visar vilka och varför, och vad som kan rättas i källan innan siffrorna lämnas vidare till någon annan.',
        },
        { kind: 'heading', text: 'Personer och aktualiseringar' },
        {
          kind: 'chart',
          id: 'persons-chart',
          title: 'Personer efter antal aktualiseringar',
          shape: 'clustered-column',
          categoryAxis: 'Antal aktualiseringar',
          valueAxis: 'Personer',
          table: 'persons-by-group',
          rows: GROUP_KEYS,
          categories: 'group',
          series: [{ name: 'Personer', column: 'persons' }],
          alternative: 'Stapeldiagram: 300 personer har en aktualisering, 86 har 12 eller fler.',
        },
        {
          kind: 'chart',
          id: 'actualisations-chart',
          title: 'Aktualiseringar efter frekvensgrupp',
          shape: 'clustered-column',
          categoryAxis: 'Antal aktualiseringar per person',
          valueAxis: 'Aktualiseringar',
          table: 'actualisations-by-group',
          rows: GROUP_KEYS,
          categories: 'group',
          series: [{ name: 'Aktualiseringar', column: 'actualisations' }],
          alternative: 'Stapeldiagram: de 86 som har 12 eller fler står för 1 911 aktualiseringar.',
        },
      ],
    },
    {
      id: 'persons',
      name: 'Personer',
      blocks: [
        { kind: 'heading', text: 'Personer' },
        { kind: 'paragraph', tone: 'marking', text: 'Internt arbetsmaterial – omfattas av sekretess' },
        persons,
      ],
    },
    {
      id: 'tables',
      name: 'Tabeller',
      blocks: [
        { kind: 'heading', text: 'Tabeller' },
        personsByGroup,
        actualisationsByGroup,
        groupProfile,
        { kind: 'heading', text: 'Utveckling över tid' },
        perYear,
        {
          kind: 'chart',
          id: 'per-year-chart',
          title: 'Aktualiseringar och personer per år',
          shape: 'line',
          categoryAxis: 'År',
          valueAxis: 'Antal',
          table: 'per-year',
          rows: ['2018', '2019', '2020', '2021', '2022'],
          categories: 'year',
          series: [
            { name: 'Aktualiseringar', column: 'actualisations' },
            { name: 'Personer', column: 'persons' },
          ],
          alternative:
            'Linjediagram: aktualiseringarna ligger mellan 611 och 668 per år, personerna mellan 211 och 252.',
        },
      ],
    },
    { id: 'rows', name: 'Rader', blocks: [{ kind: 'heading', text: 'Redovisning av raderna' }, excluded] },
    {
      id: 'protocol',
      name: 'Protokoll',
      blocks: [
        { kind: 'heading', text: 'Protokoll' },
        {
          kind: 'facts',
          facts: [
            { label: 'Källa', cell: { value: 'register.xlsx' } },
            {
              label: 'Kontrollsumma (SHA-256)',
              cell: { value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
            },
            { label: 'Rader lästa', cell: { value: 3471, format: 'integer' } },
            { label: 'Frekvensgrupper', cell: { value: '1 · 2 · 3–6 · 7–11 · 12 eller fler' } },
          ],
        },
      ],
    },
  ],
};
