/** What a dropped file is, by its first words, and its text or JSON; what is wrong with it is told with its name. */
import { jsonFault } from 'isu-cli/src/json-fault.ts';
import { emptyJson, notJson } from 'isu-cli/src/file-problems.ts';
import { succeed, type Outcome, type Problem } from 'isu-core';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A key is text, and so may a register be: a key must never be read as one. */
export function fileContent({ name, bytes }: NamedFile): 'key' | 'json' | 'rows' {
  const start = textOf(bytes.subarray(0, 400)).trimStart();
  if (/^isu-nyckel\b/i.test(start)) return 'key';
  return /\.json$/i.test(name) || start.startsWith('{') ? 'json' : 'rows';
}

export function jsonIn({ name, bytes }: NamedFile): Outcome<unknown> {
  const text = textOf(bytes);
  if (text.trim() === '') return emptyJson(name);
  const fault = jsonFault(text);
  return fault === null ? succeed(JSON.parse(text) as unknown) : notJson(name, fault);
}

/** UTF-8; Windows' own programs also save UTF-16 with a mark, or Windows-1252. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function namingFile<T>(outcome: Outcome<T>, name: string): Outcome<T> {
  return outcome.ok ? outcome : { ok: false, problem: namedProblem(outcome.problem, name) };
}

function namedProblem({ code, sv, en }: Problem, name: string): Problem {
  return { code, sv: `${name}: ${sv}`, en: `${name}: ${en}` };
}
