/** The form as JSON, for who keeps it in a file beside the settings; read with the same checks as the form sheet. */
import { succeed, type Outcome } from '../problem.ts';
import { inLine, nearest } from '../register/spelling.ts';
import type { Form, Text } from './form.ts';
import { writeAsked } from './read-form-asked.ts';
import { checkForm } from './read-form-check.ts';
import {
  tell,
  type CodeDraft,
  type FormReading,
  type ItemDraft,
  type Placed,
  type PlacedText,
  type SectionDraft,
  type Told,
} from './read-form-draft.ts';

const FORM_KEYS = ['id', 'version', 'title', 'years', 'sections', 'items'] as const;
const SECTION_KEYS = ['id', 'title'] as const;
const ITEM_KEYS = [
  'id',
  'number',
  'section',
  'kind',
  'question',
  'guidance',
  'codes',
  'asked',
  'optional',
  'fact',
  'mended',
] as const;
const CODE_KEYS = ['code', 'label', 'missing', 'amount', 'register'] as const;
const CONDITION_KEYS = ['item', 'codes'] as const;
const TEXT_KEYS = ['sv', 'en'] as const;

/** Which keys are written, in every object in this order. */
const IN_ORDER: (string | number)[] = [...CODE_KEYS, 'item', ...ITEM_KEYS, ...FORM_KEYS, ...TEXT_KEYS];

/** The same form gives the same bytes, however it was made. */
export function formJson(form: Form): string {
  return `${JSON.stringify(form, IN_ORDER, 2)}\n`;
}

/** The first fault, if there is one, is the problem; `examineForm` tells all. */
export function readForm(json: unknown): Outcome<Form> {
  return firstOf(examineForm(json));
}

export function firstOf({ form, problems }: FormReading): Outcome<Form> {
  return form ? succeed(form) : { ok: false, problem: problems[0]! };
}

/**
 * Everything that is wrong with a form in JSON, each with its place; the form, where nothing is.
 *
 * @param json a form as `formJson` writes it, parsed; what is left out is empty
 */
export function examineForm(json: unknown): FormReading {
  const told: Told = { isJson: true, problems: [], notes: [] };
  const whole = objectAt(told, json, '', FORM_KEYS);
  if (!whole) return { form: null, problems: told.problems, notes: told.notes };
  return checkForm(
    {
      at: placeOf('items'),
      sectionsAt: placeOf('sections'),
      id: wordAt(told, whole['id'], 'id'),
      version: wordAt(told, whole['version'], 'version', false),
      title: textAt(told, whole['title'], 'title'),
      years: yearsAt(told, whole['years'], 'years'),
      sections: listAt(told, whole['sections'], 'sections').flatMap((one, i) => sectionAt(told, one, i)),
      items: listAt(told, whole['items'], 'items').flatMap((one, i) => itemAt(told, one, i)),
    },
    told,
  );
}

/** None where the JSON is no object, which is told. */
function sectionAt(told: Told, json: unknown, index: number): SectionDraft | [] {
  const path = `sections[${String(index)}]`;
  const section = objectAt(told, json, path, SECTION_KEYS);
  if (!section) return [];
  return {
    id: wordAt(told, section['id'], `${path}.id`),
    title: textAt(told, section['title'], `${path}.title`),
  };
}

function itemAt(told: Told, json: unknown, index: number): ItemDraft | [] {
  const path = `items[${String(index)}]`;
  const item = objectAt(told, json, path, ITEM_KEYS);
  if (!item) return [];
  const word = (key: (typeof ITEM_KEYS)[number], of?: string) =>
    wordAt(told, item[key], `${path}.${key}`, true, of);
  const named = typeof item['number'] === 'string' ? item['number'] : undefined;
  return {
    at: placeOf(path, named),
    id: word('id', named),
    number: word('number'),
    section: word('section', named),
    kind: word('kind', named),
    question: textAt(told, item['question'], `${path}.question`, named),
    guidance: textAt(told, item['guidance'], `${path}.guidance`, named),
    codes: listAt(told, item['codes'], `${path}.codes`, named).flatMap((one, i) =>
      codeAt(told, one, `${path}.codes[${String(i)}]`, named),
    ),
    asked: askedAt(told, item['asked'], `${path}.asked`, named),
    optional: yesNoAt(told, item['optional'], `${path}.optional`, named),
    fact: word('fact', named),
    mended: textAt(told, item['mended'], `${path}.mended`, named),
  };
}

function codeAt(told: Told, json: unknown, path: string, named?: string): CodeDraft | [] {
  const code = objectAt(told, json, path, CODE_KEYS, named);
  if (!code) return [];
  return {
    code: wordAt(told, code['code'], `${path}.code`, true, named),
    label: textAt(told, code['label'], `${path}.label`, named),
    missing: yesNoAt(told, code['missing'], `${path}.missing`, named),
    amount: wordAt(told, code['amount'], `${path}.amount`, true, named),
    register: namesAt(told, code['register'], `${path}.register`, named),
  };
}

/** `{"item": "sip", "codes": ["1", "2"]}`, or as the form sheet writes it: `"sip = 1, 2"`. */
function askedAt(told: Told, json: unknown, path: string, named?: string): Placed {
  if (json === undefined || json === null || typeof json === 'string')
    return wordAt(told, json, path, true, named);
  const condition = objectAt(told, json, path, CONDITION_KEYS, named);
  if (!condition) return { value: null, at: placeOf(path, named) };
  const item = wordAt(told, condition['item'], `${path}.item`, true, named);
  const codes = listAt(told, condition['codes'], `${path}.codes`, named).map((code, i) =>
    wordAt(told, code, `${path}.codes[${String(i)}]`, true, named),
  );
  if (item.value === null || codes.some(({ value }) => value === null))
    return { value: null, at: placeOf(path, named) };
  return {
    value: writeAsked({ item: item.value, codes: codes.map(({ value }) => value!) }),
    at: placeOf(path, named),
  };
}

function yearsAt(told: Told, json: unknown, path: string): Placed {
  if (!Array.isArray(json)) return wordAt(told, json, path);
  if (json.every((year) => typeof year === 'number')) return { value: json.join(', '), at: placeOf(path) };
  return wrong(
    told,
    path,
    json,
    'en lista av årtal, till exempel [2020, 2021]',
    'a list of years, for example [2020, 2021]',
  );
}

function namesAt(told: Told, json: unknown, path: string, named?: string): Placed {
  const at = placeOf(path, named);
  if (json === undefined || json === null) return { value: '', at };
  const isName = (name: unknown) => typeof name === 'string' && !name.includes(';');
  if (Array.isArray(json) && json.every(isName)) return { value: json.join(';'), at };
  return wrong(
    told,
    path,
    json,
    'en lista av namn utan semikolon, till exempel ["Polisen"]',
    'a list of names without semicolons, for example ["Polisen"]',
    named,
  );
}

function yesNoAt(told: Told, json: unknown, path: string, named?: string): Placed {
  if (typeof json === 'boolean') return { value: String(json), at: placeOf(path, named) };
  return wordAt(told, json, path, true, named);
}

/** A text in both languages, or the Swedish alone. */
function textAt(told: Told, json: unknown, path: string, named?: string): PlacedText {
  if (json === undefined || json === null || typeof json === 'string')
    return {
      sv: wordAt(told, json, path, true, named),
      en: { value: '', at: placeOf(path, named) },
    };
  const text = objectAt(told, json, path, TEXT_KEYS, named);
  const at = placeOf(path, named);
  if (!text) return { sv: { value: null, at }, en: { value: null, at } };
  return {
    sv: wordAt(told, text['sv'], `${path}.sv`, true, named),
    en: wordAt(told, text['en'], `${path}.en`, true, named),
  };
}

/** @param mayBeNumber a version would lose its last zero as a number; a code loses nothing */
function wordAt(told: Told, json: unknown, path: string, mayBeNumber = true, named?: string): Placed {
  const at = placeOf(path, named);
  if (json === undefined || json === null) return { value: '', at };
  if (typeof json === 'string') return { value: json.normalize('NFC').replaceAll('\r\n', '\n').trim(), at };
  if (mayBeNumber && typeof json === 'number') return { value: String(json), at };
  return wrong(told, path, json, 'en text inom citattecken', 'a text within quotes', named);
}

function listAt(told: Told, json: unknown, path: string, named?: string): readonly unknown[] {
  if (json === undefined || json === null) return [];
  if (Array.isArray(json)) return json;
  wrong(told, path, json, 'en lista inom [ och ]', 'a list within [ and ]', named);
  return [];
}

function objectAt(
  told: Told,
  json: unknown,
  path: string,
  known: readonly string[],
  named?: string,
): Record<string, unknown> | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    wrong(told, path, json, 'ett objekt inom { och }', 'an object within { and }', named);
    return null;
  }
  for (const key of Object.keys(json)) {
    if (known.includes(key)) continue;
    const guess = nearest(key, known)!;
    tell(
      told.problems,
      'form-unknown-key',
      placeOf(path === '' ? inLine(key) : `${path}.${inLine(key)}`, named),
      `nyckeln «${inLine(key)}» finns inte. Närmast är «${guess}». De som finns här: ${known.join(', ')}.`,
      `there is no key "${inLine(key)}". The nearest is "${guess}". Those that exist here: ${known.join(', ')}.`,
    );
  }
  return json as Record<string, unknown>;
}

function wrong(
  told: Told,
  path: string,
  json: unknown,
  neededSv: string,
  neededEn: string,
  named?: string,
): Placed {
  const at = placeOf(path, named);
  const shown = json === undefined ? '' : inLine(JSON.stringify(json));
  tell(
    told.problems,
    'form-wrong-kind',
    at,
    `här ska stå ${neededSv}, men här står ${shown}.`,
    `here should stand ${neededEn}, but here stands ${shown}.`,
  );
  return { value: null, at };
}

/** @param named the number of the item that it is part of */
function placeOf(path: string, named?: string): Text {
  if (path === '') return { sv: 'hela filen', en: 'the whole file' };
  if (named === undefined || named === '') return { sv: path, en: path };
  return { sv: `${path}, fråga ${inLine(named)}`, en: `${path}, item ${inLine(named)}` };
}
