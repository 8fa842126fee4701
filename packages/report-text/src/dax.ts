/** The lathund in DAX, laid out as DAX usually is: a space inside parentheses, one argument a line where it is long. */
import { column, number, operands, type Figure, type RowExpression } from './expression.ts';
import { byGroup, GROUPS, N, PERSONS, ROWS, THRESHOLD } from './lathund.ts';

const WIDTH = 88;

export const indented = (block: string, by = 4): string => block.replace(/^(?=.)/gm, ' '.repeat(by));

/** A call, on one line where it has room. */
export function call(name: string, ...args: readonly string[]): string {
  if (args.length === 0) return `${name} ()`;
  const line = `${name} ( ${args.join(', ')} )`;
  if (line.length <= WIDTH && !line.includes('\n')) return line;
  return `${name} (\n${indented(args.join(',\n'))}\n)`;
}

/** `VAR … RETURN …`: the value of each name is worked out where it stands, not where it is used. */
export function variables(values: Readonly<Record<string, string>>, result: string): string {
  const lines = Object.entries(values).map(([name, value]) =>
    value.includes('\n') || value.length > WIDTH - 12
      ? `VAR ${name} =\n${indented(value)}`
      : `VAR ${name} = ${value}`,
  );
  return `${lines.join('\n')}\nRETURN\n${indented(result)}`;
}

export const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** `"Name", expression` of a column that is made, on two lines where the expression is. */
export function named(name: string, expression: string): string {
  return expression.includes('\n')
    ? `${quoted(name)},\n${indented(expression)}`
    : `${quoted(name)}, ${expression}`;
}

/** @param reference how a column of the row is written: `Personer[Antal]`, or `[@Antal]` of a table made on the way */
export function rowDax(expression: RowExpression, reference: (name: string) => string): string {
  const dax = (of: RowExpression) => rowDax(of, reference);
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
      return call(expression.is.toUpperCase(), dax(expression.of));
    case 'days':
      return call('DATEDIFF', dax(expression.from), dax(expression.to), 'DAY');
    case 'rounded':
      return call('ROUND', dax(expression.of), String(expression.decimals));
    case 'cases': {
      const branches = expression.cases.map(
        ({ when, then }) => [`${dax(when.left)} ${when.is} ${dax(when.right)}`, dax(then)] as const,
      );
      const otherwise = dax(expression.otherwise);
      if (branches.length === 1) return call('IF', ...branches[0]!, otherwise);
      const lines = ['TRUE ()', ...branches.map((branch) => branch.join(', ')), otherwise];
      return `SWITCH (\n${indented(lines.join(',\n'))}\n)`;
    }
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, right] = operands(expression, dax, (text) => `( ${text} )`);
      const line = `${left} ${expression.is} ${right}`;
      return line.length <= WIDTH ? line : `${left}\n    ${expression.is} ${right}`;
    }
  }
}

export const at = (table: string, name: string): string => `${table}[${name}]`;

const group = at(PERSONS.table, PERSONS.group);
const order = at(PERSONS.table, PERSONS.order);

/** The column that sorts the group stands in the filter too, wherever a visual shows the group. */
const ANY_GROUP = call('REMOVEFILTERS', group, order);

export function figureDax(figure: Figure): string {
  switch (figure.is) {
    case 'persons':
      return call('COUNTROWS', PERSONS.table);
    case 'sum':
      return call('SUM', at(PERSONS.table, figure.column));
    case 'median':
      return call('MEDIAN', at(PERSONS.table, figure.column));
    case 'gini':
      return giniDax(at(PERSONS.table, figure.column));
    case 'top-share':
      return topShareDax(at(PERSONS.table, figure.column), figure.oneIn);
    case 'measure':
      return `[${figure.name}]`;
    case 'ratio':
      return call('DIVIDE', figureDax(figure.part), figureDax(figure.whole));
    case 'in-all-groups':
      return call('CALCULATE', figureDax(figure.of), ANY_GROUP);
    case 'in-group':
      return call('CALCULATE', figureDax(figure.of), ANY_GROUP, `${order} = ${String(figure.order)}`);
    case 'nearest-multiple': {
      const base = String(figure.base);
      return `${call('ROUND', call('DIVIDE', figureDax(figure.of), base), '0')} * ${base}`;
    }
    case 'chosen':
      return chosenDax(figure.counted);
    case 'all-chosen':
      return figure.counted === 'persons'
        ? call('DISTINCTCOUNT', at(ROWS.table, ROWS.person))
        : call('COUNTROWS', ROWS.table);
    case 'publication':
      return figure.counted === 'persons'
        ? publishedPersonsDax(figure.percent)
        : publishedRowsDax(figure.percent);
    case 'headline':
      return headlineDax();
  }
}

/** Persons with the same value stand together, so their places in the order are summed at once. */
function giniDax(value: string): string {
  const earlier = call('SUMX', call('FILTER', 'Varden', `${value} < Vardet`), '[@Personer]');
  return variables(
    {
      Varden: call(
        'ADDCOLUMNS',
        call('VALUES', value),
        named('@Personer', call('CALCULATE', call('COUNTROWS', PERSONS.table))),
      ),
      Alla: call('SUMX', 'Varden', '[@Personer]'),
      Vagda: call(
        'SUMX',
        'Varden',
        variables(
          { Vardet: value, Tidigare: earlier },
          'Vardet * [@Personer] * ( 2 * Tidigare + [@Personer] - Alla )',
        ),
      ),
    },
    call('DIVIDE', 'Vagda', `Alla * ${call('SUMX', 'Varden', `${value} * [@Personer]`)}`),
  );
}

/** TOPN takes all that tie at the limit; the person settles the tie, so that no more are taken than asked for. */
function topShareDax(value: string, oneIn: number): string {
  const person = at(PERSONS.table, PERSONS.person);
  return variables(
    {
      Antalet: call('ROUNDUP', call('DIVIDE', call('COUNTROWS', PERSONS.table), String(oneIn)), '0'),
      Oftast: call('TOPN', 'Antalet', PERSONS.table, value, 'DESC', person, 'ASC'),
    },
    call('DIVIDE', call('SUMX', 'Oftast', value), call('SUM', value)),
  );
}

function chosenDax(counted: 'persons' | 'rows'): string {
  const times = rowDax(
    byGroup(column('@Antal'), (of) => number(of.order)),
    (name) => `[${name}]`,
  );
  const groups = call('VALUES', at(GROUPS.table, GROUPS.order));
  const persons = call('FILTER', 'Urval', `${times} IN ${groups}`);
  return variables(
    {
      Urval: call(
        'ADDCOLUMNS',
        call('VALUES', at(ROWS.table, ROWS.person)),
        named('@Antal', call('CALCULATE', call('COUNTROWS', ROWS.table))),
      ),
    },
    counted === 'persons' ? call('COUNTROWS', persons) : call('SUMX', persons, '[@Antal]'),
  );
}

/** The groups with their persons, whatever group the cell is of. Names of variables are ASCII: DAX takes no others. */
const GROUPS_WITH_PERSONS = {
  Minst: String(THRESHOLD),
  Grupper: call('ADDCOLUMNS', call('ALL', group, order), named('@Personer', `[${N.persons}] + 0`)),
  Sma: call('FILTER', 'Grupper', '[@Personer] > 0 && [@Personer] < Minst'),
};

const wholeNumber = (value: string) => call('FORMAT', value, quoted('#,0'), quoted('sv-SE'));
const percent = (part: string, whole: string) =>
  `${call('ROUND', call('DIVIDE', `100 * ( ${part} + 0 )`, whole), '0')} & ${quoted('\u00a0%')}`;
const percentOrDash = (part: string, whole: string) =>
  call('IF', `${whole} > 0`, percent(part, whole), quoted('–'));

/**
 * A group with fewer persons than the least is hidden, and then the smallest of the others, so that the total does not
 * give it back. Where there are no others, the total is shown only if each hidden group could still be large.
 */
function publishedPersonsDax(asPercent: boolean): string {
  const smallest = call('TOPN', '1', 'Stora', '[@Personer]', 'ASC', order, 'ASC');
  const shown = asPercent ? percentOrDash(`[${N.persons}]`, 'Alla') : wholeNumber(`[${N.persons}] + 0`);
  return variables(
    {
      ...GROUPS_WITH_PERSONS,
      Stora: call('FILTER', 'Grupper', '[@Personer] >= Minst'),
      Utfyllnad: call('MINX', smallest, order),
      Dolda: call(
        'FILTER',
        'Grupper',
        `[@Personer] > 0\n    && ( [@Personer] < Minst || ( NOT ISEMPTY ( Sma ) && ${order} = Utfyllnad ) )`,
      ),
      Alla: call('SUMX', 'Grupper', '[@Personer]'),
      HelaDolt: `${call('ISEMPTY', 'Stora')} && Alla - ${call('COUNTROWS', 'Sma')} + 1 < Minst`,
      Synliga: call('VALUES', order),
      DoldaHar: `${call('COUNTROWS', call('FILTER', 'Dolda', `${order} IN Synliga`))} + 0`,
      Visas: `DoldaHar = 0 || ( DoldaHar = ${call('COUNTROWS', 'Dolda')} && NOT HelaDolt )`,
    },
    call('IF', 'Visas', shown, quoted('..')),
  );
}

function publishedRowsDax(asPercent: boolean): string {
  const whole = call('CALCULATE', `[${N.rows}]`, ANY_GROUP);
  const shown = asPercent ? percentOrDash(`[${N.rows}]`, 'Alla') : wholeNumber(`[${N.rows}] + 0`);
  return variables(
    { ...GROUPS_WITH_PERSONS, ...(asPercent && { Alla: whole }) },
    call('IF', call('ISEMPTY', 'Sma'), shown, quoted('..')),
  );
}

/** Of the highest group that has persons, as core's overview says it. */
function headlineDax(): string {
  const ofHighest = (value: string) => call('CALCULATE', value, ANY_GROUP, `${order} = Hogsta`);
  const percentOfAll = (part: string, all: string) =>
    call('ROUND', call('DIVIDE', `100 * ${part}`, call('CALCULATE', `[${all}]`, ANY_GROUP)), '0');
  const sentence = [
    `${percentOfAll('De', N.persons)} & ${quoted('\u00a0% av personerna (')}`,
    wholeNumber('De'),
    `${quoted(', med ')} & ${ofHighest(call('MAX', group))} & ${quoted(' aktualiseringar) står för ')}`,
    `${percentOfAll('Deras', N.rows)} & ${quoted('\u00a0% av aktualiseringarna.')}`,
  ];
  return variables(
    {
      Hogsta: call('CALCULATE', call('MAX', order), ANY_GROUP),
      De: ofHighest(`[${N.persons}]`),
      Deras: ofHighest(`[${N.rows}]`),
    },
    call('IF', 'NOT ISBLANK ( Hogsta )', sentence.join('\n    & ')),
  );
}
