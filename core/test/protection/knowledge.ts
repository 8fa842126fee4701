/**
 * What somebody knows who has only what was published: quantities, some told and some not, and what ties them. A solver
 * (HiGHS) says how large a quantity can be in any world that agrees with all of it. It shares nothing with the protection:
 * neither its quantities nor its equations.
 *
 * Each quantity also has its true value, so that what is written down here as known is itself held against the truth.
 */
import loadHighs, { type Highs } from 'highs';

export type Term = readonly [factor: number, name: string];

interface Quantity {
  readonly column: string;
  readonly truth: number;
  least: number;
  most: number;
}

interface Tie {
  readonly why: string;
  readonly terms: readonly Term[];
  readonly relation: '=' | '>=' | '<=';
  readonly right: number;
}

/** Larger than any sum of the small registers here, and not much: with wide bounds the solver is less exact. */
const CEILING = 20_000;

let highs: Highs;
export async function loadSolver(): Promise<void> {
  highs = await loadHighs();
}

/** A world that agrees with what is known: by name, how large each quantity is in it. */
export type World = ReadonlyMap<string, number>;

export class Knowledge {
  private readonly quantities = new Map<string, Quantity>();
  private readonly ties: Tie[] = [];
  private readonly told = new Set<string>();

  /** A whole number that there is, not told. */
  quantity(name: string, truth: number, { least = 0, most = CEILING } = {}): string {
    const known = this.quantities.get(name);
    if (known && known.truth !== truth) throw new Error(`${name} is ${truth} and ${known.truth}`);
    if (!known) this.quantities.set(name, { column: `x${String(this.quantities.size)}`, truth, least, most });
    return name;
  }

  has(name: string): boolean {
    return this.quantities.has(name);
  }

  isTold(name: string): boolean {
    return this.told.has(name);
  }

  truth(name: string): number {
    return this.of(name).truth;
  }

  tell(name: string, value: number): void {
    const quantity = this.of(name);
    if (Math.abs(quantity.truth - value) > 1e-6)
      throw new Error(`${name} is told to be ${String(value)} and is ${String(quantity.truth)}`);
    quantity.least = quantity.most = quantity.truth;
    this.told.add(name);
  }

  atLeast(name: string, least: number): void {
    const quantity = this.of(name);
    quantity.least = Math.max(quantity.least, least);
  }

  tie(why: string, terms: readonly Term[], relation: Tie['relation'], right = 0): void {
    const left = terms.reduce((sum, [factor, name]) => sum + factor * this.of(name).truth, 0);
    const off = relation === '=' ? Math.abs(left - right) : relation === '<=' ? left - right : right - left;
    if (off > 1e-6)
      throw new Error(
        `Not so: ${why}: ${terms.map((term) => term.join(' ')).join(' + ')} is ${String(left)}`,
      );
    this.ties.push({ why, terms, relation, right });
  }

  sum(whole: string, parts: readonly string[]): void {
    this.tie('sum', [[-1, whole], ...parts.map((part) => [1, part] as const)], '=');
  }

  atMost(part: string, whole: string, times = 1): void {
    this.tie(
      'at most',
      [
        [1, part],
        [-times, whole],
      ],
      '<=',
    );
  }

  /** The world in which the sum of these quantities is largest. */
  worldWithMost(terms: readonly Term[], { simplified = true } = {}): World {
    const plus = ([factor, name]: Term) => ` ${factor < 0 ? '-' : '+'} ${String(Math.abs(factor))} ${name}`;
    const all = [...this.quantities.values()];
    const lines = this.ties.flatMap(({ terms: own, relation, right }) => {
      const fixed = (name: string) => this.of(name).least === this.of(name).most;
      const open = own.filter(([, name]) => !fixed(name));
      const known = own.filter(([, name]) => fixed(name));
      const rest = known.reduce((sum, [factor, name]) => sum + factor * this.of(name).least, 0);
      if (open.length === 0) return [];
      return [
        `${open.map(([f, name]) => plus([f, this.of(name).column])).join('\n')} ${relation} ${String(right - rest)}`,
      ];
    });
    const free = all.filter(({ least, most }) => least !== most);
    const model = [
      'Maximize',
      ...terms.map(([factor, name]) => plus([factor, this.of(name).column])),
      'Subject To',
      ...lines,
      'Bounds',
      ...all.map(({ column, least, most }) => ` ${String(least)} <= ${column} <= ${String(most)}`),
      'General',
      ...free.map(({ column }) => ` ${column}`),
      'End',
    ];
    const solution = highs.solve(model.join('\n'), {
      output_flag: false,
      presolve: simplified ? 'on' : 'off',
    });
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
    const columns = solution.Columns as Record<string, { readonly Primal: number } | undefined>;
    return new Map(
      [...this.quantities].map(([name, { column, least }]) => [
        name,
        columns[column] ? Math.round(columns[column].Primal) : least,
      ]),
    );
  }

  private of(name: string): Quantity {
    const quantity = this.quantities.get(name);
    if (!quantity) throw new Error(`No such quantity: ${name}`);
    return quantity;
  }
}

/** What must not be known: that a sum of quantities is as small as it is. */
export interface Secret {
  readonly name: string;
  readonly terms: readonly Term[];
  /** How large the reader must think that it can be; where he cannot anyway, the next, which is smaller. */
  readonly reaches: readonly number[];
}

/**
 * Those of the secrets that a reader comes too close to, with the largest value that he can think of.
 *
 * @param anyway what he would know if nothing but the account of rows and the zeros were shown: of a register of thirty
 *   rows nobody believes that five persons came seven times each, whatever is hidden
 */
export function foundOut(
  knowledge: Knowledge,
  secrets: readonly Secret[],
  anyway: () => Knowledge,
): string[] {
  const worlds: World[] = [];
  let without: Knowledge | undefined;
  return secrets.flatMap((secret) => {
    const { name, terms, reaches } = secret;
    // A world found for another secret will often do.
    if (worlds.some((world) => inWorld(world, secret) >= reaches[0]!)) return [];
    const world = knowledge.worldWithMost(terms);
    worlds.push(world);
    if (inWorld(world, secret) >= reaches[0]!) return [];
    // Rarely the solver stops short where it simplifies first.
    const again = knowledge.worldWithMost(terms, { simplified: false });
    worlds.push(again);
    const most = Math.max(inWorld(world, secret), inWorld(again, secret));
    if (most >= reaches[0]!) return [];
    without ??= anyway();
    const mostAnyway = inWorld(without.worldWithMost(terms), secret);
    const reach = reaches.find((one) => one <= mostAnyway);
    if (reach === undefined || most >= reach) return [];
    const truth = terms.reduce((sum, [factor, quantity]) => sum + factor * knowledge.truth(quantity), 0);
    return [`${name} is ${String(truth)}, at most ${String(most)}, not ${String(reach)}`];
  });
}

function inWorld(world: World, { terms }: Secret): number {
  return terms.reduce((sum, [factor, name]) => sum + factor * world.get(name)!, 0);
}
