/**
 * The lathund as a report's model holds it: tables, columns and measures, each once. Names are those that a report
 * builder sees. What the figures mean is docs/definitions.md; limits and the names of the groups are core's.
 */
import { defaultSettings, lathundWords, type MonthsConvention } from 'isu-core';
import { column, number, text, type Figure, type RowExpression } from './expression.ts';

/** One row an actualisation. */
export const ROWS = { table: 'Aktualiseringar', person: 'Person', date: 'Datum', number: 'Nummer' } as const;

/** One row a person. */
export const PERSONS = {
  table: 'Personer',
  person: 'Person',
  count: 'Antal',
  first: 'Tidigaste',
  last: 'Senaste',
  group: 'Frekvensgrupp',
  order: 'Gruppordning',
} as const;

/** One row a frequency group, related to nothing: for groups that follow what the reader chooses. */
export const GROUPS = {
  table: 'Frekvensgrupper',
  group: 'Frekvensgrupp',
  order: 'Gruppordning',
  lowest: 'Lägsta',
} as const;

// No row is dated: the day of the analysis plays no part here.
const { groups: LIMITS, protection } = defaultSettings('2026-01-01');

/** Fewer persons than this are not shown in publication. */
export const { threshold: THRESHOLD } = protection;

/** Rounding of counts where the reader filters (core's protection.rounding). */
export const ROUNDING = 5;

export interface FrequencyGroup {
  readonly order: number;
  readonly lowest: number;
  readonly name: string;
}

export const FREQUENCY_GROUPS: readonly FrequencyGroup[] = lathundWords('sv')
  .groups(LIMITS)
  .map((name, at) => ({ order: at + 1, lowest: LIMITS[at]!, name }));

const HIGHEST = FREQUENCY_GROUPS.at(-1)!;

export interface ModelColumn {
  readonly name: string;
  readonly type: 'text' | 'whole' | 'decimal' | 'date';
  /** What it is, a sentence in Swedish. */
  readonly means: string;
}

export interface DerivedColumn extends ModelColumn {
  readonly value: RowExpression;
  /** The text is shown in the order of this column. */
  readonly sortedBy?: string;
}

const first = column(PERSONS.first);
const last = column(PERSONS.last);

/** Δyears · 12 + Δmonths: how many times the month has changed. */
const BOUNDARIES: RowExpression = {
  is: '-',
  left: {
    is: '+',
    left: {
      is: '*',
      left: { is: '-', left: { is: 'year', of: last }, right: { is: 'year', of: first } },
      right: number(12),
    },
    right: { is: 'month', of: last },
  },
  right: { is: 'month', of: first },
};

const MONTHS: Readonly<Record<MonthsConvention, DerivedColumn>> = {
  completed: {
    name: 'Månader (hela)',
    type: 'whole',
    means:
      'Hela förflutna månader mellan tidigaste och senaste, som DATEDIF "m" i Excel. Lathundens vanliga sätt.',
    value: {
      is: '-',
      left: BOUNDARIES,
      right: {
        is: 'cases',
        cases: [
          {
            when: { left: { is: 'day', of: last }, is: '<', right: { is: 'day', of: first } },
            then: number(1),
          },
        ],
        otherwise: number(0),
      },
    },
  },
  boundaries: {
    name: 'Månader (skiften)',
    type: 'whole',
    means: 'Antal månadsskiften, som DATEDIFF ( …, MONTH ) i DAX och T-SQL: 31 januari till 1 mars är 2.',
    value: BOUNDARIES,
  },
  average: {
    name: 'Månader (medel)',
    type: 'decimal',
    means: 'Dagar delat med 30,4375 (en månads medellängd), med en decimal.',
    value: {
      is: 'rounded',
      decimals: 1,
      of: { is: '/', left: { is: 'days', from: first, to: last }, right: number(30.4375) },
    },
  },
};

/** A value for the group that a count belongs to: the highest group whose lowest it reaches. */
export function byGroup(
  count: RowExpression,
  value: (group: FrequencyGroup) => RowExpression,
): RowExpression {
  const [lowest, ...higher] = FREQUENCY_GROUPS;
  return {
    is: 'cases',
    cases: higher.reverse().map((group) => ({
      when: { left: count, is: '>=', right: number(group.lowest) },
      then: value(group),
    })),
    otherwise: value(lowest!),
  };
}

export const PERSON_COLUMNS: readonly ModelColumn[] = [
  {
    name: PERSONS.person,
    type: 'text',
    means: 'Personnummer med tolv siffror, eller personens kod. Alltid text, aldrig tal.',
  },
  { name: PERSONS.count, type: 'whole', means: 'Antal aktualiseringar.' },
  { name: PERSONS.first, type: 'date', means: 'Personens tidigaste aktualisering.' },
  { name: PERSONS.last, type: 'date', means: 'Personens senaste aktualisering.' },
];

export const DERIVED_COLUMNS: readonly DerivedColumn[] = [
  MONTHS.completed,
  MONTHS.boundaries,
  MONTHS.average,
  {
    name: PERSONS.group,
    type: 'text',
    means: 'Hur ofta personen kommer.',
    value: byGroup(column(PERSONS.count), ({ name }) => text(name)),
    sortedBy: PERSONS.order,
  },
  {
    name: PERSONS.order,
    type: 'whole',
    means: `Frekvensgruppens plats i ordningen, 1–${String(HIGHEST.order)}.`,
    value: byGroup(column(PERSONS.count), ({ order }) => number(order)),
  },
];

export interface Measure {
  readonly name: string;
  readonly means: string;
  readonly figure: Figure;
  readonly format: 'whole' | 'decimal' | 'percent' | 'text';
}

export interface MeasureGroup {
  readonly title: string;
  readonly note: string;
  readonly measures: readonly Measure[];
}

const measure = (name: string): Figure => ({ is: 'measure', name });
const inAllGroups = (of: Figure): Figure => ({ is: 'in-all-groups', of });
const ratio = (part: Figure, whole: Figure): Figure => ({ is: 'ratio', part, whole });
const shareOfAll = (name: string) => ratio(measure(name), inAllGroups(measure(name)));
const inHighest = (of: Figure): Figure => ({ is: 'in-group', order: HIGHEST.order, of });
const nearest = (of: Figure): Figure => ({ is: 'nearest-multiple', base: ROUNDING, of });

/** Measures that others are made of. */
export const N = { persons: 'Antal personer', rows: 'Antal aktualiseringar' } as const;
const FREQUENT = {
  persons: 'Mångbesökare',
  rows: 'Mångbesökarnas aktualiseringar',
} as const;
const CHOSEN = { persons: 'Personer i urvalet', rows: 'Aktualiseringar i urvalet' };
const ROUNDED = `${N.persons} (avrundat)`;

export const MEASURES: readonly MeasureGroup[] = [
  {
    title: 'Lathunden',
    note: `Gäller alla rader som lästes in, delade efter ${PERSONS.table}[${PERSONS.group}]. Gruppen är personens i hela registret: ett utsnitt på datum eller typ ändrar den inte.`,
    measures: [
      { name: N.persons, means: 'Personer.', figure: { is: 'persons' }, format: 'whole' },
      {
        name: N.rows,
        means: 'Aktualiseringar.',
        figure: { is: 'sum', column: PERSONS.count },
        format: 'whole',
      },
      {
        name: 'Andel av personerna',
        means: 'Gruppens andel av alla personer (rapportens tabell 1).',
        figure: shareOfAll(N.persons),
        format: 'percent',
      },
      {
        name: 'Andel av aktualiseringarna',
        means: 'Gruppens andel av alla aktualiseringar (rapportens tabell 2).',
        figure: shareOfAll(N.rows),
        format: 'percent',
      },
      {
        name: 'Aktualiseringar per person',
        means: 'Medelvärde.',
        figure: ratio(measure(N.rows), measure(N.persons)),
        format: 'decimal',
      },
      {
        name: 'Median av aktualiseringar per person',
        means: 'Medianen säger mer än medelvärdet om den vanliga personen.',
        figure: { is: 'median', column: PERSONS.count },
        format: 'decimal',
      },
      {
        name: FREQUENT.persons,
        means: `Personer med ${HIGHEST.name} aktualiseringar.`,
        figure: inHighest(measure(N.persons)),
        format: 'whole',
      },
      {
        name: FREQUENT.rows,
        means: 'Deras aktualiseringar.',
        figure: inHighest(measure(N.rows)),
        format: 'whole',
      },
      {
        name: 'Mångbesökarnas andel av personerna',
        means: `De med ${HIGHEST.name} aktualiseringar, som andel av alla personer.`,
        figure: inHighest(measure('Andel av personerna')),
        format: 'percent',
      },
      {
        name: 'Mångbesökarnas andel av aktualiseringarna',
        means: 'Deras aktualiseringar, som andel av alla.',
        figure: inHighest(measure('Andel av aktualiseringarna')),
        format: 'percent',
      },
      {
        name: 'Huvudfynd',
        means: 'Rapportens huvudfynd i en mening, till ett kort: om den högsta gruppen som har någon person.',
        figure: { is: 'headline' },
        format: 'text',
      },
      {
        name: 'Andel för de 10 procent som kommer oftast',
        means: 'Deras andel av aktualiseringarna; antalet personer avrundas uppåt.',
        figure: { is: 'top-share', column: PERSONS.count, oneIn: 10 },
        format: 'percent',
      },
      {
        name: 'Ginikoefficient',
        means: 'Hur ojämnt aktualiseringarna är fördelade: 0 är helt jämnt. Jämför bara lika långa perioder.',
        figure: { is: 'gini', column: PERSONS.count },
        format: 'decimal',
      },
    ],
  },
  {
    title: 'Urvalet',
    note: `Räknar om lathunden för det som läsaren har valt (period, typ, enhet): lägg ${GROUPS.table}[${GROUPS.group}] på axeln, inte ${PERSONS.table}[${PERSONS.group}]. Ett år i utsnittet ger lathunden för det året.`,
    measures: [
      {
        name: CHOSEN.persons,
        means: 'Personer som i urvalet kommer så ofta som gruppen säger.',
        figure: { is: 'chosen', counted: 'persons' },
        format: 'whole',
      },
      {
        name: CHOSEN.rows,
        means: 'Deras aktualiseringar i urvalet.',
        figure: { is: 'chosen', counted: 'rows' },
        format: 'whole',
      },
      {
        name: 'Andel av personerna i urvalet',
        means: 'Gruppens andel av urvalets personer.',
        figure: ratio(measure(CHOSEN.persons), { is: 'all-chosen', counted: 'persons' }),
        format: 'percent',
      },
      {
        name: 'Andel av aktualiseringarna i urvalet',
        means: 'Gruppens andel av urvalets aktualiseringar.',
        figure: ratio(measure(CHOSEN.rows), { is: 'all-chosen', counted: 'rows' }),
        format: 'percent',
      },
    ],
  },
  {
    title: 'För publicering',
    note: `Visar ".." i stället för det som vilar på 1–${String(THRESHOLD - 1)} personer, och för ytterligare en grupp när det annars gick att räkna fram. Gäller en tabell över ${PERSONS.table}[${PERSONS.group}] på en sida utan utsnitt och korsfiltrering, med de andra måtten dolda. Två vyer med olika filter kan dras från varandra; använd där de avrundade, eller ge ut resultatet ur isu eller visualen i läget publicering.`,
    measures: [
      {
        name: `${N.persons} (publicering)`,
        means: 'Som text.',
        figure: { is: 'publication', counted: 'persons', percent: false },
        format: 'text',
      },
      {
        name: 'Andel av personerna (publicering)',
        means: 'Som text, utan decimaler.',
        figure: { is: 'publication', counted: 'persons', percent: true },
        format: 'text',
      },
      {
        name: `${N.rows} (publicering)`,
        means: `Som text. Visas bara när ingen grupp har färre än ${String(THRESHOLD)} personer: ur summan av två dolda grupper går annars personerna att räkna fram.`,
        figure: { is: 'publication', counted: 'rows', percent: false },
        format: 'text',
      },
      {
        name: 'Andel av aktualiseringarna (publicering)',
        means: 'Som text, utan decimaler. Visas när antalet gör det.',
        figure: { is: 'publication', counted: 'rows', percent: true },
        format: 'text',
      },
      {
        name: ROUNDED,
        means: `Till närmaste multipel av ${String(ROUNDING)}, för sidor där läsaren filtrerar. Delarna behöver inte bli summan.`,
        figure: nearest(measure(N.persons)),
        format: 'whole',
      },
      {
        name: 'Andel av personerna (avrundat)',
        means: 'Andel av avrundade antal.',
        figure: shareOfAll(ROUNDED),
        format: 'percent',
      },
      {
        name: `${CHOSEN.persons} (avrundat)`,
        means: `Till närmaste multipel av ${String(ROUNDING)}.`,
        figure: nearest(measure(CHOSEN.persons)),
        format: 'whole',
      },
    ],
  },
];

export const ALL_MEASURES: readonly Measure[] = MEASURES.flatMap(({ measures }) => measures);
