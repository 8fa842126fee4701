/** What the command line says beside the result while it works, in Swedish and English. */
import type { Language } from 'isu-core';

export const READING: Record<Language, (percent: number | null, megabytes: number) => string> = {
  sv: (percent, mb) => `Läser … ${percent === null ? `${String(mb)} MB` : `${String(percent)} %`}`,
  en: (percent, mb) => `Reading … ${percent === null ? `${String(mb)} MB` : `${String(percent)}%`}`,
};
export const WORKING: Record<Language, string> = { sv: 'Räknar …', en: 'Counting …' };
export const WRITING: Record<Language, string> = { sv: 'Skriver …', en: 'Writing …' };
export const WRITTEN: Record<Language, (name: string) => string> = {
  sv: (name) => `Skrev ${name}`,
  en: (name) => `Wrote ${name}`,
};
export const NOT_WRITTEN: Record<Language, (name: string) => string> = {
  sv: (name) => `Därför skrevs inte ${name}.`,
  en: (name) => `So ${name} was not written.`,
};

export const KEY_MADE: Record<Language, (file: string) => string> = {
  sv: (file) =>
    `Nyckeln står i ${file} och visas bara nu. Förvara filen skild från resultaten och gör en säkerhetskopia.`,
  en: (file) =>
    `The key is in ${file} and is shown only now. Keep the file apart from the results and make a backup.`,
};

export const AND_MORE: Record<Language, (more: string) => string> = {
  sv: (more) => `… och ${more} till. Alla finns i resultatet med --out eller --json.`,
  en: (more) => `… and ${more} more. All are in the result with --out or --json.`,
};

/** The document says what to choose; here is where. */
export const WHERE_TO_CHOOSE: Record<Language, string> = {
  sv: 'Kolumner och värden väljs i inställningsfilen, med columns och codes: se isu --help.',
  en: 'Columns and values are chosen in the settings file, with columns and codes: see isu --help.',
};

export const NO_CONTRADICTIONS: Record<Language, string> = {
  sv: 'Inga motsägelser.',
  en: 'No contradictions.',
};
