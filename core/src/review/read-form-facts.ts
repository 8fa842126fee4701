/** What an item must be like for the register to fill it in: a fact put where it does not fit would fill in wrongly. */
import { fold } from '../register/spelling.ts';
import type { Code, Item, ItemKind, RegisterFact } from './form.ts';
import { FACT_WORDS, KIND_WORDS } from './form-words.ts';
import { tell, type ItemDraft, type Told } from './read-form-draft.ts';

/** The kind that is meant first; others that hold the same. */
const KINDS_OF_FACT: Readonly<Record<RegisterFact, readonly [ItemKind, ...ItemKind[]]>> = {
  sex: ['one'],
  'age-first': ['years', 'count'],
  'age-latest': ['years', 'count'],
  'age-bands': ['several'],
  'active-years': ['several'],
  'years-known': ['years', 'count'],
  actualisations: ['count'],
  reports: ['count'],
  lob: ['count'],
  applications: ['count'],
  referrers: ['several'],
  investigations: ['count'],
};

/** The numbers that each age band's answer must speak of. */
const AGE_BANDS: Readonly<Record<string, readonly string[]>> = {
  '1': ['24'],
  '2': ['25', '34'],
  '3': ['35', '44'],
  '4': ['45', '54'],
  '5': ['55', '64'],
  '6': ['65'],
};
const SEXES: Readonly<Record<string, ReadonlySet<string>>> = {
  '1': new Set(['man', 'män', 'male', 'men']),
  '2': new Set(['kvinna', 'kvinnor', 'woman', 'female', 'women']),
};

export function checkFact(
  told: Told,
  draft: ItemDraft,
  item: Item,
  fact: RegisterFact,
  years: readonly number[] | null,
): void {
  const kinds = KINDS_OF_FACT[fact];
  const shown = <T extends string>(word: T, words: Readonly<Record<T, { sv: string; en: string }>>) =>
    told.isJson ? { sv: word, en: word } : words[word];
  const name = shown(fact, FACT_WORDS);
  if (!kinds.includes(item.kind)) {
    const [needed, has] = [shown(kinds[0], KIND_WORDS), shown(item.kind, KIND_WORDS)];
    tell(
      told.problems,
      'form-fact-kind',
      draft.fact.at,
      `«${name.sv}» ur registret fyller i en fråga av slaget «${needed.sv}», men den här är «${has.sv}». Ändra slaget, eller ta bort uppgiften.`,
      `"${name.en}" from the register fills in an item of the kind "${needed.en}", but this is "${has.en}". Change the kind, or take the fact away.`,
    );
    return;
  }
  const tellCodes = (sv: string, en: string) => {
    tell(
      told.problems,
      'form-fact-codes',
      draft.fact.at,
      `«${name.sv}» ur registret ${sv} Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.`,
      `"${name.en}" from the register ${en} Change the answers, or take the fact away and the item is filled in by hand.`,
    );
  };
  const telling = item.codes.filter(({ missing }) => !missing);
  if (fact === 'sex' && !isSexes(telling))
    tellCodes('fyller i kod 1 för man och 2 för kvinna.', 'fills in code 1 for man and 2 for woman.');
  if (fact === 'age-bands' && !isAgeBands(telling))
    tellCodes(
      'fyller i kod 1–6 för 24 år eller yngre, 25–34, 35–44, 45–54, 55–64 och 65 år eller äldre.',
      'fills in codes 1–6 for 24 or younger, 25–34, 35–44, 45–54, 55–64 and 65 or older.',
    );
  if (fact === 'active-years' && years !== null && !isYears(telling, years))
    tellCodes(
      `fyller i ett svar för vart och ett av åren, med året som kod: ${years.join(', ')}.`,
      `fills in one answer for each of the years, with the year as code: ${years.join(', ')}.`,
    );
  if (fact === 'referrers') checkReferrers(telling, tellCodes);
}

function isSexes(codes: readonly Code[]): boolean {
  return ['1', '2'].every((own, at) => {
    const found = codes.find(({ code }) => code === own);
    const other = ['2', '1'][at]!;
    return found !== undefined && !SEXES[other]!.has(fold(found.label.sv));
  });
}

function isAgeBands(codes: readonly Code[]): boolean {
  return (
    codes.length === Object.keys(AGE_BANDS).length &&
    codes.every(({ code, label }) => {
      const numbers = label.sv.match(/\d+/g) ?? [];
      return AGE_BANDS[code]?.join() === numbers.join();
    })
  );
}

function isYears(codes: readonly Code[], years: readonly number[]): boolean {
  return (
    codes.length === years.length && years.every((year) => codes.some(({ code }) => code === String(year)))
  );
}

function checkReferrers(codes: readonly Code[], tellCodes: (sv: string, en: string) => void): void {
  const named = new Map<string, string>();
  for (const { code, register = [] } of codes)
    for (const name of register) {
      const first = named.get(fold(name) || name);
      if (first !== undefined && first !== code) {
        tellCodes(
          `kan inte höra till två svar: «${name}» står vid både kod ${first} och kod ${code}.`,
          `cannot belong to two answers: "${name}" stands at both code ${first} and code ${code}.`,
        );
        return;
      }
      named.set(fold(name) || name, code);
    }
  if (named.size === 0)
    tellCodes(
      'behöver veta vad svaren kallas där: det står inte vid något svar (* betyder alla andra).',
      'needs to know what the answers are called there: no answer says so (* means all others).',
    );
  if (codes.some(({ amount }) => amount !== undefined && amount !== 'count'))
    tellCodes(
      'fyller i antal bredvid svaren, inget annat.',
      'fills in counts beside the answers, nothing else.',
    );
}
