/**
 * The lathund in SQL (DuckDB's), from the same trees as the DAX: it can be run anywhere, so what the trees mean can be
 * held against core. Columns and tables have the names of the model.
 */
import { column, number, type Figure, type RowExpression } from './expression.ts';
import { ALL_MEASURES, byGroup, DERIVED_COLUMNS, N, PERSONS, ROWS, THRESHOLD } from './lathund.ts';

const name = (identifier: string) => `"${identifier}"`;
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

export function rowSql(expression: RowExpression, reference: (column: string) => string = name): string {
  const sql = (of: RowExpression) => rowSql(of, reference);
  switch (expression.is) {
    case 'column':
      return reference(expression.name);
    case 'number':
      return String(expression.value);
    case 'text':
      return quoted(expression.value);
    case 'year':
    case 'month':
    case 'day':
      return `${expression.is}(${sql(expression.of)})`;
    case 'days':
      return `date_diff('day', ${sql(expression.from)}, ${sql(expression.to)})`;
    case 'rounded':
      return `round(${sql(expression.of)}, ${String(expression.decimals)})`;
    case 'cases': {
      const branches = expression.cases.map(
        ({ when, then }) => `WHEN ${sql(when.left)} ${when.is} ${sql(when.right)} THEN ${sql(then)}`,
      );
      return `CASE ${branches.join(' ')} ELSE ${sql(expression.otherwise)} END`;
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return `(${sql(expression.left)} ${expression.is} ${sql(expression.right)})`;
  }
}

/**
 * The calculated table. Of the same number and person the earliest day stays; a row without number is no duplicate.
 * Rows without person or day are not counted.
 */
export function personsSql(): string {
  const [person, date, caseNumber] = [ROWS.person, ROWS.date, ROWS.number].map((it) => name(it)) as [
    string,
    string,
    string,
  ];
  const derived = DERIVED_COLUMNS.map((of) => `${rowSql(of.value)} AS ${name(of.name)}`).join(',\n  ');
  return `CREATE OR REPLACE TABLE ${name(PERSONS.table)} AS
WITH valid AS (SELECT * FROM ${name(ROWS.table)} WHERE ${person} <> '' AND ${date} IS NOT NULL),
counted AS (
  SELECT ${person}, min(${date}) AS ${date} FROM valid WHERE ${caseNumber} <> '' GROUP BY ${person}, ${caseNumber}
  UNION ALL
  SELECT ${person}, ${date} FROM valid WHERE coalesce(${caseNumber}, '') = ''
),
person AS (
  SELECT ${person} AS ${name(PERSONS.person)}, count(*) AS ${name(PERSONS.count)},
    min(${date}) AS ${name(PERSONS.first)}, max(${date}) AS ${name(PERSONS.last)}
  FROM counted GROUP BY ${person}
)
SELECT *,
  ${derived}
FROM person`;
}

/** What the reader sees: the frequency groups in view, and which rows are chosen. */
export interface View {
  /** Orders of groups; null: all. */
  readonly groups: readonly number[] | null;
  /** A condition on the rows. */
  readonly rows: string;
}

export const EVERYTHING: View = { groups: null, rows: 'true' };

/** One value: what the measure gives in the view. */
export function measureSql(measure: string, view: View = EVERYTHING): string {
  return `SELECT ${figureSql({ is: 'measure', name: measure }, view)} AS value`;
}

const persons = name(PERSONS.table);
const order = name(PERSONS.order);

function inView({ groups }: View): string {
  return groups === null ? 'true' : `${order} IN (${groups.join(', ')})`;
}

function figureSql(figure: Figure, view: View): string {
  const from = `FROM ${persons} WHERE ${inView(view)}`;
  switch (figure.is) {
    case 'persons':
      return `(SELECT nullif(count(*), 0) ${from})`;
    case 'sum':
    case 'median':
      return `(SELECT ${figure.is}(${name(figure.column)}) ${from})`;
    case 'gini':
      return `(SELECT sum((2 * place - n - 1) * x) / (max(n) * sum(x)) FROM (
        SELECT ${name(figure.column)} AS x, row_number() OVER (ORDER BY ${name(figure.column)}) AS place,
          count(*) OVER () AS n ${from}))`;
    case 'top-share':
      return `(SELECT sum(x) FILTER (place <= ceil(n / ${String(figure.oneIn)})) / sum(x) FROM (
        SELECT ${name(figure.column)} AS x, row_number() OVER (ORDER BY ${name(figure.column)} DESC) AS place,
          count(*) OVER () AS n ${from}))`;
    case 'measure': {
      const found = ALL_MEASURES.find((measure) => measure.name === figure.name);
      if (!found) throw new Error(`no measure ${figure.name}`);
      return figureSql(found.figure, view);
    }
    case 'ratio':
      return `(${figureSql(figure.part, view)} / nullif(${figureSql(figure.whole, view)}, 0))`;
    case 'in-all-groups':
      return figureSql(figure.of, { ...view, groups: null });
    case 'in-group':
      return figureSql(figure.of, { ...view, groups: [figure.order] });
    case 'nearest-multiple': {
      const base = String(figure.base);
      return `(round(${figureSql(figure.of, view)} / ${base}) * ${base})`;
    }
    case 'chosen':
      return chosenSql(figure.counted, view);
    case 'all-chosen':
      return chosenSql(figure.counted, { ...view, groups: null });
    case 'publication':
      return figure.counted === 'persons'
        ? publishedPersonsSql(figure.percent, view)
        : publishedRowsSql(figure.percent, view);
    case 'headline':
      return headlineSql(view);
  }
}

function chosenSql(counted: 'persons' | 'rows', view: View): string {
  const times = rowSql(byGroup(column('n'), (group) => number(group.order)));
  const chosen = `SELECT count(*) AS n FROM ${name(ROWS.table)} WHERE ${view.rows} GROUP BY ${name(ROWS.person)}`;
  const counting = counted === 'persons' ? 'nullif(count(*), 0)' : 'sum(n)';
  return `(SELECT ${counting} FROM (SELECT n, ${times} AS ${order} FROM (${chosen})) WHERE ${inView(view)})`;
}

/** Digits in threes with a no-break space between, as FORMAT writes them in sv-SE. */
const wholeNumber = (value: string) =>
  `replace(format('{:,}', coalesce(${value}, 0)::BIGINT), ',', '\u00a0')`;
const percent = (part: string, whole: string) =>
  `round(100 * coalesce(${part}, 0) / ${whole})::BIGINT || '\u00a0%'`;
const percentOrDash = (part: string, whole: string) =>
  `CASE WHEN coalesce(${whole}, 0) > 0 THEN ${percent(part, whole)} ELSE '–' END`;

const least = String(THRESHOLD);
const BY_GROUP = `SELECT ${order}, count(*) AS n FROM ${persons} GROUP BY ${order}`;

function publishedPersonsSql(asPercent: boolean, view: View): string {
  const own = figureSql({ is: 'persons' }, view);
  const shown = asPercent ? percentOrDash(own, '(SELECT sum(n) FROM grouped)') : wholeNumber(own);
  return `(WITH grouped AS (${BY_GROUP}),
    small AS (SELECT * FROM grouped WHERE n < ${least}),
    large AS (SELECT * FROM grouped WHERE n >= ${least}),
    hidden AS (SELECT ${order} FROM small UNION ALL
      SELECT ${order} FROM (SELECT * FROM large ORDER BY n, ${order} LIMIT 1) WHERE EXISTS (FROM small)),
    here AS (SELECT count(*) AS n FROM hidden WHERE ${inView(view)})
    SELECT CASE WHEN here.n = 0 OR (here.n = (SELECT count(*) FROM hidden) AND NOT (
        NOT EXISTS (FROM large) AND
        (SELECT sum(n) FROM grouped) - (SELECT count(*) FROM small) + 1 < ${least}))
      THEN ${shown} ELSE '..' END FROM here)`;
}

function publishedRowsSql(asPercent: boolean, view: View): string {
  const rows: Figure = { is: 'measure', name: N.rows };
  const own = figureSql(rows, view);
  const shown = asPercent ? percentOrDash(own, figureSql(rows, EVERYTHING)) : wholeNumber(own);
  return `(SELECT CASE WHEN EXISTS (FROM (${BY_GROUP}) WHERE n < ${least}) THEN '..' ELSE ${shown} END)`;
}

function headlineSql(view: View): string {
  const all = { ...view, groups: null };
  const own = (column: string) =>
    `(SELECT ${column} FROM ${persons} WHERE ${order} = (SELECT max(${order}) FROM ${persons}))`;
  const of = (measure: string) => figureSql({ is: 'measure', name: measure }, all);
  return `(${[
    percent(own('count(*)'), of(N.persons)),
    quoted(' av personerna ('),
    wholeNumber(own('count(*)')),
    quoted(', med '),
    own(`any_value(${name(PERSONS.group)})`),
    quoted(' aktualiseringar) står för '),
    percent(own(`sum(${name(PERSONS.count)})`), of(N.rows)),
    quoted(' av aktualiseringarna.'),
  ].join(' || ')})`;
}
