/**
 * An analysis whose rows stay where they are: core is asked what their values mean, the engine counts, and core makes
 * the result of the counts.
 */
import type { Analysis, CodedRole, ExcludedRow, Role, RowWarning, Settings, Source } from 'isu-core';
import {
  AGE_KEYS,
  ageMeanings,
  analysisOfAggregates,
  categoryMeanings,
  dateMeaning,
  EXAMPLES,
  EXCLUSION_REASONS,
  FACTORS,
  fitOfSource,
  frequencyGroups,
  INVESTIGATION_KEYS,
  measureBits,
  personMeaning,
  SEX_KEYS,
  TYPE_KEYS,
  WARNINGS,
  type Aggregates,
  type CategoryMeanings,
  type CountedPersons,
  type DateMeaning,
  type Factor,
  type FactorCounts,
  type ListedPersons,
  type Mapping,
  type ReturnCount,
  type ValueCount,
  type ValueGap,
} from 'isu-core/aggregates';
import { firstValues, returnsByFactor, rowsByGroup } from './comparison-sql.ts';
import { rowsOf, type Engine, type EngineSource } from './engine.ts';
import { gapQuestions, lathundTables, questions } from './lathund-sql.ts';
import { valueTable } from './meanings-sql.ts';
import { otherPersonCells, PERSON } from './person-sql.ts';
import {
  distinctValues,
  excludedRows,
  readFates,
  readMeanings,
  readPersonCells,
  readRepeated,
  readRows,
  warnedRows,
  type RowsAsked,
} from './rows-sql.ts';

/** The tables made in the engine on the way, in the order that they are made. */
export const TABLES = [
  'isu_row',
  'isu_date',
  'isu_type',
  'isu_reason',
  'isu_referrer',
  'isu_organisation',
  'isu_investigation',
  'isu_sex',
  'isu_age',
  'isu_person',
  'isu_person_cell',
  'isu_reading',
  'isu_repeated',
  'isu_fate',
  'isu_used',
  'isu_lathund',
  'isu_kind',
  'isu_counted',
  'isu_of_person',
  'isu_first',
] as const;

export interface PushedDown {
  readonly engine: Engine;
  readonly source: EngineSource;
  readonly mapping: Mapping;
  readonly settings: Settings;
  /** Where the rows came from, for the result. */
  readonly about: Source;
  /**
   * Whether the persons are fetched one by one. Without them the result has only figures: for publication, or where
   * nothing shows persons.
   */
  readonly listPersons: boolean;
}

/**
 * Analyses the rows of an engine as `analyse` of isu-core analyses a sheet: the same settings, and the same result.
 *
 * Makes tables with names that begin with `isu_` in the engine's session and drops them when it is done.
 */
export async function analyseInEngine(asked: PushedDown): Promise<Analysis> {
  const { engine, settings, about } = asked;
  await dropTables(engine);
  try {
    return analysisOfAggregates(await aggregatesOf(asked), settings, about);
  } finally {
    // What went wrong is told, not that nothing could be put in order after it.
    await dropTables(engine).catch(() => undefined);
  }
}

async function dropTables(engine: Engine): Promise<void> {
  const { dialect } = engine;
  await runAll(
    engine,
    TABLES.map((table) => dialect.drop(table)),
  );
}

async function runAll(engine: Engine, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await engine.run(statement);
}

async function aggregatesOf(asked: PushedDown): Promise<Aggregates> {
  const { engine, mapping, settings } = asked;
  const { dialect } = engine;
  await engine.run(readRows(dialect, mapping, asked.source));
  const persons = await readPersonColumn(engine);
  const dates = await readDateColumn(engine);
  if (mapping.columns.age) await readAgeColumn(engine);
  const categories = await readCategories(asked);
  const { type, reason, investigation, referrer } = categories;
  const hasTypes = type !== undefined || (reason?.codes.includes('lob') ?? false);
  const limited = (Object.keys(categories) as CodedRole[]).filter(
    (role) => categories[role]!.allowed !== null,
  );
  const rows: RowsAsked = {
    dialect,
    mapping,
    settings,
    arePersonnummer: persons.arePersonnummer,
    limited,
    hasTypes,
  };
  await runAll(engine, [readMeanings(rows), ...readRepeated(rows), readFates(rows)]);
  const about = { hasTypes, hasInvestigations: investigation !== undefined };
  const bits = [...measureBits(about)].map((held, kind) => [kind, held]);
  await runAll(
    engine,
    valueTable(
      dialect,
      'isu_kind',
      [
        ['kind_no', 'integer'],
        ['bits', 'integer'],
      ],
      bits,
    ),
  );
  await runAll(engine, lathundTables(dialect, settings));
  return {
    ...about,
    mapping,
    hasTypeColumn: type !== undefined,
    referrer: referrer ?? null,
    returnKeys: returnKeys(settings, categories),
    meanings: Object.fromEntries(Object.entries(categories).map(([role, { meanings }]) => [role, meanings])),
    fit: fitOfSource(dates, persons.fit, categories),
    account: await accountOf(engine, rows, settings),
    gaps: await gapsOf(engine, mapping),
    persons: asked.listPersons
      ? await listedPersons(engine, settings)
      : await countedPersons(engine, settings),
    ...(await figures(engine, settings)),
    factors: settings.comparison ? await factorsOf(engine, settings, categories, hasTypes) : [],
  };
}

async function valuesOf(engine: Engine, role: Role): Promise<ValueCount[]> {
  const rows = await rowsOf(engine, distinctValues(engine.dialect, role));
  // In one order, whatever order the engine gives them in.
  return rows
    .map(([value, n]) => ({ value: value as string, rows: n as number }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

interface PersonColumn {
  readonly arePersonnummer: boolean;
  /** Share of the filled rows whose person has the form that the column has. */
  readonly fit: number;
}

async function readPersonColumn(engine: Engine): Promise<PersonColumn> {
  const { dialect } = engine;
  const rows: (string | number | null)[][] = [];
  let ofThatForm = 0;
  const kinds = {
    full: PERSON.full,
    short: PERSON.short,
    centenarian: PERSON.centenarian,
    unidentified: PERSON.unidentified,
  };
  for await (const [cells, counts] of engine.ask(otherPersonCells(dialect, dialect.table('isu_row'))))
    for (let i = 0; i < cells!.length; i++) {
      const value = cells![i] as string;
      const { kind, digits, rightCheckDigit, hasTheForm } = personMeaning(value);
      if (hasTheForm) ofThatForm += counts![i] as number;
      if (kind !== 'other') rows.push([value, kinds[kind], digits, rightCheckDigit ? 0 : 1]);
    }
  await runAll(
    engine,
    valueTable(
      dialect,
      'isu_person',
      [
        ['cell', 'text'],
        ['kind', 'integer'],
        ['digits', 'text'],
        ['wrong_check', 'integer'],
      ],
      rows,
    ),
  );
  await engine.run(readPersonCells(dialect));
  const rowsWith = (condition: string) =>
    `COALESCE(SUM(CASE WHEN ${condition} THEN row_count ELSE 0 END), 0)`;
  const [counted] = await rowsOf(
    engine,
    `SELECT COALESCE(SUM(row_count), 0) AS filled, ${rowsWith(`is_odd = 0 AND person_kind <> ${String(PERSON.opaque)}`)} AS plain,
  ${rowsWith(`person_kind = ${String(PERSON.opaque)}`)} AS opaque_rows
FROM ${dialect.table('isu_person_cell')}`,
  );
  const [filled, plain, opaque] = counted as [number, number, number];
  const arePersonnummer = (plain + ofThatForm) * 2 > filled;
  return { arePersonnummer, fit: !arePersonnummer || filled === 0 ? 1 : (filled - opaque) / filled };
}

const DATE_KINDS = { missing: 0, invalid: 1, day: 2 } as const;

type DatedValue = ValueCount & DateMeaning;

async function readDateColumn(engine: Engine): Promise<readonly DatedValue[]> {
  const values = await valuesOf(engine, 'date');
  const meanings = values.map(({ value, rows }) => ({ value, rows, ...dateMeaning(value) }));
  await runAll(
    engine,
    valueTable(
      engine.dialect,
      'isu_date',
      [
        ['cell', 'text'],
        ['kind', 'integer'],
        ['day_no', 'integer'],
        ['ymd', 'integer'],
      ],
      meanings.map(({ value, kind, day, ymd }) => [value, DATE_KINDS[kind], day, ymd]),
    ),
  );
  return meanings;
}

async function readAgeColumn(engine: Engine): Promise<void> {
  const values = await valuesOf(engine, 'age');
  const ages = ageMeanings(values);
  await runAll(
    engine,
    valueTable(
      engine.dialect,
      'isu_age',
      [
        ['cell', 'text'],
        ['age', 'integer'],
      ],
      values.map(({ value }, at) => [value, ages[at]!]),
    ),
  );
}

type Categories = Partial<Record<CodedRole, CategoryMeanings>>;

async function readCategories({ engine, mapping, settings }: PushedDown): Promise<Categories> {
  const found: Categories = {};
  for (const role of ['type', 'reason', 'referrer', 'organisation', 'investigation', 'sex'] as const) {
    if (!mapping.columns[role]) continue;
    const values = await valuesOf(engine, role);
    const category = categoryMeanings(role, values, settings);
    const { places, numbers, allowed } = category;
    await runAll(
      engine,
      valueTable(
        engine.dialect,
        `isu_${role}`,
        [
          ['cell', 'text'],
          ['place', 'integer'],
          ['code', 'integer'],
          ['is_allowed', 'integer'],
        ],
        values.map(({ value }, at) => [value, places[at]!, numbers[at]!, (allowed?.[at] ?? true) ? 1 : 0]),
      ),
    );
    found[role] = category;
  }
  return found;
}

function returnKeys({ returnBy, groups }: Settings, categories: Categories): readonly string[] {
  if (returnBy === null) return [];
  if (returnBy === 'group') return frequencyGroups(groups).map(({ key }) => key);
  if (returnBy === 'type') return TYPE_KEYS;
  if (returnBy === 'sex') return SEX_KEYS;
  if (returnBy === 'investigation') return INVESTIGATION_KEYS;
  return categories[returnBy]?.names ?? [];
}

async function accountOf(
  engine: Engine,
  rows: RowsAsked,
  settings: Settings,
): Promise<Aggregates['account']> {
  const { read, used } = questions(engine.dialect, settings);
  const isShown = settings.protection.mode === 'internal';
  const excluded: ExcludedRow[] = [];
  for await (const columns of engine.ask(excludedRows(rows, isShown)))
    for (let i = 0; i < columns[0]!.length; i++) {
      const reason = EXCLUSION_REASONS[(columns[1]![i] as number) - 1]!;
      const cells = columns.slice(2).map((column) => (column[i] ?? null) as string | null);
      excluded.push({
        row: columns[0]![i] as number,
        reason,
        value: isShown ? reasonValue(reason, cells) : '',
      });
    }
  const warnings: RowWarning[] = [];
  for await (const [numbers, found] of engine.ask(warnedRows(rows)))
    for (let i = 0; i < numbers!.length; i++)
      warnings.push({ row: numbers![i] as number, warning: WARNINGS[found![i] as number]! });
  return {
    read: (await rowsOf(engine, read))[0]![0] as number,
    used: (await rowsOf(engine, used))[0]![0] as number,
    excluded,
    warnings,
  };
}

/** The cell that was the reason, as written. */
function reasonValue(reason: ExcludedRow['reason'], cells: readonly (string | null)[]): string {
  const [person, date, number, ...selected] = cells;
  switch (reason) {
    case 'missing-person':
    case 'unidentified-person':
      return person ?? '';
    case 'missing-date':
    case 'invalid-date':
    case 'outside-period':
    case 'under-age':
      return date ?? '';
    case 'duplicate':
      return number ?? '';
    case 'outside-selection':
      return selected.filter((cell) => cell !== null).join(' · ');
  }
}

const GAP_COLUMNS = [
  ['type', 'type_code'],
  ['investigation', 'investigation_code'],
  ['referrer', 'referrer_place'],
  ['reason', 'reason_place'],
] as const;

async function gapsOf(engine: Engine, mapping: Mapping): Promise<readonly ValueGap[]> {
  const gaps: ValueGap[] = [];
  for (const [role, column] of GAP_COLUMNS) {
    if (!mapping.columns[role]) continue;
    const [count, rows] = gapQuestions(engine.dialect, column, EXAMPLES);
    const n = (await rowsOf(engine, count))[0]![0] as number;
    if (n === 0) continue;
    gaps.push({ role, count: n, rows: (await rowsOf(engine, rows)).map(([row]) => row as number) });
  }
  return gaps;
}

async function countedPersons(engine: Engine, settings: Settings): Promise<CountedPersons> {
  const { alike, days } = questions(engine.dialect, settings);
  const found = (await rowsOf(engine, alike)) as [number, 0 | 1, number][];
  const [first, last] = (await rowsOf(engine, days))[0] as [number | null, number | null];
  return {
    kind: 'counted',
    alike: found.map(([actualisations, active, persons]) => ({ actualisations, active, persons })),
    days: first === null || last === null ? null : [first, last],
  };
}

async function listedPersons(engine: Engine, settings: Settings): Promise<ListedPersons> {
  const { listed } = questions(engine.dialect, settings);
  const number = await rowsOf(
    engine,
    `SELECT COUNT(*) AS persons FROM ${engine.dialect.table('isu_lathund')}`,
  );
  const size = number[0]![0] as number;
  const digits = new Float64Array(size);
  const texts = new Map<number, string>();
  const actualisations = new Int32Array(size);
  const first = new Int32Array(size);
  const last = new Int32Array(size);
  const active = new Uint8Array(size);
  let at = 0;
  for await (const columns of engine.ask(listed))
    for (let i = 0; i < columns[0]!.length; i++, at++) {
      digits[at] = columns[0]![i] as number;
      if (digits[at] === 0) texts.set(at, columns[1]![i] as string);
      actualisations[at] = columns[2]![i] as number;
      first[at] = columns[3]![i] as number;
      last[at] = columns[4]![i] as number;
      active[at] = columns[5]![i] as number;
    }
  return { kind: 'listed', keys: { digits, texts }, actualisations, first, last, active };
}

/** What the comparison asks for, of the factors that the register has. */
async function factorsOf(
  engine: Engine,
  settings: Settings,
  categories: Categories,
  hasTypes: boolean,
): Promise<FactorCounts[]> {
  await engine.run(firstValues(engine.dialect, settings));
  const numbers = async (sql: string) => (await rowsOf(engine, sql)) as number[][];
  const found: FactorCounts[] = [];
  for (const factor of FACTORS) {
    const keys = factorKeys(factor, categories, hasTypes);
    if (keys.length === 0) continue;
    const isOfGroups = factor === 'organisation' || factor === 'reason';
    found.push({
      factor,
      keys,
      byGroup: isOfGroups
        ? (await numbers(rowsByGroup(engine.dialect, factor))).map(([group, value, n]) => ({
            group: group!,
            value: value!,
            n: n!,
          }))
        : [],
      returns: returnCounts(await numbers(returnsByFactor(engine.dialect, factor))),
    });
  }
  return found;
}

function factorKeys(factor: Factor, categories: Categories, hasTypes: boolean): readonly string[] {
  if (factor === 'sex') return SEX_KEYS;
  if (factor === 'age') return AGE_KEYS;
  if (factor === 'type') return hasTypes ? TYPE_KEYS : [];
  if (factor === 'investigation') return categories.investigation ? INVESTIGATION_KEYS : [];
  return categories[factor]?.names ?? [];
}

function returnCounts(rows: readonly (readonly number[])[]): ReturnCount[] {
  return rows.map(([key, days, returned, persons]) => ({
    key: key!,
    days: days!,
    returned: returned as 0 | 1,
    persons: persons!,
  }));
}

type Figures = Pick<
  Aggregates,
  | 'oddPersons'
  | 'kinds'
  | 'ages'
  | 'personMeasures'
  | 'referrers'
  | 'rareReferrers'
  | 'years'
  | 'firstAges'
  | 'spans'
  | 'returns'
>;

async function figures(engine: Engine, settings: Settings): Promise<Figures> {
  const asked = questions(engine.dialect, settings);
  const numbers = async (sql: string) => (await rowsOf(engine, sql)) as number[][];
  const kinds = (await rowsOf(engine, asked.kinds)) as [number, number, number | null, number][];
  return {
    oddPersons: (await numbers(asked.oddPersons)).map(([row]) => row!),
    kinds: kinds.map(([group, kind, age, n]) => ({ group, kind, n, ages: (age ?? 0) * n })),
    ages: kinds.flatMap(([group, , age, n]) => (age === null ? [] : [{ group, age, n }])),
    personMeasures: (await numbers(asked.personMeasures)).map(([group, bits, persons]) => ({
      group: group!,
      bits: bits!,
      persons: persons!,
    })),
    referrers: (await numbers(asked.referrers)).map(([group, referrer, n, persons]) => ({
      group: group!,
      referrer: referrer!,
      n: n!,
      persons: persons!,
    })),
    rareReferrers: (await numbers(asked.rareReferrers)).map(([group, n, persons]) => ({
      group: group!,
      referrer: 0,
      n: n!,
      persons: persons!,
    })),
    years: (await numbers(asked.years)).map(([year, n, persons, known, knownPersons, ages]) => ({
      year: year!,
      n: n!,
      persons: persons!,
      known: known!,
      knownPersons: knownPersons!,
      ages: ages!,
    })),
    firstAges: ((await rowsOf(engine, asked.firstAges)) as [number | null, number][]).map(
      ([age, persons]) => ({
        age,
        persons,
      }),
    ),
    spans: (await numbers(asked.spans)).map(([span, persons]) => ({ span: span!, persons: persons! })),
    returns: returnCounts(await numbers(asked.returns)),
  };
}
