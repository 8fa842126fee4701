/** The pages of `npm run docs:api`: everything that isu-core exports has one, with words; nothing is warned of. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'isu-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pages of what isu-core exports', () => {
  const made = spawnSync(process.execPath, [join(ROOT, 'scripts/docs-api.mjs'), '--out', folder], {
    encoding: 'utf8',
  });

  test('are made without a warning: every export has words, and what it speaks of is exported too', () => {
    const said = `${made.stdout}${made.stderr}`.replace(/\x1b\[\d+m/g, '').trim();
    expect(said).toBe(`[info] html generated at ${folder}`);
    expect(made.status).toBe(0);
  });

  test('are one for each entry, and one for each thing in it', async () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'core/package.json'), 'utf8')) as {
      exports: Record<string, { readonly 'isu-source': string }>;
    };
    for (const [entry, { 'isu-source': source }] of Object.entries(exports)) {
      const name = entry.replace('.', 'isu-core').replace('/', '_');
      const file = join(folder, 'modules', `${name}.html`);
      expect(existsSync(file), `@module ${name} at the top of ${source}`).toBe(true);
      const page = readFileSync(file, 'utf8');
      const exported = Object.keys((await import(join(ROOT, 'core', source))) as object);
      expect(exported).not.toEqual([]);
      expect(exported.filter((each) => !page.includes(`.${each}.html"`))).toEqual([]);
    }
  });

  test('lead to each other and nowhere else', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    );
    const dead = pages.flatMap((page) => {
      const links = readFileSync(join(folder, page), 'utf8').matchAll(/href="([^"#]+)[^"]*"/g);
      return [...links]
        .map(([, to]) => to!)
        .filter((to) => !existsSync(join(folder, dirname(page), to)))
        .map((to) => `${page}: ${to}`);
    });
    expect(pages.length).toBeGreaterThan(300);
    expect(dead).toEqual([]);
  });

  test('say what a thing is, what it takes and gives, with its example', () => {
    const path = join(folder, 'functions/isu-core_rows.lathundOfRows.html');
    expect(existsSync(path)).toBe(true);
    const page = readFileSync(path, 'utf8').replace(/<[^>]+>/g, '');
    expect(page).toContain('The lathund of rows in memory, and which rows it is of.');
    expect(page).toContain('neither copied nor changed');
    expect(page).toContain('Example');
  });
});
