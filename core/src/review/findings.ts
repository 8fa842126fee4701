/**
 * What in one review contradicts itself or lacks a part. Readers are told; nothing is barred, for a file can be odder
 * than any rule.
 */
import type { Language } from '../problem.ts';
import { readPersonnummer } from '../register/personnummer.ts';
import { fieldName, fieldsOf, fieldsOfItem } from './fields.ts';
import { itemOf, type Form, type Item, type RegisterFact } from './form.ts';
import { amountOf, chosenCodes, isAsked, itemState } from './item-state.ts';
import { ageBand } from './register-facts.ts';
import type { Answers } from './reviews.ts';

/** The ways in which a review can contradict itself. */
export const FINDINGS = [
  'parts-are-not-the-whole',
  'latest-before-first',
  'age-bands-do-not-fit',
  'years-known-do-not-fit',
  'active-years-do-not-fit',
  'referrals-exceed-reports',
  'answered-though-not-asked',
  'missing-with-others',
  'amount-beside-no',
  'amount-lacking',
  'amount-zero',
  'personal-identity-number',
] as const;

/** A contradiction within a review. */
export interface Finding {
  readonly code: (typeof FINDINGS)[number];
  /** Ids of the items it is about. */
  readonly items: readonly string[];
  readonly sv: string;
  readonly en: string;
}

/** In the order of `FINDINGS`, and of the form's items under each. */
export function findingsOf(form: Form, answers: Answers): readonly Finding[] {
  const review = new ReadReview(form, answers);
  return [
    ...partsAndWhole(review),
    ...ages(review),
    ...yearsKnown(review),
    ...activeYears(review),
    ...referrals(review),
    ...form.items.flatMap((item) => notAsked(review, item)),
    ...form.items.flatMap((item) => missingWithOthers(review, item)),
    ...form.items.flatMap((item) => amounts(review, item)),
    ...identityNumbers(review),
  ].sort((a, b) => FINDINGS.indexOf(a.code) - FINDINGS.indexOf(b.code));
}

/** One review, asked by what the register calls its items. */
class ReadReview {
  readonly form: Form;
  readonly answers: Answers;

  constructor(form: Form, answers: Answers) {
    this.form = form;
    this.answers = answers;
  }

  item(fact: RegisterFact): Item | undefined {
    return this.form.items.find((item) => item.fact === fact);
  }

  /** The item with its number, where it is answered. */
  number(fact: RegisterFact): { item: Item; value: number } | null {
    const item = this.item(fact);
    const value = item && isAsked(this.form, item, this.answers) ? this.answers[item.id] : undefined;
    return item && typeof value === 'number' ? { item, value } : null;
  }

  /** The item with the codes that hold, where it tells something. */
  codes(fact: RegisterFact): { item: Item; codes: readonly string[] } | null {
    const item = this.item(fact);
    if (!item || itemState(this.form, item, this.answers) !== 'answered') return null;
    return { item, codes: chosenCodes(item, this.answers).map(({ code }) => code) };
  }
}

function finding(code: Finding['code'], items: readonly Item[], sv: string, en: string): Finding {
  return { code, items: items.map(({ id }) => id), sv, en };
}

/** `Fråga 2a och 2b`. */
function named(items: readonly Item[], language: Language): string {
  const numbers = items.map(({ number }) => number);
  const list =
    numbers.length < 2
      ? numbers.join('')
      : `${numbers.slice(0, -1).join(', ')} ${language === 'sv' ? 'och' : 'and'} ${numbers.at(-1)!}`;
  if (language === 'sv') return `Fråga ${list}`;
  return `${items.length === 1 ? 'Item' : 'Items'} ${list}`;
}

// --- Numbers that hang together ----------------------------------------------------------------------------------------------

function partsAndWhole(review: ReadReview): Finding[] {
  const whole = review.number('actualisations');
  const parts = (['reports', 'lob', 'applications'] as const).map((fact) => review.number(fact));
  if (!whole || !parts.every((part) => part !== null)) return [];
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  if (total === whole.value) return [];
  const [reports, lob, applications] = parts.map(({ item }) => item.number) as [string, string, string];
  const text = String;
  return [
    finding(
      'parts-are-not-the-whole',
      [whole.item, ...parts.map(({ item }) => item)],
      `Fråga ${reports}, ${lob} och ${applications} blir tillsammans ${text(total)}, men fråga ${whole.item.number} säger ${text(whole.value)}. Rätta, om inte någon aktualisering är av annat slag.`,
      `Items ${reports}, ${lob} and ${applications} make ${text(total)} together, but item ${whole.item.number} says ${text(whole.value)}. Correct it, unless an actualisation is of another kind.`,
    ),
  ];
}

function ages(review: ReadReview): Finding[] {
  const [first, latest] = [review.number('age-first'), review.number('age-latest')];
  if (!first || !latest) return [];
  const both = [first.item, latest.item];
  if (latest.value < first.value)
    return [
      finding(
        'latest-before-first',
        both,
        `${named(both, 'sv')}: åldern vid den senaste kontakten (${String(latest.value)}) är lägre än vid den första (${String(first.value)}). Rätta någon av dem.`,
        `${named(both, 'en')}: the age at the latest contact (${String(latest.value)}) is lower than at the first (${String(first.value)}). Correct one of them.`,
      ),
    ];
  const bands = review.codes('age-bands');
  if (!bands) return [];
  const fitting = Array.from({ length: ageBand(latest.value) - ageBand(first.value) + 1 }, (_, at) =>
    String(ageBand(first.value) + at + 1),
  );
  const known = fitting.filter((code) => bands.item.codes.some((own) => own.code === code));
  if (known.join() === [...bands.codes].sort().join()) return [];
  const items = [...both, bands.item];
  return [
    finding(
      'age-bands-do-not-fit',
      items,
      `${named(items, 'sv')}: åldersgrupperna är inte de från ${String(first.value)} till ${String(latest.value)} år. Rätta åldrarna eller grupperna.`,
      `${named(items, 'en')}: the age bands are not those from ${String(first.value)} to ${String(latest.value)} years. Correct the ages or the bands.`,
    ),
  ];
}

/** Completed years are the difference of the ages or one less; a contact before the first actualisation adds one. */
function yearsKnown(review: ReadReview): Finding[] {
  const [first, latest] = [review.number('age-first'), review.number('age-latest')];
  const known = review.number('years-known');
  if (!first || !latest || !known) return [];
  const years = latest.value - first.value;
  if (years < 0 || Math.abs(known.value - years) <= 1) return [];
  const items = [first.item, latest.item, known.item];
  return [
    finding(
      'years-known-do-not-fit',
      items,
      `${named(items, 'sv')}: mellan åldrarna ${String(first.value)} och ${String(latest.value)} är det ${String(years)} år, men personen sägs ha varit känd i ${String(known.value)}. Rätta det som är fel.`,
      `${named(items, 'en')}: between the ages ${String(first.value)} and ${String(latest.value)} there are ${String(years)} years, but the person is said to have been known for ${String(known.value)}. Correct what is wrong.`,
    ),
  ];
}

function activeYears(review: ReadReview): Finding[] {
  const total = review.number('actualisations');
  const active = review.codes('active-years');
  if (!total || !active) return [];
  const years = active.codes.length;
  if (years <= total.value && (years > 0 || total.value === 0)) return [];
  const items = [active.item, total.item];
  return [
    finding(
      'active-years-do-not-fit',
      items,
      years === 0
        ? `${named(items, 'sv')}: aktualiseringarna är ${String(total.value)}, men inget år är markerat. Markera åren eller rätta antalet.`
        : `${named(items, 'sv')}: fler år är markerade (${String(years)}) än det finns aktualiseringar (${String(total.value)}). Rätta åren eller antalet.`,
      years === 0
        ? `${named(items, 'en')}: there are ${String(total.value)} actualisations, but no year is marked. Mark the years or correct the number.`
        : `${named(items, 'en')}: more years are marked (${String(years)}) than there are actualisations (${String(total.value)}). Correct the years or the number.`,
    ),
  ];
}

function referrals(review: ReadReview): Finding[] {
  const referrers = review.codes('referrers');
  const [reports, lob] = [review.number('reports'), review.number('lob')];
  if (!referrers || !reports || !lob) return [];
  const told = referrers.codes.reduce(
    (sum, code) => sum + (amountOf(referrers.item, code, review.answers) ?? 0),
    0,
  );
  const total = reports.value + lob.value;
  if (told <= total) return [];
  const items = [reports.item, lob.item, referrers.item];
  return [
    finding(
      'referrals-exceed-reports',
      items,
      `${named(items, 'sv')}: anmälarna har tillsammans anmält ${String(told)} gånger, men anmälningarna och LOB är ${String(total)}. Rätta något av antalen.`,
      `${named(items, 'en')}: the referrers have reported ${String(told)} times together, but there are ${String(total)} reports and LOB. Correct one of the numbers.`,
    ),
  ];
}

// --- Any item -------------------------------------------------------------------------------------------------------------

/** No and empty say nothing, and so they may stand. */
function saysSomething(value: Answers[string] | undefined): boolean {
  return value !== undefined && value !== false && value !== '';
}

function notAsked({ form, answers }: ReadReview, item: Item): Finding[] {
  if (isAsked(form, item, answers)) return [];
  if (!fieldsOfItem(item).some(({ key }) => saysSomething(answers[key]))) return [];
  const on = itemOf(form, item.asked!.item);
  if (!on) return [];
  const wanted = (language: Language) =>
    on.codes
      .filter(({ code }) => item.asked!.codes.includes(code))
      .map(({ label }) => `“${label[language]}”`)
      .join(language === 'sv' ? ' eller ' : ' or ');
  return [
    finding(
      'answered-though-not-asked',
      [on, item],
      `Fråga ${item.number} är besvarad, men gäller bara om svaret på fråga ${on.number} är ${wanted('sv').replace(/“([^”]*)”/g, '«$1»')}. Ändra svaret på fråga ${on.number}, eller töm fråga ${item.number}.`,
      `Item ${item.number} is answered, but applies only if the answer to item ${on.number} is ${wanted('en')}. Change the answer to item ${on.number}, or empty item ${item.number}.`,
    ),
  ];
}

function missingWithOthers({ answers }: ReadReview, item: Item): Finding[] {
  if (item.kind !== 'several') return [];
  const chosen = chosenCodes(item, answers);
  const missing = chosen.find((code) => code.missing);
  if (!missing || chosen.every((code) => code.missing)) return [];
  return [
    finding(
      'missing-with-others',
      [item],
      `Fråga ${item.number}: «${missing.label.sv}» är markerat tillsammans med andra svar. Ta bort markeringen, eller de andra.`,
      `Item ${item.number}: “${missing.label.en}” is marked together with other answers. Take that mark away, or the others.`,
    ),
  ];
}

function amounts({ form, answers }: ReadReview, item: Item): Finding[] {
  if (!isAsked(form, item, answers)) return [];
  const chosen = chosenCodes(item, answers);
  return fieldsOfItem(item).flatMap((field): Finding[] => {
    if (field.part !== 'amount') return [];
    const amount = answers[field.key];
    const [sv, en] = [fieldName(field, 'sv'), fieldName(field, 'en')];
    const code = field.code!;
    if (!chosen.includes(code)) {
      if (!saysSomething(amount) || amount === 0) return [];
      return [
        finding(
          'amount-beside-no',
          [item],
          `${sv}: ${String(amount)} är ifyllt, men svaret «${code.label.sv}» är inte valt. Välj svaret, eller töm rutan.`,
          `${en}: ${String(amount)} is filled in, but the answer “${code.label.en}” is not chosen. Choose the answer, or empty the box.`,
        ),
      ];
    }
    if (amount === undefined && code.amount !== 'text') {
      const isMeant = code.amount !== 'year';
      return [
        finding(
          'amount-lacking',
          [item],
          `${sv}: svaret är valt men rutan bredvid är tom. Fyll i den${isMeant ? ', annars räknas personen inte med i medelvärdet' : ' om akten säger det'}.`,
          `${en}: the answer is chosen but the box beside it is empty. Fill it in${isMeant ? ', or the person is left out of the mean' : ' if the file tells'}.`,
        ),
      ];
    }
    if (amount === 0)
      return [
        finding(
          'amount-zero',
          [item],
          `${sv}: svaret är valt, men antalet är 0. Rätta antalet, eller ta bort svaret.`,
          `${en}: the answer is chosen, but the number is 0. Correct the number, or take the answer away.`,
        ),
      ];
    return [];
  });
}

/** Six or eight digits and four more, perhaps with a sign between. */
const LIKE_IDENTITY_NUMBER = /(?<!\d)(?:\d{8}|\d{6})\s?[-+–]?\s?\d{4}(?!\d)/g;

function identityNumbers({ form, answers }: ReadReview): Finding[] {
  return fieldsOf(form).flatMap((field): Finding[] => {
    const text = answers[field.key];
    if (field.takes !== 'text' || typeof text !== 'string' || !holdsIdentityNumber(text)) return [];
    return [
      finding(
        'personal-identity-number',
        [field.item],
        `${fieldName(field, 'sv')}: texten ser ut att innehålla ett personnummer. Ta bort det: granskningen förs under kod.`,
        `${fieldName(field, 'en')}: the text seems to hold a personal identity number. Take it out: the review is kept under a code.`,
      ),
    ];
  });
}

function holdsIdentityNumber(text: string): boolean {
  return (text.match(LIKE_IDENTITY_NUMBER) ?? []).some((found) => {
    const reading = readPersonnummer(found.replace(/\s/g, ''));
    return (reading.kind === 'full' || reading.kind === 'short') && reading.rightCheckDigit;
  });
}
