/** Builds the add-in as a static site: `node excel-addin/build.mjs [--out FOLDER] [--url https://…]`. */
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from 'vite';
import { replaceFolder } from '../scripts/replace-folder.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Where `npm start` and tests serve it; `npm run manifest` renders the manifest for a real address. */
const HERE_ONLY = 'https://localhost:3000';

/**
 * @param {string} [out] the folder to write, a site of its own
 * @param {string} [url] where it will be served
 */
export function buildAddin(out = join(HERE, 'dist'), url = HERE_ONLY) {
  return replaceFolder(out, async (folder) => {
    await build({
      configFile: join(HERE, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
    // Vite's list of what imports what is for tests, not for the site.
    await rm(join(folder, 'assets/manifest.json'), { force: true });
    const { writeHosting } = await hosting();
    sayIfWrong(writeHosting(HERE, folder, url));
  });
}

/** @param {string} url @param {string} out the file to write */
export async function writeManifest(url, out) {
  const { manifestFor } = await hosting();
  await writeFile(out, sayIfWrong(manifestFor(HERE, url)));
}

/** The hosting files are written by TypeScript, which the oldest Node that we run on does not read. */
async function hosting() {
  const outfile = join(HERE, `node_modules/.isu-hosting-${process.pid}.mjs`);
  await bundle({
    entryPoints: [join(HERE, 'hosting/write-hosting.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['isu-source'],
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

function sayIfWrong(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.sv} / ${outcome.problem.en}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string' }, url: { type: 'string' } } });
  await buildAddin(values.out && resolve(values.out), values.url);
}
