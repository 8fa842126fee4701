/**
 * The settings that a host has fields for, as the fields hold them: text is text, empty is `null`, and core judges what
 * it means (`readSettings`). Laid over the settings that are otherwise in force, they are settings again.
 */
import { defaultSettings, type MonthsConvention, type ReturnBy, type Settings } from 'isu-core';
import { objectIn, pruned, type SettingsJson } from './settings-json.ts';

export interface FormSettings {
  readonly from: string | null;
  readonly to: string | null;
  readonly lowestAge: string | null;
  /** Only these; none chosen is all. */
  readonly reasons: readonly string[];
  readonly types: readonly string[];
  readonly organisations: readonly string[];
  /** Selection for the case-file review. */
  readonly atLeast: string | null;
  readonly activeYears: string | null;
  readonly mostFrequent: string | null;
  readonly sampleSize: string | null;
  readonly sampleSeed: string | null;
  readonly groups: string | null;
  readonly months: MonthsConvention;
  /** What the percentages of the group profile are of. */
  readonly profileBase: Settings['profileBase'];
  readonly returnBy: ReturnBy | null;
  readonly intervals: boolean;
  readonly comparison: boolean;
  readonly publication: boolean;
  readonly threshold: string | null;
}

/** No day: it is in no field. */
const DEFAULTS = defaultSettings('');

export const NO_LIMITS = {
  from: null,
  to: null,
  lowestAge: null,
  reasons: [],
  types: [],
  organisations: [],
  atLeast: null,
  activeYears: null,
  mostFrequent: null,
  sampleSize: null,
  sampleSeed: null,
} as const satisfies Partial<FormSettings>;

export const EMPTY_FORM: FormSettings = formOf(DEFAULTS);

/** The fields of settings that `readSettings` has found right. */
export function formOf(settings: Settings): FormSettings {
  const { period, selection, protection } = settings;
  const text = (n: number | null | undefined) => (n === null || n === undefined ? null : String(n));
  return {
    from: period?.from ?? null,
    to: period?.to ?? null,
    lowestAge: text(settings.lowestAge),
    reasons: settings.reasons ?? [],
    types: settings.types ?? [],
    organisations: settings.organisations ?? [],
    atLeast: text(selection?.atLeast),
    activeYears: selection?.activeYears?.join(', ') ?? null,
    mostFrequent: text(selection?.mostFrequent),
    sampleSize: text(selection?.sample?.size),
    sampleSeed: text(selection?.sample?.seed),
    groups: settings.groups.join(', '),
    months: settings.months,
    profileBase: settings.profileBase,
    returnBy: settings.returnBy,
    intervals: settings.intervals,
    comparison: settings.comparison,
    publication: protection.mode === 'publication',
    threshold: text(protection.threshold),
  };
}

/** The settings with what the fields hold; keys that have no field stay as they are. */
export function withForm(settings: SettingsJson, form: FormSettings): SettingsJson {
  const { sampleSize, sampleSeed } = form;
  const unlessDefault = <T>(value: T, usual: T) => (value === usual ? null : value);
  return pruned({
    ...settings,
    period: { from: form.from, to: form.to },
    lowestAge: numberOrText(form.lowestAge),
    reasons: form.reasons,
    types: form.types,
    organisations: form.organisations,
    groups: form.groups === EMPTY_FORM.groups ? null : listIn(form.groups),
    months: unlessDefault(form.months, DEFAULTS.months),
    profileBase: unlessDefault(form.profileBase, DEFAULTS.profileBase),
    returnBy: form.returnBy,
    intervals: unlessDefault(form.intervals, DEFAULTS.intervals),
    comparison: unlessDefault(form.comparison, DEFAULTS.comparison),
    selection: {
      atLeast: numberOrText(form.atLeast),
      activeYears: listIn(form.activeYears),
      mostFrequent: numberOrText(form.mostFrequent),
      sample:
        sampleSize === null && sampleSeed === null
          ? null
          : { size: numberOrText(sampleSize), seed: numberOrText(sampleSeed) },
    },
    protection: {
      ...objectIn(settings, 'protection'),
      mode: form.publication ? 'publication' : null,
      threshold: form.threshold === EMPTY_FORM.threshold ? null : numberOrText(form.threshold),
    },
  });
}

/** Whole numbers as numbers; anything else as it is written, for core to say what is wrong. */
function numberOrText(text: string | null): number | string | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : text;
}

function listIn(text: string | null): readonly (number | string | null)[] | null {
  return (
    text
      ?.split(/[\s,;]+/)
      .filter(Boolean)
      .map(numberOrText) ?? null
  );
}
