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
  type ReferrerCount,
  type ReturnCount,
  type ValueCount,
  type ValueGap,
} from 'isu-core/aggregates';
import { firstValues, returnsByFactor, rowsByGroup } from './comparison-sql.ts';
import { rowsOf, type Engine, type EngineSource } from './engine.ts';
import {
  firstMissing,
  lathundTables,
  listedPersons as listedPersonsOf,
  missingValues,
  questions,
} from './lathund-sql.ts';
import { otherPersonCells, PERSON, personCells, personReading } from './person-sql.ts';
import {
  countRows,
  distinctValues,
  excludedRows,
  readMeanings,
  readRepeated,
  readRows,
  usedRows,
  warnedRows,
  type RowsAsked,
} from './rows-sql.ts';
import { WorkTables } from './work-tables.ts';

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
 * @throws where the engine's session has a table of its own by one of the names that are used here
 */
export async function analyseInEngine(asked: PushedDown): Promise<Analysis> {
  return analysisOfAggregates(await countInEngine(asked), asked.settings, asked.about);
}

/**
 * What `analyseInEngine` makes the result of: for who wants to leave the engine, and its memory, before that.
 *
 * Makes tables with names that begin with `isu_` in the engine's session, and takes them away when it is done.
 */
export async function countInEngine(asked: Omit<PushedDown, 'about'>): Promise<Aggregates> {
  const tables = new WorkTables(asked.engine);
  let aggregates: Aggregates;
  try {
    aggregates = await aggregatesOf(asked, tables);
  } catch (fault) {
    // What went wrong is told, not that nothing could be put in order after it.
    await tables.dropAll().catch(() => undefined);
    throw fault;
  }
  await tables.dropAll();
  return aggregates;
}

async function aggregatesOf(asked: Omit<PushedDown, 'about'>, tables: WorkTables): Promise<Aggregates> {
  const { engine, mapping, settings, source } = asked;
  const { dialect } = engine;
  await tables.make('isu_row', readRows(dialect, mapping, source));
  const persons = await readPersonColumn(tables);
  const dates = await readDateColumn(tables);
  if (mapping.columns.age) await readAgeColumn(tables);
  const categories = await readCategories(asked, tables);
  const { type, reason, investigation, referrer } = categories;
  const hasTypes = type !== undefined || (reason?.codes.includes('lob') ?? false);
  const limited = (Object.keys(categories) as CodedRole[]).filter(
    (role) => categories[role]!.allowed !== null,
  );
  const { arePersonnummer } = persons;
  const rows: RowsAsked = { dialect, mapping, settings, source, arePersonnummer, limited, hasTypes };
  await tables.make('isu_reading', readMeanings(rows));
  if (!asked.listPersons || persons.texts === null) await tables.drop('isu_person_cell', 'isu_person_read');
  for (const [name, statement] of readRepeated(rows)) await tables.make(name, statement);
  await tables.drop('isu_number', 'isu_numbered');
  const account = await accountOf(tables, rows);
  await tables.drop('isu_excluded', 'isu_day_repeated', 'isu_same_day', 'isu_row');
  const about = { hasTypes, hasInvestigations: investigation !== undefined };
  await tables.fill(
    'isu_kind',
    [
      ['kind_no', 'small'],
      ['bits', 'integer'],
    ],
    [...measureBits(about)].map((held, kind) => [kind, held]),
  );
  const used = usedRows(rows);
  for (const [name, statement] of lathundTables(dialect, used, settings)) await tables.make(name, statement);
  return {
    ...about,
    mapping,
    hasTypeColumn: type !== undefined,
    referrer: referrer ?? null,
    returnKeys: returnKeys(settings, categories, hasTypes),
    meanings: Object.fromEntries(Object.entries(categories).map(([role, { meanings }]) => [role, meanings])),
    fit: fitOfSource(dates, persons.fit, categories),
    ...account,
    persons: asked.listPersons
      ? await listedPersons(engine, persons.texts)
      : await countedPersons(engine, used, settings),
    ...(await figures(engine, used, settings)),
    factors: settings.comparison ? await factorsOf(tables, used, settings, categories, hasTypes) : [],
  };
}

/** A column's distinct values, those without white space around them that are alike taken together. */
interface ColumnValues {
  readonly values: readonly ValueCount[];
  /** The cells as they stand in the rows, each with the place of its value. */
  readonly cells: readonly (readonly [cell: string, at: number])[];
}

async function valuesOf(engine: Engine, role: Role): Promise<ColumnValues> {
  const rows = new Map<string, number>();
  const cells: string[] = [];
  for (const [cell, n] of await rowsOf(engine, distinctValues(engine.dialect, role))) {
    const value = (cell as string).trim();
    if (value === '') continue;
    cells.push(cell as string);
    rows.set(value, (rows.get(value) ?? 0) + (n as number));
  }
  // In one order, whatever order the engine gives them in.
  const inOrder = (a: string, b: string) => (a < b ? -1 : 1);
  const values = [...rows.keys()].sort(inOrder).map((value) => ({ value, rows: rows.get(value)! }));
  const places = new Map(values.map(({ value }, at) => [value, at]));
  return { values, cells: cells.sort(inOrder).map((cell) => [cell, places.get(cell.trim())!]) };
}

interface PersonColumn {
  readonly arePersonnummer: boolean;
  /** Share of the filled rows whose person has the form that the column has. */
  readonly fit: number;
  /** A query of opaque keys, their numbers and texts; null where there are none. */
  readonly texts: string | null;
}

const PERSON_KINDS = {
  full: PERSON.full,
  short: PERSON.short,
  centenarian: PERSON.centenarian,
  unidentified: PERSON.unidentified,
};

async function readPersonColumn(tables: WorkTables): Promise<PersonColumn> {
  const { engine } = tables;
  const { dialect } = engine;
  const [cells, read] = [dialect.table('isu_person_cell'), dialect.table('isu_person_read')];
  await tables.make(
    'isu_person_cell',
    dialect.create('isu_person_cell', personCells(dialect, dialect.table('isu_row'))),
  );
  const rows: (string | number | null)[][] = [];
  let ofThatForm = 0;
  for await (const [others, counts] of engine.ask(otherPersonCells(dialect, cells)))
    for (let i = 0; i < others!.length; i++) {
      const value = others![i] as string;
      const { kind, digits, hasTheForm } = personMeaning(value);
      if (hasTheForm) ofThatForm += counts![i] as number;
      if (kind !== 'other') rows.push([value, PERSON_KINDS[kind], digits === null ? null : Number(digits)]);
    }
  await tables.fill(
    'isu_person',
    [
      ['cell', 'text'],
      ['kind', 'small'],
      ['digits', 'whole'],
    ],
    rows,
  );
  await tables.make(
    'isu_person_read',
    dialect.create('isu_person_read', personReading(dialect, cells, dialect.table('isu_person'))),
  );
  const rowsWith = (condition: string) =>
    `COALESCE(${dialect.sum(`CASE WHEN ${condition} THEN row_count ELSE 0 END`)}, 0)`;
  const isOpaque = `person_kind = ${String(PERSON.opaque)}`;
  const [counted] = await rowsOf(
    engine,
    `SELECT COALESCE(${dialect.sum('row_count')}, 0) AS filled, ${rowsWith(`is_odd = 0 AND NOT ${isOpaque}`)} AS plain, ${rowsWith(isOpaque)} AS opaque_rows FROM ${read}`,
  );
  const [filled, plain, opaque] = counted as [number, number, number];
  const arePersonnummer = (plain + ofThatForm) * 2 > filled;
  // Only one of the two is looked up.
  await tables.drop(arePersonnummer ? 'isu_person_cell' : 'isu_person_read');
  if (!arePersonnummer)
    return { arePersonnummer, fit: 1, texts: `SELECT person_cell, 0 - cell_no AS key_no FROM ${cells}` };
  return {
    arePersonnummer,
    fit: filled === 0 ? 1 : (filled - opaque) / filled,
    texts: opaque === 0 ? null : `SELECT person_cell, digits AS key_no FROM ${read} WHERE ${isOpaque}`,
  };
}

const DATE_KINDS = { missing: 0, invalid: 1, day: 2 } as const;

type DatedValue = ValueCount & DateMeaning;

async function readDateColumn(tables: WorkTables): Promise<readonly DatedValue[]> {
  const { values, cells } = await valuesOf(tables.engine, 'date');
  const meanings = values.map(({ value, rows }) => ({ value, rows, ...dateMeaning(value) }));
  await tables.fill(
    'isu_date',
    [
      ['cell', 'text'],
      ['kind', 'small'],
      ['day_no', 'integer'],
      ['ymd', 'integer'],
    ],
    cells.map(([cell, at]) => {
      const { kind, day, ymd } = meanings[at]!;
      return [cell, DATE_KINDS[kind], day, ymd];
    }),
  );
  return meanings;
}

async function readAgeColumn(tables: WorkTables): Promise<void> {
  const { values, cells } = await valuesOf(tables.engine, 'age');
  const ages = ageMeanings(values);
  await tables.fill(
    'isu_age',
    [
      ['cell', 'text'],
      ['age', 'integer'],
    ],
    cells.map(([cell, at]) => [cell, ages[at]!]),
  );
}

type Categories = Partial<Record<CodedRole, CategoryMeanings>>;

async function readCategories(
  { engine, mapping, settings }: Pick<PushedDown, 'engine' | 'mapping' | 'settings'>,
  tables: WorkTables,
): Promise<Categories> {
  const found: Categories = {};
  for (const role of ['type', 'reason', 'referrer', 'organisation', 'investigation', 'sex'] as const) {
    if (!mapping.columns[role]) continue;
    const { values, cells } = await valuesOf(engine, role);
    const category = categoryMeanings(role, values, settings);
    const { places, numbers, allowed } = category;
    await tables.fill(
      `isu_${role}`,
      [
        ['cell', 'text'],
        ['place', 'integer'],
        ['code', 'small'],
        ['is_allowed', 'small'],
      ],
      cells.map(([cell, at]) => [cell, places[at]!, numbers[at]!, (allowed?.[at] ?? true) ? 1 : 0]),
    );
    found[role] = category;
  }
  return found;
}

function returnKeys(
  { returnBy, groups }: Settings,
  categories: Categories,
  hasTypes: boolean,
): readonly string[] {
  if (returnBy === null) return [];
  if (returnBy === 'group') return frequencyGroups(groups).map(({ key }) => key);
  return codedKeys(returnBy, categories, hasTypes);
}

async function accountOf(tables: WorkTables, rows: RowsAsked): Promise<Pick<Aggregates, 'account' | 'gaps'>> {
  const { engine } = tables;
  const isShown = rows.settings.protection.mode === 'internal';
  const [makeExcluded, askExcluded] = excludedRows(rows, isShown);
  await tables.make('isu_excluded', makeExcluded);
  const excluded: ExcludedRow[] = [];
  for await (const columns of engine.ask(askExcluded))
    for (let i = 0; i < columns[0]!.length; i++) {
      const reason = EXCLUSION_REASONS[(columns[1]![i] as number) - 1]!;
      const cells = columns.slice(2).map((column) => (column[i] as string | null)?.trim() ?? '');
      excluded.push({
        row: columns[0]![i] as number,
        reason,
        value: isShown ? reasonValue(reason, cells) : '',
      });
    }
  const [makeWarned, askWarned] = warnedRows(rows);
  for (const [name, statement] of makeWarned) await tables.make(name, statement);
  const warnings: RowWarning[] = [];
  for await (const [numbers, found] of engine.ask(askWarned))
    for (let i = 0; i < numbers!.length; i++)
      warnings.push({ row: numbers![i] as number, warning: WARNINGS[found![i] as number]! });
  const missing = missingValues(rows.dialect);
  const roles = GAP_ROLES.filter((role) => rows.mapping.columns[role]);
  const [counted] = (await rowsOf(
    engine,
    countRows(
      rows,
      roles.map((role) => missing[role]),
    ),
  )) as [number[]];
  const [read, used, ...counts] = counted as [number, number, ...number[]];
  const gaps: ValueGap[] = [];
  for (const [at, role] of roles.entries()) {
    if (counts[at] === 0) continue;
    const first = firstMissing(rows.dialect, usedRows(rows), missing[role], EXAMPLES);
    gaps.push({
      role,
      count: counts[at]!,
      rows: (await rowsOf(engine, first)).map(([row]) => row as number),
    });
  }
  return { account: { read, used, excluded, warnings }, gaps };
}

const GAP_ROLES = ['type', 'investigation', 'referrer', 'reason'] as const;

/** The cell that was the reason, as written. */
function reasonValue(reason: ExcludedRow['reason'], cells: readonly string[]): string {
  const [person, date, number, ...selected] = cells as [string, string, string, ...string[]];
  switch (reason) {
    case 'missing-person':
    case 'unidentified-person':
      return person;
    case 'missing-date':
    case 'invalid-date':
    case 'outside-period':
    case 'under-age':
      return date;
    case 'duplicate':
      return number;
    case 'outside-selection':
      return selected.filter((cell) => cell !== '').join(' · ');
  }
}

async function countedPersons(engine: Engine, used: string, settings: Settings): Promise<CountedPersons> {
  const { alike, days } = questions(engine.dialect, used, settings);
  const found = (await rowsOf(engine, alike)) as [number, 0 | 1, number][];
  const [first, last] = (await rowsOf(engine, days))[0] as [number | null, number | null];
  return {
    kind: 'counted',
    alike: found.map(([actualisations, active, persons]) => ({ actualisations, active, persons })),
    days: first === null || last === null ? null : [first, last],
  };
}

async function listedPersons(engine: Engine, keyTexts: string | null): Promise<ListedPersons> {
  const { dialect } = engine;
  const number = await rowsOf(
    engine,
    `SELECT ${dialect.count} AS persons FROM ${dialect.table('isu_lathund')}`,
  );
  const size = number[0]![0] as number;
  const digits = new Float64Array(size);
  const texts = new Map<number, string>();
  const actualisations = new Int32Array(size);
  const first = new Int32Array(size);
  const last = new Int32Array(size);
  const active = new Uint8Array(size);
  let at = 0;
  for await (const columns of engine.ask(listedPersonsOf(dialect, keyTexts)))
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
  tables: WorkTables,
  used: string,
  settings: Settings,
  categories: Categories,
  hasTypes: boolean,
): Promise<FactorCounts[]> {
  const { engine } = tables;
  await tables.make(...firstValues(engine.dialect, used, settings));
  const numbers = async (sql: string) => (await rowsOf(engine, sql)) as number[][];
  const found: FactorCounts[] = [];
  for (const factor of FACTORS) {
    const keys = factorKeys(factor, categories, hasTypes);
    if (keys.length === 0) continue;
    const isOfGroups = factor === 'organisation' || factor === 'reason';
    const byGroup = isOfGroups ? await numbers(rowsByGroup(engine.dialect, used, factor)) : [];
    found.push({
      factor,
      keys,
      byGroup: byGroup.map(([group, value, n]) => ({ group: group!, value: value!, n: n! })),
      returns: returnCounts(await numbers(returnsByFactor(engine.dialect, factor))),
    });
  }
  return found;
}

function factorKeys(factor: Factor, categories: Categories, hasTypes: boolean): readonly string[] {
  return factor === 'age' ? AGE_KEYS : codedKeys(factor, categories, hasTypes);
}

/** The keys of a column's values, none where the register lacks it. */
function codedKeys(role: CodedRole, categories: Categories, hasTypes: boolean): readonly string[] {
  if (role === 'sex') return SEX_KEYS;
  if (role === 'type') return hasTypes ? TYPE_KEYS : [];
  if (role === 'investigation') return categories.investigation ? INVESTIGATION_KEYS : [];
  return categories[role]?.names ?? [];
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

async function figures(engine: Engine, used: string, settings: Settings): Promise<Figures> {
  const asked = questions(engine.dialect, used, settings);
  const numbers = async (sql: string) => (await rowsOf(engine, sql)) as number[][];
  const kinds = (await rowsOf(engine, asked.kinds)) as [number, number, number | null, number][];
  const referrers = (await numbers(asked.referrers)).map(([group, referrer, n, persons]) => ({
    group: group!,
    referrer: referrer!,
    n: n!,
    persons: persons!,
  }));
  const rare = rareReferrers(referrers, settings.protection.threshold);
  return {
    oddPersons: (await numbers(asked.oddPersons)).map(([row]) => row!),
    kinds: kinds.map(([group, kind, age, n]) => ({ group, kind, n, ages: (age ?? 0) * n })),
    ages: kinds.flatMap(([group, , age, n]) => (age === null ? [] : [{ group, age, n }])),
    personMeasures: (await numbers(asked.personMeasures)).map(([group, bits, persons]) => ({
      group: group!,
      bits: bits!,
      persons: persons!,
    })),
    referrers,
    rareReferrers: (rare.length === 0 ? [] : await numbers(asked.together(rare))).map(
      ([group, n, persons]) => ({
        group: group!,
        referrer: 0,
        n: n!,
        persons: persons!,
      }),
    ),
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

/** Of the referrers of reports those about fewer persons than the threshold; 0 is none. A person is of one group. */
function rareReferrers(referrers: readonly ReferrerCount[], threshold: number): readonly number[] {
  const persons = new Map<number, number>();
  for (const { referrer, persons: n } of referrers) persons.set(referrer, (persons.get(referrer) ?? 0) + n);
  return [...persons].flatMap(([referrer, n]) => (referrer > 0 && n < threshold ? [referrer] : []));
}
