/**
 * What the published JSON of a comparison tells somebody who has nothing else, written down from the JSON alone and from
 * what everybody knows of registers: which header is the sex, that a part called Norr is the rows of Norr where the parts
 * are districts. Nothing is imported from the comparison or the protection: the quantities are counted here, row by row,
 * to hold it all against the truth.
 */
import { Knowledge, type Secret, type Term } from '../protection/knowledge.ts';

/** A row of the made-up registers, all of whose values the reader of registers would read as they stand. */
export interface Row {
  /** The same in two files only where the files' codes are. */
  readonly person: string;
  /** The name of its part; null where it is in none. */
  readonly part: string | null;
  readonly type: '' | 'Ansökan' | 'Anmälan' | 'LOB' | 'Remiss';
  readonly referrer: string;
  readonly decision: '' | 'Ja' | 'Nej';
  readonly sex: '' | 'Man' | 'Kvinna';
  readonly age: number | null;
  readonly district: string;
  /** Answers with «;» between. */
  readonly misuse: string;
  readonly debt: number | null;
}

interface JsonCell {
  readonly suppressed?: true;
  readonly value?: number | null;
  readonly n?: number;
  readonly numerator?: number;
  readonly denominator?: number;
}
interface JsonDifference {
  readonly part: string;
  readonly against: string;
  readonly kind: 'percent-units' | 'means' | 'ratio';
  readonly value: number | null;
}
export interface JsonRow {
  readonly key: string;
  readonly kind?: 'section' | 'missing';
  readonly figure: string;
  readonly cells: Readonly<Record<string, JsonCell>>;
  readonly differences?: readonly JsonDifference[];
  readonly test?: { readonly test: string };
}
type Base = 'persons' | 'actualisations';
interface Chosen {
  readonly column: string;
  readonly base: Base;
  readonly separator: string | null;
  readonly order: unknown;
}
export interface PublishedComparison {
  readonly settings: {
    readonly base: Base;
    readonly against: 'first' | 'rest';
    readonly percent: 'column' | 'row';
    readonly rows: readonly Chosen[];
    readonly protection: { readonly threshold: number; readonly rounding: 3 | 5 | null };
  };
  readonly parts: readonly {
    readonly name: string;
    readonly settings: { readonly groups: readonly number[]; readonly lowestAge: number | null };
  }[];
  readonly personsInSeveralParts: number | { readonly suppressed: true };
  readonly tables: readonly { readonly id: string; readonly rows: readonly JsonRow[] }[];
}

type Holds = (row: Row) => boolean;

/** What the parts are: of districts and groups everybody knows what is in them. */
export type Parted = 'files' | 'years' | 'organisations' | 'districts' | 'sexes' | 'groups';

/** What falls into levels, or has a number. */
interface Dimension {
  readonly name: string;
  readonly base: Base;
  readonly whole: string;
  readonly known: string;
  readonly missing: string;
  /** Measures; of a number none. */
  readonly levels: readonly string[];
  /** One answer a row. */
  readonly isSingle: boolean;
  /** Nobody has two of them. */
  readonly isExclusive: boolean;
  readonly number: ((row: Row) => number | null) | null;
  readonly hasMissing: boolean;
}

const isReport = ({ type }: Row) => type === 'Anmälan' || type === 'LOB';
const MEASURES: Readonly<Record<string, Holds>> = {
  all: () => true,
  'sex-known': ({ sex }) => sex !== '',
  man: ({ sex }) => sex === 'Man',
  woman: ({ sex }) => sex === 'Kvinna',
  'sex-missing': ({ sex }) => sex === '',
  'type-known': ({ type }) => type !== '',
  application: ({ type }) => type === 'Ansökan',
  report: ({ type }) => type === 'Anmälan',
  lob: ({ type }) => type === 'LOB',
  'type-other': ({ type }) => type === 'Remiss',
  'type-missing': ({ type }) => type === '',
  'decision-known': ({ decision }) => decision !== '',
  investigation: ({ decision }) => decision === 'Ja',
  'no-investigation': ({ decision }) => decision === 'Nej',
  'decision-missing': ({ decision }) => decision === '',
  'age-known': ({ age }) => age !== null,
  'age-missing': ({ age }) => age === null,
  reports: isReport,
  'referrer-known': (row) => isReport(row) && row.referrer !== '',
  'referrer-missing': (row) => isReport(row) && row.referrer === '',
};

/** Columns that the profile is of too, with what their values are there. */
const COLUMNS: Readonly<
  Record<
    string,
    {
      readonly of: string;
      readonly value: (row: Row) => string;
      readonly is: Readonly<Record<string, string>>;
    }
  >
> = {
  Kön: { of: 'sex', value: ({ sex }) => sex, is: { Man: 'man', Kvinna: 'woman' } },
  Aktualiseringstyp: {
    of: 'type',
    value: ({ type }) => type,
    is: { Ansökan: 'application', Anmälan: 'report', LOB: 'lob', Remiss: 'type-other' },
  },
  Beslut: {
    of: 'decision',
    value: ({ decision }) => decision,
    is: { Ja: 'investigation', Nej: 'no-investigation' },
  },
  'Aktualiserande part': { of: 'column-referrer', value: ({ referrer }) => referrer, is: {} },
  Distrikt: { of: 'district', value: ({ district }) => district, is: {} },
  Missbruk: { of: 'misuse', value: ({ misuse }) => misuse, is: {} },
};
const NUMBERS: Readonly<
  Record<string, { readonly of: string; readonly value: (row: Row) => number | null }>
> = {
  Ålder: { of: 'age', value: ({ age }) => age },
  Skuld: { of: 'debt', value: ({ debt }) => debt },
};
const OLDEST = 120;
/** What is hidden must seem possibly larger by so much. */
const MARGIN = 0.3;

export interface ToldByComparison {
  readonly knowledge: Knowledge;
  readonly secrets: readonly Secret[];
  readonly anyway: () => Knowledge;
  /** Figures that stand although a count behind them does not. */
  readonly amiss: readonly string[];
}

/** @param rows of all parts and of none */
export function toldByComparison(
  result: PublishedComparison,
  rows: readonly Row[],
  parted: Parted,
): ToldByComparison {
  const reading = new Reading(result, rows, parted);
  return {
    knowledge: reading.knowledge,
    secrets: reading.secrets(),
    anyway: () => new Reading(nothingOf(result), rows, parted).knowledge,
    amiss: reading.amiss,
  };
}

/** The same with all hidden but zeros. */
function nothingOf(result: PublishedComparison): PublishedComparison {
  const hidden = (cell: JsonCell): JsonCell =>
    cell.value === 0 && cell.denominator === undefined ? cell : { suppressed: true };
  return {
    ...result,
    personsInSeveralParts: result.personsInSeveralParts === 0 ? 0 : { suppressed: true },
    tables: result.tables.map(({ id, rows }) => ({
      id,
      rows: rows.map(({ key, kind, figure, cells }) => ({
        key,
        ...(kind && { kind }),
        figure,
        cells: Object.fromEntries(Object.entries(cells).map(([scope, cell]) => [scope, hidden(cell)])),
      })),
    })),
  };
}

interface Scope {
  readonly key: string;
  readonly kind: 'part' | 'together' | 'rest';
  readonly rows: readonly Row[];
  /** How often each person has come in it. */
  readonly times: ReadonlyMap<string, number>;
  readonly parts: readonly string[];
}

class Reading {
  readonly knowledge = new Knowledge();
  readonly amiss: string[] = [];
  private readonly result: PublishedComparison;
  private readonly parted: Parted;
  private readonly scopes: readonly Scope[];
  private readonly parts: readonly Scope[];
  private readonly together: Scope;
  private readonly groups: readonly { key: string; lowest: number; highest: number }[];
  private readonly measures = new Map<string, Holds>(Object.entries(MEASURES));
  private readonly dimensions: Dimension[] = [];
  /** A measure, and one that holds whenever it does. */
  private readonly within: [part: string, whole: string][] = [];
  /** Quantities that a table is of, and how many persons each rests on. */
  private readonly personsBehind = new Map<string, number>();
  private readonly differencesOfPersons: { name: string; terms: Term[] }[] = [];

  constructor(result: PublishedComparison, rows: readonly Row[], parted: Parted) {
    this.result = result;
    this.parted = parted;
    const names = result.parts.map(({ name }) => name);
    const scope = (kind: Scope['kind'], key: string, parts: readonly string[]): Scope => {
      const found = rows.filter(({ part }) => part !== null && parts.includes(part));
      const times = new Map<string, number>();
      for (const { person } of found) times.set(person, (times.get(person) ?? 0) + 1);
      return { kind, key, parts, rows: found, times };
    };
    this.parts = names.map((name) => scope('part', `part=${name}`, [name]));
    this.together = scope('together', 'together', names);
    const rests = names.map((name) =>
      scope(
        'rest',
        `rest=${name}`,
        names.filter((other) => other !== name),
      ),
    );
    const areRests = result.settings.against === 'rest' && names.length > 2;
    this.scopes = [...this.parts, this.together, ...(areRests ? rests : [])];
    const limits = result.parts[0]!.settings.groups;
    this.groups = limits.map((lowest, at) => {
      const highest = (limits[at + 1] ?? Infinity) - 1;
      const end = highest === Infinity ? '+' : highest === lowest ? '' : `-${String(highest)}`;
      return { key: `${String(lowest)}${end}`, lowest, highest };
    });
    this.layOut();
    this.quantities();
    this.overParts();
    this.ofDimensions();
    this.ofGroups();
    this.ofParts();
    this.tables();
  }

  private table(id: string): readonly JsonRow[] {
    return this.result.tables.find((table) => table.id === id)?.rows ?? [];
  }

  /** What the tables are of. */
  private layOut(): void {
    const { base } = this.result.settings;
    const profile = new Set(this.table('profile').map(({ key }) => key));
    const of = (name: string, levels: readonly string[], missingKey: string, more: Partial<Dimension> = {}) =>
      this.dimensions.push({
        name,
        base,
        whole: 'all',
        known: `${name}-known`,
        missing: `${name}-missing`,
        levels,
        isSingle: true,
        isExclusive: false,
        number: null,
        hasMissing: profile.has(missingKey),
        ...more,
      });
    of('sex', ['man', 'woman'], 'sex-unknown');
    of('type', ['application', 'report', 'lob', 'type-other'], 'type-unknown');
    of('decision', ['investigation', 'no-investigation'], 'investigation-unknown');
    of('age', [], 'age-unknown', { number: ({ age }) => age });
    this.referrers(profile, of);
    this.chosen();
  }

  private referrers(
    profile: ReadonlySet<string>,
    of: (name: string, levels: readonly string[], missingKey: string, more: Partial<Dimension>) => unknown,
  ): void {
    const named = [...profile].flatMap((key) =>
      key.startsWith('referrer:') ? [key.slice('referrer:'.length)] : [],
    );
    const levels = named.map((name) => {
      this.measures.set(`referrer:${name}`, (row) => isReport(row) && row.referrer === name);
      return `referrer:${name}`;
    });
    this.measures.set(
      'referrer-other',
      (row) => isReport(row) && row.referrer !== '' && !named.includes(row.referrer),
    );
    if (profile.has('referrer-other')) levels.push('referrer-other');
    of('referrer', levels, 'referrer-missing', { whole: 'reports' });
    this.within.push(['reports', 'type-known']);
  }

  private chosen(): void {
    const blocks = this.blocks();
    this.result.settings.rows.forEach(({ column, base, separator }, at) => {
      const rows = blocks[at]!;
      const hasMissing = rows.some(({ key }) => key === `column:${column}=missing`);
      const own = { base, whole: 'all', isExclusive: false, hasMissing } as const;
      const number = NUMBERS[column];
      if (number && rows[0]!.figure === 'mean') {
        const name = number.of;
        this.measures.set(`${name}-known`, (row) => number.value(row) !== null);
        this.measures.set(`${name}-missing`, (row) => number.value(row) === null);
        const names = { known: `${name}-known`, missing: `${name}-missing` };
        this.dimensions.push({ ...own, name, ...names, levels: [], isSingle: true, number: number.value });
        return;
      }
      const { of, value, is } = COLUMNS[column]!;
      const answers = (row: Row) =>
        (separator === null ? [value(row)] : value(row).split(separator))
          .map((text) => text.trim())
          .filter((text) => text !== '');
      const name = separator === null ? of : `${of}s`;
      this.measures.set(`${name}-known`, (row) => answers(row).length > 0);
      this.measures.set(`${name}-missing`, (row) => answers(row).length === 0);
      const levels = this.levelsOf(rows, column, answers, (text) =>
        separator === null && is[text] !== undefined ? is[text] : `${name}:${text}`,
      );
      const section = rows[0]!;
      const names = { known: `${name}-known`, missing: `${name}-missing` };
      const isExclusive = section.test !== undefined && base === 'persons';
      const isSingle = separator === null;
      this.dimensions.push({ ...own, name, ...names, levels, isSingle, isExclusive, number: null });
      if (of === 'column-referrer')
        for (const level of levels) {
          const referrer = `referrer:${level.slice(`${name}:`.length)}`;
          if (this.measures.has(referrer)) this.within.push([referrer, level]);
        }
    });
  }

  private levelsOf(
    rows: readonly JsonRow[],
    column: string,
    answers: (row: Row) => string[],
    nameOf: (text: string) => string,
  ): string[] {
    const prefix = `column:${column}=`;
    const texts = rows
      .filter(({ key, kind }) => kind !== 'missing' && key.startsWith(prefix))
      .map(({ key }) => key.slice(prefix.length));
    const named = texts.filter((text) => text !== 'other');
    return texts.map((text) => {
      const name = text === 'other' ? `${column} but ${named.join(', ')}` : nameOf(text);
      this.measures.set(
        name,
        text === 'other'
          ? (row) => answers(row).some((one) => !named.includes(one))
          : (row) => answers(row).includes(text),
      );
      return name;
    });
  }

  /** The rows of each column chosen, which stand in the order that they were asked for. */
  private blocks(): JsonRow[][] {
    const blocks: JsonRow[][] = [];
    for (const row of this.table('rows')) {
      if (row.kind === 'section' || row.figure === 'mean') blocks.push([]);
      blocks.at(-1)!.push(row);
    }
    return blocks;
  }

  private each(visit: (scope: Scope) => void): void {
    for (const scope of this.scopes) visit(scope);
  }

  private rowsWith(measure: string, { rows }: Scope): readonly Row[] {
    return rows.filter(this.measures.get(measure)!);
  }

  /** Rows (R) and persons (P) of every measure, those of whom nothing is known (U), and the groups (n, a). */
  private quantities(): void {
    const { knowledge } = this;
    const used = new Set([
      'all',
      ...this.dimensions.flatMap((d) => [d.whole, d.known, d.missing, ...d.levels]),
    ]);
    const most = this.together.rows.length * 4;
    this.each((scope) => {
      for (const measure of used) {
        const found = this.rowsWith(measure, scope);
        knowledge.quantity(`R:${measure}|${scope.key}`, found.length, { most });
        knowledge.quantity(`P:${measure}|${scope.key}`, personsOf(found), { most });
      }
      for (const { name, known, whole, base } of this.dimensions)
        if (base === 'persons')
          knowledge.quantity(
            `U:${name}|${scope.key}`,
            personsOf(this.rowsWith(whole, scope)) - personsOf(this.rowsWith(known, scope)),
            { most },
          );
      for (const { key, lowest, highest } of this.groups) {
        const times = [...scope.times.values()].filter((n) => n >= lowest && n <= highest);
        knowledge.quantity(`n:${key}|${scope.key}`, times.length, { most });
        knowledge.quantity(
          `a:${key}|${scope.key}`,
          times.reduce((sum, n) => sum + n, 0),
          { most },
        );
        this.behind(`n:${key}|${scope.key}`, times.length);
        this.behind(`a:${key}|${scope.key}`, times.length);
      }
    });
    const several = [...this.together.times.keys()].filter(
      (person) => this.parts.filter(({ times }) => times.has(person)).length > 1,
    ).length;
    knowledge.quantity('several', several, { most });
    this.behind('several', several);
    for (const one of this.dimensions) this.noteSecrets(one);
    this.each((scope) => {
      this.behind(`P:all|${scope.key}`, scope.times.size);
      this.behind(`R:all|${scope.key}`, scope.times.size);
    });
  }

  private behind(name: string, persons: number): void {
    this.personsBehind.set(name, persons);
  }

  private noteSecrets({ name, base, whole, known, missing, levels }: Dimension): void {
    const letter = base === 'persons' ? 'P' : 'R';
    this.each((scope) => {
      const own = base === 'persons' ? [whole, known, ...levels] : [whole, known, missing, ...levels];
      for (const measure of own)
        this.behind(`${letter}:${measure}|${scope.key}`, personsOf(this.rowsWith(measure, scope)));
      const unknown = `U:${name}|${scope.key}`;
      if (base === 'persons') this.behind(unknown, this.knowledge.truth(unknown));
      if (base !== 'persons' || scope.kind !== 'part') return;
      for (const measure of [known, ...levels]) this.outside(measure, scope);
    });
    for (const scope of this.parts) this.outside('all', scope);
  }

  /** Those of all parts who are not in this one: all less the part. */
  private outside(measure: string, { key }: Scope): void {
    const terms: Term[] = [
      [1, `P:${measure}|together`],
      [-1, `P:${measure}|${key}`],
    ];
    this.differencesOfPersons.push({ name: `P:${measure} outside ${key}`, terms });
  }

  private tie(why: string, terms: readonly Term[], relation: '=' | '<=' | '>=', right = 0): void {
    this.knowledge.tie(why, terms, relation, right);
  }

  /** Rows of parts sum to all; persons less those who are counted again, who are among those in several parts. */
  private overParts(): void {
    const { knowledge, parts } = this;
    const used = [...this.measures.keys()].filter((m) => knowledge.has(`R:${m}|together`));
    const wholeOf = new Map<string, string[]>();
    for (const { whole, known, missing, levels } of this.dimensions) {
      for (const level of levels) push(wholeOf, level, known);
      push(wholeOf, known, whole);
      push(wholeOf, missing, whole);
      if (whole !== 'all') push(wholeOf, whole, 'all');
    }
    for (const [part, whole] of this.within) push(wholeOf, part, whole);
    for (const measure of used) {
      const [R, P] = ['R', 'P'].map((letter) => (scope: Scope) => `${letter}:${measure}|${scope.key}`) as [
        (scope: Scope) => string,
        (scope: Scope) => string,
      ];
      knowledge.sum(R(this.together), parts.map(R));
      const again = this.againOf(measure);
      if (measure === 'all') {
        this.tie('counted again', [...again, [-1, 'several']], '>=');
        this.tie('counted again', [...again, [1 - parts.length, 'several']], '<=');
      }
      this.tie('counted again', again, '>=');
      for (const part of parts) knowledge.atMost(P(part), P(this.together));
      for (const whole of wholeOf.get(measure) ?? [])
        this.tie('counted again among', [...again, ...negative(this.againOf(whole))], '<=');
      for (const rest of this.scopes.filter(({ kind }) => kind === 'rest')) {
        const part = parts.find(({ parts: [name] }) => !rest.parts.includes(name!))!;
        const others = parts.filter((other) => other !== part);
        knowledge.sum(R(this.together), [R(part), R(rest)]);
        const both = (m: string): Term[] => [
          [1, `P:${m}|${part.key}`],
          [1, `P:${m}|${rest.key}`],
          [-1, `P:${m}|together`],
        ];
        this.tie('in part and rest', both(measure), '>=');
        this.tie('in part and rest', [...both(measure), [-1, 'several']], '<=');
        for (const whole of wholeOf.get(measure) ?? [])
          this.tie('in part and rest among', [...both(measure), ...negative(both(whole))], '<=');
        for (const other of others) knowledge.atMost(P(other), P(rest));
        this.tie('rest', [[1, P(rest)], ...others.map((other): Term => [-1, P(other)])], '<=');
      }
      this.each((scope) => {
        knowledge.atMost(P(scope), R(scope));
        for (const whole of wholeOf.get(measure) ?? []) {
          const of = (letter: string) => `${letter}:${whole}|${scope.key}`;
          knowledge.atMost(R(scope), of('R'));
          knowledge.atMost(P(scope), of('P'));
          // Rows beyond each person's first.
          this.tie(
            'rows beyond the first',
            [
              [1, R(scope)],
              [-1, P(scope)],
              [-1, of('R')],
              [1, of('P')],
            ],
            '<=',
          );
        }
      });
    }
  }

  private againOf(measure: string): Term[] {
    const parts = this.parts.map(({ key }): Term => [1, `P:${measure}|${key}`]);
    return [...parts, [-1, `P:${measure}|together`]];
  }

  private ofDimensions(): void {
    for (const one of this.dimensions)
      this.each((scope) => {
        const { name, whole, known, missing, levels, base, isSingle, hasMissing } = one;
        const of = (letter: string, measure: string) => `${letter}:${measure}|${scope.key}`;
        if (!hasMissing) {
          // No part has a row of what is missing, and so none has it.
          if (base === 'persons') this.knowledge.tell(of('U', name), 0);
          else this.knowledge.tell(of('R', missing), 0);
        }
        this.knowledge.sum(of('R', whole), [of('R', known), of('R', missing)]);
        if (base === 'persons') this.knowledge.sum(of('P', whole), [of('P', known), of('U', name)]);
        if (levels.length === 0) return;
        const all = (letter: string): Term[] => levels.map((level): Term => [1, of(letter, level)]);
        this.tie('levels', [...all('R'), [-1, of('R', known)]], isSingle ? '=' : '>=');
        this.tie('levels', [...all('P'), [-1, of('P', known)]], this.areApart(one, scope) ? '=' : '>=');
        if (!isSingle) return;
        // Who comes once has one answer, and who comes thrice three at most.
        const more = this.groups.map(({ key, highest }): Term => [
          1 - Math.min(highest, levels.length),
          `n:${key}|${scope.key}`,
        ]);
        this.tie('levels of persons', [...all('P'), [-1, of('P', known)], ...more], '<=');
      });
    this.ofReports();
    for (const one of this.dimensions) if (one.number) this.sums(one, one.number);
  }

  /** One test of all levels is shown only where nobody is in two of them in any part; nobody is of two sexes. */
  private areApart({ name, isExclusive, levels }: Dimension, { key, kind }: Scope): boolean {
    if (isExclusive && kind === 'part') return true;
    if (name !== 'sex') return false;
    const truth = (measure: string) => this.knowledge.truth(`P:${measure}|${key}`);
    return levels.reduce((sum, level) => sum + truth(level), 0) === truth('sex-known');
  }

  private ofReports(): void {
    this.each(({ key }) => {
      const of = (letter: string, measure: string) => `${letter}:${measure}|${key}`;
      this.knowledge.sum(of('R', 'reports'), [of('R', 'report'), of('R', 'lob')]);
      for (const part of ['report', 'lob']) this.knowledge.atMost(of('P', part), of('P', 'reports'));
      this.tie(
        'reports',
        [
          [1, of('P', 'reports')],
          [-1, of('P', 'report')],
          [-1, of('P', 'lob')],
        ],
        '<=',
      );
    });
  }

  /** Sums of numbers: of ages with their limits. */
  private sums({ name, base, known }: Dimension, number: (row: Row) => number | null): void {
    const { knowledge } = this;
    const letter = base === 'persons' ? 'P' : 'R';
    const sum = (scope: Scope) => `S:${name} (${base})|${scope.key}`;
    const youngest = this.result.parts[0]!.settings.lowestAge ?? 0;
    this.each((scope) => {
      const counted = base === 'persons' ? firstKnown(scope.rows, number) : scope.rows;
      const total = counted.reduce((all, row) => all + (number(row) ?? 0), 0);
      knowledge.quantity(sum(scope), total, { most: 1e7 });
      if (name !== 'age') return;
      const n = `${letter}:${known}|${scope.key}`;
      knowledge.atMost(sum(scope), n, OLDEST);
      this.tie(
        'youngest',
        [
          [youngest, n],
          [-1, sum(scope)],
        ],
        '<=',
      );
    });
    if (base === 'actualisations' || knowledge.truth('several') === 0) {
      knowledge.sum(sum(this.together), this.parts.map(sum));
      for (const rest of this.scopes.filter(({ kind }) => kind === 'rest')) {
        const part = this.parts.find(({ parts: [own] }) => !rest.parts.includes(own!))!;
        knowledge.sum(sum(this.together), [sum(part), sum(rest)]);
      }
    }
  }

  /** Persons by how often they come in the same scope. */
  private ofGroups(): void {
    const { knowledge, groups, parts, together } = this;
    const of = (letter: string) => (key: string, scope: Scope) => `${letter}:${key}|${scope.key}`;
    const [n, a] = [of('n'), of('a')];
    this.each((scope) => {
      knowledge.sum(
        `P:all|${scope.key}`,
        groups.map(({ key }) => n(key, scope)),
      );
      knowledge.sum(
        `R:all|${scope.key}`,
        groups.map(({ key }) => a(key, scope)),
      );
      for (const { key, lowest, highest } of groups) {
        this.tie(
          'so often at least',
          [
            [lowest, n(key, scope)],
            [-1, a(key, scope)],
          ],
          '<=',
        );
        if (highest < Infinity) knowledge.atMost(a(key, scope), n(key, scope), highest);
      }
    });
    // Who comes so often in a part comes so often together; who does only together is in several parts.
    groups.forEach(({ lowest }, at) => {
      const above = groups.slice(at);
      const terms = (name: typeof n, scope: Scope, factor: number) =>
        above.map(({ key }): Term => [factor, name(key, scope)]);
      const all = terms(n, together, 1);
      for (const scope of this.scopes)
        if (scope.kind !== 'together') this.tie('so often in a part', [...all, ...terms(n, scope, -1)], '>=');
      const ofParts = parts.flatMap((part) => terms(n, part, -1));
      this.tie('so often together', [...all, ...ofParts, [-1, 'several']], '<=');
      this.tie(
        'so often in several',
        [...negative(ofParts), ...negative(all), ...negative(this.againOf('all'))],
        '<=',
      );
      const rowsOfParts = parts.flatMap((part) => terms(a, part, -1));
      this.tie('rows of those', [...terms(a, together, 1), ...rowsOfParts], '>=');
      this.tie(
        'rows that others had',
        [...terms(a, together, 1), ...rowsOfParts, [-(lowest - 1) * parts.length, 'several']],
        '<=',
      );
    });
  }

  /** What everybody knows of what the parts are. */
  private ofParts(): void {
    const { knowledge, parts } = this;
    const nothing = (measure: string, scope: Scope) => {
      for (const letter of ['R', 'P'])
        if (knowledge.has(`${letter}:${measure}|${scope.key}`))
          knowledge.tell(`${letter}:${measure}|${scope.key}`, 0);
    };
    for (const scope of parts) {
      knowledge.atLeast(`P:all|${scope.key}`, 1);
      const [own] = scope.parts;
      if (this.parted === 'groups')
        for (const { key } of this.groups) if (key !== own) knowledge.tell(`n:${key}|${scope.key}`, 0);
      if (this.parted === 'sexes')
        for (const [value, measure] of Object.entries(COLUMNS['Kön']!.is))
          if (own === 'other' ? parts.some(({ parts: [name] }) => name === value) : value !== own)
            nothing(measure, scope);
      if (this.parted === 'sexes') nothing('sex-missing', scope);
      if (this.parted === 'districts') {
        nothing('district-missing', scope);
        for (const { levels } of this.dimensions.filter(({ name }) => name === 'district'))
          for (const level of levels) {
            const isOwn = own === 'other' ? level.startsWith('Distrikt but') : level === `district:${own!}`;
            if (!isOwn) nothing(level, scope);
          }
      }
    }
    if (this.parted === 'groups')
      for (const scope of parts)
        this.tie(
          'group of all',
          [
            [1, `n:${scope.parts[0]!}|together`],
            [-1, `P:all|${scope.key}`],
          ],
          '=',
        );
    // Of a part that is named by a value, and of a level, there are as many persons as make it worth a name.
    const { threshold } = this.result.settings.protection;
    if (this.parted === 'districts' || this.parted === 'sexes')
      for (const scope of parts)
        if (scope.parts[0] !== 'other') knowledge.atLeast(`P:all|${scope.key}`, threshold);
    for (const { levels } of this.dimensions)
      for (const level of levels)
        if (/^(?:referrer|district|misuses?|column-referrer):/.test(level))
          knowledge.atLeast(`P:${level}|together`, threshold);
  }

  private hidden(name: string): void {
    if (this.knowledge.truth(name) > 0) this.knowledge.atLeast(name, 1);
  }

  private told(name: string, value: number | undefined): void {
    if (value !== undefined) this.knowledge.tell(name, value);
  }

  private tables(): void {
    const { knowledge } = this;
    const { personsInSeveralParts } = this.result;
    if (typeof personsInSeveralParts === 'number') knowledge.tell('several', personsInSeveralParts);
    else knowledge.atLeast('several', 1);
    for (const row of this.table('parts')) {
      const letter = row.key.startsWith('persons') ? 'P' : 'R';
      this.counts(row, (scope) => `${letter}:all|${scope}`);
    }
    for (const [id, letter, whole] of [
      ['persons-by-group', 'n', 'P'],
      ['actualisations-by-group', 'a', 'R'],
    ] as const)
      for (const row of this.table(id))
        if (row.kind === 'section') this.counts(row, (scope) => `${whole}:all|${scope}`);
        else
          this.shares(
            row,
            (scope) => `${letter}:${row.key}|${scope}`,
            (scope) => `${whole}:all|${scope}`,
            'column',
          );
    this.profile();
    this.blocks().forEach((rows, at) => {
      const dimension = this.dimensions[this.dimensions.length - this.result.settings.rows.length + at]!;
      let level = 0;
      for (const row of rows)
        if (row.kind === 'missing') this.missing(row, dimension);
        else if (row.kind === 'section') this.section(row, rows, dimension);
        else if (row.figure === 'mean') this.means(row, dimension);
        else if (row.figure === 'percent') this.level(row, dimension, dimension.levels[level++]!);
    });
  }

  private profile(): void {
    const own: Readonly<Record<string, readonly [dimension: string, measure: string]>> = {
      'percent-women': ['sex', 'woman'],
      'percent-applications': ['type', 'application'],
      'percent-lob': ['type', 'lob'],
      'percent-investigation': ['decision', 'investigation'],
      'sex-unknown': ['sex', ''],
      'type-unknown': ['type', ''],
      'investigation-unknown': ['decision', ''],
      'age-unknown': ['age', ''],
      'referrer-missing': ['referrer', ''],
    };
    for (const row of this.table('profile')) {
      if (row.key === 'mean-actualisations') {
        this.ratio(
          row,
          (scope) => `R:all|${scope}`,
          (scope) => `P:all|${scope}`,
        );
        continue;
      }
      const [name, measure] = own[row.key] ?? (row.key === 'mean-age' ? ['age', ''] : ['referrer', row.key]);
      const dimension = this.dimensions.find((one) => one.name === name)!;
      if (row.key === 'mean-age') this.means(row, dimension);
      else if (measure === '') this.missing(row, dimension);
      else this.level(row, dimension, measure);
    }
  }

  private section(row: JsonRow, rows: readonly JsonRow[], { base, known }: Dimension): void {
    const letter = base === 'persons' ? 'P' : 'R';
    this.counts(row, (scope) => `${letter}:${known}|${scope}`);
    if (!row.test) return;
    const isHidden = rows
      .filter(({ kind }) => kind === undefined)
      .some(({ cells }) => this.parts.some(({ key }) => cells[key]!.suppressed));
    // With percentages along the row a cell can be hidden for what is beside it.
    if (isHidden && this.result.settings.percent === 'column')
      this.amiss.push(`${row.key} is tested and partly hidden`);
  }

  private level(row: JsonRow, { base, known, whole, name }: Dimension, measure: string): void {
    const letter = base === 'persons' ? 'P' : 'R';
    const of = name === 'referrer' ? whole : known;
    this.shares(
      row,
      (scope) => `${letter}:${measure}|${scope}`,
      (scope) => `${letter}:${of}|${scope}`,
      this.result.settings.percent,
    );
    if (row.test && this.parts.some(({ key }) => row.cells[key]!.suppressed))
      if (this.result.settings.percent === 'column')
        this.amiss.push(`${row.key} is tested and partly hidden`);
  }

  private missing(row: JsonRow, { base, name, missing, whole }: Dimension): void {
    const part = base === 'persons' ? `U:${name}` : `R:${missing}`;
    const all = `${base === 'persons' ? 'P' : 'R'}:${whole}`;
    this.shares(
      row,
      (scope) => `${part}|${scope}`,
      (scope) => `${all}|${scope}`,
      'column',
    );
  }

  private means(row: JsonRow, { base, name, known }: Dimension): void {
    const letter = base === 'persons' ? 'P' : 'R';
    this.ratio(
      row,
      (scope) => `S:${name} (${base})|${scope}`,
      (scope) => `${letter}:${known}|${scope}`,
    );
  }

  /** Counts, and rates of them. */
  private counts(row: JsonRow, name: (scope: string) => string): void {
    for (const [scope, cell] of Object.entries(row.cells))
      if (cell.suppressed) this.hidden(name(scope));
      else this.told(name(scope), row.figure === 'rate' ? cell.n : cell.value!);
    for (const { part, against, value } of row.differences ?? [])
      if (value !== null) for (const scope of [part, against]) this.tellTruth(name(scope));
  }

  private shares(
    row: JsonRow,
    part: (scope: string) => string,
    whole: (scope: string) => string,
    percent: 'column' | 'row',
  ): void {
    const of = percent === 'row' ? () => part('together') : whole;
    this.ratio({ ...row, differences: [] }, part, of);
    // A difference of two shares with its interval gives back all four counts.
    for (const { part: one, against } of row.differences ?? [])
      for (const scope of [one, against])
        for (const name of [part(scope), whole(scope)]) this.tellTruth(name);
  }

  private ratio(row: JsonRow, part: (scope: string) => string, whole: (scope: string) => string): void {
    for (const [scope, cell] of Object.entries(row.cells)) {
      if (cell.suppressed) {
        this.hidden(part(scope));
        this.hidden(whole(scope));
        continue;
      }
      this.told(part(scope), cell.numerator);
      this.told(whole(scope), cell.denominator);
    }
    for (const { part: one, against } of row.differences ?? [])
      if ([one, against].some((scope) => row.cells[scope]?.suppressed !== undefined))
        this.amiss.push(`${row.key}: a difference of a hidden mean`);
  }

  private tellTruth(name: string): void {
    this.knowledge.tell(name, this.knowledge.truth(name));
  }

  /** Counts that rest on few persons, those of them that all less a part would give among them. */
  secrets(): Secret[] {
    const { knowledge } = this;
    const { threshold } = this.result.settings.protection;
    const secrets: Secret[] = [];
    const add = (name: string, terms: readonly Term[], truth: number) => {
      const reaches = [truth + Math.max(threshold - truth, Math.ceil(truth * MARGIN)), threshold, truth + 1];
      secrets.push({ name, terms, reaches: reaches.filter((reach) => reach > truth) });
    };
    for (const [name, persons] of this.personsBehind)
      if (persons > 0 && persons < threshold) add(name, [[1, name]], knowledge.truth(name));
    const seen = new Set<string>();
    for (const { name, terms } of this.differencesOfPersons) {
      const truth = terms.reduce((sum, [factor, one]) => sum + factor * knowledge.truth(one), 0);
      if (seen.has(name) || truth <= 0 || truth >= threshold) continue;
      seen.add(name);
      add(name, terms, truth);
    }
    return secrets;
  }
}

function personsOf(rows: readonly Row[]): number {
  return new Set(rows.map(({ person }) => person)).size;
}

/** The first row of each person that has the number; rows stand in the order of their days. */
function firstKnown(rows: readonly Row[], number: (row: Row) => number | null): Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) if (number(row) !== null && !found.has(row.person)) found.set(row.person, row);
  return [...found.values()];
}

function negative(terms: readonly Term[]): Term[] {
  return terms.map(([factor, name]) => [-factor, name]);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
