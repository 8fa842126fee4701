/**
 * Reads DAX into a tree, by the grammar of Microsoft's language reference as far as docs/powerbi uses it. There is no
 * kept parser of DAX for JavaScript to lean on. What is refused: an unknown function, too few or too many arguments, a
 * name of a variable that DAX does not take, unbalanced brackets, anything left over.
 */

export type Dax =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'reference'; readonly table: string | null; readonly name: string }
  /** A table, a variable, or a word of a function's own (DESC, DAY, STRING). */
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Dax[] }
  | { readonly is: 'variables'; readonly values: readonly (readonly [string, Dax])[]; readonly result: Dax }
  | { readonly is: 'binary'; readonly operator: string; readonly left: Dax; readonly right: Dax }
  | { readonly is: 'not' | 'minus'; readonly of: Dax }
  | { readonly is: 'rows'; readonly rows: readonly Dax[] };

/** Fewest and most arguments, by the language reference. */
const FUNCTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ADDCOLUMNS: [3, 99],
  ALL: [0, 99],
  CALCULATE: [1, 99],
  COUNTROWS: [0, 1],
  COUNTX: [2, 2],
  CURRENTGROUP: [0, 0],
  DATATABLE: [3, 99],
  DATE: [3, 3],
  DATEDIFF: [3, 3],
  DAY: [1, 1],
  DISTINCTCOUNT: [1, 1],
  DIVIDE: [2, 3],
  FILTER: [2, 2],
  FORMAT: [2, 3],
  GROUPBY: [2, 99],
  IF: [2, 3],
  ISBLANK: [1, 1],
  ISEMPTY: [1, 1],
  LEN: [1, 1],
  MAX: [1, 2],
  MAXX: [2, 3],
  MEDIAN: [1, 1],
  MINX: [2, 3],
  MONTH: [1, 1],
  REMOVEFILTERS: [0, 99],
  ROUND: [2, 2],
  ROUNDUP: [2, 2],
  SELECTCOLUMNS: [3, 99],
  SUM: [1, 1],
  SUMMARIZECOLUMNS: [1, 99],
  SUMX: [2, 2],
  SWITCH: [3, 99],
  TOPN: [2, 99],
  TRUE: [0, 0],
  UNION: [2, 99],
  VALUES: [1, 1],
  YEAR: [1, 1],
};

interface Token {
  readonly kind: 'number' | 'text' | 'column' | 'quoted' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const PATTERN =
  /(?<skip>\s+|\/\/[^\n]*|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"]|"")*")|(?<column>\[(?:[^\]]|\]\])+\])|(?<quoted>'(?:[^']|'')+')|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<sign>\|\||&&|<>|<=|>=|==|[-+*/^&=<>(){},])/uy;

function tokens(source: string): Token[] {
  const found: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const at = PATTERN.lastIndex;
    const groups = PATTERN.exec(source)?.groups;
    if (!groups) throw new Error(`not DAX: ${source.slice(at, at + 40)}`);
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    if (kind !== 'skip') found.push({ kind: kind as Token['kind'], text, at });
  }
  return [...found, { kind: 'end', text: '', at: source.length }];
}

/** From loosest to tightest; NOT stands between && and the comparisons. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '<', '>', '<=', '>=', 'IN'],
  ['&'],
  ['+', '-'],
  ['*', '/'],
];
const NOT_LEVEL = 2;

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  readonly tables: ReadonlySet<string>;

  constructor(source: string, tables: ReadonlySet<string>) {
    this.tokens = tokens(source);
    this.tables = tables;
  }

  get next(): Token {
    return this.tokens[this.at]!;
  }
  private take(): Token {
    return this.tokens[this.at++]!;
  }
  is(text: string): boolean {
    return this.next.text === text && this.next.kind !== 'text';
  }
  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }
  expect(text: string): void {
    if (!this.accept(text))
      throw new Error(`${text} is wanted at ${String(this.next.at)}, not «${this.next.text}»`);
  }
  end(): void {
    if (this.next.kind !== 'end')
      throw new Error(`left over at ${String(this.next.at)}: «${this.next.text}»`);
  }

  expression(level = 0): Dax {
    if (level === 0 && this.is('VAR')) return this.variables();
    if (level === NOT_LEVEL && this.accept('NOT')) return { is: 'not', of: this.expression(NOT_LEVEL) };
    if (level === LEVELS.length) return this.unary();
    let left = this.expression(level + 1);
    for (;;) {
      const operator = LEVELS[level]!.find((sign) => this.is(sign));
      if (operator === undefined) return left;
      this.take();
      left = { is: 'binary', operator, left, right: this.expression(level + 1) };
    }
  }

  private variables(): Dax {
    const values: (readonly [string, Dax])[] = [];
    while (this.accept('VAR')) {
      const { text } = this.take();
      if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(text)) throw new Error(`not a name of a variable: ${text}`);
      if (this.tables.has(text) || text.toUpperCase() in FUNCTIONS)
        throw new Error(`the variable has the name of a table or function: ${text}`);
      this.expect('=');
      values.push([text, this.expression()]);
    }
    this.expect('RETURN');
    return { is: 'variables', values, result: this.expression() };
  }

  private unary(): Dax {
    return this.accept('-') ? { is: 'minus', of: this.unary() } : this.primary();
  }

  private primary(): Dax {
    const token = this.take();
    switch (token.kind) {
      case 'number':
        return { is: 'number', value: Number(token.text) };
      case 'text':
        return { is: 'text', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'column':
        return { is: 'reference', table: null, name: bare(token.text) };
      case 'quoted':
        return { is: 'reference', table: token.text.slice(1, -1), name: this.column() };
      case 'name':
        if (this.is('(')) return this.call(token.text);
        if (this.next.kind === 'column') return { is: 'reference', table: token.text, name: this.column() };
        return { is: 'name', name: token.text };
      case 'sign':
        if (token.text === '(') {
          const inner = this.expression();
          this.expect(')');
          return inner;
        }
        if (token.text === '{') return { is: 'rows', rows: this.listed('}') };
        break;
      case 'end':
    }
    throw new Error(`a value is wanted at ${String(token.at)}, not «${token.text}»`);
  }

  private column(): string {
    const token = this.take();
    if (token.kind !== 'column') throw new Error(`a column is wanted at ${String(token.at)}`);
    return bare(token.text);
  }

  private call(name: string): Dax {
    this.expect('(');
    const args = this.listed(')');
    const bounds = FUNCTIONS[name];
    if (!bounds) throw new Error(`not a function known here: ${name}`);
    if (args.length < bounds[0] || args.length > bounds[1])
      throw new Error(`${name} does not take ${String(args.length)} arguments`);
    return { is: 'call', name, args };
  }

  private listed(close: string): Dax[] {
    const items: Dax[] = [];
    if (this.accept(close)) return items;
    do items.push(this.expression());
    while (this.accept(','));
    this.expect(close);
    return items;
  }
}

const bare = (column: string) => column.slice(1, -1).replaceAll(']]', ']');

/** `Name = expression`, as a calculated table or column is pasted; several where `name` starts a line. */
export function readDefinition(
  source: string,
  tables: ReadonlySet<string>,
): readonly [name: string, value: Dax] {
  const code = source.replace(/^\s*(?:\/\/[^\n]*\n\s*)*/, '');
  const name = /^([^=\n]+?) =/.exec(code);
  if (!name) throw new Error('a name and = are wanted');
  const reader = new Reader(code.slice(name[0].length), tables);
  const value = reader.expression();
  reader.end();
  return [name[1]!, value];
}

export interface Query {
  readonly measures: ReadonlyMap<string, Dax>;
  readonly evaluate: Dax;
  readonly orderBy: Dax;
}

/** `DEFINE MEASURE … EVALUATE … ORDER BY …`. */
export function readQuery(source: string, tables: ReadonlySet<string>): Query {
  const reader = new Reader(source, tables);
  const measures = new Map<string, Dax>();
  reader.expect('DEFINE');
  while (reader.accept('MEASURE')) {
    const target = reader.expression(LEVELS.length);
    if (target.is !== 'reference' || target.table === null || !tables.has(target.table))
      throw new Error('a measure stands in a table');
    if (measures.has(target.name)) throw new Error(`twice: ${target.name}`);
    reader.expect('=');
    measures.set(target.name, reader.expression());
  }
  reader.expect('EVALUATE');
  const evaluate = reader.expression();
  reader.expect('ORDER');
  reader.expect('BY');
  const orderBy = reader.expression();
  reader.end();
  return { measures, evaluate, orderBy };
}
