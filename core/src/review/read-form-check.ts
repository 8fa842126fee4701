/**
 * The checks of a form, wherever it was written: every fault is told with its place and its mend, and only a form
 * without faults is given. So whoever holds a `Form` that was read can rely on it.
 */
import { inLine, nearest } from '../register/spelling.ts';
import type { Code, Item, Section, Text } from './form.ts';
import { AMOUNT_WORDS, FACT_WORDS, KIND_WORDS } from './form-words.ts';
import { periodOf, readYears } from './form-years.ts';
import { checkAsked } from './read-form-asked.ts';
import { checkFact } from './read-form-facts.ts';
import {
  tell,
  type CodeDraft,
  type FormDraft,
  type FormReading,
  type ItemDraft,
  type Placed,
  type SectionDraft,
  type Told,
} from './read-form-draft.ts';
import {
  plainWord,
  readName,
  readText,
  readWord,
  readYesNo,
  type NameKind,
  type Untranslated,
} from './read-form-words.ts';

const t = (sv: string, en: string): Text => ({ sv, en });

export function checkForm(draft: FormDraft, told: Told): FormReading {
  const untranslated: Untranslated = [];
  const id = readName(told, 'id', draft.id, t('formulärets kortnamn', 'the form’s short name'));
  const version = readName(told, 'version', draft.version, t('formulärets version', 'the form’s version'));
  const title = readText(told, untranslated, draft.title, {
    what: t('formulärets rubrik', 'the form’s title'),
    most: 100,
    isRequired: true,
  });
  const years = checkYears(told, draft.years);
  const sections = checkSections(told, untranslated, draft);
  const items = checkItems(told, untranslated, draft, sections, years);
  noteEnglish(told, untranslated);
  const { problems, notes } = told;
  if (problems.length > 0 || id === null || version === null || title === null || years === null)
    return { form: null, problems, notes };
  return { form: { id, version, title, years, sections, items }, problems, notes };
}

function checkYears(told: Told, { value, at }: Placed): readonly number[] | null {
  if (value === null) return null;
  if (value === '') {
    tell(
      told.problems,
      'form-years',
      at,
      'åren som granskas saknas. Skriv dem här, till exempel 2017–2022.',
      'the years reviewed are missing. Write them here, for example 2017–2022.',
    );
    return null;
  }
  const years = readYears(value);
  if (years.ok) return years.value;
  const { code, sv, en } = years.problem;
  tell(told.problems, code, at, sv.replace('Åren', 'åren'), en.replace('The years', 'the years'));
  return null;
}

function checkSections(told: Told, untranslated: Untranslated, draft: FormDraft): readonly Section[] {
  if (draft.sections.length === 0)
    tell(
      told.problems,
      'form-no-section',
      draft.sectionsAt,
      'det finns inget avsnitt. Skriv minst ett, med kortnamn och rubrik, till exempel person och «Personen».',
      'there is no section. Write at least one, with a short name and a title, for example person and "The person".',
    );
  const ids = new Uniqueness(told, t('avsnittets kortnamn', 'the section’s short name'));
  return draft.sections.flatMap((section: SectionDraft) => {
    const id = readName(told, 'id', section.id, t('avsnittets kortnamn', 'the section’s short name'));
    const title = readText(told, untranslated, section.title, {
      what: t('avsnittets rubrik', 'the section’s title'),
      most: 100,
      isRequired: true,
    });
    if (id === null || !ids.isNew(section.id)) return [];
    return [{ id, title: title ?? t('', '') }];
  });
}

function checkItems(
  told: Told,
  untranslated: Untranslated,
  draft: FormDraft,
  sections: readonly Section[],
  years: readonly number[] | null,
): readonly Item[] {
  if (draft.items.length === 0)
    tell(
      told.problems,
      'form-empty',
      draft.at,
      'det finns ingen fråga. Skriv minst en, eller utgå från standardformuläret.',
      'there is no item. Write at least one, or start from the standard form.',
    );
  const ids = new Uniqueness(told, t('frågans kortnamn', 'the item’s short name'));
  const numbers = new Uniqueness(told, t('frågans nummer', 'the item’s number'));
  const read: { draft: ItemDraft; item: Item }[] = [];
  for (const item of draft.items) {
    const isNew = [ids.isNew(item.id), numbers.isNew(item.number)].every(Boolean);
    const found = checkItem(told, untranslated, item, sections);
    if (found && isNew) read.push({ draft: item, item: found });
  }
  const facts = new Uniqueness(told, t('uppgiften ur registret', 'the fact from the register'));
  return read.map(({ draft: item, item: found }) => {
    const asked = checkAsked(
      told,
      item,
      draft.items,
      read.map((one) => one.item),
    );
    if (
      found.fact &&
      facts.isNew({ value: found.fact, at: item.fact.at }, told.isJson ? undefined : FACT_WORDS[found.fact])
    )
      checkFact(told, item, found, found.fact, years);
    notePeriod(told, item, found, years);
    return asked ? { ...found, asked } : found;
  });
}

function checkItem(
  told: Told,
  untranslated: Untranslated,
  draft: ItemDraft,
  sections: readonly Section[],
): Item | null {
  const name = (kind: NameKind, placed: Placed, what: Text, suggested?: string) =>
    readName(told, kind, placed, what, suggested);
  const id = name('id', draft.id, t('frågans kortnamn', 'the item’s short name'), suggestedId(draft));
  const number = name('number', draft.number, t('frågans nummer', 'the item’s number'));
  const section = checkSection(told, draft.section, sections);
  const kind = readWord(
    told,
    'form-kind',
    draft.kind,
    t('frågans slag', 'the item’s kind of answer'),
    KIND_WORDS,
  );
  const text = (placed: ItemDraft['question'], what: Text, most: number, isRequired: boolean): Text | null =>
    readText(told, untranslated, placed, { what, most, isRequired });
  const question = text(draft.question, t('frågans ordalydelse', 'the question’s wording'), 300, true);
  const guidance = text(draft.guidance, t('vägledningen', 'the guidance'), 1000, false);
  const mended = text(draft.mended, t('ändringen mot trycket', 'the change from the print'), 1000, false);
  const optional = readYesNo(told, draft.optional);
  const fact =
    draft.fact.value === ''
      ? null
      : readWord(
          told,
          'form-fact',
          draft.fact,
          t('uppgiften ur registret', 'the fact from the register'),
          FACT_WORDS,
        );
  const codes = checkCodes(told, untranslated, draft);
  if (kind !== null) checkCodesOfKind(told, draft, kind, codes);
  if (id === null || number === null || section === null || kind === null) return null;
  return {
    id,
    number,
    section,
    kind,
    question: question ?? t('', ''),
    guidance: guidance ?? t('', ''),
    codes,
    ...(optional && { optional }),
    ...(fact !== null && { fact }),
    ...(mended !== null && mended.sv !== '' && { mended }),
  };
}

function checkSection(told: Told, { value, at }: Placed, sections: readonly Section[]): string | null {
  if (value === null) return null;
  const found =
    sections.find(({ id }) => id === value) ??
    sections.find(({ id, title }) =>
      [id, title.sv, title.en].some((word) => plainWord(word) === plainWord(value)),
    );
  if (found) return found.id;
  if (sections.length === 0) return null;
  const guess = nearest(
    value,
    sections.flatMap(({ id, title }) => [id, title.sv, title.en]),
  );
  const likely = sections.find(({ id, title }) => [id, title.sv, title.en].some((word) => word === guess))!;
  const all = sections.map(({ id }) => id).join(', ');
  tell(
    told.problems,
    'form-section',
    at,
    value === ''
      ? `frågans avsnitt saknas. Välj bland: ${all}.`
      : `avsnittet «${inLine(value)}» finns inte. Närmast är «${likely.id}» (${inLine(likely.title.sv)}). De som finns: ${all}.`,
    value === ''
      ? `the item’s section is missing. Choose among: ${all}.`
      : `there is no section "${inLine(value)}". The nearest is "${likely.id}" (${inLine(likely.title.en)}). Those that exist: ${all}.`,
  );
  return null;
}

function checkCodes(told: Told, untranslated: Untranslated, { codes }: ItemDraft): readonly Code[] {
  const unique = new Uniqueness(told, t('svarets kod', 'the answer’s code'));
  const read = codes.flatMap((draft) => {
    const code = checkCode(told, untranslated, draft);
    return code && unique.isNew(draft.code) ? [{ draft, code }] : [];
  });
  read.forEach(({ draft, code }, at) => {
    for (const { code: earlier } of read.slice(0, at)) tellSameWords(told, draft, code, earlier);
  });
  return read.map(({ code }) => code);
}

/** A word in a cell must be one answer only: as words in either language, and as a code. */
function tellSameWords(told: Told, draft: CodeDraft, own: Code, earlier: Code): void {
  const words = ({ label }: Code) => [label.sv, label.en].filter((word) => word !== '');
  const isAmong = (word: string, others: readonly string[]) =>
    others.some((other) => plainWord(other) === plainWord(word));
  const same = words(own).find((word) => isAmong(word, words(earlier)));
  const swedish = draft.label.sv.value ?? '';
  if (same !== undefined) {
    tell(
      told.problems,
      'form-same-words',
      plainWord(same) === plainWord(swedish) ? draft.label.sv.at : draft.label.en.at,
      `svaren med kod ${earlier.code} och ${own.code} heter båda «${inLine(same)}». Skriv det ena med andra ord.`,
      `the answers of codes ${earlier.code} and ${own.code} are both called "${inLine(same)}". Word one of them otherwise.`,
    );
    return;
  }
  const [named, other] = isAmong(earlier.code, words(own)) ? [own, earlier] : [earlier, own];
  if (!isAmong(other.code, words(named))) return;
  tell(
    told.problems,
    'form-same-words',
    draft.label.sv.at,
    `svaret med kod ${named.code} heter «${other.code}», som är koden för ett annat svar. Låt koden vara ordet, eller skriv andra ord.`,
    `the answer of code ${named.code} is called "${other.code}", which is another answer’s code. Let the code be the word, or use other words.`,
  );
}

function checkCode(told: Told, untranslated: Untranslated, draft: CodeDraft): Code | null {
  const code = readName(told, 'code', draft.code, t('svarets kod', 'the answer’s code'));
  const label = readText(told, untranslated, draft.label, {
    what: t('svaret', 'the answer'),
    most: 200,
    isRequired: true,
  });
  const missing = readYesNo(told, draft.missing);
  const amount =
    draft.amount.value === ''
      ? null
      : readWord(
          told,
          'form-amount',
          draft.amount,
          t('det som fylls i bredvid', 'what is filled in beside'),
          AMOUNT_WORDS,
        );
  if (missing && amount !== null)
    tell(
      told.problems,
      'form-amount-missing',
      draft.amount.at,
      'bredvid ett svar som betyder ingen uppgift finns inget att fylla i. Ta bort det ena eller det andra.',
      'beside an answer that means no information there is nothing to fill in. Take away one or the other.',
    );
  const register = (draft.register.value ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (code === null) return null;
  return {
    code,
    label: label ?? t('', ''),
    ...(missing && { missing }),
    ...(amount !== null && { amount }),
    ...(register.length > 0 && { register }),
  };
}

function checkCodesOfKind(told: Told, draft: ItemDraft, kind: Item['kind'], codes: readonly Code[]): void {
  const isChoice = kind === 'one' || kind === 'several';
  const first = draft.codes[0];
  const named = (language: 'sv' | 'en') => (told.isJson ? kind : KIND_WORDS[kind][language]);
  const choice = (language: 'sv' | 'en') => (told.isJson ? 'one' : KIND_WORDS.one[language]);
  if (!isChoice && first)
    tell(
      told.problems,
      'form-codes-on-value',
      first.code.at,
      `en fråga av slaget «${named('sv')}» har inga svar att välja bland. Ta bort svaren, eller ändra slaget till «${choice('sv')}».`,
      `an item of the kind "${named('en')}" has no answers to choose among. Take the answers away, or change the kind to "${choice('en')}".`,
    );
  if (isChoice && !first)
    tell(
      told.problems,
      'form-no-codes',
      draft.at,
      `frågan ska besvaras med «${named('sv')}», men har inga svar att välja bland. Skriv dem, med kod och ord.`,
      `the item is to be answered with "${named('en')}", but has no answers to choose among. Write them, with code and words.`,
    );
  if (isChoice && codes.length > 0 && codes.every(({ missing }) => missing))
    tell(
      told.problems,
      'form-no-codes',
      draft.at,
      'frågan har inget annat svar än ingen uppgift. Skriv minst ett svar till.',
      'the item has no answer but no information. Write at least one more.',
    );
}

/** Tells of a word that stands a second time, and where it stood the first. */
class Uniqueness {
  private readonly told: Told;
  private readonly what: Text;
  private readonly places = new Map<string, Text>();

  constructor(told: Told, what: Text) {
    this.told = told;
    this.what = what;
  }

  /** @param shown the word as it is said to the user, where it is not the one compared */
  isNew({ value, at }: Placed, shown?: Text): boolean {
    if (value === null || value === '') return true;
    const first = this.places.get(plainWord(value));
    if (first === undefined) {
      this.places.set(plainWord(value), at);
      return true;
    }
    tell(
      this.told.problems,
      'form-twice',
      at,
      `${this.what.sv} «${inLine(shown?.sv ?? value)}» finns redan (${first.sv}). Välj något annat här, eller ta bort det ena.`,
      `${this.what.en} "${inLine(shown?.en ?? value)}" exists already (${first.en}). Choose another here, or take one away.`,
    );
    return false;
  }
}

/** A short name from the question's first words. */
function suggestedId({ question }: ItemDraft): string | undefined {
  const words = (question.sv.value ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .match(/[a-z0-9]+/g);
  const id = (words ?? []).slice(0, 3).join('-').slice(0, 40);
  return /^[a-z]/.test(id) ? id : undefined;
}

function noteEnglish(told: Told, untranslated: Untranslated): void {
  const first = untranslated[0];
  if (first === undefined) return;
  const more = untranslated.length - 1;
  tell(
    told.notes,
    'form-no-english',
    first,
    more === 0
      ? 'engelska saknas; svenskan står i stället.'
      : `engelska saknas här och på ${String(more)} ${more === 1 ? 'ställe' : 'ställen'} till; svenskan står i stället.`,
    more === 0
      ? 'English is missing; the Swedish stands in its place.'
      : `English is missing here and in ${String(more)} more ${more === 1 ? 'place' : 'places'}; the Swedish stands in its place.`,
  );
}

/** A form whose years were changed while a question still speaks of the old ones. */
function notePeriod(told: Told, draft: ItemDraft, item: Item, years: readonly number[] | null): void {
  if (years === null) return;
  const [spoken] = /\b(?:19|20)\d\d\s*[–-]\s*(?:19|20)\d\d\b/.exec(item.question.sv) ?? [];
  if (spoken === undefined || spoken.replace(/\s*[–-]\s*/, '–') === periodOf(years)) return;
  tell(
    told.notes,
    'form-other-period',
    draft.question.sv.at,
    `frågan talar om ${spoken}, men formuläret gäller ${periodOf(years)}. Se om det ena ska ändras.`,
    `the question speaks of ${spoken}, but the form is for ${periodOf(years)}. See whether one is to be changed.`,
  );
}
