/**
 * Profiles: which column and which code is which, kept to be applied again. A profile is a piece of settings, so a
 * user's own is saved by saving it and applied by giving it; it wins over the product's.
 *
 * Of the case systems' headers only Lifecare's API is published (Family Care API, Extract/Actualisations). Treserva,
 * Combine and Viva publish none: their exports are recognised by the meaning of the headers, and remembered by the
 * user's own profile.
 */
import type { Settings } from '../settings.ts';
import { CODED_ROLES, knownCodes, type CodedRole } from './codes.ts';
import type { Register } from './register.ts';
import { ROLES, type Role } from './roles.ts';

export const PROFILE_NAMES = ['lifecare', 'treserva', 'combine', 'viva'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Headers that a case system gives its columns, where they are known. */
export const PROFILES: Readonly<Record<ProfileName, Readonly<Partial<Record<Role, string>>>>> = {
  lifecare: {
    person: 'PersonId',
    date: 'Date',
    number: 'Id',
    type: 'Type',
    reason: 'Reason',
    referrer: 'FromWho',
    organisation: 'Organization',
  },
  treserva: {},
  combine: {},
  viva: {},
};

/** The mapping of a register as settings: every column by its header, every recognised value by its code. */
export type MappingProfile = Pick<Settings, 'columns' | 'codes'>;

/**
 * The mapping that a register was read with, to be shown, changed, saved as JSON and applied again.
 *
 * @returns `columns` and `codes` as they stand in settings; values that were not recognised are left out, so that
 *   they are asked about again
 */
export function profileOf(register: Register): MappingProfile {
  const columns: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const mapped = register.mapping.columns[role];
    if (mapped) columns[role] = mapped.header;
  }
  const codes: Partial<Record<CodedRole, Record<string, string>>> = {};
  for (const role of CODED_ROLES) {
    const meanings = register.meanings[role]?.filter(({ by }) => by !== 'own-name') ?? [];
    if (meanings.length === 0) continue;
    codes[role] = Object.fromEntries(
      meanings.map(({ value, name, code }) => [value, knownCodes(role) === null ? name : code!]),
    );
  }
  return { columns, codes };
}
