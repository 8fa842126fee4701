/**
 * The figures of FoU Välfärd Gävleborg, report 2024:2, that the sample register gives back: Tabell 1–3 and Bilaga 4
 * tabell 3, a column per frequency group. Where the print has only a percentage, the whole number here is one that
 * rounds to it, chosen so that the groups sum to the totals of Bilaga 4. Where the print contradicts itself, the
 * figure is the one that agrees with the rest (3 465 actualisations, not 3 645).
 */

/** Persons in a frequency group have from `fewest` to `most` actualisations. */
export const GROUPS = [
  { fewest: 1, most: 1 },
  { fewest: 2, most: 2 },
  { fewest: 3, most: 6 },
  { fewest: 7, most: 11 },
  // The print has no upper limit; one every 25th day all through the period is enough for a sample.
  { fewest: 12, most: 80 },
] as const;

/** A figure for each group, in the order of `GROUPS`. */
export type ByGroup = readonly [number, number, number, number, number];

export const PERSONS: ByGroup = [300, 91, 144, 58, 86];
export const ACTUALISATIONS: ByGroup = [300, 182, 579, 493, 1911];

/** Actualisations that concern women: 25, 36, 31, 29, 29 % of the group's, together 1 018. */
export const CONCERNING_WOMEN: ByGroup = [75, 66, 180, 143, 554];

/** 29, 35, 38, 31, 24 % of actualisations, together 976. */
export const APPLICATIONS: ByGroup = [87, 64, 219, 153, 453];

/** 33, 13, 13, 15, 15 % of actualisations, together 16 %. */
export const LOB: ByGroup = [99, 24, 75, 74, 287];

export const INVESTIGATIONS_OPENED: ByGroup = [89, 86, 354, 338, 1557];

/** Age at actualisation, aimed at; printed 42, 43, 44, 39, 40 years. */
export const MEAN_AGE: ByGroup = [42.3, 43.3, 44.3, 39.34, 40.37];
/** Over all actualisations, as Bilaga 4 prints it. */
export const MEAN_AGE_OF_ALL = 41.2;
/**
 * Between which values the mean age of a calendar year may lie. The print says only that the lowest year is 39 and the
 * highest 44; the same persons growing older by a year a year gives about that.
 */
export const MEAN_AGE_IN_YEAR: readonly {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}[] = [
  { year: 2017, from: 38.6, to: 39.4 },
  { year: 2018, from: 39.2, to: 41 },
  { year: 2019, from: 39.8, to: 42.4 },
  { year: 2020, from: 40.4, to: 43 },
  { year: 2021, from: 41, to: 43.4 },
  { year: 2022, from: 43.6, to: 44.4 },
];

/** Who made the report, LOB included. The first six are printed; of the 241 other reports the print says nothing. */
export const REPORTS_BY_REFERRER: Readonly<Record<string, ByGroup>> = {
  Polisen: [117, 28, 94, 102, 378],
  Privatperson: [32, 32, 97, 54, 337],
  Anhörig: [17, 22, 61, 51, 337],
  'Övrig hälso- och sjukvård': [26, 15, 36, 61, 162],
  'Socialtjänsten (ex officio)': [4, 5, 29, 20, 90],
  Vuxenpsykiatrin: [2, 0, 4, 10, 25],
  Kriminalvården: [2, 3, 6, 7, 22],
  Hyresvärd: [3, 2, 6, 6, 21],
  'Annan kommun': [3, 2, 5, 6, 17],
  Arbetsgivare: [3, 3, 6, 5, 14],
  'Ideell organisation': [1, 2, 4, 5, 14],
  Arbetsförmedlingen: [1, 1, 4, 5, 14],
  Försäkringskassan: [1, 2, 4, 4, 13],
  Kronofogden: [1, 1, 4, 4, 14],
};

/**
 * The case-file review (chapter 3.3, Tabell 4 and 5): at least 12 actualisations, and one in each of 2017, 2021 and
 * 2022. What the register can tell of these 28 persons agrees with the print as well.
 */
export const SELECTED = {
  men: 22,
  women: 6,
  activeYears: [2017, 2021, 2022],
  /** 24,00 a person. */
  actualisations: 672,
  /** 45,68 years a person, when last actualised. */
  yearsOfAgeAtLatest: 1279,
  investigationsOpened: 525,
  /** How many of the persons each has reported, LOB included. */
  personsByReferrer: {
    Anhörig: 21,
    Polisen: 21,
    Privatperson: 20,
    'Övrig hälso- och sjukvård': 20,
    'Socialtjänsten (ex officio)': 17,
    Vuxenpsykiatrin: 9,
  },
} as const;
