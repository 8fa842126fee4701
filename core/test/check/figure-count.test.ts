/** A check that finds nothing says how much it read. */
import { expect, it } from 'vitest';
import { countFigures } from '../../src/check/figure-count.ts';
import { published } from './published.ts';

it('a sheet has as many figures as it prints', () => {
  const rows = [
    ['Tabell 1', null, null],
    ['Grupp', 'Antal', 'Procent'],
    ['1', 300, '44 %'],
    ['2', 379, '56 %'],
    ['Totalt', 679, '100 %'],
  ];
  expect(countFigures(rows)).toBe(6);
});

it('the printed tables of the report have some hundreds', () => {
  expect(countFigures(published())).toBeGreaterThan(200);
});

it('what holds no tables has no figures', () => {
  expect(countFigures({ note: 'inget här' })).toBe(0);
});
