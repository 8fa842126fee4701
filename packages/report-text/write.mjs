// Writes the texts of docs/powerbi from the definition: `npm run report:text`. A test holds the two together.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FOLDER = join(HERE, '../../docs/powerbi');

const { outputFiles } = await build({
  entryPoints: [join(HERE, 'src/files.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['isu-source'],
  logLevel: 'warning',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { REPORT_FILES } = await import(`data:text/javascript;base64,${source}`);

for (const folder of ['dax', 'power-query']) await rm(join(FOLDER, folder), { recursive: true, force: true });
for (const { path, text } of REPORT_FILES) {
  const file = join(FOLDER, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
process.stdout.write(`docs/powerbi: ${REPORT_FILES.length} files\n`);
