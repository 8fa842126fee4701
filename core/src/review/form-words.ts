/** What the parts of a form are called where a person edits it: in the form sheet, and in what is said of it. */
import type { Language } from '../problem.ts';
import type { AmountKind, ItemKind, RegisterFact, Text } from './form.ts';

const t = (sv: string, en: string): Text => ({ sv, en });

export const KIND_WORDS: Readonly<Record<ItemKind, Text>> = {
  one: t('ett svar', 'one answer'),
  several: t('flera svar', 'several answers'),
  count: t('antal', 'count'),
  years: t('antal år', 'number of years'),
  money: t('kronor', 'SEK'),
  text: t('text', 'text'),
};

export const AMOUNT_WORDS: Readonly<Record<AmountKind, Text>> = {
  count: t('antal', 'count'),
  money: t('kronor', 'SEK'),
  year: t('årtal', 'year'),
  text: t('text', 'text'),
};

export const FACT_WORDS: Readonly<Record<RegisterFact, Text>> = {
  sex: t('kön', 'sex'),
  'age-first': t('ålder första gången', 'age the first time'),
  'age-latest': t('ålder senaste gången', 'age the latest time'),
  'age-bands': t('åldersgrupper', 'age bands'),
  'active-years': t('vilka år', 'which years'),
  'years-known': t('antal år', 'number of years'),
  actualisations: t('aktualiseringar', 'actualisations'),
  reports: t('anmälningar', 'reports'),
  lob: t('LOB', 'LOB'),
  applications: t('ansökningar', 'applications'),
  referrers: t('anmälare', 'referrers'),
  investigations: t('utredningar', 'investigations'),
};

export const YES_WORDS = t('ja', 'yes');
export const NO_WORDS = t('nej', 'no');

/** The rows above the form sheet's items: a name, then its value. */
export const HEAD_WORDS = {
  id: t('Formulärets kortnamn', 'Form’s short name'),
  version: t('Version', 'Version'),
  titleSv: t('Rubrik på svenska', 'Title in Swedish'),
  titleEn: t('Rubrik på engelska', 'Title in English'),
  years: t('År som granskas', 'Years reviewed'),
  section: t('Avsnitt', 'Section'),
} as const satisfies Readonly<Record<string, Text>>;

/** The form sheet's columns, in a Swedish sheet's order. */
export const COLUMN_WORDS = {
  number: t('Nr', 'No.'),
  id: t('Kortnamn', 'Short name'),
  section: t('Avsnitt', 'Section'),
  kind: t('Slag', 'Kind'),
  questionSv: t('Fråga', 'Question in Swedish'),
  guidanceSv: t('Vägledning', 'Guidance in Swedish'),
  code: t('Kod', 'Code'),
  labelSv: t('Svar', 'Answer in Swedish'),
  missing: t('Ingen uppgift', 'No information'),
  amount: t('Fylls i bredvid', 'Filled in beside'),
  asked: t('Frågas om', 'Asked if'),
  optional: t('Frivillig', 'Optional'),
  fact: t('Fylls från registret', 'Filled from the register'),
  register: t('Kallas i registret', 'Called in the register'),
  mendedSv: t('Ändrat mot trycket', 'Changed from the print in Swedish'),
  questionEn: t('Fråga på engelska', 'Question in English'),
  guidanceEn: t('Vägledning på engelska', 'Guidance in English'),
  labelEn: t('Svar på engelska', 'Answer in English'),
  mendedEn: t('Ändrat mot trycket, på engelska', 'Changed from the print in English'),
} as const satisfies Readonly<Record<string, Text>>;

export type FormColumn = keyof typeof COLUMN_WORDS;
export const FORM_COLUMNS = Object.keys(COLUMN_WORDS) as readonly FormColumn[];

const IN_OTHER_LANGUAGE: Readonly<Partial<Record<FormColumn, FormColumn>>> = {
  questionSv: 'questionEn',
  questionEn: 'questionSv',
  guidanceSv: 'guidanceEn',
  guidanceEn: 'guidanceSv',
  labelSv: 'labelEn',
  labelEn: 'labelSv',
  mendedSv: 'mendedEn',
  mendedEn: 'mendedSv',
};

/** The sheet's own language stands where one reads first; the other comes last. */
export function columnsIn(language: Language): readonly FormColumn[] {
  return language === 'sv' ? FORM_COLUMNS : FORM_COLUMNS.map((column) => IN_OTHER_LANGUAGE[column] ?? column);
}
