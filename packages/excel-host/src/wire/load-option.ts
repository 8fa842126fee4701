/**
 * What a `load` asks for, however it was said: names in one string, a list of names, an object of trues, or the older
 * `{ select, expand, top, skip }`. Docs: "Application-specific API model", "OfficeExtension.LoadOption".
 */
import { invalidArgument } from './error.ts';

export interface Query {
  /** Paths with `/`; `*` is all plain properties. For a collection they are those of its items. */
  readonly paths: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export function queryOf(option: unknown): Query {
  if (option === undefined || option === null) return { paths: ['*'], top: null, skip: 0 };
  if (typeof option === 'string') return { paths: pathsOf(option), top: null, skip: 0 };
  if (Array.isArray(option))
    return { paths: option.flatMap((path) => pathsOf(String(path))), top: null, skip: 0 };
  if (typeof option !== 'object') throw invalidArgument('option');
  return isLoadOption(option) ? queryOfLoadOption(option) : queryOfTrues(option as Record<string, unknown>);
}

function pathsOf(names: string): string[] {
  const paths = names
    .split(',')
    .map((name) => pathOf(name.trim()))
    .filter((path) => path !== '');
  return paths.length > 0 ? paths : ['*'];
}

/** `items/name` and `name` are the same to a collection, and so in the middle of a path. */
function pathOf(name: string): string {
  if (/^items[/.]?$/i.test(name)) return '*';
  return name
    .replace(/^items[/.]/i, '')
    .replace(/[/.]items[/.]/gi, '/')
    .replaceAll('.', '/');
}

interface LoadOption {
  readonly select?: string | readonly string[];
  readonly expand?: string | readonly string[];
  readonly top?: number;
  readonly skip?: number;
}

function isLoadOption(option: object): option is LoadOption {
  const { select, expand, top, skip } = option as Record<string, unknown>;
  const isNames = (names: unknown) => typeof names === 'string' || Array.isArray(names);
  return isNames(select) || isNames(expand) || typeof top === 'number' || typeof skip === 'number';
}

function queryOfLoadOption({ select, expand, top, skip }: LoadOption): Query {
  const names = [select ?? [], expand ?? []].flat();
  return {
    paths: names.length > 0 ? names.flatMap(pathsOf) : ['*'],
    top: top ?? null,
    skip: skip ?? 0,
  };
}

function queryOfTrues(option: Record<string, unknown>): Query {
  const { $top, $skip, ...wanted } = option;
  if ($top !== undefined && typeof $top !== 'number') throw invalidArgument('option.$top');
  if ($skip !== undefined && typeof $skip !== 'number') throw invalidArgument('option.$skip');
  const paths = truePaths(wanted, '');
  return { paths: paths.length > 0 ? paths : ['*'], top: $top ?? null, skip: $skip ?? 0 };
}

function truePaths(wanted: Record<string, unknown>, before: string): string[] {
  return Object.entries(wanted).flatMap(([key, want]) => {
    if (want === true) return [before + (key === '$all' ? '*' : key)];
    if (want === false || want === undefined) return [];
    if (typeof want !== 'object' || want === null) throw invalidArgument(`option.${before}${key}`);
    const rest = truePaths(want as Record<string, unknown>, key === 'items' ? before : `${before}${key}/`);
    return rest.length > 0 ? rest : [`${before}${key}/*`];
  });
}

/** Paths by their first step: what is asked of each. An empty list is the step itself. */
export function stepsOf(paths: readonly string[]): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  for (const path of paths) {
    const at = path.indexOf('/');
    const [first, rest] = at < 0 ? [path, null] : [path.slice(0, at), path.slice(at + 1)];
    const known = steps.get(first) ?? [];
    if (rest !== null && rest !== '') known.push(rest);
    steps.set(first, known);
  }
  return steps;
}
