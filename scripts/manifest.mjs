// `npm run manifest -- --url https://… [--out FILE]`: the add-in's manifest for the address where it is served, written
// to excel-addin/dist/manifest.xml (after `npm run build`) or to the file named.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install, needNode, ROOT } from './prepare.mjs';

needNode();
install();

try {
  const { values } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } });
  if (values.url === undefined)
    throw new Error(
      'Ange var filerna ligger: npm run manifest -- --url https://isu.kommunen.se / ' +
        'Say where the files lie: npm run manifest -- --url https://isu.kommunen.se',
    );
  const out = values.out ? resolve(values.out) : join(ROOT, 'excel-addin/dist/manifest.xml');
  if (!existsSync(dirname(out)))
    throw new Error(
      `Mappen ${dirname(out)} finns inte: kör npm run build först, eller ange --out. / ` +
        `There is no folder ${dirname(out)}: run npm run build first, or name --out.`,
    );
  const { writeManifest } = await import('../excel-addin/build.mjs');
  await writeManifest(values.url, out);
  process.stdout.write(`${out}\n`);
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
