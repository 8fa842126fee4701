/**
 * The result as JSON, as the contract of the command line fixes it: same settings and same rows, same bytes. It comes
 * in pieces, one line for each person, table and row of the account, since a register may hold a million rows.
 */
import type { Analysis } from '../analyse.ts';
import { groupComparisons } from '../lathund/comparison.ts';
import type { Lathund } from '../lathund/lathund.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { isoDate } from '../register/day.ts';
import { profileOf } from '../register/mapping-profile.ts';
import { qualityOf, surenessOf } from '../register/quality.ts';
import { ROLES } from '../register/roles.ts';
import { publicAudit } from '../protection/protect.ts';
import { isSuppressed, shownOf, type Shown, type ShownCell, type ShownTable } from '../protection/shown.ts';
import { fromUtf8, utf8 } from '../utf8.ts';
import { TextBytes } from './text-bytes.ts';
import { wordsIn } from './words.ts';

/**
 * The result of an analysis as JSON, piece by piece, protected as its settings ask.
 *
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
    if (persons) yield* persons;
    else for (const piece of personsJson(analysis.lathund)) yield fromUtf8(piece);
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
    const { distributions, trend } = analysis;
    yield `,\n"distributions": ${JSON.stringify(distributions)},\n"trend": ${JSON.stringify(trend)}`;
    if (settings.comparison)
      yield `,\n"comparisons": ${JSON.stringify(groupComparisons(analysis))},\n"adjustment": "holm"`;
    yield `,\n"mapping": ${JSON.stringify(mappingJson(analysis))}`;
    yield `,\n"quality": ${JSON.stringify(qualityOf(register))}`;
    yield `,\n"meanings": ${JSON.stringify(register.meanings)}`;
  }
  if (shown.audit) yield `,\n"audit": ${JSON.stringify(publicAudit(shown.audit))}`;
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

/** The persons of the result as JSON: an array, a line each, in pieces of UTF-8. */
export function* personsJson(lathund: Lathund): Generator<Uint8Array<ArrayBuffer>> {
  const { persons } = lathund;
  const write = personWriter(lathund);
  const text = new TextBytes();
  text.add(utf8(persons === 0 ? '[' : '[\n'));
  for (let from = 0; from < persons; from += LINES_A_PIECE) {
    write(text, from, Math.min(from + LINES_A_PIECE, persons));
    yield text.take();
  }
  text.add(utf8(persons === 0 ? ']' : '\n]'));
  yield text.take();
}

/** What follows the person in a line, with room for the dates, which are filled in where they stand. */
interface LineForm {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly last: number;
}

/** Lines differ in few ways but for the person and the dates: each form is written out once. */
function personWriter({ keys, key, actualisations, first, last, months, group, groups }: Lathund) {
  const opening = utf8('{"person":');
  const nextOpening = utf8(',\n{"person":');
  const day = remembered((n) => utf8(isoDate(n)));
  const forms = groups.map(({ key: name }) => remembered((n) => remembered((m) => lineForm(n, m, name))));
  return (text: TextBytes, start: number, end: number): void => {
    for (let p = start; p < end; p++) {
      text.add(p === 0 ? opening : nextOpening);
      const digits = keys.digits[p]!;
      if (digits === 0) text.addQuoted(key(p));
      else text.addTwelveDigits(digits);
      const form = forms[group[p]!]!(actualisations[p]!)(months[p]!);
      const at = text.add(form.bytes);
      text.overwrite(at + form.first, day(first[p]!));
      text.overwrite(at + form.last, day(last[p]!));
    }
  };
}

const ROOM_FOR_DAY = 'yyyy-mm-dd';

function lineForm(actualisations: number, months: number, group: string): LineForm {
  const before = `,"actualisations":${String(actualisations)},"first":"`;
  const between = `${ROOM_FOR_DAY}","last":"`;
  const after = `${ROOM_FOR_DAY}","months":${String(months)},"group":${JSON.stringify(group)}}`;
  return {
    bytes: utf8(before + between + after),
    first: before.length,
    last: before.length + between.length,
  };
}

/** Values below this, as days of this century, counts and months are, are found by their place. */
const SMALL = 65_536;

function remembered<Made>(make: (value: number) => Made & object): (value: number) => Made {
  const small: Made[] = [];
  const others = new Map<number, Made>();
  return (value) => {
    const at = value | 0;
    const isSmall = at === value && at >= 0 && at < SMALL;
    const known = isSmall ? small[at] : others.get(value);
    if (known !== undefined) return known;
    const made = make(value);
    if (isSmall) small[at] = made;
    else others.set(value, made);
    return made;
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
