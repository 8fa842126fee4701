/**
 * From the answers to everything that is said of them: tables, cross tables, progress, contradictions, differences from
 * the register, agreement of two readers. What of it may be shown is for `review-protection.ts`.
 */
import { fail, succeed, type Outcome } from '../problem.ts';
import { nearest } from '../register/spelling.ts';
import { agreementOf, type ItemAgreement } from './agreement.ts';
import { differences, type Difference } from './differences.ts';
import { findingsOf, type Finding } from './findings.ts';
import { itemOf, type Form } from './form.ts';
import { progressOf, type Progress } from './progress.ts';
import type { Review, ReviewSet } from './reviews.ts';
import { background } from './tables/background.ts';
import { contact } from './tables/contact.ts';
import { canBeCrossed, crossOf, type Cross, type CrossChoice } from './tables/cross.ts';
import { diagnoses } from './tables/diagnoses.ts';
import { interventions } from './tables/interventions.ts';
import { items } from './tables/items.ts';
import { purchases } from './tables/purchases.ts';
import type { ReviewTable } from './tables/review-table.ts';
import { sip } from './tables/sip.ts';
import { Tally } from './tables/tally.ts';

/** What is asked of a review’s analysis; everything may be left out. */
export interface ReviewSettings {
  /** Whose answers the tables rest on; needed where the set has several readers. */
  readonly reader?: string;
  /** Two readers to hold against each other. The tables rest on the first, where no reader is chosen. */
  readonly readers?: readonly [string, string];
  readonly cross?: readonly CrossChoice[];
  /** `internal` with everything, where nothing is said. */
  readonly protection?: ReviewProtection;
  /** Show the 95 % interval beside each percent. */
  readonly intervals?: boolean;
  /** Show a named test under each cross table. */
  readonly tests?: boolean;
}

/** Whether persons may be shown, and how few a published figure may rest on. */
export interface ReviewProtection {
  readonly mode: 'internal' | 'publication';
  /** The fewest persons that a published figure may rest on. */
  readonly threshold: number;
}

/** As used, with what was left out filled in. */
export interface UsedReviewSettings extends Required<Omit<ReviewSettings, 'readers'>> {
  readonly readers: readonly [string, string] | null;
}

/** A contradiction, and in whose review. */
export interface PersonFinding {
  readonly person: string;
  readonly finding: Finding;
}

/** Everything that is worked out of a review, unprotected. What leaves the unit passes `shownReview`. */
export interface ReviewAnalysis {
  readonly set: ReviewSet;
  readonly settings: UsedReviewSettings;
  /** One a person: those that the tables rest on. */
  readonly reviews: readonly Review[];
  readonly tally: Tally;
  readonly tables: readonly ReviewTable[];
  readonly crosses: readonly Cross[];
  /** Of all items and persons together. */
  readonly progress: Progress;
  /** Persons with items left to answer. */
  readonly unfinished: number;
  readonly findings: readonly PersonFinding[];
  /** Of the reviews that the tables rest on. */
  readonly differences: readonly Difference[];
  /** Null where no two readers were named. */
  readonly agreement: readonly ItemAgreement[] | null;
}

const TABLES = [background, contact, interventions, purchases, diagnoses, sip, items];

/** A threshold of one hides nobody. */
const LEAST_THRESHOLD = 2;

/** Every table, cross table, finding and difference of a review. */
export function analyseReviews(set: ReviewSet, settings: ReviewSettings = {}): Outcome<ReviewAnalysis> {
  const used = usedSettings(set, settings);
  if (!used.ok) return used;
  const { reader, readers, cross, protection } = used.value;
  const reviews = set.reviews.filter((review) => review.reader === reader);
  if (protection.mode === 'publication' && reviews.length < 2 * protection.threshold)
    return tooFew(reviews.length, protection.threshold);
  const { form } = set;
  const tally = new Tally(form, reviews);
  const progresses = reviews.map(({ answers }) => progressOf(form, answers));
  const sum = (key: keyof Progress) => progresses.reduce((total, own) => total + own[key], 0);
  return succeed({
    set,
    settings: used.value,
    reviews,
    tally,
    tables: TABLES.flatMap((table) => table(tally)),
    crosses: cross.map((choice, at) => crossOf(tally, choice, at + 1)),
    progress: { answered: sum('answered'), asked: sum('asked') },
    unfinished: progresses.filter(({ answered, asked }) => answered < asked).length,
    findings: reviews.flatMap(({ person, answers }) =>
      findingsOf(form, answers).map((finding) => ({ person, finding })),
    ),
    differences: differences({ ...set, reviews }),
    agreement: readers && agreementOf(set, ...readers),
  });
}

/** In the order they stand. */
export function readersOf({ reviews }: ReviewSet): string[] {
  return [...new Set(reviews.map(({ reader }) => reader))];
}

function usedSettings(set: ReviewSet, settings: ReviewSettings): Outcome<UsedReviewSettings> {
  const { readers = null, cross = [], intervals = false, tests = false } = settings;
  const { protection = { mode: 'internal', threshold: 5 } } = settings;
  if (!Number.isSafeInteger(protection.threshold) || protection.threshold < LEAST_THRESHOLD)
    return fail(
      'review-threshold',
      `Minsta antal personer bakom en siffra ska vara ett helt tal från 2, inte ${String(protection.threshold)}.`,
      `The fewest persons behind a figure must be a whole number from 2, not ${String(protection.threshold)}.`,
    );
  const known = readersOf(set);
  for (const name of [settings.reader, ...(readers ?? [])])
    if (name !== undefined && !known.includes(name)) return unknownReader(name, known);
  if (readers && readers[0] === readers[1])
    return fail(
      'review-same-reader',
      `Samstämmigheten ska vara mellan två läsare, men ${readers[0]} står två gånger. Läsarna är ${known.join(', ')}.`,
      `Agreement is between two readers, but ${readers[0]} stands twice. The readers are ${known.join(', ')}.`,
    );
  const reader = settings.reader ?? readers?.[0] ?? (known.length > 1 ? undefined : (known[0] ?? ''));
  if (reader === undefined) return whichReader(known);
  for (const { rows, columns } of cross) {
    const problem = crossProblem(set.form, rows) ?? crossProblem(set.form, columns);
    if (problem) return problem;
    if (rows === columns) return sameItem(rows);
  }
  return succeed({ reader, readers, cross, protection, intervals, tests });
}

function whichReader(known: readonly string[]) {
  const names = known.map((name) => `«${name}»`).join(', ');
  return fail(
    'review-which-reader',
    `Underlaget har flera läsare: ${names}. Välj vems svar tabellerna ska bygga på.`,
    `The review has several readers: ${names}. Choose whose answers the tables are to rest on.`,
  );
}

function unknownReader(name: string, known: readonly string[]) {
  const like = nearest(name, known) ?? '';
  return fail(
    'review-unknown-reader',
    `Läsaren «${name}» finns inte i underlaget. Närmast är «${like}»; läsarna är ${known.join(', ')}.`,
    `The reader “${name}” is not in the review. The nearest is “${like}”; the readers are ${known.join(', ')}.`,
  );
}

function crossProblem(form: Form, id: string) {
  const item = itemOf(form, id);
  const ids = form.items.filter(canBeCrossed).map((own) => own.id);
  if (!item) {
    const like = nearest(id, ids) ?? '';
    return fail(
      'review-unknown-item',
      `Frågan «${id}» finns inte i formuläret. Närmast är «${like}».`,
      `The form has no question “${id}”. The nearest is “${like}”.`,
    );
  }
  if (canBeCrossed(item)) return null;
  return fail(
    'review-text-item',
    `Frågan «${id}» besvaras med egna ord och kan inte stå i en korstabell. Välj en fråga med svar att välja på eller ett antal.`,
    `The question “${id}” is answered in free words and cannot stand in a cross table. Choose one with answers to choose from or a number.`,
  );
}

function sameItem(id: string) {
  return fail(
    'review-same-item',
    `Frågan «${id}» kan inte korsas med sig själv. Välj en annan fråga som kolumner.`,
    `The question “${id}” cannot be crossed with itself. Choose another question as columns.`,
  );
}

/** A group and all the others must both be able to be large enough, or whichever is hidden is known to be small. */
function tooFew(persons: number, threshold: number) {
  const [has, least, needed] = [persons, threshold, 2 * threshold].map(String) as [string, string, string];
  return fail(
    'review-too-few-persons',
    `Underlaget har ${has} personer. För publicering behövs minst ${needed}, två grupper om ${least}: annars avslöjar varje siffra en grupp som är mindre. Ta fram tabellerna som internt arbetsmaterial.`,
    `The review has ${has} persons. Publication needs at least ${needed}, two groups of ${least}: else each figure gives away a smaller group. Make the tables as internal working material.`,
  );
}
