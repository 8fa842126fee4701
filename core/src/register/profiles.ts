/**
 * What is known of the case systems' own headers. They win over the general words; the user's own mapping wins over
 * them (mapping-profile.ts).
 *
 * Of the case systems' headers only Lifecare's API is published (Family Care API, Extract/Actualisations). Treserva,
 * Combine and Viva publish none: their exports are recognised by the meaning of the headers, and remembered by the
 * user's own profile.
 */
import type { Role } from './roles.ts';

/** The case systems whose headers are known by name. */
export const PROFILE_NAMES = ['lifecare', 'treserva', 'combine', 'viva'] as const;
/** A case system whose headers are known by name. */
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
