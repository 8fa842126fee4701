/**
 * The result as JSON, as the contract of the command line fixes it: same settings and same rows, same bytes. It comes
 * in pieces, one line for each person, table and row of the account, since a register may hold a million rows.
 */
import type { Analysis } from '../analyse.ts';
import type { Lathund } from '../lathund/lathund.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { isoDate } from '../register/day.ts';
import { profileOf } from '../register/mapping-profile.ts';
import { qualityOf, surenessOf } from '../register/quality.ts';
import { ROLES } from '../register/roles.ts';
import { isSuppressed, shownOf, type Shown, type ShownCell, type ShownTable } from '../protection/shown.ts';
import { utf8 } from '../utf8.ts';
import { TextBytes } from './text-bytes.ts';
import { wordsIn } from './words.ts';

/**
 * @param persons what `personsJson` gives of the same lathund, where that has been asked before or elsewhere (in another
 *   thread); used only where persons may be shown
 */
export function* resultJson<Piece = string>(
  analysis: Analysis,
  language: Language,
  persons?: Iterable<Piece>,
): Generator<Piece | string> {
  const shown = shownOf(analysis);
  const { settings, source, register } = analysis;
  const { account, mapping } = register;
  yield `{\n"product": ${JSON.stringify(PRODUCT)},\n"settings": ${JSON.stringify(settings)},\n`;
  const columns = Object.fromEntries(
    ROLES.flatMap((role) => (mapping.columns[role] ? [[role, mapping.columns[role].header]] : [])),
  );
  yield `"source": ${JSON.stringify({ ...source, headerRow: mapping.headerRow + 1, columns })},\n`;
  yield `"rows": {"read": ${String(account.read)}, "used": ${String(account.used)}, "excluded": `;
  const excluded = shown.persons
    ? account.excluded
    : account.excluded.map(({ row, reason }) => ({ row, reason }));
  yield* lines(excluded.map((row) => JSON.stringify(row)));
  yield `, "warnings": `;
  yield* lines(account.warnings.map((row) => JSON.stringify(row)));
  yield '}';
  if (shown.persons) {
    yield `,\n"persons": `;
    yield* persons ?? personsJson(analysis.lathund);
  }
  if (analysis.selection) yield `,\n"selection": ${JSON.stringify(selectionJson(analysis, shown))}`;
  yield `,\n"tables": `;
  yield* lines(shown.tables.map((table) => JSON.stringify(tableJson(table, language))));
  const { returnBy } = settings;
  const by =
    returnBy !== null && shown.persons
      ? {
          by: {
            column: returnBy,
            curves: analysis.returnedBy.map(({ key, persons, points }) => ({ key, persons, points })),
          },
        }
      : {};
  yield `,\n"return": ${JSON.stringify({ method: 'kaplan-meier', points: shown.returned, ...by })}`;
  const { gini, top, lorenz } = shown;
  yield `,\n"concentration": ${JSON.stringify({ gini, top, lorenz })}`;
  if (shown.persons) {
    const { distributions, trend, comparisons } = analysis;
    yield `,\n"distributions": ${JSON.stringify(distributions)},\n"trend": ${JSON.stringify(trend)}`;
    if (settings.comparison) yield `,\n"comparisons": ${JSON.stringify(comparisons)}`;
    yield `,\n"mapping": ${JSON.stringify(mappingJson(analysis))}`;
    yield `,\n"quality": ${JSON.stringify(qualityOf(register))}`;
    yield `,\n"meanings": ${JSON.stringify(register.meanings)}`;
  }
  if (shown.audit) yield `,\n"audit": ${JSON.stringify(shown.audit)}`;
  yield '\n}\n';
}

/** Which column is which, how sure that is and why; and the mapping as settings, to be saved and applied again. */
function mappingJson({ register }: Analysis) {
  const { mapping, fit } = register;
  const columns = ROLES.flatMap((role) => {
    const mapped = mapping.columns[role];
    if (!mapped) return [];
    const { header, by, passedOver } = mapped;
    return [[role, { header, by, passedOver, fit: fit[role] ?? null, sureness: surenessOf(by, fit[role]) }]];
  });
  return { columns: Object.fromEntries(columns) as unknown, profile: profileOf(register) };
}

function selectionJson({ selection, lathund }: Analysis, shown: Shown) {
  const { rule, persons, ties, drawnFrom } = selection!;
  return shown.persons
    ? { rule, persons: persons.map(lathund.key), ties, drawnFrom }
    : { rule, selected: shown.selected };
}

const LINES_A_PIECE = 4096;

/** An array with one element a line, in pieces. */
function* lines(elements: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  let first = true;
  for (const element of elements) {
    piece.push(element);
    if (piece.length < LINES_A_PIECE) continue;
    yield (first ? '[\n' : ',\n') + piece.join(',\n');
    first = false;
    piece = [];
  }
  if (piece.length > 0) yield (first ? '[\n' : ',\n') + piece.join(',\n');
  yield first && piece.length === 0 ? '[]' : '\n]';
}

/** The persons of the result as JSON: an array, a line each, in pieces. */
export function* personsJson(lathund: Lathund): Generator<string> {
  const { persons } = lathund;
  const write = personWriter(lathund);
  const text = new TextBytes();
  yield persons === 0 ? '[' : '[\n';
  for (let from = 0; from < persons; from += LINES_A_PIECE) {
    write(text, from, Math.min(from + LINES_A_PIECE, persons));
    yield text.take();
  }
  yield persons === 0 ? ']' : '\n]';
}

/** Counts, days and months repeat: each is written out once, with what stands around it. */
function personWriter({ key, actualisations, first, last, months, group, groups }: Lathund) {
  const opening = utf8('{"person":');
  const nextOpening = utf8(',\n{"person":');
  const counted = remembered((n) => `,"actualisations":${String(n)},"first":"`);
  const from = remembered((day) => `${isoDate(day)}","last":"`);
  const to = remembered((day) => `${isoDate(day)}","months":`);
  const number = remembered(String);
  const grouped = groups.map((one) => utf8(`,"group":${JSON.stringify(one.key)}}`));
  return (text: TextBytes, start: number, end: number): void => {
    for (let p = start; p < end; p++) {
      text.add(p === 0 ? opening : nextOpening);
      text.addQuoted(key(p));
      text.add(counted(actualisations[p]!));
      text.add(from(first[p]!));
      text.add(to(last[p]!));
      text.add(number(months[p]!));
      text.add(grouped[group[p]!]!);
    }
  };
}

function remembered(textOf: (value: number) => string): (value: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  return (value) => {
    let bytes = known.get(value);
    if (bytes === undefined) known.set(value, (bytes = utf8(textOf(value))));
    return bytes;
  };
}

function tableJson(table: ShownTable, language: Language) {
  return {
    id: table.id,
    title: wordsIn(language).tables[table.id].title,
    columns: table.columns,
    rows: table.rows.map(({ key, cells }) => ({
      key,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cellJson(cell)])),
    })),
    ...(table.lacks.length > 0 && { lacks: table.lacks }),
  };
}

function cellJson(cell: ShownCell) {
  if (isSuppressed(cell)) return { suppressed: true };
  const { value, numerator, denominator, lower, upper, of } = cell;
  return {
    value,
    ...(numerator !== undefined && { numerator, denominator }),
    ...(lower !== undefined && { lower, upper }),
    of,
  };
}
