/** The labels of a comparison's fields in Swedish. */
import type { ComparisonFormWords } from './comparison-words.ts';
import { swedish as settings } from './settings-words-sv.ts';

export const swedish: ComparisonFormWords = {
  intro:
    'Delar av registret bredvid varandra, var för sig och tillsammans, med skillnader, intervall och test. Avgränsningen gäller här också.',
  by: 'Vad ska jämföras?',
  splits: {
    periods: 'Två perioder',
    year: 'Kalenderår',
    organisation: 'Organisationer',
    group: 'Frekvensgrupper',
  },
  columns: 'Efter en kolumn',
  period: (number) => `Period ${String(number)}`,
  from: settings.form.from,
  to: settings.form.to,
  rows: 'Ta också med',
  rowsHint: 'Kolumner som inte redan är med bland bakgrundsfaktorerna.',
  separator: 'Tecken mellan flera svar i en cell',
  separatorHint: 'Till exempel ; i Alkohol; Narkotika.',
  base: 'Procent av',
  bases: settings.form.bases,
  against: 'Varje del mot',
  againsts: { first: 'den första', rest: 'alla övriga tillsammans' },
  population: 'Per 10 000 invånare',
  populationHint: 'Antal invånare i varje del. Tomt: räknas inte.',
  compare: 'Jämför',
  more: settings.form.more,
};
