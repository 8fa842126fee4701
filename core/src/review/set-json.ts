/** A review set as JSON, with the form and its version inside, and read back with every answer checked. */
import { fail, succeed, type Outcome, type Problem } from '../problem.ts';
import { readPersonnummer } from '../register/personnummer.ts';
import { inLine, nearest } from '../register/spelling.ts';
import { fieldsOf, mayBeMissing, type Field } from './fields.ts';
import type { Form } from './form.ts';
import { formJson, readForm } from './form-json.ts';
import { TEXT_LIMIT, VALUE_LIMITS } from './read-value.ts';
import { MISSING, type Answers, type FieldValue, type Review, type ReviewSet } from './reviews.ts';

const KIND = 'isu-review';
/** Of this way to write a set down, not of the form. */
const VERSION = 1;

/** The set as text; the same set gives the same bytes. Codes are codes, yes is true, a number is a number. */
export function reviewSetJson({ form, reviews, register }: ReviewSet): string {
  const keys = fieldsOf(form).map(({ key }) => key);
  const ordered = (answers: Answers) =>
    Object.fromEntries(keys.filter((key) => answers[key] !== undefined).map((key) => [key, answers[key]]));
  const set = {
    kind: KIND,
    version: VERSION,
    form: JSON.parse(formJson(form)) as unknown,
    reviews: reviews.map(({ person, reader, answers }) => ({ person, reader, answers: ordered(answers) })),
    register: [...register].map(([person, facts]) => ({ person, facts: ordered(facts) })),
  };
  return `${JSON.stringify(set, null, 2)}\n`;
}

/**
 * @param json what stands in the file, parsed
 * @returns the set, or the first thing that is wrong with it: where it stands and how to mend it
 */
export function readReviewSet(json: unknown): Outcome<ReviewSet> {
  if (!isObject(json) || json['kind'] !== KIND)
    return fail(
      'not-a-review-set',
      `Det här är ingen granskning: filen ska börja med {"kind": "${KIND}", …}. Välj filen som sparades från granskningen.`,
      `This is no case-file review: the file must begin with {"kind": "${KIND}", …}. Choose the file that was saved from the review.`,
    );
  if (json['version'] !== VERSION)
    return fail(
      'review-set-version',
      `Granskningen är sparad i version ${shown(json['version'])}, men den här programversionen läser version ${String(VERSION)}. Uppdatera programmet.`,
      `The review is saved in version ${shown(json['version'])}, but this version of the product reads version ${String(VERSION)}. Update the product.`,
    );
  const form = readForm(json['form']);
  if (!form.ok) return form;
  try {
    return succeed(new SetReading(form.value).read(json));
  } catch (fault) {
    if (fault instanceof SetFault) return { ok: false, problem: fault.problem };
    throw fault;
  }
}

/** Carries the first fault out of the nested readers below; it never leaves this file. */
class SetFault extends Error {
  readonly problem: Problem;

  constructor(code: string, place: Place, sv: string, en: string) {
    super(code);
    this.problem = { code, sv: `${place.sv}: ${sv}`, en: `${place.en}: ${en}` };
  }
}

interface Place {
  readonly sv: string;
  readonly en: string;
}

class SetReading {
  private readonly form: Form;
  private readonly fields: ReadonlyMap<string, Field>;

  constructor(form: Form) {
    this.form = form;
    this.fields = new Map(fieldsOf(form).map((field) => [field.key, field]));
  }

  read(json: Readonly<Record<string, unknown>>): ReviewSet {
    const reviews = listIn(json, 'reviews').map((value, at) => this.review(value, at));
    const seen = new Set<string>();
    reviews.forEach(({ person, reader }, at) => {
      const key = JSON.stringify([person, reader]);
      if (seen.has(key))
        throw new SetFault(
          'review-twice',
          placeOf(at, person, reader),
          'samma person och läsare står två gånger. Ta bort den ena, eller ge läsarna olika signaturer.',
          'the same person and reader stand twice. Remove one of them, or give the readers different initials.',
        );
      seen.add(key);
    });
    return { form: this.form, reviews, register: this.register(listIn(json, 'register')) };
  }

  private review(value: unknown, at: number): Review {
    const review = objectAt(value, placeOf(at));
    const person = personIn(review, placeOf(at));
    const reader = review['reader'] ?? '';
    if (typeof reader !== 'string')
      throw new SetFault(
        'review-reader',
        placeOf(at, person),
        '"reader" ska vara läsarens signatur inom citattecken, eller "" om bara en har läst.',
        '"reader" must be the reader’s initials in quotation marks, or "" if one person has read.',
      );
    const place = placeOf(at, person, reader);
    return { person, reader, answers: this.answers(review['answers'], place) };
  }

  private register(told: readonly unknown[]): ReadonlyMap<string, Answers> {
    const register = new Map<string, Answers>();
    for (const [at, value] of told.entries()) {
      const facts = objectAt(value, registerPlace(at));
      const person = personIn(facts, registerPlace(at));
      const place = registerPlace(at, person);
      if (register.has(person))
        throw new SetFault(
          'review-twice',
          place,
          'samma person står två gånger. Ta bort den ena.',
          'the same person stands twice. Remove one of them.',
        );
      register.set(person, this.answers(facts['facts'], place));
    }
    return register;
  }

  private answers(value: unknown, place: Place): Answers {
    const entries = Object.entries(objectAt(value ?? {}, place));
    return Object.fromEntries(
      entries
        .filter(([, answer]) => answer !== null)
        .map(([key, answer]) => {
          const field = this.fields.get(key);
          if (!field) throw unknownField(key, [...this.fields.keys()], place);
          return [key, checked(field, answer, place)];
        }),
    );
  }
}

function placeOf(at: number, person?: string, reader?: string): Place {
  const who = person === undefined ? '' : ` (${[person, reader].filter(Boolean).join(', ')})`;
  return { sv: `Granskning ${String(at + 1)}${who}`, en: `Review ${String(at + 1)}${who}` };
}

function registerPlace(at: number, person?: string): Place {
  const who = person === undefined ? '' : ` (${person})`;
  return { sv: `"register", plats ${String(at + 1)}${who}`, en: `"register", place ${String(at + 1)}${who}` };
}

function unknownField(key: string, known: readonly string[], place: Place): SetFault {
  const near = nearest(key, known);
  return new SetFault(
    'review-unknown-field',
    place,
    `formuläret har inget fält «${inLine(key)}».${near ? ` Närmast är «${near}».` : ''} Rätta namnet, eller spara med det formulär som svaren gavs i.`,
    `the form has no field “${inLine(key)}”.${near ? ` Nearest is “${near}”.` : ''} Correct the name, or save with the form that was answered.`,
  );
}

/** Strict: what people may write in a cell (`readValue`) is not what a file may hold. */
function checked(field: Field, value: unknown, place: Place): FieldValue {
  const allowed = allowedIn(field);
  if (allowed.holds(value)) return value;
  throw new SetFault(
    'review-wrong-value',
    place,
    `"${field.key}" är ${shown(value)}. Skriv ${allowed.sv}, eller ta bort fältet om frågan inte är besvarad.`,
    `"${field.key}" is ${shown(value)}. Write ${allowed.en}, or remove the field if it is not answered.`,
  );
}

interface Allowed {
  readonly holds: (value: unknown) => value is FieldValue;
  readonly sv: string;
  readonly en: string;
}

function allowedIn(field: Field): Allowed {
  const { takes, item } = field;
  if (takes === 'yes-no')
    return {
      holds: (value): value is boolean => typeof value === 'boolean',
      sv: 'true eller false',
      en: 'true or false',
    };
  if (takes === 'text')
    return {
      holds: (value): value is string => typeof value === 'string' && value.length <= TEXT_LIMIT,
      sv: `en text på högst ${String(TEXT_LIMIT)} tecken inom citattecken`,
      en: `a text of at most ${String(TEXT_LIMIT)} characters in quotation marks`,
    };
  if (takes === 'code') {
    const codes = item.codes.map(({ code }) => `"${code}"`);
    return {
      holds: (value): value is string =>
        typeof value === 'string' && item.codes.some(({ code }) => code === value),
      sv: `en av koderna ${codes.join(', ')}`,
      en: `one of the codes ${codes.join(', ')}`,
    };
  }
  const { least, most } = VALUE_LIMITS[takes];
  const mayMiss = mayBeMissing(field);
  return {
    holds: (value): value is number | string =>
      (mayMiss && value === MISSING) ||
      (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most),
    sv: `ett helt tal från ${String(least)} till ${String(most)} utan citattecken${mayMiss ? `, eller "${MISSING}" där akten inget säger` : ''}`,
    en: `a whole number from ${String(least)} to ${String(most)} without quotation marks${mayMiss ? `, or "${MISSING}" where the file does not tell` : ''}`,
  };
}

/** A pseudonym: any text but a personal identity number. */
function personIn(json: Readonly<Record<string, unknown>>, place: Place): string {
  const { person } = json;
  if (typeof person !== 'string' || person.trim() === '')
    throw new SetFault(
      'review-person',
      place,
      '"person" saknas. Skriv personens kod inom citattecken.',
      '"person" is missing. Write the person’s code in quotation marks.',
    );
  const reading = readPersonnummer(person);
  const isIdentityNumber =
    reading.kind === 'full' || (reading.kind === 'short' && !reading.zerosLost && reading.rightCheckDigit);
  if (isIdentityNumber)
    throw new SetFault(
      'review-person-is-identity-number',
      place,
      '"person" är ett personnummer. En granskning förs under kod: ersätt numret med personens kod, och förvara vem som är vem för sig.',
      '"person" is a personal identity number. A review is kept under codes: put the person’s code in its place, and keep who is who elsewhere.',
    );
  return person;
}

function listIn(json: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const list = json[key] ?? [];
  if (Array.isArray(list)) return list;
  throw new SetFault(
    'review-set-shape',
    { sv: `"${key}"`, en: `"${key}"` },
    'ska vara en lista [ … ]. Hämta filen på nytt, eller rätta den.',
    'must be a list [ … ]. Fetch the file anew, or correct it.',
  );
}

function objectAt(value: unknown, place: Place): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new SetFault(
    'review-set-shape',
    place,
    `här står ${shown(value)} i stället för { … }. Hämta filen på nytt, eller rätta den.`,
    `${shown(value)} stands here in place of { … }. Fetch the file anew, or correct it.`,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? '–' : inLine(JSON.stringify(value));
}
