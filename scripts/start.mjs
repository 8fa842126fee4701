// `npm start`: on a fresh machine with Node and npm it installs, builds, runs the lathund on the sample register,
// prints the tables, writes out/isu-resultat.xlsx and serves the workbench. `--no-serve` ends after the workbook.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, needNode, ROOT } from './prepare.mjs';

const ISU = 'packages/cli/dist/isu.js';
const SAMPLE = join('out', 'soderhamn-exempel.xlsx');
const SETTINGS = join('out', 'soderhamn-settings.json');
const RESULT = join('out', 'isu-resultat.xlsx');
const REVIEW = join('out', 'granskning-exempel.xlsx');
/** The period of the report that the sample is made after. */
const PERIOD = { from: '2017-01-01', to: '2022-06-30' };

needNode();
const port = portOf(process.env.PORT ?? '4242');
install();
node('scripts/build.mjs');

mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, SETTINGS), `${JSON.stringify({ period: PERIOD }, null, 2)}\n`);
node(ISU, 'sample', '--out', SAMPLE);
node(ISU, 'analyse', SAMPLE, '--settings', SETTINGS);
node(ISU, 'analyse', SAMPLE, '--settings', SETTINGS, '--out', RESULT);
node(ISU, 'sample', '--review', '--out', REVIEW);
say(
  `\nArbetsboken är skriven: ${RESULT}\nOch 28 påhittade aktgranskningar: ${REVIEW} (npm run --silent isu -- review tables ${REVIEW} --reader AN)\nSamma väg för en egen fil: npm run --silent isu -- analyse FIL --out out/mitt-resultat.xlsx`,
);

if (!process.argv.includes('--no-serve')) await serve();

async function serve() {
  const { servePage } = await import('../packages/workbench/dist/server.js');
  const built = {
    pages: join(ROOT, 'packages/workbench/dist/page'),
    pane: join(ROOT, 'excel-addin/dist'),
    visual: join(ROOT, 'powerbi-visual/dist'),
  };
  const page = await servePage(built, port).catch((fault) =>
    end(
      `Sidan kunde inte visas på port ${port}: ${fault.message}. Ange en annan i miljövariabeln PORT. / ` +
        `The page could not be served on port ${port}: ${fault.message}. Name another in the environment variable PORT.`,
    ),
  );
  say(
    `Sidan finns på ${page.address} (in English: ${page.address}?lang=en): en arbetsbok, med uppgiftsrutan som i Excel och visualen som i Power BI.\n` +
      `Utan Excel, hela metoden på en sida: ${page.address}fil/ (in English: ${page.address}fil/?lang=en). Ctrl-C avslutar.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void page.close().then(() => process.exit(0));
    });
  }
}

/** 0 stands for any free port. */
function portOf(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  return end(
    `PORT ska vara ett heltal från 0 till 65535, inte «${text}». / PORT must be a whole number from 0 to 65535, not "${text}".`,
  );
}

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
