/** What the README, the handbook and the other pages promise: that it is so, and that nothing is left out of them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXCLUSION_REASONS, PRODUCT, readSettings, defaultSettings, WARNINGS } from 'isu-core';
import { SHEET_WORDS, type ItemState } from 'isu-core/review';
import { describe, expect, test } from 'vitest';
import { swedish } from '../../core/src/document/words-sv.ts';
import { swedish as reviewWords } from '../../core/src/review/tables/words-sv.ts';
import { anchors, codeBlocks, links } from './markdown.ts';
import { ROOT } from './packed-core.ts';

const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const json = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;

const PAGES = [
  ...readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`),
  'core/README.md',
];

describe('settings shown as examples', () => {
  const examples = PAGES.flatMap((file) =>
    codeBlocks(join(ROOT, file))
      .filter(({ language }) => language === 'json')
      .map(({ code, line }) => ({ file, line, code })),
  );

  test('stand in the README and in the handbook', () => {
    expect(new Set(examples.map(({ file }) => file))).toEqual(new Set(['README.md', 'docs/handbok.md']));
  });

  test.each(examples)('$file, line $line: are taken', ({ code }) => {
    const read = readSettings(JSON.parse(code), '2026-11-22');
    expect(read.ok ? null : read.problem.sv).toBeNull();
  });
});

describe('links', () => {
  test.each(PAGES)('of %s lead to a file, and to a heading in it', (file) => {
    const broken = links(join(ROOT, file)).filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [path, anchor] = target.split('#') as [string, string?];
      const aim = path === '' ? join(ROOT, file) : resolve(dirname(join(ROOT, file)), path);
      if (!existsSync(aim)) return true;
      return anchor !== undefined && !anchors(aim).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('no picture is heavier than 200 kB', () => {
    const pictures = readdirSync(join(ROOT, 'docs/images')).filter((file) => file.endsWith('.png'));
    expect(pictures.length).toBeGreaterThan(0);
    for (const file of pictures)
      expect(statSync(join(ROOT, 'docs/images', file)).size, file).toBeLessThanOrEqual(200_000);
  });
});

test.each(PAGES)('every file of code and every folder that %s names exists', (file) => {
  const named = text(file).matchAll(
    /`((?:core|packages|scripts|test|docs)\/(?:[\w./-]*(?:\.ts|\.mjs|\/)))`/g,
  );
  expect([...named].map(([, path]) => path!).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every npm script that a page tells of exists', () => {
  const { scripts } = json('package.json') as { scripts: Record<string, string> };
  for (const file of PAGES)
    for (const [, name] of text(file).matchAll(/npm run (?:--silent )?(\w+(?::\w+)*)/g))
      expect(Object.keys(scripts), `${file}: npm run ${name!}`).toContain(name);
});

describe('the handbook tells, in the words that the result shows, of every', () => {
  const handbook = text('docs/handbok.md');
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['part of the result', Object.values(swedish.sheets)],
    ['table', Object.values(swedish.tables).map(({ title }) => title)],
    [
      'other table',
      [swedish.distributions, swedish.concentration, swedish.returned, swedish.selection].map(
        ({ title }) => title,
      ),
    ],
    ['table of the protocol', [swedish.quality.title, swedish.protocol.valuesTitle]],
    ['reason to leave a row out', Object.values(swedish.rows.reasons).map(withoutOutcome)],
    ['warning', Object.values(swedish.rows.warnings)],
    ['column', Object.values(swedish.protocol.roles)],
    ['question of the method', Object.values(swedish.questions).slice(0, 2)],
  ];

  test.each(named)('%s', (_, words) => {
    const missing = words.filter((word) => !handbook.toLowerCase().includes(word.toLowerCase()));
    expect(missing).toEqual([]);
  });

  function withoutOutcome(reason: string): string {
    return reason.replace(/^Uteslutna: /, '');
  }
});

describe('the handbook’s page on the case-file review tells, in the words that the result shows, of every', () => {
  const page = text('docs/handbok/granskning.md');
  const { names } = SHEET_WORDS.sv;
  test.each([
    ['table', Object.values(reviewWords.tables).map(({ title }) => title)],
    ['sheet of the workbook', Object.values(names)],
    ['command', ['new', 'fill', 'tables', 'form'].map((command) => `isu review ${command}`)],
  ])('%s', (_, words) => {
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
  });
});

describe('the page of definitions tells of every', () => {
  const definitions = text('docs/definitions.md');
  test.each([
    ['reason to leave a row out', EXCLUSION_REASONS],
    ['warning', WARNINGS],
    ['table', Object.keys(swedish.tables)],
    ['table of the case-file review', Object.keys(reviewWords.tables).map((id) => `review-${id}`)],
    ['way a question stands', ['answered', 'missing', 'empty', 'not-asked'] satisfies ItemState[]],
    ['way to count months', Object.keys(swedish.persons.months)],
  ])('%s', (_, names) => {
    expect(names.filter((name) => !definitions.includes(`\`${name}\``))).toEqual([]);
  });
});

test('every setting is told of in the handbook, the definitions or the README', () => {
  const pages = ['docs/handbok.md', 'docs/definitions.md', 'README.md'].map(text).join('\n');
  const untold = Object.keys(defaultSettings('2026-11-22')).filter(
    (key) => !new RegExp(`[\`"]${key}\\b`).test(pages),
  );
  expect(untold).toEqual([]);
});

describe('a release', () => {
  test('carries one version: in every protocol and in the package', () => {
    expect(PRODUCT.version).toBe(json('core/package.json')['version']);
  });

  test('carries the licence of the whole', () => {
    expect(text('core/LICENSE')).toBe(text('LICENSE'));
  });

  test('is raised by changesets that name packages which are published', () => {
    const changesets = readdirSync(join(ROOT, '.changeset')).filter(
      (file) => file.endsWith('.md') && file !== 'README.md',
    );
    for (const file of changesets) {
      const [, front] = /^---\n([\s\S]*?)\n---\n/.exec(text(`.changeset/${file}`)) ?? [];
      expect(front, file).toMatch(/^('isu-core': (patch|minor|major)\n?)+$/);
    }
  });
});
