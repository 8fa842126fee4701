/**
 * Evaluates DAX as far as docs/powerbi uses it: row context, filter context, context transition, and the relation from
 * persons to rows. Written from Microsoft's language reference; it is not Power BI's engine, and whatever it does not
 * know throws. It shows that the text as it stands gives the figures, if DAX is what the reference says.
 */
import type { Dax } from './dax-reader.ts';

/** BLANK is null; a date is a number of days since 1970-01-01 with its kind. */
export class Day {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
  get date(): Date {
    return new Date(this.days * 86_400_000);
  }
}
export type Scalar = null | boolean | number | string | Day;

export interface Column {
  readonly name: string;
  /** `Table[Column]` of the model that the values come from; null for a column made on the way. */
  readonly lineage: string | null;
}
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Scalar[])[];
}
type Value = Scalar | Table;

export interface Model {
  readonly tables: ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: Table['rows'] }>;
  readonly measures: ReadonlyMap<string, Dax>;
  /** One → many: a filter on the one goes to the many. */
  readonly relation: {
    readonly one: readonly [string, string];
    readonly many: readonly [string, string];
  } | null;
}

/** Allowed values by `Table[Column]`. */
export type Filters = ReadonlyMap<string, ReadonlySet<string>>;
interface Row {
  readonly columns: readonly Column[];
  readonly cells: readonly Scalar[];
}
interface Context {
  readonly filters: Filters;
  /** Innermost last. */
  readonly rows: readonly Row[];
  readonly variables: ReadonlyMap<string, Value>;
  readonly group: Table | null;
}

export const keyOf = (value: Scalar): string =>
  value instanceof Day
    ? `d${String(value.days)}`
    : value === null
      ? 'blank'
      : `${typeof value}:${String(value)}`;

const engines = new WeakMap<Model, Engine>();

function engineOf(model: Model): Engine {
  const engine = engines.get(model) ?? new Engine(model);
  engines.set(model, engine);
  return engine;
}

export function measured(model: Model, measure: string, filters: Filters = new Map()): Scalar {
  const context = { filters, rows: [], variables: new Map<string, Value>(), group: null };
  return engineOf(model).scalar({ is: 'reference', table: null, name: measure }, context);
}

export function tabled(model: Model, expression: Dax, filters: Filters = new Map()): Table {
  return engineOf(model).table(expression, { filters, rows: [], variables: new Map(), group: null });
}

/** A column of a table, worked out for each of its rows. */
export function columned(model: Model, table: string, expression: Dax): Scalar[] {
  const engine = engineOf(model);
  const base = engine.base(table);
  return base.rows.map((cells) =>
    engine.scalar(expression, {
      filters: new Map(),
      rows: [{ columns: base.columns, cells }],
      variables: new Map(),
      group: null,
    }),
  );
}

const isTable = (value: Value): value is Table =>
  typeof value === 'object' && value !== null && !(value instanceof Day);

function asNumber(value: Scalar): number {
  if (value === null) return 0;
  if (value instanceof Day) return value.days;
  if (typeof value !== 'number') throw new Error(`not a number: ${String(value)}`);
  return value;
}
const asText = (value: Scalar): string =>
  value === null ? '' : value instanceof Day ? value.date.toISOString() : String(value);

function asDay(value: Scalar): Day {
  if (!(value instanceof Day)) throw new Error('not a date');
  return value;
}

function awayFromZero(value: number, decimals: number): number {
  const base = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * base)) / base;
}

class Engine {
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  base(name: string): Table {
    const found = this.model.tables.get(name);
    if (!found) throw new Error(`no table ${name}`);
    return {
      columns: found.columns.map((column) => ({ name: column, lineage: `${name}[${column}]` })),
      rows: found.rows,
    };
  }

  /** The rows of a table that pass the filters, those that come over the relation included. */
  private visible(name: string, filters: Filters): Table {
    const { columns, rows } = this.base(name);
    let kept: Table['rows'] = rows;
    const own = columns.flatMap(({ lineage }, i) => {
      const allowed = filters.get(lineage!);
      return allowed ? [{ allowed, i }] : [];
    });
    // The narrowest first: a context transition leaves one value.
    for (const { allowed, i } of own.sort((a, b) => a.allowed.size - b.allowed.size))
      kept =
        kept === rows
          ? [...allowed].flatMap((key) => this.index(name, i).get(key) ?? [])
          : kept.filter((row) => allowed.has(keyOf(row[i]!)));
    const { relation } = this.model;
    const isFiltered =
      relation && [...filters.keys()].some((column) => column.startsWith(`${relation.one[0]}[`));
    if (relation?.many[0] === name && isFiltered) {
      const one = this.visible(relation.one[0], filters);
      const at = one.columns.findIndex((column) => column.name === relation.one[1]);
      const known = new Set(one.rows.map((row) => keyOf(row[at]!)));
      const key = columns.findIndex((column) => column.name === relation.many[1]);
      kept = kept.filter((row) => known.has(keyOf(row[key]!)));
    }
    return { columns, rows: kept };
  }

  private readonly indexes = new Map<string, ReadonlyMap<string, Table['rows']>>();

  /** The rows of a table by what a column holds. */
  private index(name: string, at: number): ReadonlyMap<string, Table['rows']> {
    const known = this.indexes.get(`${name} ${String(at)}`);
    if (known) return known;
    const made = new Map<string, (readonly Scalar[])[]>();
    for (const row of this.base(name).rows) {
      const rows = made.get(keyOf(row[at]!));
      if (rows) rows.push(row);
      else made.set(keyOf(row[at]!), [row]);
    }
    this.indexes.set(`${name} ${String(at)}`, made);
    return made;
  }

  scalar(node: Dax, context: Context): Scalar {
    const value = this.value(node, context);
    if (isTable(value)) throw new Error('a table where a value is wanted');
    return value;
  }

  table(node: Dax, context: Context): Table {
    const value = this.value(node, context);
    if (!isTable(value)) throw new Error('a value where a table is wanted');
    return value;
  }

  private value(node: Dax, context: Context): Value {
    switch (node.is) {
      case 'number':
      case 'text':
        return node.value;
      case 'name':
        return this.named(node.name, context);
      case 'reference':
        return this.reference(node, context);
      case 'variables': {
        const variables = new Map(context.variables);
        for (const [name, value] of node.values)
          variables.set(name, this.value(value, { ...context, variables: new Map(variables) }));
        return this.value(node.result, { ...context, variables });
      }
      case 'not':
        return this.scalar(node.of, context) !== true;
      case 'minus':
        return -asNumber(this.scalar(node.of, context));
      case 'binary':
        return this.binary(node, context);
      case 'call':
        return this.call(node.name, node.args, context);
      case 'rows':
        throw new Error('a row of values stands in DATATABLE only');
    }
  }

  private named(name: string, { variables, filters }: Context): Value {
    const variable = variables.get(name);
    return variable === undefined ? this.visible(name, filters) : variable;
  }

  private reference({ table, name }: Extract<Dax, { is: 'reference' }>, context: Context): Scalar {
    for (const { columns, cells } of [...context.rows].reverse()) {
      const at = columns.findIndex((column) =>
        table === null
          ? column.name === name && (column.lineage === null || name.startsWith('@'))
          : column.lineage === `${table}[${name}]`,
      );
      if (at >= 0) return cells[at]!;
    }
    const measure = table === null ? this.model.measures.get(name) : undefined;
    if (!measure) throw new Error(`no such column here: ${table ?? ''}[${name}]`);
    return this.scalar(measure, { ...this.transitioned(context), variables: new Map() });
  }

  /** What the row contexts say becomes filters, and the row contexts are gone. */
  private transitioned(context: Context): Context {
    const filters = new Map(context.filters);
    for (const { columns, cells } of context.rows)
      columns.forEach(
        ({ lineage }, i) => lineage !== null && filters.set(lineage, new Set([keyOf(cells[i]!)])),
      );
    return { ...context, filters, rows: [] };
  }

  private binary({ operator, left, right }: Extract<Dax, { is: 'binary' }>, context: Context): Scalar {
    if (operator === '||' || operator === '&&') {
      const first = this.scalar(left, context) === true;
      return first === (operator === '||') ? first : this.scalar(right, context) === true;
    }
    const a = this.scalar(left, context);
    if (operator === 'IN') return this.table(right, context).rows.some((row) => keyOf(row[0]!) === keyOf(a));
    const b = this.scalar(right, context);
    switch (operator) {
      case '&':
        return asText(a) + asText(b);
      case '+':
      case '-':
        if (a === null && b === null) return null;
        return operator === '+' ? asNumber(a) + asNumber(b) : asNumber(a) - asNumber(b);
      case '*':
        return a === null || b === null ? null : asNumber(a) * asNumber(b);
      case '/':
        if (asNumber(b) === 0) throw new Error('divided by nothing');
        return a === null ? null : asNumber(a) / asNumber(b);
      default:
        return compared(operator, a, b);
    }
  }

  /** For each row of a table, within its row context. */
  private over<T>(table: Table, context: Context, make: (inner: Context, row: readonly Scalar[]) => T): T[] {
    return table.rows.map((cells) =>
      make({ ...context, rows: [...context.rows, { columns: table.columns, cells }] }, cells),
    );
  }

  private pairs(args: readonly Dax[]): { name: string; expression: Dax }[] {
    return Array.from({ length: args.length / 2 }, (_, i) => {
      const name = args[2 * i]!;
      if (name.is !== 'text') throw new Error('the name of a column is wanted');
      return { name: name.value, expression: args[2 * i + 1]! };
    });
  }

  private lineageOf(node: Dax, table: Table): string | null {
    if (node.is !== 'reference') return null;
    if (node.table !== null) return `${node.table}[${node.name}]`;
    return table.columns.find(({ name }) => name === node.name)?.lineage ?? null;
  }

  private columnsOf(args: readonly Dax[]): { table: string; names: string[] } {
    const references = args.map((arg) => {
      if (arg.is !== 'reference' || arg.table === null) throw new Error('a column of a table is wanted');
      return arg as { table: string; name: string };
    });
    const [first] = references;
    if (references.some(({ table }) => table !== first!.table))
      throw new Error('columns of one table are wanted');
    return { table: first!.table, names: references.map(({ name }) => name) };
  }

  private distinct(from: Table, args: readonly Dax[]): Table {
    const { names } = this.columnsOf(args);
    const at = names.map((name) => {
      const found = from.columns.findIndex((column) => column.name === name);
      if (found < 0) throw new Error(`no column ${name}`);
      return found;
    });
    const rows = new Map(
      from.rows.map((row) => [at.map((i) => keyOf(row[i]!)).join(' '), at.map((i) => row[i]!)]),
    );
    return { columns: at.map((i) => from.columns[i]!), rows: [...rows.values()] };
  }

  private call(name: string, args: readonly Dax[], context: Context): Value {
    const scalar = (i: number) => this.scalar(args[i]!, context);
    const table = (i: number) => this.table(args[i]!, context);
    const each = (i: number) => {
      const from = table(0);
      return this.over(from, context, (inner) => this.scalar(args[i]!, inner));
    };
    const column = () => {
      const { table: of, names } = this.columnsOf(args);
      const visible = this.visible(of, context.filters);
      const at = visible.columns.findIndex((found) => found.name === names[0]);
      if (at < 0) throw new Error(`no column ${names[0]!}`);
      return visible.rows.map((row) => row[at]!);
    };
    switch (name) {
      case 'TRUE':
        return true;
      case 'COUNTROWS':
        return table(0).rows.length || null;
      case 'ISEMPTY':
        return table(0).rows.length === 0;
      case 'SUM':
        return sum(column());
      case 'MAX':
        return column().reduce<Scalar>(
          (so, value) => (so === null || compared('>', value, so) ? value : so),
          null,
        );
      case 'DISTINCTCOUNT':
        return new Set(column().map(keyOf)).size || null;
      case 'MEDIAN':
        return median(
          column()
            .filter((value) => value !== null)
            .map(asNumber),
        );
      case 'SUMX':
        return sum(each(1));
      case 'COUNTX':
        return each(1).filter((value) => value !== null).length || null;
      case 'MINX':
        return extreme(each(1), -1);
      case 'MAXX':
        return extreme(each(1), 1);
      case 'FILTER': {
        const from = table(0);
        const keeps = each(1);
        return { ...from, rows: from.rows.filter((_, i) => keeps[i] === true) };
      }
      case 'VALUES':
        return this.distinct(this.visible(this.columnsOf(args).table, context.filters), args);
      case 'ALL':
        return this.distinct(this.base(this.columnsOf(args).table), args);
      case 'ADDCOLUMNS': {
        const from = table(0);
        const made = this.pairs(args.slice(1));
        return {
          columns: [...from.columns, ...made.map((pair) => ({ name: pair.name, lineage: null }))],
          rows: this.over(from, context, (inner, row) => [
            ...row,
            ...made.map(({ expression }) => this.scalar(expression, inner)),
          ]),
        };
      }
      case 'SELECTCOLUMNS': {
        const from = table(0);
        const made = this.pairs(args.slice(1));
        return {
          columns: made.map((pair) => ({
            name: pair.name,
            lineage: this.lineageOf(pair.expression, from),
          })),
          rows: this.over(from, context, (inner) =>
            made.map(({ expression }) => this.scalar(expression, inner)),
          ),
        };
      }
      case 'UNION': {
        const parts = args.map((_, i) => table(i));
        const [first] = parts;
        if (parts.some(({ columns }) => columns.length !== first!.columns.length))
          throw new Error('columns differ in number');
        const columns = first!.columns.map((own, i) => ({
          name: own.name,
          lineage: parts.every((part) => part.columns[i]!.lineage === own.lineage) ? own.lineage : null,
        }));
        return { columns, rows: parts.flatMap(({ rows }) => rows) };
      }
      case 'GROUPBY':
        return this.groupBy(table(0), args.slice(1), context);
      case 'CURRENTGROUP':
        if (context.group === null) throw new Error('CURRENTGROUP outside GROUPBY');
        return context.group;
      case 'TOPN':
        return this.topN(asNumber(scalar(0)), table(1), args.slice(2), context);
      case 'CALCULATE':
        return this.calculate(args[0]!, args.slice(1), context);
      case 'SUMMARIZECOLUMNS':
        return this.summarized(args, context);
      case 'DATATABLE':
        return dataTable(args);
      case 'IF':
        return scalar(0) === true
          ? this.value(args[1]!, context)
          : args[2]
            ? this.value(args[2], context)
            : null;
      case 'SWITCH': {
        const wanted = scalar(0);
        for (let i = 1; i + 1 < args.length; i += 2) if (scalar(i) === wanted) return scalar(i + 1);
        return args.length % 2 === 0 ? scalar(args.length - 1) : null;
      }
      case 'DIVIDE': {
        const [part, whole] = [scalar(0), scalar(1)];
        if (part === null || asNumber(whole) === 0) return null;
        return asNumber(part) / asNumber(whole);
      }
      case 'ROUND':
        return scalar(0) === null ? null : awayFromZero(asNumber(scalar(0)), asNumber(scalar(1)));
      case 'ROUNDUP':
        if (scalar(1) !== 0) throw new Error('decimals');
        return Math.ceil(asNumber(scalar(0)));
      case 'FORMAT':
        return formatted(asNumber(scalar(0)), scalar(1), scalar(2));
      case 'ISBLANK':
        return scalar(0) === null;
      case 'LEN':
        return asText(scalar(0)).length;
      case 'YEAR':
        return asDay(scalar(0)).date.getUTCFullYear();
      case 'MONTH':
        return asDay(scalar(0)).date.getUTCMonth() + 1;
      case 'DAY':
        return asDay(scalar(0)).date.getUTCDate();
      case 'DATE':
        return new Day(
          Date.UTC(asNumber(scalar(0)), asNumber(scalar(1)) - 1, asNumber(scalar(2))) / 86_400_000,
        );
      case 'DATEDIFF': {
        const unit = args[2]!;
        if (unit.is !== 'name' || unit.name !== 'DAY') throw new Error('days only');
        return asDay(scalar(1)).days - asDay(scalar(0)).days;
      }
      default:
        throw new Error(`not known here: ${name}`);
    }
  }

  private calculate(expression: Dax, modifiers: readonly Dax[], context: Context): Value {
    const inner = this.transitioned(context);
    const filters = new Map(inner.filters);
    const added: [string, ReadonlySet<string>][] = [];
    for (const modifier of modifiers) {
      if (modifier.is === 'call' && modifier.name === 'REMOVEFILTERS') {
        const { table, names } = this.columnsOf(modifier.args);
        for (const column of names) filters.delete(`${table}[${column}]`);
      } else if (modifier.is === 'binary' && modifier.operator === '=' && modifier.left.is === 'reference') {
        const { table, name } = modifier.left;
        added.push([`${table!}[${name}]`, new Set([keyOf(this.scalar(modifier.right, context))])]);
      } else throw new Error('a filter not known here');
    }
    // What is removed is removed before anything is added, in whatever order they stand.
    for (const [column, values] of added) filters.set(column, values);
    return this.value(expression, { ...inner, filters });
  }

  private groupBy(from: Table, args: readonly Dax[], context: Context): Table {
    const cut = args.findIndex((arg) => arg.is === 'text');
    const at = args.slice(0, cut).map((key) => {
      if (key.is !== 'reference') throw new Error('a column to group by is wanted');
      const found = from.columns.findIndex((column) =>
        key.table === null ? column.name === key.name : column.lineage === `${key.table}[${key.name}]`,
      );
      if (found < 0) throw new Error(`no column ${key.name} to group by`);
      return found;
    });
    const made = this.pairs(args.slice(cut));
    for (const { expression } of made)
      if (expression.is !== 'call' || !/^(COUNT|MIN|MAX|SUM|AVERAGE)X$/.test(expression.name))
        throw new Error('a column of GROUPBY is one of the X functions over CURRENTGROUP ()');
    const groups = new Map<string, (readonly Scalar[])[]>();
    for (const row of from.rows) {
      const key = at.map((i) => keyOf(row[i]!)).join(' ');
      const rows = groups.get(key);
      if (rows) rows.push(row);
      else groups.set(key, [row]);
    }
    return {
      columns: [...at.map((i) => from.columns[i]!), ...made.map(({ name }) => ({ name, lineage: null }))],
      rows: [...groups.values()].map((rows) => [
        ...at.map((i) => rows[0]![i]!),
        ...made.map(({ expression }) =>
          this.scalar(expression, { ...context, group: { columns: from.columns, rows } }),
        ),
      ]),
    };
  }

  /** As TOPN does, all that tie with the last are taken too. */
  private topN(count: number, from: Table, order: readonly Dax[], context: Context): Table {
    const keys = this.over(from, context, (inner, row) => ({
      row,
      by: order.flatMap((expression, i) => {
        if (i % 2 === 1) return [];
        const direction = order[i + 1]!;
        const sign = direction.is === 'name' && direction.name === 'DESC' ? -1 : 1;
        return [{ value: this.scalar(expression, inner), sign }];
      }),
    }));
    const compare = (a: (typeof keys)[number], b: (typeof keys)[number]) => {
      for (const [i, { value, sign }] of a.by.entries()) {
        const other = b.by[i]!.value;
        if (keyOf(value) === keyOf(other)) continue;
        return sign * (compared('<', value, other) ? -1 : 1);
      }
      return 0;
    };
    const sorted = keys.sort(compare);
    const last = sorted[Math.min(count, sorted.length) - 1];
    return { ...from, rows: sorted.filter((key) => last && compare(key, last) <= 0).map(({ row }) => row) };
  }

  private summarized(args: readonly Dax[], context: Context): Table {
    const cut = args.findIndex((arg) => arg.is === 'text');
    const groups = this.distinct(
      this.visible(this.columnsOf(args.slice(0, cut)).table, context.filters),
      args.slice(0, cut),
    );
    const made = this.pairs(args.slice(cut));
    const rows = this.over(groups, context, (inner, row) => [
      ...row,
      ...made.map(({ expression }) => this.scalar(expression, this.transitioned(inner))),
    ]);
    return {
      columns: [...groups.columns, ...made.map(({ name }) => ({ name, lineage: null }))],
      rows: rows.filter((row) => row.slice(groups.columns.length).some((cell) => cell !== null)),
    };
  }
}

function compared(operator: string, a: Scalar, b: Scalar): boolean {
  if (typeof a === 'string' || typeof b === 'string') {
    const [x, y] = [asText(a), asText(b)];
    return holds(operator, x < y ? -1 : x > y ? 1 : 0);
  }
  return holds(operator, Math.sign(asNumber(a) - asNumber(b)));
}

function holds(operator: string, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      throw new Error(`operator ${operator}`);
  }
}

function sum(values: readonly Scalar[]): number | null {
  const filled = values.filter((value) => value !== null);
  return filled.length === 0 ? null : filled.reduce<number>((so, value) => so + asNumber(value), 0);
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function extreme(values: readonly Scalar[], sign: 1 | -1): Scalar {
  return values
    .filter((value) => value !== null)
    .reduce<Scalar>(
      (so, value) => (so === null || sign * (asNumber(value) - asNumber(so)) > 0 ? value : so),
      null,
    );
}

function formatted(value: number, format: Scalar, locale: Scalar): string {
  if (format !== '#,0' || locale !== 'sv-SE') throw new Error('a format not known here');
  return String(awayFromZero(value, 0)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

function dataTable(args: readonly Dax[]): Table {
  const names = args.slice(0, -1).flatMap((arg) => (arg.is === 'text' ? [arg.value] : []));
  const rows = args.at(-1)!;
  if (rows.is !== 'rows') throw new Error('rows are wanted last');
  return {
    columns: names.map((name) => ({ name, lineage: null })),
    rows: rows.rows.map((row) => {
      if (row.is !== 'rows' || row.rows.length !== names.length) throw new Error('a row of values is wanted');
      return row.rows.map((cell) => (cell.is === 'number' || cell.is === 'text' ? cell.value : null));
    }),
  };
}
