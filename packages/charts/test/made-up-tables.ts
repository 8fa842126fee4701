/** Tables and charts as the document has them, for the tests of the pictures: figures of the Söderhamn report. */
import type { DocumentCell, DocumentChart, DocumentTable } from 'isu-core';

const GROUPS = ['1', '2', '3–6', '7–11', '12 eller fler'];
const PERSONS = [300, 91, 144, 58, 86];
const ACTUALISATIONS = [300, 182, 579, 493, 1911];

export function groupTable(
  persons: readonly DocumentCell[] = PERSONS.map((value) => ({ value })),
  actualisations: readonly DocumentCell[] = ACTUALISATIONS.map((value) => ({ value })),
  names: readonly string[] = GROUPS,
): DocumentTable {
  return {
    kind: 'table',
    id: 'actualisations-by-group',
    title: 'Tabell 2. Aktualiseringar efter frekvensgrupp',
    columns: [
      { key: 'group', header: 'Antal aktualiseringar', format: 'text', width: 20 },
      { key: 'persons', header: 'Personer', format: 'integer', width: 10 },
      { key: 'actualisations', header: 'Aktualiseringar', format: 'integer', width: 14 },
    ],
    rows: names.map((name, at) => ({
      key: String(at),
      cells: [{ value: name }, persons[at]!, actualisations[at]!],
    })),
    notes: [],
  };
}

export function groupChart(table: DocumentTable = groupTable()): DocumentChart {
  return {
    kind: 'chart',
    id: 'groups',
    title: 'Personer och aktualiseringar efter frekvensgrupp',
    shape: 'clustered-column',
    categoryAxis: 'Aktualiseringar per person',
    valueAxis: 'Antal',
    table: table.id,
    rows: table.rows.map(({ key }) => key),
    categories: 'group',
    series: [
      { name: 'Personer', column: 'persons' },
      { name: 'Aktualiseringar', column: 'actualisations' },
    ],
    alternative: '300 personer har en aktualisering; 86 personer har 12 eller fler.',
  };
}

export function yearChart(table: DocumentTable): DocumentChart {
  return {
    ...groupChart(table),
    id: 'years',
    title: 'Aktualiseringar och unika personer per år',
    shape: 'line',
    categoryAxis: 'År',
  };
}

export function yearTable(): DocumentTable {
  return groupTable(
    [250, 255, 240, 260, 248, 150].map((value) => ({ value })),
    [610, 640, 655, 700, 580, 280].map((value) => ({ value })),
    ['2017', '2018', '2019', '2020', '2021', '2022'],
  );
}
