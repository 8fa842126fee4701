/** The labels of the settings that a host has fields for, and of the key: the same words in every host. */
import type { Language, MonthsConvention } from 'isu-core';
import { english } from './settings-words-en.ts';
import { swedish } from './settings-words-sv.ts';

export interface SettingsWords {
  readonly form: SettingsFormWords;
  readonly key: KeyWords;
  /** By key, of settings that no field shows; one that is not here is shown as it is. */
  readonly kept: Readonly<Record<string, string>>;
  /** The name of a sheet that holds the selection alone, as a sheet tab shows it. */
  readonly selectionSheet: string;
}

export interface SettingsFormWords {
  readonly from: string;
  readonly to: string;
  readonly lowestAge: string;
  readonly lowestAgeHint: string;
  readonly only: Readonly<Record<'reasons' | 'types' | 'organisations', string>>;
  readonly onlyHint: string;
  readonly atLeast: string;
  readonly activeYears: string;
  readonly activeYearsHint: string;
  readonly mostFrequent: string;
  readonly mostFrequentHint: string;
  readonly sampleSize: string;
  readonly sampleSeed: string;
  readonly sampleHint: string;
  readonly months: string;
  readonly monthsChoices: Readonly<Record<MonthsConvention, string>>;
  readonly publication: string;
  readonly publicationHint: string;
  readonly threshold: string;
  readonly more: string;
  readonly profileBase: string;
  readonly bases: Readonly<Record<'actualisations' | 'persons', string>>;
  readonly intervals: string;
  readonly comparison: string;
  readonly returnBy: string;
  readonly returnByNone: string;
  readonly returnByGroup: string;
}

export interface KeyWords {
  readonly title: string;
  readonly hint: string;
  readonly open: string;
  readonly make: string;
  readonly made: string;
  readonly madeHint: string;
  readonly saveAndUse: string;
  readonly cancel: string;
  readonly savedName: string;
  readonly inUse: (file: string) => string;
  readonly missing: (file: string) => string;
  readonly close: string;
}

export function settingsWords(language: Language): SettingsWords {
  return language === 'sv' ? swedish : english;
}
