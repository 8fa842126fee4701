/** A formula cut into pieces, as Office.js writes formulas: English names, `,` between arguments, `.` in numbers. */
export type TokenKind =
  'number' | 'text' | 'error' | 'reference' | 'structured' | 'function' | 'name' | 'operator' | 'space';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const REFERENCE = new RegExp(
  String.raw`(?:${SHEET})?(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})#?(?![\p{L}\p{N}_(.\[])`,
  'uy',
);

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BUSY!|GETTING_DATA)/iy],
  ['reference', REFERENCE],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['structured', /[\p{L}_\\]?[\p{L}\p{N}_.\\]*\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]/uy],
  ['function', /[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\()/uy],
  ['name', /(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?[\p{L}_\\][\p{L}\p{N}_.\\]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%(),;{}@]/y],
];

/** `null` where the text is no formula. */
export function tokensOf(formula: string): Token[] | null {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    if (!token) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found && found[0] !== '') return { kind, text: found[0] };
  }
  return null;
}
