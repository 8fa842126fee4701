/** The validation report is what the code gives today. `npm run validate` writes it anew. */
import { expect, test } from 'vitest';
import { againstOthers } from './against-others.ts';
import { againstR } from './against-r.ts';
import { differenceOf } from './held.ts';
import { validationPage } from './page.ts';

test('docs/validation.md tells what each definition was held against, and the largest difference', async () => {
  const [statistics, others] = [againstR(), await againstOthers()];
  for (const { definition, difference } of [...statistics, ...others]) {
    expect(difference.figures, definition).toBeGreaterThan(0);
    // R's own standard error of kappa is of numeric derivatives.
    expect(difference.relative, definition).toBeLessThan(definition.startsWith('The standard') ? 1e-6 : 1e-8);
  }
  const page = validationPage([
    ['The register, the lathund and the tables', others],
    ['The statistics', statistics],
  ]);
  await expect(page).toMatchFileSnapshot('../../docs/validation.md');
});

test('a difference is found where there is one', () => {
  expect(differenceOf([[1.1, 1], [5, 4], [0, 0]])).toEqual({ figures: 3, absolute: 1, relative: 0.25 }); // prettier-ignore
  expect(differenceOf([[1e-9, 0]])).toEqual({ figures: 1, absolute: 1e-9, relative: 1e-9 });
  expect(() => differenceOf([['3-6', '2']])).toThrow('3-6 where the reference has 2');
  expect(() => differenceOf([[null, 1]])).toThrow('null where the reference has 1');
  expect(differenceOf([[null, undefined]]).figures).toBe(1);
});
