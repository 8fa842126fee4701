/** The command `isu`. Exit codes: 0 done, 1 read but nothing to use, 2 the call, the settings or the file is wrong. */
import { fail, PRODUCT, succeed, type Outcome } from 'isu-core';
import { runAnalyse } from './analyse.ts';
import { readCall, type Call } from './call.ts';
import { writeStandardOutput } from './files.ts';
import { HELP } from './help.ts';
import { runKey } from './key.ts';
import { runSample } from './sample.ts';
import { sayOnError } from './terminal.ts';

// `npm run isu` starts in the checkout, but files are named from where the user stands.
const { npm_lifecycle_event: script, INIT_CWD: startedIn } = process.env;
if (script === 'isu' && startedIn !== undefined) process.chdir(startedIn);

const { language, call } = readCall(process.argv.slice(2));
const outcome = call.ok ? await run(call.value).catch(unexpected) : call;
if (outcome.ok) process.exitCode = outcome.value;
else {
  sayOnError(outcome.problem[language]);
  process.exitCode = 2;
}

async function run(asked: Call): Promise<Outcome<0 | 1>> {
  switch (asked.command) {
    case 'help':
      return print(HELP[asked.language]);
    case 'review help':
      return print((await import('./review/help.ts')).REVIEW_HELP[asked.language]);
    case 'compare help':
      return print((await import('./compare/help.ts')).COMPARE_HELP[asked.language]);
    case 'version':
      return print(`${PRODUCT.name} ${PRODUCT.version}\n`);
    case 'analyse':
      return runAnalyse(asked, localDay(new Date()));
    case 'compare':
      return (await import('./compare/compare.ts')).runCompare(asked, localDay(new Date()));
    case 'spss':
      return (await import('./spss.ts')).runSpss(asked, localDay(new Date()));
    case 'check':
      return (await import('./check.ts')).runCheck(asked);
    case 'sample':
      return runSample(asked);
    case 'key':
      return runKey(asked);
    case 'review new':
    case 'review fill':
    case 'review tables':
    case 'review form':
      return (await import('./review/review.ts')).runReview(asked.command, asked, localDay(new Date()));
  }
}

async function print(text: string): Promise<Outcome<0>> {
  const written = await writeStandardOutput([text]);
  return written.ok ? succeed(0) : written;
}

/** A fault of the product's own still ends in one clear line. ISU_DEBUG=1 shows where. */
function unexpected(fault: unknown): Outcome<never> {
  if (process.env['ISU_DEBUG'] === '1') throw fault;
  const what = fault instanceof Error ? fault.message : String(fault);
  return fail(
    'unexpected',
    `Något gick fel i programmet: ${what}. Kör om med ISU_DEBUG=1 och anmäl felet med det som då visas.`,
    `Something went wrong in the program: ${what}. Run again with ISU_DEBUG=1 and report what it shows.`,
  );
}

function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
