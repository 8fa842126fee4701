/**
 * The figures of FoU Välfärd Gävleborg, report 2024:2, that the sample reviews give back: Tabell 4–7 and Bilaga 4
 * tabell 4 and 5. What the register tells (sex, actualisations, ages at the latest, referrers, investigations) is in
 * `SELECTED` instead. Where the print has a mean, the sum here is the one that rounds to it.
 */

/** Among the 28 where nothing else is said. */
export const REVIEWED = {
  /** 33,14 and 12,68 years a person. */
  yearsOfAgeAtFirst: 928,
  yearsKnown: 355,
  single: 22,
  cohabiting: 12,
  children: 9,
  socialAssistance: 24,
  /** Of 27: one file does not tell. */
  ownHome: 20,
  homeless: 12,
  sentenced: 5,
  imprisoned: 14,
  suspectedPsychiatric: 7,
  /** 1,86 a person, over all 28. */
  lvm: { persons: 20, investigations: 52 },
  childWelfare: 3,
  sipCalled: 6,
  sipWasCalled: 2,
} as const;

/** By code of the form: persons who received it and how many times together (mean · persons). */
export const INTERVENTIONS = {
  '1': { persons: 27, times: 128 },
  '2': { persons: 6, times: 10 },
  '3': { persons: 14, times: 35 },
  '4': { persons: 12, times: 17 },
  '5': { persons: 1, times: 1 },
  '6': { persons: 7, times: 13 },
  '7': { persons: 13, times: 26 },
} as const;

/** Kronor, and the persons for whom anything was bought. */
export const PURCHASES = {
  persons: 15,
  outpatient: 463_460,
  residential: 11_359_980,
  familyHome: 160_500,
} as const;

/**
 * Diagnoses of the 14 persons who have any, by code of the form: 24 together, and each as often as printed (4, 4, 7, 0,
 * 4, 4, 0, 1).
 */
export const DIAGNOSES: readonly (readonly string[])[] = [
  ['3'],
  ['3'],
  ['2', '3'],
  ['1', '3'],
  ['3', '5'],
  ['1', '2', '3'],
  ['3', '6'],
  ['6'],
  ['6', '8'],
  ['6'],
  ['2', '5'],
  ['1', '5'],
  ['1', '5'],
  ['2'],
];

/** Substances by code of the form: 4, 5, 7 and 14 answers of 28 persons, so that two persons have two. */
export const SUBSTANCES: readonly { readonly codes: readonly string[]; readonly persons: number }[] = [
  { codes: ['1'], persons: 4 },
  { codes: ['2'], persons: 3 },
  { codes: ['2', '4'], persons: 2 },
  { codes: ['3'], persons: 7 },
  { codes: ['4'], persons: 12 },
];
