/** The labels of a comparison's fields: the same words in every host. Those of its result are core's. */
import type { Language } from 'isu-core';
import { english } from './comparison-words-en.ts';
import { swedish } from './comparison-words-sv.ts';

export interface ComparisonFormWords {
  readonly intro: string;
  readonly by: string;
  readonly splits: Readonly<Record<'periods' | 'year' | 'organisation' | 'group', string>>;
  /** Over the columns that can be split by. */
  readonly columns: string;
  readonly period: (number: number) => string;
  readonly from: string;
  readonly to: string;
  readonly rows: string;
  readonly rowsHint: string;
  readonly separator: string;
  readonly separatorHint: string;
  readonly base: string;
  readonly bases: Readonly<Record<'actualisations' | 'persons', string>>;
  readonly against: string;
  readonly againsts: Readonly<Record<'first' | 'rest', string>>;
  readonly population: string;
  readonly populationHint: string;
  readonly compare: string;
  readonly more: string;
}

export function comparisonWords(language: Language): ComparisonFormWords {
  return language === 'sv' ? swedish : english;
}
