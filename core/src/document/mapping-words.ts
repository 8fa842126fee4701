/** What people call the columns and codes of a register, as the protocol writes them, for hosts where they are chosen. */
import type { Language } from '../problem.ts';
import type { Sureness } from '../register/quality.ts';
import type { Role } from '../register/roles.ts';
import { wordsIn } from './words.ts';

/** What roles, codes and degrees of sureness are called. */
export interface MappingWords {
  readonly roles: Readonly<Record<Role, string>>;
  /** `report` is anmälan. */
  readonly codes: Readonly<Record<string, string>>;
  readonly surenesses: Readonly<Record<Sureness, string>>;
}

/** What roles, codes and degrees of sureness are called in a language. */
export function mappingWords(language: Language): MappingWords {
  const { roles, codes, surenesses } = wordsIn(language).protocol;
  return { roles, codes, surenesses };
}
