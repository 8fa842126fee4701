/** What is wrong with a file's content is told with the file's name before it. */
import type { Outcome, Problem } from 'isu-core';

export function namingFile<T>(outcome: Outcome<T>, name: string): Outcome<T> {
  return outcome.ok ? outcome : { ok: false, problem: namedProblem(outcome.problem, name) };
}

export function namedProblem({ code, sv, en }: Problem, name: string): Problem {
  return { code, sv: `${name}: ${sv}`, en: `${name}: ${en}` };
}
