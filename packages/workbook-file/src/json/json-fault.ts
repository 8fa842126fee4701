/**
 * Where a JSON text breaks off from JSON (RFC 8259). `JSON.parse` says it in another way in each version of Node, in
 * English, and often without the place.
 */

export interface JsonFault {
  /** Row of the text, from 1. */
  readonly row: number;
  /** What stands there; `null` where the text ends too early. */
  readonly found: string | null;
}

type Expected = 'value' | 'element or end' | 'key' | 'key or end' | 'colon' | 'rest';

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** The first fault of a text, or `null` for JSON. */
export function jsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let at = 0; ;) {
    at += match(SPACE, text, at)!.length;
    if (at === text.length)
      return expected === 'rest' && open.length === 0 ? null : { row: rowsOf(text.trimEnd()), found: null };
    const token = match(TOKEN, text, at);
    const next: Expected | null = token === undefined ? null : after(token, expected, open);
    if (next === null) return { row: rowsOf(text.slice(0, at)), found: foundAt(text, at) };
    expected = next;
    at += token!.length;
  }
}

/** What may come after a token, or `null` where the token itself may not. `open` holds the brackets to be closed. */
function after(token: string, expected: Expected, open: string[]): Expected | null {
  switch (expected) {
    case 'element or end':
      return token === ']' ? closed(open) : value(token, open);
    case 'value':
      return value(token, open);
    case 'key or end':
      return token === '}' ? closed(open) : key(token);
    case 'key':
      return key(token);
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'rest': {
      const around = open.at(-1);
      if (token === ',' && around !== undefined) return around === '{' ? 'key' : 'value';
      const closes = (token === '}' && around === '{') || (token === ']' && around === '[');
      return closes ? closed(open) : null;
    }
  }
}

function value(token: string, open: string[]): Expected | null {
  if ('}],:'.includes(token)) return null;
  if (token !== '{' && token !== '[') return 'rest';
  open.push(token);
  return token === '{' ? 'key or end' : 'element or end';
}

function key(token: string): Expected | null {
  return token.startsWith('"') ? 'colon' : null;
}

function closed(open: string[]): Expected {
  open.pop();
  return 'rest';
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function rowsOf(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
}

/** Enough of what stands there to find it again. */
function foundAt(text: string, at: number): string {
  return /^[{}[\],:]|^[^\s,:{}[\]]{1,20}/.exec(text.slice(at))?.[0] ?? text.charAt(at);
}
