/**
 * Runs the Power Query of docs/powerbi: Microsoft's parser reads it, and what follows evaluates what the parser gives,
 * with the library functions that the text uses and no others. Written from the language specification; it is not
 * Power Query, and knows only as much of it as is needed here. Anything else throws.
 */
import { DefaultSettings, TaskUtils, type Language } from '@microsoft/powerquery-parser';

type Node = Language.Ast.TNode;

/** A calendar day, as days since 1970-01-01. */
export class Day {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
  get date(): Date {
    return new Date(this.days * 86_400_000);
  }
}
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}
type Thunk = () => Value;
type Fields = ReadonlyMap<string, Thunk>;
type Callable = (...args: Value[]) => Value;
/** A type is known by its name; that of a table by its columns. */
interface TypeValue {
  readonly type: string;
  readonly columns?: readonly string[];
}
export type Value =
  null | boolean | number | string | Day | TypeValue | Table | Fields | Callable | readonly Value[];

/** An error of the language, which `try` catches; any other exception is a fault of the text or of this engine. */
export class PowerQueryError extends Error {}

const known = new Map<string, Promise<Node>>();

export function parsed(text: string): Promise<Node> {
  const tree = known.get(text) ?? parse(text);
  known.set(text, tree);
  return tree;
}

async function parse(text: string): Promise<Node> {
  const task = await TaskUtils.tryLexParse(DefaultSettings, text);
  if (!TaskUtils.isParseStageOk(task))
    throw new Error(TaskUtils.isError(task) ? task.error.message : 'lexed only');
  return task.ast;
}

/** What stands outside the text: other queries, and the file's cells as Csv.Document and Excel.Workbook give them. */
export interface Surroundings {
  readonly queries?: Readonly<Record<string, Value>>;
  readonly csv?: Table;
  readonly workbook?: Table;
}

export async function evaluated(text: string, surroundings: Surroundings = {}): Promise<Value> {
  const names = new Map<string, Thunk>(
    Object.entries(library(surroundings)).map(([name, value]) => [name, () => value]),
  );
  for (const [name, value] of Object.entries(surroundings.queries ?? {})) names.set(name, () => value);
  return evaluate(await parsed(text), new Scope(names, null));
}

/** The rows of a table as objects; days as ISO text. */
export function objectsOf(value: Value): Record<string, unknown>[] {
  const { columns, rows } = table(value);
  const plain = (cell: Value) => (cell instanceof Day ? cell.date.toISOString().slice(0, 10) : cell);
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, plain(row[i]!)])));
}

export function field(value: Value, name: string): Value {
  if (isTable(value)) {
    const at = columnAt(value, name);
    return value.rows.map((row) => row[at]!);
  }
  const thunk = record(value).get(name);
  if (!thunk) throw new Error(`no field ${name}`);
  return thunk();
}

class Scope {
  private readonly names: ReadonlyMap<string, Thunk>;
  private readonly outer: Scope | null;
  constructor(names: ReadonlyMap<string, Thunk>, outer: Scope | null) {
    this.names = names;
    this.outer = outer;
  }
  find(name: string): Value {
    const thunk = this.names.get(name);
    if (thunk) return thunk();
    if (this.outer === null) throw new Error(`the name ${name} is not known`);
    return this.outer.find(name);
  }
}

/** A value worked out when first asked for, and once. */
function lazy(work: Thunk): Thunk {
  let known: { value: Value } | { fault: unknown } | null = null;
  let isWorking = false;
  return () => {
    if (known === null) {
      if (isWorking) throw new Error('a value that needs itself');
      isWorking = true;
      try {
        known = { value: work() };
      } catch (fault) {
        known = { fault };
      }
    }
    if ('fault' in known) throw known.fault;
    return known.value;
  };
}

const isTable = (value: Value): value is Table =>
  typeof value === 'object' && value !== null && 'rows' in value && 'columns' in value;

function table(value: Value): Table {
  if (!isTable(value)) throw new Error('not a table');
  return value;
}
function record(value: Value): Fields {
  if (!(value instanceof Map)) throw new Error('not a record');
  return value as Fields;
}
function list(value: Value): readonly Value[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value as readonly Value[];
}
function text(value: Value): string {
  if (typeof value !== 'string') throw new Error(`not a text: ${keyOf(value)}`);
  return value;
}
function number(value: Value): number {
  if (typeof value !== 'number') throw new Error(`not a number: ${keyOf(value)}`);
  return value;
}
function day(value: Value): Day {
  if (!(value instanceof Day)) throw new Error(`not a date: ${keyOf(value)}`);
  return value;
}
function callable(value: Value): Callable {
  if (typeof value !== 'function') throw new Error('not a function');
  return value;
}
function logical(value: Value): boolean {
  if (typeof value !== 'boolean') throw new PowerQueryError('a condition must be true or false');
  return value;
}
function columnAt({ columns }: Table, name: string): number {
  const at = columns.indexOf(name);
  if (at < 0) throw new PowerQueryError(`The column '${name}' of the table wasn't found.`);
  return at;
}
const rowRecord = ({ columns }: Table, row: readonly Value[]): Fields =>
  new Map(columns.map((name, i) => [name, () => row[i]!]));

const QUOTED = /^#"(.*)"$/s;
const nameOf = (literal: string) => QUOTED.exec(literal)?.[1]?.replaceAll('""', '"') ?? literal;

function evaluate(node: Node, scope: Scope): Value {
  const value = (of: Node) => evaluate(of, scope);
  switch (node.kind as string) {
    case 'LiteralExpression':
      return literal(node as Language.Ast.LiteralExpression);
    case 'IdentifierExpression':
      return scope.find(nameOf((node as Language.Ast.IdentifierExpression).identifier.literal));
    case 'ParenthesizedExpression':
      return value((node as Language.Ast.ParenthesizedExpression).content);
    case 'LetExpression': {
      const { variableList, expression } = node as Language.Ast.LetExpression;
      const names = new Map<string, Thunk>();
      const inner = new Scope(names, scope);
      for (const { node: pair } of variableList.elements)
        names.set(
          nameOf(pair.key.literal),
          lazy(() => evaluate(pair.value, inner)),
        );
      return evaluate(expression, inner);
    }
    case 'RecordExpression': {
      const names = new Map<string, Thunk>();
      const inner = new Scope(names, scope);
      for (const { node: pair } of (node as Language.Ast.RecordExpression).content.elements) {
        // A field sees its siblings by name, but not itself: `[Personer = Personer]` means the outer.
        const name = nameOf(pair.key.literal);
        names.set(
          name,
          lazy(() => evaluate(pair.value, without(name, inner, scope))),
        );
      }
      return names;
    }
    case 'ListExpression':
      return (node as Language.Ast.ListExpression).content.elements.flatMap(({ node: item }) =>
        (item.kind as string) === 'RangeExpression'
          ? range(
              value((item as Language.Ast.RangeExpression).left),
              value((item as Language.Ast.RangeExpression).right),
            )
          : [value(item as Node)],
      );
    case 'EachExpression': {
      const { paired } = node as Language.Ast.EachExpression;
      return (it: Value) => evaluate(paired, new Scope(new Map([['_', () => it]]), scope));
    }
    case 'FunctionExpression': {
      const { parameters, expression } = node as Language.Ast.FunctionExpression;
      const names = parameters.content.elements.map(({ node: parameter }) => nameOf(parameter.name.literal));
      return (...args: Value[]) => {
        if (args.length !== names.length) throw new Error(`${String(names.length)} arguments wanted`);
        return evaluate(
          expression,
          new Scope(new Map(names.map((name, i) => [name, () => args[i]!])), scope),
        );
      };
    }
    case 'IfExpression': {
      const { condition, trueExpression, falseExpression } = node as Language.Ast.IfExpression;
      return value(logical(value(condition)) ? trueExpression : falseExpression);
    }
    case 'ErrorHandlingExpression': {
      const { protectedExpression, handler } = node as Language.Ast.ErrorHandlingOtherwiseExpression;
      try {
        return value(protectedExpression);
      } catch (fault) {
        if (!(fault instanceof PowerQueryError)) throw fault;
        return value(handler!.paired);
      }
    }
    case 'FieldSelector':
      return field(scope.find('_'), nameOf((node as Language.Ast.FieldSelector).content.literal));
    case 'RecursivePrimaryExpression': {
      const { head, recursiveExpressions } = node as Language.Ast.RecursivePrimaryExpression;
      return recursiveExpressions.elements.reduce<Value>(
        (so, step) => accessed(so, step, value),
        value(head),
      );
    }
    case 'UnaryExpression': {
      const { operators, typeExpression } = node as Language.Ast.UnaryExpression;
      return [...operators.elements].reverse().reduce<Value>((so, { constantKind }) => {
        if (so === null) return null;
        return (constantKind as string) === 'not'
          ? !logical(so)
          : (constantKind as string) === '-'
            ? -number(so)
            : number(so);
      }, value(typeExpression));
    }
    case 'TypePrimaryType':
      return typeOf((node as Language.Ast.TypePrimaryType).paired);
    case 'IsExpression': {
      const { left, right } = node as Language.Ast.IsExpression;
      return is(value(left), (right as Language.Ast.PrimitiveType).primitiveTypeKind);
    }
    case 'LogicalExpression':
    case 'EqualityExpression':
    case 'RelationalExpression':
    case 'ArithmeticExpression': {
      const { left, operatorConstant, right } = node as Language.Ast.TBinOpExpression;
      return operated(operatorConstant.constantKind, value(left), () => value(right));
    }
    default:
      throw new Error(`not known here: ${node.kind}`);
  }
}

function without(name: string, inner: Scope, outer: Scope): Scope {
  return new Scope(new Map([[name, () => outer.find(name)]]), inner);
}

function accessed(
  so: Value,
  step: Language.Ast.RecursivePrimaryExpression['recursiveExpressions']['elements'][number],
  value: (of: Node) => Value,
): Value {
  switch (step.kind as string) {
    case 'InvokeExpression':
      return callable(so)(
        ...(step as Language.Ast.InvokeExpression).content.elements.map(({ node }) => value(node)),
      );
    case 'ItemAccessExpression': {
      const at = number(value((step as Language.Ast.ItemAccessExpression).content));
      const item = isTable(so) ? so.rows[at] && rowRecord(so, so.rows[at]) : list(so)[at];
      if (item === undefined) throw new PowerQueryError('There weren’t enough elements.');
      return item;
    }
    case 'FieldSelector':
      return field(so, nameOf((step as Language.Ast.FieldSelector).content.literal));
    default:
      throw new Error(`not known here: ${step.kind}`);
  }
}

function literal({ literalKind, literal: written }: Language.Ast.LiteralExpression): Value {
  switch (literalKind as string) {
    case 'Null':
      return null;
    case 'Logical':
      return written === 'true';
    case 'Numeric':
      return Number(written);
    case 'Text':
      return written.slice(1, -1).replaceAll('""', '"');
    default:
      throw new Error(`literal ${literalKind}`);
  }
}

function range(from: Value, to: Value): Value[] {
  const [a, b] =
    typeof from === 'string' ? [from.charCodeAt(0), text(to).charCodeAt(0)] : [number(from), number(to)];
  return Array.from({ length: b - a + 1 }, (_, i) =>
    typeof from === 'string' ? String.fromCharCode(a + i) : a + i,
  );
}

function typeOf(node: Language.Ast.TPrimaryType): TypeValue {
  if ((node.kind as string) === 'TableType') {
    const { rowType } = node as Language.Ast.TableType;
    const { content } = rowType as Language.Ast.FieldSpecificationList;
    return { type: 'table', columns: content.elements.map(({ node: of }) => nameOf(of.name.literal)) };
  }
  if ((node.kind as string) === 'NullableType') return { type: 'nullable' };
  return { type: (node as Language.Ast.PrimitiveType).primitiveTypeKind };
}

function is(value: Value, type: string): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'date':
      return value instanceof Day;
    case 'datetime':
    case 'datetimezone':
      return false;
    default:
      throw new Error(`type ${type}`);
  }
}

function operated(operator: string, left: Value, right: Thunk): Value {
  if (operator === 'and' || operator === 'or') {
    const decides = operator === 'or';
    if (left === decides) return decides;
    const other = right();
    if (other === decides) return decides;
    return left === null || other === null ? null : logical(left) && logical(other);
  }
  const other = right();
  if (operator === '=') return isEqual(left, other);
  if (operator === '<>') return !isEqual(left, other);
  if (operator === '&' && left instanceof Map) return new Map([...record(left), ...record(other)]);
  if (operator === '&') return left === null || other === null ? null : text(left) + text(other);
  if (left === null || other === null) return null;
  if (left instanceof Day || other instanceof Day) return dayOperated(operator, day(left), day(other));
  if (typeof left === 'string') return compared(operator, left, text(other));
  const [a, b] = [number(left), number(other)];
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return compared(operator, a, b);
  }
}

/** A duration is held as its days: nothing else is made of it here. */
function dayOperated(operator: string, a: Day, b: Day): Value {
  return operator === '-' ? a.days - b.days : compared(operator, a.days, b.days);
}

function compared<T extends string | number>(operator: string, a: T, b: T): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      throw new Error(`operator ${operator}`);
  }
}

function isEqual(a: Value, b: Value): boolean {
  if (a instanceof Day && b instanceof Day) return a.days === b.days;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isEqual(item as Value, b[i] as Value));
  return a === b;
}

/** What tells a cell's value from others. */
function keyOf(value: Value): string {
  if (value instanceof Day) return `d${String(value.days)}`;
  if (typeof value === 'object' && value !== null) throw new Error('not the value of a cell');
  return `${typeof value}:${String(value)}`;
}

const DIGITS_ONLY = /^[+-]?\d+(\.\d+)?$/;

/** Only what the texts use. */
function library({ csv, workbook }: Surroundings): Record<string, Value> {
  const addColumn = (of: Value, name: Value, make: Value): Table => {
    const { columns, rows } = table(of);
    if (columns.includes(text(name))) throw new PowerQueryError(`the column ${text(name)} is there already`);
    return {
      columns: [...columns, text(name)],
      rows: rows.map((row) => [...row, callable(make)(rowRecord({ columns, rows }, row))]),
    };
  };
  const selectColumns = (of: Value, names: Value): Table => {
    const from = table(of);
    const at = list(names).map((name) => columnAt(from, text(name)));
    return { columns: list(names).map(text), rows: from.rows.map((row) => at.map((i) => row[i]!)) };
  };
  const date = (y: number, m: number, d: number): Day => {
    const made = new Date(0);
    made.setUTCFullYear(y, m - 1, d);
    const isThere = y >= 1 && y <= 9999 && made.getUTCMonth() === m - 1 && made.getUTCDate() === d;
    if (!isThere) throw new PowerQueryError('not a date');
    return new Day(made.getTime() / 86_400_000);
  };
  const characters = (of: Value) => new Set(list(of).map(text));
  const sum = (of: readonly Value[]) => of.reduce<number>((so, n) => so + number(n), 0);
  const EXCEL_EPOCH = 25_569;
  return {
    'Int64.Type': { type: 'whole' },
    'QuoteStyle.Csv': 1,
    'JoinKind.LeftOuter': 1,
    'RoundingMode.AwayFromZero': 2,
    '#date': (y, m, d) => date(number(y), number(m), number(d)),
    '#table': (type, rows) => ({ columns: (type as TypeValue).columns!, rows: list(rows).map(list) }),
    'File.Contents': (path) => text(path),
    'Csv.Document': (_, options) => {
      if (field(options, 'Delimiter') !== ';') throw new Error('delimiter');
      return csv!;
    },
    'Excel.Workbook': () => workbook!,
    'Date.Year': (d) => day(d).date.getUTCFullYear(),
    'Date.Month': (d) => day(d).date.getUTCMonth() + 1,
    'Date.Day': (d) => day(d).date.getUTCDate(),
    'Date.From': (d) => day(d),
    'Date.AddDays': (d, n) => new Day(day(d).days + number(n)),
    'Duration.Days': (n) => number(n),
    'Number.From': (of) => day(of).days + EXCEL_EPOCH,
    'Number.FromText': (of) => {
      if (!DIGITS_ONLY.test(text(of))) throw new PowerQueryError(`not a number: ${text(of)}`);
      return Number(of);
    },
    'Number.Mod': (a, b) => number(a) % number(b),
    'Number.IntegerDivide': (a, b) => Math.trunc(number(a) / number(b)),
    'Number.RoundDown': (n) => Math.floor(number(n)),
    'Number.Round': (n, decimals, mode) => {
      if (mode !== 2) throw new Error('halves');
      const [base, value] = [10 ** number(decimals), number(n)];
      return (Math.sign(value) * Math.round(Math.abs(value) * base)) / base;
    },
    'List.AnyTrue': (of) => list(of).some(logical),
    'List.AllTrue': (of) => list(of).every(logical),
    'List.Transform': (of, make) => list(of).map((item) => callable(make)(item)),
    'List.Select': (of, test) => list(of).filter((item) => logical(callable(test)(item))),
    'List.Contains': (of, value) => list(of).some((item) => isEqual(item, value)),
    'List.Combine': (of) => list(of).flatMap(list),
    'List.Difference': (a, b) => list(a).filter((item) => !list(b).some((other) => isEqual(item, other))),
    'List.Zip': (of) => {
      const lists = list(of).map(list);
      return Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, i) =>
        lists.map((l) => l[i] ?? null),
      );
    },
    'List.Accumulate': (of, seed, step) =>
      list(of).reduce<Value>((so, item) => callable(step)(so, item), seed),
    'List.FirstN': (of, n) => list(of).slice(0, number(n)),
    'List.Count': (of) => list(of).length,
    'List.Buffer': (of) => list(of),
    'List.Sum': (of) => sum(list(of)),
    'List.Min': (of) => extreme(list(of), -1),
    'List.Max': (of) => extreme(list(of), 1),
    'Record.FieldNames': (of) => [...record(of).keys()],
    'Record.FieldValues': (of) => [...record(of).values()].map((thunk) => thunk()),
    'Record.Field': (of, name) => field(of, text(name)),
    'Record.RemoveFields': (of, names) =>
      new Map([...record(of)].filter(([name]) => !list(names).includes(name))),
    'Text.From': (of) => (typeof of === 'number' ? String(of) : text(of)),
    'Text.Trim': (of) => text(of).trim(),
    'Text.Lower': (of) => text(of).toLowerCase(),
    'Text.Upper': (of) => text(of).toUpperCase(),
    'Text.Length': (of) => text(of).length,
    'Text.Start': (of, n) => text(of).slice(0, number(n)),
    'Text.End': (of, n) => (number(n) === 0 ? '' : text(of).slice(-number(n))),
    'Text.Middle': (of, from, n) =>
      text(of).slice(number(from), n === undefined ? undefined : number(from) + number(n)),
    'Text.StartsWith': (of, start) => text(of).startsWith(text(start)),
    'Text.EndsWith': (of, end) => text(of).endsWith(text(end)),
    'Text.Select': (of, wanted) => [...text(of)].filter((c) => characters(wanted).has(c)).join(''),
    'Text.Remove': (of, unwanted) => [...text(of)].filter((c) => !characters(unwanted).has(c)).join(''),
    'Text.Replace': (of, old, put) => text(of).replaceAll(text(old), text(put)),
    'Text.Split': (of, by) => text(of).split(text(by)),
    'Text.SplitAny': (of, by) => {
      const parts = [''];
      for (const c of text(of))
        if (text(by).includes(c)) parts.push('');
        else parts[parts.length - 1] += c;
      return parts;
    },
    'Text.Combine': (of, by) => list(of).map(text).join(text(by)),
    'Text.PadStart': (of, n, by) => text(of).padStart(number(n), text(by)),
    'Table.Skip': (of, n) => ({ ...table(of), rows: table(of).rows.slice(number(n)) }),
    'Table.PromoteHeaders': (of) => {
      const [header, ...rows] = table(of).rows;
      return {
        columns: header!.map((cell, i) => (cell === null ? `Column${String(i + 1)}` : text(cell))),
        rows,
      };
    },
    'Table.AddIndexColumn': (of, name, from) => ({
      columns: [...table(of).columns, text(name)],
      rows: table(of).rows.map((row, i) => [...row, number(from) + i]),
    }),
    'Table.SelectRows': (of, test) => {
      const from = table(of);
      return { ...from, rows: from.rows.filter((row) => logical(callable(test)(rowRecord(from, row)))) };
    },
    'Table.SelectColumns': (of, names) => selectColumns(of, names),
    'Table.RemoveColumns': (of, names) => {
      for (const name of list(names)) columnAt(table(of), text(name));
      return selectColumns(
        of,
        table(of).columns.filter((name) => !list(names).includes(name)),
      );
    },
    'Table.RenameColumns': (of, pairs) => {
      const names = new Map(list(pairs).map((pair) => list(pair).map(text) as [string, string]));
      for (const name of names.keys()) columnAt(table(of), name);
      return { ...table(of), columns: table(of).columns.map((name) => names.get(name) ?? name) };
    },
    'Table.AddColumn': (of, name, make) => addColumn(of, name, make),
    'Table.TransformColumns': (of, steps) => {
      const from = table(of);
      const makers = new Map(
        list(steps).map((step) => [columnAt(from, text(list(step)[0]!)), callable(list(step)[1]!)]),
      );
      return {
        ...from,
        rows: from.rows.map((row) =>
          row.map((cell, i) => makers.get(i)?.(cell) ?? (makers.has(i) ? null : cell)),
        ),
      };
    },
    'Table.TransformColumnTypes': (of, types) => {
      const from = table(of);
      const changed = new Map(
        list(types).map((pair) => [columnAt(from, text(list(pair)[0]!)), (list(pair)[1] as TypeValue).type]),
      );
      const typed = (cell: Value, type: string | undefined) => {
        if (cell === null || type === undefined) return cell;
        return type === 'text' ? (typeof cell === 'number' ? String(cell) : text(cell)) : day(cell);
      };
      return { ...from, rows: from.rows.map((row) => row.map((cell, i) => typed(cell, changed.get(i)))) };
    },
    'Table.ExpandRecordColumn': (of, name, fields) => {
      const from = table(of);
      const at = columnAt(from, text(name));
      const names = list(fields).map(text);
      return {
        columns: [...from.columns.filter((_, i) => i !== at), ...names],
        rows: from.rows.map((row) => [
          ...row.filter((_, i) => i !== at),
          ...names.map((of) => field(row[at]!, of)),
        ]),
      };
    },
    'Table.ExpandTableColumn': (of, name, fields) => {
      const from = table(of);
      const at = columnAt(from, text(name));
      const names = list(fields).map(text);
      return {
        columns: [...from.columns.filter((_, i) => i !== at), ...names],
        // A row whose table is empty stays, with nothing in the columns.
        rows: from.rows.flatMap((row) => {
          const nested = table(row[at]!);
          const rest = row.filter((_, i) => i !== at);
          const wanted = names.map((own) => columnAt(nested, own));
          if (nested.rows.length === 0) return [[...rest, ...names.map(() => null)]];
          return nested.rows.map((found) => [...rest, ...wanted.map((i) => found[i]!)]);
        }),
      };
    },
    'Table.Distinct': (of) => {
      const { columns, rows } = table(of);
      return { columns, rows: [...new Map(rows.map((row) => [row.map(keyOf).join(' '), row])).values()] };
    },
    'Table.Group': (of, keys, made) => {
      const from = table(of);
      const at = list(keys).map((name) => columnAt(from, text(name)));
      const groups = new Map<string, (readonly Value[])[]>();
      for (const row of from.rows) {
        const key = at.map((i) => keyOf(row[i]!)).join(' ');
        const rows = groups.get(key);
        if (rows) rows.push(row);
        else groups.set(key, [row]);
      }
      const columns = list(made).map((column) => list(column));
      return {
        columns: [...list(keys).map(text), ...columns.map(([name]) => text(name!))],
        rows: [...groups.values()].map((rows) => [
          ...at.map((i) => rows[0]![i]!),
          ...columns.map(([, make]) => callable(make!)({ columns: from.columns, rows })),
        ]),
      };
    },
    'Table.NestedJoin': (left, leftKeys, right, rightKeys, name, kind) => {
      if (kind !== 1) throw new Error('left outer only');
      const [a, b] = [table(left), table(right)];
      const [i, j] = [columnAt(a, text(list(leftKeys)[0]!)), columnAt(b, text(list(rightKeys)[0]!))];
      const found = new Map<string, (readonly Value[])[]>();
      for (const row of b.rows) found.set(keyOf(row[j]!), [...(found.get(keyOf(row[j]!)) ?? []), row]);
      return {
        columns: [...a.columns, text(name)],
        rows: a.rows.map((row) => [...row, { columns: b.columns, rows: found.get(keyOf(row[i]!)) ?? [] }]),
      };
    },
    'Table.IsEmpty': (of) => table(of).rows.length === 0,
    'Table.RowCount': (of) => table(of).rows.length,
    'Table.Buffer': (of) => table(of),
  };
}

/** The least (−1) or greatest (1); nulls do not count. */
function extreme(values: readonly Value[], sign: 1 | -1): Value {
  const size = (value: Value) => (value instanceof Day ? value.days : number(value));
  return values
    .filter((value) => value !== null)
    .reduce<Value>((so, value) => (so === null || sign * size(value) > sign * size(so) ? value : so), null);
}
