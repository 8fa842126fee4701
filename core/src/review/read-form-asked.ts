/** Which answer to which item another item depends on, as it is written: `sip = 1, 2`. */
import { inLine } from '../register/spelling.ts';
import type { Condition, Item } from './form.ts';
import { tell, type ItemDraft, type Told } from './read-form-draft.ts';
import { likely, plainWord } from './read-form-words.ts';

export function writeAsked({ item, codes }: Condition): string {
  return `${item} = ${codes.join(', ')}`;
}

/**
 * @param drafts every item as it was found, for what stands further down or was itself at fault
 * @param items those that could be read
 */
export function checkAsked(
  told: Told,
  draft: ItemDraft,
  drafts: readonly ItemDraft[],
  items: readonly Item[],
): Condition | null {
  const written = parse(draft.asked.value ?? '');
  if (written === 'nothing') return null;
  if (written === 'unreadable') {
    tell(
      told.problems,
      'form-asked',
      draft.asked.at,
      `«${inLine(draft.asked.value ?? '')}» säger inte när frågan ska ställas. Skriv frågans kortnamn eller nummer, likhetstecken och svarens koder, så här: sip = 1, 2.`,
      `"${inLine(draft.asked.value ?? '')}" does not say when the item is to be asked. Write the item’s short name or number, an equals sign and the codes of the answers, like this: sip = 1, 2.`,
    );
    return null;
  }
  const on = findDraft(written.item, drafts);
  if (!on) {
    const isNumber = /^\d/.test(written.item);
    const known = drafts.map(({ id, number }) => (isNumber ? number : id).value ?? '').filter(Boolean);
    const guess = likely(written.item, known);
    const [near, nearEn] =
      guess === undefined ? ['', ''] : [` Närmast är «${guess}».`, ` The nearest is "${guess}".`];
    tell(
      told.problems,
      'form-asked-unknown',
      draft.asked.at,
      `det finns ingen fråga «${inLine(written.item)}» att bero på.${near} Skriv en fråga som står tidigare, eller ta bort villkoret.`,
      `there is no item "${inLine(written.item)}" to depend on.${nearEn} Write an item that stands earlier, or take the condition away.`,
    );
    return null;
  }
  if (!isEarlier(told, draft, on, drafts)) return null;
  const item = items.find(({ id }) => id === on.id.value);
  return item ? checkCodesAsked(told, draft, item, written.codes) : null;
}

function parse(text: string): 'nothing' | 'unreadable' | { item: string; codes: readonly string[] } {
  if (text === '') return 'nothing';
  const found = /^([^=:]+)[=:]([^=]+)$/u.exec(text);
  if (!found) return 'unreadable';
  const item = found[1]!.trim();
  const codes = found[2]!
    .split(/[,;]|\s(?:eller|or)\s/u)
    .map((code) => code.trim())
    .filter((code) => code !== '');
  return item === '' || codes.length === 0 ? 'unreadable' : { item, codes };
}

function findDraft(word: string, drafts: readonly ItemDraft[]): ItemDraft | undefined {
  const given = plainWord(word);
  const by = (placed: (draft: ItemDraft) => string | null) =>
    drafts.find((draft) => plainWord(placed(draft) ?? '') === given);
  return by(({ id }) => id.value) ?? by(({ number }) => number.value);
}

/** What is asked must stand after what it depends on: so the reader has answered it, and no item waits for itself. */
function isEarlier(told: Told, draft: ItemDraft, on: ItemDraft, drafts: readonly ItemDraft[]): boolean {
  if (drafts.indexOf(on) < drafts.indexOf(draft)) return true;
  const name = inLine(on.id.value ?? '');
  const ring = ringFrom(draft, on, drafts);
  if (on === draft)
    tell(
      told.problems,
      'form-asked-self',
      draft.asked.at,
      `frågan «${name}» beror på sig själv och skulle aldrig ställas. Ta bort villkoret eller skriv en annan fråga.`,
      `the item "${name}" depends on itself and would never be asked. Take the condition away or write another item.`,
    );
  else if (ring)
    tell(
      told.problems,
      'form-asked-ring',
      draft.asked.at,
      `frågorna beror på varandra i ring (${ring.join(' → ')}) och skulle aldrig ställas. Ta bort ett av villkoren.`,
      `the items depend on each other in a circle (${ring.join(' → ')}) and would never be asked. Take one of the conditions away.`,
    );
  else
    tell(
      told.problems,
      'form-asked-later',
      draft.asked.at,
      `frågan beror på «${name}», som står längre ned. Flytta den hit upp, före denna, eller ta bort villkoret.`,
      `the item depends on "${name}", which stands further down. Move it up here, before this one, or take the condition away.`,
    );
  return false;
}

/** The items from this one round to it again; null where the way ends elsewhere. */
function ringFrom(draft: ItemDraft, on: ItemDraft, drafts: readonly ItemDraft[]): readonly string[] | null {
  const passed: ItemDraft[] = [draft];
  let at: ItemDraft | undefined = on;
  while (at && !passed.includes(at)) {
    passed.push(at);
    const next = parse(at.asked.value ?? '');
    at = typeof next === 'string' ? undefined : findDraft(next.item, drafts);
  }
  return at === draft ? [...passed, draft].map(({ id }) => inLine(id.value ?? '?')) : null;
}

function checkCodesAsked(
  told: Told,
  draft: ItemDraft,
  on: Item,
  written: readonly string[],
): Condition | null {
  if (on.kind !== 'one' && on.kind !== 'several') {
    tell(
      told.problems,
      'form-asked-value',
      draft.asked.at,
      `frågan «${on.id}» har inga svar att välja bland, så ingen annan fråga kan bero på den. Ta bort villkoret, eller låt det gälla en fråga med svar.`,
      `the item "${on.id}" has no answers to choose among, so no other item can depend on it. Take the condition away, or let it be of an item with answers.`,
    );
    return null;
  }
  const codes: string[] = [];
  for (const word of written) {
    const found = on.codes.find(({ code, label }) =>
      [code, label.sv, label.en].some((one) => plainWord(one) === plainWord(word)),
    );
    if (!found) {
      const all = (language: 'sv' | 'en') =>
        on.codes.map(({ code, label }) => `${code} (${inLine(label[language], 25)})`).join(', ');
      tell(
        told.problems,
        'form-asked-code',
        draft.asked.at,
        `frågan «${on.id}» har inget svar «${inLine(word)}». De som finns: ${all('sv')}.`,
        `the item "${on.id}" has no answer "${inLine(word)}". Those that exist: ${all('en')}.`,
      );
      return null;
    }
    if (!codes.includes(found.code)) codes.push(found.code);
  }
  return { item: on.id, codes };
}
