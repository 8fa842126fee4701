/**
 * Binds the functions to their names in Excel. What they need of core is loaded at the first call, so that the pane's
 * first picture does not wait for it.
 */
import type { Language, Problem } from 'isu-core';
import { recalculate } from '../office/recalculate.ts';
import type { Answer, Answers } from './cells.ts';
import { FUNCTION_IDS, type FunctionId } from './declarations.ts';
import { askForKey, whenKeyIsFound } from './open-key.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether formulas with the functions work here; elsewhere the pane offers values. A catalogue in SharePoint Server
 * leaves the functions out of the manifest: the Excel has them, and the page has not.
 */
export function functionsAreSupported(): boolean {
  const isInPage = typeof CustomFunctions !== 'undefined';
  return isInPage && Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1');
}

/**
 * To be called once, as soon as Office is ready.
 *
 * @param dateSystem of the workbook, which Excel tells no function
 */
export function associateFunctions(dateSystem: Promise<1900 | 1904>): void {
  if (!functionsAreSupported()) return;
  const calls = new FunctionCalls(dateSystem);
  whenKeyIsFound(() => void recalculate());
  for (const id of FUNCTION_IDS)
    CustomFunctions.associate(id, (...args: unknown[]) => calls.answer(id, args));
}

class FunctionCalls {
  private readonly language: Language = Office.context.displayLanguage.startsWith('sv') ? 'sv' : 'en';
  private readonly dateSystem: Promise<1900 | 1904>;
  private readonly errors = new WeakMap<Problem, CustomFunctions.Error>();
  private loading: ReturnType<typeof this.load> | null = null;

  constructor(dateSystem: Promise<1900 | 1904>) {
    this.dateSystem = dateSystem;
  }

  async answer(id: FunctionId, args: readonly unknown[]): Promise<unknown[][]> {
    const { functions, surroundings } = await (this.loading ??= this.load());
    const answers = await functions[id](args, { ...surroundings, today: today() });
    return answers.ok ? this.inCells(answers.value) : [[this.error('invalidValue', answers.problem)]];
  }

  private async load() {
    const [{ FUNCTIONS }, { KeptLathunds }, dateSystem] = await Promise.all([
      import('./functions.ts'),
      import('./lathund-of-columns.ts'),
      this.dateSystem,
    ]);
    const surroundings: Omit<Surroundings, 'today'> = {
      language: this.language,
      dateSystem,
      lathunds: new KeptLathunds(),
      pseudonymKey: askForKey,
    };
    return { functions: FUNCTIONS, surroundings };
  }

  private inCells(answers: Answers): unknown[][] {
    return answers.map((row) => row.map((answer) => this.inCell(answer)));
  }

  private inCell(answer: Answer): unknown {
    return typeof answer === 'object' ? this.error(answer.error, answer.problem) : answer;
  }

  /** Docs, "Handle and return errors": only #VALUE! and #N/A carry a message. */
  private error(code: 'invalidValue' | 'notAvailable', problem: Problem): CustomFunctions.Error {
    const known = this.errors.get(problem);
    if (known) return known;
    const error = new CustomFunctions.Error(CustomFunctions.ErrorCode[code], problem[this.language]);
    this.errors.set(problem, error);
    return error;
  }
}

function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
