/** Formulas as trees, by Excel's order of operators: comparison, &, + -, * /, ^, %, sign. */
import type { ErrorCode } from '../model/cell-value.ts';
import { tokensOf, type Token } from './tokens.ts';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: ErrorCode }
  | { readonly kind: 'missing' }
  | { readonly kind: 'reference'; readonly address: string; readonly isSpill: boolean }
  | { readonly kind: 'structured'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'sign'; readonly sign: '+' | '-' | '@'; readonly of: Expression }
  | { readonly kind: 'percent'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Expression[])[] };

/** `null` where Excel would not take the formula. */
export function parseFormula(formula: string): Expression | null {
  const tokens = tokensOf(formula);
  if (!tokens) return null;
  const parser = new Parser(tokens.filter(({ kind }) => kind !== 'space'));
  return parser.whole();
}

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Unparsable extends Error {}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Expression | null {
    try {
      const expression = this.binary(0);
      return this.at === this.tokens.length ? expression : null;
    } catch (error) {
      if (error instanceof Unparsable) return null;
      throw error;
    }
  }

  private binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.percent();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.takeOperator(operators);
      if (operator === null) return left;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private percent(): Expression {
    let of = this.signed();
    while (this.takeOperator(['%']) !== null) of = { kind: 'percent', of };
    return of;
  }

  /** In Excel a sign binds harder than ^: -2^2 is 4. */
  private signed(): Expression {
    const sign = this.takeOperator(['-', '+', '@']);
    if (sign !== null) return { kind: 'sign', sign: sign as '+' | '-' | '@', of: this.signed() };
    return this.primary();
  }

  private primary(): Expression {
    const token = this.tokens[this.at++];
    if (!token) throw new Unparsable();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'text':
        return { kind: 'text', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', code: token.text.toUpperCase() as ErrorCode };
      case 'reference':
        return {
          kind: 'reference',
          address: token.text.replace(/#$/, ''),
          isSpill: token.text.endsWith('#'),
        };
      case 'structured':
        return { kind: 'structured', text: token.text };
      case 'name':
        return /^(true|false)$/i.test(token.text)
          ? { kind: 'boolean', value: token.text.toLowerCase() === 'true' }
          : { kind: 'name', name: token.text };
      case 'function':
        return this.call(token.text);
      case 'operator':
        if (token.text === '(') return this.parenthesis();
        if (token.text === '{') return this.array();
        throw new Unparsable();
      case 'space':
        throw new Unparsable();
    }
  }

  private parenthesis(): Expression {
    const inner = this.binary(0);
    this.demand(')');
    return inner;
  }

  private call(name: string): Expression {
    this.demand('(');
    const args: Expression[] = [];
    if (this.takeOperator([')']) !== null) return { kind: 'call', name, args };
    for (;;) {
      args.push(this.isNext(',') || this.isNext(')') ? { kind: 'missing' } : this.binary(0));
      if (this.takeOperator([')']) !== null) return { kind: 'call', name, args };
      this.demand(',');
    }
  }

  private array(): Expression {
    const rows: Expression[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.signed());
      const next = this.takeOperator([',', ';', '}']);
      if (next === null) throw new Unparsable();
      if (next === '}') return { kind: 'array', rows };
      if (next === ';') rows.push([]);
    }
  }

  private isNext(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'operator' && token.text === text;
  }

  private takeOperator(wanted: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || !wanted.includes(token.text)) return null;
    this.at++;
    return token.text;
  }

  private demand(text: string): void {
    if (this.takeOperator([text]) === null) throw new Unparsable();
  }
}
