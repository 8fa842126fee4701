/** The lathund's persons and the register's actualisations for SPSS, under codes. */
import type { Analysis } from '../analyse.ts';
import { wordsIn } from '../document/words.ts';
import { fail, succeed, type Language, type Outcome } from '../problem.ts';
import { calendarDay } from '../register/day.ts';
import { UNKNOWN_AGE, type Category } from '../register/register.ts';
import type { SpssCell, SpssData, SpssVariable } from './spss-data.ts';
import { spssWordsIn, type SpssWords } from './spss-words.ts';

/** No value. */
export const NO_VALUE = -99;

/**
 * The persons and the actualisations of an analysis.
 *
 * @param analysis under codes (`withPseudonyms`), and not for publication: both files are of single persons
 */
export function lathundData(analysis: Analysis, language: Language): Outcome<readonly SpssData[]> {
  if (analysis.settings.protection.mode === 'publication')
    return fail(
      'persons-in-publication',
      'Filerna till SPSS har en rad per person och kan inte göras för publicering. Ta bort "protection" ur inställningarna.',
      'The files for SPSS have a row a person and cannot be made for publication. Take "protection" out of the settings.',
    );
  if (!analysis.isPseudonymous)
    return fail(
      'persons-without-codes',
      'Filerna till SPSS har koder i stället för personnummer, och det behövs en nyckel. Gör en med isu key nyckel.txt och skriv {"pseudonymKeyFile": "nyckel.txt"} i inställningarna.',
      'The files for SPSS have codes in place of personal numbers, and a key is needed. Make one with isu key key.txt and write {"pseudonymKeyFile": "key.txt"} in the settings.',
    );
  const words = spssWordsIn(language);
  return succeed([personsOf(analysis, words, language), rowsOf(analysis, words, language)]);
}

/** A variable, and what stands in it for each person or row. */
type Column = readonly [variable: SpssVariable, cell: (at: number) => SpssCell];

function dataOf(
  name: string,
  about: string,
  size: number,
  columns: readonly Column[],
  words: SpssWords,
): SpssData {
  return {
    name,
    about: [about, words.run, words.secret],
    variables: columns.map(([variable]) => variable),
    rows: Array.from({ length: size }, (_, at) => columns.map(([, cell]) => cell(at))),
  };
}

type Named = readonly [name: string, label: string];

function text([name, label]: Named, cell: (at: number) => string): Column {
  return [{ name, label, kind: 'text', level: 'nominal' }, cell];
}

function date([name, label]: Named, days: Int32Array): Column {
  return [{ name, label, kind: 'date', level: 'scale' }, (at) => days[at]!];
}

function personsOf({ lathund, settings }: Analysis, words: SpssWords, language: Language): SpssData {
  const { variables: v } = words;
  const { key, actualisations, first, last, months, group } = lathund;
  const number = { kind: 'number', level: 'scale' } as const;
  const [n, label] = v.actualisations;
  const [monthsName, monthsLabel] = v.months;
  const decimals = settings.months === 'average' ? 1 : 0;
  const columns: Column[] = [
    text(v.person, key),
    [{ name: n, label, ...number }, (p) => actualisations[p]!],
    date(v.first, first),
    date(v.last, last),
    [{ name: monthsName, label: monthsLabel, ...number, decimals }, (p) => months[p]!],
    groupColumn(lathund, words, language, (p) => group[p]!),
  ];
  return dataOf(words.persons, words.about.persons, lathund.persons, columns, words);
}

function groupColumn(
  { groups }: Analysis['lathund'],
  { variables }: SpssWords,
  language: Language,
  groupOf: (at: number) => number,
): Column {
  const [name, label] = variables.group;
  const values = groups.map(({ key }, at) => [at + 1, wordsIn(language).group(key)] as const);
  return [{ name, label, kind: 'number', level: 'ordinal', values }, (at) => groupOf(at) + 1];
}

function rowsOf({ register, lathund }: Analysis, words: SpssWords, language: Language): SpssData {
  const { variables: v } = words;
  const { day, person, age, sex, type, investigation, used } = register;
  const missing = [NO_VALUE] as const;
  const noValue = [NO_VALUE, words.missing] as const;
  const coded = ([name, label]: Named, names: readonly string[], index: ArrayLike<number>): Column => {
    const values = [noValue, ...names.map((own, at) => [at + 1, own] as const)];
    const cell = (i: number) => (index[i] === 0 ? NO_VALUE : index[i]!);
    return [{ name, label, kind: 'number', level: 'nominal', values, missing }, cell];
  };
  const category = (variable: Named, column: Category | null): Column[] =>
    column ? [coded(variable, column.names.slice(1), column.index)] : [];
  const [year, yearLabel] = v.year;
  const [ageName, ageLabel] = v.age;
  const columns: Column[] = [
    text(v.person, (i) => lathund.key(person[i]!)),
    date(v.date, day),
    [{ name: year, label: yearLabel, kind: 'number', level: 'ordinal' }, (i) => calendarDay(day[i]!).year],
    groupColumn(lathund, words, language, (i) => lathund.group[person[i]!]!),
    ...(type ? [coded(v.type, words.types, type)] : []),
    ...category(v.reason, register.reason),
    ...category(v.referrer, register.referrer),
    ...category(v.organisation, register.organisation),
    ...(investigation ? [coded(v.investigation, [words.yes, words.no], investigation)] : []),
    coded(v.sex, words.sexes, sex),
    [
      { name: ageName, label: ageLabel, kind: 'number', level: 'scale', values: [noValue], missing },
      (i) => (age[i] === UNKNOWN_AGE ? NO_VALUE : age[i]!),
    ],
  ];
  return dataOf(words.rows, words.about.rows, used, columns, words);
}
