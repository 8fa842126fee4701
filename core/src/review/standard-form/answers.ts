/** What the items of the standard form have in common: answers, and why so many of them differ from the print. */
import type { AmountKind, Code, Text } from '../form.ts';

export const t = (sv: string, en: string): Text => ({ sv, en });

export const code = (number: string, sv: string, en: string, amount?: AmountKind): Code => ({
  code: number,
  label: t(sv, en),
  ...(amount && { amount }),
});

export const missing = (number: string): Code => ({
  code: number,
  label: t('Ingen uppgift', 'No information'),
  missing: true,
});

export const YES = code('1', 'Ja', 'Yes');
export const NO = code('2', 'Nej', 'No');

/** The print lacks the answer for a file that does not tell; without it silence would be read as no. */
export const NO_INFORMATION_ADDED = t(
  'Svaret «Ingen uppgift» är tillagt: det tryckta formuläret saknar det, och en akt som inget säger skulle annars räknas som nej eller som obesvarad.',
  'The answer “No information” is added: the printed form lacks it, and a file that says nothing would otherwise count as no or as not answered.',
);

export const both = (one: Text, other: Text): Text => t(`${one.sv} ${other.sv}`, `${one.en} ${other.en}`);
