/**
 * The words by which a table says what its figures are: total or part, count, percent or mean, and of what. Swedish
 * and English, in headers (`Andel kvinnor, %`) as in keys of JSON (`percentWomen`).
 */
import type { Kind } from './figure.ts';
import type { Interval } from './interval.ts';

/** Lower case, no accents, `camelCase` apart, `%` kept as a word of its own. */
export function fold(text: string): string {
  return text
    .replace(/([a-zåäö])([A-ZÅÄÖ])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/%/g, ' % ')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

const CHANGE = /^(forandring|okning|minskning|change|difference|skillnad|diff|differens|procentenheter)/;
const PERCENT = /^(%|percent\w*|procent\w*|pct|andel|andelen|andelar|share|shares|proportion)$/;
const MEAN =
  /^(mean|means|average|avg|snitt|medel|medel(tal|varde|alder|vardet|talet|kostnad|antal)|genomsnitt\w*)$/;
const OTHER =
  /^(median\w*|kvartil\w*|quartile\w*|min|minimum|max|maximum|sd|standardavvikelse|span|range|intervall|interval|spridning|trend|gini|chi2|index|rang|rank|period|kvot|quotient|ratio)$/;
const BASE = /^(base|bas|namnare|denominator)$/;
const COUNT = /^(n|antal|antalet|number|count|counts|frekvens|frequency)$/;
const PER_UNIT =
  /^(person|persons|individ|klient|client|brukare|invanare|inhabitant|inhabitants|capita|kommun|familj|family|barn|hushall|dygn|dag|timme|manad|plats|placering|arende|insats|beslut)$/;

/** What kind of figure a header or key announces; `undefined` where it does not say. */
export function kindSaidBy(text: string): Kind | undefined {
  const words = wordsOf(text);
  if (words.some((word) => CHANGE.test(word) || OTHER.test(word))) return 'other';
  if (BASE.test(words[0] ?? '')) return 'base';
  if (words.some((word) => PERCENT.test(word))) return 'percent';
  if (words.some((word) => MEAN.test(word)) || perUnit(words)) return 'mean';
  if (words.some((word) => COUNT.test(word))) return 'count';
  return undefined;
}

function perUnit(words: readonly string[]): boolean {
  return words.some((word, i) => word === 'per' && PER_UNIT.test(words[i + 1] ?? ''));
}

/** `perPerson`, `mean per person`, `genomsnitt utredningar/person`: a mean that says over what. */
export function isPerPerson(text: string): boolean {
  return /(\bper |\/ ?)(person|individ|klient|client|brukare)/.test(fold(text.replace('/', ' per ')));
}

export type Role = 'part' | 'total' | 'mean' | 'subtotal' | 'of-which' | 'missing' | 'base';

const TOTAL = /^(total|totalt|totalen|totals|totalsumma|summa|sum|samtliga|tot)$/;
const SUBTOTAL = /^(delsumma|subtotal|deltotal)$/;
const OF_WHICH = /^(darav|varav|of which|dar av)/;
const MISSING = /^(uppgift saknas|saknas|okant|okand|vet ej|ej svar|bortfall|unknown|missing|no answer)/;

/** Whether a row or column is one of the parts, their total, their mean, or beside them. */
export function roleOf(label: string): Role {
  const folded = fold(label);
  const words = wordsOf(label);
  if (SUBTOTAL.test(words[0] ?? '')) return 'subtotal';
  if (words.some((word) => TOTAL.test(word)) || /^(alla|all|hela gruppen)$/.test(folded)) return 'total';
  if (OF_WHICH.test(folded)) return 'of-which';
  if (MISSING.test(folded)) return 'missing';
  if (/^(medel|medeltal|medelvarde|genomsnitt|snitt|mean|average)$/.test(folded)) return 'mean';
  if (/^(n|bas|base|antal n|antal svar|antal svarande)$/.test(folded)) return 'base';
  return 'part';
}

/** The role of a column of figures: `Andel av totalen` is a part like others, and `n` heads a count. */
export function roleOfSeries(name: string): Role {
  const role = roleOf(name);
  if (role === 'base') return 'part';
  const isTotal = TOTAL.test(wordsOf(name)[0] ?? '') || nounsOf(name).length === 0;
  return role === 'total' && !isTotal ? 'part' : role;
}

/** The field's words (definitions) that two tables may share. */
export type Concept =
  | 'persons'
  | 'actualisations'
  | 'investigations'
  | 'applications'
  | 'reports'
  | 'men'
  | 'women'
  | 'lob'
  | 'age';

const CONCEPTS: readonly (readonly [Concept, RegExp])[] = [
  ['age', /^(age|ages|alder|aldern|medelalder|medelaldern)$/],
  ['women', /^(women|woman|kvinnor|kvinna|female|females)$/],
  ['men', /^(men|man|male|males)$/],
  ['lob', /^lob$/],
  ['applications', /^(application|applications|ansokan|ansokningar)$/],
  ['reports', /^(report|reports|anmalan|anmalningar|orosanmalan|orosanmalningar)$/],
  ['investigations', /^(investigation|investigations|utredning|utredningar|utredningarna)$/],
  ['actualisations', /^(actualisation|actualisations|aktualisering|aktualiseringar|aktualiseringarna)$/],
  ['persons', /^(person|persons|personer|individ|individer|klient|klienter|clients)$/],
];

/** The first of the field's words that a header, key or label names, other than after `per` or in brackets. */
export function conceptOf(text: string): Concept | null {
  const words = wordsOf(text.replace(/\([^)]*\)/g, ' ').replace('/', ' per '));
  const per = words.indexOf('per');
  const said = per > 0 ? words.slice(0, per) : per === 0 ? [] : words;
  for (const [concept, pattern] of CONCEPTS) if (said.some((word) => pattern.test(word))) return concept;
  return null;
}

/** Two labels that between them are everybody. */
export const COMPLEMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(men|man|male|males|pojkar)$/, /^(women|woman|kvinnor|kvinna|female|females|flickor)$/],
  [/^(applications?|ansokan|ansokningar)$/, /^(reports?|anmalan|anmalningar)$/],
  [/^(yes|ja)$/, /^(no|nej)$/],
];

const KIND_WORDS = [
  PERCENT,
  MEAN,
  COUNT,
  BASE,
  TOTAL,
  /^(av|of|alla|all|i|in|och|and|the|vid|at|printed|values)$/,
];

/** What is left of a name when the words for kind are gone: `Andel inledda utredningar, %` → inledda, utredningar. */
export function nounsOf(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !KIND_WORDS.some((pattern) => pattern.test(word)));
}

/** Whether two names speak of the same, seen to their stems: `percentInvestigationOpened`, `investigationsOpened`. */
export function shareNoun(a: string, b: string): boolean {
  const others = nounsOf(b);
  return nounsOf(a).some((word) => others.some((other) => sameStem(word, other)));
}

function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  return length >= 5 && a.slice(0, length - 1) === b.slice(0, length - 1);
}

/** The limits that a frequency group's name tells: `2`, `3-6`, `3 till 6`, `12+`, `12 eller fler`; `null` otherwise. */
export function groupLimits(label: string): Interval | null {
  const text = label.trim().replace(/[–—]/g, '-');
  const between = /^(\d{1,3})\s*(?:-|till|to)\s*(\d{1,3})$/.exec(text);
  if (between) return { low: Number(between[1]), high: Number(between[2]) };
  const open = /^(\d{1,3})\s*(?:\+|-|eller (?:fler|mer)|or more|och (?:fler|mer|uppåt))/i.exec(text);
  if (open) return { low: Number(open[1]), high: Infinity };
  return /^\d{1,3}$/.test(text) ? { low: Number(text), high: Number(text) } : null;
}

/** Whether labels are frequency groups: rising from 1 without gap or overlap, and not mere numbers such as quarters. */
export function areFrequencyGroups(labels: readonly string[]): boolean {
  const limits = labels.map(groupLimits);
  if (limits.length < 2 || limits.some((one) => one === null)) return false;
  if (limits.every((one) => one!.low === one!.high)) return false;
  return limits.every(
    (one, i) => one!.low === (i === 0 ? 1 : limits[i - 1]!.high + 1) && one!.low <= one!.high,
  );
}

export function isYear(label: string): boolean {
  return /^(19|20)\d\d$/.test(label.trim());
}

/** Money, whose figures have no persons behind them. */
export function isMoney(text: string): boolean {
  return wordsOf(text).some((word) =>
    /^(sek|kr|kronor|tkr|mkr|msek|kostnad|kostnader|cost|costs|belopp)$/.test(word),
  );
}

/** Amounts in thousands or millions are rounded, so their sums may differ in the last digit. */
export function isRoundedUnit(text: string): boolean {
  return wordsOf(text).some((word) =>
    /^(tkr|mkr|ksek|msek|tusen|tusental|miljoner|thousands?|millions?)$/.test(word),
  );
}

/** A place larger than the one that a report is about. */
export function isOtherArea(label: string): boolean {
  return /^(lan|lanet|riket|landet|sverige|country|county|nation|region|regionen|liknande|similar|ovriga|jamforelse)/.test(
    fold(label),
  );
}

/** The number that a header or title says it rests on: `percent of 28`, `Procent (n = 28)`; `null` where it says none. */
export function numberSaidIn(text: string): number | null {
  const match = /(\bof|\bav|\bn\s*=)\s*(\d[\d\s\u00a0]*)/i.exec(text);
  if (!match) return null;
  const isYearOfSomething = !match[1]!.includes('=') && isYear(match[2]!);
  return isYearOfSomething ? null : Number(match[2]!.replace(/\D/g, ''));
}
