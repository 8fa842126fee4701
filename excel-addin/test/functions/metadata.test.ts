/** What Excel is told of the functions, held against Microsoft's own generator and the names that Excel has already. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { afterAll, describe, expect, test } from 'vitest';
import { DECLARATIONS, FUNCTION_IDS, type Declaration } from '../../src/functions/declarations.ts';
import { FUNCTIONS } from '../../src/functions/functions.ts';
import { functionsMetadata } from '../../src/functions/metadata.ts';

const folder = mkdtempSync(join(tmpdir(), 'isu-functions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The declarations as a programmer would write them for Microsoft's generator: comments above functions. */
function asSource(language: 'sv' | 'en'): string {
  return FUNCTION_IDS.map((id) => {
    const { description, parameters }: Declaration = DECLARATIONS[id];
    const type = ({ type, isRange }: Declaration['parameters'][number]) => (isRange ? `${type}[][]` : type);
    const tags = parameters.map(
      (each) =>
        ` * @param {${type(each)}} ${each.isOptional ? `[${each.name[language]}]` : each.name[language]} ${each.description[language]}`,
    );
    const names = parameters.map(
      (each) => `${each.name[language]}${each.isOptional ? '?' : ''}: ${type(each)}`,
    );
    return [
      '/**',
      ` * ${description[language]}`,
      ` * @customfunction ${id} ${id}`,
      ...tags,
      ' * @returns {any[][]} The answer.',
      ' */',
      `function ${id.toLowerCase()}(${names.join(', ')}): any[][] { return []; }`,
    ].join('\n');
  }).join('\n\n');
}

describe.each(['sv', 'en'] as const)('the metadata in %s', (language) => {
  test('is what custom-functions-metadata makes of the same declarations', async () => {
    const source = join(folder, `${language}.ts`);
    writeFileSync(source, asSource(language));
    const generated = await generateCustomFunctionsMetadata(source);
    expect(generated.errors).toEqual([]);
    const { functions } = JSON.parse(generated.metadataJson) as { functions: unknown };
    expect(functionsMetadata(language).functions).toEqual(functions);
  });

  test('describes every function and parameter in sentences that end', () => {
    const texts = functionsMetadata(language).functions.flatMap(({ description, parameters }) => [
      description,
      ...parameters.map((parameter) => parameter.description),
    ]);
    expect(texts.filter((text) => !/^[\p{Lu}"].+\.$/su.test(text))).toEqual([]);
  });

  test('names each parameter once in a function, without spaces', () => {
    for (const { parameters } of functionsMetadata(language).functions) {
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^[\p{L}_]+$/u.test(name))).toEqual([]);
    }
  });

  test('asks for what must be given before what may be left out', () => {
    for (const { parameters } of functionsMetadata(language).functions) {
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      expect(parameters.slice(firstOptional < 0 ? parameters.length : firstOptional)).toEqual(
        parameters.filter(({ optional }) => optional),
      );
    }
  });
});

test('the languages differ in words only', () => {
  const bare = (language: 'sv' | 'en') =>
    functionsMetadata(language).functions.map(({ id, name, parameters, result }) => ({
      id,
      name,
      result,
      parameters: parameters.map(({ type, dimensionality, optional }) => ({
        type,
        dimensionality,
        optional,
      })),
    }));
  expect(bare('sv')).toEqual(bare('en'));
});

test('every function that is declared is there, and no other', () => {
  expect(Object.keys(FUNCTIONS)).toEqual(FUNCTION_IDS);
});

test('names are ASCII, 3 to 128 characters, and like no cell address', () => {
  for (const id of FUNCTION_IDS) expect(id).toMatch(/^[A-Z]{4,128}$|^KON$/);
  // KON alone has no digit, so it is a column and no cell.
  expect(FUNCTION_IDS.filter((id) => /^[A-Z]{1,3}\d+$/.test(id))).toEqual([]);
});
