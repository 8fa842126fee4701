/**
 * `npm run docs:api`: a page for everything that isu-core's entries export, from the words above each of them.
 *
 *   node scripts/docs-api.mjs [--out out/api]
 *
 * Ends with 1 if TypeDoc warns: of an export without words, of a type that is spoken of and not exported, of a broken link.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Application } from 'typedoc';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CORE = join(ROOT, 'core');
const { values: options } = parseArgs({
  options: { out: { type: 'string', default: join(ROOT, 'out/api') } },
});

const { exports } = JSON.parse(readFileSync(join(CORE, 'package.json'), 'utf8'));
const app = await Application.bootstrap({
  name: 'isu-core',
  readme: join(CORE, 'README.md'),
  // A file's name in running text is no address: definitions.md would lead to a site in Moldova.
  markdownItOptions: { html: true, linkify: false },
  entryPoints: Object.values(exports).map((entry) => join(CORE, entry['isu-source'])),
  tsconfig: join(CORE, 'tsconfig.build.json'),
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  // What only the package itself has use for, though a type of its own speaks of it.
  intentionallyNotExported: [
    'result-document.ts:SHEETS',
    'cross-sides.ts:Side',
    'tables/tally.ts:Tally',
    'comparison/tally.ts:Of',
    'compared-rows.ts:Scope',
    'compared-rows.ts:ComparedRows',
    'compare.ts:Counted',
    'compare.ts:Whole',
  ],
  disableSources: true,
  hideGenerator: true,
  includeVersion: true,
  sort: ['source-order'],
  categorizeByGroup: false,
});
const project = await app.convert();
if (project) {
  app.validate(project);
  await app.generateDocs(project, options.out);
}
if (!project || app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
