/** `isu-core` as its users get it: what is in the tarball, where it runs, what it weighs, and that its examples hold. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeBlocks } from './markdown.ts';
import { packCore, ROOT, runNode, typescript, type PackedCore } from './packed-core.ts';

let packed: PackedCore;
beforeAll(() => {
  packed = packCore();
});
afterAll(() => packed.remove());

const inPackage = (...path: string[]) => join(packed.project, 'node_modules/isu-core', ...path);

describe('the tarball', () => {
  test('holds modules and types, README and LICENSE, and nothing of how it was made', () => {
    const besides = packed.files.filter((file) => !/^dist\/.+\.(js|d\.ts)$/.test(file));
    expect(besides).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(packed.files).toContain('dist/index.js');
    expect(packed.files.filter((file) => /(^|\/)test\/|\.test\./.test(file))).toEqual([]);
    expect(readFileSync(inPackage('LICENSE'), 'utf8')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
  });

  test('has types for every module, and entries that exist', () => {
    const modules = packed.files.filter((file) => file.endsWith('.js'));
    const untyped = modules.filter((file) => !packed.files.includes(file.replace(/\.js$/, '.d.ts')));
    expect(untyped).toEqual([]);
    const { exports } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as {
      exports: Record<string, { types: string; default: string }>;
    };
    expect(Object.keys(exports)).toEqual([
      '.',
      './aggregates',
      './check',
      './compare',
      './review',
      './rows',
      './spss',
    ]);
    for (const { types, default: code } of Object.values(exports)) {
      expect(existsSync(inPackage(types))).toBe(true);
      expect(existsSync(inPackage(code))).toBe(true);
    }
  });

  test('brings no dependency that the package.json does not pin', () => {
    const { dependencies } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      const installed = join(packed.project, 'node_modules', name, 'package.json');
      expect(JSON.parse(readFileSync(installed, 'utf8'))).toMatchObject({ version });
    }
  });
});

describe('those who look packages over', () => {
  const tarball = () => readFileSync(packed.tarball);

  test('publint finds nothing to say', async () => {
    const bytes = tarball();
    const { messages } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      level: 'suggestion',
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  test('arethetypeswrong finds the types right wherever modules are read', async () => {
    const found = await checkPackage(createPackageFromTarballData(tarball()));
    expect(found.types).toEqual({ kind: 'included' });
    if (!('problems' in found)) return;
    // The package is modules alone, reached by its exports: what knows neither is not for it (their profile “esm-only”).
    const meant = found.problems.filter(
      (problem) =>
        !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
    );
    expect(meant).toEqual([]);
  });
});

describe('a project that has it installed', () => {
  const consumer = `
    import { analyse, defaultSettings, sheetOf, type Analysis, type Outcome, type Table } from 'isu-core';
    const outcome: Outcome<Analysis> = analyse(sheetOf([['Personnummer', 'Datum']]), defaultSettings('2026-01-01'), {
      name: 'register.csv', sha256: null, sheet: null,
    });
    export const tables: readonly Table[] = outcome.ok ? outcome.value.tables : [];
    // @ts-expect-error: figures are not for the caller to change
    if (outcome.ok) outcome.value.tables[0]!.rows[0]!.key = '1';
  `;

  test.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('is type-checked in full with moduleResolution %s', (moduleResolution, module) => {
    const file = `consumer-${moduleResolution}.ts`;
    writeFileSync(join(packed.project, file), consumer);
    checkTypes([file], '--moduleResolution', moduleResolution, '--module', module);
  });

  test('can run it where there is neither Node nor a page, only what every platform gives', async () => {
    const code = await bundled("export * from 'isu-core'", { format: 'iife', globalName: 'isu' });
    const result = runInNewContext(
      `${code};
      const rows = [['Personnummer', 'Datum'], ['19811218-9876', '2017-01-05'], ['19811218-9876', '2017-03-05']];
      const outcome = isu.analyse(isu.sheetOf(rows), isu.defaultSettings('2026-01-01'), { name: 'x', sha256: null, sheet: null });
      JSON.parse([...isu.resultJson(outcome.value, 'sv')].join('')).persons[0].months + isu.resultDocument(outcome.value, 'sv').title`,
      { TextEncoder, TextDecoder },
    ) as string;
    expect(result).toBe('2Individbaserad systematisk uppföljning');
  });
});

describe('its weight in a browser, gzipped', () => {
  test.each([
    ['everything of the method', "export * from 'isu-core'", 80_000],
    ['the result from what an engine counts', "export * from 'isu-core/aggregates'", 40_000],
    ['the check of printed tables', "export * from 'isu-core/check'", 30_000],
    ['the case-file review', "export * from 'isu-core/review'", 80_000],
    ['the comparison of places and years', "export * from 'isu-core/compare'", 60_000],
    ['the lathund of rows in memory', "export * from 'isu-core/rows'", 11_000],
    ['the lathund and the tables', "export { analyse, defaultSettings, sheetOf } from 'isu-core'", 25_000],
  ])('%s', async (_, entry, most) => {
    const code = await bundled(entry, { format: 'esm' });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(most);
    expect(code).not.toMatch(/["']node:/);
  });
});

describe('the examples of the READMEs', () => {
  const examples = ['README.md', 'core/README.md'].flatMap((file) => {
    const blocks = codeBlocks(join(ROOT, file));
    return blocks.flatMap(({ language, code, line }, at) => {
      const next = blocks[at + 1];
      const prints = next?.language === 'text' ? next.code : null;
      return language === 'js' ? [{ file, line, code, prints }] : [];
    });
  });
  const nameOf = ({ file, line }: { file: string; line: number }) =>
    `example-${file.replace(/\W/g, '-')}-${String(line)}`;

  test('stand in both, and each is followed by what it prints', () => {
    expect(new Set(examples.map(({ file }) => file)).size).toBe(2);
    expect(examples.filter(({ prints }) => prints === null).map(nameOf)).toEqual([]);
  });

  test.each(examples)('$file, line $line: prints what stands below it', (example) => {
    const name = `${nameOf(example)}.js`;
    writeFileSync(join(packed.project, name), example.code);
    expect(runNode(name, packed.project)).toBe(example.prints);
  });

  test('hold against the types', () => {
    const names = examples.map((example) => `${nameOf(example)}.ts`);
    for (const [at, name] of names.entries()) writeFileSync(join(packed.project, name), examples[at]!.code);
    // They are JavaScript: a parameter needs no type of its own.
    checkTypes(names, '--moduleResolution', 'bundler', '--module', 'esnext', '--noImplicitAny', 'false');
  });

  test('are beside a list of all that the package exports', () => {
    writeFileSync(
      join(packed.project, 'exports.js'),
      "console.log(Object.keys({ ...(await import('isu-core')), ...(await import('isu-core/aggregates')), ...(await import('isu-core/check')), ...(await import('isu-core/compare')), ...(await import('isu-core/review')), ...(await import('isu-core/rows')), ...(await import('isu-core/spss')) }).join(' '));\n",
    );
    const readme = readFileSync(join(ROOT, 'core/README.md'), 'utf8');
    const named = new Set(readme.match(/(?<=`)[A-Za-z_]+/g));
    const exported = runNode('exports.js', packed.project).trim().split(' ');
    expect(exported.filter((name) => !named.has(name))).toEqual([]);
  });
});

/** Strict, with the types of the package and of all that it brings checked as well. */
function checkTypes(files: readonly string[], ...options: string[]): void {
  const always = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022'];
  typescript([...always, '--lib', 'es2023,dom', ...options, ...files], packed.project);
}

async function bundled(
  entry: string,
  options: { readonly format: 'esm' | 'iife'; readonly globalName?: string },
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: packed.project },
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0]!.text;
}
