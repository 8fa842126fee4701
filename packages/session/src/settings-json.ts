/**
 * Settings as JSON, as `isu analyse --settings` takes them: changed one choice at a time, and saved again with everything
 * that stood there. Nothing is judged here; `readSettings` in core does that.
 */
import type { CodedRole, MappingProfile, Role } from 'isu-core';

export type SettingsJson = Readonly<Record<string, unknown>>;

/** A setting that no field shows. */
export interface KeptSetting {
  /** `asOf`, or `protection.rounding`. */
  readonly key: string;
  readonly value: string;
}

/** Keys that hosts show in a part of their own. */
const SHOWN = new Set([
  ...['columns', 'codes', 'pseudonymKeyFile', 'period', 'lowestAge', 'reasons', 'types', 'organisations'],
  ...['groups', 'months', 'profileBase', 'returnBy', 'intervals', 'comparison', 'selection'],
  ...['protection.mode', 'protection.threshold'],
]);

export function keptSettings(settings: SettingsJson): readonly KeptSetting[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    key === 'protection'
      ? Object.entries(objectIn(settings, key)).flatMap(([inner, of]) => kept(`${key}.${inner}`, of))
      : kept(key, value),
  );
}

function kept(key: string, value: unknown): readonly KeptSetting[] {
  if (SHOWN.has(key) || value === null || value === undefined) return [];
  return [{ key, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

/** @param key as `keptSettings` names it */
export function withoutSetting(settings: SettingsJson, key: string): SettingsJson {
  const [outer, inner] = key.split('.') as [string, string?];
  return pruned({
    ...settings,
    [outer]: inner === undefined ? null : { ...objectIn(settings, outer), [inner]: null },
  });
}

/** @param name header or letter of the column, `false` for none; `null` takes back the choice */
export function withColumn(settings: SettingsJson, role: Role, name: string | false | null): SettingsJson {
  return pruned({ ...settings, columns: { ...objectIn(settings, 'columns'), [role]: name } });
}

/** @param meaning code or name; `null` takes back the choice */
export function withCode(
  settings: SettingsJson,
  role: CodedRole,
  value: string,
  meaning: string | null,
): SettingsJson {
  const codes = objectIn(settings, 'codes');
  return pruned({ ...settings, codes: { ...codes, [role]: { ...objectIn(codes, role), [value]: meaning } } });
}

/** Back to what is found by itself. */
export function withoutMapping(settings: SettingsJson): SettingsJson {
  return pruned({ ...settings, columns: null, codes: null });
}

/** A mapping kept from before wins over what was chosen here, column by column and value by value. */
export function withMapping(settings: SettingsJson, mapping: SettingsJson): SettingsJson {
  const columns = { ...objectIn(settings, 'columns'), ...objectIn(mapping, 'columns') };
  const [own, its] = [objectIn(settings, 'codes'), objectIn(mapping, 'codes')];
  const codes = Object.fromEntries(
    [...new Set([...Object.keys(own), ...Object.keys(its)])].map((role) => [
      role,
      { ...objectIn(own, role), ...objectIn(its, role) },
    ]),
  );
  return pruned({ ...settings, columns, codes });
}

/** A file that says nothing but which column and which code is which. */
export function isMapping(settings: SettingsJson): boolean {
  const keys = Object.keys(settings);
  return keys.length > 0 && keys.every((key) => key === 'columns' || key === 'codes');
}

export function settingsText(settings: SettingsJson | MappingProfile): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** The object under a key; empty where there is none. */
export function objectIn(json: SettingsJson, key: string): SettingsJson {
  const value = json[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SettingsJson) : {};
}

/** Without what says nothing: `null`, and lists and objects that hold nothing. */
export function pruned(json: SettingsJson): SettingsJson {
  const entries = Object.entries(json).flatMap(([key, value]): [string, unknown][] => {
    const inner = isPlainObject(value) ? pruned(value) : value;
    const isEmpty =
      inner === null ||
      inner === undefined ||
      (Array.isArray(inner) && inner.length === 0) ||
      (isPlainObject(inner) && Object.keys(inner).length === 0);
    return isEmpty ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries);
}

function isPlainObject(value: unknown): value is SettingsJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
