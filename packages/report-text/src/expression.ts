/**
 * What the lathund computes, as small trees of data: of one person's row, and of all persons together. Each is written
 * in its language by `dax`, `power-query` and `sql`, so that the three cannot come to mean different things.
 */

/** A value of one person's row. */
export type RowExpression =
  | { readonly is: 'column'; readonly name: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'year' | 'month' | 'day'; readonly of: RowExpression }
  | { readonly is: 'days'; readonly from: RowExpression; readonly to: RowExpression }
  /** Halves away from zero. */
  | { readonly is: 'rounded'; readonly of: RowExpression; readonly decimals: number }
  | { readonly is: '+' | '-' | '*' | '/'; readonly left: RowExpression; readonly right: RowExpression }
  | { readonly is: 'cases'; readonly cases: readonly Case[]; readonly otherwise: RowExpression };

type Operation = Extract<RowExpression, { readonly is: '+' | '-' | '*' | '/' }>;

const PRECEDENCE = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** An operation's two sides as text, each in parentheses where it would be read otherwise without them. */
export function operands(
  { is, left, right }: Operation,
  written: (of: RowExpression) => string,
  inParentheses: (text: string) => string,
): readonly [left: string, right: string] {
  const side = (of: RowExpression, isRight: boolean) => {
    const own = of.is in PRECEDENCE ? PRECEDENCE[of.is as keyof typeof PRECEDENCE] : 3;
    const binds = own > PRECEDENCE[is] || (own === PRECEDENCE[is] && !isRight);
    return binds ? written(of) : inParentheses(written(of));
  };
  return [side(left, false), side(right, true)];
}

export interface Case {
  readonly when: {
    readonly left: RowExpression;
    readonly is: '<' | '>=';
    readonly right: RowExpression;
  };
  readonly then: RowExpression;
}

/** A figure of the persons that stand in the reader's view; null where there is nothing to count or divide by. */
export type Figure =
  | { readonly is: 'persons' }
  | { readonly is: 'sum' | 'median' | 'gini'; readonly column: string }
  /** The share that the ⌈persons / oneIn⌉ persons with the highest values have of the column's sum. */
  | { readonly is: 'top-share'; readonly column: string; readonly oneIn: number }
  | { readonly is: 'measure'; readonly name: string }
  | { readonly is: 'ratio'; readonly part: Figure; readonly whole: Figure }
  /** The same figure whatever frequency group the view shows. */
  | { readonly is: 'in-all-groups'; readonly of: Figure }
  | { readonly is: 'in-group'; readonly order: number; readonly of: Figure }
  | { readonly is: 'nearest-multiple'; readonly base: number; readonly of: Figure }
  /** Of the rows that are chosen: their persons by how often they come among these, in the groups chosen; or in all. */
  | { readonly is: 'chosen' | 'all-chosen'; readonly counted: 'persons' | 'rows' }
  /** As text, `..` where it must not be read. `percent`: of all groups. */
  | { readonly is: 'publication'; readonly counted: 'persons' | 'rows'; readonly percent: boolean }
  | { readonly is: 'headline' };

export const column = (name: string): RowExpression => ({ is: 'column', name });
export const number = (value: number): RowExpression => ({ is: 'number', value });
export const text = (value: string): RowExpression => ({ is: 'text', value });
