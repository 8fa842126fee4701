/** Reading one word of a draft form: a name, a text, yes or no, or one of a list of words. */
import { distance } from 'fastest-levenshtein';
import type { Language } from '../problem.ts';
import { inLine, nearest } from '../register/spelling.ts';
import type { Text } from './form.ts';
import { NO_WORDS, YES_WORDS } from './form-words.ts';
import { tell, type Placed, type PlacedText, type Told } from './read-form-draft.ts';

/** What kinds of names there are, how they may look, and an example of each. */
const NAMES = {
  id: { pattern: /^\p{L}[\p{L}\p{N}-]{0,39}$/u, most: 40, example: 'boende-barn', letterFirst: true },
  code: { pattern: /^[\p{L}\p{N}][\p{L}\p{N}-]{0,19}$/u, most: 20, example: '1', letterFirst: false },
  number: { pattern: /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,7}$/u, most: 8, example: '12a', letterFirst: false },
  version: {
    pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,29}$/u,
    most: 30,
    example: '1.0',
    letterFirst: false,
  },
} as const;

export type NameKind = keyof typeof NAMES;

/** Names that every object of JavaScript has: answers kept under them could not be told from nothing. */
const isTaken = (name: string) => name in {};

/**
 * @param what as `frågans kortnamn`, `the item’s short name`
 * @param suggested an example that fits better than the general one
 */
export function readName(
  told: Told,
  kind: NameKind,
  placed: Placed,
  what: Text,
  suggested?: string,
): string | null {
  const { pattern, most, example, letterFirst } = NAMES[kind];
  const { value, at } = placed;
  if (value === null) return null;
  const such = suggested ?? example;
  if (value === '') {
    tell(
      told.problems,
      'form-name-missing',
      at,
      `${what.sv} saknas. Skriv till exempel «${such}» här.`,
      `${what.en} is missing. Write for example "${such}" here.`,
    );
    return null;
  }
  if (pattern.test(value) && !isTaken(value)) return value;
  const [signsSv, signsEn] =
    kind === 'version'
      ? ['bokstäver, siffror, mellanslag, punkt och bindestreck', 'letters, digits, spaces, dots and hyphens']
      : kind === 'number'
        ? ['bokstäver, siffror, punkt och bindestreck', 'letters, digits, dots and hyphens']
        : ['bokstäver, siffror och bindestreck', 'letters, digits and hyphens'];
  const [firstSv, firstEn] = letterFirst ? [', först en bokstav', ', a letter first'] : ['', ''];
  tell(
    told.problems,
    'form-name',
    at,
    isTaken(value)
      ? `${what.sv} kan inte vara «${value}», som är upptaget. Välj ett annat, till exempel «${such}».`
      : `${what.sv} kan inte vara «${inLine(value)}». Skriv ${signsSv}${firstSv}, högst ${String(most)} tecken, till exempel «${such}».`,
    isTaken(value)
      ? `${what.en} cannot be "${value}", which is taken. Choose another, for example "${such}".`
      : `${what.en} cannot be "${inLine(value)}". Write ${signsEn}${firstEn}, at most ${String(most)} characters, for example "${such}".`,
  );
  return null;
}

/** Gathers where English was missing and Swedish stands in its place: told once for the whole form. */
export type Untranslated = Text[];

export interface TextRule {
  /** As `frågan`, `the question`. */
  readonly what: Text;
  readonly most: number;
  readonly isRequired: boolean;
}

/** A text in both languages; English that is missing is the Swedish. Null where it cannot be used. */
export function readText(
  told: Told,
  untranslated: Untranslated,
  placed: PlacedText,
  { what, most, isRequired }: TextRule,
): Text | null {
  const sv = placed.sv.value;
  const en = placed.en.value;
  if (sv === null || en === null) return null;
  if (sv === '' && (en !== '' || isRequired)) {
    const [found, foundEn] = en === '' ? ['', ''] : [` (på engelska: «${inLine(en)}»)`, ` ("${inLine(en)}")`];
    tell(
      told.problems,
      'form-words-missing',
      placed.sv.at,
      `${what.sv} saknas på svenska${found}. Skriv orden här.`,
      `${what.en}${foundEn} is missing in Swedish. Write the words here.`,
    );
    return null;
  }
  for (const { value, at } of [placed.sv, placed.en]) {
    if ((value ?? '').length <= most) continue;
    tell(
      told.problems,
      'form-words-long',
      at,
      `${what.sv} har ${String(value!.length)} tecken. Korta till högst ${String(most)}.`,
      `${what.en} has ${String(value!.length)} characters. Shorten it to at most ${String(most)}.`,
    );
    return null;
  }
  if (en === '' && sv !== '') untranslated.push(placed.en.at);
  return { sv, en: en === '' ? sv : en };
}

/** Words are compared without regard to case and spaces. */
export function plainWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The nearest word where it can be a slip of the pen; undefined where something else was meant. */
export function likely(word: string, known: readonly string[]): string | undefined {
  const guess = nearest(word, known);
  if (guess === undefined) return undefined;
  return distance(plainWord(word), plainWord(guess)) <= Math.max(1, word.length / 3) ? guess : undefined;
}

const YES: ReadonlySet<string> = new Set([YES_WORDS.sv, YES_WORDS.en, 'x', '1', 'true', 'sant']);
const NO: ReadonlySet<string> = new Set([NO_WORDS.sv, NO_WORDS.en, '', '0', 'false', 'falskt']);

export function readYesNo(told: Told, placed: Placed): boolean {
  if (placed.value === null) return false;
  const word = plainWord(placed.value);
  if (YES.has(word)) return true;
  if (!NO.has(word))
    tell(
      told.problems,
      'form-yes-no',
      placed.at,
      `här ska stå ${told.isJson ? 'true' : 'ja'} eller inget, men här står «${inLine(placed.value)}». Rätta eller ta bort det.`,
      `here should stand ${told.isJson ? 'true' : 'yes'} or nothing, but here stands "${inLine(placed.value)}". Mend it or take it away.`,
    );
  return false;
}

/** One of a list of words, in either language or as JSON has it. Null where it is none of them. */
export function readWord<T extends string>(
  told: Told,
  code: string,
  placed: Placed,
  what: Text,
  words: Readonly<Record<T, Text>>,
): T | null {
  if (placed.value === null) return null;
  const known = Object.keys(words) as T[];
  const given = plainWord(placed.value);
  const found = known.find((word) =>
    [word, words[word].sv, words[word].en].some((one) => plainWord(one) === given),
  );
  if (found !== undefined) return found;
  const shown = (word: T, language: Language) => (told.isJson ? word : words[word][language]);
  const all = (language: Language) => known.map((word) => shown(word, language)).join(', ');
  const guess = nearest(
    placed.value,
    known.flatMap((word) => [word, words[word].sv, words[word].en]),
  );
  const closest = known.find((word) => [word, words[word].sv, words[word].en].some((one) => one === guess))!;
  const none = placed.value === '';
  tell(
    told.problems,
    code,
    placed.at,
    none
      ? `${what.sv} saknas. Välj bland: ${all('sv')}.`
      : `${what.sv} «${inLine(placed.value)}» finns inte. Närmast är «${shown(closest, 'sv')}». De som finns: ${all('sv')}.`,
    none
      ? `${what.en} is missing. Choose among: ${all('en')}.`
      : `${what.en} "${inLine(placed.value)}" does not exist. The nearest is "${shown(closest, 'en')}". Those that exist: ${all('en')}.`,
  );
  return null;
}
