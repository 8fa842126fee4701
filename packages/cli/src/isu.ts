/** The command `isu`. Exit codes: 0 done, 1 read but nothing to use, 2 the call, the settings or the file is wrong. */
import { fail, PRODUCT, type Outcome } from 'isu-core';
import { runAnalyse } from './analyse.ts';
import { readCall, type Call } from './call.ts';
import { writeStandardOutput } from './files.ts';
import { runSample } from './sample.ts';
import { styleFor } from './terminal.ts';
import { HELP } from './words.ts';

const { language, call } = readCall(process.argv.slice(2));
const outcome = call.ok ? await run(call.value).catch(unexpected) : call;
if (outcome.ok) process.exitCode = outcome.value;
else {
  const style = styleFor(process.stderr);
  process.stderr.write(`${style.warning(outcome.problem[language].replace(/\s*\n\s*/g, ' '))}\n`);
  process.exitCode = 2;
}

async function run(asked: Call): Promise<Outcome<0 | 1>> {
  switch (asked.command) {
    case 'help':
      await writeStandardOutput([HELP[asked.language]]);
      return { ok: true, value: 0 };
    case 'version':
      await writeStandardOutput([`${PRODUCT.name} ${PRODUCT.version}\n`]);
      return { ok: true, value: 0 };
    case 'analyse':
      return runAnalyse(asked, localDay(new Date()));
    case 'check':
      return (await import('./check.ts')).runCheck(asked);
    case 'sample':
      return runSample(asked);
  }
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
