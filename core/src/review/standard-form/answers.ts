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
  '«Ingen uppgift» är tillagt: utan det skulle en akt som inget säger räknas som nej, eller som obesvarad.',
  '“No information” is added: without it a file that says nothing would count as no, or as not answered.',
);

export const both = (one: Text, other: Text): Text => t(`${one.sv} ${other.sv}`, `${one.en} ${other.en}`);
